// The pages that are met daily, each looked at by axe and held to the width of its window.

import { findsNothing } from "./axe.mjs";

const PAGES = ["/", "/accounts", "/accounts?filter=lifecycle%20%3D%20customer", "/accounts/new", "/opportunities/board",
  "/opportunities", "/opportunities/new", "/metrics?by=owner", "/search?q=acme", "/trash", "/import", "/import/new", "/settings/profile",
  "/settings/sessions", "/settings/tokens", "/users", "/roles", "/settings", "/settings/journal", "/settings/health", "/settings/backup",
  "/glossary", "/glossary/win-rate"];

/** Looks at all of them, and at a record. */
export async function lookAround(page) {
  for (const path of PAGES) {
    await page.goto(path);
    await fits(page);
  }
  await page.goto("/opportunities");
  await page.locator("a.row-link").first().click();
  await page.locator("article.record h1").waitFor();
  await fits(page);
}

async function fits(page) {
  await findsNothing(page);
  const { pathname } = new URL(page.url());
  const wide = await page.evaluate(() => {
    const edge = document.documentElement.clientWidth;
    return [...document.querySelectorAll(".topbar-end, .page-head, .record-head, .form")].find((part) => part.getBoundingClientRect().right > edge + 1)?.className;
  });
  if (wide) throw new Error(`${pathname}: ${wide} is wider than the window`);
}
