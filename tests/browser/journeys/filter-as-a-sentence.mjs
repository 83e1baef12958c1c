// A filter is built as a sentence: by mouse where it stands, by keyboard, with groups and fields of linked records.
import { findsNothing } from "../lib/axe.mjs";

export const title = "A person filters by a sentence";

export default async function ({ page }) {
  await page.goto("/accounts");
  const editor = page.locator("details[open] .filter-edit");
  const opened = () => editor.locator("[name=f-field]").waitFor();
  await page.locator(".filters > .filter-menu > summary").click();
  await opened();
  await editor.locator("[name=f-field]").selectOption("lifecycle");
  await editor.getByLabel("Customer", { exact: true }).check();
  await findsNothing(page);
  await editor.getByRole("button", { name: "Apply" }).click();
  await page.waitForURL(/filter=lifecycle/);
  await page.locator(".chip", { hasText: /Lifecycle is Customer/ }).waitFor();
  // By keyboard: the chip opens, an alternative makes a group.
  await page.locator(".chip summary").first().focus();
  await page.keyboard.press("Enter");
  await opened();
  await editor.getByRole("link", { name: "Or another condition" }).press("Enter");
  await editor.locator("[name=f-do][value=join]").waitFor({ state: "attached" });
  await editor.locator("[name=f-field]").selectOption("owner.name");
  await editor.locator("[name=f-operator] option[value=starts_with]").waitFor({ state: "attached" });
  const redrawn = page.waitForResponse((answer) => answer.url().includes("f-operator=contains"));
  await editor.locator("[name=f-operator]").selectOption("contains");
  await redrawn;
  await editor.locator("[name=f-value]").fill("a");
  await page.keyboard.press("Enter");
  await page.waitForURL(/owner\.name/);
  await page.locator(".chip", { hasText: "Owner › Name contains a" }).waitFor();
  await page.locator(".filter-joint", { hasText: "or" }).waitFor();
  await findsNothing(page);
  await page.locator(".filters > .filter-menu > summary").click();
  await opened();
  await editor.locator("[name=f-field]").selectOption("created_at");
  await editor.locator("[name=f-when]").selectOption("last_days");
  await editor.locator("[name=f-days]").fill("9");
  await editor.getByRole("button", { name: "Apply" }).click();
  await page.waitForURL(/last_9_days/);
  await page.getByRole("link", { name: "Mine" }).click();
  await page.waitForURL(/owner/);
  await page.getByRole("link", { name: "Clear filters" }).first().click();
  await page.locator(".chip").first().waitFor({ state: "detached" });
  // What is typed is the same filter.
  await page.keyboard.press("/");
  await page.keyboard.type("lifecycle = customer");
  await page.keyboard.press("Enter");
  await page.locator(".chip", { hasText: /Lifecycle is Customer/ }).waitFor();
}
