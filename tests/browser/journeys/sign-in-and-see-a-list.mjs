// The door, and where one wanted to go behind it.
import { findsNothing } from "../lib/axe.mjs";

export const title = "A person signs in and sees the list they asked for";
export const signedOut = true;

export default async function ({ page, signIn }) {
  await page.goto("/accounts");
  await page.waitForURL(/\/sign-in\?next=/);
  await findsNothing(page);
  await signIn();
  await page.waitForURL(/\/accounts$/);
  await page.locator("tr[data-row]").first().waitFor();
}
