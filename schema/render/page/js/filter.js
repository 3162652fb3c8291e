// Filters over tasks. They hold for every notice of the page and stand in its address.

const filter = {words: "", department: "", role: "", kind: "", year: "", after: "", before: "", place: "", has: ""};

// contents are what a task can be asked to have, each with its test.
const contents = {
  deadlines: (task) => Boolean(task.deadlines),
  targets: (task) => Boolean(task.targets),
  warnings: (task, doc) => doubtsOf(task, doc).length > 0,
  nobody: (task) => partiesOf(task).length === 0,
  edited: (task) => [task, ...belowTask(task)].some(wasCorrected),
};

const yearsOf = (task) => (task.deadlines && task.deadlines.length ? task.deadlines.map(yearOf) : ["none"]);
const isFiltered = () => Object.values(filter).some(Boolean);

// matches reports whether the filters leave a task, but for the one that is excepted.
function matches(task, doc, except) {
  const f = except ? {...filter, [except]: ""} : filter;
  if (f.place && placeOf(doc) !== f.place) return false;
  if ((f.department || f.role || f.kind) && !partiesOf(task).some(({role, department: d}) =>
    (!f.department || isParty(doc, d, f.department)) && (!f.role || role === f.role) && (!f.kind || d.kind === f.kind))) return false;
  if (f.year && !yearsOf(task).includes(f.year)) return false;
  if ((f.after || f.before) && !(task.deadlines || []).some((d) => d.end && (!f.after || d.end >= f.after) && (!f.before || d.end <= f.before))) return false;
  if (f.has && !f.has.split(",").every((what) => contents[what] && contents[what](task, doc))) return false;
  return !f.words || wordsOf(task).includes(f.words.toLowerCase());
}

const wordsOf = (task) => [task.id, task.title, ...(task.path || []), task.text, task.schedule, ...partiesOf(task).map((p) => p.department.name)].join("\n").toLowerCase();

// setFilter sets one filter; the value it has already clears it where toggle is set.
function setFilter(key, value, toggle) {
  filter[key] = toggle && filter[key] === value ? "" : value;
  writeAddress();
  applyFilter();
}

// setContent adds one thing that tasks are to have, or takes it away.
function setContent(what) {
  const list = filter.has.split(",").filter(Boolean);
  setFilter("has", (list.includes(what) ? list.filter((x) => x !== what) : [...list, what]).join(","));
}

function resetFilter() {
  for (const key of Object.keys(filter)) filter[key] = "";
  writeAddress();
  applyFilter();
}

// applyFilter shows what matches, without drawing the cards again.
function applyFilter() {
  const bar = document.querySelector(".filter");
  if (!bar) return;
  for (const control of bar.querySelectorAll("[data-filter]")) {
    const key = control.dataset.filter;
    if (control.value !== filter[key] && document.activeElement !== control) control.value = filter[key];
    if (!filter[key] && key !== "words") control.value = "";
    control.classList.toggle("set", Boolean(filter[key]));
  }
  drawActive(bar.querySelector(".active"));
  const found = current ? filterCards() : filterBatch();
  bar.querySelector(".found").textContent = found;
}

function filterCards() {
  if (isFiltered()) drawAll();
  const tasks = current.notice.tasks, left = new Set(tasks.filter((t) => matches(t, current)));
  for (const t of tasks) if (faces.has(t)) faces.get(t).node.hidden = !left.has(t);
  let shows = false;
  for (const item of [...$("cards").children].reverse()) { // a heading is shown where a card below it is
    if (!item.classList.contains("section")) shows ||= !item.hidden;
    else { item.hidden = !shows; shows = false; }
  }
  for (const t of tasks) for (const e of (current.markOf.get(t) || {els: []}).els) e.classList.toggle("faded", !left.has(t));
  $("nothing").hidden = left.size > 0 || tasks.length === 0;
  drawCharts($("charts"), [current]);
  return isFiltered() ? word("some-tasks", left.size, tasks.length) : word("all-tasks", tasks.length);
}
