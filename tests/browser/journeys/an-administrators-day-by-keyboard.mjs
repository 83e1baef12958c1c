// The same with the keyboard alone: somebody is invited and looked at through their own eyes, a record goes to the trash
// and comes back, a table is brought in and taken back, the chain is checked; all of it within reach of Tab.
import { isSeen, told, walkTo } from "../lib/hands.mjs";

export const title = "An administrator's day, by keyboard";

export default async function ({ page }) {
  await invite(page);
  await seeAs(page);
  await trash(page);
  await bringIn(page);
  await check(page);
}

/** Goes to a place by the search box. */
async function goTo(page, typed, path) {
  await page.keyboard.press("Control+k");
  await page.keyboard.type(typed);
  await page.locator("[role=option][aria-selected=true]").waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname === path);
}

async function press(page, target, key = "Enter") {
  await walkTo(page, target, { most: 250 });
  await page.keyboard.press(key);
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
