package extract

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/policyx/policyx/extract/party"
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/schema"
)

// tables reads every table: as a grid, and its rows as indicators or tasks.
func (x *extractor) tables() {
	var walk func(items []*parser.Item, sc scope)
	walk = func(items []*parser.Item, sc scope) {
		for n, it := range items {
			inner := sc.below(strconv.Itoa(n+1), x.pathEntry(it, x.title(it)))
			for _, t := range it.Tables {
				x.table(t, inner)
			}
			walk(it.Children, inner)
		}
	}
	for n, p := range x.doc.Parts {
		sc := scope{}
		if p.Attachment {
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
		walk(p.Items, sc)
	}
	x.distinctIDs()
	slices.SortStableFunc(x.notice.Tasks, func(a, b schema.Task) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	slices.SortStableFunc(x.notice.Tables, func(a, b schema.Table) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
}

// distinctIDs tells tasks apart that stand in two tables of one section: the second 1.2
// is 1.2.t2.
func (x *extractor) distinctIDs() {
	seen := make(map[string]int, len(x.notice.Tasks))
	for i := range x.notice.Tasks {
		id := x.notice.Tasks[i].ID
		if seen[id]++; seen[id] > 1 {
			x.notice.Tasks[i].ID = id + ".t" + strconv.Itoa(seen[id])
		}
	}
}

// table keeps a grid and reads its rows.
func (x *extractor) table(t *parser.Table, sc scope) {
	g := t.Grid
	out := schema.Table{Span: x.doc.Span(t.Range)}
	if t.Caption.Len() > 0 {
		out.Caption = x.doc.Join(t.Caption)
	}
	for r := range g.Rows {
		row := make([]string, g.Columns())
		for c := range row {
			row[c] = x.cellText(g.At(r, c))
		}
		out.Rows = append(out.Rows, row)
	}
	if in := x.indicatorColumns(g, out.Rows); in != nil {
		out.Header = in.header
		x.indicators(t, in)
	} else if tc := taskColumns(out.Rows, x.party.Words); tc != nil {
		out.Header = tc.header
		x.taskRows(g, out.Rows, tc, sc)
	}
	x.notice.Tables = append(x.notice.Tables, out)
}

func (x *extractor) cellText(c *block.Cell) string {
	return strings.ReplaceAll(x.doc.Join(c.Range), "\n", "")
}

// columns says what the columns of a task table hold.
type columns struct {
	header    int // how many header rows there are
	number    int // -1 without
	work      []int
	roles     map[int]party.Role
	schedules []int
}

var (
	numberWords  = []string{"序号", "编号", "序"}
	workWords    = []string{"工作任务", "重点任务", "主要任务", "任务", "工作内容", "任务内容", "具体任务", "工作措施", "具体措施", "主要措施", "措施", "重点工作", "工作事项", "事项", "任务事项", "改革事项", "主要内容", "具体内容", "内容", "工作要求", "任务清单", "项目名称", "项目", "建设内容", "职责", "主要职责", "职责任务", "职责与任务", "职责分工", "工作职责", "任务名称", "工作目标", "目标任务", "任务目标", "任务分工", "重点工作任务", "工作举措", "政策措施", "具体举措", "举措"}
	scheduleEnds = []string{"时间", "时限", "期限", "进度", "进度安排", "时间安排", "时间节点", "时限要求", "进度要求", "时间要求"}
)

// taskColumns finds the header of a task table: a row that names work and who does it,
// or by when. It returns nil where there is none.
func taskColumns(rows [][]string, words *party.Words) *columns {
	for r := 0; r < len(rows) && r < 4; r++ {
		tc := &columns{header: r + 1, number: -1, roles: map[int]party.Role{}}
		for c, cell := range rows[r] {
			key := folded(cell)
			bare, _, _ := strings.Cut(key, "(")
			switch {
			case slices.Contains(numberWords, bare):
				tc.number = c
			case slices.Contains(workWords, bare):
				tc.work = append(tc.work, c)
			case endsIn(bare, scheduleEnds):
				tc.schedules = append(tc.schedules, c)
			default:
				if role, ok := party.Column(key, words); ok {
					tc.roles[c] = role
				}
			}
		}
		if len(tc.roles) == 0 && len(tc.work) > 0 {
			tc.byDepartment(rows[r])
		}
		if len(tc.work) == 0 && tc.number >= 0 && len(tc.roles) > 0 && len(tc.schedules) > 0 {
			tc.otherColumns(rows[r])
		}
		if len(tc.work) > 0 && len(tc.roles)+len(tc.schedules) > 0 {
			return tc
		}
	}
	return nil
}

func endsIn(key string, ends []string) bool {
	return slices.ContainsFunc(ends, func(end string) bool { return strings.HasSuffix(key, end) })
}

// otherColumns takes what a table with numbers, departments and times says besides as the
// work: 序号|平台名称|建设内容说明|责任单位|投用时间.
func (tc *columns) otherColumns(header []string) {
	for c, cell := range header {
		if _, role := tc.roles[c]; !role && c != tc.number && !slices.Contains(tc.schedules, c) && cell != "" {
			tc.work = append(tc.work, c)
		}
	}
}

// departmentWords head the column of a table that lists duties by department.
var departmentWords = []string{"部门", "单位", "部门名称", "单位名称", "部门单位", "单位(部门)", "部门(单位)", "成员单位", "成员单位名称", "有关部门", "相关部门", "职能部门", "机构", "机构名称"}

// byDepartment takes the column of departments of a table of duties: 部门|职责.
func (tc *columns) byDepartment(header []string) {
	if work := folded(header[tc.work[0]]); !strings.Contains(work, "职责") && !strings.Contains(work, "任务") && !strings.Contains(work, "工作") {
		return
	}
	for c, cell := range header {
		if slices.Contains(departmentWords, folded(cell)) {
			tc.roles[c] = party.Responsible
			return
		}
	}
}

// taskRows makes a task of each row.
func (x *extractor) taskRows(g *block.Grid, rows [][]string, tc *columns, sc scope) {
	section, number, count := 0, "", 0
	base := sc
	for r := tc.header; r < len(rows); r++ {
		if slices.Equal(rows[r], rows[tc.header-1]) {
			continue // the header once more, on a new page
		}
		if heading, ok := x.sectionRow(g, r); ok {
			section++
			sc = base.below(strconv.Itoa(section), heading)
			number, count = "", 0
			continue
		}
		n := ""
		if tc.number >= 0 {
			n = strings.TrimRight(folded(rows[r][tc.number]), ".、")
		}
		if n != number || count == 0 {
			number, count = n, 0
		}
		count++
		id := strconv.Itoa(r - tc.header + 1)
		if n != "" {
			id = n + "." + strconv.Itoa(count)
		}
		if t, ok := x.taskRow(g, r, tc, sc.below(id, "")); ok {
			t.Number = n
			x.notice.Tasks = append(x.notice.Tasks, t)
		}
	}
}

// sectionRow reports whether one cell spans the whole row, and returns its text.
func (x *extractor) sectionRow(g *block.Grid, r int) (string, bool) {
	first := g.Rows[r][0]
	filled := 0
	for c, cell := range g.Rows[r] {
		if g.Cells[cell].Len() > 0 && (c == 0 || cell != g.Rows[r][c-1]) {
			filled++
		}
	}
	text := x.cellText(&g.Cells[first])
	return text, filled == 1 && text != "" && g.Columns() > 1 && g.Cells[first].RowSpan == 1
}

func (x *extractor) taskRow(g *block.Grid, r int, tc *columns, sc scope) (schema.Task, bool) {
	t := schema.Task{ID: sc.id, Path: sc.path}
	work := distinct(g, r, tc.work)
	if len(work) > 1 {
		t.Title = strings.TrimRight(x.cellText(work[0]), "。")
		work = work[1:]
	}
	if len(work) == 0 {
		return t, false
	}
	var texts []block.Range
	for _, c := range work {
		texts = append(texts, c.Range)
	}
	t.Text = strings.ReplaceAll(x.doc.Join(texts...), "\n", " ")
	t.Departments = x.rowDepartments(t.ID, g, r, tc)
	for _, c := range distinct(g, r, tc.schedules) {
		t.Schedule = strings.TrimSpace(t.Schedule + " " + x.cellText(c))
	}
	if t.Departments == nil && t.Schedule == "" || t.Text == "" {
		return t, false
	}
	t.Span = x.doc.Span(rowRange(g, r))
	t.Deadlines, t.Targets = x.rowFacts(t.ID, g, r, tc)
	return t, true
}

// distinct returns the cells of some columns of a row, each once, without empty ones.
func distinct(g *block.Grid, r int, cols []int) []*block.Cell {
	var out []*block.Cell
	for _, c := range cols {
		cell := g.At(r, c)
		if cell.Len() > 0 && (len(out) == 0 || out[len(out)-1] != cell) {
			out = append(out, cell)
		}
	}
	return out
}

// rowRange returns the stretch of the cells that begin in row r, or of all its cells
// where none does.
func rowRange(g *block.Grid, r int) block.Range {
	var out block.Range
	for _, own := range []bool{true, false} {
		for _, n := range g.Rows[r] {
			c := &g.Cells[n]
			if c.Len() == 0 || own && c.Row != r {
				continue
			}
			if out.Len() == 0 {
				out = c.Range
			}
			out.Start, out.End = min(out.Start, c.Start), max(out.End, c.End)
		}
		if out.Len() > 0 {
			break
		}
	}
	return out
}

// rowDepartments reads the cells of the role columns.
func (x *extractor) rowDepartments(id string, g *block.Grid, r int, tc *columns) *schema.Departments {
	out := &schema.Departments{}
	var at block.Range
	var cols []int
	for c := range tc.roles {
		cols = append(cols, c)
	}
	slices.Sort(cols)
	for _, c := range cols {
		cell := g.At(r, c)
		if cell.Len() == 0 || c > 0 && g.Rows[r][c-1] == g.Rows[r][c] {
			continue
		}
		i, j := x.stream.Slice(cell.Range)
		found, open := party.Cell(x.stream, i, j, tc.roles[c], x.party)
		out.Open = out.Open || open
		x.claimCell(cell.Range, len(found) > 0)
		for _, d := range found {
			if role := tc.roles[c]; role != party.Responsible {
				d.Role = role // the column decides, whatever the cell ends in
			}
			out.Add(string(d.Role), x.department(d))
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

// rowFacts reads the cells that begin in the row, and a schedule that spans it, in the
// order of the text.
func (x *extractor) rowFacts(id string, g *block.Grid, r int, tc *columns) ([]schema.Deadline, []schema.Target) {
	var cells []*block.Cell
	for c, n := range g.Rows[r] {
		cell := &g.Cells[n]
		if _, role := tc.roles[c]; role || c == tc.number || cell.Len() == 0 || cell.Row != r && !slices.Contains(tc.schedules, c) || slices.Contains(cells, cell) {
			continue
		}
		cells = append(cells, cell)
	}
	slices.SortFunc(cells, func(a, b *block.Cell) int { return cmp.Compare(a.Start, b.Start) })
	var ranges []block.Range
	for _, c := range cells {
		ranges = append(ranges, c.Range)
	}
	return x.facts(id, ranges, true)
}
