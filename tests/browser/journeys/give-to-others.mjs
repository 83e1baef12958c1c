// What somebody has who leaves is given to others, and taken back.
import { findsNothing } from "../lib/axe.mjs";

export const title = "An administrator transfers what somebody has, and takes it back";

export default async function ({ page }) {
  await page.goto("/opportunities");
  const me = await page.locator(".avatar-button .avatar").getAttribute("aria-label");
  const owner = page.locator("tr[data-row] .person").filter({ hasNotText: me }).first();
  const name = (await owner.textContent()).trim();
  await page.goto(`/users?filter=${encodeURIComponent(`name ~ "${name}"`)}`);
  await page.locator("tr[data-row] a[data-open]").first().click();
  await page.locator("article.record h1").waitFor();
  const id = new URL(page.url()).pathname.split("/").pop();
  await page.goto(`/settings/users/${id}/transfer`);
  await findsNothing(page);
  await page.getByRole("link", { name: "More people" }).click();
  await page.locator("input[name=to_4]").waitFor();
  await page.locator("input[name=to]").pressSequentially(me.slice(0, 4));
  await page.getByRole("option", { name: me }).first().click();
  await page.locator(".register-form button[type=submit]").click();
  const undo = page.getByRole("button", { name: "Take back" }).first();
  await undo.waitFor();
  await findsNothing(page);
  await undo.click();
  await page.locator(".notice", { hasText: /aken back|eing taken back/ }).first().waitFor();
}
