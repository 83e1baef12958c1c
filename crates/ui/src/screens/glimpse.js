// A figure that takes a while to find out: asked for once the page is there, and anew where somebody has changed what the
// page shows. Until it is known, or where it can't be, the way to where more is told stands in its place.
const asked = new WeakSet();
const ask = async (place) => {
  asked.add(place);
  const answer = await fetch(place.dataset.glimpse, { headers: { "HX-Request": "true" } });
  if (answer.ok && !answer.redirected) place.innerHTML = await answer.text();
};
// Whoever leaves the page meanwhile does not want to know.
const quietly = (place) => ask(place).catch(() => {});
const arm = () => { for (const place of document.querySelectorAll("[data-glimpse]")) if (!asked.has(place)) quietly(place); };
arm();
document.addEventListener("htmx:after:swap", arm);
document.addEventListener("cordee:outdated", ({ target }) => quietly(target));
