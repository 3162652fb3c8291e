// Elements are made here and nowhere from markup: text stays text.

const $ = (id) => document.getElementById(id);

// el("button", {class: "x", onclick: f}, "text", child): null and false attributes are left out.
function el(tag, attributes, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

function svg(tag, attributes, ...children) {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat(Infinity).filter((c) => c !== null && c !== undefined && c !== false));
  return node;
}

function button(text, attributes, ...children) {
  return el("button", {type: "button", ...attributes}, text, ...children);
}

const page = JSON.parse($("page").textContent);
const labels = page.labels;

// named returns the label of a value of an enum, or the value itself.
const named = (name, value) => (labels.enums[name] && labels.enums[name][value]) || value;

const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
const narrow = matchMedia("(max-width: 820px)");

// reveal scrolls node to the middle of its pane.
function reveal(node) {
  node.scrollIntoView({block: "center", inline: "nearest", behavior: calm ? "auto" : "smooth"});
}

// say tells a screen reader.
const say = (text) => { $("said").textContent = text; };
