// The search box opens by keys and is gone through by keys: records, what was open lately, places, actions.
import { findsNothing } from "../lib/axe.mjs";

export const title = "A person finds, goes and acts with keys alone";

const chosen = "[data-search-panel] [aria-selected=true]";

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
  await page.keyboard.press("ArrowUp");
  const href = await page.locator(chosen).getAttribute("href");
  await page.keyboard.press("Enter");
  await page.locator("article.record h1").waitFor();
  if (new URL(page.url()).pathname !== href) throw new Error(`${page.url()} is not ${href}`);

  // What is open can be acted on: its form.
  await page.keyboard.press("Control+k");
  await page.keyboard.type(">edit");
  await page.locator(chosen, { hasText: "Edit" }).waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/edit$/);

  // What was open lately stands first, before anything is typed; a place of the settings is found by its name.
  await page.goto("/");
  await page.keyboard.press("Control+k");
  await page.locator(`[data-search-panel] a[href="${href}"]`).waitFor();
  await findsNothing(page);
  await page.keyboard.type("sessio");
  await page.locator(chosen, { hasText: "Settings" }).waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/settings\/sessions$/);

  // Escape empties the box, then leaves it.
  await page.keyboard.press("Control+k");
  await page.keyboard.type("abc");
  await page.keyboard.press("Escape");
  if (await page.locator("[data-search-box]").inputValue()) throw new Error("Escape left what was typed");
  await page.keyboard.press("Escape");
  if (await page.locator("[data-search-panel]").isVisible()) throw new Error("Escape left the panel open");
}
