// Files that are dropped anywhere on a record's page, pasted or chosen are sent one after the other, each with its progress.
const place = () => document.querySelector(".files[data-files]");
const tell = (text) => document.dispatchEvent(new CustomEvent("cordee:toast", { detail: { text, tone: "overdue" } }));
const wake = () => place()?.querySelector(".file-drop")?.setAttribute("data-live", "");
// A line for a file on its way.
const line = (file) => {
  const files = place(), row = document.createElement("li");
  let list = files.querySelector(".file-list");
  if (!list) {
    list = document.createElement("ul");
    list.className = "file-list";
    files.querySelector("header").after(list);
  }
  row.className = "file";
  row.dataset.sending = "";
  row.innerHTML = `<span class="file-tile"></span><div class="file-about"><span class="file-name cut"></span><progress max="1" value="0"></progress></div>`;
  row.querySelector(".file-name").textContent = file.name;
  row.querySelector("progress").setAttribute("aria-label", file.name);
  list.prepend(row);
  return row;
};
const send = (file, row) => new Promise((done) => {
  const request = new XMLHttpRequest(), form = new FormData();
  form.append("file", file);
  request.upload.onprogress = ({ loaded, total }) => { row.querySelector("progress").value = loaded / total; };
  request.onload = () => {
    if (request.status < 300) return done();
    let problem = {};
    try { problem = JSON.parse(request.responseText); } catch { /* a proxy's own page */ }
    done(problem.errors?.[0]?.message ?? problem.title ?? document.querySelector("[data-toasts]").dataset.lost);
  };
  request.onerror = () => done(document.querySelector("[data-toasts]").dataset.lost);
  request.open("POST", place().dataset.files);
  request.send(form);
});
const take = async (chosen) => {
  const files = [...chosen].filter((file) => file.size || file.type), rows = new Map();
  for (const file of files) rows.set(file, line(file));
  let refused = false;
  for (const file of files) {
    const large = file.size > Number(place().dataset.most);
    const why = large ? `${file.name}: ${place().dataset.refused}` : await send(file, rows.get(file));
    if (why) { tell(why); refused = true; }
    rows.get(file).remove();
    if (!why) await renew();
  }
  if (refused) await renew();
};
// The block as it stands then; lines of files on their way stay on top.
const renew = async () => {
  const text = await fetch(location.href).then((answer) => answer.ok ? answer.text() : "").catch(() => "");
  const fresh = new DOMParser().parseFromString(text, "text/html").querySelector(".files");
  if (!fresh) return;
  const waiting = place().querySelectorAll("[data-sending]");
  place().replaceWith(fresh);
  const list = fresh.querySelector(".file-list");
  if (list) list.prepend(...waiting);
  wake();
};
wake();
document.addEventListener("change", (event) => {
  if (event.target.matches(".file-drop[data-live] input[type=file]")) { take(event.target.files); event.target.value = ""; }
});
const brings = (event) => place() && [...event.dataTransfer?.types ?? []].includes("Files");
let over = 0;
document.addEventListener("dragenter", (event) => { if (brings(event)) { over += 1; place().dataset.over = ""; } });
document.addEventListener("dragleave", (event) => { if (brings(event) && (over -= 1) <= 0) delete place().dataset.over; });
document.addEventListener("dragover", (event) => { if (brings(event)) event.preventDefault(); });
document.addEventListener("drop", (event) => {
  if (!brings(event)) return;
  event.preventDefault();
  over = 0;
  delete place().dataset.over;
  take(event.dataTransfer.files);
});
document.addEventListener("paste", (event) => {
  const files = event.clipboardData?.files;
  if (place() && files?.length && !event.target.closest("input, textarea, [contenteditable]")) { event.preventDefault(); take(files); }
});
