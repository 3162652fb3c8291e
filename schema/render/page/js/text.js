// The reading text with its marks. A line is an element whose text is exactly the line's.

const valueKinds = ["department", "deadline", "target", "indicator", "citation", "metadata", "diagnostic"];
const kindNames = {
  task: "任务", goal: "目标", department: "单位", deadline: "期限", target: "量化目标",
  indicator: "指标", citation: "引用", metadata: "文件信息", diagnostic: "诊断",
};

function drawText(doc) {
  for (const m of doc.marks) m.els = [];
  const lines = document.createDocumentFragment();
  doc.lines.forEach((segments, n) => {
    const line = document.createElement("div");
    line.className = "line";
    line.dataset.n = n + 1;
    for (const s of segments) line.append(typeof s === "string" ? s : segment(doc, s));
    lines.append(line);
  });
  $("text").replaceChildren(lines);
  drawLegend(doc);
}

// segment is a stretch with marks, coloured by the innermost one that is a value.
function segment(doc, [text, ...ids]) {
  const span = document.createElement("span");
  const marks = ids.map((id) => doc.marks[id]).filter((m) => m.owners.length);
  const values = marks.filter((m) => m.kind !== "task" && m.kind !== "goal" && m.kind !== "diagnostic");
  const classes = ["m"];
  if (values.length) classes.push("v", "k-" + values.at(-1).kind);
  if (values.length > 1) classes.push("o-" + values.at(-2).kind);
  if (marks.some((m) => m.kind === "diagnostic")) classes.push("doubt");
  span.className = classes.join(" ");
  span.dataset.marks = marks.map((m) => m.id).join(" ");
  for (const m of marks) {
    if (!m.els.length && valueKinds.includes(m.kind) && !span.hasAttribute("role")) {
      span.setAttribute("role", "button");
      span.setAttribute("aria-label", kindNames[m.kind] + "：" + textAt(doc, m.start, m.end));
      span.tabIndex = -1;
    }
    m.els.push(span);
  }
  span.textContent = text;
  return span;
}

// drawLegend makes a switch for each kind that the notice has.
function drawLegend(doc) {
  const counts = {};
  for (const m of doc.marks) if (m.owners.length) counts[m.kind] = (counts[m.kind] || 0) + m.owners.length;
  const switches = valueKinds.filter((k) => counts[k]).map((k) => button(kindNames[k], {
    class: "swatch k-" + k, "data-kind": k, "aria-pressed": String(!$("text").classList.contains("hide-" + k)),
    onclick: (e) => {
      const hidden = $("text").classList.toggle("hide-" + k);
      e.currentTarget.setAttribute("aria-pressed", String(!hidden));
    },
  }, el("span", {class: "count"}, String(counts[k]))));
  $("legend").replaceChildren(...switches, outlineMenu(doc));
}

// outlineMenu leads to the headings.
function outlineMenu(doc) {
  const items = [];
  const walk = (headings, depth) => headings.forEach((heading) => {
    if (depth < 3) items.push([heading.span.line, "　".repeat(depth) + (heading.number ? heading.number + " " : "") + heading.heading]);
    walk(heading.children || [], depth + 1);
  });
  walk(doc.notice.outline || [], 0);
  if (!items.length) return null;
  return el("select", {
    class: "outline", "aria-label": "目录",
    onchange: (e) => { if (e.target.value) reveal($("text").children[e.target.value - 1]); e.target.value = ""; },
  }, el("option", {value: ""}, "目录…"), items.map(([line, text]) => el("option", {value: line}, text)));
}

// ownersAt lists what stands on a segment, the innermost first.
function ownersAt(doc, span) {
  return span.dataset.marks.split(" ").filter(Boolean).reverse().flatMap((id) => doc.marks[id].owners);
}

// addMark marks a stretch for a new value, or for an old one that is to stand there.
function addMark(doc, kind, start, end, owner) {
  const mark = addOwners(doc, {kind, start, end, owners: [owner], els: []});
  doc.markOf.set(owner, mark);
  const last = lineAt(doc, end - 1);
  for (let n = lineAt(doc, start); n <= last; n++) {
    let at = doc.starts[n - 1];
    doc.lines[n - 1] = doc.lines[n - 1].flatMap((s) => {
      const [text, ...ids] = typeof s === "string" ? [s] : s;
      const runes = [...text], from = Math.max(start - at, 0), to = Math.min(end - at, runes.length);
      at += runes.length;
      if (from >= to) return [s];
      const piece = (a, b, more) => (a < b ? [[runes.slice(a, b).join(""), ...ids, ...more]] : []);
      return [...piece(0, from, []), ...piece(from, to, [mark.id]), ...piece(to, runes.length, [])];
    });
  }
  return mark;
}

// dropMark takes an owner off its mark and returns how to put it back.
function dropMark(doc, owner) {
  const mark = doc.markOf.get(owner);
  if (!mark) return () => {};
  const before = mark.owners;
  mark.owners = before.filter((o) => o !== owner);
  doc.markOf.delete(owner);
  return () => { mark.owners = before; doc.markOf.set(owner, mark); };
}
