// Back leads past a form that has saved to where one came from: from the page of a record, a refused form and a new one.
export const title = "Back leads past a form that has saved";

export default async function ({ page }) {
  await page.goto("/accounts?sort=name");
  const list = page.url();
  await page.getByRole("rowheader").getByRole("link").first().click();
  await page.getByRole("heading", { level: 1 }).waitFor();
  const record = new URL(page.url()).pathname;
  const heading = (name) => page.locator("article.record").getByRole("heading", { level: 1, name });
  const edit = async () => {
    // A page is painted before it listens to keys.
    await page.waitForLoadState();
    await page.keyboard.press("e");
    await page.waitForURL(/\/edit$/);
    await page.locator("#field-name").waitFor();
  };

  await edit();
  await page.locator("#field-name").fill("Once Changed");
  await page.keyboard.press("Control+Enter");
  await heading("Once Changed").waitFor();
  await page.getByRole("status").filter({ hasText: "Once Changed was saved" }).waitFor();

  // Refused first; then left without saving.
  await edit();
  await page.locator("#field-name").fill("");
  await page.keyboard.press("Control+Enter");
  await page.locator(".field-error").first().waitFor();
  await page.locator("#field-name").fill("Twice Changed");
  await page.keyboard.press("Control+Enter");
  await heading("Twice Changed").waitFor();
  await edit();
  await page.locator("#field-name").fill("Never Changed");
  await page.getByRole("main").getByRole("link", { name: "Cancel" }).click();
  await heading("Twice Changed").waitFor();

  await page.goBack();
  await page.waitForURL(list);
  await page.goForward();
  await heading("Twice Changed").waitFor();
  if (new URL(page.url()).pathname !== record) throw new Error(`forward leads to ${page.url()}`);
  await page.goBack();
  await page.waitForURL(list);

  // Where a new one was made, Back leads to where one began it.
  await page.getByRole("main").getByRole("link", { name: "New account" }).click();
  await page.locator("#field-name").fill("Newly Made");
  await page.keyboard.press("Control+Enter");
  await heading("Newly Made").waitFor();
  await page.goBack();
  await page.waitForURL(list);
}
