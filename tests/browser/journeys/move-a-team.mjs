// An administrator arranges teams as a tree: a team below another by mouse and by keys, a person by mouse, never in a circle.
import { findsNothing } from "../lib/axe.mjs";

export const title = "An administrator moves a team by mouse and keys";

export default async function ({ page }) {
  await page.goto("/settings/teams");
  await page.locator("[data-teams][data-armed]").waitFor();
  await findsNothing(page);
  const team = (name) => page.locator(`[data-team][data-name="${name}"]`);
  const kept = () => page.waitForResponse((answer) => answer.request().method() === "POST" && answer.url().endsWith("/settings/teams"));
  const above = async (name) => (await team(name).evaluate((one) => one.parentElement.closest("[data-team]")?.dataset.name)) ?? "";

  // Two of its own, by the form.
  for (const name of ["Zeta", "Zulu"]) {
    await page.getByRole("link", { name: "New team" }).click();
    const dialog = page.locator("dialog.dialog");
    await dialog.locator("input[name=name]").fill(name);
    await dialog.getByRole("button", { name: "Create" }).click();
    await team(name).waitFor();
  }
  await page.locator("[data-teams][data-armed]").waitFor();

  // By keys: below the one before it, and out again.
  let answer = kept();
  await team("Zulu").locator(".in-place-open").first().focus();
  await page.keyboard.press("Alt+ArrowRight");
  if (!(await answer).ok()) throw new Error("the move was refused");
  if ((await above("Zulu")) !== "Zeta") throw new Error(`it stands below ${await above("Zulu")}`);
  answer = kept();
  await page.keyboard.press("Alt+ArrowLeft");
  await answer;
  if ((await above("Zulu")) !== "") throw new Error("it did not come out");

  // By mouse.
  const drag = async (grip, target, there) => {
    const from = await grip.boundingBox();
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(from.x + from.width / 2 + 8, from.y + from.height / 2 - 8, { steps: 4 });
    for (let turn = 0; turn < 40 && !(await there()); turn++) {
      const to = await target.boundingBox();
      await page.mouse.move(to.x + 60 + (turn % 4), to.y + to.height / 2 + (turn % 3), { steps: 5 });
    }
    await page.mouse.up();
  };
  answer = kept();
  const branch = team("Zeta").locator(":scope > [data-branch]");
  await drag(team("Zulu").locator("[data-grip]").first(), branch, async () => (await branch.locator("[data-name=Zulu]").count()) > 0);
  if (!(await answer).ok()) throw new Error("the move was refused");
  await page.reload();
  if ((await above("Zulu")) !== "Zeta") throw new Error("it does not stand there after a reload");

  // Nowhere below itself: it says why.
  await team("Zeta").locator(":scope > .team-row summary").click();
  await team("Zeta").locator(":scope > .team-row").getByRole("link", { name: "Move" }).click();
  const dialog = page.locator("dialog.dialog");
  const select = dialog.locator("[name=parent]");
  await select.waitFor();
  if (await select.evaluate((one) => one.localName === "select")) await select.selectOption({ label: "Zulu" });
  else await select.fill("Zulu");
  await dialog.getByRole("button", { name: "Move" }).click();
  await dialog.getByText("can’t stand above itself").first().waitFor();
  await page.keyboard.press("Escape");

  // A person goes over.
  const person = team("Support").locator("[data-person]").first(), name = await person.getAttribute("data-name");
  await team("Zulu").scrollIntoViewIfNeeded();
  answer = kept();
  const people = team("Zulu").locator(":scope > [data-people]");
  await drag(person, people, async () => (await people.locator(`[data-name="${name}"]`).count()) > 0);
  if (!(await answer).ok()) throw new Error("the person did not go over");
  await team("Zulu").locator(`[data-person][data-name="${name}"]`).waitFor();
}
