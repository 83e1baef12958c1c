// Tags are put on a record by keyboard; a deal that is lost is asked for its reason, in the form and on the board.
import { findsNothing } from "../lib/axe.mjs";

export const title = "Tags by keyboard, and a lost deal is asked why";

export default async function ({ page }) {
  await page.goto("/accounts/new");
  await page.locator("#field-name").fill("Chips and Sons");
  const typing = page.locator("#field-tags");
  await typing.fill("Harbour");
  await page.locator(".tags [role=option]").first().waitFor();
  await page.keyboard.press("Enter");
  await typing.pressSequentially("Key account,");
  await typing.pressSequentially("Gone,");
  await page.keyboard.press("Backspace");
  const chips = () => page.locator(".tag").allInnerTexts();
  if ((await chips()).join() !== "Harbour\n×,Key account\n×" && (await chips()).length !== 2) throw new Error(`chips: ${await chips()}`);
  await findsNothing(page);
  await page.keyboard.press("Control+Enter");
  await page.locator("article.record h1", { hasText: "Chips and Sons" }).waitFor();
  for (const tag of ["Harbour", "Key account"]) await page.locator(".badge", { hasText: tag }).first().waitFor();

  await page.goto("/opportunities/board");
  const card = page.locator("[data-card][data-move]").first();
  const edit = `${await card.locator("[data-open]").getAttribute("href")}/edit`;
  await page.goto(edit);
  const mark = page.locator("[data-asked=loss_reason] .required-mark");
  if (await mark.isVisible()) throw new Error("an open deal is asked why it was lost");
  const lost = await page.locator("#field-stage option", { hasText: /lost/i }).first().getAttribute("value");
  await page.locator("#field-stage").selectOption(lost);
  await mark.waitFor();
  await findsNothing(page);

  await page.goto("/opportunities/board");
  await card.locator("summary").first().click();
  await card.locator(`[data-move-form] button[value="${lost}"]`).click();
  const dialog = page.locator("dialog.dialog");
  await dialog.locator("[name=loss_reason]").waitFor();
  await findsNothing(page);
  await dialog.locator("[type=submit]").click();
  await dialog.locator(".field-error").waitFor();
  await dialog.locator("[name=loss_reason]").selectOption({ index: 1 });
  await dialog.locator("[type=submit]").click();
  await page.locator(".toast").waitFor();
}
