// An administrator arranges the form of accounts: by mouse, by keys, with a group of its own; the form follows at once.
import { findsNothing } from "../lib/axe.mjs";

export const title = "An administrator arranges a form by mouse and keys";

export default async function ({ page }) {
  await page.goto("/settings/objects");
  await findsNothing(page);
  await page.getByRole("link", { name: "Accounts", exact: true }).last().click();
  const form = page.locator("[data-part=form]"), item = (name) => form.locator(`[data-item=${name}]`);
  await page.locator("[data-arrange][data-armed]").waitFor();
  await findsNothing(page);
  const order = (shelf) => shelf.locator("[data-item]").evaluateAll((all) => all.map((one) => one.dataset.item));
  const first = form.locator("[data-shelf]").first(), out = form.locator("[data-shelf=out]");

  // By keys: up within its group, across groups, and never out of the form if it has to be filled in.
  const before = await order(first), last = before.at(-1);
  await item(last).locator("[data-act=up]").focus();
  await page.keyboard.press("Alt+ArrowUp");
  if ((await order(first)).at(-2) !== last) throw new Error(`it did not go up: ${await order(first)}`);
  if (!(await page.locator("[data-arranged]").textContent()).includes("/")) throw new Error("nothing is said of it");
  await page.keyboard.press("Alt+ArrowDown");
  if ((await order(first)).at(-1) !== last) throw new Error("it did not come back");
  if (await item("name").locator("[data-act=out]").count()) throw new Error("the name could be left out");

  // By buttons: out, and in again.
  await item("industry").hover();
  await item("industry").locator("[data-act=out]").click();
  if (!(await order(out)).includes("industry")) throw new Error("it is still in the form");

  // A group of its own, filled by mouse.
  await form.locator("[data-group-add]").click();
  await page.keyboard.type("Money matters");
  const group = form.locator("[data-shelf=in]").last();
  const from = await item("website").locator("[data-grip]").boundingBox(), to = await group.boundingBox();
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + 60, to.y + to.height / 2, { steps: 12 });
  // The browser tells of what is dragged now and then only: it is held there until it has been seen.
  for (let turn = 0; turn < 40 && !(await group.locator("[data-item=website]").count()); turn++) {
    await page.mouse.move(to.x + 60, to.y + to.height - 12 - (turn % 6), { steps: 6 });
  }
  await page.mouse.up();
  await group.locator("[data-item=website]").waitFor();
  await page.getByRole("button", { name: "Save" }).last().click();
  await page.locator(".toast").waitFor();

  await page.goto("/accounts/new");
  const groups = page.locator("fieldset.form-group");
  if (!(await groups.last().textContent()).includes("Money matters")) throw new Error("the new group is not there");
  await groups.last().locator("#field-website").waitFor();
  if (await page.locator("#field-industry").count()) throw new Error("what was left out is still there");

  await page.goto("/settings/objects/account");
  await page.getByRole("button", { name: "Back to the original" }).click();
  await page.locator(".toast").waitFor();
  await page.goto("/accounts/new");
  await page.locator("#field-industry").waitFor();
}
