// A workbook (ECMA-376) of one sheet: headers in bold that stay in view and filter the columns.

const spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/package/2006/relationships";
const documents = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const contentTypes = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

// xml escapes text; what XML cannot hold is left out.
const xml = (text) => String(text).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
  .replace(/[&<>"]/g, (c) => ({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})[c]);

const mostInCell = 32767; // characters, of Excel

// cellOf is a cell: a number, or text in place.
function cellOf(value, style) {
  if (value === "") return "<c/>";
  if (typeof value === "number") return "<c><v>" + value + "</v></c>";
  return '<c t="inlineStr" s="' + style + '"><is><t xml:space="preserve">' + xml(String(value).slice(0, mostInCell)) + "</t></is></c>";
}

const columnLetter = (n) => String.fromCharCode(65 + n); // of a table of up to 26 columns

// toXLSX writes a table, headers first, as the parts of a workbook.
function toXLSX(table, name) {
  const end = columnLetter(table[0].length - 1) + table.length;
  const rows = table.map((line, i) => "<row>" + line.map((value) => cellOf(value, i ? 2 : 1)).join("") + "</row>").join("");
  const sheet = '<worksheet xmlns="' + spreadsheet + '"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
    + '<cols><col min="1" max="' + table[0].length + '" width="24" customWidth="1"/></cols><sheetData>' + rows + '</sheetData><autoFilter ref="A1:' + end + '"/></worksheet>';
  const style = '<styleSheet xmlns="' + spreadsheet + '"><fonts count="2"><font/><font><b/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>'
    + '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf fontId="1" applyFont="1"/><xf applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>';
  const book = '<workbook xmlns="' + spreadsheet + '" xmlns:r="' + documents + '"><sheets><sheet name="' + xml(name) + '" sheetId="1" r:id="rId1"/></sheets></workbook>';
  const relation = (id, type, target) => '<Relationship Id="rId' + id + '" Type="' + documents + "/" + type + '" Target="' + target + '"/>';
  const related = (list) => xmlHead + '<Relationships xmlns="' + relations + '">' + list + "</Relationships>";
  const type = (part, what) => '<Override PartName="/xl/' + part + '.xml" ContentType="' + contentTypes + what + '+xml"/>';
  return new Blob(zip({
    "[Content_Types].xml": xmlHead + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
      + type("workbook", "sheet.main") + type("sheet1", "worksheet") + type("styles", "styles") + "</Types>",
    "_rels/.rels": related(relation(1, "officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml": xmlHead + book,
    "xl/_rels/workbook.xml.rels": related(relation(1, "worksheet", "sheet1.xml") + relation(2, "styles", "styles.xml")),
    "xl/sheet1.xml": xmlHead + sheet,
    "xl/styles.xml": xmlHead + style,
  }));
}
