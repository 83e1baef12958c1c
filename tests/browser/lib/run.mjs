// Walks the journeys, each in a fresh window of a person who is signed in; several times over and beside one another
// where that is wished, each time with the company as it was invented. A journey that fails at times is told.

import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { openBrowser, windowOptions } from "./chromium.mjs";
import { listen } from "./complaints.mjs";
import { inventCompany, startServer } from "./server.mjs";
import { signIn } from "./sign-in.mjs";

const HERE = new URL("..", import.meta.url);
const FRESH = 5 * 60_000; // well within the time for which a sign-in counts as showing who one is
const KEPT = new URL("../../target/browser/", HERE); // what failing journeys saw

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { times: { type: "string", default: "1" }, "at-once": { type: "string", default: "1" } },
});
const [cordee, ...wanted] = positionals;
const times = Number(values.times);
const names = await journeys();
const waiting = Array.from({ length: times }, (_, round) => names.map((name) => ({ name, round }))).flat();
const failures = [];

await rm(KEPT, { recursive: true, force: true });
const company = await inventCompany(cordee);
const browser = await openBrowser();
try {
  await Promise.all(Array.from({ length: Number(values["at-once"]) }, work));
} finally {
  await browser.close();
  await company.remove();
}
if (times > 1) tellFlakes();
console.log(failures.length ? `${failures.length} failed; what they saw is in ${fileURLToPath(KEPT)}` : "all journeys went well");
process.exit(failures.length ? 1 : 0);

async function journeys() {
  const files = await readdir(new URL("journeys/", HERE));
  const all = files.filter((file) => file.endsWith(".mjs")).map((file) => file.slice(0, -4)).sort();
  const chosen = all.filter((name) => wanted.length === 0 || wanted.includes(name));
  if (chosen.length === 0) throw new Error(`no journey is called ${wanted.join(", ")}`);
  return chosen;
}

/** Takes journeys until none is left; each round has a server of its own. */
async function work() {
  let server = null;
  try {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      if (server?.round !== next.round) {
        await server?.stop();
        server = await startServer(cordee, company);
        server.round = next.round;
      }
      if (!(Date.now() - server.signedInAt < FRESH)) {
        Object.assign(server, { storageState: await signedIn(server), signedInAt: Date.now() });
      }
      await walk(next, server);
    }
  } finally {
    await server?.stop();
  }
}

async function walk({ name, round }, server) {
  const { default: journey, title, window = {}, signedOut = false, expected } = await import(new URL(`journeys/${name}.mjs`, HERE));
  const options = { ...windowOptions(window), storageState: signedOut ? undefined : server.storageState };
  const begin = performance.now();
  const kept = times > 1 ? `${name}-${round + 1}` : name;
  const wrong = await take(kept, journey, server, options, expected);
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  const which = times > 1 ? `, time ${round + 1}` : "";
  console.log(`${wrong ? "FAILED" : "ok"} ${title} (${name}${which}, ${seconds} s)`);
  if (!wrong) return;
  failures.push(name);
  console.log(wrong.replaceAll(/^/gm, "    "));
}

/** One journey; the answer is what went wrong. Quiet complaints of the browser fail it too. */
async function take(name, journey, server, options, expected) {
  const context = await browser.newContext({ baseURL: server.address, ...options });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const complaints = listen(page, expected);
  try {
    await journey({ page, context, newWindow: (window) => newWindow(server, window), baseURL: server.address, signIn: () => signIn(page, server.signIn) });
    if (complaints.length === 0) return;
    await keep(name, page);
    return complaints.join("\n");
  } catch (error) {
    await keep(name, page);
    await keepOthers(name, context);
    return [error.stack, ...complaints].join("\n");
  } finally {
    await context.close();
  }
}

/** One more window of the same person, or of nobody, that has seen nothing yet; whoever opens it closes its context. */
async function newWindow(server, { signedOut = false, ...window }) {
  const options = { ...windowOptions(window), storageState: signedOut ? undefined : server.storageState };
  const context = await browser.newContext({ baseURL: server.address, ...options });
  context.setDefaultTimeout(10_000);
  return context.newPage();
}

/** What a window shows, as far as it still can: what went wrong is told in any case. */
async function keep(name, page) {
  await mkdir(KEPT, { recursive: true });
  const saved = [
    page.screenshot({ path: fileURLToPath(new URL(`${name}.png`, KEPT)), fullPage: true }),
    page.content().then((html) => writeFile(new URL(`${name}.html`, KEPT), html)),
  ];
  await Promise.allSettled(saved);
}

/** What all other windows show that are open, also those of journeys beside it. */
async function keepOthers(name, context) {
  const others = browser.contexts().filter((one) => one !== context).flatMap((one) => one.pages());
  for (const [place, page] of others.entries()) await keep(`${name}-beside-${place + 1}`, page);
}

async function signedIn(server) {
  const context = await browser.newContext({ baseURL: server.address });
  const page = await context.newPage();
  await page.goto("/");
  await signIn(page, server.signIn);
  const state = await context.storageState();
  await context.close();
  return state;
}

function tellFlakes() {
  for (const name of names) {
    const failed = failures.filter((one) => one === name).length;
    if (failed) console.log(`${name}: went well ${times - failed} of ${times} times`);
  }
}
