package extract

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/policyx/policyx/extract/grid"
	"github.com/policyx/policyx/extract/party"
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema"
)

// tables reads every table: as a grid, and its rows as indicators or tasks.
func (x *extractor) tables() {
	for n, p := range x.doc.Parts {
		sc := scope{}
		end := x.noteEnd()
		if p.Attachment {
			end = 0
			if title := strings.ReplaceAll(x.doc.Join(p.Title...), "\n", ""); title != "" {
				sc.path = []string{title}
			}
			if x.mainHasItems() {
				sc.id = "a" + strconv.Itoa(x.attachmentNumber(n))
			}
		}
		for _, t := range p.Tables {
			x.table(t, sc)
		}
		x.itemTables(p.Items, sc, end)
	}
	x.distinctIDs()
	slices.SortStableFunc(x.notice.Tasks, func(a, b schema.Task) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	slices.SortStableFunc(x.notice.Tables, func(a, b schema.Table) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
}

// annexed is where a table stands that follows the 附件说明, or a section that lists the
// attachments: in none of the notice's sections, although no line 附件1 is above it.
var annexed = scope{id: "a0"}

// itemTables reads the tables that stand under items. The notice itself ends at end; 0
// for an attachment.
func (x *extractor) itemTables(items []*parser.Item, sc scope, end int) {
	for n, it := range items {
		if !hasTables(it) {
			continue
		}
		title := x.title(it)
		inner := sc.below(strconv.Itoa(n+1), x.pathEntry(it, title))
		behind := end
		if listsAttachments(source.Squeeze(x.headingText(it, title))) {
			behind = it.Start + 1
		}
		for _, t := range it.Tables {
			if behind > 0 && t.Start >= behind {
				x.table(t, annexed)
				continue
			}
			x.table(t, inner)
		}
		x.itemTables(it.Children, inner, behind)
	}
}

// hasTables reports whether a table stands in an item or below it.
func hasTables(it *parser.Item) bool {
	return len(it.Tables) > 0 || slices.ContainsFunc(it.Children, hasTables)
}

// noteEnd returns the end of the 附件说明; 0 without one.
func (x *extractor) noteEnd() int {
	end := 0
	for _, title := range x.doc.Head.Attachments {
		end = max(end, title[len(title)-1].End)
	}
	return end
}

// listsAttachments reports a section that only lists them: 六、附件.
func listsAttachments(heading string) bool {
	return lexicon.Annexes().Has(strings.TrimSuffix(strings.TrimRight(heading, ":。"), "清单"))
}

// distinctIDs tells tasks apart that stand in two tables of one section: the second 1.2
// is 1.2.t2.
func (x *extractor) distinctIDs() {
	seen := make(map[string]int, len(x.notice.Tasks))
	for i := range x.notice.Tasks {
		t := &x.notice.Tasks[i]
		id := t.ID
		if seen[id]++; seen[id] > 1 {
			t.ID = id + ".t" + strconv.Itoa(seen[id])
			x.renamed(id, t)
		}
	}
}

// table keeps a grid and reads its rows.
func (x *extractor) table(t *parser.Table, sc scope) {
	out := schema.Table{Span: x.doc.Span(t.Range), Rows: x.cellTexts(t.Grid)}
	if t.Caption.Len() > 0 {
		out.Caption = x.doc.Join(t.Caption)
	}
	s := grid.New(t.Grid, out.Rows, out.Caption, x.names())
	signs := false // whose meaning nothing says
	turned := grid.Turned(t.Grid, out.Rows, out.Caption, x.names())
	if turned != nil {
		s = turned
	} else {
		s.Continue(x.lastTable)
		signs = !x.matrix(t, s)
		out.Header = s.Header
	}
	before := len(x.notice.Tasks) + len(x.notice.Indicators)
	kind := s.Kind()
	switch kind {
	case grid.Indicators:
		x.indicators(t, s)
	case grid.Tasks:
		if len(sc.path) == 0 && s.Caption != "" && source.Squeeze(s.Caption) != source.Squeeze(x.notice.Metadata.Title) {
			sc.path = []string{s.Caption}
		}
		if s.Group != "" {
			sc.path = append(slices.Clone(sc.path), s.Group)
		}
		x.taskRows(s, sc)
		x.workInNotes(s)
	}
	switch {
	case x.cutRows || len(x.notice.Tasks)+len(x.notice.Indicators) > before || kind == grid.Refused || !x.namesDepartments(s):
	case kind == grid.Projects:
		x.remark(schema.Info, schema.TableShape, t.Range, "This table names projects and who answers for them; a list of projects gives no tasks.")
	default:
		x.remark(schema.Warning, schema.TableShape, t.Range, "This table has a column of departments and gave no tasks.")
	}
	if signs || kind == grid.Tasks && !s.NamesDepartments() && x.departmentHeads(s) > 1 {
		x.remark(schema.Warning, schema.TableShape, t.Range, "Departments head columns of this table; which of them answers for a row was not read.")
	}
	if s.Columns != nil && turned == nil {
		x.lastTable = s
	}
	x.notice.Tables = append(x.notice.Tables, out)
}

// workInNotes remarks the notes between the rows of a table that say who has a duty or begin with a verb of work.
func (x *extractor) workInNotes(s *grid.Sheet) {
	for _, c := range s.Notes() {
		i, j := x.stream.Slice(c.Range)
		if _, duty := party.Duty(x.stream, i, j, x.party); duty || x.asksWork(c.Range) {
			x.remark(schema.Info, schema.UnreadContent, c.Range, "This sentence stands alone in its row and is read as a note on the table: it reads like work and is no task.")
		}
	}
}

// departmentHeads counts the columns that a department's name heads: 市民政局, 市财政局.
func (x *extractor) departmentHeads(s *grid.Sheet) int {
	n := 0
	for _, c := range s.Columns {
		if c.Organ {
			n++
		}
	}
	return n
}

// cellTexts returns the text of each place of a grid, without line breaks.
func (x *extractor) cellTexts(g *block.Grid) [][]string {
	texts := make([]string, len(g.Cells))
	for n := range g.Cells {
		texts[n] = strings.ReplaceAll(x.doc.Join(g.Cells[n].Range), "\n", "")
	}
	out := make([][]string, len(g.Rows))
	for r, row := range g.Rows {
		out[r] = make([]string, len(row))
		for c, n := range row {
			out[r][c] = texts[n]
		}
	}
	return out
}

func (x *extractor) cellText(c *block.Cell) string {
	return strings.ReplaceAll(x.doc.Join(c.Range), "\n", "")
}

// maxSampled is how many rows of a table without header are looked at for departments.
const maxSampled = 20

// namesDepartments reports a column of departments: by its header, or in a table without
// one by its cells.
func (x *extractor) namesDepartments(s *grid.Sheet) bool {
	if s.Columns != nil {
		return s.NamesDepartments()
	}
	rows := min(len(s.Rows), maxSampled)
	if rows < 3 || s.Grid.Columns() < 2 {
		return false
	}
	for c := range s.Grid.Columns() {
		named, filled := 0, 0
		for r := range rows {
			cell := s.Grid.At(r, c)
			if cell.Len() == 0 || cell.Row != r {
				continue
			}
			filled++
			i, j := x.stream.Slice(cell.Range)
			if found, _ := party.Cell(x.stream, i, j, party.None, x.party); len(found) > 0 && found[0].Kind != schema.KindGovernment {
				named++
			}
		}
		if filled >= 3 && named*5 >= filled*4 {
			return true
		}
	}
	return false
}

// maxRows is how many rows of tables become tasks in one notice.
const maxRows = 100000

// taskRows makes a task of each row.
func (x *extractor) taskRows(s *grid.Sheet, sc scope) {
	if x.cutRows {
		return
	}
	year := x.titleYear(append([]string{s.Caption}, sc.path...)...)
	var unread unreadTimes
	counts := x.countsOf(s)
	defer func() { unread.remark(x); counts.remark() }()
	for _, row := range s.TaskRows() {
		if x.rows++; x.rows > maxRows {
			x.remark(schema.Error, schema.TableShape, row.Range, "The tables have more rows than %d tasks are made of; from here on they were left out.", maxRows)
			x.cutRows = true
			return
		}
		id := strconv.Itoa(row.Index)
		if row.Number != "" {
			id = row.Number + "." + strconv.Itoa(row.Count)
		}
		inner := sc
		if row.Section > 0 {
			inner = inner.below(strconv.Itoa(row.Section), "")
		}
		inner.path = append(slices.Clone(inner.path), row.Groups...)
		t := x.taskRow(s, row, year, inner.below(id, ""))
		counts.read(row, &t)
		unread.look(x, row, &t)
		x.notice.Tasks = append(x.notice.Tasks, t)
	}
}

func (x *extractor) taskRow(s *grid.Sheet, row grid.Row, year int, sc scope) schema.Task {
	t := schema.Task{ID: sc.id, Number: row.Number, Path: sc.path, Span: x.doc.Span(row.Range)}
	for _, c := range row.Title {
		t.Title += x.cellText(c)
	}
	t.Title = strings.TrimRight(t.Title, "。")
	t.Text = strings.ReplaceAll(x.doc.Join(ranges(row.Text)...), "\n", " ") + strings.ReplaceAll(x.doc.Join(ranges(row.Rest)...), "\n", "")
	t.Departments = x.rowDepartments(t.ID, row.Parties)
	for _, c := range row.Schedule {
		t.Schedule = strings.TrimSpace(t.Schedule + " " + x.cellText(s.Repeated(c)))
		x.columns[c.Start] = timeColumn(s, c.Col)
	}
	x.rowFacts(&t, s, row, year)
	return t
}

func ranges(cells []*block.Cell) []block.Range {
	out := make([]block.Range, len(cells))
	for n, c := range cells {
		out[n] = c.Range
	}
	return out
}

// rowDepartments reads the cells of the columns of departments.
func (x *extractor) rowDepartments(id string, cells []grid.Party) *schema.Departments {
	out := &schema.Departments{}
	var at block.Range
	for _, cell := range cells {
		role, ok := party.Column(cell.Header, x.party.Words)
		if !ok {
			role = party.Responsible // 部门 beside its duties
		}
		i, j := x.stream.Slice(cell.Says.Range)
		ctx := x.party
		ctx.LeadFirst = ctx.LeadFirst || firstLeads(cell.Header)
		found, open := party.Cell(x.stream, i, j, role, ctx)
		if cell.Head != nil {
			found = x.marked(cell)
		}
		out.Open = out.Open || open
		x.claimCell(cell.Range, len(found) > 0)
		for _, d := range found {
			if role != party.Responsible && cell.Head == nil {
				d.Role = role // the column decides, whatever the cell ends in
			}
			named := x.department(d)
			if cell.Says != cell.Cell {
				named.Text, named.Span = x.evidence(cell.Range)
			}
			out.Add(d.Role, named)
			x.stream.Mask(d.Start, d.End)
		}
		if at.Len() == 0 {
			at = cell.Range
		}
		at.Start, at.End = min(at.Start, cell.Start), max(at.End, cell.End)
		x.explainCell(id, found)
	}
	if at.Len() == 0 {
		return nil
	}
	out.Text, out.Span = string(x.doc.Text[at.Start:at.End]), x.doc.Span(at)
	return out
}

// firstLeads reports a header that says who of a cell leads: 责任单位(列首位的为牵头单位).
func firstLeads(header string) bool {
	for _, first := range []string{"首位", "第一", "排首", "列首", "排在前"} {
		if _, rest, ok := strings.Cut(header, first); ok && strings.Contains(rest, "牵头") {
			return true
		}
	}
	return false
}
