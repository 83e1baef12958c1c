// A seller's Friday with the keyboard alone: a deal that waits gets its next step, one goes to another month by the menu of
// its card, one is counted on; what is left of the quota, and what the forecast makes of it.
import { isSeen, press, told, walkTo } from "../lib/hands.mjs";
import { colleague } from "../lib/people.mjs";
import { figure, nextMonthsEnd } from "../lib/planning.mjs";

export const title = "A seller's Friday, by keyboard";

export default async function ({ page: admin }) {
  const james = await colleague(admin, "James Whitfield");
  const { page } = james;
  const deal = await whatWaits(page);
  await toAnotherMonth(page);
  await countOnIt(page, deal);
  await whatIsLeft(page);
  await forecast(page);
  await james.leave();
}

async function whatWaits(page) {
  const waiting = page.getByRole("region", { name: "Needs follow-up" }).getByRole("listitem");
  await waiting.first().waitFor();
  const line = waiting.filter({ has: page.getByRole("link", { name: /^Plan the next step/ }) }).first();
  const deal = await line.locator("[data-open]").getAttribute("href");
  await press(page, line.getByRole("link", { name: /^Plan the next step/ }));
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  await walkTo(page, dialog.getByRole("textbox", { name: "Next step", exact: true }));
  await page.keyboard.type("Send the offer");
  await walkTo(page, dialog.getByLabel("Next step due"));
  const [year, month, day] = nextMonthsEnd().split("-");
  await page.keyboard.type(`${month}${day}${year}`);
  await page.keyboard.press("Control+Enter");
  await told(page, "The next step is planned");
  return deal;
}

/** By month, one's own only; a point opens the menu of a card, Enter on the first of the months moves it there. */
async function toAnotherMonth(page) {
  await page.keyboard.press("g");
  await page.keyboard.press("d");
  await page.waitForURL(/\/board/);
  await press(page, page.getByRole("navigation", { name: "Group by" }).getByRole("link", { name: "Close date" }));
  await page.waitForURL(/by=close_date/);
  await press(page, page.getByRole("link", { name: "Mine", exact: true }));
  await page.waitForURL(/filter=/);
  await page.locator("[data-column] [data-card]").first().waitFor();
  await page.keyboard.press("j");
  await isSeen(page);
  const card = page.locator("[data-card]:has(:focus)");
  const id = await card.getAttribute("data-card");
  const stood = await page.locator(`[data-column]:has([data-card="${id}"])`).getAttribute("data-column");
  await page.keyboard.press(".");
  await walkTo(page, page.locator(`[data-card="${id}"]`).getByRole("button"));
  const answer = page.waitForResponse((response) => response.url().includes("/move"));
  await page.keyboard.press("Enter");
  if (!(await answer).ok()) throw new Error("the move was refused");
  const there = `[data-column]:not([data-column="${stood}"]) [data-card="${id}"]`;
  await page.locator(there).waitFor();
  await page.reload();
  await page.locator(there).waitFor();
}

/** e edits the deal: committed, whatever its stage says. */
async function countOnIt(page, deal) {
  await page.goto(deal);
  await page.keyboard.press("e");
  await page.waitForURL(/\/edit/);
  await walkTo(page, page.getByRole("combobox", { name: "Forecast category" }));
  await page.keyboard.type("Commit");
  await page.keyboard.press("Control+Enter");
  await page.waitForURL((url) => url.pathname === deal);
}

async function whatIsLeft(page) {
  await press(page, page.getByRole("link", { name: "Quota and coverage" }));
  await page.waitForURL(/\/reports\/coverage/);
  await walkTo(page, page.getByRole("table", { name: "Won of the quotas" }).getByRole("link", { name: "James Whitfield" }));
  if (!/€/.test(await figure(page, "Left"))) throw new Error("nothing is said of what is left");
}

/** Of one's own that are committed; the quarter is chosen with the arrows until the deal is in it. */
async function forecast(page) {
  await press(page, page.getByRole("link", { name: "Forecast", exact: true }));
  await page.waitForURL(/\/reports\/forecast/);
  await page.keyboard.press("/");
  await page.keyboard.type("owner = me and forecast_category = commit");
  await page.keyboard.press("Enter");
  await page.waitForURL(/filter=/);
  const own = page.getByRole("table", { name: "By person" }).getByRole("rowheader", { name: "James Whitfield" });
  for (let quarters = 0; quarters < 5 && !(await own.count()); quarters += 1) {
    const before = page.url();
    await walkTo(page, page.getByRole("combobox", { name: "Period" }));
    await page.keyboard.press("ArrowDown");
    await page.waitForURL((url) => url.href !== before);
    await page.getByRole("heading", { level: 1, name: "Forecast" }).waitFor();
  }
  await own.waitFor();
}
