// A step of the way is gone to: what it needs to know first is asked in a dialog, without leaving the page.
document.addEventListener("submit", async (event) => {
  const form = event.target.closest("[data-step-form]");
  if (!form) return;
  event.preventDefault();
  const button = form.querySelector("button");
  const body = new URLSearchParams(new FormData(form));
  const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } }).catch(() => null);
  const said = answer ? await answer.json().catch(() => ({})) : {};
  if (answer?.ok) return document.dispatchEvent(new CustomEvent("cordee:go", { detail: new URL(said.next, location).href }));
  if (said.ask) return document.dispatchEvent(new CustomEvent("cordee:dialog", { detail: { href: said.ask, textContent: said.title, focus: () => button.focus() } }));
  const text = [said.title, said.detail].filter(Boolean).join(". ") || document.querySelector("[data-toasts]").dataset.lost;
  document.dispatchEvent(new CustomEvent("cordee:toast", { detail: { text, tone: "overdue" } }));
});
