// The controls of the filters, and what is filtered as chips to take away.

// filterBar makes the controls for the tasks of docs.
function filterBar(docs) {
  const tasks = docs.flatMap((d) => d.notice.tasks), list = parties(docs);
  known = new Map(list.map((p) => [p.key, p.name]));
  const kinds = tally(tasks.flatMap((t) => [...new Set(partiesOf(t).map((p) => p.department.kind))]));
  const years = tally(tasks.flatMap((t) => [...new Set(yearsOf(t))])).sort((a, b) => (a[0] < b[0] ? -1 : 1));
  const places = tally(docs.map(placeOf).filter(Boolean));
  const choices = (counts, name) => counts.map(([value, n]) => [value, word("count", name(value), n)]);
  return el("form", {class: "filter", role: "search", "aria-label": word("filter"), onsubmit: (e) => e.preventDefault()},
    el("input", {
      type: "search", placeholder: word("search"), "aria-label": word("search"), "data-filter": "words", value: filter.words,
      oninput: (e) => setFilter("words", e.target.value.trim()),
    }),
    choice("department", [
      [word("same-duty"), families(list).map((f) => [wholeFamily + f, word("all-levels", f)])],
      [word("kind.department"), list.map((p) => [p.key, word("count", p.name, p.tasks)])],
    ]),
    choice("role", roles.map((r) => [r, named("Role", r)])),
    choice("kind", choices(kinds, (v) => named("DepartmentKind", v))),
    choice("year", choices(years, yearName)),
    places.length > 1 && choice("place", choices(places, (v) => v)),
    el("select", {"aria-label": word("filter.has"), onchange: (e) => { setContent(e.target.value); e.target.value = ""; }},
      el("option", {value: ""}, word("filter.has")), Object.keys(contents).map((c) => el("option", {value: c}, word("has." + c)))),
    ["after", "before"].map((key) => el("label", {class: "day"}, word("filter." + key), el("input", {
      type: "date", "data-filter": key, value: filter[key], onchange: (e) => setFilter(key, e.target.value),
    }))),
    el("output", {class: "found", "aria-live": "polite"}),
    el("div", {class: "active", role: "group", "aria-label": word("filtered")}));
}

// choice makes a select of [value, text], or of groups [name, options].
function choice(key, options) {
  const option = ([value, text]) => el("option", {value, selected: filter[key] === value}, text);
  const grouped = options.some(([, second]) => Array.isArray(second));
  const values = grouped ? options.flatMap(([, list]) => list) : options;
  return el("select", {"aria-label": word("filter." + key), "data-filter": key, onchange: (e) => setFilter(key, e.target.value)},
    el("option", {value: ""}, word("filter." + key)),
    grouped ? options.filter(([, list]) => list.length).map(([name, list]) => el("optgroup", {label: name}, list.map(option))) : options.map(option),
    filter[key] && !values.some(([value]) => value === filter[key]) ? option([filter[key], word("count", filter[key], 0)]) : null);
}

// tally counts values, the most frequent first.
function tally(values) {
  const counts = new Map();
  for (const v of values) counts.set(v, (counts.get(v) || 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

// drawActive shows each filter that is set as a button that takes it away.
function drawActive(box) {
  const shownAs = {
    words: (v) => "“" + v + "”", department: partyName, role: (v) => named("Role", v), kind: (v) => named("DepartmentKind", v),
    year: yearName, after: (v) => v, before: (v) => v, place: (v) => v,
  };
  const chips = Object.keys(shownAs).filter((key) => filter[key])
    .map((key) => drop(word("filter." + key) + " " + shownAs[key](filter[key]), () => setFilter(key, "")));
  for (const what of filter.has.split(",").filter((c) => contents[c])) chips.push(drop(word("has." + what), () => setContent(what)));
  box.replaceChildren(...chips, ...(chips.length ? [button(word("clear"), {class: "quiet clear", onclick: resetFilter})] : []));
  box.hidden = !chips.length;
}

const drop = (text, act) => button(text, {class: "drop", "aria-label": word("drop", text), onclick: act}, el("span", {"aria-hidden": "true"}, " ✕"));
