// Terms of the glossary explain themselves: the sign beside a label (data-tip) shows its text on hover, focus and tap.
const texts = new Map(), box = document.createElement("div");
box.className = "tip-box"; box.id = "tip"; box.popover = "manual"; box.role = "tooltip";
let shown = null, waits;
const hide = () => {
  clearTimeout(waits);
  shown?.removeAttribute("aria-describedby");
  shown = null;
  if (box.matches(":popover-open")) box.hidePopover();
};
const show = async (sign) => {
  clearTimeout(waits);
  if (shown === sign) return;
  const term = sign.dataset.tip;
  if (!texts.has(term)) {
    const answer = await fetch(`/glossary/${term}/tip`).catch(() => null);
    if (!answer?.ok) return;
    texts.set(term, await answer.text());
  }
  hide();
  if (!sign.isConnected) return;
  box.innerHTML = texts.get(term);
  // What lies over all else leaves the rest of the page out of reach.
  (sign.closest("dialog, main") ?? document.body).append(box);
  box.showPopover();
  const at = sign.getBoundingClientRect(), room = box.getBoundingClientRect(), edge = 8;
  const below = at.bottom + 6 + room.height < innerHeight - edge;
  box.style.top = `${below ? at.bottom + 6 : Math.max(edge, at.top - 6 - room.height)}px`;
  box.style.left = `${Math.max(edge, Math.min(at.left - 12, innerWidth - edge - room.width))}px`;
  sign.setAttribute("aria-describedby", box.id);
  shown = sign;
};
const signOf = (target) => target.closest?.("[data-tip]") ?? target.closest?.(".labelled")?.querySelector("[data-tip]");
document.addEventListener("pointerover", ({ target, pointerType }) => {
  if (pointerType !== "mouse") return;
  const sign = signOf(target);
  clearTimeout(waits);
  if (sign) waits = setTimeout(show, 350, sign);
  else if (shown && !box.contains(target) && shown !== document.activeElement) waits = setTimeout(hide, 250);
});
document.addEventListener("focusin", ({ target }) => {
  if (target.matches("[data-tip]:focus-visible")) show(target);
  else if (!box.contains(target)) hide();
});
document.addEventListener("pointerdown", ({ target }) => { if (!box.contains(target) && !signOf(target)) hide(); });
document.addEventListener("click", (event) => {
  const sign = event.target.closest("[data-tip]");
  // By keyboard the text is there already, and Enter leads to its page.
  if (!sign || event.ctrlKey || event.metaKey || event.shiftKey || (event.detail === 0 && shown === sign)) return;
  event.preventDefault();
  event.stopPropagation();
  show(sign);
}, true);
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !shown) return;
  hide();
  event.preventDefault();
  event.stopImmediatePropagation();
}, true);
// What is about to be shown is shown where it then stands.
document.addEventListener("scroll", () => { if (shown) hide(); }, { capture: true, passive: true });
