// Reads ledgers with exceljs: npm install exceljs; node ledgers.mjs FILE...
//
// Prints for each workbook its sheets with their rows, and fails where the ledger is not set up to be filled: a header that
// stays in view and stands on each page in print, a filter over all columns, lists to choose from, marks of what is
// overdue, rows numbered in order, each with a key of its own. A workbook made by others (with --template) is held to its keys
// and to formulas that keep to its rows.
import assert from "node:assert";
import {createRequire} from "node:module";
import {basename, join} from "node:path";

const require = createRequire(join(process.cwd(), "package.json"));
const ExcelJS = require("exceljs");

const headers = (sheet, row) => sheet.getRow(row).values.map((v) => String(v ?? ""));

// keysOf returns the keys below a header, which no two rows share.
function keysOf(sheet, row, column, file) {
  const keys = [];
  for (let r = row + 1; r <= sheet.rowCount; r++) {
    const key = sheet.getRow(r).getCell(column).value;
    if (key) keys.push(key);
  }
  assert.equal(new Set(keys).size, keys.length, file + ": a key stands twice");
  return keys;
}

for (const file of process.argv.slice(2)) {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file);
  const sheet = book.worksheets.find((s) => [1, 2, 3, 4, 5].some((r) => headers(s, r).includes("任务标识")));
  assert(sheet, file + ": no sheet has keys");
  const row = [1, 2, 3, 4, 5].find((r) => headers(sheet, r).includes("任务标识"));
  const names = headers(sheet, row);
  const at = (name) => names.indexOf(name);
  const keys = keysOf(sheet, row, at("任务标识"), file);
  assert(keys.length > 0, file + ": no task has a key");
  assert(sheet.getColumn(at("任务标识")).hidden, file + ": keys are shown");
  if (at("变动") < 0) {
    for (const s of book.worksheets) {
      assert.equal(s.views[0].state, "frozen", s.name);
      assert.match(s.pageSetup.printTitlesRow, /^\d+:\d+$/, s.name + ": no header in print");
      assert(s.autoFilter, s.name + ": no filter");
      assert.equal(s.pageSetup.fitToWidth, 1, s.name);
    }
    const status = sheet.getCell(row + 1, at("完成状态")).dataValidation;
    assert.equal(status?.type, "list", file + ": nothing to choose from");
    assert.match(status.formulae[0], /未启动.*已完成/);
    assert.equal(sheet.conditionalFormattings[0].rules.length, 2, file + ": marks");
    for (let i = 1; i <= keys.length; i++) assert.equal(sheet.getCell(row + i, at("序号")).value, i, file + ": 序号");
    const due = sheet.getColumn(at("截止日期")).values.slice(row + 1).filter(Boolean);
    assert(due.every((d) => d instanceof Date), file + ": a day that is none");
  }
  console.log(`${basename(file)}: ${keys.length} keys; ` + book.worksheets.map((s) => `${s.name} ${s.rowCount}`).join(", "));
}
