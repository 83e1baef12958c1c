// Whether a field must be filled, or can't be changed, follows the rest of its form (data-asks): asked anew after a change.
const put = (field, { required, read_only }) => {
  field.querySelector(".required-mark").hidden = !required;
  for (const control of field.querySelectorAll("input:not([type=hidden]), select, textarea")) {
    const reads = control.matches("input:not([type=checkbox], [type=radio]), textarea");
    control[reads ? "readOnly" : "disabled"] = read_only;
    if (control.type !== "checkbox") control.required = required;
  }
};
let last = 0;
document.addEventListener("change", async ({ target: { form } }) => {
  if (!form?.dataset.asks) return;
  const mine = ++last, body = new URLSearchParams(new FormData(form));
  const answer = await fetch(form.dataset.asks, { method: "POST", body, headers: { Accept: "application/json" } }).catch(() => null);
  const asked = answer?.ok && mine === last ? await answer.json() : {};
  for (const [name, what] of Object.entries(asked)) {
    const field = form.querySelector(`[data-asked="${CSS.escape(name)}"]`);
    if (field) put(field, what);
  }
});
