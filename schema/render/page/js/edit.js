// Corrections of one value at a time.

const editKeys = {
  Task: ["number", "title", "text", "schedule"],
  Department: ["name", "canonical", "kind"],
  Deadline: ["relation", "value", "tentative"],
  Target: ["indicator", "op", "value", "value_max", "unit", "per", "when", "type"],
  Indicator: ["name", "unit", "attribute", "table"],
  IndicatorValue: ["year", "value", "op", "kind"],
  Citation: ["title", "document_number", "standard_number"],
};
const roleField = {key: "role", type: "choice", enum: "Role", required: true};
const editable = (type) => type === "Field" || Boolean(editKeys[type]);

function fieldsOf(type) {
  const all = page.forms[type].filter((f) => editKeys[type].includes(f.key));
  return type === "Department" ? [roleField, ...all] : all;
}

function editOwner(owner) {
  const face = faces.get(owner);
  if (!face || !editable(face.type)) return;
  if (face.type === "Field") { editField(owner); return; }
  const values = {...owner};
  if (face.type === "Department") values.role = roleOf(face.task, owner);
  openForm(word("edit-type", typeName(face.type)), face.type, fieldsOf(face.type), values, (next) => {
    saveOwner(owner, face, next);
    redraw(owner);
  });
}

function saveOwner(owner, face, next) {
  const {role, ...fields} = next;
  const holder = face.type === "Department" ? face.task.departments : {};
  const before = face.type === "Department" ? roleOf(face.task, owner) : undefined;
  if (face.type === "Target") put(fields, {normalized: normalized(owner, fields)});
  const dated = face.type === "Deadline" ? datedBy(face.task, owner) : [];
  change(current, owner, [holder, ...dated], () => {
    put(owner, fields);
    for (const target of dated) put(target, {when: fields.value});
    if (role !== before) {
      without(holder, before, owner);
      holder[role] = [...(holder[role] || []), owner];
    }
  });
}

// datedBy returns the targets of a task that are to be reached at this deadline and no other.
function datedBy(task, deadline) {
  const others = (task.deadlines || []).some((d) => d !== deadline && d.value === deadline.value);
  return others || !deadline.value ? [] : (task.targets || []).filter((t) => t.when === deadline.value);
}

// normalized keeps the value in base units in step: scaled where the unit stays, gone where it changed.
function normalized(target, next) {
  const n = target.normalized;
  if (!n || next.unit !== target.unit || !target.value) return undefined;
  const scale = n.value / target.value, round = (x) => Number((x * scale).toPrecision(12));
  const out = {...n, value: round(next.value)};
  put(out, {value_max: next.value_max === undefined ? undefined : round(next.value_max)});
  return out;
}

function editField(owner) {
  const f = page.forms.Metadata.find((x) => x.key === owner.key), metadata = current.notice.metadata;
  openForm(word("edit-type", fieldName("Metadata", f.key)), "Metadata", [f], {[f.key]: metadata[f.key]}, (next) => {
    change(current, owner, [], () => put(metadata, next));
    redraw(owner);
  });
}

// removeOwner deletes a value; the rest of its list stays.
function removeOwner(owner) {
  const {type, task} = faces.get(owner), n = current.notice;
  const holder = {Department: task && task.departments, Deadline: task, Target: task, IndicatorValue: task, Field: n.metadata}[type] || n;
  const key = {
    Department: task && task.departments && roleOf(task, owner), Deadline: "deadlines", Target: "targets", IndicatorValue: "values",
    Indicator: "indicators", Citation: "citations", Diagnostic: "diagnostics", Field: owner.key,
    Task: n.tasks.includes(owner) ? "tasks" : "goals",
  }[type];
  change(current, task || owner, [holder], () => {
    if (type === "Field") put(holder, {[key]: undefined}); else without(holder, key, owner);
  });
  redraw(task || null);
}

const belowTask = (t) => [...partiesOf(t).map((p) => p.department), ...(t.deadlines || []), ...(t.targets || []), ...(t.values || [])];
