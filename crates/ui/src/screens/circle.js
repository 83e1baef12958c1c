// On the map of people arrows walk from card to card, e changes what stands there, Delete takes it off.
const walk = (card, key) => {
  const column = card.closest("ul"), here = [...column.children], at = here.indexOf(card);
  if (key === "ArrowUp" || key === "ArrowDown") return here[at + (key === "ArrowUp" ? -1 : 1)];
  const columns = [...card.closest("[data-map]").querySelectorAll("ul")], next = columns[columns.indexOf(column) + (key === "ArrowLeft" ? -1 : 1)];
  return next && next.children[Math.min(at, next.children.length - 1)];
};
document.addEventListener("keydown", (event) => {
  const card = event.target.closest?.("[data-around]");
  if (!card || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select, textarea") || document.querySelector("dialog[open]")) return;
  const to = event.key.startsWith("Arrow") && walk(card, event.key);
  const does = { e: "[data-change]", E: "[data-change]", Delete: "[data-remove]" }[event.key];
  if (to) to.querySelector("a, button")?.focus();
  else if (does) card.querySelector(does)?.click();
  if (!to && !does) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}, true);
