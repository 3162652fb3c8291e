// Two charts, each a filter: deadlines over time, tasks per department. The pale bar is
// everything, the full one what the filters leave.

function drawCharts(box, docs) {
  const all = docs.flatMap((doc) => doc.notice.tasks.map((task) => ({task, doc})));
  const left = (except) => new Set(all.filter(({task, doc}) => matches(task, doc, except)).map(({task}) => task));
  const charts = [deadlineChart(all, left("year")), departmentChart(all, left("department"))];
  const focus = box.contains(document.activeElement) && document.activeElement.getAttribute("aria-label");
  box.replaceChildren(...charts.filter(Boolean));
  box.hidden = !box.childElementCount;
  if (focus) for (const bar of box.querySelectorAll(".hit")) if (bar.getAttribute("aria-label") === focus) bar.focus();
}

// deadlineChart counts deadlines by year, or by quarter where they lie within four years.
function deadlineChart(all, left) {
  const times = all.flatMap(({task}) => (task.deadlines || []).map((d) => ({task, day: d.end || d.start, year: yearOf(d)})));
  if (!times.length) return null;
  const years = times.filter((t) => /^\d/.test(t.year)).map((t) => Number(t.year)), first = Math.min(...years), last = Math.max(...years);
  const quarterly = years.length > 0 && last - first < 4, slots = [];
  if (years.length && last - first < 60) {
    for (let y = first; y <= last; y++) {
      for (let q = 1; q <= (quarterly ? 4 : 1); q++) slots.push({year: String(y), quarter: quarterly ? q : 0, label: q > 1 ? "" : String(y)});
    }
  } else for (const y of [...new Set(years)].sort()) slots.push({year: String(y), quarter: 0, label: String(y)});
  for (const y of ["every", "ongoing", "other"]) if (times.some((t) => t.year === y)) slots.push({year: y, quarter: 0, label: yearName(y), apart: true});
  const counts = new Map();
  for (const t of times) {
    const key = t.year + (quarterly && /^\d/.test(t.year) ? " " + Math.ceil(Number(t.day.slice(5, 7)) / 3) : "");
    if (!counts.has(key)) counts.set(key, {all: 0, left: 0});
    counts.get(key).all++;
    if (left.has(t.task)) counts.get(key).left++;
  }
  for (const s of slots) Object.assign(s, counts.get(s.year + (s.quarter ? " " + s.quarter : "")) || {all: 0, left: 0});
  return figure(word("chart.deadlines"), columns(slots));
}

const breadth = (text) => [...text].reduce((n, c) => n + (c > "\u2e80" ? 11 : 6.5), 0); // of a label, as drawn

// columns draws the slots from left to right; those that are no years are as broad as their names.
function columns(slots) {
  const width = 360, height = 132, base = 104, top = Math.max(1, ...slots.map((s) => s.all));
  const apart = slots.filter((s) => s.apart), rest = width - apart.reduce((n, s) => n + breadth(s.label) + 8, 0);
  let x = 0, free = 0;
  for (const s of slots) {
    s.x = x;
    s.step = s.apart ? breadth(s.label) + 8 : rest / (slots.length - apart.length);
    x += s.step;
    const middle = s.x + (s.quarter ? s.step * 2 : s.step / 2), half = breadth(s.label) / 2;
    if (s.apart || (s.label && middle - half >= free && middle + half <= rest)) { s.middle = middle; free = middle + half + 6; }
  }
  return svg("svg", {viewBox: "0 0 " + width + " " + height, role: "group", "aria-label": word("chart.deadlines")},
    svg("line", {class: "axis", x1: 0, x2: width, y1: base + 0.5, y2: base + 0.5}),
    slots.map((s) => column(s, height, base, tall(top))), slots.map((s) => signsOf(s, base, tall(top))));
}

const tall = (top) => (n) => (n ? Math.max(3, (n / top) * 82) : 0);

function column(s, height, base, tall) {
  const bar = Math.min(26, s.step * 0.62), x = s.x + (s.step - bar) / 2;
  const name = s.quarter ? word("quarter", s.year, s.quarter) : yearName(s.year);
  return hit(word("chart.deadline", name, s.left), "year", s.year, s.all > 0,
    svg("rect", {class: "zone", x: s.x, y: 0, width: s.step, height}),
    svg("rect", {class: "pale", x, y: base - tall(s.all), width: bar, height: tall(s.all), rx: 2}),
    svg("rect", {class: "full", x, y: base - tall(s.left), width: bar, height: tall(s.left), rx: 2}));
}

// signsOf are the number above a column, where there is room, and the name below it.
const signsOf = (s, base, tall) => [
  s.left && breadth(String(s.left)) < s.step ? svg("text", {class: "number", x: s.x + s.step / 2, y: base - tall(s.all) - 5}, String(s.left)) : null,
  s.middle ? svg("text", {class: "label", x: s.middle, y: base + 17}, s.label) : null,
];

// hit makes parts of a drawing a button that sets a filter.
function hit(label, key, value, usable, ...parts) {
  const on = filter[key] === value, press = () => setFilter(key, value, true);
  return svg("g", {
    class: "hit" + (on ? " on" : ""), role: usable ? "button" : null, "aria-label": usable ? label : null, "aria-pressed": usable ? String(on) : null,
    tabindex: usable ? 0 : null, onclick: usable ? press : null,
    onkeydown: usable ? (e) => { if (e.key === "Enter" || e.key === " ") { e.preventDefault(); press(); } } : null,
  }, usable ? svg("title", {}, label) : null, parts);
}

// departmentChart shows the departments with most tasks, by role, their names in full.
function departmentChart(all, left) {
  const counts = new Map();
  for (const {task, doc} of all) {
    const seen = new Set();
    for (const {role, department} of partiesOf(task)) {
      const key = partyKey(doc, department);
      if (seen.has(key)) continue;
      seen.add(key);
      if (!counts.has(key)) counts.set(key, {key, all: 0, left: 0, lead: 0, support: 0, responsible: 0});
      const c = counts.get(key);
      c.all++;
      if (left.has(task)) { c.left++; c[role]++; }
    }
  }
  if (!counts.size) return null;
  const rows = [...counts.values()].sort((a, b) => b.left - a.left || b.all - a.all || (a.key < b.key ? -1 : 1)).slice(0, 7);
  const top = Math.max(...rows.map((r) => r.all));
  return figure(word("chart.departments"), el("div", {class: "bars", role: "group", "aria-label": word("chart.departments")}, rows.map((r) => bar(r, top))),
    el("span", {class: "roles"}, roles.map((r) => el("span", {class: "role " + r}, named("Role", r)))));
}

function bar(r, top) {
  const part = (kind, n) => {
    const node = el("span", {class: kind});
    node.style.width = (100 * n) / top + "%";
    return node;
  };
  const on = filter.department === r.key, name = partyName(r.key);
  return button("", {
    class: "hit" + (on ? " on" : ""), "aria-pressed": String(on), "aria-label": word("chart.department", name, r.left),
    onclick: () => setFilter("department", r.key, true),
  }, el("span", {class: "term"}, name),
  el("span", {class: "track"}, part("pale", r.all), el("span", {class: "fulls"}, roles.map((role) => part("full " + role, r[role])))),
  el("span", {class: "amount"}, String(r.left)));
}

const figure = (name, drawing, more) => el("figure", {}, el("figcaption", {}, name, more || null), drawing);
