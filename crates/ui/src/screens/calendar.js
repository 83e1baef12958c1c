// A calendar: what takes place is dragged to another day or hour, or made longer at its lower edge, by mouse, by touch
// (after a moment's hold), or by keys (Alt with arrows, with Shift for the length). What the server refuses goes back.
const QUARTER = 15, DAY = 24 * 4, HOLD = 350;
const toast = (detail) => document.dispatchEvent(new CustomEvent("cordee:toast", { detail }));
const whole = () => document.querySelector("[data-calendar]");
const two = (number) => String(number).padStart(2, "0");
// The clock of the page, whose zone is the person's: reckoned in UTC so that this machine's zone has no say.
const instant = (text) => Date.parse(`${text}${text.includes("T") ? "" : "T00:00"}:00Z`.replace(/(:\d\d:\d\d):00Z$/, "$1Z"));
const clock = (time) => new Date(time).toISOString().slice(0, 16);
const plus = (text, minutes) => clock(instant(text) + minutes * 60_000);
const days = (from, to) => Math.round((instant(to) - instant(from)) / 86_400_000);

const anew = async (id) => {
  const answer = await fetch(location.href, { headers: { "HX-Request": "true", "HX-Request-Type": "partial" } });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-calendar]");
  if (!answer.ok || !page) return location.reload();
  whole().replaceWith(page);
  if (id) document.querySelector(`[data-event="${CSS.escape(id)}"] [data-open]`)?.focus();
};

const put = async (event, starts, ends) => {
  const body = new URLSearchParams({ version: event.dataset.version, back: whole().dataset.back });
  if (starts.includes("T")) {
    body.set("start", starts);
    if (ends) body.set("end", ends);
  } else body.set("day", starts);
  const answer = await fetch(event.dataset.when, { method: "POST", body, headers: { Accept: "application/json" } }).catch(() => null);
  const said = answer ? await answer.json().catch(() => ({})) : {};
  await anew(event.dataset.event).catch(() => location.reload());
  if (answer?.ok) return toast({ text: said.text, tone: "won", undo: said.undo });
  toast({ text: [said.title, said.detail].filter(Boolean).join(". ") || document.querySelector("[data-toasts]").dataset.lost, tone: "overdue" });
};

// What an event would be after so many days and minutes, and with so many more minutes of length.
const shifted = ({ dataset: { starts, ends } }, byDays, minutes, longer) => {
  if (!starts.includes("T")) return [clock(instant(starts) + byDays * 86_400_000).slice(0, 10), ""];
  const from = plus(starts, byDays * 1440 + minutes);
  const length = ends ? (instant(ends) - instant(starts)) / 60_000 : longer ? 30 : 0;
  return [from, length ? plus(from, Math.max(QUARTER, length + longer)) : ""];
};

let drag = null;
// What is dragged lies under the pointer too, but is on its way.
const dayAt = (x, y) => document.elementsFromPoint(x, y).find((part) => part.closest("[data-day]") && !part.closest(".moving"))?.closest("[data-day]");
const begin = () => {
  drag.on = true;
  drag.event.classList.add("moving");
  drag.event.setPointerCapture?.(drag.pointer);
};
const show = (x, y) => {
  const { event, length, home } = drag, hours = event.dataset.from !== undefined;
  const day = length ? home.day : dayAt(x, y) ?? drag.day;
  const row = hours ? Math.round((y - drag.y) / 12) : 0;
  drag.day = day;
  drag.byDays = days(home.day.dataset.day, day.dataset.day);
  drag.rows = hours && !length ? Math.max(-home.from, row) : 0;
  drag.longer = hours && length ? Math.max(home.from - home.to + 1, row) : 0;
  if (hours) {
    event.dataset.from = home.from + drag.rows;
    event.dataset.to = Math.min(DAY, home.to + drag.rows + drag.longer);
  }
  const list = day.querySelector(event.closest("[data-all-day]") ? "[data-all-day]" : "[data-timed]");
  if (list && event.parentElement !== list) list.append(event);
};
const back = () => {
  const { event, home } = drag;
  home.list.insertBefore(event, home.next);
  if (home.from === home.from) Object.assign(event.dataset, { from: home.from, to: home.to });
};
const end = (keep) => {
  if (!drag) return;
  const { event, on, hold, byDays = 0, rows = 0, longer = 0 } = drag;
  clearTimeout(hold);
  event.classList.remove("moving");
  if (on && !keep) back();
  if (on && keep && (byDays || rows || longer)) put(event, ...shifted(event, byDays, rows * QUARTER, longer * QUARTER));
  drag = null;
};

document.addEventListener("pointerdown", (down) => {
  const event = down.target.closest?.("[data-event][data-when]");
  if (!event || down.button !== 0 || drag) return;
  const day = event.closest("[data-day]");
  const home = { day, list: event.parentElement, next: event.nextElementSibling, from: Number(event.dataset.from ?? NaN), to: Number(event.dataset.to ?? NaN) };
  drag = { event, home, day, x: down.clientX, y: down.clientY, pointer: down.pointerId, touch: down.pointerType === "touch", length: Boolean(down.target.closest("[data-length]")) };
  if (drag.touch && !drag.length) drag.hold = setTimeout(() => { if (drag) begin(); }, HOLD);
});
// The browser has drags of its own for links; here they would end ours.
document.addEventListener("dragstart", (start) => { if (start.target.closest?.("[data-calendar]")) start.preventDefault(); });
document.addEventListener("pointermove", (move) => {
  if (!drag || move.pointerId !== drag.pointer) return;
  const far = Math.hypot(move.clientX - drag.x, move.clientY - drag.y) > 5;
  if (!drag.on && far) {
    // A finger that goes before it has rested wants to scroll.
    if (drag.touch && !drag.length) return end(false);
    begin();
  }
  if (drag?.on) show(move.clientX, move.clientY);
});
document.addEventListener("pointerup", () => { if (drag?.on) justDragged = true; end(true); });
document.addEventListener("pointercancel", () => end(false));
document.addEventListener("touchmove", (move) => { if (drag?.on) move.preventDefault(); }, { passive: false });
document.addEventListener("contextmenu", (menu) => { if (drag?.on) menu.preventDefault(); });
// The click that ends a drag opens nothing.
let justDragged = false;
document.addEventListener("click", (click) => {
  if (justDragged && click.target.closest?.("[data-event]")) click.preventDefault();
  justDragged = false;
}, true);

// Keys move at once and are told to the server once they rest.
let pressed = null;
const rest = () => {
  const { event, byDays, minutes, longer } = pressed;
  pressed = null;
  put(event, ...shifted(event, byDays, minutes, longer));
};
const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
document.addEventListener("keydown", (key) => {
  if (key.key === "Escape" && drag) return end(false);
  const step = STEPS[key.key], event = key.target.closest?.("[data-event][data-when]");
  if (step && key.altKey && event) {
    key.preventDefault();
    if (pressed?.event !== event) pressed = { event, byDays: 0, minutes: 0, longer: 0 };
    clearTimeout(pressed.timer);
    if (key.shiftKey) pressed.longer += step[1] * QUARTER;
    else { pressed.byDays += step[0]; pressed.minutes += step[1] * QUARTER; }
    const from = Number(event.dataset.from ?? NaN);
    if (from === from) {
      if (!key.shiftKey) event.dataset.from = Math.max(0, from + step[1]);
      event.dataset.to = Math.min(DAY, Math.max(from + 1, Number(event.dataset.to) + step[1]));
    }
    pressed.timer = setTimeout(rest, 450);
    return;
  }
  // Arrows walk over the empty places, from hour to hour and from day to day.
  const slot = key.target.closest?.("[data-slot]");
  if (!step || !slot) return;
  const day = slot.closest("[data-day]"), at = [...day.querySelectorAll("[data-slot]")].indexOf(slot);
  const all = [...whole().querySelectorAll("[data-day]")], to = all[all.indexOf(day) + step[0]];
  const next = to?.querySelectorAll("[data-slot]")[at + step[1]];
  if (next) { key.preventDefault(); slot.tabIndex = -1; next.tabIndex = 0; next.focus(); }
});
// One of the empty places is reached by Tab; the arrows walk on from it.
const arm = () => {
  const first = whole()?.querySelector("[data-today] [data-slot]") ?? whole()?.querySelector("[data-slot]");
  if (first && !whole().querySelector('[data-slot][tabindex="0"]')) first.tabIndex = 0;
};
arm();
new MutationObserver(arm).observe(document.body, { childList: true, subtree: true });
