// A seller's Friday by mouse, in French: a deal that waits gets its next step, one goes to the next month on the board and
// keeps its day, one is counted on; what is left of the quota, and what the forecast makes of it.
import { findsNothing } from "../lib/axe.mjs";
import { dragTo, told } from "../lib/hands.mjs";
import { colleague } from "../lib/people.mjs";
import { figure, nextMonthsEnd } from "../lib/planning.mjs";

export const title = "A seller's Friday, by mouse, in French";

export default async function ({ page: admin }) {
  const mathieu = await colleague(admin, "Mathieu Laurent", { lang: "fr" });
  const { page } = mathieu;
  const deal = await whatWaits(page);
  await toTheNextMonth(page);
  await countOnIt(page, deal);
  await whatIsLeft(page);
  await forecast(page);
  await mathieu.leave();
}

/** The first of the deals that need follow-up gets a next step. */
async function whatWaits(page) {
  const waiting = page.getByRole("region", { name: "À relancer" }).getByRole("listitem");
  await waiting.first().waitFor();
  await findsNothing(page);
  const line = waiting.filter({ has: page.getByRole("link", { name: /^Planifier la suite/ }) }).first();
  const deal = await line.locator("[data-open]").getAttribute("href");
  await line.getByRole("link", { name: /^Planifier la suite/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Prochaine action", exact: true }).fill("Envoyer l’offre");
  await dialog.getByLabel("Échéance de l’action").fill(nextMonthsEnd());
  await findsNothing(page);
  await dialog.getByRole("button", { name: "Planifier la suite" }).click();
  await told(page, "La prochaine action est planifiée");
  return deal;
}

/** Dragged one column to the right: the same day, a month later. */
async function toTheNextMonth(page) {
  await page.getByRole("link", { name: "Affaires", exact: true }).click();
  await page.getByRole("navigation", { name: "Regrouper par" }).getByRole("link", { name: "Date de clôture" }).click();
  await page.waitForURL(/by=close_date/);
  await page.getByRole("link", { name: "Les miennes" }).click();
  await page.waitForURL(/filter=/);
  await page.locator("[data-column] [data-card]").first().waitFor();
  await findsNothing(page);
  const months = await page.locator("[data-column]").evaluateAll((all) =>
    all.map((one) => ({ month: one.dataset.column, cards: one.querySelectorAll("[data-card]").length })));
  const from = months.findIndex((one, at) => one.cards && months[at + 1]?.month.match(/^\d/));
  if (from < 0) throw new Error(`no card has a month after its own: ${JSON.stringify(months)}`);
  const [here, next] = [from, from + 1].map((at) => page.locator(`[data-column="${months[at].month}"]`));
  const card = here.locator("[data-card]").first();
  const id = await card.getAttribute("data-card");
  const answer = page.waitForResponse((response) => response.url().includes("/move"));
  await dragTo(page, card, next.getByRole("list"));
  if (!(await answer).ok()) throw new Error("the move was refused");
  await next.locator(`[data-card="${id}"]`).waitFor();
  await page.reload();
  await next.locator(`[data-card="${id}"]`).waitFor();
}

/** Promised, whatever its stage says. */
async function countOnIt(page, deal) {
  await page.goto(deal);
  await page.getByRole("link", { name: "Modifier", exact: true }).first().click();
  await page.getByRole("combobox", { name: "Catégorie de prévision" }).selectOption("Engagé");
  await page.getByRole("button", { name: "Enregistrer" }).last().click();
  await page.waitForURL((url) => url.pathname === deal);
  await page.getByRole("heading", { level: 1 }).waitFor();
}

async function whatIsLeft(page) {
  await page.getByRole("link", { name: "Objectifs et couverture" }).click();
  const own = page.getByRole("table", { name: "Gagné sur les objectifs" }).getByRole("row", { name: /Mathieu Laurent/ });
  await own.waitFor();
  if (!/€/.test(await figure(page, "Reste à gagner"))) throw new Error("nothing is said of what is left");
  await findsNothing(page);
}

async function forecast(page) {
  await page.getByRole("link", { name: "Prévision", exact: true }).click();
  await page.getByRole("link", { name: "Les miennes" }).click();
  await page.waitForURL(/filter=/);
  // Over the year and the next quarter the deal that was promised counts as firm.
  const period = page.getByRole("combobox", { name: "Période" });
  const all = await period.getByRole("option").allTextContents();
  let firm = 0;
  for (const key of all.filter((key) => /Q/.test(key)).slice(0, 5)) {
    await page.goto(`/reports/forecast?period=${key}&filter=${encodeURIComponent("owner = me and forecast_category = commit")}`);
    firm += await page.getByRole("table", { name: "Par personne" }).getByRole("rowheader", { name: "Mathieu Laurent" }).count();
  }
  if (!firm) throw new Error("the promised deal is firm in no quarter");
  await findsNothing(page);
}
