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
  const times = all.flatMap(({task}) => (task.deadlines || []).map((d) => ({task, d, day: d.end || d.start, year: yearOf(d)})));
  if (!times.length) return null;
  const dated = times.filter((t) => /^\d/.test(t.year));
  const years = dated.map((t) => Number(t.year)), first = Math.min(...years), last = Math.max(...years);
  const quarterly = dated.length > 0 && last - first < 4;
  const slots = [];
  if (dated.length && last - first < 60) {
    for (let y = first; y <= last; y++) {
      for (let q = 1; q <= (quarterly ? 4 : 1); q++) slots.push({year: String(y), quarter: quarterly ? q : 0, label: quarterly && q > 1 ? "" : String(y)});
    }
  } else for (const y of [...new Set(years)].sort()) slots.push({year: String(y), quarter: 0, label: String(y)});
  for (const y of ["every", "ongoing", "other"]) if (times.some((t) => t.year === y)) slots.push({year: y, quarter: 0, label: yearNames[y], apart: true});
  for (const s of slots) {
    const here = times.filter((t) => t.year === s.year && (!s.quarter || Math.ceil(Number(t.day.slice(5, 7)) / 3) === s.quarter));
    s.all = here.length;
    s.left = here.filter((t) => left.has(t.task)).length;
  }
  return figure("期限分布", columns(slots, quarterly));
}

function columns(slots, quarterly) {
  const width = 360, height = 132, base = 104, top = Math.max(1, ...slots.map((s) => s.all));
  const step = width / slots.length, bar = Math.min(26, step * 0.62);
  return svg("svg", {viewBox: "0 0 " + width + " " + height, role: "group", "aria-label": "期限分布图"},
    svg("line", {class: "axis", x1: 0, x2: width, y1: base + 0.5, y2: base + 0.5}),
    slots.map((s, i) => {
      const x = i * step + (step - bar) / 2, tall = (n) => (n ? Math.max(3, (n / top) * 82) : 0);
      const name = (yearNames[s.year] || s.year + " 年") + (s.quarter ? "第 " + s.quarter + " 季度" : "");
      const every = Math.ceil(slots.length / 9);
      const label = s.label && (quarterly || s.apart || i % every === 0) ? s.label : "";
      return hit(name + "：" + s.left + " 个期限", "year", s.year, s.all > 0,
        svg("rect", {class: "zone", x: i * step, y: 0, width: step, height}),
        svg("rect", {class: "pale", x, y: base - tall(s.all), width: bar, height: tall(s.all), rx: 2}),
        svg("rect", {class: "full", x, y: base - tall(s.left), width: bar, height: tall(s.left), rx: 2}),
        s.left ? svg("text", {class: "number", x: x + bar / 2, y: base - tall(s.all) - 5}, String(s.left)) : null,
        label ? svg("text", {class: "label", x: quarterly && s.quarter ? i * step + step * 2 : x + bar / 2, y: base + 17}, label) : null);
    }));
}

// departmentChart shows the departments with most tasks, by role.
function departmentChart(all, left) {
  const counts = new Map();
  for (const {task} of all) {
    const seen = new Set();
    for (const {role, department} of partiesOf(task)) {
      const key = partyKey(department);
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
  return figure("单位任务数", bars(rows, Math.max(...rows.map((r) => r.all))),
    el("span", {class: "roles"}, roles.map((r) => el("span", {class: "role " + r}, named("Role", r)))));
}

function bars(rows, top) {
  const width = 360, high = 18, from = 132, room = width - from - 30;
  return svg("svg", {viewBox: "0 0 " + width + " " + Math.max(132, rows.length * high + 6), role: "group", "aria-label": "单位任务数图"},
    rows.map((r, i) => {
      const y = i * high + 3, wide = (n) => (n / top) * room;
      let x = from;
      const parts = roles.map((role) => {
        const part = svg("rect", {class: "full " + role, x, y: y + 2, width: wide(r[role]), height: high - 7});
        x += wide(r[role]);
        return part;
      });
      return hit(r.key + "：" + r.left + " 项任务", "department", r.key, true,
        svg("rect", {class: "zone", x: 0, y, width, height: high}),
        svg("text", {class: "term", x: from - 8, y: y + high - 6}, shorten(r.key, 10)),
        svg("rect", {class: "pale", x: from, y: y + 2, width: wide(r.all), height: high - 7}), parts,
        svg("text", {class: "amount", x: from + wide(r.all) + 6, y: y + high - 6}, String(r.left)));
    }));
}

const shorten = (text, most) => ([...text].length > most ? [...text].slice(0, most - 1).join("") + "…" : text);

// hit makes parts of a chart a button that sets a filter.
function hit(label, key, value, usable, ...parts) {
  const on = filter[key] === value;
  const press = () => setFilter(key, value, true);
  return svg("g", {
    class: "hit" + (on ? " on" : ""), role: usable ? "button" : null, "aria-label": usable ? label : null, "aria-pressed": usable ? String(on) : null,
    tabindex: usable ? 0 : null, "data-key": key, "data-value": value, onclick: usable ? press : null,
    onkeydown: usable ? (e) => { if (e.key === "Enter" || e.key === " ") { e.preventDefault(); press(); } } : null,
  }, svg("title", {}, label), parts);
}

const figure = (name, drawing, more) => el("figure", {}, el("figcaption", {}, name, more || null), drawing);
