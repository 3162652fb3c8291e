// Tasks and goals as cards.

const cardsAtOnce = 12; // as many as fit on a screen

function* drawCards(list, tasks, label) {
  let path = "";
  for (const [n, task] of tasks.entries()) {
    if (n && n % cardsAtOnce === 0) yield;
    const here = (task.path || []).join(" / ");
    if (here && here !== path) list.append(el("li", {class: "section"}, el("h2", {}, here)));
    path = here;
    list.append(card(task, label));
  }
}

function card(task, label) {
  const parties = task.departments || {};
  const groups = roles.map((role) => group(named("Role", role), (parties[role] || [])
    .map((d) => chip(d, "Department", task, role === "lead" ? "department lead" : "department")),
    role === roles.findLast((r) => parties[r]) && parties.open ? "等" : ""));
  groups.push(group(word("short.deadlines"), (task.deadlines || []).map((d) => chip(d, "Deadline", task))));
  groups.push(group(word("short.targets"), (task.targets || []).map((t) => chip(t, "Target", task))));
  const title = labelOf(task), doubts = doubtsOf(task, current);
  return bindOwner(el("li", {class: "card", tabindex: -1, "data-inspect": true, "aria-label": label + " " + task.id + " " + title},
    el("div", {class: "head"},
      el("span", {class: "id"}, task.id),
      el("h3", {}, title),
      doubts.length ? el("span", {class: "badge", title: doubts.map((d) => named("Code", d.code)).join("、")}, word("doubt")) : null,
      button(word("edit"), {class: "quiet edit", tabindex: -1, "aria-label": word("edit") + " " + label + " " + task.id, onclick: () => editOwner(task)}),
    ),
    task.text ? el("p", {class: "body"}, task.text) : null,
    task.schedule ? el("p", {class: "schedule"}, word("schedule", task.schedule)) : null,
    el("dl", {class: "groups"}, groups)), task, "Task");
}

function group(name, chips, rest) {
  if (!chips.length) return null;
  return el("div", {class: "group"}, el("dt", {}, name), el("dd", {}, chips, rest && el("span", {class: "rest"}, rest)));
}

// doubtsOf are the diagnostics that stand within a task.
function doubtsOf(task, doc) {
  if (!doc.doubts) doc.doubts = doc.notice.diagnostics.filter((d) => d.span && d.severity !== "info");
  return doc.doubts.filter((d) => task.span.start <= d.span.start && d.span.start < task.span.end);
}
