// What may be there already is told while one types (data-alike in the form); what has been shown goes along with the form,
// once there was time to see it (data-told): of what appears as one clicks, the form that comes back tells.
const SEEN_AFTER = 700;
let seeing = 0;
const place = (form) => form?.querySelector("[data-alike]");
const show = (at, html) => {
  const list = at.querySelector("[data-alike-list]"), seen = at.querySelector("[data-alike-seen]");
  if (list.innerHTML !== html) list.innerHTML = html;
  const ids = list.querySelector("[data-alike-ids]")?.dataset.alikeIds ?? "";
  at.hidden = !ids;
  at.toggleAttribute("data-told", false);
  clearTimeout(seeing);
  if (ids) seeing = setTimeout(() => {
    seen.value = [...new Set(`${seen.value} ${ids}`.split(" ").filter(Boolean))].join(" ");
    at.toggleAttribute("data-told", true);
  }, SEEN_AFTER);
};
let wait = 0, asking = null;
const ask = async (form, at) => {
  asking?.abort();
  if (!navigator.onLine) return;
  asking = new AbortController();
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") body.append(name, value);
  const answer = await fetch(at.dataset.alike, { method: "POST", body, signal: asking.signal, headers: { "HX-Request": "true", "HX-Request-Type": "partial" } }).catch(() => null);
  // The next question may come while this one is being answered.
  const html = answer?.ok && !answer.redirected ? await answer.text().catch(() => null) : null;
  if (html !== null && at.isConnected) show(at, html.trim());
};
const follow = ({ target, type }) => {
  const at = place(target.form);
  if (!at || !at.dataset.alikeFields.split(" ").includes(target.name?.split(".")[0])) return;
  clearTimeout(wait);
  wait = setTimeout(() => ask(target.form, at), type === "change" ? 0 : 220);
};
document.addEventListener("input", follow);
document.addEventListener("change", follow);
// One that is there is taken: by the field that it may be meant by, or by whatever the form was opened for.
document.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-alike-use]");
  if (!button) return;
  const detail = { id: button.dataset.alikeUse, title: button.dataset.title }, field = button.closest("[data-alike-meant]")?.parentElement;
  if (!field) return button.dispatchEvent(new CustomEvent("cordee:chosen", { bubbles: true, detail }));
  const select = field.querySelector("select"), box = field.querySelector("[data-lookup]");
  const put = (part, value) => { box.querySelector(part).value = value; };
  if (select) select.value = detail.id;
  if (box) { put("[data-lookup-id]", detail.id); put("[data-lookup-title]", detail.title); put("[role=combobox]", detail.title); }
  (select ?? box?.querySelector("[role=combobox]"))?.dispatchEvent(new Event("change", { bubbles: true }));
});
