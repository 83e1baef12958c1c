// What journeys of planning ask for: days, and numbers as they stand in tables.

const DAY = 86_400_000;
const day = (at) => new Date(at).toISOString().slice(0, 10);

/** The last Monday that is over. */
export function lastMonday() {
  const now = new Date();
  return day(now - (((now.getUTCDay() + 6) % 7) || 7) * DAY);
}

/** The key of the month after this one: `2026-12`. */
export function nextMonth() {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1)).toISOString().slice(0, 7);
}

/** A day of the next month, late enough to be to come. */
export const nextMonthsEnd = () => `${nextMonth()}-28`;

/** Opens a report from the page of all of them, as one does with those the menu has no room for. */
export async function openReport(page, name) {
  await page.getByRole("link", { name: "All reports" }).click();
  await page.getByRole("main").getByRole("link").filter({ has: page.getByText(name, { exact: true }) }).click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
}

/** What a figure that stands alone says. */
export async function figure(page, label) {
  const of = page.locator(".report-fact").filter({ has: page.locator("dt", { hasText: new RegExp(`^${label}$`) }) });
  return (await of.locator("dd").textContent()).trim();
}

/** The numbers in the cells of a row, read without their currency; what is none is left out. */
export async function cells(row) {
  const texts = await row.getByRole("cell").allTextContents();
  const numbers = texts.map((text) => Number(text.replace(/[^\d.,−-]/g, "").replace("−", "-").replace(/,/g, "")));
  return numbers.filter((number, at) => /\d/.test(texts[at]) && !Number.isNaN(number));
}

/** The quarter that is running: its key, `2026-Q4`, and its last day. */
export function quarter() {
  const now = new Date(), place = Math.floor(now.getUTCMonth() / 3);
  return { key: `${now.getUTCFullYear()}-Q${place + 1}`, last: day(Date.UTC(now.getUTCFullYear(), 3 * place + 3, 0)) };
}

/** The number in a row below a heading of its table; 0 where there is none. */
export async function numberBelow(table, row, heading) {
  const headings = await table.getByRole("columnheader").allTextContents();
  const place = headings.findIndex((text) => text.trim() === heading);
  if (place < 0) throw new Error(`no heading is called ${heading}: ${headings}`);
  const text = await row.locator(":scope > :is(th, td):not(.figure-bar)").nth(place).textContent();
  return Number(text.replace(/[^\d−-]/g, "").replace("−", "-")) || 0;
}
