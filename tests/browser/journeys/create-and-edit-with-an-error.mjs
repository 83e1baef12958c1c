// A new record by hand: what is wrong is said beside its field, what was typed stays, what is saved is shown.
import { findsNothing } from "../lib/axe.mjs";

export const title = "A person creates a record, puts a slip right and edits it";

export default async function ({ page }) {
  await page.goto("/accounts/new");
  await page.getByLabel("Name", { exact: false }).first().fill("Journey Ropes");
  await page.locator("#field-email").fill("not an address");
  await page.keyboard.press("Control+Enter");
  await page.locator(".field-error").first().waitFor();
  await findsNothing(page);
  if ((await page.locator("#field-name").inputValue()) !== "Journey Ropes") throw new Error("what was typed is lost");
  await page.locator("#field-email").fill("hello@journey.example");
  await page.keyboard.press("Control+Enter");
  await page.locator("article.record h1").waitFor();
  await page.locator(".toast", { hasText: "Journey Ropes" }).waitFor();
  await page.keyboard.press("e");
  await page.waitForURL(/\/edit$/);
  await page.locator("#field-name").fill("Journey Ropes & Sons");
  await page.keyboard.press("Control+Enter");
  await page.locator("article.record h1", { hasText: "Journey Ropes & Sons" }).waitFor();
}
