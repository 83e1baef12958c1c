// An administrator's day by mouse: somebody is invited, comes in, gets another role, is looked at through their own eyes;
// a field is declared and put in its place; a table is brought in with a row that is refused, and taken back; a record
// goes to the trash and comes back, two become one and two again; the chain is checked, a backup made; somebody leaves.
import { windowOptions } from "../lib/chromium.mjs";
import { findsNothing } from "../lib/axe.mjs";
import { choose, lookAgainFor, told } from "../lib/hands.mjs";

export const title = "An administrator's day, by mouse";

const PASSWORD = "a saddle of herons";

export default async function ({ page }) {
  const person = await invite(page);
  await comeIn(page);
  await otherRole(page, person);
  await seeAs(page, person);
  await why(page);
  await field(page);
  await bringIn(page);
  await trash(page);
  await merge(page);
  await houseKeeping(page);
  await leave(page);
}

async function invite(page) {
  await page.goto("/");
  await page.getByRole("link", { name: "Settings", exact: true }).click();
  await page.getByRole("main").getByRole("link", { name: /^Users/ }).first().click();
  await page.getByRole("link", { name: "New user" }).click();
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Nadia Newcomer");
  await page.getByRole("textbox", { name: "E-mail" }).fill("nadia@corda.example");
  await choose(page, "Role", "Account executive");
  await page.getByRole("button", { name: "Create", exact: true }).last().click();
  await page.getByRole("heading", { level: 1, name: "Nadia Newcomer" }).waitFor();
  return new URL(page.url()).pathname;
}

/** By the link that the administrator sends her. */
async function comeIn(page) {
  await page.getByRole("link", { name: "Sign-in", exact: true }).click();
  await page.getByRole("button", { name: "Make a password link" }).click();
  const link = page.getByRole("code");
  await link.waitFor();
  await findsNothing(page);
  const hers = await page.context().browser().newContext(windowOptions());
  const nadia = await hers.newPage();
  await nadia.goto((await link.textContent()).trim());
  await nadia.getByLabel(/password/i).first().fill(PASSWORD);
  await findsNothing(nadia);
  await nadia.getByRole("button", { name: /password|sign in/i }).last().click();
  await nadia.getByRole("heading", { level: 1, name: /Nadia Newcomer/ }).waitFor();
  await hers.close();
}

async function otherRole(page, person) {
  await page.goto(person);
  await page.getByRole("link", { name: "Edit: Role" }).first().click();
  await choose(page, "Role", "Head of sales");
  await page.getByRole("definition").filter({ hasText: "Head of sales" }).first().waitFor();
}

/** As she sees it: marked on every page, and nothing can be changed. */
async function seeAs(page, person) {
  await page.goto(person);
  await page.getByTitle("More").first().click();
  await page.getByRole("button", { name: "See as this person" }).click();
  await page.getByText(/Nadia Newcomer/).first().waitFor();
  await page.getByRole("heading", { level: 1, name: "Hello, Nadia Newcomer" }).waitFor();
  await findsNothing(page);
  await page.getByRole("button", { name: "Stop" }).click();
  await page.getByRole("button", { name: "Stop" }).waitFor({ state: "detached" });
}

async function why(page) {
  await page.goto("/opportunities");
  await page.getByRole("rowheader").getByRole("link").first().click();
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.goto(`${new URL(page.url()).pathname}/access`);
  await choose(page, "Person", "Nadia Newcomer");
  await page.getByRole("button", { name: "Show" }).click();
  await page.getByRole("main").getByText(/Nadia Newcomer/).first().waitFor();
  await findsNothing(page);
}

/** Declared, and moved to the top of the form. */
async function field(page) {
  await page.goto("/custom_fields/new");
  await page.getByRole("textbox", { name: "Label" }).fill("Parking spaces");
  await page.getByRole("combobox", { name: "Object", exact: true }).selectOption("Account");
  await page.getByRole("combobox", { name: "Kind" }).selectOption("Number");
  await page.getByRole("button", { name: "Create", exact: true }).last().click();
  await page.getByRole("heading", { level: 1, name: "Parking spaces" }).waitFor();
  await page.goto("/settings/objects/account");
  const form = page.getByRole("region", { name: "Form" });
  await form.getByRole("listitem").filter({ hasText: "Parking spaces" }).hover();
  await form.getByRole("button", { name: "Move up: Parking spaces" }).click();
  await page.getByRole("button", { name: "Save" }).last().click();
  await page.getByRole("status").filter({ hasText: /\S/ }).first().waitFor();
  await page.goto("/accounts/new");
  await page.getByRole("textbox", { name: "Parking spaces" }).waitFor();
}

/** Two rows, one of which is refused and can be fetched with the reason; then all of it is taken back. */
async function bringIn(page) {
  await page.goto("/import/new?object=account");
  const table = "Name,Website\nPaloma Freight,https://paloma.example\n,https://nameless.example\n";
  await page.getByLabel("Files").setInputFiles({ name: "companies.csv", mimeType: "text/csv", buffer: Buffer.from(table) });
  await page.getByRole("button", { name: "Look at the columns" }).click();
  await page.getByRole("button", { name: "Check without importing" }).click();
  await page.getByText("Name").first().waitFor();
  await findsNothing(page);
  await page.getByRole("button", { name: /^Import/ }).last().click();
  await page.getByRole("link", { name: /rejected/i }).waitFor();
  await findsNothing(page);
  await page.getByRole("link", { name: /^Undo/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: /^Undo/ }).click();
  await page.getByRole("status").filter({ hasText: "The import was undone" }).waitFor();
  await page.goto("/search?q=Paloma%20Freight");
  if (await page.getByRole("main").getByRole("link", { name: "Paloma Freight" }).count()) throw new Error("what was taken back is still found");
}

async function trash(page) {
  await page.goto("/contacts");
  const first = page.getByRole("rowheader").getByRole("link").first();
  const name = (await first.textContent()).trim();
  await first.click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
  await page.getByTitle("More").first().click();
  await page.getByRole("button", { name: "Move to trash" }).click();
  await told(page, name);
  await page.getByRole("link", { name: "Trash", exact: true }).click();
  const row = page.getByRole("row").filter({ hasText: name });
  await row.waitFor();
  await findsNothing(page);
  await row.getByRole("button", { name: "Restore" }).click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
}

async function merge(page) {
  await page.goto("/accounts?sort=name");
  const boxes = page.getByRole("checkbox", { name: /^Select this row/ });
  const many = await boxes.count();
  for (const at of [1, 2]) await boxes.nth(at).click();
  await page.getByRole("button", { name: "Merge" }).click();
  await page.getByRole("heading", { level: 1, name: "Merge two records" }).waitFor();
  await findsNothing(page);
  await page.getByRole("button", { name: "Merge" }).click();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.goto("/accounts?sort=name");
  if (await boxes.count() !== many) throw new Error("the other one did not come back");
}

async function houseKeeping(page) {
  await page.goto("/settings/journal");
  await page.getByRole("button", { name: "Check the chain" }).click();
  await page.getByRole("status").filter({ hasText: /hold\b|holds/ }).first().waitFor();
  await findsNothing(page);
  await page.goto("/settings/backup");
  await page.getByRole("button", { name: "Back up now" }).click();
  await lookAgainFor(page, page.getByRole("link", { name: /download/i }));
  await findsNothing(page);
}

/** What Claire has goes to the administrator; then she is in no longer. */
async function leave(page) {
  await page.goto("/users");
  await page.getByRole("rowheader").getByRole("link", { name: "Claire Dubois" }).click();
  await page.getByRole("heading", { level: 1, name: "Claire Dubois" }).waitFor();
  const claire = new URL(page.url()).pathname;
  await page.getByTitle("More").first().click();
  await page.getByRole("link", { name: "Transfer records" }).click();
  await choose(page, "To", "Ruth Adler");
  await page.getByRole("button", { name: /^Transfer/ }).last().click();
  await page.getByRole("button", { name: "Take back" }).first().waitFor();
  await page.goto(`${claire}/edit`);
  await page.getByRole("group", { name: "Active" }).getByText("No", { exact: true }).click();
  await page.getByRole("button", { name: "Save", exact: true }).last().click();
  await page.getByRole("heading", { level: 1, name: "Claire Dubois" }).waitFor();
  await page.getByRole("definition").filter({ hasText: /^No/ }).first().waitFor();
}
