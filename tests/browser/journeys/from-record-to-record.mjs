// From one record of a list to the next and back, past the end of its page.
export const title = "A person walks through a list by its records";

export default async function ({ page }) {
  await page.goto("/accounts");
  const rows = page.locator("a.row-link");
  const [first, second] = [await rows.nth(0).textContent(), await rows.nth(1).textContent()];
  await rows.nth(0).click();
  const title = (text) => page.locator("article.record h1", { hasText: text }).waitFor();
  await title(first.trim());
  await page.locator("[data-neighbour=next]:not([hidden])").waitFor();
  if (await page.locator("[data-neighbour=prev]:not([hidden])").count()) throw new Error("something comes before the first");
  await page.keyboard.press("]");
  await title(second.trim());
  await page.locator("[data-neighbour=prev]:not([hidden])").waitFor();
  await page.keyboard.press("[");
  await title(first.trim());

  await page.goto("/accounts");
  const last = rows.last();
  const name = (await last.textContent()).trim();
  await last.click();
  await title(name);
  await page.locator("[data-neighbour=next]:not([hidden])").waitFor();
  await page.keyboard.press("]");
  await page.waitForFunction((known) => document.querySelector("article.record h1")?.textContent.trim() !== known, name);
}
