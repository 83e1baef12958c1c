// An arrangement (data-arrange): fields are dragged, or moved by keys; what is posted is the order in which they stand.
const items = (part) => [...part.querySelectorAll("[data-item]")].filter((item) => !item.closest("template"));
const shelves = (part) => [...part.querySelectorAll("[data-shelf]")].filter((shelf) => !shelf.closest("template"));
const list = (shelf) => shelf.querySelector("[data-items]");
const settle = (item) => {
  const out = item.closest("[data-shelf]").dataset.shelf === "out";
  for (const button of item.querySelectorAll("[data-act=out], [data-act=in]")) button.hidden = (button.dataset.act === "out") === out;
};
const tell = (item) => {
  const shelf = item.closest("[data-shelf]"), heading = shelf.querySelector(".layout-heading");
  const where = heading.querySelector("input")?.value ?? heading.textContent, all = items(shelf);
  item.closest("form").querySelector("[data-arranged]").textContent = `${item.querySelector(".layout-name > span").textContent}: ${where}, ${all.indexOf(item) + 1}/${all.length}`;
};
const allowed = (item, shelf) => !(item.hasAttribute("data-needed") && shelf.dataset.shelf === "out");
const move = (item, act) => {
  const part = item.closest("[data-part]"), all = shelves(part), here = all.indexOf(item.closest("[data-shelf]"));
  if (act === "out") list(all.at(-1)).prepend(item);
  else if (act === "in") list(all.at(-2)).append(item);
  else {
    const next = act === "up" ? item.previousElementSibling : item.nextElementSibling;
    const shelf = all[here + (act === "up" ? -1 : 1)];
    if (next) next[act === "up" ? "before" : "after"](item);
    else if (shelf && allowed(item, shelf)) list(shelf)[act === "up" ? "append" : "prepend"](item);
  }
  settle(item);
  tell(item);
};
const sort = (form, shelf) => import(form.dataset.sortable).then(() => globalThis.Sortable.create(list(shelf), {
  group: { name: shelf.closest("[data-part]").dataset.part, put: (to, _, item) => allowed(item, to.el.closest("[data-shelf]")) },
  draggable: "[data-item]", handle: matchMedia("(pointer: coarse)").matches ? "[data-grip]" : null, filter: "button", preventOnFilter: false, animation: 150, onEnd: ({ item }) => { settle(item); tell(item); },
})).catch(() => {});
const addGroup = (form, button) => {
  const part = button.closest("[data-part]");
  button.before(part.querySelector("[data-group-blank]").content.cloneNode(true));
  const shelf = button.previousElementSibling;
  sort(form, shelf);
  shelf.querySelector("input:not([type=hidden])").focus();
};
const endGroup = (button) => {
  const shelf = button.closest("[data-shelf]"), all = shelves(shelf.closest("[data-part]"));
  // One group stays, or there would be no form.
  if (all.length < 3) return;
  const next = all[all.indexOf(shelf) - 1] ?? all[1];
  list(next).append(...items(shelf));
  shelf.remove();
  next.querySelector("input:not([type=hidden])")?.focus();
};
const arm = (form) => {
  if (form.dataset.armed) return;
  form.dataset.armed = "yes";
  form.querySelector(".layout-keys").hidden = false;
  for (const shelf of form.querySelectorAll("[data-shelf]")) sort(form, shelf);
};
const armAll = () => document.querySelectorAll("[data-arrange]").forEach(arm);
armAll();
new MutationObserver(armAll).observe(document.body, { childList: true, subtree: true });
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-arrange] :is([data-act], [data-group-add], [data-group-end])");
  if (!button) return;
  event.preventDefault();
  if (button.matches("[data-group-add]")) addGroup(button.form, button);
  else if (button.matches("[data-group-end]")) endGroup(button);
  else {
    const item = button.closest("[data-item]");
    move(item, button.dataset.act);
    (button.hidden ? item.querySelector("[data-act=in]:not([hidden]), [data-act=out]:not([hidden])") : button)?.focus();
  }
});
document.addEventListener("keydown", (event) => {
  const item = event.target.closest?.("[data-arrange] [data-item]");
  if (!item || !event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
  event.preventDefault();
  const held = document.activeElement;
  move(item, event.key === "ArrowUp" ? "up" : "down");
  held?.focus();
});
