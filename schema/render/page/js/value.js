// How values read, and selecting one on either side.

const signs = {">=": "≥ ", ">": "＞ ", "<=": "≤ ", "<": "＜ ", "~": "≈ ", "=": "", "..": ""};

function amount(value, max, unit) {
  return String(value) + (max === undefined ? "" : "–" + max) + (unit || "");
}

const describe = {
  Department: (d) => d.name,
  Deadline: (d) => d.text,
  Target: (t) => (t.indicator ? t.indicator + " " : "") + signs[t.op] + amount(t.value, t.value_max, t.unit) + (t.per ? " / " + t.per : ""),
  IndicatorValue: (v) => (v.year ? v.year + " " : "") + (v.op ? signs[v.op] : "") + v.value,
};

// aside is what a chip adds to the words of the notice.
const aside = {
  Deadline: (d) => (d.relation === "every" || d.relation === "ongoing" ? named("Relation", d.relation) : when(d)),
  Target: (t) => (t.type === "outcome" ? "" : named("TargetType", t.type)),
  IndicatorValue: (v) => named("IndicatorValue.kind", v.kind),
};

let current = null;  // the notice on show
let selected = null; // the value or task that is selected

// chip is a value as a button. It stands for owner wherever it is drawn.
function chip(owner, type, task, extra) {
  const note = aside[type] ? aside[type](owner) : "";
  return bindOwner(button(describe[type](owner), {
    class: "chip k-" + (extra || type.toLowerCase()), tabindex: -1, "data-type": type,
    title: owner.text && owner.text !== describe[type](owner) ? word("original", owner.text) : null,
  }, note && el("small", {}, note)), owner, type, task);
}

const faces = new Map(); // owner → {node, type, task} of what shows it among the facts

function bindOwner(node, owner, type, task) {
  faces.set(owner, {node, type, task});
  node.owner = owner;
  if (isCorrected(current, owner)) (node.querySelector("h3") || node).append(el("span", {class: "edited"}, word("edited")));
  return node;
}

// select shows owner on both sides. from is "text" or "facts": the other side scrolls.
function select(owner, from) {
  drawAll();
  clearSelection();
  selected = owner;
  const face = faces.get(owner), mark = current.markOf.get(owner);
  const task = face && (face.task || owner), extent = task && current.markOf.get(task);
  if (extent) for (const e of extent.els) e.classList.add("in");
  if (mark) for (const e of mark.els) e.classList.add("on");
  if (face) {
    if (from !== "check") showPanelOf(face.node);
    face.node.classList.add("on");
    face.node.setAttribute("aria-current", "true");
    const card = face.node.closest(".card");
    if (card) card.classList.add("open");
    inspect(owner, face, mark);
  }
  rove(face && face.node);
  if (mark && mark.els.length) rove(mark.els[0].hasAttribute("role") ? mark.els[0] : null);
  if (from === "text") { if (narrow.matches) showSide("facts"); if (face) reveal(face.node); }
  if (from === "facts" && mark && mark.els.length) { if (narrow.matches) showSide("text"); reveal(mark.els[0]); }
  if (face) say((mark ? "" : word("no-place")) + face.node.textContent);
}

function clearSelection() {
  for (const e of document.querySelectorAll(".on, .in, .card.open")) e.classList.remove("on", "in", "open");
  for (const e of document.querySelectorAll("#review [aria-current]")) e.removeAttribute("aria-current");
  const old = document.querySelector(".inspector");
  if (old) old.remove();
  selected = null;
}

// inspect shows every field of a value below its chip, with what can be done to it.
function inspect(owner, face, mark) {
  const host = face.node.closest("[data-inspect]");
  if (!host || face.type === "Task") return;
  const rows = (page.forms[face.type] || []).filter((f) => owner[f.key] !== undefined && f.type !== "object");
  const role = face.type === "Department" && roleOf(face.task, owner);
  const list = el("dl", {},
    role && row(fieldName("Department", "role"), named("Role", role)),
    rows.map((f) => row(fieldName(face.type, f.key), shown(f, owner[f.key]))),
    mark && row(word("place"), word("line-and-characters", lineAt(current, mark.start), mark.start, mark.end)));
  host.append(el("div", {class: "inspector"}, list, el("div", {class: "actions"},
    editable(face.type) && button(word("edit"), {class: "edit", onclick: () => editOwner(owner)}),
    button(word("remove"), {class: "quiet remove", onclick: () => removeOwner(owner)}))));
}

const row = (name, value) => el("div", {}, el("dt", {}, name), el("dd", {}, value));

function shown(f, value) {
  if (f.type === "flag") return named("bool", String(value));
  if (f.type === "choice") return named(f.enum, value);
  return Array.isArray(value) ? value.join("、") : String(value);
}
