// Rows are picked by mouse and by keyboard, changed together, merged, put away, and all of it is taken back.
import { findsNothing } from "../lib/axe.mjs";

export const title = "A person selects many and changes them at once";

const picked = (page) => page.locator("[data-pick]:checked").count();
const is = async (what, found, wanted) => { if (found !== wanted) throw new Error(`${what}: ${found}, not ${wanted}`); };

export default async function ({ page }) {
  await page.goto("/accounts?sort=name");
  const boxes = page.locator("[data-pick]"), bar = page.locator(".pick-bar");
  await is("the bar is seen", await bar.isVisible(), false);
  // By mouse: one, then a stretch with Shift.
  await boxes.nth(1).click();
  await boxes.nth(4).click({ modifiers: ["Shift"] });
  await is("picked by mouse", await picked(page), 4);
  await bar.locator("[data-pick-count]", { hasText: "4 selected" }).waitFor();
  await findsNothing(page);
  await bar.getByRole("button", { name: "Clear the selection" }).click();
  await bar.waitFor({ state: "hidden" });
  // By keyboard: x here, then Shift-X two rows further.
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("Shift+X");
  await is("picked by keyboard", await picked(page), 3);
  const changed = await page.locator("tr[data-row]").first().getAttribute("data-id");
  await bar.getByRole("button", { name: "Edit", exact: true }).press("Enter");
  const dialog = page.locator("dialog[open]");
  await dialog.locator("[name=p-field]").selectOption("industry");
  await dialog.locator("[name=industry]").waitFor();
  await findsNothing(page);
  await dialog.locator("select[name=industry]").selectOption({ index: 2 });
  const industry = await dialog.locator("select[name=industry] option:checked").textContent();
  await dialog.getByRole("button", { name: "Change", exact: true }).click();
  const toast = page.locator(".toast", { hasText: /\d changed|were so already/ });
  await toast.waitFor();
  await page.locator(`tr[data-id="${changed}"]`, { hasText: industry.trim() }).waitFor();
  await toast.getByRole("button", { name: "Undo" }).click();
  await page.locator(".toast", { hasText: "Everything is as it was" }).waitFor();
  // Exactly two are merged; the trash asks with how many.
  await boxes.nth(0).click();
  await is("one can't be merged", await bar.getByRole("button", { name: "Merge" }).isVisible(), false);
  await boxes.nth(1).click();
  await bar.getByRole("button", { name: "Merge" }).waitFor();
  await bar.getByRole("button", { name: "Move to trash" }).click();
  await dialog.locator("h1", { hasText: "Move 2 records to the trash?" }).waitFor();
  await dialog.getByRole("link", { name: "Cancel" }).click();
  // All that the filter leaves, not only this page.
  await page.locator("[data-pick-page] input").click();
  await page.locator("[data-pick-filter]").click();
  await bar.getByRole("button", { name: "Move to trash" }).click();
  const question = await dialog.locator("h1").textContent();
  if (Number(question.replace(/\D/g, "")) <= 50) throw new Error(`only the page is meant: ${question}`);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await bar.waitFor({ state: "hidden" });
}
