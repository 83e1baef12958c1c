// A list is grouped, its groups open, its numbers add up, its columns move and widen, and a cell is edited in place.
import { findsNothing } from "../lib/axe.mjs";

export const title = "A person groups a list and edits a cell";

export default async function ({ page }) {
  await page.goto("/accounts");
  const display = page.locator(".display");
  await display.locator("summary").click();
  await findsNothing(page);
  await display.locator("[name=d-group]").selectOption("lifecycle");
  await page.waitForURL(/group=lifecycle/);
  const heads = page.locator(".group-row");
  await heads.nth(1).waitFor();
  await page.locator("tfoot .num", { hasText: /\d/ }).first().waitFor();
  await findsNothing(page);
  const button = heads.nth(1).locator("[data-group-rows]");
  await button.press("Enter");
  await page.locator("tbody[data-group]").nth(1).locator("tr[data-id]").first().waitFor();
  await button.click();
  await page.locator("tbody[data-group]").nth(1).locator("tr[data-id]").first().waitFor({ state: "hidden" });
  await heads.nth(1).locator("[data-group-name]").click();
  await page.waitForURL((url) => url.searchParams.has("filter") && !url.searchParams.has("group"));
  // A column becomes wider by mouse and by keyboard, and the address says so.
  await page.goto("/accounts?column=industry&column=annual_revenue");
  const head = page.locator("th[data-field=industry]"), grip = await head.locator("[data-resize]").boundingBox();
  await page.mouse.move(grip.x + 3, grip.y + 8);
  await page.mouse.down();
  await page.mouse.move(grip.x + 123, grip.y + 8, { steps: 4 });
  await page.mouse.up();
  await page.waitForURL(/width=industry/);
  await page.locator("th[data-field=annual_revenue] a").focus();
  await page.keyboard.press("Alt+ArrowRight");
  await page.waitForURL(/annual_revenue(:|%3A)/);
  const widths = new URL(page.url()).searchParams.get("width");
  if (!/industry:\d+,annual_revenue:\d+/.test(widths)) throw new Error(`the first width was lost: ${widths}`);
  // A cell by double click, the next by keyboard.
  const row = page.locator("tr[data-id]").first();
  await row.locator("td").nth(2).dblclick();
  const input = row.locator(".editing [name=annual_revenue]");
  await input.fill("4321");
  await findsNothing(page);
  await input.press("Enter");
  await row.locator("td.num", { hasText: "4,321" }).waitFor();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("e");
  await row.locator(".editing select").waitFor();
  await page.keyboard.press("Escape");
  await row.locator(".editing").waitFor({ state: "detached" });
  // By one column, then by one more.
  await page.locator("th[data-field=annual_revenue] a").click();
  await page.waitForURL(/sort=annual_revenue/);
  await page.locator("th[data-field=name] a").click({ modifiers: ["Shift"] });
  await page.waitForURL(/sort=annual_revenue,name/);
}
