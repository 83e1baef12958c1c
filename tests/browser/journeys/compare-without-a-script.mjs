// Without a script, too, nobody overwrites anybody: the second one to save is shown both versions, and decides by field.

export const title = "A person compares what both changed, without a script";
export const window = { scripts: false };

export default async function ({ page, context }) {
  await page.goto("/accounts");
  await page.getByRole("rowheader").getByRole("link").first().click();
  await page.getByRole("heading", { level: 1 }).waitFor();
  const path = new URL(page.url()).pathname;
  const other = await context.newPage();
  for (const one of [page, other]) await one.goto(`${path}/edit`);
  await save(other, "Theirs");
  await other.getByRole("heading", { level: 1, name: /Theirs/ }).waitFor();
  await save(page, "Mine");
  await page.getByText("Saved in the meantime").waitFor();
  await page.getByText("Theirs", { exact: true }).first().waitFor();
  await page.getByText("Mine", { exact: true }).click();
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("heading", { level: 1, name: /Mine/ }).waitFor();
}

async function save(page, name) {
  await page.getByRole("textbox", { name: "Name", exact: true }).fill(name);
  await page.getByRole("button", { name: "Save", exact: true }).last().click();
}
