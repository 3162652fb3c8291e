// Corrections: a dialog for one value at a time.

const forms = {
  Task: ["number", "title", "text", "schedule"],
  Department: ["name", "canonical", "kind"],
  Deadline: ["relation", "value", "start", "end", "tentative"],
  Target: ["indicator", "op", "value", "value_max", "unit", "per", "when", "type"],
  Indicator: ["name", "unit", "attribute", "table"],
  IndicatorValue: ["year", "value", "op", "kind"],
  Citation: ["title", "document_number", "standard_number"],
};
const typeNames = {
  Task: "任务", Department: "单位", Deadline: "期限", Target: "量化目标", Indicator: "指标", IndicatorValue: "指标值",
  Citation: "引用", Field: "文件信息", Diagnostic: "诊断",
};
const roleField = {key: "role", type: "choice", enum: "Role", required: true};

function fieldsOf(type) {
  const all = page.forms[type].filter((f) => forms[type].includes(f.key));
  return type === "Department" ? [roleField, ...all] : all;
}

const labelOf = (type, key) => labels.fields[type][key];

function editOwner(owner) {
  const face = faces.get(owner);
  if (!face || face.type === "Diagnostic") return;
  if (face.type === "Field") { editField(owner); return; }
  const values = {...owner};
  if (face.type === "Department") values.role = roleOf(face.task, owner);
  openForm("修改" + typeNames[face.type], face.type, fieldsOf(face.type), values, (next) => {
    saveOwner(owner, face, next);
    redraw(owner);
  });
}

function saveOwner(owner, face, next) {
  const {role, ...fields} = next;
  const parties = face.type === "Department" ? face.task.departments : {};
  const before = face.type === "Department" ? roleOf(face.task, owner) : undefined;
  if (face.type === "Target") put(fields, {normalized: normalized(owner, fields)});
  const dated = face.type === "Deadline" ? datedBy(face.task, owner) : [];
  change(current, owner, [owner, parties, ...dated], () => {
    put(owner, fields);
    for (const target of dated) put(target, {when: fields.value});
    if (role !== before) {
      without(parties, before, owner);
      parties[role] = [...(parties[role] || []), owner];
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
  openForm("修改文件信息", "Metadata", [f], {[f.key]: metadata[f.key]}, (next) => {
    change(current, owner, [metadata], () => put(metadata, next));
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
  change(current, owner, [holder], () => {
    if (type === "Field") put(holder, {[key]: undefined}); else without(holder, key, owner);
    const back = [owner, ...(type === "Task" || type === "Indicator" ? belowTask(owner) : [])].map((o) => dropMark(current, o));
    return () => back.reverse().forEach((f) => f());
  });
  redraw(task || null);
}

const belowTask = (t) => [...partiesOf(t).map((p) => p.department), ...(t.deadlines || []), ...(t.targets || []), ...(t.values || [])];

// openForm asks for fields; done gets them, an empty one as undefined.
function openForm(title, type, fields, values, done) {
  const inputs = fields.map((f) => [f, input(f, values[f.key])]);
  const form = el("form", {novalidate: true, onsubmit: (e) => {
    e.preventDefault();
    const next = readForm(inputs, type);
    if (!next) return;
    $("dialog").close();
    done(next);
  }},
  el("h2", {id: "dialog-title"}, title),
  values.text && type !== "Task" ? el("blockquote", {}, values.text) : null,
  inputs.map(([f, control]) => el("label", {class: "is-" + f.type}, el("span", {}, labelOf(type, f.key), f.required ? el("i", {}, "必填") : null), control)),
  el("p", {class: "fault", role: "alert"}),
  el("div", {class: "actions"},
    button("取消", {class: "quiet", onclick: () => $("dialog").close()}),
    el("button", {type: "submit", class: "primary"}, "确定")));
  if (type === "Deadline") deriveDays(inputs);
  $("dialog").replaceChildren(form);
  $("dialog").showModal();
}

const long = new Set(["text", "title", "enclosure", "schedule", "addressees", "attachments"]);

function input(f, value) {
  const name = {name: f.key};
  switch (f.type) {
    case "choice": {
      const options = Object.entries(labels.enums[f.enum]);
      return el("select", name, f.required ? null : el("option", {value: ""}, "—"),
        options.map(([v, text]) => el("option", {value: v, selected: v === value}, text)));
    }
    case "flag": return el("input", {...name, type: "checkbox", checked: Boolean(value)});
    case "date": return el("input", {...name, type: "date", value: value || ""});
    case "list": return el("textarea", {...name, rows: 5}, (value || []).join("\n"));
  }
  if (long.has(f.key)) return el("textarea", {...name, rows: f.key === "text" ? 7 : 2}, value || "");
  return el("input", {...name, type: "text", value: value === undefined ? "" : String(value), inputmode: f.type === "text" ? null : "decimal", autocomplete: "off"});
}

// readForm returns the fields, or null and says what is wrong with them.
function readForm(inputs, type) {
  const next = {};
  let fault = null;
  for (const [f, control] of inputs) {
    const [value, wrong] = read(f, control);
    next[f.key] = value;
    const why = wrong || (f.required && value === undefined ? "必填" : "");
    control.classList.toggle("wrong", Boolean(why));
    if (why && !fault) fault = {control, text: labelOf(type, f.key) + "：" + why};
  }
  fault = fault || disagreement(inputs, next, type);
  if (!fault) return next;
  $("dialog").querySelector(".fault").textContent = fault.text;
  fault.control.focus();
  return null;
}

function read(f, control) {
  if (f.type === "flag") return [control.checked || undefined, ""];
  if (control.validity.badInput) return [undefined, "不是日期"];
  const text = control.value.trim();
  if (f.type === "list") {
    const lines = text.split("\n").map((l) => l.trim()).filter(Boolean);
    return [lines.length ? lines : undefined, ""];
  }
  if (!text) return [undefined, ""];
  if (f.type !== "number" && f.type !== "integer") return [text, ""];
  const value = Number(text);
  if (!Number.isFinite(value) || (f.type === "integer" && !Number.isInteger(value))) return [undefined, "要填数字"];
  return [value, ""];
}

// disagreement finds fields that do not fit each other.
function disagreement(inputs, next, type) {
  const wrong = (key, text) => ({control: inputs.find(([f]) => f.key === key)[1], text});
  if (type === "Deadline") {
    if (next.start && next.end && next.start > next.end) return wrong("end", "截止日早于起始日");
    if (!timeForm.test(next.value)) return wrong("value", "时间要写成 EDTF，如 ../2025-12-31、2025/2027、R/P1Y、P3M");
    const days = daysOf(next.value) || {};
    for (const key of ["start", "end"]) {
      if (days[key] && next[key] !== days[key]) return wrong(key, "与时间不符：应为" + days[key]);
    }
  }
  if (type === "Target") {
    if ((next.op === "..") !== (next.value_max !== undefined)) return wrong("value_max", "“区间”要有上限值，其他比较不要");
    if (next.value_max !== undefined && next.value > next.value_max) return wrong("value_max", "上限值小于数值");
  }
  if (type === "Task" && !next.title && !next.text) return wrong("text", "标题和内容至少填一项");
  if (type === "Citation" && !next.title && !next.document_number && !next.standard_number) return wrong("title", "至少填一项");
  return null;
}

const timeForm = /^(\.\.|P\w+|R\/[\w\/.-]+|(\.\.|\d{4}(-\d\d){0,2})(\/(\.\.|\d{4}(-\d\d){0,2}))?)$/;

// deriveDays fills the first and last day from the value, when that is changed. A repeat, a
// duration or .. names none: the days of the value before are gone.
function deriveDays(inputs) {
  const control = Object.fromEntries(inputs.map(([f, c]) => [f.key, c]));
  control.value.addEventListener("input", () => {
    const text = control.value.value.trim();
    if (!timeForm.test(text)) return;
    const days = daysOf(text) || {};
    control.start.value = days.start || "";
    control.end.value = days.end || "";
  });
}

// daysOf returns the first and last day of a value, "" for an open side; null where it names none.
function daysOf(value) {
  if (!/^(\.\.\/)?\d{4}/.test(value || "")) return null;
  const [from, to] = value.includes("/") ? value.split("/") : [value, value];
  return {start: from === ".." ? "" : edge(from, false), end: to === ".." ? "" : edge(to, true)};
}

// edge is the first or last day of a year, month or day.
function edge(date, last) {
  const [year, month, day] = date.split("-");
  if (day) return date;
  const m = month || (last ? "12" : "01");
  return year + "-" + m + "-" + (last ? String(new Date(Date.UTC(Number(year), Number(m), 0)).getUTCDate()) : "01");
}
