// The keyboard: the text, and each list, are one stop for Tab; arrows move inside.

const stops = () => [...$("text").querySelectorAll("[role=button]")].filter((s) => !hiddenKind(s));
const hiddenKind = (s) => ownersKinds(s).every((k) => $("text").classList.contains("hide-" + k));
const ownersKinds = (s) => marksOn(current, s).map((m) => m.kind).filter((k) => valueKinds.includes(k));

// rove makes node the stop of its group.
function rove(node) {
  const group = node && node.closest("#text, .rove");
  if (!group) return;
  for (const old of group.querySelectorAll("[tabindex='0']")) old.tabIndex = -1;
  node.tabIndex = 0;
}

// firstStops gives each group without one its first stop.
function firstStops() {
  for (const group of document.querySelectorAll("#text, .rove")) {
    if (group.querySelector("[tabindex='0']")) continue;
    const first = group.querySelector("[tabindex='-1']:not([hidden])");
    if (first) first.tabIndex = 0;
  }
}

function focusOn(node) {
  rove(node);
  node.focus();
}

function step(list, from, by) {
  const at = list.indexOf(from);
  const next = list[Math.max(0, Math.min(list.length - 1, at + by))];
  if (next) focusOn(next);
}

const moves = {ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1, Home: -Infinity, End: Infinity};

function keyInText(e) {
  if (e.key in moves) {
    e.preventDefault();
    step(stops(), e.target.closest("[role=button]"), moves[e.key]);
  } else if (e.key === "Enter" || e.key === " ") {
    e.preventDefault();
    clickText(e.target);
    const face = faces.get(selected);
    if (face) focusOn(face.node);
  }
}

// keyInList: up and down go from card to card, left and right through what a card holds.
function keyInList(e) {
  const list = e.currentTarget, entry = e.target.closest("li");
  if (e.target.closest(".inspector")) {
    if (e.key === "Escape") { e.preventDefault(); focusOn(faces.get(selected).node); }
    return;
  }
  const entries = [...list.children].filter((c) => !c.hidden && !c.matches(".section, .source")).map((c) => (c.tabIndex === -1 && !c.hasAttribute("tabindex") ? c.querySelector("[tabindex]") : c));
  const here = entry.hasAttribute("tabindex") ? entry : entry.querySelector("[tabindex]");
  if (e.key === "ArrowLeft" || e.key === "ArrowRight") {
    e.preventDefault();
    step([here, ...entry.querySelectorAll("button[tabindex]")].filter((x, i, all) => all.indexOf(x) === i), e.target, moves[e.key]);
  } else if (e.key in moves) {
    e.preventDefault();
    step(entries, here, moves[e.key]);
  } else if ((e.key === "Enter" || e.key === " ") && e.target.owner) {
    e.preventDefault();
    select(e.target.owner, "facts");
    const mark = current.markOf.get(e.target.owner), place = mark && mark.els.find((s) => s.hasAttribute("role"));
    if (place && !narrow.matches) focusOn(place);
  } else if ((e.key === "e" || e.key === "F2") && e.target.owner) {
    e.preventDefault();
    editOwner(e.target.owner);
  } else if (e.key === "Delete" && e.target.owner) {
    e.preventDefault();
    removeOwner(e.target.owner);
  }
}

function keyInTabs(e) {
  if (!(e.key in moves)) return;
  e.preventDefault();
  const all = [...$("tabs").children], at = all.findIndex((t) => t.tabIndex === 0);
  const next = all[Math.max(0, Math.min(all.length - 1, at + moves[e.key]))];
  next.click();
  next.focus();
}

function keyAnywhere(e) {
  if (e.target.closest("input, textarea, select, dialog")) return;
  if (e.key === "?") { e.preventDefault(); showKeys(); }
  if (e.key === "/" && document.querySelector(".filter input")) { e.preventDefault(); document.querySelector(".filter input").focus(); }
  if ((e.ctrlKey || e.metaKey) && e.key === "z" && current) { e.preventDefault(); undoLast(); }
  if ((e.ctrlKey || e.metaKey) && e.key === "s") { e.preventDefault(); saveMain(); }
  if (e.key === "Escape" && current) clearSelection();
}

const keyHelp = [
  ["Tab", "tab"], ["↑ ↓", "up-down"], ["← →", "left-right"], ["Enter", "enter"], ["E", "edit"], ["Delete", "delete"],
  ["Ctrl+Z", "undo"], ["Ctrl+S", page.served ? "ledger" : "save"], ["/", "search"], ["Esc", "escape"],
];

function showKeys() {
  $("dialog").replaceChildren(el("form", {onsubmit: (e) => { e.preventDefault(); $("dialog").close(); }},
    el("h2", {id: "dialog-title"}, word("keys")),
    el("dl", {class: "keys"}, keyHelp.map(([key, what]) => row(key, word("key." + what)))),
    el("p", {class: "note"}, word("mark-help")),
    el("div", {class: "actions"}, el("button", {type: "submit", class: "primary"}, word("close")))));
  $("dialog").showModal();
}
