// A made language with a third more letters (en-XA): no text is cut or runs out of its place, no page scrolls sideways.
import { findCut } from "../lib/cut.mjs";

export const title = "Longer words fit";

const PAGES = ["/", "/accounts", "/accounts?filter=lifecycle%20%3D%20customer", "/accounts/new", "/contacts", "/leads", "/leads/new",
  "/opportunities", "/opportunities/new", "/opportunities/board", "/opportunities/board?rows=yes", "/opportunities/board?by=owner",
  "/activities", "/activities/calendar", "/activities/calendar?view=month", "/metrics?metric=win_rate&by=owner", "/search?q=a", "/trash", "/import",
  "/import/new", "/notifications", "/glossary", "/glossary/win-rate", "/settings", "/settings/profile", "/settings/factor", "/settings/sessions",
  "/settings/tokens", "/settings/security/all", "/settings/journal", "/settings/jobs", "/settings/webhooks", "/settings/objects",
  "/settings/objects/account", "/settings/health", "/settings/backup", "/users", "/users/new", "/roles", "/teams", "/products", "/stages",
  "/api/docs", "/nowhere", "/opportunities/board?by=close_date", "/opportunities/plan?filter=state=open", "/opportunities?as-of=2026-06-01&group=stage", "/opportunities/board?as-of=2026-06-01", "/quotas", "/quotas/new", "/forecast_calls",
  "/reports", "/reports/pipeline_review?from=2026-01-01", "/reports/forecast", "/reports/forecast_calls", "/reports/coverage",
  "/reports/stage_analytics", "/reports/win_probability", "/reports/focus", "/reports/win_loss", "/reports/objections", "/reports/scoreboard",
  "/settings/pipelines", "/settings/teams", "/settings/rates"];
const RECORDS = { opportunities: ["", "/edit", "/share", "/access"], accounts: ["", "/edit", "/merge"], contacts: [""], leads: ["", "/do/convert"], users: [""] };

export default async function ({ page, newWindow, baseURL }) {
  const paths = [...PAGES];
  for (const [objects, places] of Object.entries(RECORDS)) {
    await page.goto(`/${objects}`);
    const record = await page.locator("a.row-link").first().getAttribute("href");
    paths.push(...places.map((place) => record + place));
  }
  const speak = (language) => page.request.post("/preferences", { form: { language, back: "/" }, headers: { Origin: baseURL }, maxRedirects: 0 });
  const found = [];
  await speak("en-XA");
  try {
    for (const size of ["1440x900", "390x844"]) {
      const window = await newWindow({ size, lang: "en-XA" });
      for (const path of paths) {
        await window.goto(path);
        for (const cut of await findCut(window)) found.push(`${size} ${path}: ${cut}`);
      }
      await window.context().close();
    }
  } finally {
    await speak("en");
  }
  if (found.length) throw new Error(found.slice(0, 40).join("\n"));
}
