// Several files are chosen together, one is left out, they are checked, brought in and taken back.
import { findsNothing } from "../lib/axe.mjs";

export const title = "A person brings in several files at once";

const file = (name, text) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
const FILES = [
  file("people.csv", "First name,Last name,Company\nJourney,Berg,Journey Works\n"),
  file("companies.csv", "Company name\nJourney Works\n"),
  file("notes.csv", "qqq;zzz\n1;2\n"),
];

export default async function ({ page }) {
  await page.goto("/import/new");
  await page.locator("input[type=file]").setInputFiles(FILES);
  await page.getByRole("button", { name: "Look at the columns" }).press("Enter");
  await page.getByRole("heading", { name: "3 files" }).waitFor();
  await findsNothing(page);
  await page.getByRole("button", { name: "notes.csv: Leave out" }).press("Enter");
  await page.getByRole("heading", { name: "2 files" }).waitFor();
  const names = await page.locator(".import-file-name").allTextContents();
  if (names.join() !== "companies.csv,people.csv") throw new Error(`what is led to comes first, not ${names}`);
  await page.getByRole("link", { name: "people.csv: Columns" }).click();
  await page.getByRole("button", { name: "Keep" }).click();
  await page.getByRole("button", { name: "Check without importing" }).click();
  await page.getByRole("button", { name: "Import 2 rows" }).waitFor();
  await findsNothing(page);
  await page.getByRole("button", { name: "Import 2 rows" }).click();
  await page.locator(".notice", { hasText: "Imported" }).waitFor();
  await findsNothing(page);
  await page.goto("/search?q=Journey%20Works");
  await page.getByRole("link", { name: "Journey Works" }).first().waitFor();
  await page.goto("/import");
  await page.locator("a", { hasText: "people.csv" }).first().click();
  await page.getByRole("link", { name: "All files" }).click();
  await page.getByRole("link", { name: "Undo all files" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Undo all files" }).click();
  await page.locator(".notice", { hasText: "The import was undone" }).waitFor();
}
