// Moves a card: by drag, or by the form in its menu. What the server refuses goes back where it was, with the reason;
// what it needs to know first is asked in a dialog.
const toast = (text, tone) => document.dispatchEvent(new CustomEvent("cordee:toast", { detail: { text, tone } }));
const put = async (card, target, before, board) => {
  const from = card.parentElement, at = card.nextElementSibling;
  const back = () => before.list.insertBefore(card, before.next);
  if (from !== target) target.prepend(card);
  const body = new URLSearchParams({ [board.dataset.board]: target.closest("[data-column]").dataset.column, version: card.dataset.version });
  const answer = await fetch(card.dataset.move, { method: "POST", body, headers: { Accept: "application/json" } }).catch(() => null);
  const said = answer ? await answer.json().catch(() => ({})) : {};
  if (!answer?.ok && said.ask) {
    back();
    const ask = { href: said.ask, textContent: said.title, focus: () => card.querySelector("[data-open]").focus() };
    return document.dispatchEvent(new CustomEvent("cordee:dialog", { detail: ask }));
  }
  if (!answer?.ok) { back(); return toast([said.title, said.detail].filter(Boolean).join(". ") || board.dataset.refused, "overdue"); }
  if (said.version !== undefined) card.dataset.version = said.version;
  for (const input of card.querySelectorAll("[name=version]")) input.value = card.dataset.version;
  for (const column of said.columns ?? []) {
    const head = board.querySelector(`[data-column="${CSS.escape(column.id)}"] .column-head`);
    for (const part of ["count", "total", "weighted"]) {
      const place = head?.querySelector(`[data-${part}]`);
      if (place && column[part] !== undefined) place.textContent = column[part];
    }
  }
  if (said.count !== undefined) document.querySelector("[data-board-count]").textContent = said.count;
  if (said.text) toast(said.text, "won");
};
// The next cards of a column come as it is scrolled; without a script, by the link.
const more = new IntersectionObserver((seen) => {
  for (const { isIntersecting, target } of seen) if (isIntersecting) { more.unobserve(target); target.click(); }
}, { rootMargin: "200px" });
const arm = async (board) => {
  for (const link of board.querySelectorAll(".more > a")) more.observe(link);
  if (board.dataset.armed) return;
  board.dataset.armed = "yes";
  await import(board.dataset.sortable);
  const zones = [...board.parentElement.querySelectorAll("[data-zone]")];
  for (const zone of zones) globalThis.Sortable.create(zone, { group: { name: "cards", pull: false }, sort: false });
  for (const list of board.querySelectorAll("[data-cards]")) {
    globalThis.Sortable.create(list, {
      group: { name: "cards", put: () => list.dataset.openToMoves === "true" },
      draggable: "[data-card][data-move]", filter: ".menu, .menu *", preventOnFilter: false,
      sort: false, animation: 150, delay: 180, delayOnTouchOnly: true, touchStartThreshold: 6, forceFallback: matchMedia("(pointer: coarse)").matches,
      onStart: (event) => {
        event.item.before_ = { list: event.from, next: event.item.nextElementSibling };
        board.parentElement.classList.add("dragging");
      },
      onEnd: (event) => {
        board.parentElement.classList.remove("dragging");
        const zone = event.to.dataset.zone;
        const to = zone ? board.querySelector(`[data-column="${CSS.escape(zone)}"] [data-cards]`) : event.to;
        if (zone) to.prepend(event.item);
        if (event.from !== to) put(event.item, to, event.item.before_, board);
      },
    });
  }
};
const armAll = () => document.querySelectorAll("[data-board]").forEach((board) => arm(board).catch(() => {}));
armAll();
document.addEventListener("htmx:after:swap", armAll);
// The columns are put into a card's menu as it opens: all but the card's own.
document.addEventListener("click", ({ target }) => {
  const menu = target.closest?.("[data-move-menu] > summary")?.parentElement;
  if (!menu) return;
  const card = menu.closest("[data-card]"), columns = menu.closest("[data-board]").querySelector("template[data-move-to]");
  const form = columns.content.firstElementChild.cloneNode(true);
  form.action = card.dataset.move;
  form.elements.version.value = card.dataset.version;
  form.querySelector(`button[value="${CSS.escape(card.closest("[data-column]").dataset.column)}"]`)?.remove();
  menu.lastElementChild.replaceWith(form);
}, true);
document.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-move-form]")) return;
  event.preventDefault();
  const card = event.target.closest("[data-card]"), board = card.closest("[data-board]"), value = event.submitter.value;
  const target = board.querySelector(`[data-column="${CSS.escape(value)}"] [data-cards]`);
  const before = { list: card.parentElement, next: card.nextElementSibling };
  event.target.closest("details").open = false;
  put(card, target, before, board);
  card.querySelector("[data-open]").focus();
  card.scrollIntoView({ block: "nearest", inline: "nearest" });
});
