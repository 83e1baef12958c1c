// Debian's Chromium, driven by Playwright; nothing is downloaded.

import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const PLACES = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** What every start of it says. */
export const FLAGS = [
  "--no-sandbox", // tests also run as root
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Where it is. */
export function findBrowser() {
  const found = PLACES.find((place) => place && existsSync(place));
  if (!found) throw new Error("no Chromium: bin/setup browser installs it, or CHROMIUM names it");
  return found;
}

/** A browser without a window. */
export async function openBrowser() {
  return chromium.launch({ executablePath: findBrowser(), headless: true, args: FLAGS });
}

/** What a person's window is like; anything may be left out. */
export function windowOptions({ size = "1440x900", dark = false, lang = "en", scripts = true, zone = "UTC", touch } = {}) {
  const [width, height] = size.split("x").map(Number);
  return {
    viewport: { width, height },
    hasTouch: touch ?? width < 600,
    colorScheme: dark ? "dark" : "light",
    reducedMotion: "reduce",
    locale: lang,
    timezoneId: zone,
    javaScriptEnabled: scripts,
  };
}
