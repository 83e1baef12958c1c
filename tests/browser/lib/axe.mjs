// What axe-core finds on a page, as lines one can act upon.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** One line for each thing that a person with a screen reader or weak sight would stumble over. */
export async function findBarriers(page) {
  await page.evaluate(source); // not a script element, so that the page's own policy stays strict
  const { violations } = await page.evaluate(() => window.axe.run());
  return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.html.slice(0, 160)}`));
}

/** Fails if there is any. */
export async function findsNothing(page) {
  const barriers = await findBarriers(page);
  if (barriers.length) throw new Error(`${new URL(page.url()).pathname}:\n${barriers.slice(0, 8).join("\n")}`);
}
