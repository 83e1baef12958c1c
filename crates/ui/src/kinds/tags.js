// Tags: each a chip that can be taken off; others are found as one types, new ones are made. Comma, Enter and Tab add one,
// Backspace takes the last off. The field itself stays a line with commas, which is what is sent.
let wait, asked = 0;
const names = (box) => box.field.value.split(/[,;|\n]/).map((name) => name.trim()).filter(Boolean);
const same = (one, other) => one.localeCompare(other, undefined, { sensitivity: "base" }) === 0;
const close = (box) => { box.list.hidden = true; box.typing.setAttribute("aria-expanded", "false"); box.typing.removeAttribute("aria-activedescendant"); };
const draw = (box) => {
  box.chips.replaceChildren(...names(box).map((name) => {
    const chip = document.createElement("span"), off = document.createElement("button");
    chip.className = "badge tag";
    chip.textContent = name;
    Object.assign(off, { type: "button", textContent: "×", ariaLabel: `${box.root.dataset.remove} ${name}`, disabled: box.field.readOnly });
    off.addEventListener("click", () => { set(box, names(box).filter((other) => other !== name)); box.typing.focus(); });
    chip.append(off);
    return chip;
  }));
};
const set = (box, all) => {
  box.field.value = all.join(", ");
  draw(box);
  for (const kind of ["input", "change"]) box.field.dispatchEvent(new Event(kind, { bubbles: true }));
};
const add = (box, name) => {
  const more = name.split(/[,;|\n]/).map((one) => one.trim()).filter((one) => one && !names(box).some((known) => same(known, one)));
  box.typing.value = "";
  close(box);
  if (more.length) set(box, [...names(box), ...more]);
};
const mark = (box, step) => {
  const options = [...box.list.querySelectorAll("[role=option]")], at = options.findIndex((option) => option.ariaSelected === "true");
  const next = options[(at + step + options.length) % options.length];
  options.forEach((option) => { option.ariaSelected = String(option === next); });
  if (next) { box.typing.setAttribute("aria-activedescendant", next.id); next.scrollIntoView({ block: "nearest" }); }
};
const offer = (box, found, typed) => {
  const free = found.filter((one) => !names(box).some((known) => same(known, one.title)));
  const make = box.root.dataset.make && typed && ![...found.map((one) => one.title), ...names(box)].some((name) => same(name, typed));
  const entries = [...free.map((one) => [one.title, one.title]), ...(make ? [[typed, box.root.dataset.make.replace("…", typed)]] : [])];
  box.list.replaceChildren(...entries.map(([name, text], at) => {
    const item = document.createElement("li");
    Object.assign(item, { className: "menu-item", role: "option", id: `${box.typing.id}-${at}`, textContent: text });
    item.addEventListener("pointerdown", (event) => { event.preventDefault(); add(box, name); });
    item.dataset.name = name;
    return item;
  }));
  if (!entries.length) { const none = document.createElement("li"); none.className = "lookup-none"; none.textContent = box.root.dataset.none; box.list.append(none); }
  box.list.hidden = false;
  box.typing.setAttribute("aria-expanded", "true");
  mark(box, 1);
};
const look = (box) => {
  clearTimeout(wait);
  wait = setTimeout(async () => {
    const mine = ++asked, typed = box.typing.value.trim();
    const found = await fetch(`${box.root.dataset.tags}?q=${encodeURIComponent(typed)}`, { headers: { Accept: "application/json" } }).then((answer) => answer.ok ? answer.json() : null).catch(() => null);
    if (found && mine === asked && document.activeElement === box.typing) offer(box, found, typed);
  }, 120);
};
const press = (box, event) => {
  const marked = box.list.hidden ? null : box.list.querySelector("[aria-selected=true]"), typed = box.typing.value.trim();
  if (event.key === "ArrowDown" && box.list.hidden) look(box);
  else if (event.key === "ArrowDown" || event.key === "ArrowUp") mark(box, event.key === "ArrowDown" ? 1 : -1);
  else if (event.key === "Enter" && (marked || typed)) add(box, marked?.dataset.name ?? typed);
  else if (event.key === ",") add(box, typed);
  else if (event.key === "Escape" && !box.list.hidden) { close(box); event.stopPropagation(); }
  else {
    if (event.key === "Tab" && typed) add(box, marked?.dataset.name ?? typed);
    if (event.key === "Backspace" && !box.typing.value) set(box, names(box).slice(0, -1));
    return;
  }
  event.preventDefault();
};
const arm = (root) => {
  if (root.dataset.armed) return;
  root.dataset.armed = "yes";
  const field = root.querySelector("input"), typing = field.cloneNode(), chips = document.createElement("span");
  const box = { root, field, typing, chips, list: root.querySelector("[role=listbox]") };
  typing.removeAttribute("name");
  typing.value = "";
  Object.assign(typing, { role: "combobox", ariaExpanded: "false", ariaAutoComplete: "list", required: false });
  typing.setAttribute("aria-controls", box.list.id);
  field.removeAttribute("id");
  field.hidden = true;
  chips.className = "tag-chips";
  field.after(chips);
  chips.after(typing);
  draw(box);
  typing.addEventListener("input", () => typing.value.trim() ? look(box) : close(box));
  typing.addEventListener("keydown", (event) => press(box, event));
  typing.addEventListener("blur", () => { add(box, typing.value); close(box); });
};
const armAll = () => document.querySelectorAll("[data-tags]").forEach(arm);
armAll();
document.addEventListener("htmx:after:swap", armAll);
document.addEventListener("focusin", (event) => { const root = event.target.closest?.("[data-tags]"); if (root && !root.dataset.armed) { arm(root); root.querySelector("[role=combobox]").focus(); } });
