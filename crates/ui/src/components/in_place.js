// A value with data-in-place is changed where it stands: its input comes from that address, Enter saves, Esc leaves.
// Whoever shows the record hears "cordee:saved" at the value, with its address.
const ask = (url, options = {}) => fetch(url, { ...options, headers: { "HX-Request": "true", "HX-Request-Type": "partial" } });
const lost = () => document.dispatchEvent(new CustomEvent("cordee:toast", { detail: { text: document.querySelector("[data-toasts]").dataset.lost, tone: "overdue" } }));
const shut = new WeakMap();
const part = (text) => new DOMParser().parseFromString(text, "text/html").body;
const first = (form) => form.querySelector("[aria-invalid=true], input:not([type=hidden], [type=submit]), select, textarea");
const leave = (value) => {
  const was = shut.get(value);
  if (!was) return;
  shut.delete(value);
  value.removeAttribute("data-editing");
  const theirs = value.querySelector(".in-place-theirs");
  value.replaceChildren(...was);
  if (theirs) value.querySelector(".in-place-value").replaceChildren(...theirs.childNodes);
  value.querySelector(".in-place-open")?.focus();
};
const fill = (value, text) => {
  value.replaceChildren(...part(text).childNodes);
  value.setAttribute("data-editing", "");
  const box = first(value);
  box?.focus();
  box?.select?.();
};
const open = async (value) => {
  if (shut.has(value)) return;
  shut.set(value, [...value.childNodes]);
  const answer = await ask(value.dataset.inPlace).catch(() => null);
  if (answer?.ok && !answer.redirected) return fill(value, await answer.text());
  shut.delete(value);
  if (answer) location.assign(value.dataset.inPlace); else lost();
};
const save = async (form, submitter) => {
  const value = form.closest("[data-in-place]");
  if (form.dataset.busy) return;
  form.dataset.busy = "";
  const body = new FormData(form, submitter), files = form.enctype.startsWith("multipart");
  const answer = await ask(form.action, { method: "POST", body: files ? body : new URLSearchParams(body) }).catch(() => null);
  delete form.dataset.busy;
  // What was typed stays where it is until it is kept.
  if (!answer || answer.redirected || answer.status >= 500) return lost();
  const text = await answer.text();
  if (!answer.ok) return fill(value, text);
  shut.delete(value);
  // Whoever has gone on meanwhile is not called back.
  const stays = value.contains(document.activeElement) || document.activeElement === document.body;
  const drawn = part(text).querySelector("[data-in-place]");
  value.replaceWith(drawn);
  drawn.dataset.saved = "";
  if (stays) drawn.querySelector(".in-place-open")?.focus();
  drawn.dispatchEvent(new CustomEvent("cordee:saved", { bubbles: true, detail: { href: drawn.dataset.inPlace } }));
};
document.addEventListener("click", (event) => {
  const value = event.target.closest("[data-in-place]");
  if (!value || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (event.target.closest("[data-leave]")) { event.preventDefault(); return leave(value); }
  if (value.hasAttribute("data-editing")) return;
  const pencil = event.target.closest(".in-place-open");
  if (!pencil && (event.target.closest("a, button, summary") || !getSelection().isCollapsed)) return;
  event.preventDefault();
  open(value);
});
document.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-in-place] [data-in-place-form]")) return;
  event.preventDefault();
  save(event.target, event.submitter);
});
let pointed = false;
document.addEventListener("pointerdown", () => { pointed = true; }, true);
document.addEventListener("keydown", (event) => {
  pointed = false;
  const form = event.target.closest?.("[data-in-place] [data-in-place-form]");
  if (!form || event.defaultPrevented) return;
  if (event.key === "Escape") { event.preventDefault(); event.stopPropagation(); leave(form.closest("[data-in-place]")); }
  else if (event.key === "Enter" && event.target.localName === "select") { event.preventDefault(); form.requestSubmit(); }
});
// What is chosen with the pointer from a list is meant at once.
document.addEventListener("change", (event) => {
  const form = event.target.closest("[data-in-place] [data-in-place-form]");
  if (form && pointed && event.target.localName === "select" && !event.target.closest(".joined")) form.requestSubmit();
});
