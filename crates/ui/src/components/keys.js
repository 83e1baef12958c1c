// One key away: never inside a text field, never with Ctrl, Alt or ⌘.
let before = null;
const typing = (target) => target.closest?.("input, textarea, select, [contenteditable]");
const follow = (element) => { if (element) { element.click(); return true; } };
const rows = () => [...document.querySelectorAll("[data-row]")];
const step = (by) => {
  const all = rows(), at = all.indexOf(document.activeElement.closest?.("[data-row]"));
  const next = all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + by))];
  const target = next?.querySelector("[data-open]") ?? next;
  target?.focus();
  next?.scrollIntoView({ block: "nearest" });
  return Boolean(next);
};
const help = () => { document.querySelector("[data-keys]")?.showModal(); return true; };
const single = {
  "/": () => { const box = document.querySelector("[data-filter-text]") ?? document.querySelector("[data-search-box]"); box?.focus(); box?.select(); return Boolean(box); },
  "?": help,
  j: () => step(1),
  k: () => step(-1),
  c: () => {
    const menu = document.querySelector("[data-create]"), items = menu?.querySelectorAll("a") ?? [];
    if (items.length === 1) return follow(items[0]);
    if (menu) { menu.open = true; items[0].focus(); before = "c"; }
    return Boolean(menu);
  },
  ".": () => {
    const box = document.activeElement.closest?.("[data-row]")?.querySelector("[data-move-menu]");
    if (box) { box.open = true; box.querySelector("select, button")?.focus(); }
    return Boolean(box);
  },
};
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || document.querySelector("dialog[open]")) return;
  const key = event.key.toLowerCase(), prefix = before;
  before = key === "g" && !prefix ? "g" : null;
  const done = prefix === "g" ? follow(document.querySelector(`[data-go="${CSS.escape(key)}"]`))
    : prefix === "c" ? follow(document.querySelector(`[data-create] [data-key="${CSS.escape(key)}"]`))
    : single[key] ? single[key]()
    : key.length === 1 && follow(document.querySelector(`.main [data-key="${CSS.escape(key)}"]`));
  if (done) event.preventDefault();
});
for (const button of document.querySelectorAll("[data-open-keys]")) { button.hidden = false; button.addEventListener("click", help); }
