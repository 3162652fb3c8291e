// What the page shows stands in its address behind #, so that a link or a bookmark leads there:
// #/ the notices of a batch, #/tasks, #/checks, #/3 its third notice, #/3/KEY a task of it;
// behind ? the filters.

// readAddress returns {view, index, key} and sets the filters.
function readAddress() {
  const [path, query] = location.hash.replace(/^#\/?/, "").split("?");
  const given = new URLSearchParams(query || "");
  for (const name of Object.keys(filter)) filter[name] = given.get(name) || "";
  const [first, key] = path.split("/").map((part) => { try { return decodeURIComponent(part); } catch { return part; } });
  if (views.includes(first)) return {view: first, index: -1};
  const index = /^\d+$/.test(first) && Number(first) <= opened.length ? Number(first) - 1 : -1;
  return {view: "notices", index: single() ? 0 : index, key};
}

// addressOf is where a view, a notice or a task of one is shown, with the filters as they are.
function addressOf(path) {
  const set = Object.fromEntries(Object.entries(filter).filter(([, value]) => value)), query = new URLSearchParams(set).toString();
  return "#/" + path + (query && "?" + query);
}

const pathOf = (doc, task) => (doc.index + 1) + (task ? "/" + encodeURIComponent(keyOf(task)) : "");
const pathNow = () => (current ? pathOf(current) : view === "notices" ? "" : view);

// writeAddress puts the filters into the address, without a step in the history, and into the
// links that keep them.
function writeAddress() {
  const hash = addressOf(pathNow());
  if (location.hash !== hash) history.replaceState(null, "", hash);
  for (const link of document.querySelectorAll("a[data-path]")) link.setAttribute("href", addressOf(link.dataset.path));
}

// linkTo makes a link to a path of the page.
const linkTo = (path, attributes, ...children) => el("a", {href: addressOf(path), "data-path": path, ...attributes}, ...children);
