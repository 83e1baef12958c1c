// What takes place is dragged to another day, made longer at its edge, moved by keys, and made where one points.
import { findsNothing } from "../lib/axe.mjs";

export const title = "A calendar, by mouse and by keyboard";

const PLACE = "/activities/calendar?view=week&day=2199-01-09"; // a week in which nothing else takes place

export default async function ({ page }) {
  await page.goto(PLACE);
  await findsNothing(page);
  await page.locator('[data-day="2199-01-09"] [data-slot]').nth(2).click();
  await page.locator("#field-subject").fill("Meet the board");
  if ((await page.locator("[name=starts_at]").inputValue()) !== "2199-01-09T09:00") throw new Error("the form does not know the hour");
  await page.locator("#field-subject").press("Control+Enter");
  await page.locator("article.record h1", { hasText: "Meet the board" }).waitFor();

  await page.goto(PLACE);
  await page.locator('[data-slot][tabindex="0"]').waitFor();
  const event = page.locator("[data-event]", { hasText: "Meet the board" });
  const put = async (doing) => {
    const answer = page.waitForResponse((response) => response.url().endsWith("/when"));
    await doing();
    if (!(await answer).ok()) throw new Error(`not put: ${await (await answer).text()}`);
  };
  // The page is fetched anew after each of them.
  const is = (starts, ends) => page.locator(`[data-event][data-starts="${starts}"][data-ends="${ends}"]`).waitFor();
  const drag = async (from, dx, dy) => {
    const box = await from.boundingBox();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2 + dx / 2, box.y + box.height / 2 + dy / 2, { steps: 4 });
    await page.mouse.move(box.x + box.width / 2 + dx, box.y + box.height / 2 + dy, { steps: 4 });
    await page.mouse.up();
  };
  const column = (await page.locator("[data-day]").first().boundingBox()).width;
  await put(() => drag(event, column, 48));
  await is("2199-01-10T10:00", "2199-01-10T10:30");
  await put(() => drag(event.locator("[data-length]"), 0, 36));
  await is("2199-01-10T10:00", "2199-01-10T11:15");
  await event.locator("[data-open]").focus();
  await put(() => page.keyboard.press("Alt+ArrowLeft"));
  await is("2199-01-09T10:00", "2199-01-09T11:15");
  await put(() => page.keyboard.press("Alt+Shift+ArrowUp"));
  await is("2199-01-09T10:00", "2199-01-09T11:00");
  await findsNothing(page);

  // A month, in which days are enough; and what was done is taken back.
  await page.goto(PLACE.replace("week", "month"));
  await event.waitFor();
  await page.waitForTimeout(300);
  const other = await page.locator('[data-day="2199-01-15"]').boundingBox();
  const box = await event.boundingBox();
  await put(() => drag(event, other.x - box.x + 20, other.y - box.y + 40));
  await is("2199-01-15T10:00", "2199-01-15T11:00");
  await findsNothing(page);
  await page.locator(".toast-undo").click();
  await page.locator('[data-day="2199-01-09"] [data-event]').waitFor();
}
