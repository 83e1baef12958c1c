// Results below the search box as one types: records from the server, places to go and things to create from this page.
const form = document.querySelector("[data-search]");
if (form) {
  const box = form.querySelector("[data-search-box]"), panel = form.querySelector("[data-search-panel]");
  let asked = null, timer = 0;
  const close = () => { panel.hidden = true; };
  const places = (selector, label, text) => {
    const found = [...document.querySelectorAll(selector)].filter((a) => a.textContent.toLowerCase().includes(text)).slice(0, 4);
    if (!found.length) return null;
    const group = document.createElement("section"), head = document.createElement("h2");
    group.className = "found-group"; head.className = "found-label"; head.textContent = label;
    group.append(head, ...found.map((a) => {
      const link = document.createElement("a"), name = document.createElement("b");
      link.className = "found"; link.href = a.href; name.textContent = a.querySelector("span").textContent;
      link.append(a.querySelector(".icon").cloneNode(true), name);
      return link;
    }));
    return group;
  };
  const show = async () => {
    const text = box.value.trim();
    asked?.abort();
    if (!text) return close();
    asked = new AbortController();
    try {
      const answer = await fetch(`/search?q=${encodeURIComponent(text)}`, { headers: { "HX-Request-Type": "partial" }, signal: asked.signal });
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html"), lower = text.toLowerCase();
      const groups = [page.querySelector("[data-found]"), places(".nav a.nav-item", form.dataset.goLabel, lower), places("[data-create] a", form.dataset.createLabel, lower)];
      panel.replaceChildren(...groups.filter(Boolean));
      panel.hidden = !document.activeElement.closest("[data-search]");
    } catch (error) { if (error.name !== "AbortError") close(); }
  };
  box.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(show, 120); });
  box.addEventListener("focus", () => { if (panel.hidden && box.value.trim()) show(); });
  document.addEventListener("focusin", (event) => { if (!form.contains(event.target)) close(); });
  document.addEventListener("click", (event) => { if (!form.contains(event.target)) close(); });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { close(); if (event.target === box) box.blur(); else box.focus(); event.preventDefault(); return; }
    if ((event.key !== "ArrowDown" && event.key !== "ArrowUp") || panel.hidden) return;
    const all = [box, ...panel.querySelectorAll("a")], step = event.key === "ArrowDown" ? 1 : -1;
    all[(all.indexOf(document.activeElement) + step + all.length) % all.length].focus();
    event.preventDefault();
  });
}
document.addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== "k") return;
  if (document.querySelector("dialog[open]")) return;
  event.preventDefault();
  const box = [...document.querySelectorAll("[data-search-box]")].find((one) => one.offsetParent);
  if (box) { box.focus(); box.select(); } else location.href = "/search";
});
