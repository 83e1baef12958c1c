// A board by month and in sections; while a card is dragged, places to win and to lose it appear.
import { findsNothing } from "../lib/axe.mjs";
import { giveWhatIsAsked } from "../lib/hands.mjs";

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
  const box = await card.boundingBox();
  const zone = page.locator('[data-zone][data-tone="won"]');
  await page.locator("[data-board][data-armed]").waitFor();
  await page.waitForFunction(() => globalThis.Sortable);
  await page.mouse.move(box.x + 60, box.y + box.height - 12);
  await page.mouse.down();
  await page.mouse.move(box.x + 90, box.y + box.height - 8, { steps: 4 });
  await page.mouse.move(box.x + 120, box.y + box.height - 8, { steps: 4 });
  await zone.waitFor();
  const to = await zone.boundingBox();
  const answer = page.waitForResponse((response) => response.url().includes("/move"));
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 8 });
  await page.mouse.up();
  await giveWhatIsAsked(page, await answer);
  await page.locator(`[data-column="${await zone.getAttribute("data-zone")}"] [data-card="${id}"]`).waitFor();
}
