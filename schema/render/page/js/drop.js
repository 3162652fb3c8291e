// The desk of a page that is served: files to drop in, what is being read, what could not be, what to take away.

// deskBar is above the lists of a batch.
function deskBar() {
  const file = (attributes) => el("input", {type: "file", multiple: true, class: "unseen", tabindex: -1, "aria-hidden": "true", ...attributes,
    onchange: (e) => { const list = [...e.target.files].map((f) => ({name: f.webkitRelativePath || f.name, file: f})); e.target.value = ""; upload(list); }});
  const files = file({}), folder = file({webkitdirectory: true});
  return el("section", {class: "desk", "aria-label": word("desk")},
    el("p", {}, word("drop-help")),
    el("div", {class: "actions"},
      button(word("choose-files"), {id: "choose-files", onclick: () => files.click()}), files,
      button(word("choose-folder"), {id: "choose-folder", onclick: () => folder.click()}), folder,
      button(word("ledger"), {id: "ledger", class: "primary", onclick: () => exportTasks("xlsx")}),
      button(word("calendar"), {id: "calendar", onclick: () => exportTasks("ics")})),
    el("p", {id: "progress", role: "status"}),
    el("details", {id: "unread", hidden: true}, el("summary"), el("ul")));
}

// showDesk says what the program is doing, and what it could not read.
function showDesk() {
  showKept();
  if (!$("progress")) return;
  $("progress").replaceChildren(...(desk.total ? [el("progress", {max: desk.total, value: desk.done, "aria-hidden": "true"}), word("reading", desk.done, desk.total)] : []));
  $("unread").hidden = !desk.unread.size;
  $("unread").querySelector("summary").textContent = word("unread", desk.unread.size);
  $("unread").querySelector("ul").replaceChildren(...[...desk.unread.values()].map(({name, error}) => el("li", {}, el("strong", {}, name), " ", error)));
}

// exportTasks takes away the tasks that the filters leave: of the notice on show, else of all.
async function exportTasks(ending) {
  const docs = current ? [current] : everyNotice(), chosen = {};
  if (!isFiltered()) for (const doc of docs) chosen[doc.id] = [];
  for (const {doc, task} of filteredRows(docs)) (chosen[doc.id] ||= []).push(keyOf(task));
  const name = current ? baseName(current.notice.source.name) : word("all-tasks-file");
  try {
    download(name + "." + ending, await (await call("POST", "/export/all." + ending, JSON.stringify(chosen))).blob(), "application/octet-stream");
  } catch (e) {
    tell(e.message);
  }
}

// dropped lists the files of a drop, those in folders with their paths.
async function dropped(transfer) {
  const items = [...transfer.items].filter((i) => i.kind === "file").map((i) => ({entry: i.webkitGetAsEntry(), file: i.getAsFile()})), list = [];
  const take = async (entry, path) => {
    if (entry.isFile) list.push({name: path + entry.name, file: await new Promise((ok, no) => entry.file(ok, no))});
    else for (const inner of await within(entry)) await take(inner, path + entry.name + "/");
  };
  for (const {entry, file} of items) {
    if (entry) await take(entry, ""); else if (file) list.push({name: file.name, file});
  }
  return list;
}

// within lists a folder, which a browser gives in parts.
async function within(folder) {
  const reader = folder.createReader(), all = [];
  for (;;) {
    const some = await new Promise((ok, no) => reader.readEntries(ok, no));
    if (!some.length) return all;
    all.push(...some);
  }
}

const hidden = ({name}) => name.split("/").some((part) => part.startsWith(".") || part.startsWith("~$"));

// upload puts files into the folder, one after the other, and says at the end which it did not take.
async function upload(list) {
  const refused = [], answers = {}, all = list.filter((f) => !hidden(f));
  for (const [i, {name, file}] of all.entries()) {
    say(word("uploading", i + 1, all.length));
    if (name.endsWith(".json")) { await takeFile(file); continue; }
    try {
      await place(name, file, answers);
    } catch (e) {
      refused.push(name + "：" + e.message);
      if (!e.status) break;
    }
  }
  if (refused.length) tell(word("not-taken", refused.join("；")));
}

// place puts one file into the folder; where the name is taken it asks what to do, once where that holds for the rest.
async function place(name, file, answers) {
  const send = (instead) => call("POST", "/files?name=" + encodeURIComponent(name) + "&instead=" + instead, file);
  try {
    await send("");
  } catch (e) {
    if (e.status !== 409) throw e;
    const instead = answers.always || await askInstead(name, answers);
    if (instead !== "skip") await send(instead);
  }
}

// askInstead asks what becomes of a file whose name is taken.
function askInstead(name, answers) {
  return new Promise((done) => {
    let answer = "skip";
    const always = el("input", {type: "checkbox"});
    const choice = (what, attributes) => button(word("instead." + what), {...attributes, onclick: () => { answer = what; $("dialog").close(); }});
    $("dialog").replaceChildren(el("form", {onsubmit: (e) => e.preventDefault()},
      el("h2", {id: "dialog-title"}, word("name-taken")), el("p", {}, word("name-taken-help", name)),
      el("label", {class: "is-flag"}, el("span", {}, word("for-the-rest")), always),
      el("div", {class: "actions"}, choice("skip", {class: "quiet"}), choice("replace"), choice("both", {class: "primary"}))));
    $("dialog").addEventListener("close", () => { if (always.checked) answers.always = answer; done(answer); }, {once: true});
    $("dialog").showModal();
  });
}
