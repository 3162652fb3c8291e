package render

import (
	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/render/workbook"
	"github.com/policyx/policyx/schema/term"
)

func sourceColumns() []column {
	return []column{
		{"", "Source.name", 24}, {"", "Metadata.title", 48}, {"", "Metadata.document_number", 22}, {"", "Metadata.issuer", 28},
		{"", "Metadata.jurisdiction", 16}, {"", "Metadata.level", 8}, {"", "Metadata.issued", 12}, {"", "Metadata.published", 12},
		{"", "Metadata.effective", 12}, {"", "Metadata.expires", 12}, {"", "Source.format", 8}, {"", "Source.encoding", 10}, {"", "Source.characters", 9},
		{"", "task_count", 8}, {"", "target_count", 8}, {"", "indicator_count", 8}, {"", "diagnostic_count", 8},
		{"", "Diagnostic.severity", 8}, {"", "Diagnostic.code", 26}, {"", "Diagnostic.message", 56}, {"", "line", 8}, {"", "Source.sha256", 20},
	}
}

// writeSource appends a row for the notice and below it a row for each diagnostic.
func writeSource(s *workbook.Sheet, lang term.Language, n *schema.Notice) error {
	m, src := n.Metadata, n.Source
	title := m.Title
	if title == "" {
		title = m.Enclosure
	}
	goals := 0
	items(n, func(_ string, t *schema.Task) { goals += len(t.Targets) })
	head := sheetCells([]cell{
		text(src.Name), text(title), text(m.DocumentNumber), text(m.Issuer), text(m.Jurisdiction), text(term.Value(lang, "Level", string(m.Level))),
		day(m.Issued), day(m.Published), day(m.Effective), day(m.Expires), text(src.Format), text(src.Encoding), count(src.Characters),
		count(len(n.Tasks)), count(goals), count(len(n.Indicators)), count(len(n.Diagnostics)), {}, {}, {}, {}, text(src.SHA256),
	})
	if err := s.Row(0, head...); err != nil {
		return err
	}
	for _, d := range n.Diagnostics {
		row := make([]cell, 22)
		row[0], row[17], row[18], row[19] = text(src.Name), text(term.Value(lang, "Severity", string(d.Severity))), text(term.Value(lang, "Code", string(d.Code))), text(d.Message)
		if d.Span != nil {
			row[20] = line(*d.Span)
		}
		if err := s.Row(1, sheetCells(row)...); err != nil {
			return err
		}
	}
	return nil
}
