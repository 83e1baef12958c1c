// What comes next, one record after the other: Enter saves and goes on, up and down go from row to row in the same column.
const rows = () => [...document.querySelectorAll("[data-plan-row]")];
const go = (form, step, name) => {
  const all = rows();
  const input = all[all.indexOf(form) + step]?.elements[name];
  input?.focus();
  input?.select();
  return Boolean(input);
};
document.addEventListener("keydown", (event) => {
  const form = event.target.closest?.("[data-plan-row]");
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!form || !step || !event.target.matches("input") || event.altKey || event.ctrlKey || event.metaKey) return;
  if (go(form, step, event.target.name)) event.preventDefault();
});
document.addEventListener("submit", async (event) => {
  const form = event.target.closest("[data-plan-row]");
  if (!form) return;
  event.preventDefault();
  const when = form.elements[form.dataset.when];
  if (!when.value.trim()) return when.focus();
  const told = form.querySelector("[data-plan-told]");
  const body = new URLSearchParams(new FormData(form));
  const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } }).catch(() => null);
  const said = answer ? await answer.json().catch(() => ({})) : {};
  form.toggleAttribute("data-done", Boolean(answer?.ok));
  told.toggleAttribute("data-wrong", !answer?.ok);
  told.textContent = answer?.ok ? said.text : [said.title, said.detail].filter(Boolean).join(". ") || document.querySelector("[data-toasts]").dataset.lost;
  if (!answer?.ok) return (said.field ? form.elements[said.field] : when)?.focus();
  form.elements.version.value = said.version;
  const first = form.elements[0].type === "hidden" ? [...form.elements].find((one) => one.type !== "hidden") : form.elements[0];
  if (!go(form, 1, first.name)) form.querySelector("button").focus();
});
