// Walks the journeys one after another, each in a fresh window of a person who is signed in.

import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { openBrowser, windowOptions } from "./chromium.mjs";
import { listen } from "./complaints.mjs";
import { startServer } from "./server.mjs";
import { signIn } from "./sign-in.mjs";

const HERE = new URL("..", import.meta.url);
const KEPT = new URL("../../target/browser/", HERE); // what failing journeys saw
const [cordee, ...wanted] = process.argv.slice(2);

const server = await startServer(cordee);
const browser = await openBrowser();
let failed = 0;
try {
  await rm(KEPT, { recursive: true, force: true });
  const storageState = await signedIn();
  for (const name of await journeys()) {
    const { default: walk, title, window = {}, signedOut = false } = await import(new URL(`journeys/${name}.mjs`, HERE));
    const begin = performance.now();
    const wrong = await take(name, walk, { ...windowOptions(window), storageState: signedOut ? undefined : storageState });
    const seconds = ((performance.now() - begin) / 1000).toFixed(1);
    console.log(`${wrong ? "FAILED" : "ok"} ${title} (${name}, ${seconds} s)`);
    if (wrong) {
      failed += 1;
      console.log(wrong.replaceAll(/^/gm, "    "));
    }
  }
} finally {
  await browser.close();
  await server.stop();
}
console.log(failed ? `${failed} failed; what they saw is in ${fileURLToPath(KEPT)}` : "all journeys went well");
process.exit(failed ? 1 : 0);

async function journeys() {
  const files = await readdir(new URL("journeys/", HERE));
  const names = files.filter((file) => file.endsWith(".mjs")).map((file) => file.slice(0, -4)).sort();
  const chosen = names.filter((name) => wanted.length === 0 || wanted.includes(name));
  if (chosen.length === 0) throw new Error(`no journey is called ${wanted.join(", ")}`);
  return chosen;
}

/** One journey; the answer is what went wrong. Quiet complaints of the browser fail it too. */
async function take(name, walk, options) {
  const context = await browser.newContext({ baseURL: server.address, ...options });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const complaints = listen(page);
  try {
    await walk({ page, context, signIn: () => signIn(page, server.signIn) });
    if (complaints.length === 0) return;
    await keep(name, page);
    return complaints.join("\n");
  } catch (error) {
    await keep(name, page);
    return [error.stack, ...complaints].join("\n");
  } finally {
    await context.close();
  }
}

async function keep(name, page) {
  await mkdir(KEPT, { recursive: true });
  await page.screenshot({ path: fileURLToPath(new URL(`${name}.png`, KEPT)), fullPage: true });
  await writeFile(new URL(`${name}.html`, KEPT), await page.content());
}

async function signedIn() {
  const context = await browser.newContext({ baseURL: server.address });
  const page = await context.newPage();
  await page.goto("/");
  await signIn(page, server.signIn);
  const state = await context.storageState();
  await context.close();
  return state;
}
