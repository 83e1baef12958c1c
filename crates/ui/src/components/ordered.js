// Things in an order (data-ordered, the id of their form): dragged by the grip, moved by buttons or Alt and an arrow. Each
// move is kept at once; one that is refused goes back to where it was.
const items = (list) => [...list.children].filter((one) => one.matches("[data-item]"));
const told = (item) => {
  const all = items(item.parentElement), page = item.closest("[data-sortable]");
  const name = item.querySelector(":scope > * > :is(h2, div) .in-place-value, :scope > th .in-place-value")?.textContent.trim() || item.dataset.name;
  page.querySelector("[data-ordered-told]").textContent = `${name}: ${all.indexOf(item) + 1}/${all.length}`;
};
const toast = (text) => document.dispatchEvent(new CustomEvent("cordee:toast", { detail: { text, tone: "overdue" } }));
const kept = new WeakMap();
const keep = async (list) => {
  const form = document.getElementById(list.dataset.ordered), before = kept.get(list), now = items(list);
  kept.set(list, now);
  const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), headers: { "HX-Request": "true", "HX-Request-Type": "partial" } }).catch(() => null);
  if (answer?.ok && !answer.redirected) return;
  kept.set(list, before);
  list.append(...before);
  const said = answer && new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(".error-page p, h1");
  toast(said?.textContent ?? document.querySelector("[data-toasts]").dataset.lost);
};
const move = (item, by) => {
  const next = by < 0 ? item.previousElementSibling : item.nextElementSibling;
  if (!next?.matches("[data-item]")) return;
  next[by < 0 ? "before" : "after"](item);
  told(item);
  keep(item.parentElement);
};
const arm = (list) => {
  if (kept.has(list) || !document.getElementById(list.dataset.ordered)) return;
  kept.set(list, items(list));
  const page = list.closest("[data-sortable]");
  page.dataset.armed = "";
  page.querySelector(".ordered-keys").hidden = false;
  import(page.dataset.sortable).then(() => globalThis.Sortable.create(list, {
    draggable: "[data-item]", handle: "[data-grip]", animation: 150,
    onEnd: ({ item, oldIndex, newIndex }) => { if (oldIndex !== newIndex) { told(item); keep(list); } },
  })).catch(() => {});
};
const armAll = () => document.querySelectorAll("[data-ordered]").forEach(arm);
armAll();
new MutationObserver(armAll).observe(document.body, { childList: true, subtree: true });
const by = { up: -1, down: 1, ArrowUp: -1, ArrowDown: 1 };
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-ordered] [data-act]");
  if (!button) return;
  event.preventDefault();
  move(button.closest("[data-item]"), by[button.dataset.act]);
  button.focus();
});
document.addEventListener("keydown", (event) => {
  const item = event.target.closest?.("[data-ordered] > [data-item]");
  if (!item || !event.altKey || !by[event.key] || event.target.matches("input, textarea, select")) return;
  event.preventDefault();
  const held = document.activeElement;
  move(item, by[event.key]);
  held?.focus();
});
