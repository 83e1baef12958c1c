// Today: what is done to a line is told by a toast that can take it back, and the page is fetched anew in place. On a line
// d does it, s puts it off, r puts it to another day.
const toast = (detail) => document.dispatchEvent(new CustomEvent("cordee:toast", { detail }));
const lines = () => [...document.querySelectorAll("[data-today] [data-row]")];
const anew = async (at) => {
  const answer = await fetch(location.href, { headers: { "HX-Request": "true", "HX-Request-Type": "partial" } });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-today]");
  if (!answer.ok || !page) return location.reload();
  document.querySelector("[data-today]")?.replaceWith(page);
  const left = lines();
  (left[Math.min(at, left.length - 1)]?.querySelector("[data-open]") ?? document.querySelector("#main"))?.focus();
};
document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.matches("[data-today-act]")) return;
  event.preventDefault();
  const at = lines().indexOf(form.closest("[data-row]"));
  const body = new URLSearchParams(new FormData(form, event.submitter));
  form.closest("details")?.removeAttribute("open");
  const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } }).catch(() => null);
  const said = answer ? await answer.json().catch(() => ({})) : {};
  if (!answer?.ok) return toast({ text: [said.title, said.detail].filter(Boolean).join(". ") || document.querySelector("[data-toasts]").dataset.lost, tone: "overdue" });
  await anew(at).catch(() => location.reload());
  toast({ text: said.text, tone: "won", undo: said.undo });
});
document.addEventListener("keydown", (event) => {
  const line = event.target.closest?.("[data-today] [data-row]");
  if (!line || document.querySelector("[data-keys]")?.dataset.keys === "off" || event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select") || document.querySelector("dialog[open]")) return;
  const menu = { s: "[data-snooze]", r: "[data-reschedule]" }[event.key.toLowerCase()];
  if (event.key.toLowerCase() === "d") line.querySelector("[data-done]")?.click();
  else if (menu && line.querySelector(menu)) {
    line.querySelector(menu).open = true;
    line.querySelector(`${menu} button`)?.focus();
  } else return;
  event.preventDefault();
  event.stopImmediatePropagation();
});
