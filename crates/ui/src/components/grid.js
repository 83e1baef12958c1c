// What a list brings once it stands: sums and groups. Groups open in place, columns are drawn wider, Shift-click sorts by
// one column more.
const STEP = 20, LEAST = 3, MOST = 32;
const html = async (url) => {
  const answer = await fetch(url, { headers: { "HX-Request": "true", "HX-Request-Type": "partial" } });
  if (!answer.ok) throw new Error(answer.status);
  const template = document.createElement("template");
  template.innerHTML = await answer.text();
  template.content.querySelector("title")?.remove();
  return template.content;
};
const go = (url) => globalThis.htmx.ajax("GET", url, { target: "#main", swap: "innerHTML" }).then(() => history.replaceState(history.state, "", url), () => location.assign(url));
const lost = (grid) => document.dispatchEvent(new CustomEvent("cordee:toast", { detail: { text: grid.dataset.lost, tone: "overdue" } }));
const unfold = (group) => { for (const button of group.querySelectorAll("[data-group-rows]")) button.hidden = false; };
const from = new WeakMap();
const bring = async (place) => {
  if (place.dataset.asked) return;
  place.dataset.asked = "yes";
  const table = place.closest("table"), known = from.get(table) ?? {};
  from.set(table, { ...known, [place.localName]: place.dataset.later });
  const part = await html(place.dataset.later);
  unfold(part);
  if (place.isConnected) place.replaceWith(part);
  document.dispatchEvent(new Event("cordee:rows"));
};
// After a colleague's change totals and heads are asked for anew; open groups stay open.
const named = (group) => group.querySelector("[data-group-name]").getAttribute("href");
const renew = async (table, foot) => {
  const url = from.get(table)?.[foot ? "tfoot" : "tbody"];
  if (!url) return;
  const part = await html(url);
  if (foot) return table.tFoot?.replaceWith(part);
  const there = new Map([...table.querySelectorAll("[data-group]")].map((group) => [named(group), group]));
  for (const group of part.querySelectorAll("[data-group]")) {
    const old = there.get(named(group));
    unfold(group);
    if (!old) { table.insertBefore(group, table.tFoot); continue; }
    there.delete(named(group));
    const open = old.querySelector("[data-group-rows]").ariaExpanded;
    old.rows[0].replaceWith(group.rows[0]);
    old.querySelector("[data-group-rows]").ariaExpanded = open;
  }
  for (const gone of there.values()) gone.remove();
};
document.addEventListener("cordee:stale", ({ target }) => renew(target.closest("table"), target.matches("tfoot")).catch(() => {}));
const arm = () => {
  for (const place of document.querySelectorAll("[data-grid] [data-later]")) bring(place).catch(() => place.removeAttribute("aria-busy"));
  for (const group of document.querySelectorAll("[data-grid] [data-group]")) unfold(group);
};
arm();
document.addEventListener("htmx:after:swap", arm);
document.addEventListener("click", async (event) => {
  const button = event.target.closest?.("[data-group-rows]");
  if (!button) return;
  const group = button.closest("[data-group]"), open = button.ariaExpanded !== "true";
  if (open && group.rows.length === 1) {
    // What is disabled would lose the focus.
    if (button.ariaBusy === "true") return;
    button.ariaBusy = "true";
    const part = await html(button.dataset.groupRows).catch(() => null);
    button.ariaBusy = null;
    if (!part) return lost(group.closest("[data-grid]"));
    group.append(part);
    document.dispatchEvent(new Event("cordee:rows"));
  }
  button.ariaExpanded = String(open);
  for (const row of [...group.rows].slice(1)) row.hidden = !open;
});
document.addEventListener("click", (event) => {
  const link = event.shiftKey && event.target.closest?.("[data-grid] a[data-also]");
  if (!link) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  go(link.dataset.also);
}, true);
const steps = (pixels) => Math.min(MOST, Math.max(LEAST, Math.round(pixels / STEP)));
const keep = (head, width) => {
  const grid = head.closest("[data-grid]"), url = new URL(grid.dataset.here, location);
  const others = (url.searchParams.get("width") ?? "").split(",").filter((one) => one && !one.startsWith(head.dataset.field + ":"));
  url.searchParams.set("width", [...others, `${head.dataset.field}:${width}`].join(","));
  return go(url.pathname + url.search);
};
document.addEventListener("pointerdown", (event) => {
  const grip = event.target.closest?.("[data-resize]");
  if (!grip || event.button) return;
  event.preventDefault();
  const head = grip.closest("th"), grid = head.closest("[data-grid]"), from = event.clientX, was = head.offsetWidth;
  const cells = [head, ...[...grid.querySelectorAll("[data-row]")].map((row) => row.cells[head.cellIndex])];
  let width = steps(was);
  const move = ({ clientX }) => {
    width = steps(was + clientX - from);
    for (const { style } of cells) style.minInlineSize = style.maxInlineSize = `${width * STEP}px`;
  };
  grid.classList.add("sized");
  grip.classList.add("dragged");
  grip.setPointerCapture(event.pointerId);
  grip.addEventListener("pointermove", move);
  grip.addEventListener("pointerup", () => { grip.removeEventListener("pointermove", move); grip.classList.remove("dragged"); keep(head, width); }, { once: true });
});
document.addEventListener("keydown", async (event) => {
  const head = event.altKey && event.target.closest?.("[data-grid] th[data-field]"), by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (!head || !by) return;
  event.preventDefault();
  const field = head.dataset.field;
  await keep(head, Math.min(MOST, Math.max(LEAST, steps(head.offsetWidth) + by)));
  document.querySelector(`[data-grid] th[data-field="${CSS.escape(field)}"] a`)?.focus();
});
// Columns change their places by drag, or by the buttons beside them; the form is sent when one is done with it.
const shift = (item, by) => {
  const other = by < 0 ? item.previousElementSibling : item.nextElementSibling;
  if (other) other[by < 0 ? "before" : "after"](item);
};
document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-display] [data-shift]");
  if (!button) return;
  event.preventDefault();
  shift(button.closest("li"), button.dataset.shift === "d-up" ? -1 : 1);
  button.focus();
});
document.addEventListener("toggle", async ({ target }) => {
  const list = target.open && target.querySelector?.("[data-chooser]:not([data-live])");
  if (!list) return;
  list.dataset.live = "yes";
  await import(document.querySelector("[data-grid]").dataset.sortable);
  globalThis.Sortable.create(list, { draggable: "li", handle: ".chooser-grip", animation: 150 });
}, true);
document.addEventListener("change", (event) => { if (event.target.matches("[data-display] select")) event.target.form.requestSubmit(); });
