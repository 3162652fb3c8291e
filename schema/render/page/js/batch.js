// The list of a batch: every notice with how much of it the filters leave.

function drawBatch() {
  const docs = blocks.map((_, i) => open(i));
  const list = el("ol", {id: "notices", class: "notices rove", "aria-label": "通知"}, docs.map((doc, i) => {
    const e = page.index[i], n = doc.notice;
    return el("li", {"data-i": i}, el("a", {href: "#/" + (i + 1), tabindex: -1},
      el("strong", {}, n.metadata.title || e.title),
      el("small", {}, [n.metadata.issuer, n.metadata.document_number, n.metadata.issued, n.source.name].filter(Boolean).join(" · ")),
      el("span", {class: "figures"},
        el("span", {class: "some"}), e.warnings ? el("span", {class: "badge"}, e.warnings + " 条警告") : null,
        doc.undo.length ? el("span", {class: "badge done"}, "已改 " + doc.undo.length + " 处") : null)));
  }));
  $("batch").replaceChildren(filterBar(docs), el("div", {id: "totals", class: "charts"}), list,
    el("p", {id: "none", class: "note", hidden: true}, "没有符合筛选条件的通知。"));
  firstStops();
}

function filterBatch(bar, active) {
  const docs = blocks.map((_, i) => open(i));
  let found = 0, shownDocs = 0;
  for (const item of $("notices").children) {
    const doc = docs[item.dataset.i], tasks = doc.notice.tasks, left = tasks.filter((t) => matches(t, doc)).length;
    item.hidden = active && left === 0;
    item.querySelector(".some").textContent = active ? left + " / " + tasks.length + " 项任务" : tasks.length + " 项任务";
    found += left;
    if (!item.hidden) shownDocs++;
  }
  $("none").hidden = shownDocs > 0;
  bar.querySelector(".found").textContent = shownDocs + " 份，" + found + " 项任务";
  drawCharts($("totals"), docs);
}
