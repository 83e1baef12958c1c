// The field chosen decides which operators are offered and what the value looks like.
const adapt = (form) => {
  const field = form.querySelector("[name=f-field]").selectedOptions[0];
  const operator = form.querySelector("[name=f-operator]"), value = form.querySelector("[name=f-value]");
  const fit = (field?.dataset.operators ?? "").split(" ");
  for (const option of operator.options) option.hidden = option.disabled = !fit.includes(option.value);
  if (operator.selectedOptions[0]?.disabled ?? true) operator.value = fit[0];
  value.type = field?.dataset.input ?? "text";
  if (field?.dataset.options) value.setAttribute("list", field.dataset.options); else value.removeAttribute("list");
  value.disabled = operator.selectedOptions[0]?.dataset.valueless !== undefined;
};
document.addEventListener("change", (event) => {
  const form = event.target.closest("[data-filter-add]");
  if (form && event.target.matches("select")) adapt(form);
  if (event.target.closest("[data-auto-submit]")) event.target.form.requestSubmit();
});
document.addEventListener("toggle", (event) => {
  const form = event.target.open && event.target.querySelector?.("[data-filter-add]");
  if (form) { adapt(form); form.querySelector("select").focus(); }
}, true);
