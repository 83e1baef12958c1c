// What comes over the wire until the first page stands, and whether anything on it moves once it is painted: with an
// empty cache, as Cordee sends it.
export const title = "A first page is light and stands still";

const MOST = 150_000; // bytes over the wire, heads of answers included
const PAGES = { "sign-in": "/sign-in", Today: "/", list: "/opportunities", board: "/opportunities/board" };

export default async function ({ page, newWindow }) {
  await page.goto("/opportunities");
  const record = await page.locator("a.row-link").first().getAttribute("href");
  const heavy = [];
  for (const [name, path] of Object.entries({ ...PAGES, record })) {
    for (const size of ["1440x900", "390x844"]) {
      const { bytes, moved, most } = await look(await newWindow({ size, signedOut: name === "sign-in" }), path);
      console.log(`    ${name} at ${size}: ${(bytes / 1000).toFixed(1)} kB, layout shift ${moved.toFixed(4)}`);
      if (bytes > MOST) heavy.push(`${name} at ${size}: ${bytes} bytes\n${most}`);
      if (moved > 0) heavy.push(`${name} at ${size} moves: ${moved}`);
    }
  }
  if (heavy.length) throw new Error(heavy.join("\n"));
}

/** Opens `path` in a window that has seen nothing yet. */
async function look(page, path) {
  const network = await page.context().newCDPSession(page);
  const sizes = new Map(), names = new Map();
  network.on("Network.requestWillBeSent", ({ requestId, request }) => names.set(requestId, request.url));
  network.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => sizes.set(requestId, encodedDataLength));
  await network.send("Network.enable");
  await page.addInitScript(() => {
    window.moved = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.moved += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(path);
  await page.evaluate(() => document.fonts.ready);
  // What is brought once the page stands belongs to it too; the stream of news never ends.
  await page.waitForTimeout(1500);
  const moved = await page.evaluate(() => window.moved);
  await page.context().close();
  const all = [...sizes].filter(([id]) => !names.get(id)?.startsWith("data:"));
  const most = all.map(([id, size]) => `      ${size} ${new URL(names.get(id) ?? "about:x").pathname}`).join("\n");
  return { bytes: all.reduce((sum, [, size]) => sum + size, 0), moved, most };
}
