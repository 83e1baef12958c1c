// The search box opens by keys, shows what it finds as one types, and is left by keys.
import { findsNothing } from "../lib/axe.mjs";

export const title = "A person finds a record with keys alone";

export default async function ({ page }) {
  await page.goto("/accounts");
  const name = (await page.locator("tr[data-row] a[data-open]").first().textContent()).trim();
  await page.goto("/");
  await page.keyboard.press("Control+k");
  await page.keyboard.type(name.slice(0, 6));
  const found = page.getByRole("option", { name }).first();
  await found.waitFor();
  await findsNothing(page);
  for (let step = 0; step < 20 && (await found.getAttribute("aria-selected")) !== "true"; step += 1) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.locator("article.record h1", { hasText: name }).waitFor();
}
