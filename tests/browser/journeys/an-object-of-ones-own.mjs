// An administrator makes an object with a field of every kind that the settings offer, while Cordee runs; its records are
// written in a form, changed in the list, moved on a board, brought in and taken out as a table, read over the API, and
// tell what they were before. Then the object goes out of use.
import { readFile } from "node:fs/promises";
import { isDeepStrictEqual } from "node:util";
import { findsNothing } from "../lib/axe.mjs";
import { choose, dragTo, told } from "../lib/hands.mjs";

export const title = "An object of one’s own, with a field of every kind";

// How a field of a form is filled in, by its label.
const typed = (text) => (form, label) => form.getByRole("textbox", { name: label, exact: true }).fill(text);
const tagged = (text) => (form, label) => form.getByRole("combobox", { name: label, exact: true }).pressSequentially(`${text},`);
const filed = (name) => (form, label) => form.getByLabel(label).setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from("A floor plan") });
const chosen = (...names) => async (form, label) => {
  for (const name of names) await choose(form, label, name);
};
const ticked = (...names) => async (form, label) => {
  for (const name of names) await form.getByRole("group", { name: label }).getByText(name, { exact: true }).click();
};
const parts = (texts) => async (form, label) => {
  for (const [part, text] of Object.entries(texts)) await typed(text)(form.getByRole("group", { name: label }), part);
};

const AGENDA = "The roof,\nthen \"the cellar\"";
const PLACE = { street: "Quai 9", city: "Lyon", region: "", postcode: "", country: "FR" };

/**
 * By what the settings call a kind: what its field is called, what else is said of it, how it is filled in, and what is
 * shown of it on the page and in the list. Then, once hours and state have changed, what stands in a table, and what a
 * program reads: its value, or the title of what it leads to; and that value where none can be brought in.
 */
const KINDS = {
  "Text": { label: "Access code", give: typed("B-17"), shown: "B-17", table: "B-17", value: "B-17" },
  "Long text": { label: "Agenda", give: typed(AGENDA), shown: /The roof,\s+then "the cellar"/, table: AGENDA, value: AGENDA },
  "Number": { label: "Hours", more: { "Decimals": "1" }, give: typed("2.5"), shown: "2.5", table: "4", value: 4 },
  "Money": { label: "Costs", give: typed("500"), shown: "€500", table: "500.00 EUR", value: { amount: "500.00", currency: "EUR" } },
  "Percentage": { label: "Prepared", give: typed("40"), shown: "40%", table: "40", value: 40 },
  "Date": { label: "Visit day", give: typed("2026-11-20"), shown: "Nov 20, 2026", table: "2026-11-20", value: "2026-11-20" },
  "Time of day": { label: "Gate opens", give: typed("07:30"), shown: /7:30\sAM/, table: "07:30:00", value: "07:30:00" },
  "Date and time": { label: "Arrived", give: typed("2026-11-20T07:45"), shown: /Nov 20, 2026, 7:45\sAM/, table: "2026-11-20T06:45:00Z", value: "2026-11-20T06:45:00Z" },
  "Yes or no": { label: "Helmet needed", give: ticked("Yes"), shown: "Yes", table: "yes", value: true },
  "Choice": { label: "State", more: { "Options, one on each line": "Planned\nOn site\nReported" }, give: chosen("Planned"), shown: "Planned", table: "on_site", value: "on_site" },
  "Several choices": { label: "Trades", more: { "Options, one on each line": "Roof\nPiping\nWiring" }, give: ticked("Roof", "Wiring"), shown: /Roof\s*Wiring/, table: "roof; wiring", value: ["roof", "wiring"] },
  "Tags": { label: "Labels", give: tagged("Steep"), shown: "Steep", table: "Steep", value: ["Steep"] },
  "Link to a record": { label: "Customer", more: { "Leads to object": "Account" }, give: chosen("Copperfield Builders Ltd"), shown: "Copperfield Builders Ltd", table: "Copperfield Builders Ltd", title: "Copperfield Builders Ltd" },
  "Links to many records": { label: "Guests", more: { "Leads to object": "Contact" }, give: chosen("Joanna Hathaway", "Aaron Castillo"), shown: /Joanna Hathaway.*Aaron Castillo/, table: "Joanna Hathaway; Aaron Castillo", title: ["Joanna Hathaway", "Aaron Castillo"] },
  "Link to a record of several objects": { label: "Because of", more: { "May link to": ["Account", "Contact"] }, give: chosen("Redwood Foods Ltd"), shown: "Redwood Foods Ltd", table: /^account:\w+$/, title: "Redwood Foods Ltd" },
  "Person (user)": { label: "Guide", give: chosen("Ingrid Solberg"), shown: "Ingrid Solberg", table: "Ingrid Solberg", title: "Ingrid Solberg" },
  "E-mail": { label: "Gate mail", give: typed("gate@boiler.example"), shown: "gate@boiler.example", table: "gate@boiler.example", value: "gate@boiler.example" },
  "Phone": { label: "Gate phone", give: typed("+33 1 42 68 53 00"), shown: "+33 1 42 68 53 00", table: "'+33142685300", value: "+33142685300" },
  "Web address": { label: "Way there", give: typed("https://boiler.example/way"), shown: "boiler.example/way", table: "https://boiler.example/way", value: "https://boiler.example/way" },
  "Postal address": { label: "Place", give: parts({ Street: "Quai 9", City: "Lyon", Country: "FR" }), shown: /Quai 9\W*Lyon\W*FR/, table: PLACE, value: PLACE },
  "File": { label: "Floor plan", give: filed("floor.txt"), shown: "floor.txt", table: "floor.txt", value: "floor.txt", broughtIn: null },
  "Formula": { label: "Costs per hour", more: { "How it is reckoned": "x_costs / x_hours" }, shown: "€200", table: "125.00 EUR", value: { amount: "125.00", currency: "EUR" } },
  "Roll-up of linked records": {
    label: "Findings made", more: { "Reckoned from": "Finding", "By their link (API name)": "parent", "What is reckoned": "How many there are" },
    shown: "2", table: "2", value: 2, broughtIn: 0,
  },
};
const FIELDS = Object.values(KINDS);
const nameOf = ({ label }) => `x_${label.toLowerCase().replaceAll(" ", "_")}`;

export default async function ({ page }) {
  await page.goto("/");
  await menu(page, "Settings").click();
  try {
    await declare(page, "Site visit", "Site visits", { "Board by field": nameOf(KINDS.Choice) });
    await declare(page, "Finding", "Findings", { "Lines of": "Site visit" });
    await addFields(page);
    await fillIn(page);
    await changeInList(page);
    await moveOnBoard(page);
    await bringIn(page, await takeOut(page));
    await readByProgram(page);
    await lookBack(page);
  } finally {
    await putOutOfUse(page, "Finding", "Site visit");
  }
}

const menu = (page, name) => page.getByRole("navigation", { name: "Main navigation" }).getByRole("link", { name, exact: true });
const settings = (page, name) => page.getByRole("navigation", { name: "Settings" }).getByRole("link", { name, exact: true });
const heading = (page, name) => page.getByRole("heading", { level: 1, name, exact: true });
const rowOf = (page, name) => page.getByRole("main").getByRole("row").filter({ has: page.getByRole("rowheader", { name, exact: true }) });

async function declare(page, one, many, more) {
  await settings(page, "Objects and forms").click();
  await page.getByRole("link", { name: "New object" }).click();
  await page.getByRole("textbox", { name: "Name of one" }).fill(one);
  await page.getByRole("textbox", { name: "Name of many" }).fill(many);
  await say(page, more);
  await page.getByRole("button", { name: "Create", exact: true }).last().click();
  await heading(page, one).waitFor();
}

/** One of every kind that there is to choose from, one after another. */
async function addFields(page) {
  await settings(page, "Objects and forms").click();
  await page.getByRole("link", { name: "New field" }).click();
  await heading(page, "New field").waitFor();
  const offered = (await page.getByRole("combobox", { name: "Kind" }).getByRole("option").allTextContents()).filter((name) => name !== "–");
  same(offered.toSorted(), Object.keys(KINDS).toSorted(), "the kinds that are offered");
  // The next form keeps what was typed in the one before, and its boxes are refused then: what has boxes goes first.
  const inTurn = offered.toSorted((one, other) => hasBoxes(other) - hasBoxes(one));
  for (const [at, kind] of inTurn.entries()) {
    await describe(page, kind);
    if (at + 1 === inTurn.length) break;
    const again = page.waitForEvent("domcontentloaded");
    await page.keyboard.press("Control+Shift+Enter");
    await again;
    const wrong = await page.locator(".field-error").allTextContents();
    if (wrong.length) throw new Error(`${kind}: ${wrong}`);
  }
  await page.getByRole("button", { name: "Create", exact: true }).last().click();
  await heading(page, KINDS[inTurn.at(-1)].label).waitFor();
}

const hasBoxes = (kind) => Object.values(KINDS[kind].more ?? {}).some(Array.isArray);

async function describe(page, kind) {
  const { label, more = {} } = KINDS[kind];
  await page.locator("#field-label").fill(label);
  await page.locator("#field-object").selectOption("Site visit");
  await page.locator("#field-kind").selectOption(kind);
  await say(page, more);
  await page.locator("[name=in_list][value=true]").check();
}

/** What else is said of an object or a field, by the labels of the form. */
async function say(form, more) {
  for (const [label, said] of Object.entries(more)) {
    if (Array.isArray(said)) await ticked(...said)(form, label);
    else if (await form.getByRole("combobox", { name: label, exact: true }).count()) await choose(form, label, said);
    else await typed(said)(form, label);
  }
}

/** All of its form, with two lines; then its page shows all of it. */
async function fillIn(page) {
  await menu(page, "Site visits").click();
  const form = page.getByRole("main");
  await form.getByRole("link", { name: "Create" }).first().click();
  await form.locator("[data-lines][data-armed]").waitFor();
  await typed("Boiler house")(form, "Name");
  for (const { label, give } of FIELDS) await give?.(form, label);
  const lines = form.getByRole("region", { name: "Findings" }).getByRole("textbox", { name: /^Name/ });
  await form.getByRole("button", { name: "Add line" }).click();
  await lines.fill("Rust");
  await page.keyboard.press("Enter");
  await lines.nth(1).fill("Leak");
  await findsNothing(page);
  await page.getByRole("button", { name: "Create", exact: true }).last().click();
  await heading(page, "Boiler house").waitFor();
  showsAll(await page.locator("article.record").evaluate((record) => Object.fromEntries(
    [...record.querySelectorAll("dt")].map((term) => [term.firstChild.textContent.trim(), term.nextElementSibling.textContent.trim()]))));
  await findsNothing(page);
}

/** From the board. */
async function showList(page) {
  await page.getByRole("main").getByRole("link", { name: "List", exact: true }).click();
  await rowOf(page, "Boiler house").waitFor();
}

/** All of it stands in the list; one value is changed there, and what is reckoned from it follows. */
async function changeInList(page) {
  await menu(page, "Site visits").click();
  await showList(page);
  const row = rowOf(page, "Boiler house");
  const heads = await page.getByRole("columnheader").allTextContents(), cells = await row.locator("th, td").allTextContents();
  showsAll(Object.fromEntries(heads.map((head, at) => [head.trim(), cells[at + 1]]))); // the first one is to select the row
  await row.getByRole("cell", { name: "2.5", exact: true }).press("e");
  await row.getByRole("textbox").fill("4");
  await row.getByRole("textbox").press("Enter");
  await row.getByRole("cell", { name: "4", exact: true }).waitFor();
  await row.getByRole("cell", { name: "€125" }).waitFor();
}

function showsAll(texts) {
  for (const { label, shown } of FIELDS) {
    const text = texts[label] ?? "";
    if (!(shown instanceof RegExp ? shown.test(text) : text.includes(shown))) throw new Error(`${label} is shown as ${text}`);
  }
}

async function moveOnBoard(page) {
  await page.getByRole("main").getByRole("link", { name: "Board", exact: true }).click();
  const column = (name) => page.getByRole("region", { name, exact: true });
  await dragTo(page, column("Planned").locator("[data-card]").filter({ hasText: "Boiler house" }), column("On site").locator("[data-cards]"));
  await told(page, "Boiler house is now in On site");
}

/** The list as a table, with all that its only record holds. */
async function takeOut(page) {
  await showList(page);
  await page.getByRole("main").getByTitle("More").first().click();
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export as CSV" }).click();
  const [names, row, ...others] = cellsOf(await readFile(await (await coming).path(), "utf8"));
  await page.keyboard.press("Escape");
  same(others, [], "other rows");
  const cell = (name) => row[names.indexOf(name)];
  for (const field of FIELDS) {
    const name = nameOf(field), { table } = field;
    if (table instanceof RegExp) same(table.test(cell(name)), true, `${name} as ${cell(name)}`);
    else if (table === PLACE) for (const part in PLACE) same(cell(`${name}.${part}`), PLACE[part], `${name}.${part} in the table`);
    else same(cell(name), table, `${name} in the table`);
  }
  return { names, row };
}

/** Two rows: all the same of another site, and hardly anything of a third. */
async function bringIn(page, { names, row }) {
  const called = (name) => (cell, at) => ({ id: "", name })[names[at]] ?? cell;
  const rows = [names, row.map(called("Water tower")), row.map(() => "").map(called("Pump hall"))];
  const table = rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join()).join("\n");
  await page.getByRole("main").getByRole("link", { name: "Import", exact: true }).click();
  await page.getByLabel("Files").setInputFiles({ name: "site visits.csv", mimeType: "text/csv", buffer: Buffer.from(table) });
  await page.getByRole("button", { name: "Look at the columns" }).click();
  await page.getByRole("button", { name: "Check without importing" }).click();
  await page.getByRole("button", { name: "Import 2 rows" }).click();
  await page.getByRole("status").filter({ hasText: "Imported" }).waitFor();
  await page.getByRole("main").getByRole("link", { name: "Site visits", exact: true }).click();
  await showList(page);
  for (const name of ["Water tower", "Pump hall"]) await rowOf(page, name).waitFor();
}

async function readByProgram(page) {
  const { data } = await (await page.request.get("/api/v1/x_site_visits")).json();
  const [boilers, tower] = ["Boiler house", "Water tower"].map((name) => data.find((one) => one.name === name));
  for (const field of FIELDS) {
    const name = nameOf(field), { value, title, broughtIn = value } = field;
    const read = (one) => title ? one.titles[name] : one[name]?.name ?? one[name];
    same(read(boilers), title ?? value, `${name} over the API`);
    same(read(tower), title ?? broughtIn, `${name} as it was brought in`);
  }
}

/** What the list was a day ago, what it comes to now, and what a field was before. */
async function lookBack(page) {
  const display = async (what) => {
    await page.getByRole("main").locator("summary").filter({ hasText: "Display" }).click();
    await what(page.getByRole("form", { name: "Display" }));
  };
  await display((form) => form.getByRole("combobox", { name: "Group by" }).selectOption("State"));
  await page.getByRole("rowheader", { name: "Open or close the group On site 2", exact: true }).waitFor();
  await display(async (form) => {
    await form.getByRole("textbox", { name: "As of" }).fill(new Date(Date.now() - 86_400_000).toISOString().slice(0, 10));
    await form.getByRole("button", { name: "Apply" }).click();
  });
  await page.getByRole("link", { name: /^Remove this filter: As of/ }).waitFor();
  if (await page.getByRole("row", { name: /On site/ }).count()) throw new Error("yesterday there was nothing yet");
  await menu(page, "Site visits").click();
  await page.getByRole("region", { name: "On site" }).getByRole("link", { name: "Boiler house", exact: true }).click();
  await heading(page, "Boiler house").waitFor();
  for (const change of [/Hours\s*before:\s*2.5\s*now:\s*4/, /State\s*before:\s*Planned\s*now:\s*On site/]) {
    await page.getByRole("listitem").filter({ hasText: change }).first().waitFor();
  }
  await page.getByRole("link", { name: "History: Hours" }).first().click();
  await heading(page, "History: Hours").waitFor();
  same((await page.getByRole("main").getByRole("listitem").allTextContents()).map((one) => parseFloat(one)), [4, 2.5], "what the hours were");
}

/** In a tab of its own, so that what went wrong before stays to be seen. */
async function putOutOfUse(first, ...names) {
  const page = await first.context().newPage();
  await page.goto("/");
  await menu(page, "Settings").click();
  for (const name of names) {
    await settings(page, "Custom objects").click();
    await heading(page, "Custom objects").waitFor();
    const link = page.getByRole("rowheader").getByRole("link", { name, exact: true });
    if (!(await link.count())) continue;
    await link.click();
    await page.getByRole("link", { name: "Edit: Out of use" }).first().click();
    await ticked("Yes")(page, "Out of use");
    const save = page.getByRole("button", { name: "Save" });
    await save.click();
    await save.waitFor({ state: "detached" });
  }
  await page.reload();
  if (await menu(page, "Site visits").count()) throw new Error("what is out of use stands in the menu");
  await page.close();
}

function same(found, wanted, what) {
  if (!isDeepStrictEqual(found, wanted)) throw new Error(`${what}: ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`);
}

/** The rows of a table, each with its cells. */
function cellsOf(text) {
  const rows = [[]];
  for (const [, cell, end] of text.matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r?\n|$)/g)) {
    rows.at(-1).push(cell.replace(/^"([^]*)"$/, "$1").replaceAll('""', '"'));
    if (end !== ",") rows.push([]);
  }
  return rows.filter((row) => row.length > 1);
}
