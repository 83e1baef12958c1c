// At the door: the form, a slip, the list one wanted; then every page that is met daily, with axe looking on.
import { findsNothing } from "../lib/axe.mjs";

export const title = "A person signs in and looks around";
export const signedOut = true;

const PAGES = ["/", "/accounts", "/accounts/new", "/opportunities/board", "/opportunities", "/metrics?by=owner", "/trash",
  "/import", "/import/new", "/settings/profile", "/settings/sessions", "/settings/tokens", "/users", "/roles"];

export default async function ({ page, signIn }) {
  await page.goto("/accounts");
  await page.waitForURL(/\/sign-in\?next=/);
  await findsNothing(page);
  await signIn();
  await page.waitForURL(/\/accounts$/);
  await page.locator("tr[data-row]").first().waitFor();
  for (const path of PAGES) {
    await page.goto(path);
    await findsNothing(page);
  }
  await page.goto("/accounts");
  await page.locator("a.row-link").first().click();
  await page.locator("article.record h1").waitFor();
  await findsNothing(page);
}
