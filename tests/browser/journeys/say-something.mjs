// A comment is written with a mention chosen by keyboard, changed, removed and brought back; the record is followed.
import { findsNothing } from "../lib/axe.mjs";

export const title = "A person says something about a record";

export default async function ({ page }) {
  await page.goto("/accounts");
  await page.locator("tr[data-row] a[data-open]").first().click();
  const box = page.locator(".composer-text").first();
  const me = await page.locator(".avatar-button .avatar").getAttribute("aria-label");
  await box.pressSequentially(`Ask @${me.slice(0, 3)}`);
  await page.locator(".composer-people [role=option]").first().waitFor();
  await findsNothing(page);
  await page.keyboard.press("Enter");
  await box.pressSequentially("about the journey");
  await page.keyboard.press("Control+Enter");
  const said = page.locator(".said", { hasText: "about the journey" });
  await said.locator(".mention").waitFor();
  await findsNothing(page);
  await said.hover();
  await said.getByRole("link", { name: "Edit comment" }).click();
  await page.locator(".entry .composer-text").fill("About another journey");
  await page.keyboard.press("Control+Enter");
  const changed = page.locator(".entry", { hasText: "About another journey" });
  await changed.locator(".entry-edited").waitFor();
  await changed.locator(".said").hover();
  await changed.getByRole("button", { name: "Remove comment" }).click();
  await page.locator(".toast").getByRole("button", { name: "Undo" }).click();
  await changed.waitFor();
  await page.locator(".follow summary").click();
  await page.locator(".follow .person", { hasText: me }).waitFor();
  await findsNothing(page);
  await page.getByRole("button", { name: "Following" }).click();
  await page.getByRole("button", { name: "Follow", exact: true }).waitFor();
  await page.locator(".bell").click();
  await page.getByRole("heading", { name: "Notifications" }).waitFor();
  await findsNothing(page);
}
