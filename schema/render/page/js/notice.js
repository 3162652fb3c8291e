// A notice with its marks, and the edits made to it. Edits change the notice's own objects
// in place, so that a mark keeps its values; each can be undone.

const roles = ["lead", "support", "responsible"];
const blocks = [...document.querySelectorAll("script.notice")];
const opened = new Array(blocks.length);

// open returns notice i; it is read when first asked for.
function open(i) {
  if (!opened[i]) {
    const view = JSON.parse(blocks[i].textContent);
    blocks[i].remove();
    opened[i] = build(view, i);
  }
  return opened[i];
}

function build(view, i) {
  const doc = {
    index: i, notice: view.notice, lines: view.lines, marks: [],
    markOf: new Map(), undo: [], edited: new Map(), starts: [0], metadata: {},
  };
  for (const f of page.forms.Metadata) doc.metadata[f.key] = {key: f.key};
  for (const m of view.marks) {
    const owners = m.paths.map((path) => resolve(doc, path));
    addOwners(doc, {kind: m.kind, start: m.start, end: m.end, owners});
  }
  for (const line of doc.lines) doc.starts.push(doc.starts.at(-1) + lineText(line).length + 1);
  return doc;
}

function addOwners(doc, mark) {
  mark.id = doc.marks.push(mark) - 1;
  for (const o of mark.owners) if (!doc.markOf.has(o)) doc.markOf.set(o, mark);
  return mark;
}

// resolve follows a path such as tasks/3/deadlines/0. A field of the metadata, which is
// no object, has one in doc.metadata.
function resolve(doc, path) {
  const keys = path.split("/");
  if (keys[0] === "metadata") return doc.metadata[keys[1]];
  return keys.reduce((at, key) => at[key], doc.notice);
}

// lineText is a line as a list of code points.
const lineText = (line) => [...line.map((s) => (typeof s === "string" ? s : s[0])).join("")];

// textAt returns the reading text between two code points.
function textAt(doc, start, end) {
  const out = [];
  for (let n = lineAt(doc, start); n <= lineAt(doc, end - 1); n++) {
    const from = doc.starts[n - 1];
    out.push(lineText(doc.lines[n - 1]).slice(Math.max(0, start - from), end - from).join(""));
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

// partiesOf lists the departments of a task or indicator as {role, department}.
function partiesOf(task) {
  const d = task.departments;
  return d ? roles.flatMap((role) => (d[role] || []).map((department) => ({role, department}))) : [];
}

// change runs an edit of the given objects, whose fields it may set and whose lists it may
// replace, never alter; owner is what was edited. edit may return how to undo the rest.
function change(doc, owner, objects, edit) {
  const before = objects.map((o) => ({...o}));
  const more = edit();
  doc.undo.push({owner, revert: () => {
    objects.forEach((o, i) => restore(o, before[i]));
    if (more) more();
  }});
  doc.edited.set(owner, (doc.edited.get(owner) || 0) + 1);
}

function restore(object, fields) {
  for (const key of Object.keys(object)) delete object[key];
  Object.assign(object, fields);
}

function undo(doc) {
  const last = doc.undo.pop();
  if (!last) return null;
  last.revert();
  const times = doc.edited.get(last.owner) - 1;
  if (times) doc.edited.set(last.owner, times); else doc.edited.delete(last.owner);
  return last.owner;
}

// put sets fields of an object; undefined removes one.
function put(object, values) {
  for (const [key, value] of Object.entries(values)) {
    if (value === undefined) delete object[key]; else object[key] = value;
  }
}

// without drops an item from holder[key]; a list that gets empty goes with its field.
function without(holder, key, item) {
  const rest = holder[key].filter((x) => x !== item);
  const always = holder === current.notice && (key === "tasks" || key === "diagnostics");
  put(holder, {[key]: rest.length || always ? rest : undefined});
}

// ordered copies a value with the keys of each object in the order of the schema.
function ordered(value, type) {
  if (Array.isArray(value)) return value.map((v) => ordered(v, type));
  if (value === null || typeof value !== "object" || !page.forms[type]) return value;
  const out = {};
  for (const f of page.forms[type]) {
    if (value[f.key] !== undefined) out[f.key] = f.of ? ordered(value[f.key], f.of) : value[f.key];
  }
  return out;
}

const separators = /[\u2028\u2029]/g;

// toJSON prints a notice as "policyx extract -f json" does.
function toJSON(doc, indent) {
  return JSON.stringify(ordered(doc.notice, "Notice"), null, indent)
    .replace(separators, (c) => "\\u" + c.charCodeAt(0).toString(16)) + "\n";
}
