// Names as long as they may be, without a blank, from right to left or with signs keep every page in its shape.
import { leave, tooWide } from "../lib/pages.mjs";

export const title = "Names of any length and script fit";

const LONG = "Vereinigte Nordsee-Ostsee-Kabelverlegungsgesellschaft ".repeat(3).trim(), SOLID = "Donaudampfschifffahrt".repeat(9);
const ARABIC = "شركة الخليج للصناعات الثقيلة والتوريدات الهندسية المحدودة", SIGNS = "🚀 Zoë’s 👩‍👩‍👧‍👦 Family Ltd 🏳️‍🌈";

export default async function ({ page, baseURL }) {
  const headers = { Origin: baseURL };
  const make = async (objects, form) => {
    const answer = await page.request.post(`/${objects}`, { form: { ...form, once: crypto.randomUUID() }, headers });
    if (!/\/\w{13}$/.test(new URL(answer.url()).pathname)) throw new Error(`${objects} answered ${answer.status()} at ${answer.url()}`);
    return new URL(answer.url()).pathname;
  };
  const paths = ["/", "/accounts?sort=-created_at", "/opportunities?sort=-created_at", "/opportunities/board", "/opportunities/board?rows=yes"];
  for (const [place, name] of [LONG, SOLID, ARABIC, SIGNS].entries()) {
    const website = `https://n${place}.example/${"a".repeat(150)}`;
    const account = await make("accounts", { name, website, description: `${name}\n`.repeat(9) });
    const amount = { amount: "999999999999.99", "amount.currency": "EUR" };
    const deal = await make("opportunities", { name, "account.id": account.split("/").pop(), account: name, next_step: name.slice(0, 200), ...amount });
    paths.push(account, deal, `${deal}/edit`, `/trash`);
  }
  const wrong = [];
  for (const [width, height] of [[1440, 900], [390, 844]]) {
    await page.setViewportSize({ width, height });
    for (const path of paths) {
      await page.goto(path);
      wrong.push(...(await tooWide(page)).map((line) => `${width} ${path}: ${line}`));
      await leave(page);
    }
  }
  if (wrong.length) throw new Error(wrong.join("\n"));
  // What runs from right to left is cut where it ends, not where it begins.
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto("/accounts?sort=-created_at");
  const direction = await page.locator("th[scope=row]", { hasText: ARABIC }).first().evaluate((cell) => getComputedStyle(cell).direction);
  if (direction !== "rtl") throw new Error(`Arabic runs ${direction}`);
}
