// The same with the keyboard alone: the team's Today; a list kept as a view, grouped with its totals; deals handed over and
// taken back; the board by owner; how a deal stood before; a colleague spoken to, who is told of it; a record shared.
// Nothing is out of reach of Tab, and one sees where one is.
import { isSeen, lookAgainFor, pickByKeys, press, told, walkTo } from "../lib/hands.mjs";
import { colleague } from "../lib/people.mjs";

export const title = "A manager's day, by keyboard";

export default async function ({ page: admin }) {
  const ingrid = await colleague(admin, "Ingrid Solberg");
  const { page } = ingrid;
  await theTeamsDay(page);
  await aView(page);
  await handOver(page);
  await byOwner(page);
  await lookBack(page);
  const deal = await speak(page);
  await hear(admin, deal);
  await share(page, deal);
  await ingrid.leave();
}

async function theTeamsDay(page) {
  await press(page, page.getByRole("navigation", { name: "Whose" }).getByRole("link", { name: "My team" }));
  await page.waitForURL(/who=team/);
  await page.getByRole("region", { name: "Needs follow-up" }).getByRole("listitem").first().waitFor();
  await page.keyboard.press("j");
  await isSeen(page);
}

/** Open deals, grouped by owner with totals; a group opened and shut; kept under a name, found as a tab, put away and back. */
async function aView(page) {
  await page.goto("/");
  await page.keyboard.press("g");
  await page.keyboard.press("d");
  await page.waitForURL(/\/opportunities/);
  await press(page, page.getByRole("link", { name: "List", exact: true }));
  await page.waitForURL((url) => url.pathname === "/opportunities");
  await press(page, page.getByRole("link", { name: "Open", exact: true }));
  await page.waitForURL(/filter=/);
  await press(page, page.locator("summary").filter({ hasText: "Display" }));
  await walkTo(page, page.getByRole("combobox", { name: "Group by" }));
  await page.keyboard.type("Owner");
  await page.waitForURL(/group=owner/);
  const group = page.getByRole("rowgroup").filter({ hasText: "James Whitfield" }).first();
  await group.waitFor();
  await page.getByRole("cell", { name: /€[\d,]+/ }).first().waitFor();
  await page.keyboard.press("Escape");
  await press(page, group.getByRole("button").first());
  await isSeen(page);
  await group.locator("tr[data-id]").first().waitFor();
  await isSeen(page);
  await page.keyboard.press("Enter");
  await group.locator("tr[data-id]").first().waitFor({ state: "hidden" });
  await press(page, page.getByRole("link", { name: "Save as a view" }));
  const dialog = page.getByRole("dialog");
  await walkTo(page, dialog.getByRole("textbox", { name: "Name" }));
  await page.keyboard.type("Mine by keys");
  await page.keyboard.press("Control+Enter");
  const tab = page.getByRole("link", { name: "Mine by keys" });
  await tab.waitFor();
  await page.goto("/opportunities");
  await press(page, tab);
  await page.waitForURL(/view=/);
  await press(page, page.locator(".views summary"));
  await press(page, page.getByRole("button", { name: "Delete the view" }));
  await told(page, "Mine by keys");
  await page.keyboard.press("z");
  await tab.waitFor();
}

/** x here and two rows further with Shift; the bar that appears is reached, the question answered, all of it undone by Z. */
async function handOver(page) {
  await page.goto(`/opportunities?filter=${encodeURIComponent('state = open and owner.name = "James Whitfield"')}`);
  await page.locator("[data-pick-page]").first().waitFor();
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await page.keyboard.press("j");
  await page.keyboard.press("Shift+X");
  await page.getByRole("status").filter({ hasText: "2 selected" }).waitFor();
  await press(page, page.getByRole("button", { name: "Owner", exact: true }));
  const dialog = page.getByRole("dialog");
  await pickByKeys(page, dialog, "Owner", "Ingrid Solberg");
  await press(page, dialog.getByRole("button", { name: "Change", exact: true }));
  await told(page, "2 changed");
  // The first thing that Tab comes to, after the way past the navigation.
  await walkTo(page, page.getByRole("button", { name: "Undo", exact: true }), { most: 3 });
  await page.keyboard.press("z");
  await told(page, "Everything is as it was");
}

/** Along the cards, to the next column by its menu, and back by Z where it says so. */
async function byOwner(page) {
  await page.goto("/opportunities");
  await press(page, page.getByRole("navigation", { name: "Shown as" }).getByRole("link", { name: "Board" }));
  await press(page, page.getByRole("navigation", { name: "Group by" }).getByRole("link", { name: "Owner" }));
  const james = page.getByRole("region", { name: "James Whitfield" });
  await james.getByRole("listitem").first().waitFor();
  await walkTo(page, james.getByRole("listitem").first().getByRole("link").first());
  await page.keyboard.press("j");
  await isSeen(page);
}

/** A deal as it stood on an earlier day, on which the oldest one was there. */
async function lookBack(page) {
  await page.goto("/opportunities?sort=created_at");
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1 }).waitFor();
  await press(page, page.getByTitle("More").first());
  await press(page, page.getByRole("link", { name: "Look back" }));
  const dialog = page.getByRole("dialog", { name: "Look back" }), day = dialog.getByRole("textbox");
  await walkTo(page, day);
  // Each part of a day is typed in its turn: month, day, year.
  const then = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10).split("-");
  await page.keyboard.type(`${then[1]}${then[2]}${then[0]}`);
  await page.keyboard.press("Enter");
  await page.waitForURL(new RegExp(`as-of=${then.join("-")}`));
  await page.getByText("This is how it stood").first().waitFor();
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

/** With Tom, and with nobody again. */
async function share(page, deal) {
  await page.goto(deal);
  await press(page, page.getByTitle("More").first());
  await press(page, page.getByRole("link", { name: "Share", exact: true }));
  await page.getByRole("button", { name: "Share", exact: true }).last().waitFor();
  await pickByKeys(page, page.locator("dialog[open], main").last(), "Person", "Tom Hughes");
  await press(page, page.getByRole("button", { name: "Share", exact: true }).last());
  await press(page, page.getByRole("button", { name: "Take back" }));
  await page.getByText("Not shared with anybody").waitFor();
}
