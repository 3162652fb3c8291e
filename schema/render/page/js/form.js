// The dialog that asks for the fields of one value.

// openForm asks for fields; done gets them, an empty one as undefined.
function openForm(title, type, fields, values, done) {
  const inputs = fields.map((f) => [f, input(f, values[f.key])]);
  const form = el("form", {novalidate: true, onsubmit: (e) => {
    e.preventDefault();
    const next = readForm(inputs, type, values);
    if (!next) return;
    $("dialog").close();
    done(next);
  }},
  el("h2", {id: "dialog-title"}, title),
  values.text && type !== "Task" ? el("blockquote", {}, values.text) : null,
  inputs.map(([f, control]) => el("label", {class: "is-" + f.type}, el("span", {}, fieldName(type, f.key), f.required ? el("i", {}, word("required")) : null), control)),
  type === "Deadline" && el("p", {class: "became", role: "status"}),
  el("p", {class: "fault", role: "alert"}),
  el("div", {class: "actions"},
    button(word("cancel"), {class: "quiet", onclick: () => $("dialog").close()}),
    el("button", {type: "submit", class: "primary"}, word("ok"))));
  $("dialog").replaceChildren(form);
  if (type === "Deadline") followTime(inputs, values);
  $("dialog").showModal();
  inputs[0][1].focus();
}

const long = new Set(["text", "title", "schedule", "table", "disclosure"]);

function input(f, value) {
  const name = {name: f.key};
  switch (f.type) {
    case "choice": return el("select", name, f.required ? null : el("option", {value: ""}, "—"),
      choicesOf(f.enum).map(([v, text]) => el("option", {value: v, selected: v === value}, text)));
    case "flag": return el("input", {...name, type: "checkbox", checked: Boolean(value)});
    case "date": return el("input", {...name, type: "date", value: value || ""});
    case "list": return el("textarea", {...name, rows: 5}, (value || []).join("\n"));
  }
  if (long.has(f.key)) return el("textarea", {...name, rows: f.key === "text" ? 7 : 2}, value || "");
  return el("input", {...name, type: "text", value: value === undefined ? "" : String(value), inputmode: f.type === "text" ? null : "decimal", autocomplete: "off"});
}

// readForm returns the fields, or null and says what is wrong with them.
function readForm(inputs, type, values) {
  const next = {};
  let fault = null;
  for (const [f, control] of inputs) {
    const [value, wrong] = read(f, control);
    next[f.key] = value;
    const why = wrong || (f.required && value === undefined ? word("required") : "");
    control.classList.toggle("wrong", Boolean(why));
    if (why && !fault) fault = {key: f.key, text: fieldName(type, f.key) + "：" + why};
  }
  fault = fault || settleTimes(next, type, values) || disagreement(next, type);
  if (!fault) return next;
  const control = inputs.find(([f]) => f.key === fault.key)[1];
  control.classList.add("wrong");
  $("dialog").querySelector(".fault").textContent = fault.text;
  control.focus();
  return null;
}

function read(f, control) {
  if (f.type === "flag") return [control.checked || undefined, ""];
  if (control.validity.badInput) return [undefined, word("no-date")];
  const text = control.value.trim();
  if (f.type === "list") {
    const lines = text.split("\n").map((l) => l.trim()).filter(Boolean);
    return [lines.length ? lines : undefined, ""];
  }
  if (!text) return [undefined, ""];
  if (f.type !== "number" && f.type !== "integer") return [text, ""];
  const value = Number(text);
  if (!Number.isFinite(value) || (f.type === "integer" && !Number.isInteger(value))) return [undefined, word("no-number")];
  return [value, ""];
}

// disagreement finds fields that do not fit each other.
function disagreement(next, type) {
  const wrong = (key, why, ...values) => ({key, text: word(why, ...values)});
  if (type === "Target") {
    if ((next.op === "..") !== (next.value_max !== undefined)) return wrong("value_max", "range-needs-two", named("Op", ".."));
    if (next.value_max !== undefined && next.value > next.value_max) return wrong("value_max", "range-upside-down");
  }
  if (type === "Task" && !next.title && !next.text) return wrong("text", "title-or-text");
  if (type === "Citation" && !next.title && !next.document_number && !next.standard_number) return wrong("title", "one-of-these");
  return null;
}

// settleTimes makes EDTF of what was typed, and the days and the relation agree with it.
function settleTimes(next, type, values) {
  const time = (text, relation) => readTime(text, relation, yearOfNotice());
  if (type === "Target" && next.when && next.when !== values.when) {
    const read = time(next.when, "by");
    if (!read) return {key: "when", text: word("no-time")};
    next.when = read.value;
  }
  if (type !== "Deadline" || (next.value === values.value && next.relation === values.relation)) return null;
  const read = next.value && time(next.value, next.relation);
  if (next.value && !read) return {key: "value", text: word("no-time")};
  if (read && read.relation !== next.relation) return {key: "relation", text: word("not-this-relation", named("Relation", read.relation))};
  next.value = read ? read.value : undefined;
  next.start = read && read.start || undefined;
  next.end = read && read.end || undefined;
  return null;
}

// followTime shows what a typed time becomes, and sets the relation that it names.
function followTime(inputs, values) {
  const {value, relation} = Object.fromEntries(inputs.map(([f, c]) => [f.key, c]));
  const show = (read) => {
    $("dialog").querySelector(".became").textContent = !value.value.trim() ? word("time-help") : !read ? word("no-time")
      : word("became", named("Relation", read.relation), read.value, when(read) || "—");
  };
  value.addEventListener("input", () => {
    const read = readTime(value.value, values.relation, yearOfNotice());
    if (read) relation.value = read.relation;
    show(read);
  });
  relation.addEventListener("change", () => {
    const read = readTime(value.value, relation.value, yearOfNotice());
    const next = read && (read.start || read.end) && dayRelations.includes(relation.value) ? related(read, relation.value) : read;
    if (next && next.relation !== read.relation) value.value = next.value;
    show(next);
  });
  show(readTime(value.value, relation.value, yearOfNotice()));
}

const yearOfNotice = () => (current.notice.metadata.issued || current.notice.metadata.published || "").slice(0, 4);
