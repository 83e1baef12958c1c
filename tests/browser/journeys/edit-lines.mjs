// Lines of a deal are edited in its form, mostly by keys: added, filled in, moved, taken away and kept; sums follow.
import { findsNothing } from "../lib/axe.mjs";

export const title = "A person edits the lines of a deal";

export default async function ({ page }) {
  await page.goto("/opportunities?filter=state = open");
  await page.locator("tr[data-row] a[data-open]").first().click();
  await page.getByRole("link", { name: "Edit lines: Deal lines" }).click();
  const box = page.locator("[data-lines=lines]"), rows = box.locator("tr[data-line]");
  await box.locator("[data-line-add]").waitFor();
  const before = await rows.count();
  await findsNothing(page);

  // Enter in the last line makes the next.
  if (before) {
    await rows.last().locator("td[data-field=quantity] input").focus();
    await page.keyboard.press("Enter");
  } else {
    await box.locator("[data-line-add]").click();
  }
  const added = rows.nth(before);
  await added.waitFor();
  const product = added.locator("td[data-field=product] select");
  await product.selectOption({ index: 1 });
  await page.waitForFunction((key) => document.querySelector(`[data-line="${key}"] td[data-field=unit_price] input`).placeholder, await added.getAttribute("data-line"));
  await added.locator("td[data-field=quantity] input").fill("3");
  await added.locator("td[data-field=unit_price] input").fill("100");
  await page.keyboard.press("Tab");
  await page.waitForFunction((key) => document.querySelector(`[data-line="${key}"] td[data-field=amount] input`).placeholder === "300", await added.getAttribute("data-line"));
  await added.locator("td[data-field=description] input").fill("Made by a journey");
  await findsNothing(page);

  // The next one, moved above it, taken away again.
  await page.keyboard.press("Enter");
  const other = rows.nth(before + 1);
  await other.locator("td[data-field=description] input").fill("Not wanted");
  await page.keyboard.press("Alt+ArrowUp");
  const first = rows.nth(before).locator("td[data-field=description] input");
  if ((await first.inputValue()) !== "Not wanted") throw new Error("it did not move up");
  await rows.nth(before).getByRole("button", { name: `Remove line ${before + 1}` }).click();
  if ((await rows.count()) !== before + 1) throw new Error("a new line that is taken away is gone");

  await box.locator("td[data-field=description] input").last().focus();
  await page.keyboard.press("Control+Enter");
  const shown = page.locator(".related", { hasText: "Total of lines" });
  await shown.getByText("Made by a journey").waitFor();
  await findsNothing(page);

  // One that stands is taken away only when the form is saved.
  await page.getByRole("link", { name: "Edit lines: Deal lines" }).click();
  const made = rows.nth(before);
  await made.getByRole("button", { name: /^Remove line/ }).click();
  await made.getByRole("button", { name: /^Keep line/ }).click();
  await made.getByRole("button", { name: /^Remove line/ }).click();
  await page.getByRole("button", { name: "Save" }).last().click();
  await page.locator(".record-head").waitFor();
  if (await page.locator(".related").getByText("Made by a journey").count()) throw new Error("it is still there");
}
