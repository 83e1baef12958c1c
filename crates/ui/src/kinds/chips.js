// Tags and links to many: each a chip that can be taken off, in the order in which they were put on; others are found as
// one types, and new tags are made. Enter and Tab add one, for tags a comma too; Backspace takes the last off. What is sent
// is the field itself: tags between commas, or a title on each line, with an id and a title beside for each that was chosen.
let wait, asked = 0;
const linked = (box) => box.field.localName === "textarea";
const parts = (box, text) => text.split(linked(box) ? "\n" : /[,;|\n]/).map((one) => one.trim().replace(/\s+/g, " ")).filter(Boolean);
const held = (box, kind) => [...box.root.querySelectorAll(`[data-chip-${kind}]`)];
const all = (box) => {
  const titles = held(box, "title"), known = held(box, "id").map((id, at) => ({ id: id.value, title: titles[at].value }));
  return parts(box, box.field.value).map((title) => {
    const at = known.findIndex((one) => one.title === title);
    return at < 0 ? { id: "", title } : known.splice(at, 1)[0];
  });
};
const alike = (one, other) => one.localeCompare(other, undefined, { sensitivity: "base" }) === 0;
const has = (box, one) => all(box).some((known) => linked(box) ? one.id && known.id === one.id : alike(known.title, one.title));
const close = (box) => { box.list.hidden = true; box.typing.setAttribute("aria-expanded", "false"); box.typing.removeAttribute("aria-activedescendant"); };
const draw = (box) => {
  box.chips.replaceChildren(...all(box).map((one, at) => {
    const chip = document.createElement("span"), off = document.createElement("button");
    chip.className = linked(box) && !one.id ? "badge tag unknown" : "badge tag";
    chip.textContent = one.title;
    Object.assign(off, { type: "button", textContent: "×", ariaLabel: `${box.root.dataset.remove} ${one.title}`, disabled: box.field.readOnly });
    off.addEventListener("click", () => { set(box, all(box).filter((_, other) => other !== at)); box.typing.focus(); });
    chip.append(off);
    return chip;
  }));
};
const beside = (box, kind, value) => {
  const input = document.createElement("input");
  Object.assign(input, { type: "hidden", name: `${box.field.name}.${kind}`, value });
  input.setAttribute(`data-chip-${kind}`, "");
  return input;
};
const set = (box, chips) => {
  for (const old of [...held(box, "id"), ...held(box, "title")]) old.remove();
  for (const one of chips) if (one.id) box.list.before(beside(box, "id", one.id), beside(box, "title", one.title));
  box.field.value = chips.map((one) => one.title).join(linked(box) ? "\n" : ", ");
  draw(box);
  for (const kind of ["input", "change"]) box.field.dispatchEvent(new Event(kind, { bubbles: true }));
};
const add = (box, { id, title }) => {
  const more = parts(box, title).map((one) => ({ id: id ?? "", title: one })).filter((one) => !has(box, one));
  box.typing.value = "";
  close(box);
  if (more.length) set(box, [...all(box), ...more]);
};
const mark = (box, step) => {
  const options = [...box.list.querySelectorAll("[role=option]:not([aria-disabled])")], at = options.findIndex((option) => option.ariaSelected === "true");
  const next = options[(at + step + options.length) % options.length];
  options.forEach((option) => { option.ariaSelected = String(option === next); });
  if (next) { box.typing.setAttribute("aria-activedescendant", next.id); next.scrollIntoView({ block: "nearest" }); }
};
const offer = (box, found, typed) => {
  const free = found.filter((one) => !has(box, one)), word = box.root.dataset.make;
  const make = word && typed && ![...found, ...all(box)].some((one) => alike(one.title, typed));
  const entries = make ? [...free, { title: typed, text: word.replace("…", typed) }] : free;
  box.list.replaceChildren(...entries.map((one, at) => {
    const item = document.createElement("li"), name = document.createElement("span");
    Object.assign(item, { className: "menu-item", role: "option", id: `${box.typing.id}-${at}` });
    Object.assign(item.dataset, { id: one.id ?? "", title: one.title });
    Object.assign(name, { className: "grow cut", textContent: one.text ?? one.title });
    item.append(name);
    if (one.hint) { const hint = document.createElement("span"); Object.assign(hint, { className: "quiet cut", textContent: one.hint }); item.append(hint); }
    item.addEventListener("pointerdown", (event) => { event.preventDefault(); add(box, item.dataset); });
    return item;
  }));
  if (!entries.length) { const none = document.createElement("li"); none.className = "lookup-none"; none.role = "option"; none.ariaDisabled = "true"; none.textContent = box.root.dataset.none; box.list.append(none); }
  box.list.hidden = false;
  box.typing.setAttribute("aria-expanded", "true");
  mark(box, 1);
};
const look = (box) => {
  clearTimeout(wait);
  wait = setTimeout(async () => {
    const mine = ++asked, typed = box.typing.value.trim(), from = box.root.dataset.chips;
    const found = await fetch(`${from}${from.includes("?") ? "&" : "?"}q=${encodeURIComponent(typed)}`, { headers: { Accept: "application/json" } }).then((answer) => answer.ok ? answer.json() : null).catch(() => null);
    if (found && mine === asked && document.activeElement === box.typing) offer(box, found, typed);
  }, 120);
};
const press = (box, event) => {
  const marked = box.list.hidden ? null : box.list.querySelector("[aria-selected=true]"), typed = box.typing.value.trim();
  const one = marked?.dataset ?? { title: typed };
  if (event.key === "ArrowDown" && box.list.hidden) look(box);
  else if (event.key === "ArrowDown" || event.key === "ArrowUp") mark(box, event.key === "ArrowDown" ? 1 : -1);
  else if (event.key === "Enter" && (marked || typed)) add(box, one);
  else if (event.key === "," && !linked(box)) add(box, { title: typed });
  else if (event.key === "Escape" && !box.list.hidden) { close(box); event.stopPropagation(); }
  else {
    if (event.key === "Tab" && typed) add(box, one);
    if (event.key === "Backspace" && !box.typing.value) set(box, all(box).slice(0, -1));
    return;
  }
  event.preventDefault();
};
const arm = (root) => {
  if (root.dataset.armed) return;
  root.dataset.armed = "yes";
  const field = root.querySelector(".input"), typing = document.createElement("input"), chips = document.createElement("span");
  const box = { root, field, typing, chips, list: root.querySelector("[role=listbox]") };
  for (const { name, value } of field.attributes) if (/^(id|class|aria-.*)$/.test(name)) typing.setAttribute(name, value);
  Object.assign(typing, { type: "text", autocomplete: "off", spellcheck: false, readOnly: field.readOnly, role: "combobox", ariaExpanded: "false", ariaAutoComplete: "list" });
  typing.setAttribute("aria-controls", box.list.id);
  field.removeAttribute("id");
  field.hidden = true;
  chips.className = "tag-chips";
  field.after(chips);
  chips.after(typing);
  draw(box);
  typing.addEventListener("input", () => typing.value.trim() ? look(box) : close(box));
  typing.addEventListener("keydown", (event) => press(box, event));
  // What was typed and not chosen goes along as it stands: saving finds it by its title, or tells that there is none.
  typing.addEventListener("blur", () => { add(box, { title: typing.value }); close(box); });
};
const armAll = () => document.querySelectorAll("[data-chips]").forEach(arm);
armAll();
document.addEventListener("htmx:after:swap", armAll);
document.addEventListener("focusin", (event) => { const root = event.target.closest?.("[data-chips]"); if (root && !root.dataset.armed) { arm(root); root.querySelector("[role=combobox]").focus(); } });
