// A secret that is shown once can be copied with one press.
for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.parentElement.querySelector("[data-copy-text]").textContent);
    document.dispatchEvent(new CustomEvent("cordee:toast", { detail: { text: button.dataset.done, tone: "won" } }));
  });
}
