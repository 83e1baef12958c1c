// A link with data-dialog shows its page in a dialog; a form inside that is refused comes back in place.
const fetchPart = (url, options = {}) => fetch(url, { ...options, headers: { "HX-Request": "true", "HX-Request-Type": "partial", ...options.headers } });
const openers = new WeakMap();
const show = async (link) => {
  const answer = await fetchPart(link.href);
  if (!answer.ok) return location.assign(link.href);
  const dialog = document.createElement("dialog");
  dialog.className = "dialog";
  dialog.setAttribute("aria-label", link.textContent.trim());
  dialog.innerHTML = await answer.text();
  dialog.querySelector("title")?.remove();
  document.body.append(dialog);
  dialog.addEventListener("close", () => { dialog.remove(); link.focus(); });
  // What was opened for a link gives it what is made, or chosen of what is there.
  if (link.dataset?.stay !== undefined) openers.set(dialog, { stay: true });
  if (link.taken) {
    openers.set(dialog, link);
    dialog.addEventListener("cordee:chosen", ({ detail }) => { link.taken(detail); dialog.close(); });
  }
  dialog.showModal();
};
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-dialog]");
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    show(link).catch(() => location.assign(link.href));
  }
  const close = event.target.closest("dialog [data-cancel]");
  if (close) { event.preventDefault(); close.closest("dialog").close(); }
  if (event.target.matches("dialog.dialog")) event.target.close();
});
// Any module shows a page in a dialog by the event "cordee:dialog": a link, or what looks like one.
document.addEventListener("cordee:dialog", ({ detail }) => show(detail).catch(() => location.assign(detail.href)));
document.addEventListener("submit", async (event) => {
  const form = event.target, dialog = form.closest("dialog.dialog");
  if (!dialog || form.method !== "post" || form.enctype.startsWith("multipart")) return;
  event.preventDefault();
  const body = new URLSearchParams(new FormData(form, event.submitter));
  const elsewhere = event.submitter?.getAttribute("formaction");
  const answer = await fetchPart(elsewhere ?? form.action, { method: "POST", body }).catch(() => null);
  if (!answer) return document.dispatchEvent(new CustomEvent("cordee:toast", { detail: { text: document.querySelector("[data-toasts]").dataset.lost, tone: "overdue" } }));
  // What was there already took the place of what the form was to make.
  const opener = elsewhere ? null : openers.get(dialog);
  if (elsewhere) for (const kept of [`form:${form.dataset.keep}`, "saving"]) sessionStorage.removeItem(kept);
  // What is made in place is seen there.
  if (opener?.stay && answer.redirected && answer.ok) { sessionStorage.removeItem(`form:${form.dataset.keep}`); return location.reload(); }
  if (opener && answer.redirected && answer.ok) {
    const made = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const kept of [`form:${form.dataset.keep}`, "saving"]) sessionStorage.removeItem(kept);
    opener.taken({ id: new URL(answer.url).pathname.split("/").pop(), title: made.querySelector("h1").textContent.trim() });
    return dialog.close();
  }
  if (answer.redirected || answer.ok) return document.dispatchEvent(new CustomEvent("cordee:go", { detail: answer.redirected ? answer.url : location.href }));
  dialog.innerHTML = await answer.text();
  dialog.querySelector("title")?.remove();
  (dialog.querySelector("[data-summary]") ?? dialog.querySelector("[data-alike]:not([hidden])"))?.focus();
});
