// The same with the keyboard alone: j and k walk, d does, s puts off, r puts to another day.
export const title = "A seller's day, by keyboard";

const focused = (page) => page.evaluate(() => document.activeElement.closest("[data-row]")?.querySelector("[data-open]")?.textContent.trim() ?? "");

export default async function ({ page }) {
  await page.goto("/?who=all");
  await page.locator("[data-today] [data-row]").first().waitFor();
  await page.keyboard.press("j");
  const first = await focused(page);
  await page.keyboard.press("j");
  if ((await focused(page)) === "" || !first) throw new Error("j does not walk");
  await page.keyboard.press("k");
  if ((await focused(page)) !== first) throw new Error("k does not walk back");

  const answered = () => page.waitForResponse((response) => response.url().includes("/today/") && response.request().method() === "POST");
  await page.keyboard.press("s");
  let answer = answered();
  await page.keyboard.press("Enter");
  if (!(await answer).ok()) throw new Error("it was not put off");
  await page.locator(".toast").waitFor();
  if ((await focused(page)) === "") throw new Error("after the line is gone, nothing has the focus");

  while (!(await page.evaluate(() => Boolean(document.activeElement.closest("[data-row]")?.querySelector("[data-reschedule]"))))) await page.keyboard.press("j");
  await page.keyboard.press("r");
  answer = answered();
  await page.keyboard.press("Enter");
  if (!(await answer).ok()) throw new Error("it was not put to another day");
  await page.locator(".toast", { hasText: "Rescheduled" }).waitFor();

  await page.locator('[data-today] [data-row]:has(a[data-done][href*="step_done"]) [data-open]').first().focus();
  await page.keyboard.press("d");
  await page.locator("dialog.dialog [name=next_step]").waitFor();
  await page.locator("dialog.dialog [name=next_step]").fill("Write to them");
  await page.locator("dialog.dialog [name=next_step_date]").fill("2199-01-04");
  await page.keyboard.press("Control+Enter");
  await page.locator(".toast", { hasText: "next one is planned" }).waitFor();
}
