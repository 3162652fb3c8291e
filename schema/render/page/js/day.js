// Days: the first and last of a time, in short and for the filters.

// when puts the days of a deadline in short: → 2025-12-31.
function when(d) {
  if (d.start && d.end) return d.start === d.end ? d.end : d.start + " → " + d.end;
  if (d.end) return "→ " + d.end;
  return d.start ? d.start + " →" : d.value || "";
}

// yearOf is what the filter by year takes a deadline for.
function yearOf(d) {
  if (d.relation === "every" || d.relation === "ongoing") return d.relation;
  const day = d.end || d.start;
  return day ? day.slice(0, 4) : "other";
}
const yearName = (year) => (/^\d/.test(year) ? word("year", year) : year === "other" || year === "none" ? word("year." + year) : named("Relation", year));

// daysOf returns the first and last day of a value, "" for an open side; null where it names none.
function daysOf(value) {
  if (!/^(\.\.\/)?\d{4}/.test(value || "")) return null;
  const [from, to] = value.includes("/") ? value.split("/") : [value, value];
  return {start: from === ".." ? "" : edge(from, false), end: to === ".." ? "" : edge(to, true)};
}

// edge is the first or last day of a year, month or day.
function edge(date, last) {
  const [year, month, day] = date.split("-");
  if (day) return date;
  const m = month || (last ? "12" : "01");
  return year + "-" + m + "-" + (last ? String(new Date(Date.UTC(Number(year), Number(m), 0)).getUTCDate()) : "01");
}
