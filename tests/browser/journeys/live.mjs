// Two people at one company: what one does stands before the other at once, and nobody overwrites anybody.
import { findsNothing } from "../lib/axe.mjs";
import { listen } from "../lib/complaints.mjs";
import { giveWhatIsAsked } from "../lib/hands.mjs";

export const title = "Two people see what the other does, and merge what both changed";

const PASSWORD = "a saddle of herons";

export default async function ({ page, context }) {
  await page.goto("/users/new");
  await page.locator("#field-name").fill("Maria Live");
  await page.locator("#field-email").fill("maria@live.example");
  await page.locator("#field-role").selectOption({ label: "Administrator" });
  await page.locator("#field-password").fill(PASSWORD);
  await page.keyboard.press("Control+Enter");
  await page.locator("article.record h1", { hasText: "Maria Live" }).waitFor();

  const { origin } = new URL(page.url());
  const hers = await context.browser().newContext({ baseURL: origin, locale: "en", reducedMotion: "reduce", viewport: { width: 1440, height: 900 } });
  const maria = await hers.newPage();
  const complaints = listen(maria);
  await maria.goto("/sign-in");
  await maria.locator("input[name=email]").fill("maria@live.example");
  await maria.locator("input[type=password]").fill(PASSWORD);
  await maria.keyboard.press("Enter");
  await maria.waitForURL((url) => url.pathname === "/");
  try {
    await cardMoves(page, maria);
    await rowChanges(page, maria);
    await recordChanges(page, maria);
    await bothChange(page, maria);
    await dayChanges(page, maria);
    await calendarChanges(page, maria);
  } finally {
    await hers.close();
  }
  if (complaints.length) throw new Error(`at Maria's: ${complaints.join("\n")}`);
}

// Maria moves a card by keyboard; it stands in the other column of the other board.
async function cardMoves(page, maria) {
  await page.goto("/opportunities/board");
  await maria.goto("/opportunities/board");
  await maria.keyboard.press("j");
  const id = await maria.locator("[data-card]:has(:focus)").getAttribute("data-card");
  await maria.keyboard.press(".");
  const target = maria.locator(`[data-card="${id}"] [data-move-form] button`).first();
  const column = await target.getAttribute("value");
  await target.focus();
  const answer = maria.waitForResponse((response) => response.url().includes("/move"));
  await maria.keyboard.press("Enter");
  await giveWhatIsAsked(maria, await answer);
  await page.locator(`[data-column="${column}"] [data-card="${id}"]`).waitFor();
}

// A changed row is drawn anew where it stands, a new one is announced; where one was typing, one goes on typing.
async function rowChanges(page, maria) {
  await page.goto("/accounts");
  const first = page.locator("tr[data-row] a[data-open]").first(), path = await first.getAttribute("href");
  const renamed = `${(await first.textContent()).trim()} Renamed by Maria`;
  await page.locator(".search input, [data-filter-text]").first().click();
  await page.keyboard.type("half a wo");
  await change(maria, path, "#field-name", renamed);
  await page.locator("tr[data-row]", { hasText: "Renamed by Maria" }).waitFor();
  await page.keyboard.type("rd");
  if (await page.evaluate(() => document.activeElement.value) !== "half a word") throw new Error("what was being typed was lost");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await maria.goto("/accounts/new");
  await maria.locator("#field-name").fill("!! New by Maria");
  await maria.keyboard.press("Control+Enter");
  await maria.locator("article.record h1").waitFor();
  const more = page.getByRole("button", { name: "1 new" });
  await more.waitFor();
  if (await page.locator("tr[data-row]", { hasText: "New by Maria" }).count()) throw new Error("the list jumped");
  await more.click();
  await page.locator("tr[data-row]", { hasText: "New by Maria" }).waitFor();
}

// The page of a record refreshes its parts, and says who else is there.
async function recordChanges(page, maria) {
  await page.goto("/accounts");
  const path = await page.locator("tr[data-row] a[data-open]").nth(1).getAttribute("href");
  await page.goto(path);
  await page.locator("article.record h1").waitFor();
  await maria.goto(`${path}/edit`);
  await page.locator("[data-presence] .edits").waitFor();
  await findsNothing(page);
  await page.locator("[data-composer] textarea").fill("a thought of my own");
  await maria.locator("#field-name").fill("Seen at once");
  await maria.keyboard.press("Control+Enter");
  await page.locator("article.record h1", { hasText: "Seen at once" }).waitFor();
  if (await page.locator("[data-composer] textarea").inputValue() !== "a thought of my own") throw new Error("the comment in the making was lost");
  await page.locator("[data-presence] li:not(.edits)").waitFor();
  await maria.goto("/");
  await page.waitForFunction(() => !document.querySelector("[data-presence] li"));
}

// A form is left alone, and told; what is elsewhere is taken over, what is the same field is compared.
async function bothChange(page, maria) {
  const path = new URL(page.url()).pathname;
  await page.locator("[data-composer] textarea").fill("");
  await page.goto(`${path}/edit`);
  await page.locator("#field-name").fill("Mine");
  await change(maria, path, "#field-website", "https://theirs.example");
  await page.locator("[data-news]", { hasText: "theirs.example" }).waitFor();
  await findsNothing(page);
  if (await page.locator("#field-name").inputValue() !== "Mine") throw new Error("the form was touched");
  await page.getByRole("button", { name: "Take it over" }).click();
  await page.waitForFunction(() => document.querySelector("#field-website").value === "https://theirs.example");
  if (await page.locator("#field-name").inputValue() !== "Mine") throw new Error("what was typed was lost");
  await change(maria, path, "#field-name", "Theirs");
  await page.locator("[data-news]", { hasText: "You changed this as well" }).waitFor();
  await page.getByRole("button", { name: "Compare" }).click();
  await page.locator("[name='field.name'][value=yours]").check();
  await page.getByRole("button", { name: "Save" }).click();
  await page.locator("article.record h1", { hasText: "Mine" }).waitFor();
  await page.locator("article.record", { hasText: "theirs.example" }).waitFor();
}

// What waits today changes under the eyes of whoever looks at it, who stays where they are.
async function dayChanges(page, maria) {
  await page.goto("/?who=all");
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  const at = () => page.evaluate(() => document.activeElement.getAttribute("href"));
  const before = await at();
  const path = await plan(maria, "A task of Maria’s", "2020-01-02");
  const line = page.getByRole("link", { name: "A task of Maria’s", exact: true });
  await line.waitFor();
  if ((await at()) !== before) throw new Error("what one was on has lost the focus");
  await line.focus();
  await change(maria, path, "#field-due_date", "2199-01-05");
  await page.locator("[data-today] [data-left]", { has: line }).waitFor();
  await page.keyboard.press("j");
  if (!(await at())) throw new Error("from a line that has gone one can’t walk on");
}

// A card of the calendar goes to its other day; the focus goes along.
async function calendarChanges(page, maria) {
  const path = await plan(maria, "A day of Maria’s", "2199-01-08");
  await page.goto("/activities/calendar?view=week&day=2199-01-08&who=all");
  const card = (day) => page.locator(`[data-day="${day}"]`).getByRole("link", { name: "A day of Maria’s" });
  await card("2199-01-08").focus();
  await change(maria, path, "#field-due_date", "2199-01-09");
  await card("2199-01-09").waitFor();
  await page.waitForFunction((path) => document.activeElement.getAttribute("href") === path, path);
  if (await card("2199-01-08").count()) throw new Error("it stands on two days");
}

async function plan(at, subject, day) {
  await at.goto("/activities/new");
  await at.locator("#field-subject").fill(subject);
  await at.locator("#field-due_date").fill(day);
  await at.keyboard.press("Control+Enter");
  await at.locator("article.record h1", { hasText: subject }).waitFor();
  return new URL(at.url()).pathname;
}

async function change(at, path, field, text) {
  await at.goto(`${path}/edit`);
  await at.locator(field).fill(text);
  await at.keyboard.press("Control+Enter");
  await at.locator("article.record h1").waitFor();
}
