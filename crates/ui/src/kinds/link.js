// Looks a record up as one types: GET data-lookup?q=… answers [{ id, title, hint }].
let wait, asked = 0;
const parts = (input) => {
  const box = input.closest("[data-lookup]");
  return box && { box, list: box.querySelector("[role=listbox]"), id: box.querySelector("[data-lookup-id]"), title: box.querySelector("[data-lookup-title]") };
};
const close = (input) => { parts(input).list.hidden = true; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); };
const take = (input, one) => {
  const { id, title } = parts(input);
  input.value = title.value = one.title;
  id.value = one.id;
  close(input);
  input.dispatchEvent(new Event("change", { bubbles: true }));
};
// What is not there yet is made in a dialog, and then chosen.
const choose = (input, option) => {
  const { create, title } = option.dataset;
  if (!create) return take(input, option.dataset);
  close(input);
  const detail = { href: create, textContent: title, focus: () => input.focus(), taken: (one) => take(input, one) };
  document.dispatchEvent(new CustomEvent("cordee:dialog", { detail }));
};
const offer = (input, found) => {
  const { list, box } = parts(input);
  list.replaceChildren(...found.map((one, at) => {
    const item = document.createElement("li"), name = document.createElement("span");
    item.className = "menu-item";
    item.role = "option";
    item.id = `${input.id}-${at}`;
    Object.assign(item.dataset, one.create ? { create: one.create, title: one.title } : { id: one.id, title: one.title });
    name.className = "grow cut";
    name.textContent = one.title;
    item.append(name);
    if (one.hint) { const hint = document.createElement("span"); hint.className = "quiet cut"; hint.textContent = one.hint; item.append(hint); }
    return item;
  }));
  if (!found.some((one) => one.id)) { const none = document.createElement("li"); none.className = "lookup-none"; none.role = "option"; none.ariaDisabled = "true"; none.textContent = box.dataset.none; list.prepend(none); }
  list.hidden = false;
  input.setAttribute("aria-expanded", "true");
};
const mark = (input, step) => {
  const options = [...parts(input).list.querySelectorAll("[role=option]:not([aria-disabled])")];
  const at = options.findIndex((option) => option.ariaSelected === "true");
  const next = options[(at + step + options.length) % options.length];
  options.forEach((option) => { option.ariaSelected = String(option === next); });
  if (next) { input.setAttribute("aria-activedescendant", next.id); next.scrollIntoView({ block: "nearest" }); }
};
document.addEventListener("input", (event) => {
  const input = event.target;
  if (input.role !== "combobox" || !parts(input)) return;
  const { id, title, box } = parts(input);
  if (input.value !== title.value) id.value = "";
  clearTimeout(wait);
  if (!input.value.trim()) return close(input);
  wait = setTimeout(async () => {
    const mine = ++asked;
    const more = input.form?.matches("[data-keep], dialog form") ? "&new=1" : "";
    const url = `${box.dataset.lookup}${box.dataset.lookup.includes("?") ? "&" : "?"}q=${encodeURIComponent(input.value.trim())}${more}`;
    const found = await fetch(url, { headers: { Accept: "application/json" } }).then((answer) => answer.ok ? answer.json() : null).catch(() => null);
    if (found && mine === asked && document.activeElement === input) offer(input, found);
  }, 120);
});
document.addEventListener("keydown", (event) => {
  const input = event.target;
  if (input.role !== "combobox" || !parts(input) || parts(input).list.hidden) return;
  const marked = parts(input).list.querySelector("[aria-selected=true]");
  if (event.key === "ArrowDown" || event.key === "ArrowUp") mark(input, event.key === "ArrowDown" ? 1 : -1);
  else if (event.key === "Enter" && marked) choose(input, marked);
  else if (event.key === "Escape") { close(input); event.stopPropagation(); }
  else { if (event.key === "Tab" && marked) choose(input, marked); return; }
  event.preventDefault();
});
document.addEventListener("pointerdown", (event) => {
  const option = event.target.closest("[data-lookup] [role=option]:not([aria-disabled])");
  if (option) { event.preventDefault(); choose(option.closest("[data-lookup]").querySelector("[role=combobox]"), option); }
});
document.addEventListener("focusout", (event) => { if (event.target.role === "combobox" && parts(event.target)) close(event.target); });
