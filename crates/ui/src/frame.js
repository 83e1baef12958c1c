// Theme and width of the navigation change at once; the form behind the buttons keeps them without a script too.
document.addEventListener("submit", (event) => {
  const form = event.target, button = event.submitter;
  if (!form.matches("[data-preferences]") || !button) return;
  event.preventDefault();
  const root = document.documentElement, body = new FormData(form, button);
  if (button.name === "theme") {
    if (button.value === "system") delete root.dataset.theme; else root.dataset.theme = button.value;
    for (const other of form.querySelectorAll("[name=theme]")) other.setAttribute("aria-pressed", other === button);
  }
  if (button.name === "nav") {
    if (button.value === "closed") root.dataset.nav = "closed"; else delete root.dataset.nav;
    button.value = button.value === "closed" ? "open" : "closed";
  }
  fetch(form.action, { method: "POST", body: new URLSearchParams(body), redirect: "manual" }).catch(() => {});
});
// A form whose choices need no button is sent once one is made. A day that is being typed is one with each digit of its
// year: it is sent when it is left, or by Enter.
let typed = null;
document.addEventListener("keydown", ({ target, key }) => {
  if (target.matches?.("[data-auto-submit] [type=date]")) typed = key === "Enter" ? null : target;
});
document.addEventListener("pointerdown", ({ target }) => { if (target === typed) typed = null; });
document.addEventListener("change", ({ target }) => {
  if (target !== typed && target.closest("[data-auto-submit]")) target.form.requestSubmit();
});
document.addEventListener("focusout", ({ target }) => {
  if (target !== typed) return;
  typed = null;
  if (target.value !== target.defaultValue) target.form.requestSubmit();
});
