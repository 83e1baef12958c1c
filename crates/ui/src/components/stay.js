// What is done on the page of a record comes back to it, and takes the place of the page it was done on: Back leads to
// where one came from, and not through every step.
const bare = (url) => {
  const address = new URL(url, location);
  for (const said of ["done", "of"]) address.searchParams.delete(said);
  address.hash = "";
  return address.href;
};
document.addEventListener("cordee:go", ({ detail }) => {
  if (bare(detail) !== bare(location)) return location.assign(detail);
  // Where only the place on the page is another, going there would not ask for it anew.
  if (detail.split("#")[0] !== location.href.split("#")[0]) return location.replace(detail);
  history.replaceState(history.state, "", detail);
  location.reload();
});
// On the window: whoever has something else in mind for a form has said so by then.
addEventListener("submit", async (event) => {
  const { target: form, submitter } = event;
  if (event.defaultPrevented || form.method !== "post" || form.enctype.startsWith("multipart") || !form.matches("article.record form")) return;
  event.preventDefault();
  if (form.dataset.sent) return;
  form.dataset.sent = "yes";
  const body = new URLSearchParams(new FormData(form, submitter));
  const answer = await fetch(submitter?.getAttribute("formaction") ?? form.action, { method: "POST", body }).catch(() => null);
  delete form.dataset.sent;
  if (!answer) return document.dispatchEvent(new CustomEvent("cordee:toast", { detail: { text: document.querySelector("[data-toasts]").dataset.lost, tone: "overdue" } }));
  if (answer.redirected) return document.dispatchEvent(new CustomEvent("cordee:go", { detail: answer.url }));
  // What was refused has changed nothing: sent once more, its answer is a page of its own.
  if (submitter?.name) form.append(Object.assign(document.createElement("input"), { type: "hidden", name: submitter.name, value: submitter.value }));
  HTMLFormElement.prototype.submit.call(form);
});
