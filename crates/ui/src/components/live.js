// What changes is told by the server (GET /events) while the page is looked at, and put in place: without losing focus,
// scroll, selection or what is typed. A form is never touched; a bar over it says what others changed meanwhile.
const main = document.querySelector("main[data-live]");
const of = main.dataset.live, parts = { headers: { "HX-Request": "true", "HX-Request-Type": "partial" } };
const say = (type, detail) => document.dispatchEvent(new CustomEvent(type, { detail }));
const row = (node) => node.querySelector?.("a[data-open]")?.getAttribute("href") ?? null;
const active = (node) => node.contains(document.activeElement) && document.activeElement !== document.body;
let since = main.dataset.since, source = null, timer = 0, again = false, busy = false;
const told = new Map();

// Forms that somebody types in, until they are sent.
const typed = new WeakSet();
document.addEventListener("input", ({ target }) => { if (target.form) typed.add(target.form); }, true);
document.addEventListener("reset", ({ target }) => typed.delete(target), true);
document.addEventListener("submit", ({ target }) => typed.delete(target), true);
const isEdited = (node) => (node.matches("form") && (typed.has(node) || active(node))) || node.matches("input, select, textarea, [contenteditable], [data-neighbour], [data-editing], dialog, .editing, [data-menu][open]");

// Only what the server says differently is changed; what scripts have opened, hidden or chosen stays.
const OWN = new Set(["hidden", "open", "style", "tabindex", "draggable", "aria-expanded", "aria-selected", "data-armed", "data-fresh", "data-saved"]);
const attributes = (old, now) => {
  for (const { name, value } of now.attributes) if (!OWN.has(name) && old.getAttribute(name) !== value) old.setAttribute(name, value);
  for (const { name } of [...old.attributes]) if (!OWN.has(name) && !now.hasAttribute(name)) old.removeAttribute(name);
};
const key = (node) => node.nodeType !== 1 ? null
  : node.dataset.card ?? node.dataset.event ?? node.dataset.column ?? (node.matches("[data-row]") ? row(node) : null) ?? (node.id || null);
const alike = (one, other) => one.nodeType === other.nodeType && one.nodeName === other.nodeName && key(one) === key(other)
  && (one.nodeType !== 1 || one.classList[0] === other.classList[0]);
const chosen = (node) => { const selection = getSelection(); return !selection.isCollapsed && selection.containsNode(node, true); };
const fresh = (node) => {
  const at = node.nodeType === 1 ? node : node.parentElement;
  if (!at) return;
  at.dataset.fresh = "";
  setTimeout(() => delete at.dataset.fresh, 1700);
};
const brought = (old, now) => (now.matches("tfoot[data-later]") && !old.matches("[data-later]")) || (now.querySelector(":scope > tbody[data-later]") && old.querySelector(":scope > [data-group]"));
const morph = (old, now) => {
  if (old.isEqualNode(now)) return;
  if (old.nodeType !== 1) { if (!chosen(old) && old.nodeValue !== now.nodeValue) { old.nodeValue = now.nodeValue; if (old.nodeValue.trim()) fresh(old); } return; }
  if (isEdited(old)) return;
  // What a list has brought since is asked for anew by itself.
  if (brought(old, now)) { old.dispatchEvent(new Event("cordee:stale", { bubbles: true })); return; }
  // So is a figure that was found out after the page was there.
  if (old.matches("[data-glimpse]") && now.dataset.glimpse === old.dataset.glimpse) { old.dispatchEvent(new Event("cordee:outdated", { bubbles: true })); return; }
  attributes(old, now);
  if (old.matches("[data-cards]")) return;
  if (old.matches("tbody") && old.querySelector(":scope > [data-row]")) return rows(old, now);
  children(old, now);
};
const children = (old, now) => {
  const keyed = new Map([...old.children].filter(key).map((node) => [key(node), node]));
  let at = old.firstChild;
  for (const next of [...now.childNodes]) {
    let here = key(next) ? keyed.get(key(next)) : at && alike(at, next) ? at : null;
    if (!here && next.nodeType === 1 && !key(next)) {
      // One further on is meant, if something before it has gone.
      for (let other = at; other && !here; other = other.nextSibling) if (other.nodeType === 1 && !key(other) && other.isEqualNode(next)) here = other;
    }
    if (here) {
      while (at && at !== here && !active(at) && !isTyped(at)) { const gone = at; at = at.nextSibling; if (key(gone)) old.append(gone); else gone.remove(); }
      if (at === here) at = here.nextSibling; else if (!active(here)) old.insertBefore(here, at);
      morph(here, next);
    } else {
      const node = document.importNode(next, true);
      old.insertBefore(node, at);
      if (node.nodeType === 1) fresh(node);
    }
  }
  while (at) {
    const gone = at;
    at = at.nextSibling;
    if (gone.nodeType !== 1 || (!active(gone) && !isTyped(gone) && !gone.matches("dialog"))) gone.remove();
    else if (gone.matches("[data-row], [data-event]")) gone.dataset.left = "";
  }
};
// What one was on has gone elsewhere on the page: one goes with it.
const follow = () => {
  for (const left of main.querySelectorAll("[data-left]")) {
    const there = [...main.querySelectorAll("[data-row]:not([data-left]), [data-event]:not([data-left])")].find((one) => key(one) === key(left));
    if (!there || left.closest("tbody")) continue;
    there.querySelector("[data-open]")?.focus();
    left.remove();
  }
};
const isTyped = (node) => node.nodeType === 1 && [...(node.matches("form") ? [node] : node.querySelectorAll("form"))].some((form) => typed.has(form));

// Rows stay where they are; what no longer belongs here is dimmed, and new ones are announced.
let announced = new Set();
const rows = (old, now) => {
  const table = (node) => new Map([...node.querySelectorAll(":scope > [data-row]")].map((one) => [row(one), one]));
  const [here, there] = [table(old), table(now)];
  for (const [id, one] of here) {
    const next = there.get(id);
    if (next) { one.removeAttribute("data-left"); morph(one, next); }
    else if (told.get(id)?.gone) one.remove();
    else if (told.has(id)) one.dataset.left = "";
  }
  for (const id of there.keys()) if (!here.has(id) && told.has(id) && !main.querySelector(`[data-open][href="${CSS.escape(id)}"]`)) announced.add(id);
};
const announce = () => {
  main.querySelector(".live-more")?.remove();
  if (!announced.size) return;
  const bar = document.createElement("div"), button = document.createElement("button");
  bar.className = "live-more";
  bar.setAttribute("role", "status");
  Object.assign(button, { type: "button", className: "button small primary", textContent: main.dataset.more.replace("#", announced.size) });
  button.addEventListener("click", () => { announced.clear(); whole = true; look(); });
  bar.append(button);
  (main.querySelector(".table-wrap") ?? main.firstElementChild).before(bar);
};
let whole = false;

// Cards go from column to column; those that were loaded beyond the first stay.
const cards = (now) => {
  const card = (root, id) => root.querySelector(`[data-card="${CSS.escape(id)}"]`);
  for (const list of main.querySelectorAll("[data-cards]")) {
    const column = list.closest("[data-column]")?.dataset.column, next = now.querySelector(`[data-column="${CSS.escape(column)}"] [data-cards]`);
    if (!next) continue;
    [...next.querySelectorAll(":scope > [data-card]")].forEach((one, at) => {
      const id = one.dataset.card, here = card(main, id);
      if (here && here.closest("[data-cards]") === list) return morph(here, one);
      if (here && (active(here) || here.matches(".sortable-chosen"))) return;
      const node = here ?? document.importNode(one, true), from = here?.getBoundingClientRect();
      if (!here && !told.has(`/${of}/${id}`) && !whole) return;
      list.insertBefore(node, list.querySelectorAll(":scope > [data-card]")[at] ?? list.querySelector(":scope > .more"));
      if (here) { morph(here, one); glide(here, from); }
      fresh(node);
    });
  }
  for (const one of main.querySelectorAll("[data-card]")) {
    if (!card(now, one.dataset.card) && (told.get(`/${of}/${one.dataset.card}`)?.gone || told.has(`/${of}/${one.dataset.card}`)) && !active(one)) one.remove();
  }
};
const glide = (node, from) => {
  const to = node.getBoundingClientRect();
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  node.animate([{ transform: `translate(${from.x - to.x}px, ${from.y - to.y}px)` }, { transform: "none" }], { duration: 180, easing: "cubic-bezier(.2, 0, 0, 1)" });
};

// The page is asked for once more, and compared with what stands there.
const SHOWN = "article.record, section.list, section.board-page, [data-today], [data-calendar-page]", BODY = `:is(:scope, :scope > .settings > .settings-body) > :is(${SHOWN})`;
const look = async () => {
  if (busy) { again = true; return; }
  if (!main.querySelector(BODY)) return;
  if (main.querySelector(".sortable-chosen, .moving")) return later();
  busy = true;
  const answer = await fetch(location.href, parts).catch(() => null);
  if (answer?.ok && !answer.redirected) {
    const page = new DOMParser().parseFromString(await answer.text(), "text/html").body, now = page.querySelector(SHOWN);
    const stands = main.querySelector(BODY);
    if (now && stands?.className === now.className) {
      if (whole) { stands.replaceWith(document.importNode(now, true)); document.dispatchEvent(new Event("htmx:after:swap")); main.scrollTop = 0; }
      else { morph(stands, now); cards(now); follow(); announce(); }
    }
  } else if (answer?.status === 404 && of.includes("/")) gone();
  told.clear();
  [busy, whole] = [false, false];
  if (again) { again = false; later(); }
};
const later = () => { clearTimeout(timer); timer = setTimeout(look, 150 + Math.random() * 250); };
const gone = () => {
  if (main.querySelector(".live-gone")) return;
  const line = document.createElement("p");
  line.className = "notice live-gone";
  line.setAttribute("role", "status");
  line.textContent = main.dataset.gone;
  main.prepend(line);
};

// A form that is open is told what others changed of its record, and takes it over when its reader says so.
const forms = (path) => [...document.querySelectorAll("form")].filter((form) => form.elements.version && form.getAttribute("action") === path);
const body = (form) => new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === "string"));
const news = async (form, path) => {
  const from = form.dataset.since ?? main.dataset.since;
  const answer = await fetch(`${path}/news?since=${from}`, { method: "POST", body: body(form), ...parts }).catch(() => null);
  if (!answer?.ok || answer.status === 204 || answer.redirected) return;
  form.parentElement.querySelector("[data-news]")?.remove();
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const bar = page.querySelector("[data-news]");
  if (bar) form.before(document.importNode(bar, true));
};
document.addEventListener("click", async ({ target }) => {
  const button = target.closest("[data-take]"), bar = button?.closest("[data-news]"), form = bar?.nextElementSibling;
  if (!form?.matches("form")) return;
  const field = active(form) ? document.activeElement.name : null, now = since;
  const answer = await fetch(button.dataset.take, { method: "POST", body: body(form), ...parts }).catch(() => null);
  if (!answer?.ok) return say("cordee:toast", { text: document.querySelector("[data-toasts]").dataset.lost, tone: "overdue" });
  const next = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("form");
  if (!next) return;
  const fresh = document.importNode(next, true);
  fresh.dataset.since = now;
  form.replaceWith(fresh);
  typed.add(fresh);
  bar.remove();
  const focus = (field && fresh.elements[field]) || fresh.querySelector("input:not([type=hidden]), select, textarea");
  focus?.focus?.();
});

const hear = ({ changes, many }) => {
  for (const { objects, id, verb, gone } of changes) {
    const path = `/${objects}/${id}`;
    told.set(path, { verb, gone: gone || told.get(path)?.gone });
    for (const form of forms(path)) news(form, path);
  }
  say("cordee:changed", { paths: changes.map(({ objects, id }) => `/${objects}/${id}`) });
  if (of.includes("/") && changes.some((one) => one.gone && `${one.objects}/${one.id}` === of)) gone();
  if (many) for (const one of main.querySelectorAll("[data-open]")) told.set(one.getAttribute("href"), {});
  later();
};
const ring = (count) => {
  const bell = document.querySelector("[data-bell]");
  bell?.querySelector(".bell-count")?.remove();
  if (!bell || !count) return;
  const badge = document.createElement("span");
  badge.className = "bell-count";
  badge.ariaHidden = "true";
  badge.textContent = count > 99 ? "99+" : count;
  bell.append(badge);
};
let over = false;
const listen = () => {
  if (source || over || document.hidden) return;
  const edits = /\/edit$/.test(location.pathname) ? "&edits=yes" : "";
  source = new EventSource(`/events?of=${of}&since=${since}${edits}`);
  const on = (name, then) => source.addEventListener(name, (event) => { if (event.lastEventId) since = event.lastEventId; then(JSON.parse(event.data)); });
  on("changes", hear);
  on("anew", () => later());
  on("unread", ({ count }) => ring(count));
  on("presence", ({ html }) => { const place = document.querySelector("[data-presence]"); if (place) place.innerHTML = html; });
  on("end", () => { over = true; leave(); });
};
const leave = () => { source?.close(); source = null; };
document.addEventListener("visibilitychange", () => { if (document.hidden) leave(); else { over = false; listen(); } });
addEventListener("pagehide", leave);
addEventListener("pageshow", ({ persisted }) => { if (persisted) listen(); });
listen();
