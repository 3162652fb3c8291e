// Filters over tasks: by words, department, role, kind of department, year and content.
// They hold for every notice of the page.

const filter = {words: "", department: "", role: "", kind: "", year: "", has: ""};
const contents = {
  target: "有量化目标", deadline: "有期限", nobody: "无责任单位", doubt: "有存疑", edited: "已修改",
};

// partyKey is what departments are told apart by: in a batch, 市民政局 of two cities are two.
const partyKey = (d) => (blocks.length > 1 && d.canonical) || d.name;

const yearsOf = (task) => (task.deadlines && task.deadlines.length ? task.deadlines.map(yearOf) : ["none"]);

function matches(task, doc, except) {
  const f = except ? {...filter, [except]: ""} : filter;
  const parties = partiesOf(task);
  if ((f.department || f.role || f.kind) && !parties.some(({role, department: d}) =>
    (!f.department || partyKey(d) === f.department) && (!f.role || role === f.role) && (!f.kind || d.kind === f.kind))) return false;
  if (f.year && !yearsOf(task).includes(f.year)) return false;
  if (f.has && !hasContent(task, doc, f.has)) return false;
  return !f.words || wordsOf(task, parties).includes(f.words.toLowerCase());
}

function hasContent(task, doc, what) {
  switch (what) {
    case "target": return Boolean(task.targets);
    case "deadline": return Boolean(task.deadlines);
    case "nobody": return partiesOf(task).length === 0;
    case "doubt": return doubtsOf(task, doc).length > 0;
  }
  return [task, ...partiesOf(task).map((p) => p.department), ...(task.deadlines || []), ...(task.targets || [])].some((o) => doc.edited.has(o));
}

const wordsOf = (task, parties) => [task.id, task.title, task.text, task.schedule, ...parties.map((p) => p.department.name)].join("\n").toLowerCase();

// filterBar makes the controls for the tasks of docs.
function filterBar(docs) {
  const tasks = docs.flatMap((d) => d.notice.tasks);
  const parties = tally(tasks.flatMap((t) => [...new Set(partiesOf(t).map((p) => partyKey(p.department)))]));
  const kinds = tally(tasks.flatMap((t) => [...new Set(partiesOf(t).map((p) => p.department.kind))]));
  const years = tally(tasks.flatMap((t) => [...new Set(yearsOf(t))]));
  const choices = (counts, name) => counts.map(([value, n]) => [value, name(value) + "（" + n + "）"]);
  return el("form", {class: "filter", role: "search", "aria-label": "筛选任务", onsubmit: (e) => e.preventDefault()},
    el("input", {
      type: "search", placeholder: "搜索任务", "aria-label": "搜索任务", "data-filter": "words", value: filter.words,
      oninput: (e) => setFilter("words", e.target.value.trim()),
    }),
    choice("department", "单位", choices(parties, (v) => v)),
    choice("role", labels.fields.Department.role, roles.map((r) => [r, named("Role", r)])),
    choice("kind", "类别", choices(kinds, (v) => named("DepartmentKind", v))),
    choice("year", "期限", choices(years.sort((a, b) => (a[0] < b[0] ? -1 : 1)), (v) => yearNames[v] || v + " 年")),
    choice("has", "内容", Object.entries(contents)),
    el("output", {class: "found", "aria-live": "polite"}),
    button("清除", {class: "quiet clear", onclick: resetFilter}));
}

function choice(key, name, options) {
  return el("select", {"aria-label": name, "data-filter": key, onchange: (e) => setFilter(key, e.target.value)},
    el("option", {value: ""}, name),
    options.map(([value, text]) => el("option", {value, selected: filter[key] === value}, text)),
    filter[key] && !options.some(([value]) => value === filter[key]) ? el("option", {value: filter[key], selected: true}, filter[key] + "（0）") : null);
}

// tally counts values, the most frequent first.
function tally(values) {
  const counts = new Map();
  for (const v of values) counts.set(v, (counts.get(v) || 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

// setFilter sets one filter; the value it has already clears it where toggle is set.
function setFilter(key, value, toggle) {
  filter[key] = toggle && filter[key] === value ? "" : value;
  applyFilter();
}

function resetFilter() {
  for (const key of Object.keys(filter)) filter[key] = "";
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
  const active = Object.values(filter).some(Boolean);
  bar.querySelector(".clear").hidden = !active;
  if (current) filterCards(bar, active); else filterBatch(bar, active);
}

function filterCards(bar, active) {
  const tasks = current.notice.tasks, shownTasks = new Set(tasks.filter((t) => matches(t, current)));
  for (const t of tasks) faces.get(t).node.hidden = !shownTasks.has(t);
  for (const s of $("cards").querySelectorAll(".section")) s.hidden = !sectionHas(s);
  for (const t of tasks) for (const e of (current.markOf.get(t) || {els: []}).els) e.classList.toggle("faded", active && !shownTasks.has(t));
  $("nothing").hidden = shownTasks.size > 0 || tasks.length === 0;
  bar.querySelector(".found").textContent = active ? shownTasks.size + " / " + tasks.length + " 项" : tasks.length + " 项";
  drawCharts($("charts"), [current]);
}

// sectionHas reports whether a card below the heading is shown.
function sectionHas(section) {
  for (let next = section.nextSibling; next && !next.classList.contains("section"); next = next.nextSibling) {
    if (!next.hidden) return true;
  }
  return false;
}
