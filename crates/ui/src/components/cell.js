// A cell is edited where it stands: e, Enter or a double click opens its input, Enter saves, Tab saves and goes on, Esc
// leaves. Arrows go from cell to cell.
const ask = (url, options = {}) => fetch(url, { ...options, headers: { "HX-Request": "true", "HX-Request-Type": "partial" } });
const toast = (text) => document.dispatchEvent(new CustomEvent("cordee:toast", { detail: { text, tone: "overdue" } }));
const grid = (cell) => cell.closest("[data-grid]");
const head = (cell) => grid(cell).tHead.rows[0].cells[cell.cellIndex];
const edits = (cell) => cell?.closest("tr[data-id]") && head(cell)?.hasAttribute("data-edits");
const was = new WeakMap();
const form = (cell) => cell.querySelector("[data-in-place-form]");
const focus = (cell) => { const at = cell.querySelector("[data-open]") ?? cell; at.focus(); cell.scrollIntoView({ block: "nearest", inline: "nearest" }); };
const leave = (cell) => {
  if (!was.has(cell)) return;
  cell.replaceChildren(...was.get(cell));
  was.delete(cell);
  cell.classList.remove("editing");
};
const fill = (cell, text) => {
  const box = document.createElement("div");
  box.className = "cell-edit";
  box.innerHTML = text;
  box.querySelector("title")?.remove();
  cell.replaceChildren(box);
  cell.classList.add("editing");
  const input = box.querySelector("[aria-invalid=true], input:not([type=hidden], [type=submit]), select, textarea");
  input?.focus();
  input?.select?.();
};
const open = async (cell) => {
  if (!edits(cell) || was.has(cell)) return;
  was.set(cell, [...cell.childNodes]);
  const answer = await ask(`${grid(cell).dataset.grid}/${cell.closest("tr").dataset.id}/fields/${head(cell).dataset.field}`).catch(() => null);
  if (answer?.ok && !answer.redirected) return fill(cell, await answer.text());
  was.delete(cell);
  const said = answer && new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("h1");
  toast(said?.textContent ?? grid(cell).dataset.lost);
};
const save = async (cell) => {
  const sent = form(cell);
  if (!sent || sent.dataset.busy) return false;
  sent.dataset.busy = "yes";
  const answer = await ask(sent.action, { method: "POST", body: new URLSearchParams(new FormData(sent)) }).catch(() => null);
  delete sent.dataset.busy;
  if (!answer || answer.redirected || answer.status >= 500) { toast(grid(cell).dataset.lost); return false; }
  const text = await answer.text();
  if (!answer.ok) { fill(cell, text); return false; }
  const drawn = new DOMParser().parseFromString(text, "text/html").querySelector(".in-place-value");
  const link = was.get(cell)?.find((node) => node.matches?.("[data-open]"));
  leave(cell);
  if (link) link.replaceChildren(...drawn.childNodes); else cell.replaceChildren(...drawn.childNodes);
  return true;
};
const next = (cell, by) => {
  for (let at = by < 0 ? cell.previousElementSibling : cell.nextElementSibling; at; at = by < 0 ? at.previousElementSibling : at.nextElementSibling) if (edits(at)) return at;
  return null;
};
const arm = () => {
  for (const table of document.querySelectorAll("[data-grid]")) {
    if (table.matches(".edits")) document.documentElement.dataset.cells = "yes";
    for (const row of table.querySelectorAll("tr[data-id]")) for (const cell of row.cells) if (!cell.matches(".pick, th")) cell.tabIndex = -1;
  }
};
arm();
for (const event of ["htmx:after:swap", "cordee:rows"]) document.addEventListener(event, arm);
const cellAt = (target) => target.closest?.("[data-grid] tr[data-id] > :is(td, th):not(.pick)");
document.addEventListener("dblclick", (event) => { const cell = cellAt(event.target); if (cell && !event.target.closest("a[href]:not([data-open]), .editing")) { event.preventDefault(); open(cell); } });
document.addEventListener("keydown", async (event) => {
  const cell = cellAt(event.target);
  if (!cell || event.ctrlKey || event.metaKey || event.altKey) return;
  if (was.has(cell)) {
    if (event.defaultPrevented) return;
    const lists = event.target.getAttribute("aria-expanded") === "true";
    if (event.key === "Escape") { event.preventDefault(); event.stopImmediatePropagation(); leave(cell); focus(cell); }
    else if (event.key === "Enter" && !lists && !event.target.matches("textarea, button, a")) { event.preventDefault(); if (await save(cell)) focus(cell); }
    else if (event.key === "Tab" && !event.target.matches("button, a")) {
      event.preventDefault();
      const to = next(cell, event.shiftKey ? -1 : 1);
      if (await save(cell)) { focus(to ?? cell); if (to) open(to); }
    }
    return;
  }
  if (event.target.matches("input, textarea, select")) return;
  const opens = event.key === "e" || (event.key === "Enter" && !event.target.closest("a"));
  const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (opens && event.key === "e" && !edits(cell)) open(next(cell, 1) ?? cell);
  else if (opens) open(cell);
  else if (by) { const to = by < 0 ? cell.previousElementSibling : cell.nextElementSibling; if (to && !to.matches(".pick")) focus(to); }
  else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    const rows = [...grid(cell).querySelectorAll("tr[data-id]:not([hidden])")], row = rows[rows.indexOf(cell.closest("tr")) + (event.key === "ArrowDown" ? 1 : -1)];
    if (row) focus(row.cells[cell.cellIndex]);
  } else return;
  event.preventDefault();
});
document.addEventListener("submit", async (event) => {
  const cell = cellAt(event.target);
  if (!cell || !event.target.matches("[data-in-place-form]")) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (await save(cell)) focus(cell);
}, true);
document.addEventListener("click", (event) => {
  const cell = event.target.closest?.("[data-leave]") && cellAt(event.target);
  if (!cell) return;
  event.preventDefault();
  leave(cell);
  focus(cell);
}, true);
document.addEventListener("pointerdown", (event) => {
  for (const cell of document.querySelectorAll("[data-grid] .editing")) if (!cell.contains(event.target)) save(cell);
});
