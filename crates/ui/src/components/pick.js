// Rows of a list are picked by click, Shift-click, x and Shift-X; the bar below says how many, and asks in a dialog.
let last = null;
const bar = () => document.querySelector("[data-picked]");
const boxes = () => [...document.querySelectorAll("[data-pick]")].filter((box) => !box.closest("tr").hidden);
const tell = () => {
  const form = bar();
  if (!form) return;
  const all = boxes(), count = all.filter((box) => box.checked).length, every = Boolean(form.querySelector("[data-pick-filter]")?.checked);
  const said = form.querySelector("[data-pick-count]"), page = document.querySelector("[data-pick-page]");
  said.textContent = said.dataset.pickCount.replace("#", count.toLocaleString(document.documentElement.lang));
  said.hidden = every;
  page.hidden = false;
  Object.assign(page.querySelector("input"), { checked: count > 0 && count === all.length, indeterminate: count > 0 && count < all.length });
  for (const doing of form.querySelectorAll("[data-needs]")) doing.hidden = every || count !== Number(doing.dataset.needs);
};
const range = (to, checked) => {
  const all = boxes(), ends = [all.indexOf(last), all.indexOf(to)].sort((one, other) => one - other);
  for (const box of all.slice(Math.max(ends[0], 0), ends[1] + 1)) box.checked = checked;
};
document.addEventListener("click", (event) => {
  const box = event.target.closest?.("[data-pick]"), page = event.target.closest?.("[data-pick-page] input");
  if (box && event.shiftKey && last?.isConnected) range(box, box.checked);
  if (box) last = box;
  if (page) for (const one of boxes()) one.checked = page.checked;
  if (box || page) tell();
});
document.addEventListener("change", (event) => { if (event.target.matches("[data-pick-filter]")) tell(); });
document.addEventListener("reset", (event) => { if (event.target === bar()) setTimeout(tell); });
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open], [data-menu][open]")) return;
  const at = document.activeElement, box = at.closest?.("[data-row]")?.querySelector("[data-pick]");
  const types = at.matches("input:not([type=checkbox]), textarea, select");
  if (event.key === "Escape" && !types && bar() && new FormData(bar()).has("p-id")) bar().reset();
  else if (event.key.toLowerCase() === "x" && box && !types) {
    if (event.shiftKey && last?.isConnected) range(box, true); else box.checked = !box.checked;
    last = box;
    tell();
  } else return;
  event.preventDefault();
});
document.addEventListener("submit", (event) => {
  const doing = event.submitter;
  if (event.target !== bar() || !doing?.hasAttribute("data-ask")) return;
  event.preventDefault();
  const url = new URL(event.target.action), asked = new URLSearchParams(new FormData(event.target, doing));
  if (asked.has("p-all")) asked.delete("p-id");
  url.search = asked;
  document.dispatchEvent(new CustomEvent("cordee:dialog", { detail: { href: url.href, textContent: doing.textContent, focus: () => doing.focus() } }));
});
// A form that asks step by step is drawn anew once its first answer is chosen.
document.addEventListener("change", async (event) => {
  const form = event.target.closest?.("form[data-again]"), dialog = form?.closest("dialog");
  if (!form) return;
  if (!dialog) return form.requestSubmit();
  const url = new URL(form.action);
  url.search = new URLSearchParams(new FormData(form));
  const answer = await fetch(url, { headers: { "HX-Request": "true", "HX-Request-Type": "partial" } }).catch(() => null);
  if (!answer?.ok) return form.requestSubmit();
  dialog.innerHTML = await answer.text();
  dialog.querySelector("title")?.remove();
  dialog.querySelector("[data-first]")?.focus();
});
tell();
document.addEventListener("htmx:after:swap", tell);
