// The pictures of the README: the demo company as a seller sees it, by day and by night, at a desk and on a phone.

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { openBrowser, windowOptions } from "./chromium.mjs";
import { startServer } from "./server.mjs";
import { signIn } from "./sign-in.mjs";

const [cordee, folder] = process.argv.slice(2);

/** Name, page, window; a page that begins with a star is the first record of its list. */
const PICTURES = [
  ["today", "/", {}],
  ["board", "/opportunities/board", {}],
  ["list", "/opportunities?filter=state%20%3D%20open&group=stage", { dark: true }],
  ["record", `*/opportunities?filter=${encodeURIComponent('stage.name = "Proposal" and owner.name = "James Whitfield"')}`, {}],
  ["phone", "/", { size: "390x844" }],
];

const server = await startServer(cordee);
const browser = await openBrowser();
try {
  await mkdir(folder, { recursive: true });
  const context = await browser.newContext({ baseURL: server.address });
  const first = await context.newPage();
  await first.goto("/");
  await signIn(first, server.signIn);
  const storageState = await context.storageState();
  for (const [name, path, window] of PICTURES) await take(name, path, { ...windowOptions(window), storageState });
} finally {
  await browser.close();
  await server.stop();
}

async function take(name, path, options) {
  const context = await browser.newContext({ baseURL: server.address, ...options });
  const page = await context.newPage();
  await page.goto(path.replace("*", ""));
  if (path.startsWith("*")) await page.goto(await page.locator("a.row-link").first().getAttribute("href"));
  // From the second time on the fonts are there before the first paint.
  for (let again = 0; again < 2; again += 1) {
    await page.waitForTimeout(500);
    await page.reload();
    await page.evaluate(() => document.fonts.ready);
  }
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await context.close();
}
