// An administrator arranges a pipeline: stages by mouse and by keys, a name where it stands, a stage out of use.
import { findsNothing } from "../lib/axe.mjs";

export const title = "An administrator arranges a pipeline by mouse and keys";

export default async function ({ page }) {
  await page.goto("/settings/pipelines");
  await page.locator("[data-armed]").waitFor();
  await findsNothing(page);
  const list = page.locator("tbody[data-ordered]").first(), rows = list.locator("[data-item]");
  const order = () => rows.evaluateAll((all) => all.map((one) => one.dataset.name));
  const kept = () => page.waitForResponse((answer) => answer.request().method() === "POST" && answer.url().endsWith("/settings/pipelines"));
  const before = await order();

  // By keys.
  let answer = kept();
  await rows.nth(1).locator("[data-act=up]").focus();
  await page.keyboard.press("Alt+ArrowDown");
  if ((await answer).status() !== 204) throw new Error("the order was not kept");
  let now = await order();
  if (now[2] !== before[1]) throw new Error(`it did not go down: ${now}`);
  if (!(await page.locator("[data-ordered-told]").textContent()).includes("3/")) throw new Error("nothing is said of it");
  answer = kept();
  await page.keyboard.press("Alt+ArrowUp");
  await answer;

  // By mouse: the first below the third.
  const grip = await rows.nth(0).locator("[data-grip]").boundingBox(), to = await rows.nth(2).boundingBox();
  answer = kept();
  await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2);
  await page.mouse.down();
  await page.mouse.move(grip.x + 20, grip.y + 30, { steps: 6 });
  for (let turn = 0; turn < 40 && (await order())[2] !== before[0]; turn++) {
    await page.mouse.move(grip.x + 20, to.y + to.height - 6 - (turn % 5), { steps: 5 });
  }
  await page.mouse.up();
  if ((await answer).status() !== 204) throw new Error("the order was not kept");
  await page.reload();
  now = await order();
  if (now[2] !== before[0]) throw new Error(`it does not stand there after a reload: ${now}`);

  // A name where it stands.
  await page.locator("[data-armed]").waitFor();
  await rows.nth(0).locator(".in-place-open").first().focus();
  await page.keyboard.press("Enter");
  await rows.nth(0).locator("input[name=name]").waitFor();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("First talk");
  await page.keyboard.press("Enter");
  await rows.nth(0).locator("[data-saved]").waitFor();

  // A stage in which deals are: it asks where they go.
  const full = rows.filter({ has: page.locator(".num a.link") }).first();
  const id = await full.getAttribute("data-item");
  await full.locator("summary").click();
  await full.getByRole("link", { name: "Take out of use" }).click();
  const dialog = page.locator("dialog.dialog");
  await dialog.locator("select[name=to]").waitFor();
  await findsNothing(page);
  await dialog.locator("select[name=to]").selectOption({ index: 1 });
  await dialog.getByRole("button", { name: "Take out of use" }).click();
  await page.locator(".toast").waitFor();
  await page.locator(`[data-item="${id}"].retired`).waitFor();
}
