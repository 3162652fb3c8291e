// Long panes are drawn in bits: what is in view at once, the rest while the browser has nothing else to do, and all of it as soon
// as somebody touches anything, looks for words or prints.

const bits = new Map(); // pane → generator of what is still to be drawn in it

// drawIn draws the first bit in a pane, whatever was still to be drawn there before.
function drawIn(pane, steps) {
  bits.delete(pane);
  if (!steps.next().done) bits.set(pane, steps);
  $("review").setAttribute("aria-busy", String(bits.size > 0));
  if (bits.size) soon(drawMore);
}

const soon = (f) => (window.requestIdleCallback || setTimeout)(f);

// drawMore draws bits for as long as nobody notices.
function drawMore() {
  const until = performance.now() + 12;
  while (bits.size && performance.now() < until) drawBit();
  if (bits.size) soon(drawMore);
}

function drawAll() {
  while (bits.size) drawBit();
}

function drawBit() {
  const [pane, steps] = bits.entries().next().value;
  if (steps.next().done) bits.delete(pane);
  if (bits.size) return;
  firstStops();
  $("review").setAttribute("aria-busy", "false");
}

for (const type of ["pointerdown", "click", "keydown", "change", "focusin"]) document.addEventListener(type, drawAll, true);
addEventListener("beforeprint", drawAll);
