// What the page hands out and takes in: JSON, CSV, XLSX and corrections.

const baseName = (name) => (name.split(/[\\/]/).at(-1).replace(/\.[A-Za-z0-9]{1,5}$/, "").replace(/[\u0000-\u001f<>:"|?*]/g, "_") || "notice");

function download(name, content, type) {
  const url = URL.createObjectURL(new Blob([content], {type}));
  el("a", {href: url, download: name}).click();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
  say(word("saved", name));
}

// saveJSON hands out the notice on show, or all of a batch as a line each.
function saveJSON() {
  if (current) download(baseName(current.notice.source.name) + ".json", toJSON(current, 2), "application/json");
  else download("notices.jsonl", everyNotice().map((doc) => toJSON(doc)).join(""), "application/json");
}

// saveMain hands out what is wanted most: of a page that is served, the ledger.
const saveMain = () => (page.served ? exportTasks("xlsx") : saveJSON());

// saveTasks hands out the tasks that the filters leave, as csv or xlsx.
function saveTasks(format) {
  const table = tableOf(sortedRows(filteredRows(current ? [current] : everyNotice())));
  const name = (current ? baseName(current.notice.source.name) : "notices") + "." + format;
  if (format === "csv") download(name, toCSV(table), "text/csv");
  else download(name, toXLSX(table, word("view.tasks")), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
}

const fixName = (doc) => baseName(doc.notice.source.name) + ".fix.json";

// fixHelp says where the corrections of a notice belong, which their name alone does not where several notices have it.
function fixHelp(doc) {
  const name = fixName(doc), namesakes = everyNotice().filter((d) => fixName(d) === name);
  return word("fix-help", name, doc.notice.source.name) + (namesakes.length > 1 ? " " + word("fix-namesake") : "");
}

function saveFix(doc) {
  download(fixName(doc), escaped(JSON.stringify(fixOf(doc), null, 2)), "application/json");
}

// showFiles offers all that can be saved, opened or taken back.
function showFiles() {
  const close = () => $("dialog").close();
  const offer = (name, help, act) => el("li", {}, button(name, {onclick: () => { close(); act(); }}), el("p", {}, help));
  const file = el("input", {type: "file", accept: ".json", multiple: true, class: "unseen", tabindex: -1, "aria-hidden": "true",
    onchange: () => { close(); for (const f of file.files) takeFile(f); }});
  $("dialog").replaceChildren(el("form", {onsubmit: (e) => { e.preventDefault(); close(); }},
    el("h2", {id: "dialog-title"}, word("files")),
    el("ul", {class: "files"},
      offer("JSON", word(current ? "json-help" : "jsonl-help"), saveJSON),
      offer("CSV", word("csv-help"), () => saveTasks("csv")),
      page.served
        ? [offer(word("ledger"), word("ledger-help"), () => exportTasks("xlsx")), offer(word("calendar"), word("calendar-help"), () => exportTasks("ics"))]
        : [offer("Excel", word("xlsx-help"), () => saveTasks("xlsx")), current && offer(word("fix"), fixHelp(current), () => saveFix(current))],
      el("li", {}, button(word("open"), {onclick: () => file.click()}), el("p", {}, word("open-help")), file),
      current && offer(word("discard"), word("discard-help", editsOf(current)), () => discard(current))),
    current && el("label", {class: "is-flag"}, el("span", {}, word("reviewed")), el("input", {
      type: "checkbox", checked: current.reviewed, name: "reviewed", onchange: (e) => { current.reviewed = e.target.checked; keep(current); },
    })),
    el("div", {class: "actions"}, el("button", {type: "submit", class: "primary"}, word("close")))));
  $("dialog").showModal();
}

// takeFile opens a notice that was saved as JSON, or puts a file of corrections on its notice.
async function takeFile(file) {
  let data = null;
  try { data = JSON.parse(await file.text()); } catch { /* said below */ }
  if (isFix(data)) takeFix(data, file.name);
  else if (fits(data, "Notice") && data.schema === page.schema) takeNotice(data);
  else tell(word("cannot-open", file.name));
}

const plainTypes = {number: "number", integer: "number", flag: "boolean"}; // the others are strings

// fits reports whether a value from a file has the fields of a type of the schema, as far as they are there; of a
// patch, null stands for none.
function fits(value, type, patch) {
  return isObject(value) && page.forms[type].every((f) => {
    const v = value[f.key];
    if (v === undefined) return patch || !f.required;
    if (v === null) return Boolean(patch);
    if (f.many) return Array.isArray(v) && v.every((item) => fits(item, f.of, patch));
    if (f.of) return fits(v, f.of, patch);
    return f.type === "list" ? Array.isArray(v) : typeof v === (plainTypes[f.type] || "string");
  });
}

// isFix reports whether data are corrections that fit the schema.
function isFix(data) {
  if (!isObject(data) || data.policyx !== fixVersion) return false;
  const tasks = [data.goals, data.tasks].flatMap((part) => Object.values(part || {}));
  return (data.checked === undefined || Array.isArray(data.checked)) && fits(data.metadata || {}, "Metadata", true) && tasks.every((t) => t === null || fits(t, "Task", true))
    && fits({indicators: data.indicators || [], citations: data.citations || []}, "Notice", true);
}

const docOf = (sha256) => everyNotice().find((doc) => doc.notice.source.sha256 === sha256);

function takeFix(fix, name) {
  const doc = docOf(fix.source && fix.source.sha256);
  if (!doc) tell(word("fix-of-another", name, (fix.source && fix.source.name) || "?"));
  else took(doc, applyFix(doc, fix));
}

// took keeps and shows a notice that a file has changed; lost are the tasks that it does not have.
function took(doc, lost) {
  doc.kept = editsOf(doc) + 1;
  doc.undo = [];
  keep(doc);
  show(doc.index);
  if (lost.length) tell(word("fix-lost", lost.join("、")));
}

// takeNotice shows a saved notice beside its text where the page has it, else what there is without.
function takeNotice(notice) {
  const doc = docOf(notice.source.sha256);
  if (doc) { took(doc, applyChanges(doc, diff(keyed(doc.notice), keyed(notice)) || {})); return; }
  if (page.served) { tell(word("not-here", notice.source.name)); return; }
  const at = opened.length, given = {notice, name: "", text: null};
  opened.push(build(given, at));
  opened[at].source = JSON.stringify(given);
  restoreKept(opened[at]);
  location.hash = addressOf(String(at + 1));
}

// tell says something that has to be read, behind what is being asked.
function tell(text) {
  if ($("dialog").open) $("dialog").addEventListener("close", () => setTimeout(() => tell(text)), {once: true});
  else ask(word("note"), text, word("close"));
}

addEventListener("dragover", (e) => { if (e.dataTransfer.types.includes("Files")) e.preventDefault(); });
addEventListener("drop", (e) => {
  if (!e.dataTransfer.files.length) return;
  e.preventDefault();
  if (page.served) dropped(e.dataTransfer).then(upload);
  else for (const f of e.dataTransfer.files) takeFile(f);
});
