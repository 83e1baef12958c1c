// What is typed survives a lost connection or session: a form with data-keep is kept in this tab until it is saved.
const values = (form) => [...form.elements]
  .filter((e) => e.name && !["password", "file", "hidden", "submit"].includes(e.type))
  .map((e) => [e.name, e.type === "checkbox" || e.type === "radio" ? e.checked : e.multiple ? [...e.selectedOptions].map((o) => o.value) : e.value, e.value]);
const restore = (form) => {
  const kept = JSON.parse(sessionStorage.getItem("form:" + form.dataset.keep) ?? "null");
  for (const [name, value, own] of kept ?? []) for (const e of form.elements) {
    // What stands for a box that is not ticked has the same name.
    if (e.name !== name || e.type === "hidden") continue;
    if (e.type === "checkbox" || e.type === "radio") { if (e.value === own) e.checked = value; }
    else if (e.multiple) for (const o of e.options) o.selected = value.includes(o.value);
    else e.value = value;
  }
};
// After a save the answer is a page of the frame without that form; the sign-in page is not, so the text waits.
if (!document.querySelector(".shell")) sessionStorage.removeItem("saving");
const saving = sessionStorage.getItem("saving");
// Where the form stands there again for the next one, a toast tells that it was saved.
const again = saving && document.querySelector(`form[data-keep="${CSS.escape(saving)}"]`);
if (saving && document.querySelector(".shell") && (!again || document.querySelector("[data-toast]"))) {
  sessionStorage.removeItem("form:" + saving);
  sessionStorage.removeItem("saving");
}
document.querySelectorAll("form[data-keep]").forEach(restore);
document.addEventListener("cordee:restore", ({ target }) => restore(target));
document.addEventListener("submit", (event) => {
  // Without a connection the browser would show a page of its own in place of the form.
  if (!navigator.onLine && !event.defaultPrevented && event.target.method === "post") {
    event.preventDefault();
    const detail = { text: document.querySelector("[data-toasts]").dataset.lost, tone: "overdue" };
    return document.dispatchEvent(new CustomEvent("cordee:toast", { detail }));
  }
  if (event.target.dataset.keep) sessionStorage.setItem("saving", event.target.dataset.keep);
});
document.addEventListener("input", (event) => {
  const form = event.target.form;
  if (form?.dataset.keep) sessionStorage.setItem("form:" + form.dataset.keep, JSON.stringify(values(form)));
});
document.addEventListener("click", (event) => {
  const form = event.target.closest("[data-cancel]")?.closest("form[data-keep]");
  if (form) sessionStorage.removeItem("form:" + form.dataset.keep);
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  const form = event.target.form;
  if (!form) return;
  event.preventDefault();
  form.requestSubmit((event.shiftKey && form.querySelector("[data-save-new]")) || form.querySelector("[type=submit]"));
});
