// Corrections: what JSON Merge Patch (RFC 7396) makes the corrected notice of the one that was read,
// its tasks and goals by key. The file of them is described in docs/corrections.md.

const fixVersion = "fix/v1";
const fixParts = ["metadata", "goals", "tasks", "indicators", "citations"];

const keyOf = (task) => task.key || task.id;
const isObject = (v) => v !== null && typeof v === "object" && !Array.isArray(v);

// keyed returns the parts of a notice that can be corrected, lists of tasks as objects by key.
function keyed(notice) {
  const byKey = (tasks) => Object.fromEntries((tasks || []).map((t) => [keyOf(t), t]));
  const {metadata, indicators, citations} = ordered(notice, "Notice");
  return {metadata, goals: byKey(notice.goals), tasks: byKey(notice.tasks), indicators, citations};
}

// diff returns the merge patch that makes b of a, undefined where they are alike.
function diff(a, b) {
  if (!isObject(a) || !isObject(b)) return JSON.stringify(a) === JSON.stringify(b) ? undefined : b;
  const out = {};
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const change = b[key] === undefined ? (a[key] === undefined ? undefined : null) : diff(a[key], b[key]);
    if (change !== undefined) out[key] = change;
  }
  return Object.keys(out).length ? out : undefined;
}

// original is the notice as it was read.
function original(doc) {
  if (!doc.original) doc.original = JSON.parse(doc.source || blocks[doc.index].textContent).notice;
  return doc.original;
}

// changesOf returns what was changed in a notice, all of it, as a merge patch.
const changesOf = (doc) => diff(keyed(original(doc)), keyed(doc.notice)) || {};

const bookkeeping = ["id", "key", "span", "spans", "corrected_fields"]; // what no correction of a task gives

// fixOf returns the file of corrections of a notice.
function fixOf(doc) {
  const {name, sha256} = doc.notice.source, changes = changesOf(doc), was = keyed(original(doc)), before = {};
  const fix = {policyx: fixVersion, source: {name, sha256}};
  if (doc.reviewed) fix.reviewed = true;
  if (doc.ticks.size) fix.checked = [...doc.ticks].sort();
  for (const part of fixParts.filter((p) => p in changes)) {
    if (part === "metadata") {
      fix[part] = given(changes[part]);
      before[part] = pick(was[part], Object.keys(fix[part]));
    } else if (part === "goals" || part === "tasks") {
      fix[part] = {};
      before[part] = {};
      for (const [key, change] of Object.entries(changes[part])) {
        const old = was[part][key];
        fix[part][key] = change && old ? given(change) : change;
        if (old) before[part][key] = {...knownBy(old), ...pick(old, Object.keys(fix[part][key] || {}))};
      }
    } else {
      fix[part] = changes[part] || [];
      before[part] = was[part] || [];
    }
  }
  return Object.keys(before).length ? {...fix, original: before} : fix;
}

const knownBy = ({title = "", path = [], text = ""}) => ({title, path, text: [...text].slice(0, 60).join("")});
const given = (change) => Object.fromEntries(Object.entries(change).filter(([key]) => !bookkeeping.includes(key)));
const pick = (object, keys) => Object.fromEntries(keys.map((key) => [key, object[key] === undefined ? null : object[key]]));

// applyChanges puts changes on a notice and returns the keys of tasks that it does not have.
function applyChanges(doc, fix) {
  const n = doc.notice, lost = [];
  for (const part of ["goals", "tasks"]) {
    for (const [key, change] of Object.entries(fix[part] || {})) {
      const task = (n[part] || []).find((t) => keyOf(t) === key);
      if (task && change === null) put(n, {[part]: n[part].filter((t) => t !== task)});
      else if (task) merge(task, change);
      else if (change && change.id && change.span) n[part] = [...(n[part] || []), change].sort((a, b) => a.span.start - b.span.start);
      else if (change) lost.push(key);
    }
  }
  for (const part of ["metadata", "indicators", "citations"]) if (part in fix) merge(n, {[part]: fix[part]});
  return lost;
}

// applyFix puts a file of corrections on its notice: what it gives is marked as corrected.
function applyFix(doc, fix) {
  const lost = applyChanges(doc, fix);
  addCorrected(doc.notice.metadata, Object.keys(fix.metadata || {}));
  for (const task of doc.notice.tasks) {
    const change = (fix.tasks || {})[keyOf(task)];
    if (change) addCorrected(task, ownFields.filter((key) => key in change));
    for (const value of change ? belowTask(task) : []) {
      if (value.span) continue; // as it was read, or marked in the file
      value.span = task.span;
      value.corrected = true;
    }
  }
  doc.reviewed = Boolean(fix.reviewed);
  for (const id of fix.checked || []) doc.ticks.add(id);
  return lost;
}

// merge is a JSON Merge Patch in place. An item of a list that stands where one stood before, or
// without a place says the same words, becomes that one, so that what refers to it still does.
function merge(object, change) {
  for (const [key, value] of Object.entries(change)) {
    if (key === "__proto__") continue; // no field, but what all objects share
    if (value === null) delete object[key];
    else if (isObject(value)) merge(isObject(object[key]) ? object[key] : (object[key] = {}), value);
    else if (Array.isArray(value) && Array.isArray(object[key])) object[key] = adopt(object[key], value);
    else object[key] = value;
  }
}

function adopt(before, after) {
  const rest = new Set(before.filter(isObject));
  return after.map((item) => {
    if (!isObject(item)) return item;
    for (const old of rest) {
      const here = item.span ? old.span && old.span.start === item.span.start && old.span.end === item.span.end : old.text !== undefined && old.text === item.text;
      if (!here) continue;
      rest.delete(old);
      const changed = Object.keys(item).some((key) => JSON.stringify(item[key]) !== JSON.stringify(old[key]));
      const {span} = old;
      restore(old, item.span ? item : {...item, span, ...(changed ? {corrected: true} : {})});
      return old;
    }
    return item;
  });
}
