package render

import (
	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/render/workbook"
	"github.com/policyx/policyx/schema/term"
)

func sourceColumns() []column {
	return []column{
		{"", "Source.name", 28}, {"", "Metadata.title", 60}, {"", "Metadata.document_number", 22}, {"", "Metadata.issuer", 28},
		{"", "Metadata.jurisdiction", 14}, {"", "Metadata.level", 8}, {"", "Metadata.issued", 12}, {"", "Metadata.published", 12},
		{"", "Metadata.effective", 12}, {"", "Metadata.expires", 12}, {"", "Source.format", 8}, {"", "Source.encoding", 10}, {"", "Source.characters", 9},
		{"", "task_count", 8}, {"", "target_count", 8}, {"", "indicator_count", 8}, {"", "diagnostic_count", 8}, {"", "Source.sha256", 20},
	}
}

func sourceRow(lang term.Language, n *schema.Notice) []workbook.Cell {
	m, src := n.Metadata, n.Source
	goals := 0
	items(n, func(_ string, t *schema.Task) { goals += len(t.Targets) })
	return sheetCells([]cell{
		text(src.Name), text(titled(n)), text(m.DocumentNumber), text(m.Issuer), text(m.Jurisdiction), text(term.Value(lang, "Level", string(m.Level))),
		day(m.Issued), day(m.Published), day(m.Effective), day(m.Expires), text(src.Format), text(src.Encoding), count(src.Characters),
		count(len(n.Tasks)), count(goals), count(len(n.Indicators)), count(len(n.Diagnostics)), text(src.SHA256),
	})
}
