// Reads calendars with node-ical and ical.js: npm install node-ical ical.js; node calendars.mjs FILE...
//
// Prints for each file how many events, to-dos and alarms both see, and fails where they differ, where
// an event is not one whole day, or where a rule of repeats gives no next day.
import assert from "node:assert";
import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {join} from "node:path";

const require = createRequire(join(process.cwd(), "package.json"));
const nodeIcal = require("node-ical");
const {default: ICAL} = await import(require.resolve("ical.js"));

for (const file of process.argv.slice(2)) {
  const text = readFileSync(file, "utf8");
  const entries = Object.values(nodeIcal.sync.parseICS(text));
  const calendar = new ICAL.Component(ICAL.parse(text));
  const counts = {};
  for (const kind of ["VEVENT", "VTODO"]) {
    const theirs = calendar.getAllSubcomponents(kind.toLowerCase());
    counts[kind] = theirs.length;
    assert.equal(entries.filter((e) => e.type === kind).length, theirs.length, file + ": " + kind);
  }
  let alarms = 0;
  for (const component of calendar.getAllSubcomponents("vevent")) {
    const event = new ICAL.Event(component);
    assert(event.startDate.isDate && event.duration.toSeconds() === 86400, event.uid + " is not one whole day");
    assert(!event.isRecurring() || event.iterator().next(), event.uid + " never recurs");
    alarms += component.getAllSubcomponents("valarm").length;
  }
  assert.equal(alarms, 2 * counts.VEVENT, file + ": alarms");
  console.log(`${file}: ${counts.VEVENT} events, ${counts.VTODO} todos, ${alarms} alarms`);
}
