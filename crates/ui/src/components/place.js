// A record's page that comes back to itself after something was done there stands where it stood, with the focus there.
const KEY = "place", shown = document.querySelector(".main");
const record = () => document.querySelector("article.record"), link = (href) => href && document.querySelector(`article.record a[href="${CSS.escape(href)}"]`);
const was = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
let from = null;
sessionStorage.removeItem(KEY);
if (was?.path === location.pathname && Date.now() - was.at < 20000 && record()) {
  const section = was.section && document.getElementById(was.section);
  shown.scrollTop = was.top;
  (section?.querySelector("details[open] input:not([type=hidden])") ?? link(was.from) ?? section?.querySelector("a, button, summary"))?.focus({ preventScroll: true });
}
document.addEventListener("click", ({ target }) => { from = target.closest?.("article.record a[data-dialog]")?.getAttribute("href") ?? from; }, true);
document.addEventListener("submit", ({ target }) => {
  if (target.method !== "post" || !record()) return;
  const inside = target.closest("article.record"), at = inside ? target : link(from);
  const section = at?.closest("section[id]")?.id;
  sessionStorage.setItem(KEY, JSON.stringify({ path: location.pathname, top: shown.scrollTop, from: inside ? null : from, section, at: Date.now() }));
}, true);
