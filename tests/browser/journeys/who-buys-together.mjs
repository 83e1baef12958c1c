// The people of a deal: added, changed and taken off by the mouse, then the same by keys alone; what is missing is said.
import { findsNothing } from "../lib/axe.mjs";

export const title = "A seller draws the map of who buys together, by mouse and by keyboard";

const told = (page, text) => page.locator(".lacks li", { hasText: text }).waitFor();
const focused = (page) => page.evaluate(() => document.activeElement.closest("[data-around]")?.querySelector(".around-name")?.textContent ?? "");
const tabTo = async (page, selector) => {
  for (let at = 0; at < 120; at++) {
    if (await page.evaluate((s) => document.activeElement.matches(s), selector)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`by Tab one does not come to ${selector}`);
};
const person = async (page, account, name) => {
  await page.goto(`/contacts/new?account=${account}`);
  await page.locator("#field-name").fill(name);
  await page.keyboard.press("Control+Enter");
  await page.locator("article.record h1", { hasText: name }).waitFor();
};

export default async function ({ page }) {
  await page.goto("/accounts/new");
  await page.locator("#field-name").fill("Map Makers");
  await page.keyboard.press("Control+Enter");
  await page.locator("article.record h1").waitFor();
  const account = new URL(page.url()).pathname.split("/").pop();
  for (const name of ["Ines Mapp", "Olaf Mapp"]) await person(page, account, name);
  await page.goto(`/opportunities/new?account=${account}`);
  await page.locator("#field-name").fill("A map for all");
  await page.keyboard.press("Control+Enter");
  await page.locator(".circle").waitFor();
  await told(page, "Nobody on the customer");

  // By mouse: somebody of the same account, with a part.
  await page.locator(".circle-others a", { hasText: "Ines Mapp" }).click();
  await page.locator("dialog.dialog [name=role]").selectOption("champion");
  await page.locator("dialog.dialog .form-foot [type=submit]").first().click();
  await page.locator("[data-around]", { hasText: "Ines Mapp" }).waitFor();
  await page.locator(".toast", { hasText: "Ines Mapp" }).waitFor();
  await told(page, "No decision maker");
  await told(page, "hangs on one person");
  await findsNothing(page);
  // Where she stands, changed where it is told.
  await page.locator("[data-around] .in-place").hover();
  await page.locator("[data-around] .in-place-open").click();
  await page.locator("[data-around] [data-in-place-form] select").selectOption("supports");
  await page.locator('[data-around][data-stance="won"]').waitFor();

  // By keys: the decision maker who is missing.
  await page.locator(".lacks a", { hasText: "decision maker" }).focus();
  await page.keyboard.press("Enter");
  const who = page.locator("dialog.dialog [name=contact]");
  await who.waitFor();
  const role = await page.locator("dialog.dialog [name=role]").inputValue();
  if (role !== "decision_maker") throw new Error(`the form begins with ${role}`);
  await who.focus();
  if ((await who.evaluate((box) => box.localName)) === "select") await page.keyboard.type("Olaf");
  else {
    await page.keyboard.type("Olaf Mapp");
    await page.locator("dialog.dialog [role=option]", { hasText: "Olaf Mapp" }).first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
  }
  await page.keyboard.press("Control+Enter");
  await page.locator("[data-around]", { hasText: "Olaf Mapp" }).waitFor();
  if (await page.locator(".lacks li", { hasText: "decision maker" }).count()) throw new Error("he is still missing");

  // Arrows walk, e changes, Delete takes off, the toast puts back.
  await page.locator("[data-around] .around-name", { hasText: "Olaf Mapp" }).focus();
  await page.keyboard.press("ArrowRight");
  if ((await focused(page)) !== "Ines Mapp") throw new Error(`an arrow led to “${await focused(page)}”`);
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("e");
  await page.locator("dialog.dialog [name=influence]").selectOption("high");
  await page.locator("dialog.dialog [name=influence]").press("Control+Enter");
  await page.locator("[data-around]", { hasText: "Olaf Mapp" }).locator(".weight").waitFor();
  await page.locator("[data-around] .around-name", { hasText: "Ines Mapp" }).focus();
  await page.keyboard.press("Delete");
  await told(page, "No champion");
  await page.locator(".toast button").focus();
  await page.keyboard.press("Enter");
  await page.locator("[data-around]", { hasText: "Ines Mapp" }).waitFor();

  // What they hold against it, one after the other, by keys.
  await page.locator("#objections summary").focus();
  await page.keyboard.press("Enter");
  for (const text of ["Too dear", "Not this year"]) {
    await page.locator("#objections [name=name]").focus();
    await page.keyboard.type(text);
    await page.locator("#objections [name=type]").selectOption("budget");
    await page.keyboard.press("Control+Enter");
    await page.locator("#objections .known-line", { hasText: text }).waitFor();
  }
  await page.locator("#objections .known-line", { hasText: "Too dear" }).locator(".known-tick").click();
  await page.locator("#objections .known-line[data-settled]", { hasText: "Too dear" }).waitFor();
  await tabTo(page, "#objections a, #objections button, #objections summary, #objections input");
}
