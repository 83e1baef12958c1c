// A part of a page with a script of its own (data-module) brings it when it is shown.
const bring = () => { for (const part of document.querySelectorAll("[data-module]")) import(part.dataset.module); };
bring();
new MutationObserver(bring).observe(document.body, { childList: true, subtree: true });
