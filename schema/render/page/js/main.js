// The page as a whole: what is on show, and the events.

// show draws notice i, or the batch with -1.
function show(i) {
  current = i < 0 ? null : open(i);
  selected = null;
  bits.clear();
  $("review").hidden = !current;
  $("batch").hidden = Boolean(current);
  $("switch").hidden = !current;
  $("skip").setAttribute("href", current ? "#review" : "#batch");
  $("home").hidden = single() || !current;
  for (const id of current ? ["batch"] : ["text", "legend", "tabs", "panels"]) $(id).replaceChildren();
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
  $("title").textContent = current ? titleOf(current) : word("notices", opened.length);
  $("subtitle").textContent = current ? [m.document_number, m.issuer, m.issued].filter(Boolean).join(" · ") : word("batch-help");
  $("undo").hidden = !current;
  $("save").hidden = page.served && !current; // the desk has it
  $("save").textContent = word(page.served ? "ledger" : current ? "save" : "save-all");
  $("home").setAttribute("href", addressOf(view === "notices" ? "" : view));
  showKept();
  applyFilter();
}

// redraw draws the notice after an edit and selects what was edited.
function redraw(owner) {
  const at = $("text").parentNode.scrollTop;
  drawText(current);
  refresh();
  drawAll();
  $("text").parentNode.scrollTop = at;
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

// showSide shows one side where there is room for one only.
function showSide(side) {
  document.body.dataset.side = side;
  for (const b of $("switch").children) b.setAttribute("aria-pressed", String(b.dataset.side === side));
}

// route shows what the address says.
function route() {
  const to = readAddress();
  if (to.index < 0) {
    const drawn = !current && view === to.view && $("batch").childElementCount;
    view = to.view;
    if (drawn) applyFilter(); else show(-1);
    return;
  }
  if (!current || current.index !== to.index) show(to.index); else applyFilter();
  if (!to.key) return;
  const check = current.checks.find((c) => c.id === to.key), task = current.notice.tasks.find((t) => keyOf(t) === to.key);
  if (check) { showTab("checks"); goTo(check); } else if (task) { select(task, "facts"); reveal(faces.get(task).node); }
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
$("save").addEventListener("click", saveMain);
$("files").addEventListener("click", showFiles);
$("keys").addEventListener("click", showKeys);
$("skip").addEventListener("click", (e) => { e.preventDefault(); const first = document.querySelector("#cards [tabindex='0'], #view [tabindex='0'], #view a"); if (first) first.focus(); });
addEventListener("hashchange", route);
$("switch").append(...["text", "facts"].map((side) => button(word("side." + side), {"data-side": side, onclick: () => showSide(side)})));
showSide("facts");
if (page.served) follow();
route();
