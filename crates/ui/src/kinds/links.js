// Links to many: each a chip that can be taken off; they stand in the order in which they were put on.
// Found as one types: GET data-links?q=… answers [{ id, title, hint }]. Enter and Tab put one on, Backspace takes the last
// off. What is sent is the field itself, a title on each line, and beside it an id and a title for each that was chosen.
let wait, asked = 0;
const field = (box, kind) => [...box.root.querySelectorAll(`[data-links-${kind}]`)];
const chosen = (box) => { const titles = field(box, "title"); return field(box, "id").map((id, at) => ({ id: id.value, title: titles[at].value })); };
const lines = (box) => {
  const known = chosen(box);
  return box.field.value.split("\n").map((line) => line.trim()).filter(Boolean).map((title) => {
    const at = known.findIndex((one) => one.title === title);
    return at < 0 ? { id: "", title } : known.splice(at, 1)[0];
  });
};
const close = (box) => { box.list.hidden = true; box.typing.setAttribute("aria-expanded", "false"); box.typing.removeAttribute("aria-activedescendant"); };
const draw = (box) => {
  box.chips.replaceChildren(...lines(box).map((one, at) => {
    const chip = document.createElement("span"), off = document.createElement("button");
    chip.className = one.id ? "badge tag" : "badge tag unknown";
    chip.textContent = one.title;
    Object.assign(off, { type: "button", textContent: "×", ariaLabel: `${box.root.dataset.remove} ${one.title}`, disabled: box.field.readOnly });
    off.addEventListener("click", () => { set(box, lines(box).filter((_, other) => other !== at)); box.typing.focus(); });
    chip.append(off);
    return chip;
  }));
};
const hidden = (box, kind, value) => {
  const input = document.createElement("input");
  Object.assign(input, { type: "hidden", name: `${box.field.name}.${kind}`, value });
  input.setAttribute(`data-links-${kind}`, "");
  return input;
};
const set = (box, all) => {
  for (const old of [...field(box, "id"), ...field(box, "title")]) old.remove();
  for (const one of all) if (one.id) box.list.before(hidden(box, "id", one.id), hidden(box, "title", one.title));
  box.field.value = all.map((one) => one.title).join("\n");
  draw(box);
  for (const kind of ["input", "change"]) box.field.dispatchEvent(new Event(kind, { bubbles: true }));
};
const add = (box, one) => {
  box.typing.value = "";
  close(box);
  const title = one.title.split(/\s+/).join(" ").trim();
  if (title && !(one.id && chosen(box).some((known) => known.id === one.id))) set(box, [...lines(box), { id: one.id, title }]);
};
const mark = (box, step) => {
  const options = [...box.list.querySelectorAll("[role=option]")], at = options.findIndex((option) => option.ariaSelected === "true");
  const next = options[(at + step + options.length) % options.length];
  options.forEach((option) => { option.ariaSelected = String(option === next); });
  if (next) { box.typing.setAttribute("aria-activedescendant", next.id); next.scrollIntoView({ block: "nearest" }); }
};
const offer = (box, found) => {
  const free = found.filter((one) => !chosen(box).some((known) => known.id === one.id));
  box.list.replaceChildren(...free.map((one, at) => {
    const item = document.createElement("li"), name = document.createElement("span");
    Object.assign(item, { className: "menu-item", role: "option", id: `${box.typing.id}-${at}` });
    Object.assign(item.dataset, { id: one.id, title: one.title });
    Object.assign(name, { className: "grow cut", textContent: one.title });
    item.append(name);
    if (one.hint) { const hint = document.createElement("span"); hint.className = "quiet cut"; hint.textContent = one.hint; item.append(hint); }
    item.addEventListener("pointerdown", (event) => { event.preventDefault(); add(box, item.dataset); });
    return item;
  }));
  if (!free.length) { const none = document.createElement("li"); none.className = "lookup-none"; none.textContent = box.root.dataset.none; box.list.append(none); }
  box.list.hidden = false;
  box.typing.setAttribute("aria-expanded", "true");
  mark(box, 1);
};
const look = (box) => {
  clearTimeout(wait);
  wait = setTimeout(async () => {
    const mine = ++asked, from = box.root.dataset.links;
    const url = `${from}${from.includes("?") ? "&" : "?"}q=${encodeURIComponent(box.typing.value.trim())}`;
    const found = await fetch(url, { headers: { Accept: "application/json" } }).then((answer) => answer.ok ? answer.json() : null).catch(() => null);
    if (found && mine === asked && document.activeElement === box.typing) offer(box, found);
  }, 120);
};
const press = (box, event) => {
  const marked = box.list.hidden ? null : box.list.querySelector("[aria-selected=true]"), typed = box.typing.value.trim();
  if (event.key === "ArrowDown" && box.list.hidden) look(box);
  else if (event.key === "ArrowDown" || event.key === "ArrowUp") mark(box, event.key === "ArrowDown" ? 1 : -1);
  else if (event.key === "Enter" && (marked || typed)) add(box, marked?.dataset ?? { id: "", title: typed });
  else if (event.key === "Escape" && !box.list.hidden) { close(box); event.stopPropagation(); }
  else {
    if (event.key === "Tab" && typed && marked) add(box, marked.dataset);
    if (event.key === "Backspace" && !box.typing.value) set(box, lines(box).slice(0, -1));
    return;
  }
  event.preventDefault();
};
const arm = (root) => {
  if (root.dataset.armed) return;
  root.dataset.armed = "yes";
  const field = root.querySelector("textarea"), typing = document.createElement("input"), chips = document.createElement("span");
  const box = { root, field, typing, chips, list: root.querySelector("[role=listbox]") };
  for (const { name, value } of field.attributes) if (name === "id" || name === "class" || name.startsWith("aria-")) typing.setAttribute(name, value);
  Object.assign(typing, { type: "text", autocomplete: "off", spellcheck: false, readOnly: field.readOnly, role: "combobox", ariaExpanded: "false", ariaAutoComplete: "list" });
  typing.setAttribute("aria-controls", box.list.id);
  field.removeAttribute("id");
  field.required = false;
  field.hidden = true;
  chips.className = "tag-chips";
  field.after(chips);
  chips.after(typing);
  draw(box);
  typing.addEventListener("input", () => typing.value.trim() ? look(box) : close(box));
  typing.addEventListener("keydown", (event) => press(box, event));
  // What was typed and not found goes along as it stands: saving finds it by its title, or tells that there is none.
  typing.addEventListener("blur", () => { add(box, { id: "", title: typing.value }); close(box); });
};
const armAll = () => document.querySelectorAll("[data-links]").forEach(arm);
armAll();
document.addEventListener("htmx:after:swap", armAll);
document.addEventListener("focusin", (event) => { const root = event.target.closest?.("[data-links]"); if (root && !root.dataset.armed) { arm(root); root.querySelector("[role=combobox]").focus(); } });
