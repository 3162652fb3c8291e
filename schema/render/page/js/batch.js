// A batch: its notices, the tasks of all of them, and what to check first.

const views = ["tasks", "checks"]; // beside the notices
let view = "notices";

function drawBatch() {
  const docs = everyNotice();
  $("batch").replaceChildren(...[
    el("nav", {class: "views", "aria-label": word("views")}, ["notices", ...views].map((v) =>
      linkTo(v === "notices" ? "" : v, {"aria-current": v === view ? "page" : null}, word("view." + v)))),
    page.served && deskBar(), filterBar(docs), el("div", {id: "totals", class: "charts"}), el("div", {id: "view"}),
    el("p", {id: "none", class: "note", hidden: true}, word(page.served && !docs.length ? "empty" : "no-notice-fits"))].filter(Boolean));
  if (page.served) showDesk();
}

// filterBatch draws the view with what the filters leave, and says how much that is.
function filterBatch() {
  const docs = everyNotice(), rows = filteredRows(docs), counts = new Map();
  for (const {doc} of rows) counts.set(doc, (counts.get(doc) || 0) + 1);
  const left = isFiltered() ? docs.filter((doc) => counts.has(doc)) : docs;
  $("none").hidden = left.length > 0;
  $("totals").hidden = view === "checks";
  if (view !== "checks") drawCharts($("totals"), docs);
  if (view === "tasks") drawTable($("view"), rows);
  else if (view === "checks") drawAllChecks($("view"), left);
  else drawNotices($("view"), left, counts);
  firstStops();
  return word("notices-and-tasks", left.length, rows.length);
}

function drawNotices(box, docs, counts) {
  const list = el("ol", {id: "notices", class: "notices rove", "aria-label": word("view.notices")});
  box.replaceChildren(list, grow(list, docs, (doc) => noticeItem(doc, counts.get(doc) || 0)));
}

function noticeItem(doc, found) {
  const n = doc.notice, m = n.metadata, all = n.tasks.length, edits = editsOf(doc);
  const warnings = n.diagnostics.filter((d) => d.severity !== "info").length;
  return el("li", {}, linkTo(pathOf(doc), {tabindex: -1},
    el("strong", {}, titleOf(doc)),
    el("small", {}, [m.issuer, m.document_number, m.issued, doc.file || n.source.name].filter(Boolean).join(" · ")),
    el("span", {class: "figures"},
      el("span", {}, isFiltered() ? word("some-tasks", found, all) : word("all-tasks", all)),
      warnings ? el("span", {class: "badge"}, word("warnings", warnings)) : null,
      doc.reviewed ? el("span", {class: "badge done"}, word("reviewed-short")) : null,
      edits ? el("span", {class: "badge done"}, word("edits", edits)) : null)));
}

// drawAllChecks lists what to check first in all notices, the gravest first.
function drawAllChecks(box, docs) {
  const all = docs.flatMap((doc) => doc.checks.map((check) => ({doc, check}))).sort((a, b) => b.check.weight - a.check.weight);
  const list = el("ul", {class: "checks", "aria-label": word("tab.checks")});
  const rest = grow(list, all, ({doc, check}) => checkItem(doc, check,
    linkTo(pathOf(doc) + "/" + encodeURIComponent(check.id), {class: "to"}, checkText(doc, check), el("small", {}, titleOf(doc)))));
  box.replaceChildren(el("p", {class: "note"}, checksHelp()), list, rest);
}
