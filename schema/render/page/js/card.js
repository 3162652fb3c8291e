// Tasks and goals as cards.

function drawCards(list, tasks, label) {
  const items = [];
  let path = "";
  for (const task of tasks) {
    const here = (task.path || []).join(" / ");
    if (here && here !== path) items.push(el("li", {class: "section", role: "presentation"}, el("h2", {}, here)));
    path = here;
    items.push(card(task, label));
  }
  list.replaceChildren(...items);
}

function card(task, label) {
  const groups = roles.map((role) => group(named("Role", role), ((task.departments || {})[role] || [])
    .map((d) => chip(d, "Department", task, role === "lead" ? "department lead" : "department")),
    role === roles.findLast((r) => (task.departments || {})[r]) && task.departments.open ? "等" : ""));
  groups.push(group("期限", (task.deadlines || []).map((d) => chip(d, "Deadline", task))));
  groups.push(group("目标", (task.targets || []).map((t) => chip(t, "Target", task))));
  const title = task.title || (task.text || "").slice(0, 24) + "…";
  const doubts = doubtsOf(task);
  return bindOwner(el("li", {class: "card", tabindex: -1, "data-inspect": true, "aria-label": label + " " + task.id + " " + title},
    el("div", {class: "head"},
      el("span", {class: "id"}, task.id),
      el("h3", {}, title),
      doubts.length ? el("span", {class: "badge", title: doubts.map((d) => named("Code", d.code)).join("、")}, "存疑") : null,
      button("修改", {class: "quiet edit", tabindex: -1, "aria-label": "修改" + label + " " + task.id, onclick: () => editOwner(task)}),
    ),
    task.text ? el("p", {class: "body"}, task.text) : null,
    task.schedule ? el("p", {class: "schedule"}, "进度安排：" + task.schedule) : null,
    el("dl", {class: "groups"}, groups)), task, "Task");
}

function group(name, chips, rest) {
  if (!chips.length) return null;
  return el("div", {class: "group"}, el("dt", {}, name), el("dd", {}, chips, rest && el("span", {class: "rest"}, rest)));
}

// doubtsOf are the diagnostics that stand within a task.
function doubtsOf(task, doc = current) {
  return doc.notice.diagnostics.filter((d) => d.span && d.severity !== "info" &&
    task.span.start <= d.span.start && d.span.start < task.span.end);
}
