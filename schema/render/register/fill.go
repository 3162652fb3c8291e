package register

import (
	"slices"
	"strconv"
	"strings"

	"github.com/policyx/policyx/schema/align"
	"github.com/policyx/policyx/schema/message"
)

// Row is a task on its way into a ledger.
type Row struct {
	Document string // the notice, as [align.Document] names it
	Key      string // the task, as [align.Keys] names it
	// Cells are the texts by what a column holds: order, document, file, number, title, text, lead, support, responsible,
	// deadlines, due (an ISO day), targets, path, line.
	Cells map[string]string
}

// Words are what is written beside the tasks, in the language of the ledger.
type Words struct {
	Key, Change       string // headers of the columns that are added
	New, Edited, Gone string // in the column of changes
	// Roles are what stands before departments in a column of another role, by the kind of their own: 配合：.
	Roles map[string]string
}

// Report says what became of the rows.
type Report struct {
	Sheet                     string
	Same, Edited, Fresh, Gone int
	Lacks                     []Lack   // in the order in which tasks had it first
	Others                    []string // the other sheets, which stay as they are
}

// ErrNoHeader is a workbook without a row that could be the header of a ledger.
var ErrNoHeader = message.New("no sheet has the columns of a ledger")

// Fill returns the workbook in data with the tasks in their rows. It fails with [ErrNoWorkbook] and
// [ErrNoHeader]. The same rows once more give the same bytes once more.
func Fill(data []byte, rows []Row, words Words) ([]byte, Report, error) {
	a, err := openArchive(data)
	if err != nil {
		return nil, Report{}, err
	}
	s, l, part, err := a.ledger()
	if err != nil {
		return nil, Report{}, err
	}
	f := newFilling(s, l, words, stretch{})
	f.match(rows)
	if n := len(f.fresh); n > 0 {
		if a, f, err = f.inserted(part, n); err != nil {
			return nil, Report{}, err
		}
		f.match(rows)
	}
	f.report.Sheet = part.name
	if f.report.Others, err = a.others(part); err != nil {
		return nil, Report{}, err
	}
	changed, err := f.changes(part)
	if err != nil || len(changed) == 0 {
		return data, f.report, err
	}
	out, err := a.replaced(changed)
	return out, f.report, err
}

// newFilling reads the rows of a ledger; those numbered from room.start up to room.end are there to be filled.
func newFilling(s *sheet, l layout, words Words, room stretch) *filling {
	s.fillGaps(l.header)
	f := &filling{sheet: s, layout: l, words: words, room: room, values: map[int]map[int]string{}}
	f.addColumns()
	f.read()
	f.bare = f.isBare()
	return f
}

// inserted returns the workbook with n more rows in the table, and its ledger.
func (f *filling) inserted(part sheetPart, n int) (*archive, *filling, error) {
	m := insertion{sheet: part.name, header: f.rows[f.header].number, after: f.rows[f.end].number, by: n}
	m.first = m.header + 1
	changed, err := f.insert(m, part)
	if err != nil {
		return nil, nil, err
	}
	data, err := f.replaced(changed)
	if err != nil {
		return nil, nil, err
	}
	a, err := openArchive(data)
	if err != nil {
		return nil, nil, err
	}
	s, err := readSheet(a, changed[part.part])
	if err != nil {
		return nil, nil, err
	}
	l, ok := find(s)
	if !ok {
		return nil, nil, ErrNoHeader
	}
	return a, newFilling(s, l, f.words, stretch{m.after + 1, m.after + n + 1}), nil
}

// ledger returns the first sheet with the header of a ledger.
func (a *archive) ledger() (*sheet, layout, sheetPart, error) {
	parts, err := a.sheets(false)
	if err != nil {
		return nil, layout{}, sheetPart{}, err
	}
	for _, p := range parts {
		data, err := a.read(p.part)
		if err != nil {
			return nil, layout{}, p, err
		}
		s, err := readSheet(a, data)
		if err != nil {
			return nil, layout{}, p, message.Errorf("%s: %w", p.part, err)
		}
		if l, ok := find(s); ok {
			return s, l, p, nil
		}
	}
	return nil, layout{}, sheetPart{}, message.Errorf("%w: looked in the first %d rows for headers such as %s", ErrNoHeader, headerRows, Wanted())
}

// others returns the names of the sheets but one.
func (a *archive) others(but sheetPart) ([]string, error) {
	parts, err := a.sheets(false)
	var names []string
	for _, p := range parts {
		if p.part != but.part {
			names = append(names, p.name)
		}
	}
	return names, err
}

// filling is a sheet being filled.
type filling struct {
	*sheet
	layout
	words   Words
	tasks   []int   // rows that hold a task, as indexes
	blank   []int   // empty rows before whatever stands below the table
	end     int     // index of the last row of the table
	added   []int   // columns whose header is to be written: change, key
	room    stretch // numbers of rows that were put in for new tasks, whatever formulas they have
	values  map[int]map[int]string
	fresh   []map[int]string // tasks without a row
	bare    bool             // the table has no rows to look like
	looks   map[int]int      // styles made for its columns, by the order in which they were
	lookXML []byte           // of those styles
	report  Report
}

// addColumns finds room for the two columns that are ours.
func (f *filling) addColumns() {
	next := f.width
	for _, kind := range []string{"change", "key"} {
		if _, there := f.columns[kind]; !there {
			f.columns[kind] = next
			f.added = append(f.added, next)
			next++
		}
	}
}

// read tells the rows below the header apart.
func (f *filling) read() {
	f.end = f.header
	below := false
	for i := f.header + 1; i < len(f.rows); i++ {
		title, text := f.at(i, "title"), f.at(i, "text")
		switch {
		case f.at(i, "key") == "" && (below || f.sums(i)):
			below = true
		case (title != "" || text != "") && !f.spans(f.rows[i].number):
			f.tasks = append(f.tasks, i)
			f.end = i
		case !below && (f.empty(i) || f.room.start <= f.rows[i].number && f.rows[i].number < f.room.end):
			f.blank = append(f.blank, i)
			f.end = i
		default:
			below = true
		}
	}
}

// sums reports whether a row adds up those above.
func (f *filling) sums(i int) bool {
	for _, c := range f.rows[i].cells {
		if text := f.text(c); text != "" {
			switch strings.TrimRight(strings.Join(strings.Fields(text), ""), ":：") {
			case "合计", "总计", "小计", "共计":
				return true
			}
			return false
		}
	}
	return false
}

// spans reports whether the cells of a row are merged across: a note or a signature, no task.
func (f *filling) spans(number int) bool {
	return slices.ContainsFunc(f.merges, func(m [4]int) bool { return m[1] <= number && number <= m[3] && m[2] > m[0] })
}

// empty reports a row with nothing but its number and formulas that are about itself.
func (f *filling) empty(i int) bool {
	order, has := f.columns["order"]
	for _, c := range f.rows[i].cells {
		switch {
		case has && c.column == order && (c.formula || isNumber(f.text(c))):
		case c.formula && f.adds(c, f.rows[i].number), !c.formula && f.text(c) != "":
			return false
		}
	}
	return !f.spans(f.rows[i].number)
}

func isNumber(text string) bool {
	_, err := strconv.Atoi(text)
	return text == "" || err == nil
}

// adds reports a formula about the rows above it: SUM(G3:G9) in row 10.
func (f *filling) adds(c cell, number int) bool {
	above := false
	rewrite(cellFormula(f.data[c.at.start:c.at.end], c.column, number, map[string]sharedFormula{}), func(_ string, _, to *point) {
		above = above || to != nil && to.row < number
	})
	return above
}

// at returns what a row has in a column.
func (f *filling) at(i int, kind string) string {
	column, ok := f.columns[kind]
	if !ok {
		return ""
	}
	if c := f.rows[i].find(column); c != nil {
		return f.text(*c)
	}
	return ""
}

// match finds the row of each task, and says what becomes of it.
func (f *filling) match(rows []Row) {
	placed, news := make([]map[int]string, len(rows)), make([]align.Item, len(rows))
	for i, r := range rows {
		placed[i] = f.place(r)
		news[i] = align.Item{Key: r.Document + "-" + r.Key, Title: placed[i][f.column("title")], Text: placed[i][f.column("text")]}
	}
	known := f.documents(rows)
	var olds []align.Item
	var which []int
	keyed := false
	for _, i := range f.tasks {
		key := f.at(i, "key")
		keyed = keyed || key != ""
		document, task, _ := strings.Cut(key, "-")
		if key != "" && known[document] == "" {
			continue // of another notice
		}
		if key != "" {
			key = known[document] + "-" + task
		}
		olds, which = append(olds, align.Item{Key: key, Title: f.at(i, "title"), Text: f.at(i, "text")}), append(which, i)
	}
	number := f.lastNumber()
	for _, p := range align.Match(olds, news) {
		if p.Old != align.None && p.New != align.None && p.Likeness >= sure {
			f.update(which[p.Old], placed[p.New])
			continue
		}
		if p.Old != align.None && olds[p.Old].Key != "" { // a row without key is the office's own
			f.report.Gone++
			f.set(which[p.Old], map[int]string{f.columns["change"]: f.words.Gone})
		}
		if p.New != align.None {
			f.report.Fresh++
			number++
			f.add(placed[p.New], number, keyed)
		}
	}
}

// sure is the likeness from which a row is taken to be a task's: what people wrote must not come to another one.
const sure = 0.6

// column returns the column of a kind, -1 where the ledger has none.
func (f *filling) column(kind string) int {
	if c, ok := f.columns[kind]; ok {
		return c
	}
	return -1
}

// documents returns which notice of rows each document of the ledger is: itself, or one with half of its
// tasks, since a notice may have got a number since.
func (f *filling) documents(rows []Row) map[string]string {
	tasks := map[string]map[string]bool{} // of rows, by document
	for _, r := range rows {
		if tasks[r.Document] == nil {
			tasks[r.Document] = map[string]bool{}
		}
		tasks[r.Document][r.Key] = true
	}
	total, shared := map[string]int{}, map[[2]string]int{}
	for _, i := range f.tasks {
		document, task, ok := strings.Cut(f.at(i, "key"), "-")
		if !ok {
			continue
		}
		total[document]++
		for d := range tasks {
			if tasks[d][task] {
				shared[[2]string{document, d}]++
			}
		}
	}
	known := map[string]string{}
	for document, n := range total {
		if tasks[document] != nil {
			known[document] = document
			continue
		}
		best := 0
		for d := range tasks {
			if s := shared[[2]string{document, d}]; total[d] == 0 && s > best && 2*s >= min(n, len(tasks[d])) {
				best, known[document] = s, d
			}
		}
	}
	return known
}

// lastNumber returns the highest 序号.
func (f *filling) lastNumber() int {
	last := 0
	for _, i := range f.tasks {
		if n, err := strconv.Atoi(f.at(i, "order")); err == nil {
			last = max(last, n)
		}
	}
	return last
}

// update writes what the notice says now into the row of a task. Cells that say so already stay as they are, and so do formulas.
func (f *filling) update(i int, cells map[int]string) {
	changed := map[int]string{}
	said := map[int]bool{} // the columns that say what is to be done, not where that stands
	for _, kind := range []string{"title", "text", "lead", "support", "responsible", "deadlines", "due", "targets"} {
		said[f.column(kind)] = true
	}
	edited := false
	for column, text := range cells {
		c := f.rows[i].find(column)
		if c != nil && c.formula || f.says(c, text) {
			continue
		}
		changed[column] = text
		edited = edited || said[column]
	}
	change := ""
	if f.report.Same++; edited {
		f.report.Same--
		f.report.Edited++
		change = f.words.Edited
	}
	if c := f.rows[i].find(f.columns["change"]); !f.says(c, change) {
		changed[f.columns["change"]] = change
	}
	f.set(i, changed)
}

// says reports whether a cell holds a text already.
func (f *filling) says(c *cell, text string) bool {
	if c == nil {
		return text == ""
	}
	return f.text(*c) == strings.TrimSpace(text) || f.isDay(c.style) && f.text(*c) == serial(text)
}

// add puts a new task into the next empty row, else behind the last. It is said to be new where the ledger had tasks before.
func (f *filling) add(cells map[int]string, number int, keyed bool) {
	if keyed {
		cells[f.columns["change"]] = f.words.New
	}
	order, has := f.columns["order"]
	if len(f.blank) > 0 {
		i := f.blank[0]
		f.blank = f.blank[1:]
		if has && f.at(i, "order") == "" {
			cells[order] = strconv.Itoa(number)
		}
		for column := range cells {
			if c := f.rows[i].find(column); c != nil && c.formula {
				delete(cells, column)
			}
		}
		f.set(i, cells)
		return
	}
	f.fresh = append(f.fresh, cells)
}

func (f *filling) set(i int, cells map[int]string) {
	if len(cells) > 0 {
		f.values[i] = cells
	}
}
