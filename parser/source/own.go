package source

import (
	"slices"
	"strings"
)

// What package schema/render writes for people is known by marks that it puts there, and by the columns of its ledgers.
const (
	ownCalendar = "PRODID:-//policyx//"
	ownPage     = `<meta name="generator" content="policyx">`
)

// ownTables are what stands in Markdown below the title, and how the last row of that table begins and ends.
var ownTables = []struct{ head, begins, ends string }{
	{"| 项目 | 内容 |", "| 源文件 | ", "字） |"},
	{"| Item | Content |", "| File | ", " characters) |"},
}

// isOwnData reports what policyx itself writes: JSON, JSON Lines or YAML of a notice, a ledger, a calendar, a page, or
// a document in Markdown.
func isOwnData(text string) bool {
	lead := text[:min(len(text), 200)]
	if rest, ok := strings.CutPrefix(lead, "---"); ok {
		lead = strings.TrimSpace(rest)
	}
	if strings.HasPrefix(lead, "schema: policyx/") {
		return true
	}
	lead = strings.Join(strings.Fields(lead), "")
	if strings.HasPrefix(strings.TrimLeft(lead, "["), `{"schema":"policyx/`) {
		return true
	}
	first, _, _ := strings.Cut(text, "\n")
	first = strings.TrimSpace(first)
	return OwnLedger(strings.Split(first, ",")) || OwnLedger(strings.Split(first, "\t")) || isCalendar(text) && strings.Contains(text[:min(len(text), sniffLength)], ownCalendar) || isOwnMarkdown(text)
}

// byHand are the columns that people fill in a workbook that policyx wrote, in Chinese and in English.
var byHand = [][]string{
	{"责任领导", "责任人", "联系人", "进展情况", "完成状态", "备注"},
	{"Leader", "In charge", "Contact", "Progress", "Status", "Note"},
}

// OwnLedger reports the header of a ledger that policyx wrote, in Chinese or in English: a row a file of which is named
// first and a line of it last, or the columns that people fill behind 量化目标.
func OwnLedger(header []string) bool {
	const least = 11 // columns of the narrowest
	n := len(header)
	if n < least {
		return false
	}
	for _, columns := range byHand {
		at := slices.Index(header, columns[0])
		if at > 0 && (header[at-1] == "量化目标" || header[at-1] == "Targets") && at+len(columns) <= n && slices.Equal(header[at:at+len(columns)], columns) {
			return true
		}
	}
	first, last := header[0], header[n-1]
	return first == "源文件" && last == "出处行" || first == "file" && last == "line"
}

// isOwnPage reports a page of notices to check and correct.
func isOwnPage(text string) bool {
	return strings.Contains(text[:min(len(text), sniffLength)], ownPage)
}

// isCalendar reports an iCalendar (RFC 5545).
func isCalendar(text string) bool { return strings.HasPrefix(text, "BEGIN:VCALENDAR") }

// isOwnMarkdown reports a title and below it the table of what a notice says of itself, which ends with its file:
// | 源文件 | notice.txt（text，4397字） |.
func isOwnMarkdown(text string) bool {
	if !strings.HasPrefix(text, "# ") {
		return false
	}
	var lines []string
	for line := range strings.Lines(text[:min(len(text), sniffLength)]) {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	for _, table := range ownTables {
		if len(lines) < 2 || lines[1] != table.head {
			continue
		}
		for _, line := range lines[2:] {
			if !strings.HasPrefix(line, "|") {
				break
			}
			if strings.HasPrefix(line, table.begins) {
				return strings.HasSuffix(line, table.ends)
			}
		}
	}
	return false
}
