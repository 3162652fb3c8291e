// The page as "policyx serve" serves it: notices come from the program as it reads them, corrections go
// to it when they are made.

const desk = {seen: 0, version: 0, total: 0, done: 0, asking: false, sending: 0, ended: false, unread: new Map(), wanted: ""};

// call asks the program. The error says what is wrong, in the language of the page; status is 0 where nobody answered.
async function call(method, path, body) {
  let answer;
  try { answer = await fetch(path, {method, body}); } catch { throw Object.assign(new Error(word("ended")), {status: 0}); }
  if (answer.ok) return answer;
  let said = {};
  try { said = await answer.json(); } catch { /* the status has to do */ }
  throw Object.assign(new Error(said.error || String(answer.status)), {status: answer.status});
}

// follow takes the news of the program until it ends. A browser keeps six connections to it, so one of its tabs listens for all: the
// one that has the lock; when it is closed, another gets it.
function follow() {
  const tabs = new BroadcastChannel("news"), listening = () => new Promise(() => listen((news) => { tabs.postMessage(news); hear(news); }));
  let last = null;
  const hear = (news) => { last = news; takeNews(news); };
  const ask = () => tabs.postMessage("?");
  tabs.addEventListener("message", ({data}) => { if (data !== "?") takeNews(data); else if (last) tabs.postMessage(last); });
  if (navigator.locks) navigator.locks.request("news", listening); else listening();
  ask();
  document.addEventListener("visibilitychange", ask); // a tab that slept may have missed some
  desk.wanted = location.hash;
  $("dialog").addEventListener("close", () => setTimeout(fetchNotices)); // behind what the dialog does
}

// listen hands on what the program says: how far it is, and that it has ended.
function listen(take) {
  const news = new EventSource("/news");
  news.addEventListener("message", (e) => take({...JSON.parse(e.data), ended: false}));
  news.addEventListener("error", () => take({ended: true}));
  news.addEventListener("end", () => { news.close(); take({ended: true}); });
}

function takeNews(news) {
  Object.assign(desk, news);
  showDesk();
  if (!desk.ended) fetchNotices();
}

// fetchNotices takes what has changed, unless something is being edited or saved: then later.
async function fetchNotices() {
  const busy = () => $("dialog").open || desk.sending > 0;
  if (desk.asking || busy()) return;
  desk.asking = true;
  try {
    while (desk.seen < desk.version) {
      const got = await (await call("GET", "/notices?from=" + desk.seen)).json();
      if (busy()) break;
      desk.seen = got.version;
      takeChanges(got);
    }
  } catch { /* the program has ended, which the news say */ } finally { desk.asking = false; }
  if (desk.wanted && desk.seen >= desk.version && !desk.total) {
    const to = desk.wanted;
    desk.wanted = "";
    if (!current && /^#\/\d/.test(to)) location.hash = to;
  }
}

// takeChanges puts notices that are new or were read again in their places, and shows them.
function takeChanges({order, notices}) {
  for (const note of notices) {
    const old = opened.find((d) => d.id === note.id);
    desk.unread.delete(note.id);
    if (old && old.unsent) old.late = true; // what was not saved yet stays
    else if (note.error) desk.unread.set(note.id, note);
    else if (!old) opened.push(servedDoc(note));
    else if (old.version < note.version) opened[old.index] = servedDoc(note, old);
  }
  const was = current && current.index, place = new Map(order.map((id, i) => [id, i]));
  const left = opened.filter((d) => place.has(d.id) && !desk.unread.has(d.id)).sort((a, b) => place.get(a.id) - place.get(b.id));
  opened.splice(0, opened.length, ...left);
  opened.forEach((d, i) => { d.index = i; });
  for (const id of desk.unread.keys()) if (!place.has(id)) desk.unread.delete(id);
  showChanges(was);
}

// showChanges draws what is on show again where that has changed; the focus stays, and so does the address, which
// may lead elsewhere already, but where the notice on show, the one at was, has another number by now.
function showChanges(was) {
  const now = current && opened.find((d) => d.id === current.id);
  const moved = now && now.index !== was;
  if (now && now === current) { if (moved) writeAddress(); return; }
  const {id, dataset: {filter: key, path} = {}} = document.activeElement || {};
  const top = now ? $("text").parentNode.scrollTop : $("batch").scrollTop;
  show(now ? now.index : -1);
  (now ? $("text").parentNode : $("batch")).scrollTop = top;
  if (moved) writeAddress();
  const again = id ? $(id) : key ? document.querySelector("[data-filter=" + key + "]") : path ? document.querySelector('#batch a[data-path="' + CSS.escape(path) + '"]') : null;
  if (again && document.activeElement !== again) again.focus();
}

// servedDoc makes a notice of what the program says of it, in place of an old one.
function servedDoc({id, version, name: file, place, view, original: extracted, fixes}, old) {
  Object.assign(page.families, view.families);
  const source = JSON.stringify({notice: extracted || view.notice}), doc = build(view, old ? old.index : opened.length), {checked, reviewed} = fixes || {};
  return Object.assign(doc, {id, version, file, place, source, ticks: new Set(checked), kept: countFixes(fixes || {}), reviewed: Boolean(reviewed), unsent: false, failed: ""});
}

// countFixes counts the values that a file of corrections gives.
function countFixes(fix) {
  const tasks = [...Object.values(fix.tasks || {}), ...Object.values(fix.goals || {})];
  return Object.keys(fix.metadata || {}).length + (fix.indicators ? 1 : 0) + (fix.citations ? 1 : 0) + tasks.reduce((n, t) => n + (t ? Object.keys(t).length : 1), 0);
}

// fixesOf is where the program takes corrections of a notice, as it is known here.
const fixesOf = (doc) => "/fixes/" + doc.id + "?since=" + doc.version;

// sendFix has the program write the corrections of a notice, those of the last edit at last; what fails is tried again.
async function sendFix(doc) {
  doc.unsent = true;
  if (doc.sending) return;
  doc.sending = true;
  desk.sending++;
  clearTimeout(doc.retry);
  while (doc.unsent) {
    doc.unsent = false;
    try {
      doc.version = (await (await call("PUT", fixesOf(doc), JSON.stringify(fixOf(doc)))).json()).version;
      doc.failed = "";
    } catch (e) {
      if (e.status === 409) { Object.assign(doc, {unsent: false, failed: "", refused: true}); tell(e.message); break; } // it comes again as it is by now
      Object.assign(doc, {unsent: true, failed: e.message, retry: setTimeout(() => sendFix(doc), 5000)});
      break;
    }
  }
  doc.sending = false;
  desk.sending--;
  if (doc.late && !doc.unsent) { doc.late = false; desk.seen = Math.min(desk.seen, doc.version); }
  showKept();
  fetchNotices();
}

// dropFix has the program take all corrections of a notice away; the notice comes back as it was extracted.
async function dropFix(doc) {
  try {
    await call("DELETE", fixesOf(doc));
    Object.assign(doc, {unsent: false, failed: ""});
    say(word("discarded"));
  } catch (e) {
    tell(e.message);
  }
}

// savedWhere says where corrections are, or why they are not.
function savedWhere() {
  const failed = opened.find((d) => d.failed), edits = current && editsOf(current);
  if (desk.ended) return word(opened.some((d) => d.unsent) ? "ended-unsaved" : "ended");
  if (failed) return word("cannot-save", failed.failed);
  if (opened.some((d) => d.sending)) return word("saving");
  if (current && current.refused) return word("not-saved");
  return edits || (current && current.reviewed) ? word("saved-in", edits, current.place) : "";
}
