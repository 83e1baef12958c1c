// A lead becomes a customer in place, with what is known already chosen by the rule of duplicates; and is taken back.
import { findsNothing } from "../lib/axe.mjs";

export const title = "A lead is converted with an account that is there, and taken back";

export default async function ({ page }) {
  const create = async (place, fields, told) => {
    await page.goto(`/${place}/new`);
    for (const [name, text] of Object.entries(fields)) await page.locator(`#field-${name}`).fill(text);
    // What is known already is told before it is sent, and keeps nobody from sending it.
    if (told) await page.locator(".alike[data-told]").getByText(told).first().waitFor();
    await page.keyboard.press("Control+Enter");
    await page.locator("article.record h1", { hasText: fields.name }).waitFor();
    return new URL(page.url()).pathname;
  };
  const account = await create("accounts", { name: "Quayside Ropes GmbH", domain: "quayside-ropes.example" });
  const lead = await create("leads", { name: "Ottoline Brandt", company: "Quayside Ropes", email: "ottoline@quayside-ropes.example" }, "Domain is the same");

  await page.getByRole("link", { name: "Convert", exact: true }).click();
  const dialog = page.locator("dialog.dialog");
  await dialog.getByText("Domain is the same").waitFor();
  await findsNothing(page);
  const chosen = dialog.locator("#field-account");
  const value = await chosen.evaluate((field) => field.selectedOptions?.[0]?.textContent ?? field.value);
  if (!value.includes("Quayside Ropes GmbH")) throw new Error(`the known account is chosen: ${value}`);
  await dialog.getByText("“Ottoline Brandt” is created").waitFor();
  await dialog.getByRole("button", { name: "Convert" }).click();
  await page.waitForURL(/\/opportunities\//);
  await page.locator(`article.record a[href="${account}"]`).first().waitFor();

  // By the message, while it stands.
  await page.locator(".toast").getByRole("button", { name: "Undo" }).click();
  await page.waitForURL((url) => url.pathname === lead);
  await page.getByRole("link", { name: "Convert", exact: true }).waitFor();
}
