// Times: as people write them (2024年6月底前, 2024-6-30, 二季度末) and as the schema has them, in
// EDTF (ISO 8601-2) with a relation.

// readTime returns {relation, value, start, end} of what was typed, null where it is no time.
// A relation that the words leave open is the one given; a day without a year is of the given year.
function readTime(typed, relation, year) {
  const plain = typed.replace(/[０-９]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/\s/g, "");
  const text = arabic(plain.replace(/^(?=年[底末内])/, "今"));
  const found = spoken(text) || standard(text) || period(text, year);
  if (!found) return null;
  if (found.point) return related(found.point, found.relation || (dayRelations.includes(relation) ? relation : found.point.day ? "by" : "during"));
  return {...found, ...daysOf(found.value)};
}

const dayRelations = ["by", "from", "during"];

// related puts a point or stretch of time into a relation: by its last day, from its first, during it.
function related({start, end, value}, relation) {
  const edtf = {by: "../" + (end || start), from: (start || end) + "/..", during: start && end ? value : start || end}[relation];
  return {relation, value: edtf, ...daysOf(edtf)};
}

// spoken reads what names no day: 每季度, 3个月内, 长期.
function spoken(text) {
  if (/^(长期|持续|常年|持续推进|长期坚持)$/.test(text)) return {relation: "ongoing", value: ".."};
  const every = /^每(\d*)(年|半年|季度?|个?月|周|天|日)$/.exec(text), within = /^(\d+)(年|个?月|周|天|日)(之|以)?内$/.exec(text);
  const unit = (name) => ({年: "Y", 月: "M", 个月: "M", 周: "W"}[name] || "D");
  if (within) return {relation: "within", value: "P" + within[1] + unit(within[2])};
  if (!every) return null;
  const n = Number(every[1] || 1), months = {半年: 6, 季: 3, 季度: 3}[every[2]];
  return {relation: "every", value: "R/P" + (months ? n * months + "M" : n + unit(every[2]))};
}

const timeForm = /^(\.\.|P\w+|R\/[\w\/.-]+|(\.\.|\d{4}(-\d\d){0,2})(\/(\.\.|\d{4}(-\d\d){0,2}))?)$/;

// standard reads EDTF itself.
function standard(text) {
  if (!timeForm.test(text)) return null;
  if (text === "..") return {relation: "ongoing", value: text};
  if (text[0] === "R") return {relation: "every", value: text};
  if (text[0] === "P") return {relation: "within", value: text};
  const days = daysOf(text);
  if (!days) return null;
  if (days.end && days.start > days.end) return null;
  return {relation: !days.start ? "by" : !days.end ? "from" : null, point: {...days, value: text, day: /^\d{4}-\d\d-\d\d$/.test(text)}};
}

// period reads a point of time or a stretch between two, with the words around it.
function period(text, year) {
  const words = /^(到|至|截至|截止|自|从)?(.+?)(年?底前|月?底前|末前|之前|以前|前|底|末|起|开始|以来|期间|内)?$/.exec(text);
  if (!words) return null;
  const ends = /[底末前]/.test(words[3] || "") || ["到", "至", "截至", "截止"].includes(words[1]);
  const begins = /^(起|开始|以来)$/.test(words[3] || "") || (!words[3] && /^[自从]$/.test(words[1] || ""));
  const body = words[2] + (/^[年月]底前/.test(words[3] || "") ? words[3][0] : ""), relation = ends ? "by" : begins ? "from" : null;
  const whole = point(body, year);
  if (whole) return {relation, point: whole};
  const parts = body.split(/[至到—–~～]+|(?<=[年月日])-|(?<=^\d{4})-(?=\d{4})/);
  if (parts.length !== 2) return null;
  const from = point(parts[0], year, parts[1].replace(/^\d+/, "")), to = from && point(parts[1], from.start.slice(0, 4));
  if (!to || from.start > to.end) return null;
  const plain = !from.value.includes("/") && !to.value.includes("/");
  return {relation: /前/.test(words[3] || "") ? "by" : "during", point: {start: from.start, end: to.end, value: plain ? from.value + "/" + to.value : from.start + "/" + to.end}};
}

// point reads one point of time whole: a five-year period, year, half, quarter, month, 旬 or day.
function point(text, year, unit) {
  const plan = /^[“"]?1([1-9])5[”"]?$/.exec(text);
  if (plan) return stretch(1951 + 5 * (10 + Number(plan[1])), 1, 60);
  const iso = /^(\d{4})[-.\/](\d{1,2})(?:[-.\/](\d{1,2}))?$/.exec(text);
  if (iso) return dated(Number(iso[1]), Number(iso[2]), Number(iso[3] || 0));
  const m = /^(?:(\d{4}|\d{2})年|(今年|本年|当年)|(明年|次年))?(?:(\d{1,2})月份?(?:(\d{1,2})[日号]?|([上中下])旬)?|第?([1-4])季度?|([上下])半年)?$/.exec(text);
  if (!m || !text) return /^\d{1,4}$/.test(text) && unit ? point(text + unit[0], year) : null;
  const y = m[1] ? Number(m[1]) + (m[1].length === 2 ? 2000 : 0) : Number(year) + (m[3] ? 1 : 0);
  if (!y) return null;
  if (m[6]) return between(dated(y, Number(m[4]), {上: 1, 中: 11, 下: 21}[m[6]]), dated(y, Number(m[4]), {上: 10, 中: 20, 下: 31}[m[6]], true));
  if (m[4]) return dated(y, Number(m[4]), Number(m[5] || 0));
  if (m[7]) return stretch(y, 3 * Number(m[7]) - 2, 3);
  return m[8] ? stretch(y, m[8] === "上" ? 1 : 7, 6) : stretch(y, 1, 12);
}

const two = (n) => String(n).padStart(2, "0");
const between = (a, b) => a && b && {start: a.start, end: b.end, value: a.start + "/" + b.end};

// stretch is a number of months: in years where it is whole ones.
function stretch(year, month, months) {
  const last = new Date(Date.UTC(year, month - 2 + months, 1)), y = last.getUTCFullYear(), ends = y + "-" + two(last.getUTCMonth() + 1);
  const value = months === 12 ? String(year) : months > 12 ? year + "/" + y : year + "-" + two(month) + "/" + ends;
  return {...daysOf(value), value};
}

// dated is a day, or with day 0 a month; null where there is no such day, unless it is to be clipped.
function dated(year, month, day, clip) {
  if (month < 1 || month > 12) return null;
  const most = new Date(Date.UTC(year, month, 0)).getUTCDate(), d = clip ? Math.min(day, most) : day;
  if (d > most) return null;
  const value = year + "-" + two(month) + (d ? "-" + two(d) : "");
  return {...daysOf(value), value, day: d > 0};
}

// arabic writes Chinese numerals below a hundred, and years, in figures.
function arabic(text) {
  const figure = (c) => "零一二三四五六七八九".indexOf(c === "〇" ? "零" : c);
  return text.replace(/[〇零一二三四五六七八九十]+/g, (run) => {
    if (/^十[一二三四五六七八九]五$/.test(run)) return "1" + figure(run[1]) + "5";
    const ten = run.indexOf("十");
    if (ten < 0) return [...run].map(figure).join("");
    return String((ten ? figure(run[ten - 1]) : 1) * 10 + (run[ten + 1] ? figure(run[ten + 1]) : 0));
  });
}
