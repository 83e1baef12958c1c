// Signing in as a person would: by the form.

/** Fills in the sign-in form that `page` shows, and waits until it is gone. */
export async function signIn(page, { email, password }) {
  await page.locator("input[type=email], input[name=email]").first().fill(email);
  await page.locator("input[type=password]").fill(password);
  await page.locator("input[type=password]").press("Enter");
  const refused = () => Promise.reject(new Error(`the sign-in of ${email} was refused`));
  await page.locator("form input[type=password]").waitFor({ state: "detached" }).catch(refused);
  await page.waitForLoadState();
}

/** Does the page show the sign-in form? */
export async function asksForSignIn(page) {
  return (await page.locator("form input[type=password]").count()) === 1;
}
