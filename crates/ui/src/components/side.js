// A record beside its list or board: a click beside its title, or `o`, opens it; `?open=ID` in the address keeps it there
// through Back, reload and a shared link. Enter, or a click on the title, opens the whole page; Esc closes.
const side = document.querySelector("[data-side]"), body = side.querySelector("[data-side-body]"), whole = side.querySelector("[data-side-whole]");
const PARTS = { headers: { "HX-Request": "true", "HX-Request-Type": "partial" } };
const links = () => [...document.querySelectorAll(".main :is(.list, .board-page) [data-row] a[data-open]")];
const idOf = (href) => href.split("/").pop();
const link = (id) => links().find((one) => idOf(one.getAttribute("href")) === id);
const place = () => location.pathname.split("/")[1];
let shown = null, asked = null, wait = 0;
const address = (id) => { const url = new URL(location); if (id) url.searchParams.set("open", id); else url.searchParams.delete("open"); return url; };
const mark = () => { for (const one of links()) one.closest("[data-row]").toggleAttribute("data-beside", idOf(one.getAttribute("href")) === shown); };
const fill = async (id) => {
  const path = `/${place()}/${id}`;
  asked?.abort();
  asked = new AbortController();
  const answer = await fetch(path, { ...PARTS, signal: asked.signal }).catch((error) => error.name === "AbortError" ? undefined : null);
  if (answer === undefined) return false;
  if (!answer?.ok || answer.redirected) { close(); if (!answer) location.assign(path); return false; }
  const html = await answer.text().catch(() => null);
  if (html === null) return false;
  body.innerHTML = html;
  body.querySelector("title")?.remove();
  const heading = body.querySelector("h1"), title = document.createElement("a");
  if (heading) { title.href = path; title.append(...heading.childNodes); heading.append(title); }
  whole.href = path;
  body.scrollTop = 0;
  document.dispatchEvent(new Event("htmx:after:swap"));
  return true;
};
const open = async (id, how) => {
  if (shown !== id) {
    shown = id;
    side.hidden = false;
    if (how) history[how]({ side: id }, "", address(id));
    if (!await fill(id)) return;
  }
  mark();
  link(id)?.scrollIntoView({ block: "nearest", inline: "nearest" });
};
const close = (how) => {
  if (!shown) return;
  const before = link(shown);
  shown = null;
  asked?.abort();
  side.hidden = true;
  body.replaceChildren();
  if (how) history.pushState({}, "", address(null));
  mark();
  before?.focus({ preventScroll: true });
};
const step = (by) => {
  const all = links(), at = all.findIndex((one) => idOf(one.getAttribute("href")) === shown), next = all[at + by];
  if (!next || at < 0) return;
  next.focus({ preventScroll: true });
  open(idOf(next.getAttribute("href")), "replaceState");
};
// Beside the letters of the title a click means to look, on them to go.
const onTitle = (event, title) => [...title.getClientRects()].some((box) => event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom);
document.addEventListener("click", (event) => {
  if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || !event.detail) return;
  const row = event.target.closest(".main :is(.list, .board-page) [data-row]"), title = row?.querySelector("a[data-open]");
  // A second click, which marks the word that it meets, means to edit the cell.
  clearTimeout(wait);
  if (!title || !links().includes(title) || getSelection().type === "Range") return;
  const other = event.target.closest("a, button, input, select, textarea, label, summary, details, [contenteditable], .editing");
  if ((other && other !== title) || (event.target.closest("a") === title && onTitle(event, title))) return;
  event.preventDefault();
  if (event.detail > 1) return;
  const edits = document.documentElement.dataset.cells && event.target.closest("[data-grid]");
  wait = setTimeout(() => {
    title.focus({ preventScroll: true });
    open(idOf(title.getAttribute("href")), shown ? "replaceState" : "pushState");
  }, edits ? 220 : 0);
}, true);
side.addEventListener("click", ({ target }) => {
  const way = target.closest("[data-side-step]")?.dataset.sideStep;
  if (way === "close") close("push");
  else if (way) step(way === "next" ? 1 : -1);
});
// Said by the keys of the page: look at this row, or at the next.
document.addEventListener("cordee:side", ({ detail }) => {
  const id = detail.row && idOf(detail.row.querySelector("a[data-open]")?.getAttribute("href") ?? "");
  if (!id || (detail.follows && !shown)) return;
  if (shown === id && !detail.follows) return body.focus();
  open(id, shown ? "replaceState" : "pushState");
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !shown || event.defaultPrevented || document.querySelector("dialog[open], [data-menu][open], [popover]:popover-open")) return;
  if (event.target.closest?.("input, textarea, select, [contenteditable]")) return;
  event.preventDefault();
  close("push");
});
document.addEventListener("cordee:changed", ({ detail }) => {
  if (shown && detail.paths.includes(`/${place()}/${shown}`) && !body.contains(document.activeElement)) fill(shown);
});
const follow = () => { const id = new URL(location).searchParams.get("open"); if (id && links().length + document.querySelectorAll(".main .list, .main .board-page").length) open(id); else close(); };
addEventListener("popstate", follow);
follow();
