// Colleagues of the person who walks a journey, each with a window of their own.

import { windowOptions } from "./chromium.mjs";
import { listen } from "./complaints.mjs";
import { signIn } from "./sign-in.mjs";

const PASSWORD = "a saddle of herons";

/**
 * Lets somebody of the company sign in, and opens a window for them: `page` is theirs, signed in; `leave` closes it and
 * fails if something went wrong there quietly. The administrator whose window is `admin` gives them a password.
 */
export async function colleague(admin, name, window = {}) {
  const email = await letIn(admin, name);
  const { origin } = new URL(admin.url());
  const context = await admin.context().browser().newContext({ baseURL: origin, ...windowOptions(window) });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const complaints = listen(page);
  await page.goto("/");
  await signIn(page, { email, password: PASSWORD });
  const leave = async () => {
    await context.close();
    if (complaints.length) throw new Error(`at ${name}’s: ${complaints.join("\n")}`);
  };
  return { page, context, email, leave, signIn: () => signIn(page, { email, password: PASSWORD }) };
}

async function letIn(admin, name) {
  await admin.goto(`/users?filter=${encodeURIComponent(`name = "${name}"`)}`);
  await admin.getByRole("rowheader").getByRole("link", { name }).click();
  await admin.getByRole("heading", { level: 1, name }).waitFor();
  const email = await admin.getByRole("link", { name: /@/ }).first().textContent();
  await admin.getByRole("link", { name: "Set password" }).click();
  const dialog = admin.getByRole("dialog");
  await dialog.getByLabel(/^New password/).fill(PASSWORD);
  await dialog.getByRole("button", { name: "Set password" }).click();
  await dialog.waitFor({ state: "hidden" });
  return email.trim();
}
