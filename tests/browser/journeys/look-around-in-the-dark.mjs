// The same pages in dark colours.
import { lookAround } from "../lib/pages.mjs";

export const title = "A person looks around in the dark";
export const window = { dark: true };

export default async function ({ page }) {
  await lookAround(page);
}
