// A label that is a term explains itself: by mouse, by keyboard and, without taking anything away, until Escape.
import { findsNothing } from "../lib/axe.mjs";

export const title = "A label explains itself";

export default async function ({ page }) {
  await page.goto("/opportunities/new");
  const box = page.locator("#tip"), sign = page.locator("[data-tip='next-step']");
  await page.locator(".labelled", { has: sign }).locator("label").hover();
  await box.getByText("A deal without one is standing still").waitFor();
  await findsNothing(page);
  await page.keyboard.press("Escape");
  await box.waitFor({ state: "hidden" });
  if (new URL(page.url()).pathname !== "/opportunities/new") throw new Error("Escape leaves the form");

  await page.mouse.move(0, 0);
  await page.locator("[data-asked='next_step'] input, #field-next_step").first().focus();
  await page.keyboard.press("Shift+Tab");
  await box.getByText("A deal without one is standing still").waitFor();
  if ((await sign.getAttribute("aria-describedby")) !== "tip") throw new Error("the sign is not described by its text");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Next step", level: 1 }).waitFor();
  await findsNothing(page);
  await page.getByRole("link", { name: "Deals · Next step" }).waitFor();

  await page.goto("/glossary");
  await page.getByRole("searchbox", { name: "Search for a term in any language" }).fill("ЛПР");
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "Decision maker" }).click();
  await page.getByRole("heading", { name: "Decision maker", level: 1 }).waitFor();
}
