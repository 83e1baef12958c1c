// The door and every page that is met daily, with axe looking on.
import { findsNothing } from "../lib/axe.mjs";
import { lookAround } from "../lib/pages.mjs";

export const title = "A person signs in and looks around";
export const signedOut = true;

export default async function ({ page, signIn }) {
  await page.goto("/accounts");
  await page.waitForURL(/\/sign-in\?next=/);
  await findsNothing(page);
  await signIn();
  await page.waitForURL(/\/accounts$/);
  await page.locator("tr[data-row]").first().waitFor();
  await lookAround(page);
}
