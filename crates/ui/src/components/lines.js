// Lines in a form (data-lines): added, taken away and moved in place, by mouse and by keys; what follows from them is asked anew.
const boxOf = (node) => node.closest?.("[data-lines]");
const rows = (box) => [...box.querySelectorAll("tr[data-line]")].filter((row) => !row.closest("template"));
const inputs = (row) => [...row.querySelectorAll("td:not([inert]) :is(input:not([type=hidden]), select, textarea)")].filter((e) => !e.readOnly && !e.disabled && e.offsetParent);
const put = (node, text) => { if (node.matches("button")) { node.title = text; node.ariaLabel = text; } else node.textContent = text; };
const count = (box) => rows(box).forEach((row, at) => {
  for (const node of row.querySelectorAll("[data-said]")) put(node, node.dataset.said.replace("#", at + 1));
});
const add = (box, key) => {
  const blank = box.querySelector("[data-line-blank]"), body = box.querySelector("[data-line-rows]");
  if (!blank) return null;
  const taken = new Set(rows(box).map((row) => row.dataset.line));
  let free = 1;
  while (!key && taken.has(`n${free}`)) free++;
  const made = document.createElement("tbody");
  made.innerHTML = blank.innerHTML.replaceAll("__new__", key ?? `n${free}`);
  const row = body.appendChild(made.firstElementChild);
  count(box);
  return row;
};
const away = (row, gone) => {
  const box = boxOf(row), mark = row.querySelector("input[name$='._gone']"), next = row.nextElementSibling ?? row.previousElementSibling;
  if (mark) {
    mark.value = gone ? "1" : "";
    row.classList.toggle("gone", gone);
    for (const cell of row.querySelectorAll("td[data-field]")) cell.inert = gone;
    for (const button of row.querySelectorAll("[data-line-act=remove], [data-line-act=keep]")) button.hidden = (button.dataset.lineAct === "remove") === gone;
    row.querySelector("[data-line-act]:not([hidden])[data-line-act=keep], [data-line-act]:not([hidden])[data-line-act=remove]")?.focus();
  } else {
    row.remove();
    (next ? inputs(next)[0] : box.querySelector("[data-line-add]"))?.focus();
  }
  count(box);
};
const move = (row, by) => {
  const other = by < 0 ? row.previousElementSibling : row.nextElementSibling;
  if (!other) return;
  const held = document.activeElement;
  other[by < 0 ? "before" : "after"](row);
  held?.focus();
  count(boxOf(row));
};
let wait, last = 0;
const foresee = (box) => {
  clearTimeout(wait);
  wait = setTimeout(async () => {
    const mine = ++last, form = box.closest("form");
    if (!form) return;
    const body = new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === "string"));
    const answer = await fetch(box.dataset.preview, { method: "POST", body, headers: { Accept: "text/html" } }).catch(() => null);
    if (!answer?.ok || mine !== last) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const node of page.querySelectorAll(`[data-lines="${CSS.escape(box.dataset.lines)}"] [data-live]`)) {
      const here = box.querySelector(`[data-live="${CSS.escape(node.dataset.live)}"]`);
      if (here && here.innerHTML !== node.innerHTML) here.replaceChildren(...node.childNodes);
    }
    for (const cell of page.querySelectorAll("td[data-field]")) {
      const here = document.getElementById(cell.id), none = here?.querySelector("select > option[value='']");
      if (none) none.textContent = cell.dataset.follows ?? "–";
      const input = here?.querySelector("input:not([type=hidden]), textarea");
      if (!input) continue;
      input.placeholder = cell.dataset.follows ?? "";
      if (cell.dataset.instead && document.activeElement !== input) input.value = cell.dataset.instead;
    }
  }, 150);
};
// What this tab keeps of rows that were added is put back into rows of the same keys.
const restore = (box) => {
  const form = box.closest("form"), kept = JSON.parse(sessionStorage.getItem("form:" + form?.dataset.keep) ?? "null");
  if (!kept) return;
  const there = new Set(rows(box).map((row) => row.dataset.line));
  for (const [name] of kept) {
    const [of, key] = name.split(".");
    if (of === box.dataset.lines && key && !there.has(key)) { there.add(key); add(box, key); }
  }
  form.dispatchEvent(new Event("cordee:restore", { bubbles: true }));
  foresee(box);
};
const arm = (box) => {
  if (box.dataset.armed) return;
  box.dataset.armed = "yes";
  restore(box);
  box.querySelector(".lines-keys")?.removeAttribute("hidden");
  import(box.dataset.sortable).then(() => globalThis.Sortable.create(box.querySelector("[data-line-rows]"), {
    handle: "[data-grip]", draggable: "tr[data-line]", animation: 150, onEnd: () => { count(box); foresee(box); },
  })).catch(() => {});
};
const armAll = () => document.querySelectorAll("[data-lines]").forEach(arm);
armAll();
new MutationObserver(armAll).observe(document.body, { childList: true, subtree: true });
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-line-act], [data-line-add]"), box = button && boxOf(button);
  if (!box) return;
  event.preventDefault();
  if (button.matches("[data-line-add]")) inputs(add(box))[0]?.focus();
  else {
    const row = button.closest("[data-line]"), act = button.dataset.lineAct;
    if (act === "up" || act === "down") move(row, act === "up" ? -1 : 1);
    else away(row, act === "remove");
  }
  foresee(box);
});
document.addEventListener("keydown", (event) => {
  const input = event.target, row = input.closest?.("[data-line]"), box = row && boxOf(row);
  if (!box || input.ariaExpanded === "true" || event.ctrlKey || event.metaKey || event.isComposing) return;
  if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) move(row, event.key === "ArrowUp" ? -1 : 1);
  else if (event.key === "Enter" && !event.altKey && !event.shiftKey && input.matches("input, select")) {
    const below = row.nextElementSibling, next = below ?? add(box);
    if (!next) return;
    const same = below && inputs(below).find((e) => e.closest("td").dataset.field === input.closest("td").dataset.field);
    (same || inputs(next)[0])?.focus();
  } else return;
  event.preventDefault();
  foresee(box);
});
document.addEventListener("change", (event) => { const box = boxOf(event.target); if (box) foresee(box); });
