// With a finger: a card to the next column, an activity to another day; a touch that moves at once scrolls as ever.
import { dragByTouch } from "../lib/touch.mjs";
import { giveWhatIsAsked } from "../lib/hands.mjs";

export const title = "A person drags with a finger";
export const window = { size: "1024x768", touch: true };

const middle = ({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 });

export default async function ({ page }) {
  await page.goto("/opportunities/board");
  await page.locator("[data-board][data-armed]").waitFor();
  await page.waitForFunction(() => globalThis.Sortable);
  const columns = page.locator("[data-column]");
  const card = columns.nth(0).locator("[data-card]").first();
  const id = await card.getAttribute("data-card");
  const answer = page.waitForResponse((response) => response.url().includes("/move"));
  const from = middle(await card.boundingBox()), to = middle(await columns.nth(1).locator("[data-card]").first().boundingBox());
  await dragByTouch(page, from, { x: to.x, y: to.y + 30 });
  await giveWhatIsAsked(page, await answer);
  await columns.nth(1).locator(`[data-card="${id}"]`).waitFor();
  await page.locator(".toast").waitFor();

  await page.goto("/activities/calendar?view=month&who=all");
  const event = page.locator("[data-event][data-when]").first();
  const name = await event.getAttribute("data-event"), day = await event.evaluate((one) => one.closest("[data-day]").dataset.day);
  const other = page.locator(`[data-day]:not([data-day="${day}"])`).first();
  const put = page.waitForResponse((response) => response.url().endsWith("/when"));
  await dragByTouch(page, middle(await event.boundingBox()), middle(await other.boundingBox()));
  if (!(await put).ok()) throw new Error("another day was refused");
  await page.locator(`[data-day="${await other.getAttribute("data-day")}"] [data-event="${name}"]`).waitFor();
}
