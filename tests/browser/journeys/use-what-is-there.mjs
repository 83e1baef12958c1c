// A form opened by the + of a list tells who is there already, and puts them there instead: by keys, with a way back.
import { findsNothing } from "../lib/axe.mjs";
import { press, told, walkTo } from "../lib/hands.mjs";

export const title = "A person puts into a list who is there already";

export default async function ({ page }) {
  await page.goto("/contacts/new");
  await page.locator("#field-name").fill("Wanda Wanderer");
  await page.locator("#field-email").fill("wanda@journey-rope.example");
  await page.keyboard.press("Control+Enter");
  await page.locator("article.record h1", { hasText: "Wanda Wanderer" }).waitFor();

  await page.goto("/accounts/new");
  await page.locator("#field-name").fill("Quillfeather Umbrellas");
  await page.keyboard.press("Control+Enter");
  await page.locator("article.record h1", { hasText: "Quillfeather Umbrellas" }).waitFor();
  await page.waitForLoadState();
  const account = new URL(page.url()).pathname;
  await press(page, page.getByRole("link", { name: "Create: People and their parts" }).first());
  const dialog = page.getByRole("dialog");
  await walkTo(page, dialog.getByRole("textbox", { name: "E-mail" }));
  await page.keyboard.type("wanda@journey-rope.example");
  const use = dialog.getByRole("button", { name: /^Use this one.*Wanda Wanderer/ });
  await use.waitFor();
  await findsNothing(page);
  await press(page, use);
  await dialog.waitFor({ state: "hidden" });
  await told(page, "Wanda Wanderer was saved");
  if (new URL(page.url()).pathname !== account) throw new Error(`one is led away to ${page.url()}`);
  await page.getByRole("main").getByRole("link", { name: "Wanda Wanderer" }).first().waitFor();
  await page.keyboard.press("z");
  await page.getByRole("main").getByRole("link", { name: "Wanda Wanderer" }).waitFor({ state: "detached" });
}
