// A record is shared with somebody, who is named; what was given is taken back, on a phone as well.
import { findsNothing } from "../lib/axe.mjs";

export const title = "A person shares a record and takes it back";

export default async function ({ page }) {
  await page.goto("/accounts");
  await page.locator("tr[data-row] a[data-open]").first().click();
  await page.locator("article.record h1").waitFor();
  const record = new URL(page.url()).pathname;
  await page.goto(`${record}/share`);
  await findsNothing(page);
  const person = page.locator("input[name=user]");
  await person.pressSequentially("an");
  await page.locator("[role=option]").first().waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Share", exact: true }).last().click();
  const back = page.getByRole("button", { name: "Take back" });
  await back.waitFor();
  await findsNothing(page);
  await page.setViewportSize({ width: 390, height: 844 });
  const box = await back.boundingBox();
  if (!box || box.x + box.width > 390) throw new Error("Take back is out of reach on a phone");
  await back.click();
  await page.getByText("Not shared with anybody").waitFor();
  await findsNothing(page);
}
