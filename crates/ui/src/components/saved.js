// A form that has saved is done with: its answer takes its place, and Back leads to where one came from. Where the form
// was opened from the very page it leads to, one goes back there.
const steps = globalThis.navigation?.entries ? globalThis.navigation : null;
const forms = ".main .form-page form[data-keep], .main .merge form";
const bare = (url) => {
  const address = new URL(url, location);
  for (const said of ["done", "of"]) address.searchParams.delete(said);
  address.hash = "";
  return address.href;
};
// What was to be shown where one has gone back to.
const bound = JSON.parse(sessionStorage.getItem("bound") ?? "null");
sessionStorage.removeItem("bound");
if (bound && bare(bound.at) === bare(location)) location.replace(bound.to);
else if (steps && document.querySelector(forms)) steps.updateCurrentEntry({ state: { form: true } });

/** The page from which the form was opened, if it is the one that is gone to; else the form's own first. */
const landing = (to) => {
  const entries = steps.entries();
  let at = steps.currentEntry.index;
  while (at > 0 && entries[at - 1].getState()?.form) at -= 1;
  const before = entries[at - 1];
  return before && bare(before.url) === bare(to) ? before : entries[at];
};
const leave = (to) => {
  const entry = landing(to);
  if (entry.index === steps.currentEntry.index) return location.replace(to);
  sessionStorage.setItem("bound", JSON.stringify({ at: entry.url, to }));
  steps.traverseTo(entry.key).committed.catch(() => location.assign(to));
};
// On the window: whoever has something else in mind for a form has said so by then.
if (steps) addEventListener("submit", async (event) => {
  const { target: form, submitter } = event;
  if (event.defaultPrevented || form.method !== "post" || form.enctype.startsWith("multipart") || !form.matches(forms) || form.closest("dialog")) return;
  event.preventDefault();
  if (form.dataset.sent) return;
  form.dataset.sent = "yes";
  const body = new URLSearchParams(new FormData(form, submitter));
  const answer = await fetch(submitter?.getAttribute("formaction") ?? form.action, { method: "POST", body }).catch(() => null);
  delete form.dataset.sent;
  if (!answer) return document.dispatchEvent(new CustomEvent("cordee:toast", { detail: { text: document.querySelector("[data-toasts]").dataset.lost, tone: "overdue" } }));
  if (answer.redirected && answer.ok) return new URL(answer.url).pathname.startsWith("/sign-in") ? location.assign(answer.url) : leave(answer.url);
  // What was refused has changed nothing: sent once more, its answer is a page of its own.
  if (submitter?.name) form.append(Object.assign(document.createElement("input"), { type: "hidden", name: submitter.name, value: submitter.value }));
  HTMLFormElement.prototype.submit.call(form);
});
// To leave without saving is to go back as well.
if (steps) document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-cancel]");
  if (!link?.closest(forms) || link.closest("dialog") || event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented) return;
  event.preventDefault();
  leave(link.href);
});
