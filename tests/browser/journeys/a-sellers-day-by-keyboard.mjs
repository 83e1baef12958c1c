// The same with the keyboard alone: j and k walk, d does, s puts off, r puts to another day; a deal is changed where it
// stands, called about, moved and won; a lead is made and found; the focus is always somewhere, and seen.
import { isSeen, told, walkTo } from "../lib/hands.mjs";
import { colleague } from "../lib/people.mjs";

export const title = "A seller's day, by keyboard";

const focused = (page) => page.evaluate(() => document.activeElement.closest("[data-row]")?.querySelector("[data-open]")?.textContent.trim() ?? "");

export default async function ({ page: admin }) {
  await today(admin);
  const james = await colleague(admin, "James Whitfield");
  const deal = await aDeal(james.page);
  await onTheBoard(james.page);
  await win(james.page, deal);
  await makeAndFind(james.page);
  await james.leave();
}

async function today(page) {
  await page.goto("/?who=all");
  await page.locator("[data-today] [data-row]").first().waitFor();
  await page.keyboard.press("j");
  const first = await focused(page);
  await page.keyboard.press("j");
  if ((await focused(page)) === "" || !first) throw new Error("j does not walk");
  await page.keyboard.press("k");
  if ((await focused(page)) !== first) throw new Error("k does not walk back");

  const answered = () => page.waitForResponse((response) => response.url().includes("/today/") && response.request().method() === "POST");
  await page.keyboard.press("s");
  let answer = answered();
  await page.keyboard.press("Enter");
  if (!(await answer).ok()) throw new Error("it was not put off");
  await told(page, "Snoozed");
  if ((await focused(page)) === "") throw new Error("after the line is gone, nothing has the focus");

  while (!(await page.evaluate(() => Boolean(document.activeElement.closest("[data-row]")?.querySelector("[data-reschedule]"))))) await page.keyboard.press("j");
  await page.keyboard.press("r");
  answer = answered();
  await page.keyboard.press("Enter");
  if (!(await answer).ok()) throw new Error("it was not put to another day");
  await page.locator(".toast", { hasText: "Rescheduled" }).waitFor();

  await page.locator('[data-today] [data-row]:has(a[data-done][href*="step_done"]) [data-open]').first().focus();
  await page.keyboard.press("d");
  await page.locator("dialog.dialog [name=next_step]").waitFor();
  await page.locator("dialog.dialog [name=next_step]").fill("Write to them");
  await page.locator("dialog.dialog [name=next_step_date]").fill("2199-01-04");
  await page.keyboard.press("Control+Enter");
  await page.locator(".toast", { hasText: "next one is planned" }).waitFor();
}

/** Opened with Enter; its next step changed where it stands, Escape first; a call written down about it. */
async function aDeal(page) {
  await page.goto("/");
  await page.locator('[data-today] [data-row] [data-open][href*="/opportunities/"]').first().waitFor();
  do await page.keyboard.press("j");
  while (!(await page.evaluate(() => document.activeElement.closest("[data-row]")?.querySelector('[data-open][href*="/opportunities/"]'))));
  await isSeen(page);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/opportunities\//);
  const deal = new URL(page.url()).pathname;
  const edit = page.getByRole("link", { name: "Edit: Amount" });
  await walkTo(page, edit);
  await page.keyboard.press("Enter");
  const box = page.getByRole("textbox", { name: "Amount" });
  await box.first().waitFor();
  await page.keyboard.press("Escape");
  await box.first().waitFor({ state: "detached" });
  await isSeen(page);
  await page.keyboard.press("Enter");
  await box.first().waitFor();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("7654");
  await page.keyboard.press("Enter");
  await page.getByRole("definition").filter({ hasText: "7,654" }).first().waitFor();
  await isSeen(page);
  await page.keyboard.press("l");
  await page.waitForURL((url) => url.searchParams.get("kind") === "call");
  await walkTo(page, page.getByRole("textbox", { name: "Subject" }));
  await page.keyboard.type("Said yes on the phone");
  await page.keyboard.press("Control+Enter");
  await page.getByRole("heading", { level: 1, name: "Said yes on the phone" }).waitFor();
  return deal;
}

/** g d goes to the board, a point opens what a card can be moved to, Enter moves it. */
async function onTheBoard(page) {
  await page.keyboard.press("g");
  await page.keyboard.press("d");
  await page.waitForURL(/\/board/);
  await page.keyboard.press("j");
  await isSeen(page);
  const card = page.getByRole("listitem").filter({ has: page.locator(":focus") });
  const path = await card.getByRole("link").first().getAttribute("href");
  const stood = await page.getByRole("region").filter({ has: card }).getByRole("heading").first().textContent();
  await page.keyboard.press(".");
  await walkTo(page, card.getByRole("button"));
  const answer = page.waitForResponse((response) => response.url().includes("/move"));
  await page.keyboard.press("Enter");
  if (!(await answer).ok()) throw new Error("the move was refused");
  await page.waitForFunction(([path, stood]) => !document.querySelector(`[data-column] [href="${path}"]`)?.closest("[data-column]").querySelector("h2").textContent.includes(stood), [path, stood]);
}

async function win(page, deal) {
  await page.goto(deal);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await walkTo(page, page.getByRole("link", { name: /^(Mark as )?won$/i }));
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  if (!(await dialog.evaluate((at) => at.contains(document.activeElement)))) throw new Error("the dialog has not the focus");
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  await isSeen(page);
  await page.keyboard.press("Enter");
  await dialog.getByRole("textbox").first().waitFor();
  await walkTo(page, dialog.getByRole("textbox"));
  // What the stages ask for that the deal passes.
  for (const box of await dialog.getByRole("checkbox").all()) {
    await walkTo(page, box);
    await page.keyboard.press("Space");
  }
  await page.keyboard.press("Control+Enter");
  await dialog.waitFor({ state: "hidden" });
  await page.getByRole("definition").filter({ hasText: "Won" }).first().waitFor();
}

/** c l makes a lead from wherever one is; with slips of the pen it is found, and Back leads back. */
async function makeAndFind(page) {
  await page.keyboard.press("c");
  await page.keyboard.press("l");
  await page.waitForURL(/\/leads\/new/);
  await walkTo(page, page.getByRole("textbox", { name: "Name", exact: true }));
  await page.keyboard.type("Hyacinth Bowline");
  await page.keyboard.press("Control+Enter");
  await page.getByRole("heading", { level: 1, name: "Hyacinth Bowline" }).waitFor();
  await page.keyboard.press("g");
  await page.keyboard.press("h");
  await page.waitForURL((url) => url.pathname === "/");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("hyacnth bowlnie");
  await page.locator("[role=option][aria-selected=true]").filter({ hasText: "Hyacinth Bowline" }).waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Hyacinth Bowline" }).waitFor();
  await page.goBack();
  await page.waitForURL((url) => url.pathname === "/");
}
