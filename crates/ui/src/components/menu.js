// Menus are <details>; here they close on a click elsewhere or on a way out of them, on Escape, and when focus leaves; arrows
// walk through.
const open = () => document.querySelectorAll("[data-menu][open]");
document.addEventListener("click", (event) => {
  const gone = event.target.closest("a.menu-item:not([data-dialog])");
  for (const menu of open()) if (gone || !menu.contains(event.target)) menu.open = false;
});
document.addEventListener("focusin", (event) => {
  for (const menu of open()) if (!menu.contains(event.target)) menu.open = false;
});
document.addEventListener("keydown", (event) => {
  const menu = event.target.closest?.("[data-menu][open]");
  if (!menu) return;
  if (event.key === "Escape") {
    menu.open = false;
    menu.querySelector("summary").focus();
    event.stopImmediatePropagation();
  }
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const items = [...menu.querySelectorAll("a[href], button, select, input")].filter((item) => item.offsetParent);
  if (!items.length || event.target.matches("input, select")) return;
  const step = event.key === "ArrowDown" ? 1 : -1;
  items[(items.indexOf(document.activeElement) + step + items.length) % items.length].focus();
  event.preventDefault();
});
