// What is done leads on, and Back leads to where one came from, not through every step: a form that has saved gives its
// place up to its answer, and what is done on the page of a record comes back to that page.
const steps = globalThis.navigation?.entries ? globalThis.navigation : null;
const ofAPage = "article.record form", aPage = ".main .form-page form[data-keep], .main .merge form";
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
else if (steps && document.querySelector(aPage)) steps.updateCurrentEntry({ state: { form: true } });

/** The page from which the form was opened, if it is the one that is gone to; else the form's own first. */
const landing = (to) => {
  const entries = steps.entries();
  let at = steps.currentEntry.index;
  while (at > 0 && entries[at - 1].getState()?.form) at -= 1;
  const before = entries[at - 1];
  return before && bare(before.url) === bare(to) ? before : entries[at];
};
/** Leaves the page of a form. */
const leave = (to) => {
  if (new URL(to).pathname.startsWith("/sign-in")) return location.assign(to);
  const entry = landing(to);
  if (entry.index === steps.currentEntry.index) return location.replace(to);
  sessionStorage.setItem("bound", JSON.stringify({ at: entry.url, to }));
  steps.traverseTo(entry.key).committed.catch(() => location.assign(to));
};
/** Goes on from a page: where that leads back to it, it takes its own place. */
const go = (to) => {
  if (bare(to) !== bare(location)) return location.assign(to);
  // Where only the place on the page is another, going there would not ask for it anew.
  if (to.split("#")[0] !== location.href.split("#")[0]) return location.replace(to);
  history.replaceState(history.state, "", to);
  location.reload();
};
document.addEventListener("cordee:go", ({ detail }) => go(detail));

/** What follows once this form is taken; nothing, if it is one that the browser sends. */
const next = (form) => {
  if (form.method !== "post" || form.enctype.startsWith("multipart")) return null;
  if (steps && form.matches(aPage) && !form.closest("dialog")) return leave;
  return form.matches(ofAPage) ? go : null;
};
// On the window: whoever has something else in mind for a form has said so by then.
addEventListener("submit", async (event) => {
  const { target: form, submitter } = event, then = next(form);
  if (event.defaultPrevented || !then) return;
  event.preventDefault();
  if (form.dataset.sent) return;
  form.dataset.sent = "yes";
  const body = new URLSearchParams(new FormData(form, submitter));
  const answer = await fetch(submitter?.getAttribute("formaction") ?? form.action, { method: "POST", body }).catch(() => null);
  delete form.dataset.sent;
  if (!answer) return document.dispatchEvent(new CustomEvent("cordee:toast", { detail: { text: document.querySelector("[data-toasts]").dataset.lost, tone: "overdue" } }));
  if (answer.redirected) return then(answer.url);
  // What was refused has changed nothing: sent once more, its answer is a page of its own.
  if (submitter?.name) form.append(Object.assign(document.createElement("input"), { type: "hidden", name: submitter.name, value: submitter.value }));
  HTMLFormElement.prototype.submit.call(form);
});
// To leave without saving is to go back as well.
if (steps) document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-cancel]");
  if (!link?.closest(aPage) || link.closest("dialog") || event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented) return;
  event.preventDefault();
  leave(link.href);
});
