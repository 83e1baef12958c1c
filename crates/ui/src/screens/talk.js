// People are looked up as one types @ in a comment: arrows and Enter choose; without a script one types the name.
let peopleWait, peopleAsked = 0;
const typedAt = (box) => {
  const before = box.value.slice(0, box.selectionStart);
  const found = /(^|[^\p{L}\p{N}])@([^\s@][^@\n]{0,40}|)$/u.exec(before);
  return found && { from: before.length - found[2].length, text: found[2] };
};
const peopleOf = (box) => box.closest("[data-composer]").querySelector("[role=listbox]");
const shut = (box) => { peopleOf(box).hidden = true; box.removeAttribute("aria-activedescendant"); };
const point = (box, step) => {
  const all = [...peopleOf(box).children], at = all.findIndex((one) => one.ariaSelected === "true");
  const next = all[(at + step + all.length) % all.length];
  all.forEach((one) => { one.ariaSelected = String(one === next); });
  if (next) { box.setAttribute("aria-activedescendant", next.id); next.scrollIntoView({ block: "nearest" }); }
};
const name = (box, one) => {
  const at = typedAt(box);
  if (at) box.setRangeText(`${one.dataset.name} `, at.from, box.selectionStart, "end");
  shut(box);
  box.focus();
};
const propose = (box, people) => {
  const list = peopleOf(box);
  list.replaceChildren(...people.map((person, at) => {
    const item = document.createElement("li"), label = document.createElement("span");
    Object.assign(item, { className: "menu-item", role: "option", id: `person-${at}` });
    item.dataset.name = person.title;
    label.className = "grow cut";
    label.textContent = person.title;
    item.append(label);
    if (person.hint) { const hint = document.createElement("span"); hint.className = "quiet cut"; hint.textContent = person.hint; item.append(hint); }
    return item;
  }));
  list.hidden = !people.length;
  if (people.length) point(box, 1);
};
document.addEventListener("input", ({ target: box }) => {
  if (!box.matches("[data-composer] textarea")) return;
  const at = typedAt(box);
  clearTimeout(peopleWait);
  if (!at) return shut(box);
  peopleWait = setTimeout(async () => {
    const mine = ++peopleAsked, url = `${box.closest("[data-composer]").dataset.people}?q=${encodeURIComponent(at.text)}`;
    const people = await fetch(url, { headers: { Accept: "application/json" } }).then((answer) => answer.ok ? answer.json() : []).catch(() => []);
    if (mine === peopleAsked && document.activeElement === box && typedAt(box)) propose(box, people);
  }, 100);
});
document.addEventListener("keydown", (event) => {
  const box = event.target;
  if (!box.matches("[data-composer] textarea")) return;
  if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) { event.preventDefault(); return box.form.requestSubmit(); }
  if (peopleOf(box).hidden) return;
  const chosen = peopleOf(box).querySelector("[aria-selected=true]");
  if (event.key === "ArrowDown" || event.key === "ArrowUp") point(box, event.key === "ArrowDown" ? 1 : -1);
  else if ((event.key === "Enter" || event.key === "Tab") && chosen) name(box, chosen);
  else if (event.key === "Escape") { shut(box); event.stopPropagation(); }
  else return;
  event.preventDefault();
});
document.addEventListener("pointerdown", (event) => {
  const one = event.target.closest("[data-composer] [role=option]");
  if (one) { event.preventDefault(); name(one.closest("[data-composer]").querySelector("textarea"), one); }
});
document.addEventListener("focusout", ({ target: box }) => { if (box.matches("[data-composer] textarea")) shut(box); });
// What one opens has been read.
document.addEventListener("click", ({ target }) => {
  const link = target.closest?.("a[data-notice]");
  if (link) { navigator.sendBeacon(link.dataset.notice); link.removeAttribute("data-notice"); }
});
