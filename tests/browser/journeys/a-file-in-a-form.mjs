// A workspace declares a field that is a file; it is filled in a form, shown on the record, and taken away.
import { findsNothing } from "../lib/axe.mjs";

export const title = "A person fills in a field that is a file";

export default async function ({ page }) {
  await page.goto("/custom_fields/new");
  await page.locator("select[name=object], input[name=object]").first().waitFor();
  const field = { object: "product", label: "Data sheet", kind: "file" };
  const made = await page.evaluate(async (body) => {
    const headers = { "Content-Type": "application/json" };
    return (await fetch("/api/v1/custom_fields", { method: "POST", headers, body: JSON.stringify(body) })).status;
  }, field);
  if (made !== 201) throw new Error(`the field was answered ${made}`);
  await page.goto("/products/new");
  await page.locator("input[name=name]").fill("Product of a journey");
  const sheet = { name: "sheet.txt", mimeType: "text/plain", buffer: Buffer.from("A data sheet") };
  await page.locator("input[type=file][name=x_data_sheet]").setInputFiles(sheet);
  await findsNothing(page);
  await page.keyboard.press("Control+Enter");
  await page.locator("article.record h1", { hasText: "Product of a journey" }).waitFor();
  await page.getByRole("link", { name: "sheet.txt" }).first().waitFor();
  await findsNothing(page);
}
