// Notices and how they are changed. Edits change the notice's own objects in place; each can
// be undone.

const roles = ["lead", "support", "responsible"];
const blocks = [...document.querySelectorAll("script.notice")];
const opened = new Array(blocks.length);

// open returns notice i; it is read when first asked for.
function open(i) {
  if (!opened[i]) {
    opened[i] = build(JSON.parse(blocks[i].textContent), i);
    restoreKept(opened[i]);
  }
  return opened[i];
}

// single reports whether the page shows one notice and has no list.
const single = () => !page.served && opened.length === 1;

const everyNotice = () => Array.from(opened, (_, i) => open(i));

// build makes {notice, text, marks …} of what stands in a data block or a file: of a file, text is
// null and so nothing has a place.
function build(view, i) {
  const doc = {
    index: i, notice: view.notice, name: view.name, text: view.text, checks: view.checks || [], parties: view.parties || {}, remarks: new Map(),
    undo: [], kept: 0, ticks: new Set(), reviewed: false, metadata: {},
  };
  view.notice.diagnostics.forEach((d, n) => doc.remarks.set(d, (view.remarks || [])[n] || d.message));
  for (const f of page.forms.Metadata) doc.metadata[f.key] = {key: f.key};
  bindChecks(doc);
  return doc;
}

// partiesOf lists the departments of a task or indicator as {role, department}.
function partiesOf(task) {
  const d = task.departments;
  return d ? roles.flatMap((role) => (d[role] || []).map((department) => ({role, department}))) : [];
}

const roleOf = (task, department) => roles.find((r) => ((task.departments || {})[r] || []).includes(department));

// labelOf names a task: its title, else how its text begins.
function labelOf(task) {
  if (task.title) return task.title;
  const text = (task.text || "").trim().split(/[。；;\n]/)[0], runes = [...text];
  return runes.length > 40 ? runes.slice(0, 40).join("") + "…" : text;
}

// change runs an edit of the given objects, whose fields it may set and whose lists it may
// replace, never alter; owner is what was corrected.
function change(doc, owner, objects, edit) {
  const touched = [...new Set([owner, ...objects, doc.notice.metadata])];
  const before = touched.map((o) => ({...o}));
  edit();
  correct(doc, owner, before[0]);
  doc.undo.push({owner, revert: () => touched.forEach((o, i) => restore(o, before[i]))});
  keep(doc);
}

// correct says of a value that a person gave it; of a task and the metadata, which fields.
function correct(doc, owner, before) {
  if (isField(doc, owner)) addCorrected(doc.notice.metadata, [owner.key]);
  else if (!isTask(owner)) owner.corrected = true;
  else addCorrected(owner, ownFields.filter((key) => owner[key] !== before[key]));
}

const ownFields = ["number", "title", "text", "schedule"]; // of a task

function addCorrected(object, keys) {
  const all = [...new Set([...(object.corrected_fields || []), ...keys])];
  if (all.length) object.corrected_fields = all;
}

const isTask = (o) => o.id !== undefined;
const isField = (doc, owner) => doc.metadata[owner.key] === owner;
const isCorrected = (doc, owner) => (isField(doc, owner) ? (doc.notice.metadata.corrected_fields || []).includes(owner.key) : wasCorrected(owner));
const wasCorrected = (o) => Boolean(o.corrected || o.corrected_fields);
const editsOf = (doc) => doc.kept + doc.undo.length;

function restore(object, fields) {
  for (const key of Object.keys(object)) delete object[key];
  Object.assign(object, fields);
}

function undo(doc) {
  const last = doc.undo.pop();
  if (!last) return null;
  last.revert();
  keep(doc);
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
const escaped = (json) => json.replace(separators, (c) => "\\u" + c.charCodeAt(0).toString(16)) + "\n";

// toJSON prints a notice as "policyx extract -f json" does.
const toJSON = (doc, indent) => escaped(JSON.stringify(ordered(doc.notice, "Notice"), null, indent));
