// The search box opens by keys, shows what it finds as one types, and is gone through by keys.
import { findsNothing } from "../lib/axe.mjs";

export const title = "A person finds a record with keys alone";

export default async function ({ page }) {
  await page.goto("/accounts");
  const name = (await page.locator("tr[data-row] a[data-open]").first().textContent()).trim();
  await page.goto("/");
  await page.keyboard.press("Control+k");
  await page.keyboard.type(name);
  const found = page.locator("[data-search-panel] a", { hasText: name }).first();
  await found.waitFor();
  await findsNothing(page);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Escape");
  if (await found.isVisible()) throw new Error("Escape leaves what was found standing");
  await page.keyboard.type(" ");
  await found.waitFor();
  await page.keyboard.press("ArrowDown");
  const chosen = await page.evaluate(() => document.activeElement.getAttribute("href"));
  await page.keyboard.press("Enter");
  await page.locator("article.record h1").waitFor();
  if (new URL(page.url()).pathname !== chosen) throw new Error(`${page.url()} is not ${chosen}`);
}
