// A lost connection, a session that has ended, a double click: what was typed stays, and is saved once.
export const title = "A person loses the connection and the session, and nothing of what was typed";

const NAME = "Typed through everything";

export default async function ({ page, context, signIn }) {
  await page.goto("/accounts/new");
  await page.locator("#field-name").fill(NAME);
  await page.evaluate(() => Promise.all([...document.fonts].map((font) => font.load())));
  await context.setOffline(true);
  await page.getByRole("button", { name: "Create", exact: true }).last().click();
  await page.locator(".toast", { hasText: "can’t be reached" }).waitFor();
  if (await page.locator("#field-name").inputValue() !== NAME) throw new Error("the connection took what was typed");
  await context.setOffline(false);

  await context.clearCookies();
  await page.getByRole("button", { name: "Create", exact: true }).last().click();
  await page.locator("input[type=password]").waitFor();
  await signIn();
  await page.goto("/accounts/new");
  if (await page.locator("#field-name").inputValue() !== NAME) throw new Error("the session took what was typed");

  await page.getByRole("button", { name: "Create", exact: true }).last().dblclick();
  await page.locator("article.record h1", { hasText: NAME }).waitFor();
  await page.goto(`/accounts?filter=${encodeURIComponent(`name = "${NAME}"`)}`);
  const made = await page.locator("tr[data-row]").count();
  if (made !== 1) throw new Error(`${made} accounts were made by a double click`);
  await page.goto("/accounts/new");
  if (await page.locator("#field-name").inputValue()) throw new Error("what was saved stands in the next form");
}
