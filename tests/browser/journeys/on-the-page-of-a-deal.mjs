// The page of a deal from day to day: the next step planned and done, a call written down, a field changed where it
// stands, all that it has held, and one change taken back.
import { findsNothing } from "../lib/axe.mjs";

export const title = "A seller works on a deal: next step, call, a field and its history";

export default async function ({ page }) {
  await page.goto("/opportunities/new");
  await page.locator("#field-name").fill("Day by day");
  await page.keyboard.press("Control+Enter");
  const strip = page.locator("section.next");
  await strip.locator("text=No next step is planned").waitFor();

  // What comes next, by keys.
  await strip.locator(".button.primary").focus();
  await page.keyboard.press("Enter");
  await page.locator("dialog.dialog [name=next_step]").fill("Call Bo");
  await page.locator("dialog.dialog [name=next_step_date]").fill("2020-01-01");
  await page.keyboard.press("Control+Enter");
  await page.locator('section.next[data-tone="overdue"]', { hasText: "Call Bo" }).waitFor();
  await page.locator(".toast", { hasText: "next step is planned" }).waitFor();
  await findsNothing(page);
  // Put to tomorrow by the mouse, then told otherwise.
  await strip.locator("summary").click();
  await strip.locator(".menu-item", { hasText: "Tomorrow" }).click();
  await page.locator('section.next[data-tone="neutral"]', { hasText: "Tomorrow" }).waitFor();
  await strip.locator("a", { hasText: "Change" }).click();
  const what = page.locator("dialog.dialog [name=next_step]");
  await what.waitFor();
  if ((await what.inputValue()) !== "Call Bo") throw new Error("it does not begin with what stands there");
  await what.fill("Call Bo at noon");
  await page.keyboard.press("Control+Enter");
  await strip.locator("text=Call Bo at noon").waitFor();
  // Done, with the next one said.
  await strip.locator("a", { hasText: "Step done" }).click();
  await page.locator("dialog.dialog [name=next_step]").fill("Send the offer");
  await page.locator("dialog.dialog [name=next_step_date]").fill("2199-01-04");
  await page.locator("dialog.dialog [type=submit]").first().click();
  await strip.locator("text=Send the offer").waitFor();
  await page.locator(".entry", { hasText: "Call Bo at noon" }).first().waitFor();

  // A call written down.
  await page.locator(".compose-tab", { hasText: "Call" }).click();
  await page.locator('form.compose-form[aria-label="Call"] [name=notes]').fill("They want it in blue");
  await page.keyboard.press("Control+Enter");
  await page.locator(".toast", { hasText: "Written down" }).waitFor();
  await page.locator(".entry", { hasText: "They want it in blue" }).waitFor();

  // A field changed where it stands: Esc leaves, Enter saves.
  const value = page.locator('.fields [data-in-place$="/fields/description"]');
  await value.locator(".in-place-open").focus();
  await page.keyboard.press("Enter");
  await value.locator("textarea").fill("Nothing of this");
  await page.keyboard.press("Escape");
  if (await value.locator("text=Nothing of this").count()) throw new Error("Escape kept what was typed");
  await page.locator('.fields [data-in-place$="/fields/name"] .in-place-open').focus();
  await page.keyboard.press("Enter");
  const name = page.locator('.fields [data-in-place$="/fields/name"] [name=name]');
  await name.fill("Day after day");
  await page.keyboard.press("Enter");
  await page.locator("article.record h1", { hasText: "Day after day" }).waitFor();

  // All that it has held, from where it is changed; taken back there.
  await page.locator('.fields [data-in-place$="/fields/name"] .in-place-open').focus();
  await page.keyboard.press("Enter");
  await page.locator('.fields [data-in-place$="/fields/name"] a', { hasText: "History" }).click();
  await page.locator(".held-one[data-stands]", { hasText: "Day after day" }).waitFor();
  await page.locator(".held-one", { hasText: "Day by day" }).waitFor();
  await findsNothing(page);
  await page.locator(".held-undo button").first().click();
  await page.locator(".held-one[data-stands]", { hasText: "Day by day" }).waitFor();
}
