// One box for all: records from the server, places to go, things to do with what is open (`>`), numbers (`#`). What was
// open lately comes first. The arrows choose, Enter does it; a request that was overtaken is given up.
const form = document.querySelector("[data-search]");
const LATELY = "lately", kept = () => { try { return JSON.parse(localStorage.getItem(LATELY)) ?? []; } catch { return []; } };
if (!document.querySelector(".shell")) localStorage.removeItem(LATELY);
document.addEventListener("submit", ({ target }) => { if (target.action?.endsWith("/sign-out")) localStorage.removeItem(LATELY); });
const opened = document.querySelector("article.record h1");
if (opened) {
  const one = { href: location.pathname, label: opened.textContent.trim(), line: document.querySelector(".record-object")?.textContent };
  localStorage.setItem(LATELY, JSON.stringify([one, ...kept().filter((other) => other.href !== one.href)].slice(0, 20)));
}
if (form) {
  const box = form.querySelector("[data-search-box]"), panel = form.querySelector("[data-search-panel]"), list = panel.querySelector("[data-search-list]");
  let asked = null, timer = 0, shown = "";
  Object.entries({ role: "combobox", "aria-expanded": "false", "aria-controls": list.id, "aria-autocomplete": "list" }).forEach(([name, value]) => box.setAttribute(name, value));
  list.setAttribute("aria-label", box.getAttribute("aria-label"));
  const items = () => [...list.querySelectorAll(".found")];
  const close = () => { asked?.abort(); panel.hidden = true; box.setAttribute("aria-expanded", "false"); box.removeAttribute("aria-activedescendant"); };
  const point = (item) => {
    for (const one of items()) one.setAttribute("aria-selected", one === item);
    if (!item) return box.removeAttribute("aria-activedescendant");
    box.setAttribute("aria-activedescendant", item.id);
    item.scrollIntoView({ block: "nearest" });
  };
  const element = (name, className, text) => Object.assign(document.createElement(name), { className, textContent: text ?? "" });
  const lately = () => {
    const found = kept().filter((one) => one.href !== location.pathname).slice(0, 6);
    if (!found.length) return null;
    const group = element("section", "found-group");
    group.append(element("h2", "found-label", box.dataset.recent), ...found.map(({ href, label, line }) => {
      const link = element("a", "found"), name = element("b", "", label), of = href.split("/")[1];
      link.href = href;
      const shape = document.querySelector(`.nav a[href="/${of}"] .icon, .nav a[href^="/${of}/"] .icon`);
      link.append(shape?.cloneNode(true) ?? element("span", "icon"), name);
      if (line) link.append(element("span", "found-line cut", line));
      return link;
    }));
    return group;
  };
  const put = (groups) => {
    list.replaceChildren(...groups.filter(Boolean));
    const before = kept().map((one) => one.href);
    for (const group of list.querySelectorAll(".found-group")) {
      group.setAttribute("role", "group");
      group.setAttribute("aria-label", group.querySelector(".found-label").textContent);
      const known = [...group.querySelectorAll(":scope > a.found:not([data-copies])")].filter((one) => before.includes(one.getAttribute("href")));
      group.querySelector(".found-label").after(...known);
    }
    // Between a list and its choices nothing else may be said.
    for (const other of list.querySelectorAll("h2, form, p")) other.setAttribute("role", "presentation");
    if (items().length) list.setAttribute("role", "listbox"); else list.removeAttribute("role");
    items().forEach((item, at) => { item.id = `found-${at}`; item.setAttribute("role", "option"); item.tabIndex = -1; });
    point(items()[0]);
    panel.hidden = document.activeElement !== box;
    box.setAttribute("aria-expanded", String(!panel.hidden));
  };
  const show = async () => {
    const text = box.value.trim();
    asked?.abort();
    asked = new AbortController();
    try {
      const question = new URLSearchParams({ q: text, on: location.pathname + location.search });
      const answer = await fetch(`/search?${question}`, { headers: { "HX-Request": "true", "HX-Request-Type": "partial" }, signal: asked.signal });
      if (!answer.ok || answer.redirected) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      shown = text;
      put([text ? null : lately(), ...page.querySelector("[data-found]").children]);
    } catch (error) { if (error.name !== "AbortError") close(); }
  };
  const act = (item, event) => {
    if (event.ctrlKey || event.metaKey) { if (item.href) window.open(item.href, "_blank", "noopener"); return; }
    item.click();
  };
  list.addEventListener("click", async (event) => {
    const link = event.target.closest("a[data-copies]");
    if (link) {
      event.preventDefault();
      await navigator.clipboard?.writeText(link.href).catch(() => {});
      document.dispatchEvent(new CustomEvent("cordee:toast", { detail: { text: form.dataset.copied, tone: "won" } }));
    }
    if (link || event.target.closest("[data-dialog]")) { close(); box.blur(); }
  });
  panel.addEventListener("pointerdown", (event) => { if (event.button === 0) event.preventDefault(); });
  box.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(show, 90); });
  box.addEventListener("focus", () => { if (panel.hidden) show(); });
  box.addEventListener("click", () => { if (panel.hidden) show(); });
  box.addEventListener("blur", close);
  box.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Escape") { event.preventDefault(); if (!box.value) box.blur(); else { box.value = ""; show(); } return; }
    if (panel.hidden) return;
    const all = items(), at = all.findIndex((one) => one.getAttribute("aria-selected") === "true");
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && all.length) { event.preventDefault(); point(all[(at + step + all.length) % all.length]); }
    if (event.key !== "Enter") return;
    event.preventDefault();
    if (shown === box.value.trim()) return all[at] ? act(all[at], event) : form.submit();
    // What is typed is not answered yet: once it is, the first of it is meant.
    clearTimeout(timer);
    show().then(() => {
      const [first] = items();
      if (shown === box.value.trim() && first && !panel.hidden) act(first, event); else form.submit();
    });
  });
}
document.addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== "k") return;
  if (document.querySelector("dialog[open]")) return;
  event.preventDefault();
  const box = [...document.querySelectorAll("[data-search-box]")].find((one) => one.offsetParent);
  if (box) { box.focus(); box.select(); } else location.href = "/search";
});
