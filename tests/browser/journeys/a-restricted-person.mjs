// A role is made, given to somebody, and what it does not give is nowhere.
import { findsNothing } from "../lib/axe.mjs";

export const title = "A restricted person sees only what the role gives";

const PASSWORD = "an umbrella of cats";

export default async function ({ page, context }) {
  await page.goto("/roles/new");
  await page.locator("#field-name").fill("Guests of the journey");
  await page.keyboard.press("Control+Enter");
  await page.waitForURL(/\/settings\/roles\//);
  await findsNothing(page);
  await page.locator("[name='right.account.read']").selectOption("all");
  await page.getByRole("button", { name: "Save" }).click();
  await page.locator(".toast").waitFor();

  await page.goto("/users/new");
  await page.locator("#field-name").fill("Gwen Guest");
  await page.locator("#field-email").fill("gwen@journey.example");
  await page.locator("#field-role").selectOption({ label: "Guests of the journey" });
  await page.locator("#field-password").fill(PASSWORD);
  await page.keyboard.press("Control+Enter");
  await page.locator("article.record h1", { hasText: "Gwen Guest" }).waitFor();

  await context.clearCookies();
  await page.goto("/sign-in");
  await page.locator("input[name=email]").fill("gwen@journey.example");
  await page.locator("input[type=password]").fill(PASSWORD);
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname === "/");
  await findsNothing(page);
  if (await page.locator("nav.nav a[href^='/opportunities']").count()) throw new Error("deals stand in the navigation");
  await page.goto("/accounts");
  await page.locator("tr[data-row]").first().waitFor();
  if (await page.getByRole("link", { name: "New account" }).count()) throw new Error("a guest is offered to create");
  const status = (await page.request.get("/opportunities/board")).status();
  if (status !== 404) throw new Error(`the board answers ${status}`);
}
