"""Reads ledgers with LibreOffice: ledgers.py FILE...  (needs soffice, pdfinfo and pdftotext)

Converts each workbook to csv, a file for each sheet, and to pdf. Fails where a cell shows something else
than what the file holds (texts as they are, days as 2024-03-18, formulas as what they were worked out to be), where a formula
ends in an error, or where a page has no header (one made with --template prints as its office wants). Prints rows and pages.
"""

import csv
import datetime
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree
import zipfile

SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
EVERY_SHEET = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1'


def convert(path, to, folder):
    command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", to, "--outdir", folder, path]
    subprocess.run(command, check=True, capture_output=True)


def text_of(element):
    """The text of a shared or inline string, without readings."""
    return "".join(t.text or "" for run in [element, *element.findall(SPACE + "r")] for t in run.findall(SPACE + "t"))


def sheets(path):
    """Yields name and cells of each sheet: what the cell at (row, column) shows, None where a program has to work it out."""
    with zipfile.ZipFile(path) as archive:
        read = lambda name: tree.fromstring(archive.read(name))
        shared = [text_of(si) for si in read("xl/sharedStrings.xml")] if "xl/sharedStrings.xml" in archive.namelist() else []
        asks = b'fullCalcOnLoad="1"' in archive.read("xl/workbook.xml")
        targets = {r.get("Id"): r.get("Target") for r in read("xl/_rels/workbook.xml.rels")}
        for sheet in read("xl/workbook.xml").iter(SPACE + "sheet"):
            target = targets[sheet.get(RELATION)].lstrip("/")
            cells = {}
            for c in read(target if target.startswith("xl/") else "xl/" + target).iter(SPACE + "c"):
                letters, row = re.match(r"([A-Z]+)(\d+)", c.get("r")).groups()
                column = 0
                for letter in letters:
                    column = column * 26 + ord(letter) - 64
                value = c.findtext(SPACE + "v")
                if c.find(SPACE + "is") is not None:
                    value = text_of(c.find(SPACE + "is"))
                elif c.get("t") == "s" and value:
                    value = shared[int(value)]
                elif c.find(SPACE + "f") is not None and (asks or not value):
                    value = None
                else:
                    value = value or ""
                cells[int(row) - 1, column - 1] = value
            yield sheet.get("name"), cells


def same(shown, held):
    """Whether a cell that shows one text holds the other: a day is held as a number."""
    if held is None or shown == held:
        return True
    try:
        day = datetime.date(1899, 12, 30) + datetime.timedelta(days=int(held))
        return shown in (day.isoformat(), day.strftime("%m/%d/%y"), day.strftime("%m/%d/%Y")) or float(shown) == float(held)
    except (ValueError, OverflowError):
        return re.sub(r"_x([0-9A-F]{4})_", lambda m: chr(int(m[1], 16)), held).replace("\r\n", "\n") == shown


def check(path):
    with tempfile.TemporaryDirectory() as folder:
        convert(path, EVERY_SHEET, folder)
        convert(path, "pdf", folder)
        stem, rows, ours = pathlib.Path(path).stem, [], True
        for name, cells in sheets(path):
            with open(f"{folder}/{stem}-{name}.csv", encoding="utf-8", newline="") as file:
                table = list(csv.reader(file))
            for (row, column), held in cells.items():
                shown = table[row][column] if row < len(table) and column < len(table[row]) else ""
                assert same(shown, held), f"{path}: {name}, row {row + 1}, column {column + 1}: {shown!r} is shown, {held!r} is held"
                assert not re.match(r"#[A-Z/0!?]+$|Err:", shown), f"{path}: {name}, row {row + 1}, column {column + 1}: {shown}"
            rows.append(f"{name} {len(table)}")
            ours = ours and "变动" not in cells.values()
        pdf = f"{folder}/{stem}.pdf"
        pages = int(re.search(r"Pages: +(\d+)", subprocess.run(["pdfinfo", pdf], check=True, capture_output=True, text=True).stdout)[1])
        for page in range(1, pages + 1):
            text = subprocess.run(["pdftotext", "-f", str(page), "-l", str(page), pdf, "-"], check=True, capture_output=True, text=True).stdout
            assert not ours or re.search("序号|角色|文件|类别|级别|单位名称|所在表|工作任务", text), f"{path}: page {page} has no header"
        print(f"{path}: {pages} pages; " + ", ".join(rows))


for name in sys.argv[1:]:
    check(name)
