// The records before and after this one in the list one came from: kept when one leaves the list, read on past its pages.
const KEY = "list", STEPS = [["prev", -1], ["next", 1]];
const kept = () => JSON.parse(sessionStorage.getItem(KEY) ?? "null");
const rows = (list) => [...list.querySelectorAll("a[data-open]")].map((link) => link.getAttribute("href"));
const way = (root, step) => root?.querySelector(`.pager a[rel=${step}]`)?.getAttribute("href");
document.addEventListener("click", ({ target }) => {
  const list = target.closest("a[data-open]")?.closest("table, .cards");
  if (!list) return;
  const page = list.closest(".list");
  sessionStorage.setItem(KEY, JSON.stringify({ rows: rows(list), prev: way(page, "prev"), next: way(page, "next") }));
}, true);
// The page of the list that comes before or after what is kept.
const readOn = async (list, step) => {
  const text = await fetch(list[step]).then((answer) => answer.ok ? answer.text() : "").catch(() => "");
  const page = new DOMParser().parseFromString(text, "text/html").querySelector(".list");
  const more = page ? rows(page) : [];
  list.rows = step === "next" ? [...list.rows, ...more] : [...more, ...list.rows];
  list[step] = way(page, step);
  sessionStorage.setItem(KEY, JSON.stringify(list));
};
const show = async () => {
  const list = kept();
  if (!document.querySelector("[data-neighbour]") || !list?.rows.includes(location.pathname)) return;
  for (const [step, by] of STEPS) {
    const at = () => list.rows[list.rows.indexOf(location.pathname) + by];
    if (!at() && list[step]) await readOn(list, step);
    const link = document.querySelector(`[data-neighbour=${step}]`);
    if (link && at()) { link.href = at(); link.hidden = false; }
  }
};
show();
