// A condition is chosen where it stands: the menu of a chip brings its form (data-filter-edit), each choice the next question.
const get = (url) => fetch(url, { headers: { "HX-Request": "true", "HX-Request-Type": "partial" } });
let last = 0;
const fill = async (panel, answer, typed = null) => {
  panel.innerHTML = await answer.text();
  panel.querySelector("title")?.remove();
  globalThis.htmx?.process(panel);
  // What was typed meanwhile stays.
  const box = typed && panel.querySelector(`[name="f-value"][type="${typed.type}"]`);
  if (box && !box.value) box.value = typed.value;
  const form = panel.querySelector("form");
  (form?.querySelector("[aria-invalid]") ?? form?.querySelector(panel.dataset.next ?? "#f-field") ?? form?.querySelector("select"))?.focus();
};
const step = async (form, next) => {
  const panel = form.closest(".filter-edit"), url = new URL(form.action);
  url.search = new URLSearchParams(new FormData(form));
  if (!panel) return form.requestSubmit();
  panel.dataset.next = next;
  const mine = ++last, answer = await get(url).catch(() => null);
  if (mine !== last) return;
  const typed = document.activeElement?.matches?.(".filter-edit [name=f-value]:not([type=checkbox])") ? document.activeElement : null;
  if (typed) panel.dataset.next = "[name=f-value]";
  if (answer) await fill(panel, answer, typed); else form.requestSubmit();
};
document.addEventListener("toggle", async ({ target }) => {
  const panel = target.open && target.dataset?.filterEdit && target.querySelector(".filter-edit");
  if (!panel) return;
  const answer = await get(target.dataset.filterEdit).catch(() => null);
  if (answer?.ok) fill(panel, answer);
}, true);
document.addEventListener("change", (event) => {
  const form = event.target.closest("[data-filter-form]");
  if (form && (event.target.matches("[data-filter-step]") || event.target.name === "f-when")) step(form, `[name="${event.target.name === "f-field" ? "f-operator" : event.target.name}"]`);
});
document.addEventListener("submit", async (event) => {
  const form = event.target, panel = form.matches("[data-filter-form]") && form.closest(".filter-edit");
  if (!panel) return;
  event.preventDefault();
  const url = new URL(form.action);
  url.search = new URLSearchParams(new FormData(form, event.submitter ?? form.querySelector("[name=f-put]")));
  const answer = await get(url).catch(() => null);
  if (answer && !answer.redirected) return fill(panel, answer);
  location.assign(answer ? answer.url : url);
});
document.addEventListener("click", async (event) => {
  const link = event.target.closest(".filter-edit .filter-others a, .filter-edit [data-cancel]"), panel = link?.closest(".filter-edit");
  if (!panel || (!link.href.includes("/filter?") && !link.matches("[data-cancel]"))) return;
  event.preventDefault();
  event.stopPropagation();
  if (link.matches("[data-cancel]")) { panel.parentElement.open = false; return panel.parentElement.querySelector("summary").focus(); }
  const answer = await get(link.href).catch(() => null);
  if (answer?.ok) fill(panel, answer); else location.assign(link.href);
}, true);
