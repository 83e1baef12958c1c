// What hands do on the keyboard, and what they must be able to rely on: everything is reached by Tab, and one sees where one is.

/** After so many steps it is looked for anew where one is going: to find it by its role takes longer than many steps. */
const STEPS = 12;

/** Presses Tab (or another key) until `target` has the focus; fails where it is out of reach, or can't be seen there. */
export async function walkTo(page, target, { key = "Tab", most = 150 } = {}) {
  await target.first().waitFor();
  let meant = [];
  for (let steps = 0, left = 0; steps < most; steps += 1, left -= 1) {
    if (left <= 0) [meant, left] = [await target.elementHandles(), STEPS];
    const [here, all] = await page.evaluate(
      (meant) => [meant.includes(document.activeElement), meant.every((one) => one.isConnected)], meant);
    if (here) return isSeen(page);
    if (all) await page.keyboard.press(key);
    else left = 0; // drawn anew meanwhile
  }
  throw new Error(`${target} is not reached by ${most} times ${key}`);
}

/** Walks there by Tab and presses a key on it. */
export async function press(page, target, key = "Enter") {
  await walkTo(page, target, { most: 250 });
  await page.keyboard.press(key);
}

/** Chooses by keys in a field that is walked to: from its list by typing, or from what a box finds. */
export async function pickByKeys(page, scope, label, name, typed = name.slice(0, 6)) {
  const field = scope.getByRole("combobox", { name: label, exact: true }).first();
  await walkTo(page, field, { most: 250 });
  await page.keyboard.type(typed);
  if (await field.evaluate((at) => at.matches("select"))) return;
  await scope.locator("[role=option]").filter({ hasText: name }).first().waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
}

/** Goes to a place by the search box. */
export async function goTo(page, typed, path) {
  await page.keyboard.press("Control+k");
  await page.keyboard.type(typed);
  await page.locator("[role=option][aria-selected=true]").waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname === path);
}

/** Fails unless something other than the page has the focus, is in sight, and shows it. */
export async function isSeen(page) {
  const wrong = await page.evaluate(() => {
    const at = document.activeElement;
    if (!at || at === document.body) return "nothing has the focus";
    const box = at.getBoundingClientRect(), style = getComputedStyle(at);
    if (box.bottom < 0 || box.top > innerHeight) return `what has the focus is out of sight: ${at.outerHTML.slice(0, 120)}`;
    const marked = (one) => one.outlineStyle !== "none" || one.boxShadow !== "none";
    const around = [at, at.parentElement, at.closest("label, li, tr, td, .menu-item")].filter(Boolean);
    return marked(style) || around.some((one) => marked(getComputedStyle(one))) ? null : `the focus does not show: ${at.outerHTML.slice(0, 120)}`;
  });
  if (wrong) throw new Error(`${new URL(page.url()).pathname}: ${wrong}`);
}

/** What the element with the focus is called. */
export function focused(page) {
  return page.evaluate(() => document.activeElement.ariaLabel ?? document.activeElement.textContent.trim());
}

/** Drags a card to a list of cards, or to a place that appears meanwhile. */
export async function dragTo(page, card, list) {
  await page.locator("[data-board][data-armed]").waitFor();
  await page.waitForFunction(() => globalThis.Sortable);
  if (await list.isVisible()) await list.scrollIntoViewIfNeeded();
  await card.scrollIntoViewIfNeeded();
  const path = await card.getByRole("link").first().getAttribute("href");
  const from = await card.boundingBox();
  await page.mouse.move(from.x + 60, from.y + from.height - 12);
  await page.mouse.down();
  for (const right of [90, 120]) await page.mouse.move(from.x + right, from.y + from.height - 8, { steps: 4 });
  await list.waitFor();
  await carryTo(page, await list.boundingBox(), list.locator(`a[href="${path}"]`));
  await page.mouse.up();
}

/** Moves what is dragged until it is seen where it is to go: the browser tells of what is dragged now and then only. */
async function carryTo(page, to, there) {
  const y = to.height < 120 ? to.y + to.height / 2 : Math.max(to.y + 40, 240);
  for (let turn = 0; turn < 40 && !(await there.count()); turn++) {
    await page.mouse.move(to.x + 80, y + (turn % 6), { steps: 8 });
  }
}

/** After a move that was answered so: ticks whatever the stages ask for that a deal passes, and goes on. */
export async function giveWhatIsAsked(page, answer) {
  if (answer.ok()) return;
  if (answer.status() !== 422 || !(await answer.json()).ask) throw new Error("the move was refused");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("checkbox").first().waitFor();
  await tickAll(dialog);
  for (const input of await dialog.locator("input[required]:visible").all()) if (!await input.inputValue()) await input.fill("1000");
  await dialog.getByRole("button", { name: "Move", exact: true }).click();
  await dialog.waitFor({ state: "hidden" });
}

/** Ticks every line of a checklist in a dialog. */
export async function tickAll(dialog) {
  for (const box of await dialog.getByRole("checkbox").all()) await box.check();
}

/** Chooses somebody or something by the label of its field: from its list, or where there are many by typing. */
export async function choose(scope, label, name) {
  const field = scope.getByRole("combobox", { name: label, exact: true }).first();
  if (await field.evaluate((at) => at.matches("select"))) return field.selectOption(name);
  await field.fill("");
  await field.pressSequentially(name.slice(0, 5));
  await scope.locator("[role=option]").filter({ hasText: name }).first().click();
}

/** Asks for the page anew until something is there that is made in the background. */
export async function lookAgainFor(page, target) {
  for (const end = Date.now() + 60_000; !(await target.count()) && Date.now() < end;) await page.reload();
  await target.first().waitFor();
}

/** The message that just came up; it goes again, so that the next is not taken for it. */
export async function told(page, text) {
  const toast = page.getByRole("status").filter({ hasText: text });
  await toast.waitFor();
}
