// All pages there are, read from where their routes are declared: a new one without a line here fails. Each is looked at by
// axe and held to the width of its window.

import { readFileSync, readdirSync } from "node:fs";
import { findsNothing } from "./axe.mjs";

const HANDLERS = new URL("../../../crates/http/src/pages/", import.meta.url);

/** What answers without being a page: parts of one, files, JSON for scripts, and what leads elsewhere. */
const NO_PAGE = ["/attachments/{id}", "/attachments/{id}/download", "/attachments/{id}/thumbnail", "/glossary/{term}/tip",
  "/import/{id}/rejected", "/lookup", "/lookup/tags/{object}/{field}", "/lookup/{object}", "/settings/backup/{name}", "/views/{id}",
  "/{objects}/board/cards", "/{objects}/export", "/{objects}/groups", "/{objects}/rows", "/{objects}/sums", "/{objects}/{id}/people"];

/** By route, the addresses at which it is looked at, with what stands in the company. */
export const PAGES = {
  "/": () => ["/", "/?who=all"],
  "/api/docs": () => ["/api/docs"],
  "/bulk/{id}": (at) => [at.bulk],
  "/filter": () => ["/filter?object=account&back=/accounts"],
  "/first/{secret}": () => ["/first/nothing"],
  "/glossary": () => ["/glossary", "/glossary?q=win"],
  "/glossary/{term}": () => ["/glossary/win-rate"],
  "/import": () => ["/import"],
  "/import/new": () => ["/import/new"],
  "/import/file/{sent}": (at) => [at.sent],
  "/import/file/{sent}/check": (at) => [at.checked],
  "/import/file/{sent}/of/{file}": (at) => [at.columns],
  "/import/run/{id}": (at) => [at.run],
  "/import/run/{id}/undo": (at) => [`${at.run}/undo`],
  "/import/{id}": (at) => [at.brought],
  "/import/{id}/undo": (at) => [`${at.brought}/undo`],
  "/link/{secret}": () => ["/link/nothing"],
  "/metrics": () => ["/metrics?by=owner"],
  "/notifications": () => ["/notifications"],
  "/search": () => ["/search?q=acme", "/search?q=zzzzzzzz"],
  "/settings": () => ["/settings"],
  "/settings/backup": () => ["/settings/backup"],
  "/settings/factor": () => ["/settings/factor"],
  "/settings/factor/set-up": () => ["/settings/factor/set-up"],
  "/settings/health": () => ["/settings/health"],
  "/settings/jobs": () => ["/settings/jobs"],
  "/settings/journal": () => ["/settings/journal"],
  "/settings/objects": () => ["/settings/objects"],
  "/settings/objects/{name}": () => ["/settings/objects/account"],
  "/settings/profile": () => ["/settings/profile"],
  "/settings/roles/{id}": (at) => [`/settings${at.roles}`],
  "/settings/security": () => ["/settings/security"],
  "/settings/security/all": () => ["/settings/security/all"],
  "/settings/sessions": () => ["/settings/sessions"],
  "/settings/tokens": () => ["/settings/tokens"],
  "/settings/users/{id}/password": (at) => [`/settings${at.users}/password`],
  "/settings/users/{id}/sign-in": (at) => [`/settings${at.users}/sign-in`],
  "/settings/users/{id}/transfer": (at) => [`/settings${at.users}/transfer`],
  "/settings/webhooks": () => ["/settings/webhooks"],
  "/settings/webhooks/{id}": () => ["/settings/webhooks/0000000000001"],
  "/sign-in": () => ["/sign-in"],
  "/trash": () => ["/trash"],
  "/trash/{objects}": () => ["/trash/accounts"],
  "/views/new": () => ["/views/new?object=account&back=/accounts"],
  "/views/{id}/edit": (at) => [`${at.views}/edit`],
  "/{objects}": () => ["/accounts", "/accounts?filter=lifecycle%20%3D%20customer", "/opportunities", "/opportunities?group=owner",
    "/users", "/roles", "/products", "/tags"],
  "/{objects}/board": () => ["/opportunities/board", "/opportunities/board?by=owner&rows=yes"],
  "/{objects}/bulk": (at) => [`/accounts/bulk?do=edit&id=${at.accounts.split("/").pop()}`],
  "/{objects}/calendar": () => ["/activities/calendar", "/activities/calendar?view=month", "/activities/calendar?view=list"],
  "/{objects}/new": () => ["/accounts/new", "/opportunities/new", "/custom_fields/new"],
  "/{objects}/{id}": (at) => [at.accounts, at.contacts, at.leads, at.opportunities, at.activities, at.products, at.users, at.roles],
  "/{objects}/{id}/access": (at) => [`${at.accounts}/access`],
  "/{objects}/{id}/as-of": (at) => [`${at.opportunities}/as-of`, `${at.opportunities}?as-of=2026-01-31`],
  "/{objects}/{id}/do/{verb}": (at) => [`${at.opportunities}/do/win`, `${at.opportunities}/do/lose`],
  "/{objects}/{id}/edit": (at) => [`${at.opportunities}/edit`, `${at.activities}/edit`],
  "/{objects}/{id}/fields/{field}": (at) => [`${at.accounts}/fields/name`],
  "/{objects}/{id}/merge": (at) => [`${at.accounts}/merge`],
  "/{objects}/{id}/move": (at) => [`${at.opportunities}/move`],
  "/{objects}/{id}/purge": (at) => [`${at.trashed}/purge`],
  "/{objects}/{id}/share": (at) => [`${at.accounts}/share`],
};

/** Looks at all of them. */
export async function lookAround(page) {
  const at = await prepare(page), wrong = [];
  for (const route of routes()) {
    if (NO_PAGE.includes(route)) continue;
    if (!PAGES[route]) throw new Error(`${route} has no line in tests/browser/lib/pages.mjs`);
    for (const path of PAGES[route](at)) {
      await page.goto(path);
      await fits(page).catch((error) => wrong.push(error.message));
    }
  }
  if (wrong.length) throw new Error(wrong.join("\n"));
}

/** The routes that answer to GET, as the handlers declare them. */
function routes() {
  const files = readdirSync(HANDLERS, { recursive: true }).filter((file) => file.endsWith(".rs"));
  const found = files.flatMap((file) => readFileSync(new URL(file, HANDLERS), "utf8").split(".route(").slice(1));
  const gets = found.map((text) => text.match(/^\s*"([^"]+)",([^;]*?)(?:$|\n\s*(?:\.|}))/s)).filter((match) => match && /\bget\(/.test(match[2]));
  const all = [...new Set(gets.map((match) => match[1]))].sort();
  if (all.length < 60) throw new Error(`only ${all.length} routes were found`);
  return all;
}

/** Records of the usual objects, a view, something in the trash, a change of many, and a table on its way in. */
export async function prepare(page) {
  const at = {};
  for (const objects of ["accounts", "contacts", "leads", "opportunities", "activities", "products", "users", "roles"]) {
    await page.goto(`/${objects}`);
    at[objects] = await page.locator("a[data-open]").first().getAttribute("href");
  }
  const send = async (path, form) => (await page.request.post(path, { form, headers: { origin: new URL(page.url()).origin } })).url();
  const path = (url) => new URL(url).pathname;
  at.trashed = path(await send("/competitors", { name: "For the trash" }));
  await send(`${at.trashed}/trash`, { version: "1" });
  await page.goto("/accounts?filter=lifecycle%20%3D%20customer");
  await page.getByRole("link", { name: "Save as a view" }).click();
  await page.getByRole("dialog").getByRole("textbox", { name: "Name" }).fill("Looked at");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await page.waitForURL(/view=/);
  at.views = `/views/${new URL(page.url()).searchParams.get("view")}`;
  await bringIn(page, at);
  await changeMany(page, at);
  return at;
}

async function bringIn(page, at) {
  const table = (name, text) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
  const path = () => new URL(page.url()).pathname;
  await page.goto("/import/new");
  await page.getByLabel("Files").setInputFiles([
    table("people.csv", "First name,Last name,Company\nLook,Around,Lookabout Ltd\n"),
    table("companies.csv", "Company name\nLookabout Ltd\n"),
  ]);
  await page.getByRole("button", { name: "Look at the columns" }).click();
  await page.getByRole("heading", { name: "2 files" }).waitFor();
  at.sent = path();
  at.columns = await page.getByRole("link", { name: "people.csv: Columns" }).getAttribute("href");
  await page.getByRole("button", { name: "Check without importing" }).click();
  await page.getByRole("button", { name: "Import 2 rows" }).waitFor();
  at.checked = path();
  await page.getByRole("button", { name: "Import 2 rows" }).click();
  await page.getByRole("status").filter({ hasText: "Imported" }).waitFor();
  at.run = path();
  at.brought = await page.getByRole("link", { name: "people.csv" }).first().getAttribute("href");
}

async function changeMany(page, at) {
  await page.goto("/accounts?sort=name");
  await page.getByRole("checkbox", { name: /^Select this row/ }).first().click();
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox", { name: "Field" }).selectOption("Industry");
  await dialog.getByRole("combobox", { name: "Industry" }).selectOption({ index: 2 });
  const told = page.waitForRequest((request) => request.url().includes("done=bulk"));
  await dialog.getByRole("button", { name: "Change", exact: true }).click();
  at.bulk = `/bulk/${new URL((await told).url()).searchParams.get("of")}`;
  await page.getByRole("status").filter({ hasText: /changed|already/ }).waitFor();
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
