// The tasks of all notices as a table: filtered, sorted by a column, saved as CSV.

// columnsOf are the columns: id, what a row says in it, what it is sorted by where that is another.
const taskColumns = [
  {id: "notice", of: ({doc}) => titleOf(doc)},
  {id: "task", of: ({task}) => labelOf(task)},
  {id: "lead", of: ({task}) => namesIn(task, "lead")},
  {id: "support", of: ({task}) => namesIn(task, "support")},
  {id: "responsible", of: ({task}) => namesIn(task, "responsible")},
  {id: "due", of: ({task}) => dueOf(task)},
  {id: "targets", of: ({task}) => (task.targets || []).map(describe.Target).join("；")},
  {id: "warnings", of: ({task, doc}) => doubtsOf(task, doc).length || "", number: true},
];

const columnName = (id) => (id === "warnings" ? word("warning-count") : id === "text" ? fieldName("Task", "text") : named("column", id));

let sorting = {id: "", down: false};

const namesIn = (task, role) => ((task.departments || {})[role] || []).map((d) => d.name).join("、");
const dueOf = (task) => (task.deadlines || []).reduce((last, d) => (d.end > last ? d.end : last), "");
const titleOf = (doc) => doc.notice.metadata.title || doc.notice.metadata.enclosure || doc.name || doc.notice.source.name;

// filteredRows lists the tasks that the filters leave, as {doc, task}.
const filteredRows = (docs) => docs.flatMap((doc) => doc.notice.tasks.filter((task) => matches(task, doc)).map((task) => ({doc, task})));

// sortedRows orders rows by the chosen column, those that have nothing there last.
function sortedRows(rows) {
  const column = taskColumns.find((c) => c.id === sorting.id);
  if (!column) return rows;
  const order = new Intl.Collator(page.lang, {numeric: true}).compare, by = sorting.down ? -1 : 1;
  const keys = rows.map((row) => ({row, key: String(column.of(row))}));
  keys.sort((a, b) => (a.key === "") - (b.key === "") || by * order(a.key, b.key));
  return keys.map((k) => k.row);
}

// drawTable makes the table of rows in box.
function drawTable(box, rows) {
  const body = el("tbody");
  const heads = taskColumns.map((c) => {
    const sorted = sorting.id === c.id ? (sorting.down ? "descending" : "ascending") : "none";
    return el("th", {scope: "col", class: c.id, "aria-sort": sorted}, button(columnName(c.id), {class: "quiet", "data-sort": c.id, onclick: () => sortBy(c.id)},
      el("span", {"aria-hidden": "true"}, {ascending: " ↑", descending: " ↓", none: ""}[sorted])));
  });
  const more = grow(body, sortedRows(rows), tableRow);
  const focus = document.activeElement && document.activeElement.dataset.sort;
  box.replaceChildren(el("table", {class: "tasks"}, el("caption", {class: "unseen"}, word("view.tasks")), el("thead", {}, el("tr", {}, heads)), body), more);
  if (focus) box.querySelector("[data-sort=" + focus + "]").focus();
}

function tableRow(row) {
  const {doc, task} = row;
  return el("tr", {}, taskColumns.map((c) => {
    const said = String(c.of(row));
    const shownAs = c.id === "task" ? linkTo(pathOf(doc, task), {}, said || task.id) : c.id === "warnings" && said ? el("span", {class: "badge"}, said) : said;
    return el("td", {class: c.id, "data-name": columnName(c.id)}, shownAs);
  }));
}

// sortBy sorts by a column, the other way round where that is done already.
function sortBy(id) {
  sorting = {id, down: sorting.id === id && !sorting.down};
  applyFilter();
}

// tableOf lists rows as the table shows them, headers first, with the text of each task.
function tableOf(rows) {
  const columns = [...taskColumns, {id: "text", of: ({task}) => task.text || ""}];
  return [columns.map((c) => columnName(c.id)), ...rows.map((row) => columns.map((c) => c.of(row)))];
}

// toCSV writes a table. A cell that a spreadsheet would take for a formula has an apostrophe before it.
function toCSV(table) {
  const cell = (text) => '"' + String(text).replace(/^[=+\-@\t\r]/, "'$&").replace(/"/g, '""') + '"';
  return "\ufeff" + table.map((line) => line.map(cell).join(",") + "\r\n").join("");
}
