// A seller's day by mouse: what waits is put off, done, put to another day and taken back; a deal is opened, called about,
// changed, moved and won; a lead and a contact are made from where one is; a name with slips of the pen is found.
import { findsNothing } from "../lib/axe.mjs";
import { dragTo, giveWhatIsAsked, tickAll, told } from "../lib/hands.mjs";
import { colleague } from "../lib/people.mjs";

export const title = "A seller's day, by mouse";

export default async function ({ page: admin }) {
  const james = await colleague(admin, "James Whitfield");
  const { page } = james;
  const steps = page.getByRole("region", { name: "Next steps" }).getByRole("listitem");
  await steps.first().waitFor();
  await findsNothing(page);
  await putOff(page, steps);
  await doStep(page, steps);
  await toAnotherDay(page, steps);
  const deal = await aDeal(page, steps);
  await onTheBoard(page, deal);
  await win(page, deal);
  await makeFromAnywhere(page);
  await find(page);
  await james.leave();
}

/** The link of a line that leads to its record; the one before it does what is to do. */
const open = (line) => line.locator("[data-open]");

async function putOff(page, steps) {
  const href = await open(steps.first()).getAttribute("href");
  const line = page.getByRole("listitem").filter({ has: page.locator(`a[href="${href}"][data-open]`) });
  await line.getByTitle("Snooze").click();
  await findsNothing(page);
  await line.getByRole("button", { name: "Tomorrow" }).click();
  await told(page, "Snoozed");
  await line.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Undo" }).click();
  await line.waitFor();
}

/** A next step is done by saying what comes after it. */
async function doStep(page, steps) {
  await steps.getByRole("link", { name: /^Step done:/ }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Next step", exact: true }).fill("Send the offer");
  await dialog.getByLabel("Next step due").fill("2199-01-04");
  await findsNothing(page);
  await dialog.getByRole("button", { name: "Step done" }).click();
  await told(page, "the next one is planned");
  await page.getByRole("button", { name: "Undo" }).click();
  await told(page, "Undone");
}

async function toAnotherDay(page, steps) {
  const href = await open(steps.first()).getAttribute("href");
  const line = page.getByRole("listitem").filter({ has: page.locator(`a[href="${href}"][data-open]`) });
  await line.getByTitle("Reschedule").click();
  await line.getByRole("button", { name: "Tomorrow" }).click();
  await told(page, "Rescheduled");
  await page.getByRole("button", { name: "Undo" }).click();
  await line.waitFor();
}

/** Opened from Today: a call written down, the next step changed where it stands, and back. */
async function aDeal(page, steps) {
  await open(steps.first()).click();
  await page.getByRole("heading", { level: 1 }).waitFor();
  const deal = new URL(page.url()).pathname;
  await page.getByRole("group", { name: "Write down" }).getByText("Call").click();
  const call = page.getByRole("form", { name: "Call" });
  await call.getByRole("textbox", { name: "Notes" }).fill("Wants it before Christmas");
  await call.getByRole("combobox", { name: "Outcome" }).selectOption("Positive");
  await call.getByRole("button", { name: "Save" }).click();
  await page.getByRole("listitem").filter({ hasText: "Wants it before Christmas" }).waitFor();

  await page.getByRole("link", { name: "Edit: Next step", exact: true }).first().click();
  const box = page.getByRole("textbox", { name: "Next step", exact: true }).first();
  await box.fill("never mind");
  await box.press("Escape");
  await box.waitFor({ state: "detached" });
  if (await page.getByText("never mind").count()) throw new Error("Escape kept what was typed");
  await page.getByRole("link", { name: "Edit: Next step", exact: true }).first().click();
  await box.fill("Bring the samples");
  await box.press("Enter");
  await page.getByRole("definition").filter({ hasText: "Bring the samples" }).first().waitFor();
  await page.goBack();
  await page.getByRole("link", { name: "Bring the samples", exact: true }).first().waitFor();
  return deal;
}

/** Dragged to the next column. */
async function onTheBoard(page, deal) {
  await page.getByRole("link", { name: "Deals", exact: true }).click();
  const card = page.getByRole("listitem").filter({ has: page.locator(`a[href="${deal}"]`) });
  const column = page.getByRole("region").filter({ has: card });
  const next = page.getByRole("region", { name: "Negotiation and commitment" });
  if (await column.getByRole("heading").first().textContent() === "Negotiation and commitment") return;
  const answer = page.waitForResponse((response) => response.url().includes("/move"));
  await dragTo(page, card, next.getByRole("list"));
  await giveWhatIsAsked(page, await answer);
  await next.locator(`a[href="${deal}"]`).waitFor();
}

async function win(page, deal) {
  await page.locator(`a[href="${deal}"]`).first().click();
  await page.getByRole("link", { name: "Mark as won" }).click();
  const dialog = page.getByRole("dialog"), won = dialog.getByRole("button", { name: "Mark as won" });
  await won.waitFor();
  await findsNothing(page);
  await tickAll(dialog);
  await won.click();
  await dialog.waitFor({ state: "hidden" });
  await page.getByRole("definition").filter({ hasText: "Won" }).first().waitFor();
}

async function makeFromAnywhere(page) {
  await page.getByRole("banner").getByText("Create", { exact: true }).first().click();
  await page.getByRole("banner").getByRole("link", { name: "Lead" }).click();
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Gracia Ropewalk");
  await page.getByRole("button", { name: "Create", exact: true }).last().click();
  await page.getByRole("heading", { level: 1, name: "Gracia Ropewalk" }).waitFor();
  await page.getByRole("banner").getByText("Create", { exact: true }).first().click();
  await page.getByRole("banner").getByRole("link", { name: "Contact" }).click();
  await page.getByRole("textbox", { name: "Last name" }).fill("Hawserson");
  await page.getByRole("button", { name: "Create", exact: true }).last().click();
  await page.getByRole("heading", { level: 1, name: "Hawserson" }).waitFor();
}

/** Two letters changed places, one is missing: found all the same; Escape leaves the box as if nothing had been. */
async function find(page) {
  const box = page.getByRole("combobox", { name: "Search everything" });
  await box.click();
  await box.pressSequentially("gracai ropwalk");
  await page.getByRole("option", { name: /Gracia Ropewalk/ }).click();
  await page.getByRole("heading", { level: 1, name: "Gracia Ropewalk" }).waitFor();
  await box.click();
  await box.pressSequentially("nothing");
  await box.press("Escape");
  await box.press("Escape");
  await page.getByRole("listbox").waitFor({ state: "hidden" });
  await page.goBack();
  await page.getByRole("heading", { level: 1, name: "Hawserson" }).waitFor();
}
