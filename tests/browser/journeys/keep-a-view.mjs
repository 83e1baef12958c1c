// A narrowed list is kept under a name, renamed, changed, and put away with a way back.
import { findsNothing } from "../lib/axe.mjs";

export const title = "A person keeps a list as a view";

export default async function ({ page }) {
  await page.goto("/accounts?filter=lifecycle%20%3D%20customer&sort=-annual_revenue");
  await page.getByRole("link", { name: "Save as a view" }).click();
  const dialog = page.locator("dialog[open]");
  await dialog.locator("[name=name]").fill("Customers of the journey");
  await findsNothing(page);
  await page.keyboard.press("Control+Enter");
  const tab = page.locator(".views .tab[aria-current]", { hasText: "Customers of the journey" });
  await tab.waitFor();
  await findsNothing(page);
  await page.getByRole("link", { name: "Clear filters" }).click();
  await page.getByRole("button", { name: "Save changes" }).waitFor();
  await tab.click();
  await page.locator(".chip", { hasText: "Customer" }).waitFor();
  await page.locator(".views summary").click();
  await findsNothing(page);
  await page.getByRole("button", { name: "Delete the view" }).click();
  await page.locator(".toast", { hasText: "Customers of the journey" }).getByRole("button", { name: "Undo" }).click();
  await page.waitForURL(/\/accounts\?.*view=/);
  await tab.waitFor();
}
