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

const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
const narrow = matchMedia("(max-width: 820px)");

// reveal scrolls node to the middle of its pane.
function reveal(node) {
  node.scrollIntoView({block: "center", inline: "nearest", behavior: calm ? "auto" : "smooth"});
}

// say tells a screen reader.
const say = (text) => { $("said").textContent = text; };

const growing = new Set(); // lists of which not all is drawn yet

// grow fills a list bit by bit, the rest when its end comes near or is asked for, all of it
// for print. It returns what stands below the list.
function grow(list, items, draw, most = 100) {
  let at = 0;
  const rest = button("", {class: "quiet more", onclick: () => next(most)});
  const next = (n) => {
    list.append(...items.slice(at, at + n).map(draw));
    at = Math.min(items.length, at + n);
    rest.hidden = at === items.length;
    rest.textContent = word("more", items.length - at);
  };
  const near = new IntersectionObserver((seen) => { if (seen.some((s) => s.isIntersecting) && rest.isConnected) next(most); }, {rootMargin: "800px"});
  near.observe(rest);
  const all = () => next(items.length);
  growing.add({rest, all});
  list.replaceChildren();
  next(most);
  return rest;
}

addEventListener("beforeprint", () => {
  for (const g of growing) if (g.rest.isConnected) g.all(); else growing.delete(g);
});
