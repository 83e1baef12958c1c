// The same with the keyboard alone: somebody is invited, gets another role and is looked at through their own eyes; a role
// is made; a field is declared and put in its place; a table is brought in and taken back; a record goes to the trash and
// comes back, two become one and two again; the chain is checked, a backup made; somebody leaves and gives away what they
// have; all of it within reach of Tab.
import { goTo, isSeen, pickByKeys, press, told, walkTo } from "../lib/hands.mjs";

export const title = "An administrator's day, by keyboard";

export default async function ({ page }) {
  const person = await invite(page);
  await seeAs(page);
  await otherRole(page, person);
  await aRole(page);
  await field(page);
  await trash(page);
  await merge(page);
  await bringIn(page);
  await check(page);
  await backUp(page);
  await leave(page);
}

async function invite(page) {
  await page.goto("/");
  await goTo(page, "users", "/users");
  await press(page, page.getByRole("link", { name: "New user" }));
  await page.waitForURL(/\/users\/new/);
  for (const [label, text] of [["Name", "Kit Keys"], ["E-mail", "kit@corda.example"]]) {
    await walkTo(page, page.getByRole("textbox", { name: label, exact: true }));
    await page.keyboard.type(text);
  }
  await walkTo(page, page.getByRole("combobox", { name: "Role" }));
  await page.keyboard.type("Account ex");
  await page.keyboard.press("Control+Enter");
  await page.getByRole("heading", { level: 1, name: "Kit Keys" }).waitFor();
  await page.getByRole("definition").filter({ hasText: "Account executive" }).first().waitFor();
  return new URL(page.url()).pathname;
}

/** In place: by the sign beside the value. */
async function otherRole(page, person) {
  await page.goto(person);
  await press(page, page.getByRole("link", { name: "Edit: Role" }));
  const role = page.getByRole("combobox", { name: "Role", exact: true });
  await role.waitFor();
  await walkTo(page, role);
  await page.keyboard.type("Head of s");
  await page.keyboard.press("Enter");
  await page.locator("[data-saved]").filter({ hasText: "Head of sales" }).first().waitFor();
  await walkTo(page, page.getByRole("link", { name: "Edit: Role" }), { most: 1 });
}

/** Made, and given what it may: what is chosen in the table of rights is kept. */
async function aRole(page) {
  await goTo(page, "roles", "/roles");
  await press(page, page.getByRole("link", { name: "New role" }));
  await walkTo(page, page.getByRole("textbox", { name: "Name", exact: true }));
  await page.keyboard.type("Keepers of keys");
  await page.keyboard.press("Control+Enter");
  await page.getByRole("heading", { level: 1, name: "Keepers of keys" }).waitFor();
  const right = page.locator("main select").first();
  await walkTo(page, right);
  await page.keyboard.press("ArrowDown");
  const chosen = await right.inputValue();
  await press(page, page.getByRole("button", { name: "Save", exact: true }).last());
  await page.getByRole("status").filter({ hasText: /\S/ }).first().waitFor();
  await right.waitFor();
  if (await right.inputValue() !== chosen) throw new Error("the right was not kept");
}

/** Declared, and moved to the top of the form by the buttons that show with the focus. */
async function field(page) {
  await goTo(page, "custom fields", "/custom_fields");
  await press(page, page.getByRole("link", { name: "New field" }));
  await page.waitForURL(/\/custom_fields\/new/);
  await walkTo(page, page.getByRole("textbox", { name: "Label" }));
  await page.keyboard.type("Loading docks");
  for (const [label, typed] of [["Object", "Account"], ["Kind", "Number"]]) {
    await walkTo(page, page.getByRole("combobox", { name: label, exact: true }));
    await page.keyboard.type(typed);
  }
  await page.keyboard.press("Control+Enter");
  await page.getByRole("heading", { level: 1, name: "Loading docks" }).waitFor();
  await page.goto("/settings/objects/account");
  await press(page, page.getByRole("region", { name: "Form" }).getByRole("button", { name: "Move up: Loading docks" }));
  await isSeen(page);
  await press(page, page.getByRole("button", { name: "Save" }).last());
  await page.getByRole("status").filter({ hasText: /\S/ }).first().waitFor();
  await page.goto("/accounts/new");
  await walkTo(page, page.getByRole("textbox", { name: "Loading docks" }));
}

async function seeAs(page) {
  await press(page, page.getByTitle("More").first());
  await press(page, page.getByRole("button", { name: "See as this person" }));
  await page.getByRole("heading", { level: 1, name: "Hello, Kit Keys" }).waitFor();
  await press(page, page.getByRole("button", { name: "Stop" }));
  await page.getByRole("button", { name: "Stop" }).waitFor({ state: "detached" });
}

async function trash(page) {
  await page.goto("/contacts");
  await page.keyboard.press("j");
  await isSeen(page);
  const name = await page.evaluate(() => document.activeElement.textContent.trim());
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name }).waitFor();
  await press(page, page.getByTitle("More").first());
  await press(page, page.getByRole("button", { name: "Move to trash" }));
  await told(page, name);
  await goTo(page, "trash", "/trash");
  await press(page, page.getByRole("row").filter({ hasText: name }).getByRole("button", { name: "Restore" }));
  await page.getByRole("heading", { level: 1, name }).waitFor();
}

/** Two rows are taken by x; what they differ in is decided by the arrows, and the merge undone by Z. */
async function merge(page) {
  await page.goto("/accounts?sort=name");
  await page.locator("[data-pick-page]").first().waitFor();
  const many = await page.locator("tr[data-id]").count();
  for (const key of ["j", "j", "x", "j", "x"]) await page.keyboard.press(key);
  await page.getByRole("status").filter({ hasText: "2 selected" }).waitFor();
  await press(page, page.getByRole("button", { name: "Merge" }));
  await page.getByRole("heading", { level: 1, name: "Merge two records" }).waitFor();
  await walkTo(page, page.getByRole("radio").first());
  await page.keyboard.press("ArrowDown");
  await isSeen(page);
  await press(page, page.getByRole("button", { name: "Merge" }));
  await page.getByRole("button", { name: "Undo", exact: true }).waitFor();
  await page.keyboard.press("z");
  await page.getByRole("status").filter({ hasText: "The merge was undone" }).waitFor();
  await page.goto("/accounts?sort=name");
  await page.locator("tr[data-id]").first().waitFor();
  if (await page.locator("tr[data-id]").count() !== many) throw new Error("the other one did not come back");
}

/** The file is chosen in a window of the system, which no page has a say in; all else by Tab and Enter. */
async function bringIn(page) {
  await page.goto("/import/new?object=account");
  const table = "Name,Website\nPelican Freight,https://pelican.example\n,https://nameless.example\n";
  await walkTo(page, page.getByLabel("Files"));
  await page.getByLabel("Files").setInputFiles({ name: "companies.csv", mimeType: "text/csv", buffer: Buffer.from(table) });
  await press(page, page.getByRole("button", { name: "Look at the columns" }));
  await press(page, page.getByRole("button", { name: "Check without importing" }));
  const bring = page.getByRole("button", { name: /^Import/ }).last();
  await bring.waitFor();
  await press(page, bring);
  await page.getByRole("link", { name: /rejected/i }).waitFor();
  await press(page, page.getByRole("link", { name: /^Undo/ }));
  await press(page, page.getByRole("dialog").getByRole("button", { name: /^Undo/ }));
  await page.getByRole("status").filter({ hasText: "The import was undone" }).waitFor();
}

async function check(page) {
  await goTo(page, "audit log", "/settings/journal");
  await press(page, page.getByRole("button", { name: "Check the chain" }));
  await page.getByRole("status").filter({ hasText: /hold\b|holds/ }).first().waitFor();
}

/** The page tells by itself when it is made. */
async function backUp(page) {
  await goTo(page, "backups", "/settings/backup");
  await press(page, page.getByRole("button", { name: "Back up now" }));
  await page.getByText("The backup is made").waitFor({ timeout: 60_000 });
  await walkTo(page, page.getByRole("link", { name: /download/i }));
}

/** What Tom has goes to the administrator; then he is in no longer. */
async function leave(page) {
  await page.goto(`/users?filter=${encodeURIComponent('name = "Tom Hughes"')}`);
  await page.locator("[data-pick-page]").first().waitFor();
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Tom Hughes" }).waitFor();
  const tom = new URL(page.url()).pathname;
  await press(page, page.getByTitle("More").first());
  await press(page, page.getByRole("link", { name: "Transfer records" }));
  await page.waitForURL(/\/transfer/);
  await pickByKeys(page, page.getByRole("main"), "To", "Ruth Adler");
  await press(page, page.getByRole("button", { name: /^Transfer/ }).last());
  await walkTo(page, page.getByRole("button", { name: "Take back" }));
  await page.goto(`${tom}/edit`);
  await walkTo(page, page.getByRole("group", { name: "Active" }).getByRole("radio").first());
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Control+Enter");
  await page.getByRole("heading", { level: 1, name: "Tom Hughes" }).waitFor();
  await page.getByRole("definition").filter({ hasText: /^No/ }).first().waitFor();
}
