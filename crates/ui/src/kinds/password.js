// A password can be looked at while it is typed.
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-reveal]");
  if (!button) return;
  const input = button.parentElement.querySelector("input"), shown = input.type === "text";
  input.type = shown ? "password" : "text";
  button.setAttribute("aria-pressed", String(!shown));
  [button.textContent, button.dataset.hide] = [button.dataset.hide, button.textContent];
});
for (const button of document.querySelectorAll("[data-reveal]")) button.hidden = false;
