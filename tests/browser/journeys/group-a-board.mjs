// A board by month and in sections; while a card is dragged, places to win and to lose it appear.
import { findsNothing } from "../lib/axe.mjs";
import { dragTo, giveWhatIsAsked } from "../lib/hands.mjs";

export const title = "A board by month and in sections, a card dropped on Won";

export default async function ({ page }) {
  await page.goto("/opportunities/board?by=close_date");
  await page.locator("[data-column] [data-card]").first().waitFor();
  await findsNothing(page);
  await page.goto("/opportunities/board?rows=yes");
  await page.locator(".board[data-rows] [data-card]").first().waitFor();
  await findsNothing(page);

  await page.goto("/opportunities/board");
  const card = page.locator("[data-card][data-move]").first();
  const id = await card.getAttribute("data-card");
  const zone = page.locator('[data-zone][data-tone="won"]');
  const answer = page.waitForResponse((response) => response.url().includes("/move"));
  await dragTo(page, card, zone);
  await giveWhatIsAsked(page, await answer);
  await page.locator(`[data-column="${await zone.getAttribute("data-zone")}"] [data-card="${id}"]`).waitFor();
}
