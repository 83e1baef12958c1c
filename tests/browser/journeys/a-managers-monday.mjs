// A manager's Monday by mouse: last week's review, narrowed to a team, a bar opened to its deals; coverage; a quota set and
// split; the forecast as of last Monday; the key stage, pinned by the administrator; a person on the scoreboard.
import { findsNothing } from "../lib/axe.mjs";
import { choose } from "../lib/hands.mjs";
import { cells, figure, lastMonday, nextMonth, openReport } from "../lib/planning.mjs";
import { colleague } from "../lib/people.mjs";

export const title = "A manager's Monday, by mouse";

export default async function ({ page: admin }) {
  const anna = await colleague(admin, "Anna Lindqvist");
  const { page } = anna;
  await lastWeek(page);
  await coverage(page);
  await aQuota(page);
  await forecast(page);
  await keyStage(page, admin);
  await scoreboard(page);
  await anna.leave();
}

/** The bridge adds up; the deals of one of its bars are told, and those that are open now stand in a list. */
async function lastWeek(page) {
  await page.getByRole("link", { name: "Pipeline review" }).click();
  await page.waitForURL(/\/reports\/pipeline_review/);
  const bridge = page.getByRole("table", { name: "From then to now" });
  await bridge.waitFor();
  const weekAgo = new Date(Date.now() - 7 * 86_400_000).toISOString().slice(0, 10);
  if (await page.getByLabel("From", { exact: true }).inputValue() !== weekAgo) throw new Error("the review does not begin a week ago");
  await findsNothing(page);

  const all = await figure(page, "Open now");
  const filter = page.getByRole("searchbox", { name: "Filter" });
  await filter.fill('owner.team.name = "North"');
  await filter.press("Enter");
  await page.waitForURL(/filter=/);
  await page.waitForFunction((before) => document.querySelector("dl.report-facts") && !document.querySelector("dl.report-facts").textContent.includes(before), all);

  const rows = bridge.getByRole("row"), sums = [];
  for (let at = 1; at < await rows.count(); at += 1) sums.push((await cells(rows.nth(at)))[0]);
  const [opening, closing] = [sums[0], sums.at(-1)];
  const between = sums.slice(1, -1).reduce((sum, step) => sum + step, opening);
  // Amounts are shown in whole units, so each step may be half a unit off.
  if (Math.abs(between - closing) > sums.length / 2) throw new Error(`the bridge does not add up: ${sums}`);

  const step = rows.nth(1 + (sums.length > 2 ? 1 : 0)).getByRole("link");
  const name = await step.textContent();
  await step.click();
  await page.waitForURL(/step=/);
  const changed = page.getByRole("table", { name: "Deals that changed" }).getByRole("row");
  await changed.nth(1).getByRole("cell", { name, exact: true }).waitFor();
  await page.goBack();
  await bridge.getByRole("link", { name: "Open now" }).click();
  await page.waitForURL((url) => url.pathname === "/opportunities");
  await page.getByRole("table", { name: "Deals" }).getByRole("rowheader").first().waitFor();
}

async function coverage(page) {
  await page.getByRole("link", { name: "Quota and coverage" }).click();
  await page.waitForURL(/\/reports\/coverage/);
  await page.getByRole("combobox", { name: "By", exact: true }).selectOption("Team");
  await page.waitForURL(/by=team/);
  await page.getByRole("table", { name: "Pipeline for what is left" }).getByRole("rowheader", { name: "North" }).waitFor();
  await page.getByRole("table", { name: "Do the parts add up?" }).getByRole("cell", { name: "Adds up" }).first().waitFor();
  await findsNothing(page);
}

/** Next month's, for the team; then for its two sellers in equal parts. */
async function aQuota(page) {
  await page.getByRole("link", { name: "Quotas", exact: true }).click();
  await page.getByRole("link", { name: "New quota" }).click();
  await page.getByRole("textbox", { name: "Period" }).fill(nextMonth());
  await choose(page, "Team", "North");
  await page.getByRole("textbox", { name: "To be won" }).fill("50001");
  await findsNothing(page);
  await page.getByRole("button", { name: "Create", exact: true }).last().click();
  await page.getByRole("heading", { level: 1, name: `${nextMonth()} · North` }).waitFor();
  await page.getByRole("link", { name: "Split" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox", { name: "Split into" }).selectOption("The people of the team");
  await findsNothing(page);
  await dialog.getByRole("button", { name: "Split" }).click();
  await dialog.waitFor({ state: "hidden" });
  await page.goto(`/reports/coverage?period=${nextMonth()}`);
  const won = page.getByRole("table", { name: "Won of the quotas" });
  for (const name of ["James Whitfield", "Sofia Marchetti"]) {
    const [quota] = await cells(won.getByRole("row", { name }));
    if (Math.abs(quota - 25_000.5) > 0.6) throw new Error(`${name} got ${quota}`);
  }
  await page.getByRole("row", { name: `${nextMonth()} · North` }).getByRole("cell", { name: "Adds up" }).waitFor();
}

async function forecast(page) {
  await page.getByRole("link", { name: "Forecast", exact: true }).click();
  await page.waitForURL(/\/reports\/forecast/);
  await page.getByRole("table", { name: "By person" }).waitFor();
  await page.getByLabel("As of").fill(lastMonday());
  await page.getByLabel("As of").press("Enter");
  await page.waitForURL(new RegExp(`as_of=${lastMonday()}`));
  await page.getByRole("table", { name: "By person" }).getByRole("rowheader", { name: "Total" }).waitFor();
  await page.getByRole("link", { name: /^€/ }).first().waitFor();
  await findsNothing(page);
}

/** Found from the history, until somebody who arranges pipelines says which it is. */
async function keyStage(page, admin) {
  await openReport(page, "Stage analysis");
  await page.getByText("Found from the history").waitFor();
  await findsNothing(page);
  await admin.goto("/pipelines");
  await admin.getByRole("rowheader").getByRole("link", { name: "Sales" }).click();
  await admin.getByRole("link", { name: "Edit", exact: true }).first().click();
  await choose(admin, "Key stage", "Demo or meeting");
  await admin.getByRole("button", { name: "Save" }).last().click();
  await admin.getByRole("definition").filter({ hasText: "Demo or meeting" }).first().waitFor();
  await page.reload();
  await page.getByText("Pinned by hand").waitFor();
  await page.getByRole("definition").filter({ hasText: "Demo or meeting" }).waitFor();
}

async function scoreboard(page) {
  await openReport(page, "Scoreboard");
  await page.getByRole("combobox", { name: "Team" }).selectOption("North");
  await page.waitForURL(/team=/);
  await page.getByRole("rowheader", { name: "Median of the team" }).first().waitFor();
  await findsNothing(page);
  await page.getByRole("table", { name: "What stands out" }).getByRole("link", { name: "James Whitfield" }).click();
  await page.waitForURL(/person=/);
  await page.getByRole("table", { name: "Against the team’s median" }).getByRole("rowheader", { name: "Won value" }).waitFor();
  await page.getByRole("table", { name: "Stage by stage" }).getByRole("rowheader", { name: "Proposal" }).waitFor();
  await findsNothing(page);
  // A figure opens to what it rests on.
  await page.getByRole("rowheader", { name: "Activities per working day" }).getByRole("link").click();
  await page.waitForURL((url) => url.pathname === "/activities");
}
