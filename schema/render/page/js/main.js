// The page as a whole: what is on show, saving, and the events.

// show draws notice i, or the list of the batch with -1.
function show(i) {
  current = i < 0 ? null : open(i);
  selected = null;
  $("review").hidden = !current;
  $("batch").hidden = Boolean(current);
  $("switch").hidden = !current;
  $("home").hidden = blocks.length === 1 || !current;
  for (const id of current ? ["batch"] : ["text", "legend", "panels"]) $(id).replaceChildren();
  if (current) {
    drawText(current);
    $("text").parentNode.scrollTop = 0;
  } else drawBatch();
  refresh();
}

// refresh draws everything about the notice but its text.
function refresh() {
  if (current) drawPanels(current);
  const m = current && current.notice.metadata;
  $("title").textContent = current ? m.title || page.index[current.index].title : page.index.length + " 份通知";
  $("subtitle").textContent = current ? [m.document_number, m.issuer, m.issued].filter(Boolean).join(" · ") : "选择一份通知，对照原文核对";
  const edits = opened.reduce((n, d) => n + (d ? d.undo.length : 0), 0);
  $("changed").textContent = edits ? "已改 " + edits + " 处" : "";
  $("undo").hidden = !current;
  $("undo").disabled = !current || !current.undo.length;
  $("save").textContent = current ? "保存 JSON" : "全部保存 JSON Lines";
  applyFilter();
}

// redraw draws the notice after an edit and selects what was edited.
function redraw(owner) {
  const at = $("text").parentNode.scrollTop;
  drawText(current);
  $("text").parentNode.scrollTop = at;
  refresh();
  getSelection().removeAllRanges();
  $("marker").hidden = true;
  if (!owner || !faces.has(owner)) return;
  select(owner, "edit");
  focusOn(faces.get(owner).node);
}

function undoLast() {
  const owner = undo(current);
  if (owner) redraw(owner);
}

const fileName = (name) => (name.split(/[\\/]/).at(-1).replace(/\.[A-Za-z0-9]{1,5}$/, "").replace(/[\u0000-\u001f<>:"|?*]/g, "_") || "notice");

// save hands out the notice on show, or all of a batch as a line each.
function save() {
  const text = current ? toJSON(current, 2) : blocks.map((_, i) => toJSON(open(i))).join("");
  const name = current ? fileName(current.notice.source.name) + ".json" : "notices.jsonl";
  const url = URL.createObjectURL(new Blob([text], {type: "application/json"}));
  el("a", {href: url, download: name}).click();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
  for (const doc of current ? [current] : opened) if (doc) doc.saved = doc.undo.length;
  say("已保存 " + name);
}

// clickText selects what stands where the text was clicked; again, what stands around it.
function clickText(target) {
  const segment = target.closest(".m");
  if (!segment) return;
  const owners = ownersAt(current, segment).filter((o) => faces.has(o) && !$("text").classList.contains("hide-" + current.markOf.get(o).kind));
  if (owners.length) select(owners[(owners.indexOf(selected) + 1) % owners.length], "text");
}

// clickFacts selects the value or card that was clicked.
function clickFacts(e) {
  if (e.target.closest(".edit, .inspector")) return;
  for (let node = e.target; node && node !== e.currentTarget; node = node.parentNode) {
    if (node.owner) { select(node.owner, "facts"); return; }
  }
}

const sides = {text: "原文", facts: "提取结果"};

// showSide shows one side where there is room for one only.
function showSide(side) {
  document.body.dataset.side = side;
  for (const b of $("switch").children) b.setAttribute("aria-pressed", String(b.dataset.side === side));
}

// route shows what the address says: #/3 is the third notice.
function route() {
  const found = /^#\/(\d+)$/.exec(location.hash);
  const i = found ? Number(found[1]) - 1 : -1;
  if (blocks.length === 1) show(0);
  else show(i < blocks.length ? i : -1);
}

$("text").addEventListener("click", (e) => { if (getSelection().isCollapsed) clickText(e.target); });
$("text").addEventListener("keydown", keyInText);
$("panels").addEventListener("click", clickFacts);
for (const id of ["panels", "batch"]) {
  $(id).addEventListener("keydown", (e) => {
    const list = e.target.closest(".rove");
    if (list) keyInList({key: e.key, target: e.target, currentTarget: list, preventDefault: () => e.preventDefault()});
  });
}
$("tabs").addEventListener("keydown", keyInTabs);
document.addEventListener("keydown", keyAnywhere);
document.addEventListener("selectionchange", offerMarks);
$("marker").addEventListener("mousedown", (e) => e.preventDefault()); // the selection stays
$("undo").addEventListener("click", undoLast);
$("save").addEventListener("click", save);
$("keys").addEventListener("click", showKeys);
$("home").addEventListener("click", () => { location.hash = "#/"; });
addEventListener("hashchange", route);
addEventListener("beforeunload", (e) => { if (opened.some((d) => d && d.undo.length !== (d.saved || 0))) e.preventDefault(); });
$("switch").append(...Object.entries(sides).map(([side, name]) => button(name, {"data-side": side, onclick: () => showSide(side)})));
showSide("facts");
route();
