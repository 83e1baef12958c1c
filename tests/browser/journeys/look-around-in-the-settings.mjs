// The same for the pages on which the company and its data are arranged.
import { isOfSettings, lookAround } from "../lib/pages.mjs";

export const title = "A person looks around in the settings";

export default async function ({ page }) {
  await lookAround(page, isOfSettings);
}
