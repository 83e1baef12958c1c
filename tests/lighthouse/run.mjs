// Lighthouse's marks for the pages one meets daily; below 95 in any of three it fails and says what to mend.

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { launch } from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";
import { FLAGS, findBrowser } from "../browser/lib/chromium.mjs";
import { startServer } from "../browser/lib/server.mjs";

const ENOUGH = 0.95;
const KINDS = ["performance", "accessibility", "best-practices"];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    wide: { type: "boolean" }, // a desktop on a cable instead of a slow phone
    keep: { type: "string" }, // a folder for the whole reports
  },
});

const server = await startServer(positionals[0]);
const chrome = await launch({ chromePath: findBrowser(), chromeFlags: [...FLAGS, "--headless=new"] });
let failed = 0;
try {
  const cookie = await session();
  const pages = { "sign-in": "/sign-in", today: "/", list: "/opportunities", board: "/opportunities/board", record: await record(cookie) };
  console.log(["page".padEnd(10), ...KINDS.map((kind) => kind.padStart(16)), "LCP ms".padStart(8), "CLS".padStart(8), "kB".padStart(6)].join(""));
  for (const [name, path] of Object.entries(pages)) await mark(name, path, name === "sign-in" ? undefined : cookie);
} finally {
  await chrome.kill();
  await server.stop();
}
process.exit(failed ? 1 : 0);

async function mark(name, path, cookie) {
  const flags = { port: chrome.port, output: "html", onlyCategories: KINDS, extraHeaders: cookie ? { Cookie: cookie } : {} };
  const { lhr, report } = await lighthouse(`${server.address}${path}`, flags, values.wide ? desktopConfig : undefined);
  const value = (audit) => lhr.audits[audit]?.numericValue ?? 0;
  const marks = KINDS.map((kind) => lhr.categories[kind].score);
  const said = marks.map((mark) => String(Math.round(mark * 100)).padStart(16));
  const sizes = [value("largest-contentful-paint").toFixed(0).padStart(8), value("cumulative-layout-shift").toFixed(3).padStart(8)];
  console.log([name.padEnd(10), ...said, ...sizes, (value("total-byte-weight") / 1000).toFixed(0).padStart(6)].join(""));
  if (values.keep) {
    await mkdir(values.keep, { recursive: true });
    await writeFile(join(values.keep, `${name}.html`), report);
  }
  if (marks.every((mark) => mark >= ENOUGH)) return;
  failed += 1;
  for (const kind of KINDS.filter((_, at) => marks[at] < ENOUGH)) {
    for (const { id, weight } of lhr.categories[kind].auditRefs) {
      const { score, title, displayValue } = lhr.audits[id];
      if (weight && score !== null && score < 0.9) console.log(`    ${kind}: ${title} ${displayValue ?? ""}`);
    }
  }
}

/** Signs in as the form does, and answers the cookie. */
async function session() {
  const { email, password } = server.signIn;
  const answer = await fetch(`${server.address}/sign-in`, {
    method: "POST",
    redirect: "manual",
    headers: { Origin: server.address },
    body: new URLSearchParams({ email, password, next: "/" }),
  });
  const cookies = answer.headers.getSetCookie().map((line) => line.split(";")[0]);
  if (!cookies.length) throw new Error(`no session: ${answer.status}`);
  return cookies.join("; ");
}

/** The address of the first deal. */
async function record(cookie) {
  const html = await (await fetch(`${server.address}/opportunities`, { headers: { Cookie: cookie } })).text();
  return html.match(/href="(\/opportunities\/[0-9a-z]{13})"/i)[1];
}
