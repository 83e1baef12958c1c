// What a stage asks for before a deal goes on: arranged by an administrator, asked on the board by mouse and by keys, and
// ticked and filled in on the page of the deal, from where it goes on by its path.
import { findsNothing } from "../lib/axe.mjs";
import { dragTo, walkTo } from "../lib/hands.mjs";

export const title = "A stage asks for a field and a checklist, on the board and on the page of a deal";

export default async function ({ page }) {
  // A pipeline of its own, so that nobody else is asked.
  await page.goto("/settings/pipelines");
  await page.locator("[data-armed]").waitFor();
  await page.getByRole("textbox", { name: "New pipeline" }).fill("Asking");
  await page.keyboard.press("Enter");
  const way = page.locator("section.steps-way", { has: page.getByRole("heading", { name: "Asking" }) });
  for (const name of ["First", "Second", "Third"]) {
    await way.getByRole("textbox", { name: "New stage" }).fill(name);
    await page.keyboard.press("Enter");
    await way.locator(`[data-name="${name}"]`).waitFor();
  }
  await goesUp(page, way);
  await asks(page, way, "First", { field: "Next step", lines: ["They called back", "We know who decides"] });
  await asks(page, way, "Second", { field: "Amount", lines: [] });

  const id = await way.getAttribute("data-item");
  const deals = [];
  for (const name of ["Asked by mouse", "Asked by keys"]) deals.push(await make(page, name));
  const board = `/opportunities/board?in=${id}`;
  await byMouse(page, board, deals[0]);
  await byKeys(page, board, deals[1]);
  await onItsPage(page, deals[1]);
}

/** The pipeline goes before the others by keys, and the tabs of the board follow. */
async function goesUp(page, way) {
  await page.locator("[data-armed]").waitFor();
  const kept = page.waitForResponse((answer) => answer.request().method() === "POST" && answer.url().endsWith("/settings/pipelines"));
  await way.locator(":scope > header [data-act=up]").focus();
  await page.keyboard.press("Alt+ArrowUp");
  if ((await kept).status() !== 204) throw new Error("the order of pipelines was not kept");
}

async function asks(page, way, stage, { field, lines }) {
  await way.locator(`[data-name="${stage}"] a.steps-asks`).click();
  await page.getByRole("heading", { level: 1, name: stage }).waitFor();
  for (const line of lines) {
    await page.getByRole("textbox", { name: "New line of the checklist" }).fill(line);
    await page.keyboard.press("Enter");
    await page.locator(`[data-item][data-name="${line}"]`).waitFor();
  }
  if (lines.length > 1) {
    const kept = page.waitForResponse((answer) => answer.request().method() === "POST" && answer.url().endsWith("/asks"));
    await page.locator(`[data-item][data-name="${lines[1]}"] [data-act=up]`).focus();
    await page.keyboard.press("Alt+ArrowUp");
    if ((await kept).status() !== 204) throw new Error("the order of the checklist was not kept");
  }
  await page.getByRole("checkbox", { name: field, exact: true }).check();
  await page.getByRole("button", { name: "Save" }).click();
  await page.locator(".toast").waitFor();
  if (!(await page.getByRole("checkbox", { name: field, exact: true }).isChecked())) throw new Error(`${field} was not kept`);
  await findsNothing(page);
  await page.goto("/settings/pipelines");
  await way.locator(`[data-name="${stage}"] .steps-asks`, { hasText: field }).waitFor();
}

async function make(page, name) {
  await page.goto("/opportunities/new");
  await page.locator("#field-name").fill(name);
  await page.locator("#field-pipeline").selectOption({ label: "Asking" });
  await page.locator("#field-stage option", { hasText: "First" }).first().waitFor({ state: "attached" });
  await page.locator("#field-stage").selectOption({ label: "First" });
  await page.keyboard.press("Control+Enter");
  await page.getByRole("heading", { level: 1, name }).waitFor();
  return new URL(page.url()).pathname;
}

/** Dragged: the card waits where it was until what is asked for is there. */
async function byMouse(page, board, deal) {
  await page.goto(board);
  const card = page.getByRole("listitem").filter({ has: page.locator(`a[href="${deal}"]`) });
  const second = page.getByRole("region", { name: "Second" });
  await dragTo(page, card, second.getByRole("list"));
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("checkbox", { name: "They called back" }).waitFor();
  if (await dialog.locator("[name=amount]").count()) throw new Error("it asks for what is not asked yet");
  await findsNothing(page);
  await page.getByRole("region", { name: "First" }).locator(`a[href="${deal}"]`).waitFor();
  // Half of it is not enough; what was given stays.
  await dialog.getByRole("textbox", { name: "Next step", exact: true }).fill("Send the samples");
  await dialog.getByRole("checkbox", { name: "They called back" }).check();
  await dialog.getByRole("button", { name: "Move" }).click();
  await dialog.getByText("asks for this first: We know who decides").first().waitFor();
  if (!(await dialog.getByRole("checkbox", { name: "They called back" }).isChecked())) throw new Error("a tick was lost");
  await dialog.getByRole("checkbox", { name: "We know who decides" }).check();
  await dialog.getByRole("button", { name: "Move" }).click();
  await dialog.waitFor({ state: "hidden" });
  await second.locator(`a[href="${deal}"]`).waitFor();
}

/** The same by keys, past a stage, for a reason. */
async function byKeys(page, board, deal) {
  await page.goto(board);
  await page.locator("[data-board][data-armed]").waitFor();
  const card = page.getByRole("listitem").filter({ has: page.locator(`a[href="${deal}"]`) });
  await walkTo(page, card.getByRole("link").first());
  await page.keyboard.press(".");
  await walkTo(page, card.getByRole("button", { name: "Third" }));
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Why stages were skipped").waitFor();
  await walkTo(page, dialog.getByRole("textbox", { name: "Next step", exact: true }));
  await page.keyboard.type("Call Bo");
  for (const line of ["They called back", "We know who decides"]) {
    await walkTo(page, dialog.getByRole("checkbox", { name: line }));
    await page.keyboard.press("Space");
  }
  await walkTo(page, dialog.getByLabel("Why stages were skipped"));
  await page.keyboard.type("An old customer");
  await page.keyboard.press("Control+Enter");
  await dialog.waitFor({ state: "hidden" });
  await page.getByRole("region", { name: "Third" }).locator(`a[href="${deal}"]`).waitFor();
}

/** Back by its path without being asked; there a line is taken back and ticked, a field is filled in, and it goes on. */
async function onItsPage(page, deal) {
  await page.goto(deal);
  await page.locator("[data-step-form]").first().waitFor();
  await page.getByRole("button", { name: /^Move to: Second/ }).click();
  const strip = page.locator("section.asks");
  await strip.getByText("Before it leaves Second").waitFor();
  await strip.getByRole("link", { name: /^Amount/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.locator("[name=amount]").fill("900");
  await dialog.getByRole("button", { name: "Save" }).click();
  await strip.getByText("All done").waitFor();
  await findsNothing(page);
  await walkTo(page, page.getByRole("button", { name: /^Move to: First/ }));
  await page.keyboard.press("Enter");
  await strip.getByText("Before it leaves First").waitFor();
  const line = strip.getByRole("button", { name: "They called back" });
  await line.click();
  await strip.locator("[aria-pressed=false]").waitFor();
  await walkTo(page, line);
  await page.keyboard.press("Enter");
  await strip.getByText("All done").waitFor();
  await page.getByRole("button", { name: /^Move to: Third/ }).click();
  await page.locator("[aria-current=step]", { hasText: "Third" }).waitFor();
}
