// Toasts go away by themselves; any module says one by the event "cordee:toast" with { text, tone, undo }. What can be
// taken back is so by Z, or Ctrl Z, as long as its toast is there.
const shelf = document.querySelector("[data-toasts]");
const expire = (toast) => setTimeout(() => {
  if (toast.matches(":hover, :focus-within")) expire(toast); else toast.remove();
}, toast.querySelector(".toast-undo") ? 20000 : 8000);
const say = ({ text, tone = "neutral", undo }) => {
  const toast = document.createElement("div"), line = document.createElement("p");
  toast.className = "toast";
  toast.dataset.tone = tone;
  line.textContent = text;
  toast.append(line);
  if (undo) {
    const form = document.createElement("form"), button = document.createElement("button"), kbd = document.createElement("kbd");
    Object.assign(form, { method: "post", action: undo.href });
    Object.assign(button, { className: "toast-undo", type: "submit", textContent: `${undo.label} ` });
    Object.assign(kbd, { textContent: "Z", ariaHidden: "true" });
    button.setAttribute("aria-keyshortcuts", "Z Control+Z");
    button.append(kbd);
    form.append(button);
    toast.append(form);
  }
  shelf.replaceChildren(toast);
  expire(toast);
};
const told = shelf?.querySelector("[data-toast]");
if (told) {
  expire(told);
  // What stood there from the first is read out by nobody: it is put there once more.
  setTimeout(() => { if (told.isConnected && !told.matches(":focus-within")) { told.classList.add("still"); shelf.append(told); } }, 400);
}
document.addEventListener("cordee:toast", (event) => say(event.detail));
document.addEventListener("htmx:error", () => say({ text: shelf.dataset.lost, tone: "overdue" }));
document.addEventListener("keydown", (event) => {
  const { target, key, ctrlKey, metaKey, shiftKey, altKey } = event;
  const undo = shelf?.querySelector(".toast-undo");
  if (!undo || key.toLowerCase() !== "z" || shiftKey || altKey || event.repeat || event.isComposing) return;
  // In a text Ctrl Z is the text's own, and a letter a letter. Single keys may be switched off; with Ctrl it does always.
  if (target.closest("input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select, [contenteditable]")) return;
  const single = document.querySelector("[data-keys]")?.dataset.keys !== "off";
  if (document.querySelector("dialog[open]") || !(ctrlKey || metaKey || single)) return;
  event.preventDefault();
  undo.click();
});
// What is said once is not said again when the page is loaded anew.
const address = new URL(location);
if (address.searchParams.has("done")) {
  address.searchParams.delete("done");
  address.searchParams.delete("of");
  history.replaceState(history.state, "", address);
}
