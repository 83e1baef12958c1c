// A seller's day by mouse: a step is done by saying what comes next, a task is done, put off, put to another day, and
// each is taken back from the toast.
import { findsNothing } from "../lib/axe.mjs";

export const title = "A seller's day, by mouse";

const count = async (page) => page.locator("[data-today] [data-row]").count();

export default async function ({ page }) {
  await page.goto("/?who=all");
  await page.locator("[data-today] [data-row]").first().waitFor();
  await findsNothing(page);

  // Put off, and back again by the toast.
  const line = page.locator("[data-today] [data-row]").first();
  const href = await line.locator("[data-open]").getAttribute("href");
  await line.locator("[data-snooze] > summary").click();
  await findsNothing(page);
  await line.locator("[data-snooze] button[name=until]").first().click();
  await page.locator(".toast").waitFor();
  if (await page.locator(`[data-today] [data-open][href="${href}"]`).count()) throw new Error(`${href} is still there`);
  await page.locator(".toast-undo").click();
  await page.locator(`[data-today] [data-open][href="${href}"]`).waitFor();

  // A next step is done in a dialog that asks for the one after it.
  const step = page.locator('[data-today] a[data-done][href*="step_done"]').first();
  await step.click();
  const dialog = page.locator("dialog.dialog");
  await dialog.locator("[name=next_step]").fill("Send the offer");
  await dialog.locator("[name=next_step_date]").fill("2199-01-04");
  await findsNothing(page);
  await dialog.locator("[type=submit]").click();
  await page.locator(".toast", { hasText: "next one is planned" }).waitFor();
  await page.locator(".toast-undo").click();
  await page.locator(".toast").waitFor();

  // Put to another day where it stands.
  const before = await count(page);
  const movable = page.locator("[data-today] [data-row]:has([data-reschedule])").first();
  await movable.locator("[data-reschedule] > summary").click();
  await movable.locator("[data-reschedule] button[name=day]").first().click();
  await page.locator(".toast", { hasText: "Rescheduled" }).waitFor();
  await page.locator(".toast-undo").click();
  await page.locator("[data-today]").waitFor();
  if ((await count(page)) !== before) throw new Error("what was put to another day did not come back");
}
