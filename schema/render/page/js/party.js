// Departments over notices: what each is known by comes with the notice. One that was written in on the page is known by its
// official name, else by its name in the place of the notice, since every county has its 县民政局.

const placeOf = (doc) => doc.notice.metadata.jurisdiction || "";
const partyKey = (doc, d) => doc.parties[d.name] || d.canonical || [placeOf(doc), d.name].filter(Boolean).join(" ");
const familyOf = (d) => page.families[d.name] || "";

// parties lists the departments of notices, those with most tasks first: {key, name, tasks, family}.
// The name is the most frequent one; where two share it, what tells them apart stands behind it.
function parties(docs) {
  const found = new Map();
  for (const doc of docs) {
    for (const task of doc.notice.tasks) {
      const here = new Set();
      for (const {department: d} of partiesOf(task)) {
        const key = partyKey(doc, d);
        if (!found.has(key)) found.set(key, {key, names: new Map(), tasks: 0, family: familyOf(d), official: d.canonical, place: placeOf(doc)});
        const p = found.get(key);
        p.names.set(d.name, (p.names.get(d.name) || 0) + 1);
        p.official = p.official || d.canonical;
        if (!here.has(key)) p.tasks++;
        here.add(key);
      }
    }
  }
  const list = [...found.values()].sort((a, b) => b.tasks - a.tasks || (a.key < b.key ? -1 : 1));
  const shared = new Map();
  for (const p of list) {
    p.name = [...p.names].reduce((a, b) => (b[1] > a[1] ? b : a))[0];
    shared.set(p.name, (shared.get(p.name) || 0) + 1);
  }
  for (const p of list) {
    if (shared.get(p.name) > 1) p.name = p.official || p.name + (p.place ? "（" + p.place + "）" : "");
  }
  return list;
}

// families lists what departments of several places or levels have in common, as 民政.
function families(list) {
  const found = new Map();
  for (const p of list) if (p.family) found.set(p.family, [...(found.get(p.family) || []), p]);
  return [...found].filter(([, members]) => members.length > 1).map(([family]) => family);
}

const wholeFamily = "≈"; // before the name of a family, in the filter and the address

// isParty reports whether a department is the one that the filter names.
const isParty = (doc, d, wanted) => (wanted.startsWith(wholeFamily) ? familyOf(d) === wanted.slice(1) : partyKey(doc, d) === wanted);
const partyName = (wanted) => (wanted.startsWith(wholeFamily) ? word("all-levels", wanted.slice(1)) : (known.get(wanted) || wanted));

let known = new Map(); // key → name of the departments on show
