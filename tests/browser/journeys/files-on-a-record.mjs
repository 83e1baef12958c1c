// A file is chosen on a record, another dropped there; one is removed and put back.
import { findsNothing } from "../lib/axe.mjs";

export const title = "A person puts files on a record";

export default async function ({ page }) {
  await page.goto("/accounts");
  await page.locator("tr[data-row] a[data-open]").first().click();
  const files = page.locator("[data-files]").first();
  await files.locator("input[type=file]").first().setInputFiles({ name: "offer.txt", mimeType: "text/plain", buffer: Buffer.from("An offer") });
  await page.getByRole("link", { name: /offer\.txt/ }).first().waitFor();
  await findsNothing(page);
  const transfer = await page.evaluateHandle(() => {
    const dropped = new DataTransfer();
    dropped.items.add(new File(["Dropped"], "dropped.txt", { type: "text/plain" }));
    return dropped;
  });
  const where = page.locator("[data-files]").first();
  for (const event of ["dragenter", "dragover", "drop"]) await where.dispatchEvent(event, { dataTransfer: transfer });
  await page.getByRole("link", { name: /dropped\.txt/ }).first().waitFor();
  await findsNothing(page);
}
