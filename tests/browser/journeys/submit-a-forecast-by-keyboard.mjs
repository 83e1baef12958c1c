// The same with the keyboard alone and in Ukrainian: a seller submits twice, the manager opens what has changed and adjusts
// with a reason.
import { press, walkTo } from "../lib/hands.mjs";
import { numberBelow, quarter } from "../lib/planning.mjs";
import { colleague } from "../lib/people.mjs";

export const title = "A forecast is submitted and adjusted, by keyboard, in Ukrainian";

export default async function ({ page: admin }) {
  const natalia = await colleague(admin, "Наталія Бондар", { lang: "uk" });
  await submits(natalia.page, "Подати мій прогноз", "9000", "Пілот підписано", "Наталія Бондар");
  await submits(natalia.page, "Подати мій прогноз", "11000", "Додався другий склад", "Наталія Бондар");
  const history = natalia.page.getByRole("table", { name: "Усе, що було подано" });
  await open(natalia.page);
  const change = await numberBelow(history, history.getByRole("row").nth(1), "До попереднього");
  if (change !== 2000) throw new Error(`11 000 after 9 000 changes it by ${change}`);
  await natalia.leave();

  const oleh = await colleague(admin, "Oleh Kovalenko", { lang: "uk" });
  const { page } = oleh;
  await submits(page, "Скоригувати прогноз команди", "30000", "Одна з угод чекає на бюджет", "East");
  await open(page);
  const tree = page.getByRole("table", { name: "За працівниками" });
  const row = tree.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "Oleh Kovalenko" }) });
  await row.getByRole("cell", { name: /Одна з угод чекає на бюджет/ }).waitFor();
  await press(page, tree.getByRole("link", { name: "Наталія Бондар" }));
  await page.waitForURL(/whose=/);
  await page.getByText(/Від останнього подання/).waitFor();
  await oleh.leave();
}

/** The report, from the page of all reports. */
async function open(page) {
  await page.goto("/");
  await press(page, page.getByRole("link", { name: "Усі звіти" }));
  await page.waitForURL((url) => url.pathname === "/reports");
  await press(page, page.getByRole("main").getByRole("link").filter({ has: page.getByText("Зведений прогноз", { exact: true }) }));
  await page.getByRole("heading", { level: 1, name: "Зведений прогноз" }).waitFor();
}

async function submits(page, by, commit, comment, whose) {
  await open(page);
  await press(page, page.getByRole("link", { name: by }));
  await walkTo(page, page.getByRole("textbox", { name: "Обіцяно", exact: true }));
  await page.keyboard.press("Control+a");
  await page.keyboard.type(commit);
  await walkTo(page, page.getByRole("textbox", { name: "Коментар" }));
  await page.keyboard.type(comment);
  await page.keyboard.press("Control+Enter");
  await page.getByRole("heading", { level: 1, name: `${quarter().key} · ${whose}` }).waitFor();
}
