// All pages there are, read from where their routes are declared: a new one without a line here fails. Each is looked at by
// axe, light, dark and on a phone, and held to the width of its window.

import { readFileSync, readdirSync } from "node:fs";
import { findBarriers } from "./axe.mjs";

const HANDLERS = new URL("../../../crates/http/src/pages/", import.meta.url);

/** What answers without being a page: parts of one, files, JSON for scripts, and what leads elsewhere. */
const NO_PAGE = ["/attachments/{id}", "/attachments/{id}/download", "/attachments/{id}/thumbnail", "/glossary/{term}/tip",
  "/import/{id}/rejected", "/lookup", "/lookup/tags/{object}/{field}", "/lookup/{object}", "/settings/backup/{name}", "/views/{id}",
  "/{objects}/board/cards", "/{objects}/board/goal", "/{objects}/duplicates", "/{objects}/export", "/{objects}/groups", "/{objects}/rows", "/{objects}/sums", "/{objects}/{id}/glimpse/{report}",
  "/{objects}/{id}/people"];

/** What is there for whoever has a secret that is told once, or in the midst of something: looked at where that is done. */
const ELSEWHERE = ["/first/{secret}", "/link/{secret}", "/settings/factor/set-up", "/settings/webhooks/{id}"];

/** By route, the addresses at which it is looked at, with what stands in the company. */
const PAGES = {
  "/": () => ["/", "/?who=all"],
  "/api/docs": () => ["/api/docs"],
  "/bulk/{id}": (at) => [at.bulk],
  "/filter": () => ["/filter?f-page=/accounts&f-place=0&f-do=add"],
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
  "/metrics": () => ["/metrics?by=owner"],
  "/notifications": () => ["/notifications"],
  "/search": () => ["/search?q=acme", "/search?q=zzzzzzzz"],
  "/settings": () => ["/settings"],
  "/settings/backup": () => ["/settings/backup"],
  "/settings/factor": () => ["/settings/factor"],
  "/settings/health": () => ["/settings/health"],
  "/settings/jobs": () => ["/settings/jobs"],
  "/settings/journal": () => ["/settings/journal"],
  "/settings/objects": () => ["/settings/objects"],
  "/settings/objects/{name}": () => ["/settings/objects/account"],
  "/settings/picklists": () => ["/settings/picklists"],
  "/settings/picklists/{object}/{field}": () => ["/settings/picklists/account/industry", "/settings/picklists/stage/kind"],
  "/settings/picklists/{object}/{field}/{key}": () => ["/settings/picklists/account/industry/retail"],
  "/settings/picklists/{object}/{field}/{key}/merge": () => ["/settings/picklists/account/industry/retail/merge"],
  "/settings/profile": () => ["/settings/profile"],
  "/settings/rates": () => ["/settings/rates"],
  "/settings/roles/{id}": (at) => [`/settings${at.roles}`],
  "/settings/roles/{id}/front": (at) => [`/settings${at.roles}/front`],
  "/settings/security": () => ["/settings/security"],
  "/settings/security/all": () => ["/settings/security/all"],
  "/settings/sessions": () => ["/settings/sessions"],
  "/settings/teams": () => ["/settings/teams"],
  "/settings/teams/new": () => ["/settings/teams/new"],
  "/settings/teams/people/{id}": (at) => [at.users.replace("/users", "/settings/teams/people")],
  "/settings/teams/{id}/move": (at) => [`/settings${at.teams}/move`],
  "/reports": () => ["/reports"],
  "/reports/{name}": () => ["/reports/pipeline_review?from=2026-01-01", "/reports/forecast", "/reports/forecast_calls", "/reports/coverage", "/reports/stage_analytics", "/reports/win_probability", "/reports/focus", "/reports/win_loss", "/reports/objections", "/reports/scoreboard"],
  "/settings/tokens": () => ["/settings/tokens"],
  "/settings/users/{id}/password": (at) => [`/settings${at.users}/password`],
  "/settings/users/{id}/sign-in": (at) => [`/settings${at.users}/sign-in`],
  "/settings/users/{id}/transfer": (at) => [`/settings${at.users}/transfer`],
  "/settings/webhooks": () => ["/settings/webhooks"],
  "/settings/{ways}": () => ["/settings/pipelines"],
  "/settings/{ways}/{id}/asks": (at) => [`${at.stages.replace("/stages", "/settings/pipelines")}/asks`],
  "/settings/{ways}/{id}/retire": (at) => [`${at.stages.replace("/stages", "/settings/pipelines")}/retire`],
  "/sign-in": () => ["/sign-in"],
  "/trash": () => ["/trash"],
  "/trash/{objects}": () => ["/trash/accounts"],
  "/views/new": () => ["/views/new?at=/accounts?sort=name"],
  "/views/{id}/edit": (at) => [`${at.views}/edit`],
  "/{objects}": () => ["/accounts", "/accounts?filter=lifecycle%20%3D%20customer", "/opportunities", "/opportunities?group=owner", `/opportunities?as-of=${yesterday()}&group=stage`,
    "/users", "/roles", "/products", "/tags"],
  "/{objects}/board": () => ["/opportunities/board", "/opportunities/board?by=owner&rows=yes", `/opportunities/board?as-of=${yesterday()}`],
  "/{objects}/bulk": (at) => [`/accounts/bulk?p-do=edit&p-id=${at.accounts.split("/").pop()}`],
  "/{objects}/calendar": () => ["/activities/calendar", "/activities/calendar?view=month", "/activities/calendar?view=list"],
  "/{objects}/new": () => ["/accounts/new", "/opportunities/new", "/custom_fields/new"],
  "/{objects}/plan": () => ["/opportunities/plan?filter=state=open"],
  "/{objects}/{id}": (at) => [at.accounts, at.contacts, at.leads, at.opportunities, at.activities, at.products, at.users, at.roles],
  "/{objects}/{id}/access": (at) => [`${at.accounts}/access`],
  "/{objects}/{id}/as-of": (at) => [`${at.opportunities}/as-of`, `${at.opportunities}?as-of=${yesterday()}`],
  "/{objects}/{id}/do/{verb}": (at) => [`${at.opportunities}/do/win`, `${at.opportunities}/do/lose`],
  "/{objects}/{id}/edit": (at) => [`${at.opportunities}/edit`, `${at.activities}/edit`],
  "/{objects}/{id}/fields/{field}": (at) => [`${at.accounts}/fields/name`],
  "/{objects}/{id}/fields/{field}/history": (at) => [`${at.opportunities}/fields/stage/history`],
  "/{objects}/{id}/merge": (at) => [`${at.accounts}/merge`],
  "/{objects}/{id}/asks": (at) => [`${at.opportunities}/asks`],
  "/{objects}/{id}/move": (at) => [`${at.opportunities}/move`],
  "/{objects}/{id}/purge": (at) => [`${at.trashed}/purge`],
  "/{objects}/{id}/share": (at) => [`${at.accounts}/share`],
};

/** Whether a route is one of those by which the company and its data are arranged. */
export const isOfSettings = (route) => /^\/(settings|import|trash|views|api|glossary|bulk|filter)/.test(route);

/** Looks at the pages of the routes that are `meant`. */
export async function lookAround(page, meant) {
  const shown = routes().filter((route) => !NO_PAGE.includes(route) && !ELSEWHERE.includes(route));
  const unknown = shown.filter((route) => !PAGES[route]);
  if (unknown.length) throw new Error(`${unknown.join(", ")}: no line in tests/browser/lib/pages.mjs`);
  const at = await prepare(page), wrong = [];
  for (const route of shown.filter(meant)) for (const path of PAGES[route](at)) wrong.push(...(await lookAt(page, path)));
  if (wrong.length) throw new Error(wrong.join("\n"));
}

/** What is wrong with a page: on a desktop by day, and on a phone by night. */
async function lookAt(page, path) {
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 1440, height: 900 });
  const answer = await page.goto(path);
  const wrong = answer.ok() ? [] : [`answered with ${answer.status()}`];
  wrong.push(...(await findBarriers(page)));
  await leave(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(path); // colours that are still on their way from light to dark would be judged
  wrong.push(...(await findBarriers(page)).map((line) => `on a phone in the dark, ${line}`), ...(await tooWide(page)));
  await leave(page);
  return wrong.map((line) => `${path}: ${line}`);
}

/** Leaves a page once nothing is on its way to it any more: what is broken off would be complained of. */
export async function leave(page) {
  await page.waitForFunction(() => !document.querySelector(".htmx-request"));
  await page.goto("about:blank");
}

const yesterday = () => new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);

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
async function prepare(page) {
  const at = {};
  for (const objects of ["accounts", "contacts", "leads", "opportunities", "activities", "products", "users", "roles", "teams", "stages"]) {
    await page.goto(`/${objects}`);
    at[objects] = await page.locator("a[data-open]").first().getAttribute("href");
  }
  const post = async (path, form) => (await page.request.post(path, { form, headers: { origin: new URL(page.url()).origin } })).url();
  const path = (url) => new URL(url).pathname;
  at.trashed = path(await post("/competitors", { name: "For the trash" }));
  await post(`${at.trashed}/trash`, { version: "1" });
  await page.goto("/accounts?filter=lifecycle%20%3D%20customer");
  await page.getByRole("link", { name: "Save as a view" }).click();
  await page.getByRole("dialog").getByRole("textbox", { name: "Name" }).fill("Looked at");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await page.waitForURL(/view=/);
  at.views = `/views/${new URL(page.url()).searchParams.get("view")}`;
  await send(page, at, "Look");
  await page.getByRole("button", { name: "Import 2 rows" }).click();
  await page.getByRole("status").filter({ hasText: "Imported" }).waitFor();
  at.run = path(page.url());
  at.brought = await page.getByRole("link", { name: "people.csv" }).first().getAttribute("href");
  await send(page, at, "See");
  await changeMany(page, at);
  return at;
}

/** Two tables, looked through and checked; nobody was ever called so. */
async function send(page, at, first) {
  const last = `About ${Date.now()}`, name = `${first} ${last}`;
  const table = (name, text) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
  const path = () => new URL(page.url()).pathname;
  await page.goto("/import/new");
  await page.getByLabel("Files").setInputFiles([
    table("people.csv", `First name,Last name,Company\n${first},${last},${name} Ltd\n`),
    table("companies.csv", `Company name\n${name} Ltd\n`),
  ]);
  await page.getByRole("button", { name: "Look at the columns" }).click();
  await page.getByRole("heading", { name: "2 files" }).waitFor();
  at.sent = path();
  at.columns = await page.getByRole("link", { name: "people.csv: Columns" }).getAttribute("href");
  await page.getByRole("button", { name: "Check without importing" }).click();
  await page.getByRole("button", { name: "Import 2 rows" }).waitFor();
  at.checked = path();
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

/** What is wider than the window, so that it would have to be moved sideways. */
export async function tooWide(page) {
  const wide = await page.evaluate(() => {
    const edge = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > edge + 1) return "the page";
    return [...document.querySelectorAll(".topbar-end, .page-head, .record-head, .form")].find((part) => part.getBoundingClientRect().right > edge + 1)?.className;
  });
  return wide ? [`${wide} is wider than the window`] : [];
}
