// The pages people work on: light, dark and on a phone nothing bars the way of anybody, and nothing is wider than its window.
import { isOfSettings, lookAround } from "../lib/pages.mjs";

export const title = "A person looks around at work";

export default async function ({ page }) {
  await lookAround(page, (route) => !isOfSettings(route));
}
