// Looks at one page as a person would see it.

import { parseArgs } from "node:util";
import { findBarriers } from "./axe.mjs";
import { openBrowser, windowOptions } from "./chromium.mjs";
import { listen } from "./complaints.mjs";
import { asksForSignIn, signIn } from "./sign-in.mjs";

const USAGE = `tests/browser/screenshot URL OUT.png [options]
  --size 1440x900        the window (390x844 is a phone)
  --dark                 dark colours
  --lang ru              the language the browser asks for
  --sign-in EMAIL:PASS   signs in where the page asks for it (or CORDEE_SIGN_IN)
  --click SELECTOR       clicks first; may be repeated
  --press KEY            presses a key after that; may be repeated
  --full                 the whole page, not the window only
  --no-scripts           without JavaScript
  --axe                  also lists what axe-core finds`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: "string" },
    dark: { type: "boolean" },
    lang: { type: "string" },
    "sign-in": { type: "string", default: process.env.CORDEE_SIGN_IN },
    click: { type: "string", multiple: true, default: [] },
    press: { type: "string", multiple: true, default: [] },
    full: { type: "boolean" },
    "no-scripts": { type: "boolean" },
    axe: { type: "boolean" },
  },
});
const [url, path] = positionals;
if (!url || !path) {
  console.error(USAGE);
  process.exit(2);
}

const browser = await openBrowser();
try {
  const page = await browser.newPage(windowOptions({ ...values, scripts: !values["no-scripts"] }));
  const complaints = listen(page);
  await open(page);
  for (const selector of values.click) await page.locator(selector).first().click();
  for (const key of values.press) await page.keyboard.press(key);
  await page.waitForLoadState("load");
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path, fullPage: values.full });
  if (values.axe) complaints.push(...(await findBarriers(page)));
  complaints.forEach((line) => console.error(line));
} finally {
  await browser.close();
}

async function open(page) {
  await page.goto(url);
  if (!values["sign-in"] || !(await asksForSignIn(page))) return;
  const [email, ...password] = values["sign-in"].split(":");
  await signIn(page, { email, password: password.join(":") });
  await page.goto(url);
}
