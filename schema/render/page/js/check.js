// What to look at first: guesses, unread parts, tasks without a lead, tentative dates, the gravest
// first. What was looked at is ticked off; what was corrected since is off the list by itself.

// bindChecks finds the value that each check is about, while the notice is as it was read.
function bindChecks(doc) {
  for (const check of doc.checks) {
    check.task = doc.notice.tasks[check.task];
    check.owner = check.diagnostic !== undefined ? doc.notice.diagnostics[check.diagnostic]
      : check.deadline !== undefined ? check.task.deadlines[check.deadline] : check.task;
  }
}

// settled reports whether a check needs no look any more: ticked off, corrected or gone.
function settled(doc, check) {
  const n = doc.notice, list = check.owner === check.task ? n.tasks : check.task ? check.task.deadlines : n.diagnostics;
  const led = check.kind === "no-lead" && (check.task.departments || {}).lead;
  return Boolean(led) || doc.ticks.has(check.id) || wasCorrected(check.owner) || !(list || []).includes(check.owner);
}

const leftToCheck = (doc) => doc.checks.filter((c) => !settled(doc, c));

function checkText(doc, check) {
  const {owner} = check;
  if (check.kind === "diagnostic") return doc.remarks.get(owner) || owner.message;
  return check.kind === "tentative" ? owner.text : labelOf(owner);
}

const checkName = (doc, check) => (check.kind === "diagnostic" ? named("Code", check.owner.code) : named("Check", check.kind));

function drawChecks(box, doc) {
  const list = cardList(box, word("tab.checks"));
  list.classList.remove("cards");
  list.classList.add("checks");
  box.querySelector(".printed").after(el("p", {class: "note"}, checksHelp()));
  list.append(...doc.checks.map((check) => checkItem(doc, check, button(checkText(doc, check), {class: "quiet to", tabindex: -1, onclick: () => goTo(check)}),
    button(word("show-value"), {class: "quiet", tabindex: -1, onclick: () => showValue(check)}))));
}

// checksHelp says where ticks are kept.
const checksHelp = () => word(page.served ? "checks-help-served" : "checks-help");

// checkItem is one line: a box to tick, what it is, and ways to it.
function checkItem(doc, check, ...ways) {
  const tick = el("input", {type: "checkbox", checked: settled(doc, check), "aria-label": word("tick", checkName(doc, check) + "：" + checkText(doc, check))});
  const item = el("li", {class: "check" + (settled(doc, check) ? " settled" : "")}, tick,
    el("span", {class: "tag " + (check.severity || "")}, checkName(doc, check)), ways);
  tick.addEventListener("change", () => {
    if (tick.checked) doc.ticks.add(check.id); else doc.ticks.delete(check.id);
    item.classList.toggle("settled", tick.checked);
    keep(doc);
    countChecks();
  });
  return item;
}

// goTo shows the text that a check is about; the list stays.
function goTo(check) {
  const mark = current.markOf.get(check.owner);
  select(check.owner, "check");
  if (!mark || !mark.els.length) { showValue(check); return; }
  if (narrow.matches) showSide("text");
  reveal(mark.els[0]);
}

// showValue shows the card of what a check is about.
function showValue(check) {
  const owner = faces.has(check.owner) ? check.owner : check.task;
  select(owner, "text");
  if (faces.has(owner)) focusOn(faces.get(owner).node);
}

// countChecks keeps the number on the tab true.
function countChecks() {
  const count = current && $("tab-checks") && $("tab-checks").querySelector(".count"), n = current && leftToCheck(current).length;
  if (count) { count.textContent = String(n); count.hidden = !n; }
}
