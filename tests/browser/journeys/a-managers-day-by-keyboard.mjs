// The same with the keyboard alone: the team's Today, deals handed over and taken back, a colleague spoken to who is told
// of it; nothing is out of reach of Tab, and one sees where one is.
import { isSeen, lookAgainFor, told, walkTo } from "../lib/hands.mjs";
import { colleague } from "../lib/people.mjs";

export const title = "A manager's day, by keyboard";

export default async function ({ page: admin }) {
  const ingrid = await colleague(admin, "Ingrid Solberg");
  const { page } = ingrid;
  await theTeamsDay(page);
  await handOver(page);
  const deal = await speak(page);
  await hear(admin, deal);
  await ingrid.leave();
}

async function theTeamsDay(page) {
  await walkTo(page, page.getByRole("navigation", { name: "Whose" }).getByRole("link", { name: "My team" }));
  await page.keyboard.press("Enter");
  await page.waitForURL(/who=team/);
  await page.getByRole("region", { name: "Needs follow-up" }).getByRole("listitem").first().waitFor();
  await page.keyboard.press("j");
  await isSeen(page);
}

/** x here and two rows further with Shift; the bar that appears is reached, the question answered, all of it undone. */
async function handOver(page) {
  await page.goto(`/opportunities?filter=${encodeURIComponent('state = open and owner.name = "James Whitfield"')}`);
  await page.locator("[data-pick-page]").first().waitFor();
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await page.keyboard.press("j");
  await page.keyboard.press("Shift+X");
  await page.getByRole("status").filter({ hasText: "2 selected" }).waitFor();
  await walkTo(page, page.getByRole("button", { name: "Owner", exact: true }));
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog"), owner = dialog.getByRole("combobox", { name: "Owner", exact: true });
  await owner.waitFor();
  await walkTo(page, owner);
  await page.keyboard.type("Ingrid");
  if (!(await owner.evaluate((at) => at.matches("select")))) {
    await page.locator("[role=option]").filter({ hasText: "Ingrid Solberg" }).first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
  }
  await walkTo(page, dialog.getByRole("button", { name: "Change", exact: true }));
  await page.keyboard.press("Enter");
  await told(page, "2 changed");
  await walkTo(page, page.getByRole("button", { name: "Undo" }), { most: 400 });
  await page.keyboard.press("Enter");
  await told(page, "Everything is as it was");
}

/** The administrator is mentioned: the name chosen from the list with Enter. */
async function speak(page) {
  await page.goto("/opportunities");
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1 }).waitFor();
  const deal = new URL(page.url()).pathname;
  await walkTo(page, page.getByRole("textbox", { name: "Write a comment…" }));
  await page.keyboard.type("Have you seen this? @Ruth");
  await page.locator("[role=option]").filter({ hasText: "Ruth Adler" }).first().waitFor();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+Enter");
  await page.getByRole("listitem").filter({ hasText: "Have you seen this?" }).waitFor();
  return deal;
}

async function hear(page, deal) {
  await page.goto("/");
  await page.keyboard.press("g");
  await page.keyboard.press("n");
  await page.waitForURL(/\/notifications/);
  const notice = page.getByRole("listitem").filter({ hasText: "Have you seen this?" }).first();
  await lookAgainFor(page, notice);
  await walkTo(page, notice.getByRole("link"));
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname === deal);
}
