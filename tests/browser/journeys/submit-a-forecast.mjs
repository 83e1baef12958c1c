// A forecast from hand to hand, by mouse: a seller submits, thinks otherwise and submits again, and something becomes of a
// deal; the manager sees both, opens what has changed, adjusts with a reason, and it rolls up. How well it came true before.
import { findsNothing } from "../lib/axe.mjs";
import { figure, numberBelow, openReport, quarter } from "../lib/planning.mjs";
import { colleague } from "../lib/people.mjs";

export const title = "A forecast is submitted and adjusted, by mouse";

export default async function ({ page: admin }) {
  const james = await colleague(admin, "James Whitfield");
  await submits(james.page, "12000", "The pilot is signed");
  await submits(james.page, "15000", "A second hall came in");
  await changesItsHistory(james.page);
  const deal = await promisesADeal(james.page);
  await james.leave();
  await howLikely(admin);

  const ingrid = await colleague(admin, "Ingrid Solberg");
  await seesWhatHasChanged(ingrid.page, deal);
  await adjusts(ingrid.page);
  await howItCameTrue(ingrid.page);
  await ingrid.leave();
}

async function submits(page, commit, comment) {
  await openReport(page, "Forecast roll-up");
  await findsNothing(page);
  await page.getByRole("link", { name: "Submit my forecast" }).click();
  await page.getByRole("textbox", { name: "Commit", exact: true }).fill(commit);
  await page.getByRole("textbox", { name: "Comment" }).fill(comment);
  await findsNothing(page);
  await page.getByRole("button", { name: "Create", exact: true }).last().click();
  await page.getByRole("heading", { level: 1, name: `${quarter().key} · James Whitfield` }).waitFor();
}

/** The last stands first, with what it changed; the one before stays. */
async function changesItsHistory(page) {
  await openReport(page, "Forecast roll-up");
  const history = page.getByRole("table", { name: "Everything that was submitted" });
  const [last, before] = [history.getByRole("row").nth(1), history.getByRole("row").nth(2)];
  await last.getByRole("cell", { name: "A second hall came in" }).waitFor();
  await before.getByRole("cell", { name: "The pilot is signed" }).waitFor();
  const change = await numberBelow(history, last, "Since the one before");
  if (change !== 3000) throw new Error(`15,000 after 12,000 changes it by ${change}`);
}

/** A deal that was only in the pipeline is promised for this quarter. */
async function promisesADeal(page) {
  await page.goto(`/opportunities?filter=${encodeURIComponent("owner = me and state = open and forecast_category = pipeline and amount > 0")}`);
  const first = page.getByRole("rowheader").getByRole("link").first();
  const name = (await first.textContent()).trim();
  await first.click();
  await page.getByRole("link", { name: "Edit", exact: true }).first().click();
  await page.getByRole("combobox", { name: "Forecast category" }).selectOption("Commit");
  await page.getByLabel("Expected close date").fill(quarter().last);
  await page.getByRole("button", { name: "Save" }).last().click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
  return name;
}

/** The page of a deal says how likely it is won, and leads to the report. */
async function howLikely(page) {
  await page.goto(`/opportunities?filter=${encodeURIComponent("state = open and amount > 0")}`);
  await page.getByRole("rowheader").getByRole("link").first().click();
  const likely = page.locator("dl.tells > div").filter({ hasText: "Win probability" });
  await likely.getByRole("link", { name: /%$/ }).waitFor();
  await findsNothing(page);
  await likely.getByRole("link", { name: /%$/ }).click();
  await page.getByRole("heading", { level: 1, name: "Win probability" }).waitFor();
}

/** Of one person: what has become of the deals since they last submitted. */
async function seesWhatHasChanged(page, deal) {
  await openReport(page, "Forecast roll-up");
  const tree = page.getByRole("table", { name: "Person by person" });
  const row = tree.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "James Whitfield" }) });
  await row.getByRole("cell", { name: "A second hall came in" }).waitFor();
  await row.getByRole("link", { name: "James Whitfield" }).click();
  await page.waitForURL(/whose=/);
  await page.getByText(/Since the last submission on/).waitFor();
  const changed = page.getByRole("table", { name: "What has changed, deal by deal" });
  const turned = changed.getByRole("row").filter({ has: page.getByRole("link", { name: deal, exact: true }) }).first();
  await turned.getByRole("cell", { name: "Commit", exact: true }).waitFor();
  await findsNothing(page);
}

/** Without a reason it is refused; with one it stands in the tree, which adds up. */
async function adjusts(page) {
  await openReport(page, "Forecast roll-up");
  await page.getByRole("link", { name: "Adjust what rises to me" }).click();
  await page.getByRole("textbox", { name: "Commit", exact: true }).fill("20000");
  await page.getByRole("textbox", { name: "Comment" }).fill("");
  await page.getByRole("button", { name: "Create", exact: true }).last().click();
  const comment = page.getByRole("textbox", { name: "Comment" });
  await page.locator("[aria-invalid=true]").first().waitFor();
  await comment.fill("One of these waits for a budget");
  await page.getByRole("button", { name: "Create", exact: true }).last().click();
  await page.getByRole("heading", { level: 1, name: `${quarter().key} · North` }).waitFor();
  await openReport(page, "Forecast roll-up");
  const tree = page.getByRole("table", { name: "Person by person" });
  const row = tree.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "Ingrid Solberg" }) });
  await row.getByRole("cell", { name: /One of these waits for a budget/ }).waitFor();
  const sums = [];
  for (const heading of ["Submitted", "Rises from the team", "Adjusted by", "Rises"]) {
    sums.push(await numberBelow(tree, row, heading));
  }
  const [own, below, adjusted, rises] = sums;
  if (!adjusted || Math.abs(own + below + adjusted - rises) > 2) throw new Error(`it does not add up: ${sums}`);
  const top = Number((await figure(page, "Submitted: commit forecast")).replace(/[^\d]/g, ""));
  if (Math.abs(top - rises) > 1) throw new Error(`${rises} rises, and ${top} is told`);
}

/** People beside the deals and beside chance. */
async function howItCameTrue(page) {
  const judged = page.getByRole("table", { name: "How well it came true" });
  for (const name of ["People, as submitted", "Deals: closed and commit", "P50, probabilities as set"]) {
    await judged.getByRole("rowheader", { name }).waitFor();
  }
  await findsNothing(page);
}
