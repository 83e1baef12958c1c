// Teams as a tree (data-teams, where a move is posted): a team is dragged by its grip below another, or moved by Alt and an
// arrow: right puts it below the one before, left takes it out. People are dragged to another team. What is refused goes back.
const page = document.querySelector("[data-teams]");
const toast = (text) => document.dispatchEvent(new CustomEvent("cordee:toast", { detail: { text, tone: "overdue" } }));
const sort = (list) => {
  const own = [...list.children].filter((one) => one.dataset.name !== undefined);
  own.sort((one, other) => one.dataset.name.localeCompare(other.dataset.name, document.documentElement.lang));
  list.prepend(...own);
};
const keep = async (item, from) => {
  const to = item.parentElement, body = new URLSearchParams({ to: to.dataset.branch ?? to.dataset.people });
  body.set(item.dataset.team ? "team" : "person", item.dataset.team ?? item.dataset.person);
  sort(to);
  const answer = await fetch(page.dataset.teams, { method: "POST", body, headers: { "HX-Request": "true", "HX-Request-Type": "partial" } }).catch(() => null);
  if (answer?.ok && !answer.redirected) {
    const above = to.closest("[data-team]")?.dataset.name;
    page.querySelector("[data-told]").textContent = [above, item.dataset.name].filter(Boolean).join(" › ");
    for (const count of new DOMParser().parseFromString(await answer.text(), "text/html").querySelectorAll("[data-team]")) {
      const now = page.querySelector(`[data-team="${count.dataset.team}"] > .team-row > .team-count`);
      now?.replaceWith(count.querySelector(":scope > .team-row > .team-count"));
    }
    return;
  }
  from.append(item);
  sort(from);
  const said = answer && new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(".error-page p, h1");
  toast(said?.textContent || document.querySelector("[data-toasts]").dataset.lost);
};
const arm = () => {
  if (page.hasAttribute("data-armed")) return;
  page.dataset.armed = "";
  page.querySelector(".teams-keys").hidden = false;
  import(page.dataset.sortable).then(() => {
    const onEnd = ({ item, from, to }) => { if (from !== to) keep(item, from); };
    const common = { animation: 150, sort: false, fallbackOnBody: true, swapThreshold: 0.65, onEnd };
    for (const list of page.querySelectorAll("[data-branch]")) globalThis.Sortable.create(list, { ...common, group: "teams", draggable: "[data-team]", handle: "[data-grip]", sort: true });
    for (const list of page.querySelectorAll("[data-people]")) globalThis.Sortable.create(list, { ...common, group: "people", draggable: "[data-person]", filter: ".icon-button", preventOnFilter: false, delay: 150, delayOnTouchOnly: true });
  }).catch(() => {});
};
if (page) arm();
document.addEventListener("keydown", (event) => {
  const team = event.altKey && event.target.closest?.("[data-teams] [data-team]");
  if (!team || (event.key !== "ArrowRight" && event.key !== "ArrowLeft") || event.target.matches("input, textarea, select")) return;
  event.preventDefault();
  const from = team.parentElement, right = event.key === "ArrowRight";
  const to = right ? team.previousElementSibling?.querySelector(":scope > [data-branch]") : from.closest("[data-team]")?.parentElement;
  if (!to) return;
  const held = document.activeElement;
  to.append(team);
  keep(team, from);
  held?.focus();
});
