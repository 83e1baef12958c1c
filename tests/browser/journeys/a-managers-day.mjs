// A manager's day by mouse: the team's Today; a list kept as a view, grouped with its totals; deals handed over and taken
// back; the board by owner; how a deal stood before; a colleague spoken to, who is told of it; a record shared.
import { findsNothing } from "../lib/axe.mjs";
import { choose, lookAgainFor, told } from "../lib/hands.mjs";
import { colleague } from "../lib/people.mjs";

export const title = "A manager's day, by mouse";

export default async function ({ page: admin }) {
  const ingrid = await colleague(admin, "Ingrid Solberg");
  const { page } = ingrid;
  await theTeamsDay(page);
  await aView(page);
  await handOver(page);
  await byOwner(page);
  const deal = await lookBack(page);
  await speak(page, admin, deal);
  await share(page);
  await ingrid.leave();
}

async function theTeamsDay(page) {
  await page.getByRole("navigation", { name: "Whose" }).getByRole("link", { name: "My team" }).click();
  await page.waitForURL(/who=team/);
  await page.getByRole("region", { name: "Needs follow-up" }).getByRole("img", { name: "James Whitfield" }).first().waitFor();
  await findsNothing(page);
}

/** Open deals, grouped by owner with totals, under a name. */
async function aView(page) {
  await page.goto("/opportunities");
  await page.getByRole("link", { name: "Open", exact: true }).click();
  await page.waitForURL(/filter=/);
  await page.locator("summary").filter({ hasText: "Display" }).click();
  await page.getByRole("combobox", { name: "Group by" }).selectOption("Owner");
  await page.waitForURL(/group=owner/);
  await page.getByRole("rowgroup").filter({ hasText: "James Whitfield" }).first().waitFor();
  await page.getByRole("cell", { name: /€[\d,]+/ }).first().waitFor();
  await findsNothing(page);
  await page.getByRole("link", { name: "Save as a view" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Name" }).fill("Open by owner");
  await dialog.getByRole("button", { name: "Save" }).click();
  await page.getByRole("link", { name: "Open by owner" }).waitFor();
}

/** Two of James's deals go to somebody else of the team at once, and come back. */
async function handOver(page) {
  await page.goto(`/opportunities?filter=${encodeURIComponent('state = open and owner.name = "James Whitfield"')}`);
  const rows = page.getByRole("row").filter({ has: page.getByRole("link", { name: "James Whitfield" }) });
  const many = await rows.count();
  for (const at of [0, 1]) await rows.nth(at).getByRole("checkbox").click();
  await page.getByRole("button", { name: "Owner", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await choose(dialog, "Owner", "Ingrid Solberg");
  await findsNothing(page);
  await dialog.getByRole("button", { name: "Change", exact: true }).click();
  await told(page, "2 changed");
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await told(page, "Everything is as it was");
  await page.waitForFunction((many) => document.querySelectorAll("tr[data-id]").length === many, many);
}

async function byOwner(page) {
  await page.getByRole("navigation", { name: "Shown as" }).getByRole("link", { name: "Board" }).click();
  await page.getByRole("navigation", { name: "Group by" }).getByRole("link", { name: "Owner" }).click();
  await page.getByRole("region", { name: "James Whitfield" }).getByRole("listitem").first().waitFor();
  await findsNothing(page);
}

/** A deal as it stood on an earlier day, on which the oldest one was there. */
async function lookBack(page) {
  await page.goto(`/opportunities?sort=created_at&filter=${encodeURIComponent('owner.name = "James Whitfield"')}`);
  await page.goto(await page.getByRole("rowheader").getByRole("link").first().getAttribute("href"));
  const deal = new URL(page.url()).pathname;
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.getByTitle("More").first().click();
  await page.getByRole("link", { name: "Look back" }).click();
  const dialog = page.getByRole("dialog", { name: "Look back" });
  await dialog.getByRole("textbox").fill(new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10));
  await dialog.getByRole("textbox").press("Enter");
  await page.waitForURL(/as-of=/);
  await findsNothing(page);
  await page.goBack();
  return deal;
}

/** James is asked; the administrator, who is mentioned, hears of it and goes there. */
async function speak(page, admin, deal) {
  await page.goto(deal);
  const box = page.getByRole("textbox", { name: "Write a comment…" });
  await box.pressSequentially("Is this real? @Ruth");
  await page.locator("[role=option]").filter({ hasText: "Ruth Adler" }).first().click();
  await page.getByRole("button", { name: "Comment", exact: true }).click();
  await page.getByRole("listitem").filter({ hasText: "Is this real?" }).waitFor();
  await admin.goto("/");
  await admin.getByRole("banner").getByRole("link", { name: /notification/i }).click();
  await admin.waitForURL(/\/notifications/);
  const notice = admin.getByRole("listitem").filter({ hasText: "Is this real?" }).first();
  await lookAgainFor(admin, notice);
  await notice.getByRole("link").first().click();
  await admin.getByRole("listitem").filter({ hasText: "Is this real?" }).waitFor();
}

async function share(page) {
  await page.getByTitle("More").first().click();
  await page.getByRole("link", { name: "Share", exact: true }).click();
  await choose(page, "Person", "Tom Hughes");
  await page.getByRole("button", { name: "Share", exact: true }).last().click();
  await page.getByRole("button", { name: "Take back" }).click();
  await page.getByText("Not shared with anybody").waitFor();
}
