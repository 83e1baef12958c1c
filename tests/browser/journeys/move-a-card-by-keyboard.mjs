// The same with the keyboard alone: `j` to a card, `.` for its menu, Enter on the column.
import { giveWhatIsAsked } from "../lib/hands.mjs";

export const title = "A person moves a card by keyboard";

export default async function ({ page }) {
  await page.goto("/opportunities/board");
  await page.keyboard.press("j");
  const card = page.locator("[data-card]:has(:focus)");
  const id = await card.getAttribute("data-card");
  await page.keyboard.press(".");
  const target = page.locator(`[data-card="${id}"] [data-move-form] button`).first();
  const name = (await target.textContent()).trim();
  const answer = page.waitForResponse((response) => response.url().includes("/move"));
  await target.focus();
  await page.keyboard.press("Enter");
  await giveWhatIsAsked(page, await answer);
  const column = page.locator("[data-column]", { has: page.locator("h2", { hasText: name }) });
  await column.locator(`[data-card="${id}"]`).waitFor();
}
