// The facts of a notice: a tab for each sort, all of them in print.

const tabs = [
  {id: "tasks", name: "任务", count: (n) => n.tasks.length, draw: drawTasks},
  {id: "goals", name: "目标", count: (n) => (n.goals || []).length, draw: (box, n) => drawCards(cardList(box, "目标"), n.goals, "目标")},
  {id: "indicators", name: "指标", count: (n) => (n.indicators || []).length, draw: drawIndicators},
  {id: "information", name: "文件信息", count: () => 0, draw: drawInformation},
  {id: "citations", name: "引用", count: (n) => (n.citations || []).length, draw: drawCitations},
  {id: "diagnostics", name: "诊断", count: (n) => n.diagnostics.length, draw: drawDiagnostics},
];
let tab = "tasks";

function drawPanels(doc) {
  const keep = $(tab) ? $(tab).parentNode.scrollTop : 0;
  faces.clear();
  const shownTabs = tabs.filter((t) => t.count(doc.notice) || t.id === "tasks" || t.id === "information" || t.id === "diagnostics");
  if (!shownTabs.some((t) => t.id === tab)) tab = "tasks";
  $("tabs").replaceChildren(...shownTabs.map((t) => button(t.name, {
    id: "tab-" + t.id, role: "tab", "aria-controls": t.id, "aria-selected": String(t.id === tab),
    tabindex: t.id === tab ? 0 : -1, onclick: () => showTab(t.id),
  }, t.count(doc.notice) ? el("span", {class: "count" + (t.id === "diagnostics" ? " alert" : "")}, String(t.count(doc.notice))) : null)));
  $("panels").replaceChildren(...shownTabs.map((t) => {
    const box = el("section", {id: t.id, role: "tabpanel", "aria-labelledby": "tab-" + t.id, class: "panel", hidden: t.id !== tab});
    box.append(el("h2", {class: "printed"}, t.name));
    t.draw(box, doc.notice);
    return box;
  }));
  $("panels").scrollTop = keep;
  firstStops();
}

function showTab(id) {
  tab = id;
  for (const t of $("tabs").children) {
    t.setAttribute("aria-selected", String(t.id === "tab-" + id));
    t.tabIndex = t.id === "tab-" + id ? 0 : -1;
  }
  for (const p of $("panels").children) p.hidden = p.id !== id;
}

function showPanelOf(node) {
  const panel = node.closest(".panel");
  if (panel && panel.hidden) showTab(panel.id);
  const folded = node.closest(".card[hidden], [hidden] > .card");
  if (folded) resetFilter();
}

function cardList(box, label) {
  const list = el("ul", {class: "cards rove", "aria-label": label});
  box.append(list);
  return list;
}

function drawTasks(box, n) {
  box.append(filterBar([current]), el("div", {id: "charts", class: "charts"}));
  const list = cardList(box, "任务");
  list.id = "cards";
  drawCards(list, n.tasks, "任务");
  if (!n.tasks.length) box.append(el("p", {class: "note"}, "没有找到任务。可在原文中选中文字，标为新任务。"));
  box.append(el("p", {id: "nothing", class: "note", hidden: true}, "没有符合筛选条件的任务。"));
}

function drawIndicators(box, n) {
  const list = cardList(box, "指标");
  let table = null;
  for (const ind of n.indicators) {
    if (ind.table !== table && ind.table) list.append(el("li", {class: "section", role: "presentation"}, el("h2", {}, ind.table)));
    table = ind.table;
    const parties = partiesOf(ind).map(({department}) => chip(department, "Department", ind));
    list.append(bindOwner(el("li", {class: "card row", tabindex: -1, "data-inspect": true},
      el("div", {class: "head"}, el("h3", {}, ind.name, ind.unit ? el("small", {}, "（" + ind.unit + "）") : null),
        ind.attribute ? el("span", {class: "tag"}, ind.attribute) : null),
      el("dl", {class: "groups"}, group("数值", (ind.values || []).map((v) => chip(v, "IndicatorValue", ind, "indicator"))), group("责任", parties))),
    ind, "Indicator"));
  }
}

function drawInformation(box, n) {
  const list = cardList(box, "文件信息");
  for (const f of page.forms.Metadata) {
    const value = n.metadata[f.key];
    if (f.type === "object") continue;
    const owner = current.metadata[f.key];
    const empty = value === undefined;
    list.append(bindOwner(el("li", {class: "card field k-metadata" + (empty ? " empty" : ""), tabindex: -1, "data-inspect": true},
      el("span", {class: "term"}, labels.fields.Metadata[f.key]),
      el("span", {class: "value"}, empty ? "—" : shown(f, value)),
      button("修改", {class: "quiet edit", tabindex: -1, "aria-label": "修改" + labels.fields.Metadata[f.key], onclick: () => editOwner(owner)})), owner, "Field"));
  }
  const s = n.source;
  list.append(el("li", {class: "source"}, [s.name, s.format, s.encoding, s.characters + " 字", "SHA-256 " + s.sha256.slice(0, 16) + "…"].filter(Boolean).join(" · ")));
}

function drawCitations(box, n) {
  const list = cardList(box, "引用的文件");
  for (const c of n.citations) {
    list.append(bindOwner(el("li", {class: "card field k-citation", tabindex: -1, "data-inspect": true},
      el("span", {class: "value"}, c.title ? "《" + c.title + "》" : "", el("small", {}, c.document_number || c.standard_number || ""))), c, "Citation"));
  }
}

function drawDiagnostics(box, n) {
  const list = cardList(box, "诊断");
  for (const d of n.diagnostics) {
    list.append(bindOwner(el("li", {class: "card diagnosis " + d.severity, tabindex: -1, "data-inspect": true},
      el("div", {class: "head"}, el("span", {class: "tag"}, named("Severity", d.severity)), el("h3", {}, named("Code", d.code)),
        d.span ? el("small", {}, "第 " + d.span.line + " 行") : null),
      el("p", {}, d.message)), d, "Diagnostic"));
  }
  if (!n.diagnostics.length) box.append(el("p", {class: "note"}, "没有诊断信息。"));
}
