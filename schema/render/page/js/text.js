// The reading text with its marks. A line is an element whose text is exactly the line's.

const valueKinds = ["department", "deadline", "target", "indicator", "citation", "metadata", "diagnostic"];

function drawText(doc) {
  layOut(doc);
  doc.lineEls = [];
  $("text").replaceChildren();
  if (doc.text === null) $("text").append(el("p", {class: "note"}, word("no-text")));
  drawLegend(doc);
  drawIn("text", drawLines(doc));
}

const linesAtOnce = 40; // in a block: the browser lays out those that are in view

function* drawLines(doc) {
  let block = null;
  for (const segments of cut(doc)) {
    const line = document.createElement("div");
    line.className = "line";
    line.dataset.n = doc.lineEls.push(line);
    for (const s of segments) line.append(s.marks.length ? segment(doc, s) : s.text);
    if (!block) $("text").append(block = el("div", {class: "lines"}));
    block.append(line);
    if (block.childElementCount === linesAtOnce) { block = null; yield; }
  }
}

// segment is a stretch with marks, coloured by the innermost one that is a value.
function segment(doc, {text, marks}) {
  const span = document.createElement("span");
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
      span.setAttribute("aria-label", word("kind." + m.kind) + "：" + textAt(doc, m.start, m.end));
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
  for (const m of doc.marks) counts[m.kind] = (counts[m.kind] || 0) + m.owners.length;
  const switches = valueKinds.filter((k) => counts[k]).map((k) => button(word("kind." + k), {
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
  if (doc.text !== null) walk(doc.notice.outline || [], 0);
  if (!items.length) return "";
  return el("select", {
    class: "outline", "aria-label": word("outline"),
    onchange: (e) => { if (e.target.value) reveal(doc.lineEls[e.target.value - 1]); e.target.value = ""; },
  }, el("option", {value: ""}, word("outline") + "…"), items.map(([line, text]) => el("option", {value: line}, text)));
}

// ownersAt lists what stands on a segment, the innermost first.
const ownersAt = (doc, span) => marksOn(doc, span).reverse().flatMap((m) => m.owners);
const marksOn = (doc, span) => span.dataset.marks.split(" ").filter(Boolean).map((id) => doc.marks[id]);
