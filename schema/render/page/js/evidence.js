// Marking: text that is selected can become a new value, or the evidence of an old one.

let stretchOn = null; // {start, end} of the selection, in code points

// selection returns the selected stretch of the reading text, without white space at its ends.
function selection() {
  const s = getSelection();
  if (current.text === null || !s.rangeCount || s.isCollapsed || !$("text").contains(s.anchorNode) || !$("text").contains(s.focusNode)) return null;
  const range = s.getRangeAt(0);
  let start = position(range.startContainer, range.startOffset), end = position(range.endContainer, range.endOffset);
  if (start === null || end === null || start >= end) return null;
  const runes = [...textAt(current, start, end)];
  const blank = (r) => !r || r.trim() === "";
  let from = 0, to = runes.length;
  while (from < to && blank(runes[from])) from++;
  while (from < to && blank(runes[to - 1])) to--;
  return from < to ? {start: start + from, end: start + to} : null;
}

// position is the code point that a place in the document stands for.
function position(node, offset) {
  const inside = (node.nodeType === 1 ? node : node.parentElement).closest(".line");
  if (!inside) { // between lines: the start of the next one
    const behind = node.childNodes[offset], next = behind && (behind.matches(".line") ? behind : behind.querySelector(".line"));
    return next ? current.starts[next.dataset.n - 1] : current.starts.at(-1) - 1;
  }
  const range = document.createRange();
  range.setStart(inside, 0);
  range.setEnd(node, offset);
  return current.starts[inside.dataset.n - 1] + [...range.toString()].length;
}

// offerMarks shows what the selected text can become.
function offerMarks() {
  stretchOn = current && !$("dialog").open ? selection() : null;
  $("marker").hidden = !stretchOn;
  if (!stretchOn) return;
  const task = taskAt(stretchOn.start) || (selected && faces.get(selected) && taskOf(selected));
  const offers = [];
  if (task) {
    offers.push(el("span", {class: "to"}, word("mark-in", task.id)),
      ...roles.map((r) => offer(named("Role", r), "department", () => addParty(task, r))),
      offer(word("kind.deadline"), "deadline", () => addValue(task, "Deadline", "deadlines", {relation: "by"})),
      offer(word("kind.target"), "target", () => addValue(task, "Target", "targets", {op: "=", type: "outcome", ...firstNumber(textOn())})));
  }
  offers.push(offer(word("new-task"), "task", addTask), offer(word("kind.citation"), "citation", addCitation));
  if (selected && selected.span && !isTask(selected)) offers.push(offer(word("move-here"), "metadata", moveEvidence));
  $("marker").replaceChildren(...offers);
  const box = getSelection().getRangeAt(0).getBoundingClientRect();
  const wide = $("marker").offsetWidth, high = $("marker").offsetHeight;
  $("marker").style.left = Math.max(8, Math.min(box.left, innerWidth - wide - 8)) + "px";
  $("marker").style.top = (box.bottom + high + 16 < innerHeight ? box.bottom + 8 : Math.max(8, box.top - high - 8)) + "px";
}

const offer = (text, kind, act) => button(text, {class: "swatch k-" + kind, onclick: act});
const textOn = () => textAt(current, stretchOn.start, stretchOn.end);
const taskOf = (o) => (isTask(o) ? o : faces.get(o).task && isTask(faces.get(o).task) ? faces.get(o).task : null);

// taskAt is the shortest task or goal that a code point lies in.
function taskAt(at) {
  const here = current.marks.filter((m) => (m.kind === "task" || m.kind === "goal") && m.start <= at && at < m.end);
  here.sort((a, b) => (a.end - a.start) - (b.end - b.start));
  return here.length ? here[0].owners[0] : null;
}

// spanOn is the selection as a span; its page is that of the last span before it.
function spanOn() {
  const span = {start: stretchOn.start, end: stretchOn.end, line: lineAt(current, stretchOn.start)};
  const before = current.marks.filter((m) => m.start <= span.start && m.owners.some((o) => o.span && o.span.page));
  if (before.length) span.page = before.at(-1).owners.find((o) => o.span && o.span.page).span.page;
  return span;
}

function firstNumber(text) {
  const found = /(\d+(?:\.\d+)?)\s*([%\p{Script=Han}]{0,3})/u.exec(text);
  return found ? {value: Number(found[1]), unit: found[2] || undefined} : {};
}

function addValue(task, type, key, values) {
  const item = {text: textOn(), span: spanOn()};
  addForm(type, item, values, [task], () => { task[key] = [...(task[key] || []), item]; });
}

function addParty(task, role) {
  const item = {text: textOn(), span: spanOn()}, holder = task.departments || {text: item.text, span: item.span};
  addForm("Department", item, {role, name: item.text.replace(/\s+/g, ""), kind: "department"}, [task, holder], ({role: as}) => {
    task.departments = holder;
    holder[as] = [...(holder[as] || []), item];
  });
}

function addTask() {
  const n = current.notice, ids = new Set(n.tasks.map((t) => t.id));
  let i = 1;
  while (ids.has("x" + i)) i++;
  const item = {id: "x" + i, span: spanOn()};
  addForm("Task", item, {text: textOn()}, [n], () => { n.tasks = [...n.tasks, item].sort((a, b) => a.span.start - b.span.start); });
}

function addCitation() {
  const n = current.notice, item = {span: spanOn()};
  addForm("Citation", item, {title: textOn().replace(/^《|》$/g, "")}, [n], () => { n.citations = [...(n.citations || []), item]; });
}

// addForm asks for the fields of a new item; enter puts it where it belongs, in one of objects.
function addForm(type, item, values, objects, enter) {
  openForm(word("add-type", typeName(type)), type, fieldsOf(type), {...item, ...values}, ({role, ...next}) => {
    change(current, item, objects, () => {
      put(item, next);
      enter({role});
    });
    redraw(item);
  });
}

// moveEvidence lets the selected value stand on the selected text.
function moveEvidence() {
  const owner = selected, span = spanOn(), text = textOn();
  change(current, owner, [], () => put(owner, {span, text: owner.text === undefined ? undefined : text}));
  redraw(owner);
}
