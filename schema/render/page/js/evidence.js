// Marking: text that is selected can become a new value, or the evidence of an old one.

let stretchOn = null; // {start, end} of the selection, in code points

// selection returns the selected stretch of the reading text, without white space at its ends.
function selection() {
  const s = getSelection();
  if (!s.rangeCount || s.isCollapsed || !$("text").contains(s.anchorNode) || !$("text").contains(s.focusNode)) return null;
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
  if (node === $("text")) return offset < current.lines.length ? current.starts[offset] : current.starts.at(-1) - 1;
  const line = (node.nodeType === 1 ? node : node.parentElement).closest(".line");
  if (!line) return null;
  const range = document.createRange();
  range.setStart(line, 0);
  range.setEnd(node, offset);
  return current.starts[line.dataset.n - 1] + [...range.toString()].length;
}

// offerMarks shows what the selected text can become.
function offerMarks() {
  stretchOn = current && !$("dialog").open ? selection() : null;
  $("marker").hidden = !stretchOn;
  if (!stretchOn) return;
  const task = taskAt(stretchOn.start) || (selected && faces.get(selected) && taskOf(selected));
  const offers = [];
  if (task) {
    offers.push(el("span", {class: "to"}, "标入 " + task.id + "："),
      ...roles.map((r) => offer(named("Role", r), "department", () => addParty(task, r))),
      offer("期限", "deadline", () => addValue(task, "Deadline", "deadlines", {relation: "by"})),
      offer("量化目标", "target", () => addValue(task, "Target", "targets", {op: "=", type: "outcome", ...firstNumber(textOn())})));
  }
  offers.push(offer("新任务", "task", addTask), offer("引用", "citation", addCitation));
  if (selected && selected.span && !isTask(selected)) offers.push(offer("作为所选值的出处", "metadata", moveEvidence));
  $("marker").replaceChildren(...offers);
  const box = getSelection().getRangeAt(0).getBoundingClientRect();
  const wide = $("marker").offsetWidth, high = $("marker").offsetHeight;
  $("marker").style.left = Math.max(8, Math.min(box.left, innerWidth - wide - 8)) + "px";
  $("marker").style.top = (box.bottom + high + 16 < innerHeight ? box.bottom + 8 : Math.max(8, box.top - high - 8)) + "px";
}

const offer = (text, kind, act) => button(text, {class: "swatch k-" + kind, onclick: act});
const textOn = () => textAt(current, stretchOn.start, stretchOn.end);
const isTask = (o) => faces.get(o) && faces.get(o).type === "Task";
const taskOf = (o) => (isTask(o) ? o : faces.get(o).task && isTask(faces.get(o).task) ? faces.get(o).task : null);

// taskAt is the shortest task or goal that a code point lies in.
function taskAt(at) {
  const here = current.marks.filter((m) => (m.kind === "task" || m.kind === "goal") && m.owners.length && m.start <= at && at < m.end);
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
  addForm("新增" + typeNames[type], type, item, values, (next) => {
    put(item, next);
    change(current, item, [task], () => {
      task[key] = [...(task[key] || []), item];
      return newMark(type.toLowerCase(), item);
    });
  });
}

function addParty(task, role) {
  const item = {text: textOn(), span: spanOn()};
  addForm("新增单位", "Department", item, {role, name: item.text.replace(/\s+/g, ""), kind: "department"}, ({role: as, ...next}) => {
    put(item, next);
    const parties = task.departments || {text: item.text, span: item.span};
    change(current, item, [task, parties], () => {
      task.departments = parties;
      parties[as] = [...(parties[as] || []), item];
      return newMark("department", item);
    });
  });
}

function addTask() {
  const n = current.notice, ids = new Set(n.tasks.map((t) => t.id));
  let i = 1;
  while (ids.has("x" + i)) i++;
  const item = {id: "x" + i, span: spanOn()};
  addForm("新增任务", "Task", item, {text: textOn()}, (next) => {
    put(item, next);
    change(current, item, [n], () => {
      n.tasks = [...n.tasks, item].sort((a, b) => a.span.start - b.span.start);
      return newMark("task", item);
    });
  });
}

function addCitation() {
  const n = current.notice, item = {span: spanOn()};
  addForm("新增引用", "Citation", item, {title: textOn().replace(/^《|》$/g, "")}, (next) => {
    put(item, next);
    change(current, item, [n], () => {
      n.citations = [...(n.citations || []), item];
      return newMark("citation", item);
    });
  });
}

function addForm(title, type, item, values, done) {
  openForm(title, type, fieldsOf(type), {...item, ...values}, (next) => {
    done(next);
    redraw(item);
  });
}

// newMark marks the item where its span is and returns how to take that back.
function newMark(kind, item) {
  addMark(current, kind, item.span.start, item.span.end, item);
  return () => dropMark(current, item);
}

// moveEvidence lets the selected value stand on the selected text.
function moveEvidence() {
  const owner = selected, span = spanOn(), text = textOn(), mark = current.markOf.get(owner);
  const {type} = faces.get(owner);
  change(current, owner, [owner], () => {
    const back = dropMark(current, owner);
    put(owner, {span, text: owner.text === undefined ? undefined : text});
    const away = newMark(mark ? mark.kind : type.toLowerCase(), owner);
    return () => { away(); back(); };
  });
  redraw(owner);
}
