// The same with the keyboard alone and in Russian, which she chooses first: last week's review of a team, a bar opened to its
// deals; coverage; a quota set and split; the forecast as of last Monday; the key stage; a person on the scoreboard.
import { isSeen, press, walkTo } from "../lib/hands.mjs";
import { lastMonday, nextMonth } from "../lib/planning.mjs";
import { colleague } from "../lib/people.mjs";

export const title = "A manager's Monday, by keyboard, in Russian";

export default async function ({ page: admin }) {
  const anna = await colleague(admin, "Anna Lindqvist", { lang: "ru" });
  const { page } = anna;
  await inRussian(page);
  await lastWeek(page);
  await coverage(page);
  await aQuota(page);
  await forecast(page);
  await keyStage(page);
  await scoreboard(page);
  await anna.leave();
}

async function inRussian(page) {
  await page.goto("/settings/profile");
  await walkTo(page, page.getByRole("combobox", { name: "Language" }));
  for (const _ of ["fr", "ru"]) await page.keyboard.press("ArrowDown");
  await press(page, page.getByRole("button", { name: "Save", exact: true }).first());
  await page.getByRole("heading", { level: 1, name: "Профиль" }).waitFor();
}

/** A report, by its link in the navigation or, where that has no room for it, from the page of all reports. */
async function open(page, name, path, { all = false } = {}) {
  await page.goto("/");
  if (all) {
    await press(page, page.getByRole("link", { name: "Все отчёты" }));
    await page.waitForURL((url) => url.pathname === "/reports");
  }
  await press(page, page.getByRole("link").filter({ has: page.getByText(name, { exact: true }) }));
  await page.waitForURL((url) => url.pathname === path);
  await page.getByRole("heading", { level: 1, name }).waitFor();
}

async function lastWeek(page) {
  await open(page, "Обзор воронки", "/reports/pipeline_review");
  // A slash leads to the filter.
  await page.keyboard.press("/");
  await isSeen(page);
  await page.keyboard.type('owner.team.name = "East"');
  await page.keyboard.press("Enter");
  await page.waitForURL(/filter=/);
  const bridge = page.getByRole("table", { name: "От тогда до сейчас" });
  await press(page, bridge.getByRole("link").nth(1));
  const changed = page.getByRole("table", { name: "Изменившиеся сделки" });
  await changed.getByRole("rowheader").first().waitFor();
  await press(page, bridge.getByRole("link", { name: "Открыто сейчас" }));
  await page.waitForURL((url) => url.pathname === "/opportunities");
  await page.getByRole("table", { name: "Сделки" }).getByRole("rowheader").first().waitFor();
}

/** By team: the second of the answers. */
async function coverage(page) {
  await open(page, "План и покрытие", "/reports/coverage");
  await walkTo(page, page.getByRole("combobox", { name: "Разрез" }));
  await page.keyboard.press("ArrowDown");
  await page.waitForURL(/by=team/);
  await walkTo(page, page.getByRole("table", { name: "Воронка на остаток" }).getByRole("link", { name: "East" }));
  await page.getByRole("table", { name: "Сходятся ли части?" }).getByRole("cell", { name: "Сходится" }).first().waitFor();
}

async function aQuota(page) {
  await page.goto("/quotas");
  await press(page, page.getByRole("link", { name: "Новый план" }));
  await walkTo(page, page.getByRole("textbox", { name: "Период" }));
  await page.keyboard.type(nextMonth());
  await walkTo(page, page.getByRole("combobox", { name: "Команда", exact: true }));
  await page.keyboard.type("East");
  await walkTo(page, page.getByRole("textbox", { name: "Нужно выиграть" }));
  await page.keyboard.type("50001");
  await page.keyboard.press("Control+Enter");
  await page.getByRole("heading", { level: 1, name: `${nextMonth()} · East` }).waitFor();
  await press(page, page.getByRole("link", { name: "Распределить" }));
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  await walkTo(page, dialog.getByRole("combobox", { name: "На кого или на что" }));
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Control+Enter");
  await dialog.waitFor({ state: "hidden" });
  await isSeen(page);
  await page.goto(`/reports/coverage?period=${nextMonth()}`);
  await page.getByRole("row", { name: `${nextMonth()} · East` }).getByRole("cell", { name: "Сходится" }).waitFor();
  await walkTo(page, page.getByRole("table", { name: "Выполнение планов" }).getByRole("link", { name: "Наталія Бондар" }));
}

/** Each part of a day is typed in its turn: month, day, year; nothing is asked for before it is whole. */
async function forecast(page) {
  await open(page, "Прогноз", "/reports/forecast");
  await walkTo(page, page.getByLabel("По состоянию на"));
  const [year, month, day] = lastMonday().split("-");
  await page.keyboard.type(`${month}${day}${year}`);
  if (page.url().includes("as_of=")) throw new Error("asked for before the day was whole");
  await page.keyboard.press("Enter");
  await page.waitForURL(new RegExp(`as_of=${lastMonday()}`));
  await page.getByRole("table", { name: "По сотрудникам" }).getByRole("rowheader", { name: "Итого" }).waitFor();
}

async function keyStage(page) {
  await open(page, "Анализ этапов", "/reports/stage_analytics", { all: true });
  await page.getByText(/Найден по истории|Закреплён вручную/).waitFor();
  await page.getByRole("table", { name: "Где решается исход сделки" }).getByRole("rowheader", { name: "Proposal" }).waitFor();
}

async function scoreboard(page) {
  await open(page, "Показатели команды", "/reports/scoreboard", { all: true });
  await walkTo(page, page.getByRole("combobox", { name: "Команда" }));
  await page.keyboard.type("Eas");
  await page.waitForURL(/team=/);
  await page.getByRole("rowheader", { name: "Медиана команды" }).first().waitFor();
  await press(page, page.getByRole("table", { name: "Что выделяется" }).getByRole("link", { name: "Айгуль Нурлан" }));
  await page.waitForURL(/person=/);
  await page.getByRole("table", { name: "По этапам" }).getByRole("rowheader", { name: "Proposal" }).waitFor();
  await press(page, page.getByRole("rowheader", { name: "Активностей в рабочий день" }).getByRole("link"));
  await page.waitForURL((url) => url.pathname === "/activities");
}
