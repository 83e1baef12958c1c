// Toasts go away by themselves; any module says one by the event "cordee:toast" with { text, tone, undo }.
const shelf = document.querySelector("[data-toasts]");
const expire = (toast) => setTimeout(() => {
  if (toast.matches(":hover, :focus-within")) expire(toast); else toast.remove();
}, 8000);
const say = ({ text, tone = "neutral", undo }) => {
  const toast = document.createElement("div"), line = document.createElement("p");
  toast.className = "toast";
  toast.dataset.tone = tone;
  line.textContent = text;
  toast.append(line);
  if (undo) {
    const form = document.createElement("form"), button = document.createElement("button");
    Object.assign(form, { method: "post", action: undo.href });
    Object.assign(button, { className: "toast-undo", type: "submit", textContent: undo.label });
    form.append(button);
    toast.append(form);
  }
  shelf.replaceChildren(toast);
  expire(toast);
};
shelf?.querySelectorAll("[data-toast]").forEach(expire);
document.addEventListener("cordee:toast", (event) => say(event.detail));
document.addEventListener("htmx:error", () => say({ text: shelf.dataset.lost, tone: "overdue" }));
// What is said once is not said again when the page is loaded anew.
const address = new URL(location);
if (address.searchParams.has("done")) {
  address.searchParams.delete("done");
  address.searchParams.delete("of");
  history.replaceState(history.state, "", address);
}
