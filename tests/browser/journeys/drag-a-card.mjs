// A card goes to the next column by mouse; heads follow at once, and it stands there after a reload.
import { dragTo, giveWhatIsAsked } from "../lib/hands.mjs";

export const title = "A person drags a card to another column";

export default async function ({ page }) {
  await page.goto("/opportunities/board");
  const columns = page.locator("[data-column]");
  const card = columns.nth(0).locator("[data-card]").first();
  const id = await card.getAttribute("data-card");
  const count = async (at) => Number(await columns.nth(at).locator("[data-count]").textContent());
  const before = [await count(0), await count(1)];
  const answer = page.waitForResponse((response) => response.url().includes("/move"));
  await dragTo(page, card, columns.nth(1).locator("[data-cards]"));
  await giveWhatIsAsked(page, await answer);
  await page.locator(".toast").waitFor();
  const after = [await count(0), await count(1)];
  if (after[0] !== before[0] - 1 || after[1] !== before[1] + 1) throw new Error(`${before} became ${after}`);
  await page.reload();
  await columns.nth(1).locator(`[data-card="${id}"]`).waitFor();
}
