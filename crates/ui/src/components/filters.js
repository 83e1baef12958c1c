// The field chosen decides which operators are offered, what the value looks like and which values are proposed.
let wait;
const propose = async (form) => {
  const at = form.querySelector("[name=f-field]").selectedOptions[0]?.dataset.lookupAt, value = form.querySelector("[name=f-value]");
  if (!at) return;
  const url = new URL(at, location);
  url.searchParams.set("q", value.value.trim());
  const found = await fetch(url, { headers: { Accept: "application/json" } }).then((answer) => answer.ok ? answer.json() : []).catch(() => []);
  form.querySelector("#f-options-found").replaceChildren(...found.map((one) => new Option(one.title, one.title)));
};
const adapt = (form) => {
  const field = form.querySelector("[name=f-field]").selectedOptions[0];
  const operator = form.querySelector("[name=f-operator]"), value = form.querySelector("[name=f-value]");
  const fit = (field?.dataset.operators ?? "").split(" ");
  for (const option of operator.options) option.hidden = option.disabled = !fit.includes(option.value);
  if (operator.selectedOptions[0]?.disabled ?? true) operator.value = fit[0];
  value.type = field?.dataset.input ?? "text";
  const list = field?.dataset.lookupAt ? "f-options-found" : field?.dataset.options;
  if (list) value.setAttribute("list", list); else value.removeAttribute("list");
  value.disabled = operator.selectedOptions[0]?.dataset.valueless !== undefined;
};
document.addEventListener("change", (event) => {
  const form = event.target.closest("[data-filter-add]");
  if (form && event.target.matches("select")) adapt(form);
  if (form && event.target.name === "f-field") propose(form);
  if (event.target.closest("[data-auto-submit]")) event.target.form.requestSubmit();
});
document.addEventListener("input", (event) => {
  const form = event.target.name === "f-value" && event.target.closest("[data-filter-add]");
  clearTimeout(wait);
  if (form) wait = setTimeout(propose, 120, form);
});
document.addEventListener("toggle", (event) => {
  const form = event.target.open && event.target.querySelector?.("[data-filter-add]");
  if (form) { adapt(form); propose(form); form.querySelector("select").focus(); }
}, true);
