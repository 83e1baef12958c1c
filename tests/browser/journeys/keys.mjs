// One key away: to go, to make, to look beside the list; never while one types, and not for who has switched it off.
import { findsNothing } from "../lib/axe.mjs";

export const title = "A person works by single keys, and switches them off";

export default async function ({ page }) {
  await page.goto("/");
  await page.keyboard.press("?");
  await page.locator("dialog[open] h2").waitFor();
  await findsNothing(page);
  await page.keyboard.press("Escape");
  await page.keyboard.press("g");
  await page.keyboard.press("a");
  await page.waitForURL(/\/accounts/);

  // A record beside its list: down the list with it, back, reload, the whole page.
  await page.keyboard.press("j");
  await page.keyboard.press("o");
  const side = page.locator("[data-side]:not([hidden])");
  await side.locator("article.record h1").waitFor();
  const [whole, main] = await Promise.all([".record", ".record-main"].map((part) => side.locator(part).boundingBox()));
  if (main.width < whole.width - 1) throw new Error(`in ${whole.width} px beside a list what happened has only ${main.width}`);
  await findsNothing(page);
  const first = new URL(page.url()).searchParams.get("open");
  await page.keyboard.press("j");
  await page.waitForFunction((first) => new URL(location).searchParams.get("open") !== first, first);
  const open = new URL(page.url()).searchParams.get("open");
  await page.reload();
  await side.locator(`h1 a[href="/accounts/${open}"]`).waitFor();
  await page.keyboard.press("Escape");
  if (await side.count()) throw new Error("Escape does not close it");
  await page.goBack();
  await side.locator(`h1 a[href="/accounts/${open}"]`).waitFor();
  await side.locator("h1 a").click();
  await page.waitForURL(new RegExp(`/accounts/${open}$`));

  // What is made from here is about what is open.
  await page.keyboard.press("l");
  await page.waitForURL((url) => url.searchParams.get("account") === open && url.searchParams.get("kind") === "call");
  await page.locator("#field-subject").fill("");
  await page.keyboard.type("g a c t");
  if (await page.locator("#field-subject").inputValue() !== "g a c t") throw new Error("a key was taken from a text");

  // By mouse: beside the title one looks, on the title one goes. As a sheet on a phone.
  await page.goto("/accounts");
  await page.locator("tr[data-row] td").nth(1).click();
  await side.locator("article.record h1").waitFor();
  await page.setViewportSize({ width: 390, height: 844 });
  await findsNothing(page);
  await side.getByRole("button", { name: "Close" }).click();
  await page.setViewportSize({ width: 1440, height: 900 });

  await page.goto("/settings/profile");
  await page.locator("[name=single_keys][value=false]").check();
  await page.locator("form", { has: page.locator("[name=single_keys]") }).getByRole("button", { name: "Save" }).click();
  await page.locator(".toast").waitFor();
  await page.keyboard.press("g");
  await page.keyboard.press("h");
  await page.keyboard.press("?");
  await page.waitForTimeout(200);
  if (new URL(page.url()).pathname !== "/settings/profile" || await page.locator("dialog[open]").count()) throw new Error("a key did something although they are off");
  await page.locator("[name=single_keys][value=true]").check();
  await page.locator("form", { has: page.locator("[name=single_keys]") }).getByRole("button", { name: "Save" }).click();
  await page.locator(".toast").waitFor();
}
