// What may be there already is told while one types, and never stops anybody: by mouse, by keys, and without a script.
import { findsNothing } from "../lib/axe.mjs";

export const title = "A person is told what may be there already";
// The form that comes back is answered so.
export const expected = /status of 409/;

export default async function ({ page }) {
  const create = async (name, email) => {
    await page.goto("/contacts/new");
    await page.locator("#field-name").fill(name);
    if (email) await page.locator("#field-email").fill(email);
    await page.keyboard.press("Control+Enter");
    await page.locator("article.record h1", { hasText: name }).waitFor();
  };
  await create("Zdenka Novotná", "zdenka@journey-rope.example");
  const first = new URL(page.url()).pathname;

  // Typed in another writing, with a slip of the hand.
  await page.goto("/contacts/new");
  const told = page.locator(".alike");
  if (await told.isVisible()) throw new Error("nothing is told before anybody has typed");
  await page.locator("#field-name").pressSequentially("Novotna Zdemka");
  await told.getByText("Name is similar").waitFor();
  await page.locator("#field-email").fill("ZDENKA@journey-rope.example");
  await told.getByText("E-mail is the same").waitFor();
  await findsNothing(page);
  const opened = page.context().waitForEvent("page");
  await told.getByRole("link", { name: "Zdenka Novotná" }).click();
  const beside = await opened;
  await beside.locator("article.record h1", { hasText: "Zdenka Novotná" }).waitFor();
  if (new URL(beside.url()).pathname !== first) throw new Error("it opens the record that is there");
  await beside.close();

  // What is no longer typed is no longer told.
  await page.locator("#field-email").fill("");
  await page.locator("#field-name").fill("Somebody Else");
  await told.waitFor({ state: "hidden" });

  // Who sends it at once, before there was time to see what is told, is told by the form that comes back.
  await page.goto("/contacts/new");
  await page.locator("#field-name").fill("Zdenka Novotna");
  await told.getByText("Name is the same").waitFor();
  await page.keyboard.press("Control+Enter");
  await page.getByRole("button", { name: "Create anyway" }).waitFor();
  await page.goto("/contacts/new");

  // Whoever has been told goes on as they were, by one key.
  await page.locator("#field-name").fill("Zdenka Novotna");
  await told.getByText("Name is the same").waitFor();
  await page.locator(".alike[data-told]").waitFor();
  await page.keyboard.press("Control+Enter");
  await page.locator("article.record h1", { hasText: "Zdenka Novotna" }).waitFor();

  // Where two have the same address, the record says so and leads to merging.
  await create("Z. Novotná", null);
  await page.goto("/contacts/new");
  await page.locator("#field-name").fill("Novotná Zdenka");
  await page.locator("#field-email").fill("zdenka@journey-rope.example");
  await told.getByText("E-mail is the same").waitFor();
  await page.locator(".alike[data-told]").waitFor();
  await page.keyboard.press("Control+Enter");
  await page.getByRole("link", { name: "Possible duplicate" }).click();
  await page.locator(".merge-likely").getByRole("link", { name: "Compare" }).first().click();
  await page.locator(".merge").waitFor();
}
