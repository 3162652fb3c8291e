// Edits outlive a reload: corrections, ticks and reviews of a notice are kept in this browser, by the
// checksum of what was read.

let keeps = true; // whether this browser lets the page keep anything

const keptUnder = (doc) => "policyx " + doc.notice.source.sha256;

function keep(doc) {
  doc.doubts = null;
  if (page.served) { sendFix(doc); showKept(); return; }
  const ticks = [...doc.ticks], edits = editsOf(doc), {reviewed} = doc;
  try {
    if (edits || ticks.length || reviewed) localStorage.setItem(keptUnder(doc), JSON.stringify({changes: changesOf(doc), ticks, edits, reviewed}));
    else localStorage.removeItem(keptUnder(doc));
  } catch {
    keeps = false;
  }
  showKept();
}

// restoreKept puts what was kept on a notice that was just read.
function restoreKept(doc) {
  try {
    const kept = JSON.parse(localStorage.getItem(keptUnder(doc)));
    if (!kept) return;
    applyChanges(doc, kept.changes);
    doc.ticks = new Set(kept.ticks);
    doc.kept = kept.edits;
    doc.reviewed = Boolean(kept.reviewed);
  } catch {
    // What cannot be read was not kept by this page, or the browser keeps nothing.
  }
}

// discard takes back all that was done to a notice, after asking.
function discard(doc) {
  ask(word("discard"), word("discard-help", editsOf(doc)), word("discard"), () => {
    if (page.served) { dropFix(doc); return; }
    try { localStorage.removeItem(keptUnder(doc)); } catch { keeps = false; }
    const at = doc.index;
    opened[at] = build(JSON.parse(doc.source || blocks[at].textContent), at);
    opened[at].source = doc.source;
    show(at);
    say(word("discarded"));
  });
}

// ask shows a question with one way to go on; without one, what has to be read.
function ask(title, text, yes, act) {
  $("dialog").replaceChildren(el("form", {onsubmit: (e) => { e.preventDefault(); $("dialog").close(); if (act) act(); }},
    el("h2", {id: "dialog-title"}, title),
    el("p", {}, text),
    el("div", {class: "actions"},
      act && button(word("cancel"), {class: "quiet", onclick: () => $("dialog").close()}),
      el("button", {type: "submit", class: "primary"}, yes))));
  $("dialog").showModal();
}

// showKept says in the head what was changed and where it is kept.
function showKept() {
  const edits = opened.reduce((n, d) => n + (d ? editsOf(d) : 0), 0);
  $("changed").textContent = page.served ? savedWhere() : edits ? word(keeps ? "kept" : "not-kept", edits) : "";
  $("undo").disabled = !current || !current.undo.length;
}

addEventListener("beforeunload", (e) => { if (page.served ? opened.some((d) => d.unsent || d.sending) : !keeps && opened.some((d) => d && editsOf(d))) e.preventDefault(); });
