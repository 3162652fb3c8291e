// Where values stand: stretches of the reading text, in code points, with the values on each.

// layOut divides the text into lines of code points, once, and finds the marks of what the
// notice now holds.
function layOut(doc) {
  if (!doc.lines) {
    doc.lines = doc.text === null ? [] : doc.text.split("\n").map((line) => [...line]);
    doc.starts = [0];
    for (const line of doc.lines) doc.starts.push(doc.starts.at(-1) + line.length + 1);
  }
  doc.marks = [];
  doc.markOf = new Map();
  doc.at = new Map();
  const n = doc.notice, spans = n.metadata.spans || {};
  for (const [key, span] of Object.entries(spans)) {
    for (const s of Array.isArray(span) ? span : [span]) if (doc.metadata[key]) addMark(doc, "metadata", s, doc.metadata[key]);
  }
  for (const [kind, list] of [["goal", n.goals], ["task", n.tasks], ["indicator", n.indicators]]) {
    for (const item of list || []) {
      addMark(doc, kind, item.span, item);
      for (const {department} of partiesOf(item)) addMark(doc, "department", department.span, department);
      for (const d of item.deadlines || []) addMark(doc, "deadline", d.span, d);
      for (const t of item.targets || []) addMark(doc, "target", t.span, t);
      for (const v of item.values || []) addMark(doc, "indicator", v.span, v);
    }
  }
  for (const c of n.citations || []) addMark(doc, "citation", c.span, c);
  for (const d of n.diagnostics) if (d.span) addMark(doc, "diagnostic", d.span, d);
  doc.marks.sort((a, b) => a.start - b.start || b.end - a.end);
  doc.marks.forEach((m, id) => { m.id = id; });
}

// addMark marks the stretch that a value stands on. What does not lie within the text has none.
function addMark(doc, kind, {start, end}, owner) {
  if (start < 0 || start >= end || end > doc.starts.at(-1)) return;
  const key = kind + " " + start + " " + end;
  if (!doc.at.has(key)) {
    const mark = {kind, start, end, owners: [], els: []};
    doc.at.set(key, mark);
    doc.marks.push(mark);
  }
  const mark = doc.at.get(key);
  mark.owners.push(owner);
  if (!doc.markOf.has(owner)) doc.markOf.set(owner, mark);
}

// cut divides the lines, one after the other, into segments {text, marks} on which the same marks lie throughout, the
// outermost first.
function* cut(doc) {
  let active = [], next = 0;
  for (const [n, line] of doc.lines.entries()) {
    const segments = [], from = doc.starts[n], to = from + line.length;
    for (let at = from; at < to;) {
      active = active.filter((m) => m.end > at);
      while (next < doc.marks.length && doc.marks[next].start <= at) active.push(doc.marks[next++]);
      active = active.filter((m) => m.end > at);
      let end = next < doc.marks.length ? Math.min(to, doc.marks[next].start) : to;
      for (const m of active) end = Math.min(end, m.end);
      segments.push({text: line.slice(at - from, end - from).join(""), marks: active});
      at = end;
    }
    yield segments;
  }
}

// textAt returns the reading text between two code points.
function textAt(doc, start, end) {
  const out = [];
  for (let n = lineAt(doc, start); n <= lineAt(doc, end - 1); n++) {
    const from = doc.starts[n - 1];
    out.push(doc.lines[n - 1].slice(Math.max(0, start - from), end - from).join(""));
  }
  return out.join("\n");
}

// lineAt is the line, from 1, that a code point stands on.
function lineAt(doc, at) {
  let low = 0, high = doc.lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (doc.starts[middle] <= at) low = middle; else high = middle - 1;
  }
  return low + 1;
}
