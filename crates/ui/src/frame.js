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
// A form whose choices need no button is sent once one is made.
document.addEventListener("change", ({ target }) => { if (target.closest("[data-auto-submit]")) target.form.requestSubmit(); });
