// The facts of a notice: a tab for each sort, all of them in print.

const tabs = [
  {id: "tasks", count: (doc) => doc.notice.tasks.length, draw: drawTasks},
  {id: "checks", count: (doc) => leftToCheck(doc).length, draw: drawChecks},
  {id: "goals", count: (doc) => (doc.notice.goals || []).length, draw: (box, doc) => drawCards(cardList(box, word("tab.goals")), doc.notice.goals, word("kind.goal"))},
  {id: "indicators", count: (doc) => (doc.notice.indicators || []).length, draw: drawIndicators},
  {id: "information", count: () => 0, draw: drawInformation},
  {id: "citations", count: (doc) => (doc.notice.citations || []).length, draw: drawCitations},
  {id: "diagnostics", count: (doc) => doc.notice.diagnostics.length, draw: drawDiagnostics},
];
const always = ["tasks", "information", "diagnostics"];
let tab = "tasks";

function drawPanels(doc) {
  const keptAt = $(tab) ? $(tab).parentNode.scrollTop : 0;
  faces.clear();
  const shownTabs = tabs.filter((t) => t.count(doc) || always.includes(t.id) || (t.id === "checks" && doc.checks.length));
  if (!shownTabs.some((t) => t.id === tab)) tab = "tasks";
  $("tabs").replaceChildren(...shownTabs.map((t) => button(word("tab." + t.id), {
    id: "tab-" + t.id, role: "tab", "aria-controls": t.id, "aria-selected": String(t.id === tab),
    tabindex: t.id === tab ? 0 : -1, onclick: () => showTab(t.id),
  }, t.count(doc) ? el("span", {class: "count" + (t.id === "checks" ? " alert" : "")}, String(t.count(doc))) : null)));
  $("panels").replaceChildren(...shownTabs.map((t) => el("section", {id: t.id, role: "tabpanel", "aria-labelledby": "tab-" + t.id, class: "panel", hidden: t.id !== tab},
    el("h2", {class: "printed"}, word("tab." + t.id)))));
  drawIn("panels", drawTabs(shownTabs, doc));
  if (keptAt || tab !== "tasks") drawAll();
  $("panels").scrollTop = keptAt;
  firstStops();
}

function* drawTabs(list, doc) {
  for (const t of list) yield* t.draw($(t.id), doc) || [];
}

function showTab(id) {
  tab = id;
  for (const t of $("tabs").children) {
    t.setAttribute("aria-selected", String(t.id === "tab-" + id));
    t.tabIndex = t.id === "tab-" + id ? 0 : -1;
  }
  for (const p of $("panels").children) p.hidden = p.id !== id;
  $("panels").scrollTop = 0;
}

function showPanelOf(node) {
  const panel = node.closest(".panel");
  if (panel && panel.hidden) showTab(panel.id);
  if (node.closest(".card[hidden]")) resetFilter();
}

function cardList(box, label) {
  const list = el("ul", {class: "cards rove", "aria-label": label});
  box.append(el("h2", {class: "unseen"}, label), list);
  return list;
}

function* drawTasks(box, doc) {
  box.append(filterBar([doc]), el("div", {id: "charts", class: "charts"}));
  const list = cardList(box, word("tab.tasks"));
  list.id = "cards";
  if (!doc.notice.tasks.length) box.append(el("p", {class: "note"}, word("no-tasks")));
  box.append(el("p", {id: "nothing", class: "note", hidden: true}, word("no-task-fits")));
  yield* drawCards(list, doc.notice.tasks, word("kind.task"));
}

function drawIndicators(box, doc) {
  const list = cardList(box, word("tab.indicators"));
  let table = null;
  for (const ind of doc.notice.indicators || []) {
    if (ind.table !== table && ind.table) list.append(el("li", {class: "section"}, el("h2", {}, ind.table)));
    table = ind.table;
    const parties = partiesOf(ind).map(({department}) => chip(department, "Department", ind));
    list.append(bindOwner(el("li", {class: "card row", tabindex: -1, "data-inspect": true},
      el("div", {class: "head"}, el("h3", {}, ind.name, ind.unit ? el("small", {}, "（" + ind.unit + "）") : null),
        ind.attribute ? el("span", {class: "tag"}, ind.attribute) : null),
      el("dl", {class: "groups"}, group(word("values"), (ind.values || []).map((v) => chip(v, "IndicatorValue", ind, "indicator"))),
        group(named("Role", "responsible"), parties))),
    ind, "Indicator"));
  }
}

function drawInformation(box, doc) {
  const list = cardList(box, word("tab.information"));
  for (const f of page.forms.Metadata) {
    if (f.type === "object" || f.key === "corrected_fields") continue;
    const value = doc.notice.metadata[f.key], owner = doc.metadata[f.key], empty = value === undefined;
    const name = fieldName("Metadata", f.key);
    list.append(bindOwner(el("li", {class: "card field k-metadata" + (empty ? " empty" : ""), tabindex: -1, "data-inspect": true},
      el("span", {class: "term"}, name),
      el("span", {class: "value"}, empty ? "—" : shown(f, value)),
      button(word("edit"), {class: "quiet edit", tabindex: -1, "aria-label": word("edit") + " " + name, onclick: () => editOwner(owner)})), owner, "Field"));
  }
  const s = doc.notice.source;
  list.append(el("li", {class: "source"}, [s.name, s.format, s.encoding, word("characters", s.characters), "SHA-256 " + s.sha256.slice(0, 16) + "…"].filter(Boolean).join(" · ")));
}

function drawCitations(box, doc) {
  const list = cardList(box, word("tab.citations"));
  for (const c of doc.notice.citations || []) {
    list.append(bindOwner(el("li", {class: "card field k-citation", tabindex: -1, "data-inspect": true},
      el("span", {class: "value"}, c.title ? "《" + c.title + "》" : "", el("small", {}, c.document_number || c.standard_number || ""))), c, "Citation"));
  }
}

function drawDiagnostics(box, doc) {
  const list = cardList(box, word("tab.diagnostics"));
  for (const d of doc.notice.diagnostics) {
    list.append(bindOwner(el("li", {class: "card diagnosis " + d.severity, tabindex: -1, "data-inspect": true},
      el("div", {class: "head"}, el("span", {class: "tag"}, named("Severity", d.severity)), el("h3", {}, named("Code", d.code)),
        d.span ? el("small", {}, word("line", d.span.line)) : null),
      el("p", {}, doc.remarks.get(d) || d.message)), d, "Diagnostic"));
  }
  if (!doc.notice.diagnostics.length) box.append(el("p", {class: "note"}, word("no-diagnostics")));
}
