// What people paste, and what goes wrong around them: ten thousand letters, emoji, Arabic; a double click, a card that
// somebody else has just moved, a lost connection. Nothing is lost, nothing is done twice, nothing breaks the page.
import { dragTo } from "../lib/hands.mjs";

export const title = "A person is rough with a form, a list and a board";

const LONG = "Wide ".repeat(2000), MIXED = "🪢👩🏽‍🔧 شركة الحبال rope";

export default async function ({ page, context }) {
  await aForm(page);
  await aList(page);
  await aBoard(page, context);
}

/** Refused beside its field, and still there; what fits is taken once, however often it is pressed. */
async function aForm(page) {
  await page.goto("/accounts/new");
  const name = page.getByRole("textbox", { name: "Name", exact: true });
  const create = page.getByRole("button", { name: "Create", exact: true }).last();
  await name.fill(LONG);
  if (await name.inputValue() === LONG) {
    await create.click();
    await page.locator("[aria-invalid=true]").first().waitFor();
    if ((await name.inputValue()).length < 9_000) throw new Error("what was typed is gone");
  }
  await inPlace(page);
  await name.fill(MIXED);
  await create.dblclick();
  await page.getByRole("heading", { level: 1, name: MIXED }).waitFor();
  await inPlace(page);
  const note = page.getByRole("textbox", { name: "Write a comment…" });
  await note.fill(LONG + "W".repeat(5000));
  await page.getByRole("button", { name: "Comment", exact: true }).click();
  await page.getByText("Wide Wide").first().waitFor();
  await inPlace(page);
}

async function aList(page) {
  await page.goto(`/accounts?filter=${encodeURIComponent(`name = "${MIXED}"`)}`);
  const made = page.getByRole("rowheader").getByRole("link", { name: MIXED });
  await made.first().waitFor();
  if (await made.count() !== 1) throw new Error(`${await made.count()} were made by a double click`);
  await inPlace(page);
  await page.goto(`/accounts?filter=${encodeURIComponent(LONG.slice(0, 4000))}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await inPlace(page);
}

/** A card that was moved elsewhere meanwhile, or can't be told, goes back to where it was, and it is said why. */
async function aBoard(page, context) {
  await page.route("**/events?*", (route) => route.abort("aborted")); // so that the board does not know yet
  await page.goto("/opportunities/board");
  const columns = page.locator("[data-column]").filter({ has: page.getByRole("listitem") });
  const [column, next] = [columns.nth(0), columns.nth(1).getByRole("list")];
  const path = await column.getByRole("listitem").first().getByRole("link").first().getAttribute("href");
  const card = page.getByRole("listitem").filter({ has: page.locator(`a[href="${path}"]`) });
  const other = await context.newPage();
  await other.goto(`${path}/fields/description`);
  await other.getByRole("textbox", { name: "Description" }).fill("Changed meanwhile");
  await other.getByRole("button", { name: "Save" }).click();
  await other.getByRole("heading", { level: 1 }).waitFor();
  await other.close();
  await dragTo(page, card, next);
  await page.getByRole("status").filter({ hasText: /\S/ }).first().waitFor();
  await column.locator(`a[href="${path}"]`).waitFor();
  await page.reload();
  await column.locator(`a[href="${path}"]`).waitFor();
  await context.setOffline(true);
  await dragTo(page, card, next);
  await page.getByRole("status").filter({ hasText: /\S/ }).first().waitFor();
  await column.locator(`a[href="${path}"]`).waitFor();
  await context.setOffline(false);
}

/** Nothing sticks out of the window. */
async function inPlace(page) {
  const [wide, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  if (wide > window) throw new Error(`${new URL(page.url()).pathname}: ${wide} wide in a window of ${window}`);
}
