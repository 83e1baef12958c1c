// What a field may be set to follows other fields of its form (data-chosen-by): asked anew when one of them changes.
const held = (form, name) => form.elements[`${name}.id`]?.value || form.elements[name]?.value || "";
const renew = async (field, form) => {
  const url = new URL(field.dataset.choices, location);
  for (const name of field.dataset.chosenBy.split(" ")) url.searchParams.set(name, held(form, name));
  const box = field.querySelector("[data-lookup]"), select = field.querySelector("select");
  if (box) { box.dataset.lookup = url.pathname + url.search; return; }
  const found = await fetch(url, { headers: { Accept: "application/json" } }).then((answer) => answer.ok ? answer.json() : null).catch(() => null);
  if (!found) return;
  const kept = select.value, none = [...select.options].filter((option) => !option.value);
  select.replaceChildren(...none, ...found.map((one) => new Option(one.title, one.id)));
  select.value = found.some((one) => one.id === kept) ? kept : (select.required && found[0]?.id) || "";
};
document.addEventListener("change", ({ target: { form, name } }) => {
  for (const field of form && name ? form.querySelectorAll("[data-chosen-by]") : []) {
    if (field.dataset.chosenBy.split(" ").includes(name)) renew(field, form);
  }
});
