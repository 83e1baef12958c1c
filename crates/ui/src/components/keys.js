// One key away: never inside a text field, never while a word is being composed, never with Ctrl, Alt or ⌘. Who does not
// want it has switched it off in the profile; what stands in menus works all the same.
const off = document.querySelector("[data-keys]")?.dataset.keys === "off";
let before = null, forget = 0;
const typing = (target) => target.closest?.("input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select, [contenteditable]");
const follow = (element) => { if (element) { element.click(); return true; } };
const here = () => document.activeElement.closest?.("[data-row]");
const rows = () => [...document.querySelectorAll(".main [data-row]")];
const side = async (row, follows) => {
  const place = document.querySelector("[data-side]");
  // What shows it is brought once the page stands; a key may come before that.
  if (place) await import(place.dataset.module).catch(() => {});
  document.dispatchEvent(new CustomEvent("cordee:side", { detail: { row, follows } }));
};
const step = (by) => {
  const all = rows(), at = all.indexOf(here() ?? document.querySelector("[data-row][data-beside]"));
  const next = all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + by))];
  const target = next?.querySelector("[data-open]") ?? next;
  target?.focus();
  next?.scrollIntoView({ block: "nearest" });
  if (next) side(next, true);
  return Boolean(next);
};
const help = () => {
  const dialog = document.querySelector("[data-keys]"), page = dialog?.querySelector("[data-keys-here]");
  const line = (element) => {
    const div = document.createElement("div"), dt = document.createElement("dt"), dd = document.createElement("dd"), kbd = document.createElement("kbd");
    kbd.textContent = (element.dataset.alone ?? element.dataset.key).toUpperCase();
    dd.textContent = element.getAttribute("aria-label") ?? (element.querySelector("span") ?? element).textContent.trim();
    dt.append(kbd);
    div.append(dt, dd);
    return div;
  };
  const own = [...document.querySelectorAll(".main [data-key], [data-create] [data-alone]")].filter((one) => !one.hidden);
  page?.querySelector("dl").replaceChildren(...own.map(line));
  if (page) page.hidden = !own.length;
  dialog?.showModal();
  return true;
};
const single = {
  "/": () => { const box = document.querySelector("[data-filter-text]") ?? document.querySelector("[data-search-box]"); box?.focus(); box?.select(); return Boolean(box); },
  "?": help,
  j: () => step(1),
  k: () => step(-1),
  o: () => { const row = here(); if (row) side(row, false); return Boolean(row); },
  c: () => {
    const menu = document.querySelector("[data-create]"), items = menu?.querySelectorAll("a") ?? [];
    if (items.length === 1) return follow(items[0]);
    if (menu) { menu.open = true; items[0].focus(); after("c"); }
    return Boolean(menu);
  },
  g: () => after("g"),
  ".": () => {
    const box = here()?.querySelector("[data-move-menu]");
    if (box) { if (!box.open) box.querySelector("summary").click(); box.querySelector("select, button")?.focus(); }
    return Boolean(box);
  },
};
// The first of two keys waits for the second, but not for ever.
const after = (key) => { before = key; clearTimeout(forget); forget = setTimeout(() => { before = null; }, 2500); return true; };
const key = (letter) => CSS.escape(letter);
// What other parts of a page know of single keys is switched off with these.
if (off) document.addEventListener("keydown", (event) => {
  if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey && event.key !== " " && !typing(event.target)) event.stopImmediatePropagation();
}, true);
document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey) return;
  if (typing(event.target) || document.querySelector("dialog[open]") || event.key.length !== 1) return;
  const letter = event.key.toLowerCase(), prefix = before;
  before = null;
  const done = prefix === "g" ? follow(document.querySelector(`[data-go="${key(letter)}"]`))
    : prefix === "c" ? follow(document.querySelector(`[data-create] [data-key="${key(letter)}"]`))
    : follow(here()?.querySelector(`[data-key="${key(letter)}"]`)) || single[letter]?.()
      || follow([...document.querySelectorAll(`.main [data-key="${key(letter)}"]`)].find((one) => !one.hidden))
      || follow(document.querySelector(`[data-create] [data-alone="${key(letter)}"]`));
  if (done) event.preventDefault();
});
for (const button of document.querySelectorAll("[data-open-keys]")) { button.hidden = false; button.addEventListener("click", help); }
