// The same pages on a phone: nothing is wider than its window.
import { lookAround } from "../lib/pages.mjs";

export const title = "A person looks around on a phone";
export const window = { size: "390x844" };

export default async function ({ page }) {
  await lookAround(page);
}
