package catalog

import (
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/policyx/policyx/schema"
)

// writer writes the rows of one notice. The first error stays, and nothing is written after it.
type writer struct {
	*Catalog
	err    error
	notice int64
	tasks  []taskRow
}

// taskRow is where a task stands and its row.
type taskRow struct {
	span schema.Span
	id   int64
}

func (w *writer) put(table, columns string, values ...any) (id int64) {
	if w.err != nil {
		return 0
	}
	id, w.err = w.insert("INSERT INTO "+table+" ("+columns+") VALUES ("+marks(len(values))+")", values...)
	return id
}

// spanned is the columns of a span behind others.
const spanned = ", span_start, span_end, line, page"

func span(s schema.Span) []any { return []any{s.Start, s.End, s.Line, number(s.Page)} }

func spanOf(s *schema.Span) []any {
	if s == nil {
		return []any{nil, nil, nil, nil}
	}
	return span(*s)
}

// with is values with those of a span behind them.
func with(span []any, values ...any) []any { return append(values, span...) }

func text(s string) any {
	if s == "" {
		return nil
	}
	return s
}

func number(n int) any {
	if n == 0 {
		return nil
	}
	return n
}

func maximum(n *schema.Number) any {
	if n == nil {
		return nil
	}
	return float64(*n)
}

func (w *writer) write(input int64, position int, r *Record) {
	n, m := r.notice, &r.notice.Metadata
	day := m.Issued
	if day == "" {
		day = m.Published
	}
	year, _ := strconv.Atoi(day[:min(4, len(day))])
	var coverage, clauses, unparsed any
	if n.Coverage != nil {
		coverage, clauses, unparsed = float64(n.Coverage.Characters), n.Coverage.Clauses, n.Coverage.Unparsed
	}
	dated, targets := 0, 0
	for _, t := range r.tasks {
		if t.kind == "task" && lastDay(t.Task) != "" {
			dated++
		}
		targets += len(t.Targets)
	}
	w.notice = w.put("notices", "input_id, position, digest, name, format, encoding, sha256, characters, title, enclosure, document_type, issuer, place_id, level, rank, document_number, issued, published, effective, expires, year, coverage, clauses, unparsed, tasks, dated, targets, same",
		input, position, r.digest, n.Source.Name, n.Source.Format, text(n.Source.Encoding), n.Source.SHA256, n.Source.Characters, text(m.Title), text(m.Enclosure), text(m.DocumentType), text(m.Issuer),
		w.place(r), text(string(m.Level)), rank(m.Level), text(m.DocumentNumber), text(m.Issued), text(m.Published), text(m.Effective), text(m.Expires), number(year), coverage, clauses, unparsed, len(n.Tasks), dated, targets, text(w.reading.same(m)))
	w.put("documents", "notice_id, json", w.notice, r.whole)
	w.metadata(m)
	w.titles(r)
	for i, p := range n.Source.Parts {
		w.put("parts", "notice_id, position, name, format, sha256, span_start", w.notice, i+1, p.Name, p.Format, p.SHA256, p.Start)
	}
	for i, t := range r.tasks {
		if t.kind == "task" {
			i -= len(n.Goals)
		}
		w.task(i+1, t)
	}
	for i, in := range n.Indicators {
		w.indicator(i+1, in)
	}
	for i, c := range n.Citations {
		w.citation(i+1, c)
	}
	for i, d := range n.Diagnostics {
		w.put("diagnostics", "notice_id, position, severity, code, message"+spanned, with(spanOf(d.Span), w.notice, i+1, string(d.Severity), string(d.Code), d.Message)...)
	}
}

// place is the row of the place of a notice; nil where it is not known.
func (w *writer) place(r *Record) any {
	name, code := w.reading.Fold(r.place), r.notice.Metadata.JurisdictionCode
	if name == "" {
		return nil
	}
	id, isNew := w.shared([3]string{"place", name, code}, "SELECT id FROM places WHERE name = ? AND code = ?", "INSERT INTO places (name, code) VALUES (?, ?)", name, code)
	if isNew {
		for _, within := range w.reading.Within(name, code) {
			w.put("place_parts", "within, place_id", within, id)
		}
	}
	return id
}

// shared is a row that notices share: the one that is there, else a new one.
func (w *writer) shared(key any, find, make string, values ...any) (id int64, isNew bool) {
	if w.err != nil {
		return 0, false
	}
	if id, ok := w.ids[key]; ok {
		return id, false
	}
	err := w.row(find, values...).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		id, err = w.insert(make, values...)
		isNew = true
	}
	if w.err = err; err == nil {
		w.ids[key] = id
	}
	return id, isNew
}

// metadata writes every field of the head that has a value, with its place.
func (w *writer) metadata(m *schema.Metadata) {
	var fields map[string]any
	var spans struct {
		Spans map[string]json.RawMessage `json:"spans"`
	}
	data, err := json.Marshal(m)
	if err == nil {
		err = errors.Join(json.Unmarshal(data, &fields), json.Unmarshal(data, &spans))
	}
	if w.err = errors.Join(w.err, err); w.err != nil {
		return
	}
	delete(fields, "spans")
	for field, value := range fields {
		list, several := value.([]any)
		if !several {
			list = []any{value}
		}
		where := make([]*schema.Span, len(list))
		if raw := spans.Spans[field]; raw != nil && several {
			w.err = json.Unmarshal(raw, &where)
		} else if raw != nil {
			w.err = json.Unmarshal(raw, &where[0])
		}
		where = append(where, make([]*schema.Span, len(list))...)
		for i, v := range list {
			if link, ok := v.(map[string]any); ok {
				v = link["href"]
			}
			w.put("metadata", "notice_id, field, position, value"+spanned, with(spanOf(where[i]), w.notice, field, i+1, fmt.Sprint(v))...)
		}
	}
}

// titles writes what citations may call the notice: by its title and that of what it issues, each with and without its issuer.
func (w *writer) titles(r *Record) {
	m := &r.notice.Metadata
	place := key(w.reading.Fold(m.Jurisdiction))
	written := map[string]bool{}
	for _, title := range []string{m.Title, m.Enclosure} {
		whole := key(w.reading.Fold(title))
		bare := strings.TrimPrefix(whole, key(w.reading.Fold(m.Issuer)))
		for _, name := range []string{whole, bare} {
			if name == "" || written[name] {
				continue
			}
			written[name] = true
			own := place != "" && strings.Contains(name, place) || m.Issuer != "" && name != bare
			w.put("titles", "key, notice_id, own", name, w.notice, own)
		}
	}
}

func (w *writer) task(position int, t item) {
	var clause, open any
	if t.Departments != nil {
		clause, open = text(t.Departments.Text), t.Departments.Open
	}
	id := w.put("tasks", "notice_id, position, kind, item, key, number, title, path, text, clause, open, last_day"+spanned,
		with(span(t.Span), w.notice, position, t.kind, t.ID, text(t.Key), text(t.Number), text(t.Title), text(t.path), text(t.Text), clause, open, text(lastDay(t.Task)))...)
	w.tasks = append(w.tasks, taskRow{t.Span, id})
	w.put("search", "rowid, words", id, t.words)
	w.departments(id, nil, t.Departments)
	for i, d := range t.Deadlines {
		w.put("deadlines", "task_id, position, text, relation, value, first_day, last_day, tentative, corrected"+spanned,
			with(span(d.Span), id, i+1, d.Text, string(d.Relation), text(d.Value), text(d.Start), text(d.End), d.Tentative, d.Corrected)...)
	}
	for i, g := range t.Targets {
		var low, high, unit any
		if g.Normalized != nil {
			low, high, unit = float64(g.Normalized.Value), maximum(g.Normalized.ValueMax), g.Normalized.Unit
		}
		w.put("targets", "task_id, position, text, indicator, op, value, value_max, unit, normalized_value, normalized_max, normalized_unit, per, time, type, corrected"+spanned,
			with(span(g.Span), id, i+1, g.Text, text(g.Indicator), string(g.Op), float64(g.Value), maximum(g.ValueMax), text(g.Unit), low, high, unit, text(g.Per), text(g.When), string(g.Type), g.Corrected)...)
	}
}

// lastDay is that of a task's deadlines, "" where none has one.
func lastDay(t *schema.Task) (day string) {
	for _, d := range t.Deadlines {
		day = max(day, d.End)
	}
	return day
}

func (w *writer) indicator(position int, in schema.Indicator) {
	id := w.put("indicators", "notice_id, position, name, text, unit, attribute, caption, corrected"+spanned,
		with(span(in.Span), w.notice, position, in.Name, in.Text, text(in.Unit), text(in.Attribute), text(in.Table), in.Corrected)...)
	w.departments(nil, id, in.Departments)
	for i, v := range in.Values {
		w.put("indicator_values", "indicator_id, position, year, op, value, kind, corrected"+spanned,
			with(span(v.Span), id, i+1, number(v.Year), text(string(v.Op)), float64(v.Value), v.Kind, v.Corrected)...)
	}
}

// departments writes who answers for a task or an indicator.
func (w *writer) departments(task, indicator any, all *schema.Departments) {
	position := 0
	for role, d := range all.All() {
		position++
		w.put("responsibilities", "task_id, indicator_id, department_id, role, position, text, inherited, corrected"+spanned,
			with(span(d.Span), task, indicator, w.department(&d), string(role), position, d.Text, d.Inherited, d.Corrected)...)
	}
}

func (w *writer) department(d *schema.Department) int64 {
	id, isNew := w.shared([4]string{"department", d.Name, d.Canonical, string(d.Kind)},
		"SELECT id FROM departments WHERE name = ? AND canonical = ? AND kind = ?", "INSERT INTO departments (name, canonical, kind) VALUES (?, ?, ?)", d.Name, d.Canonical, string(d.Kind))
	if isNew && w.err == nil {
		_, w.err = w.exec("UPDATE departments SET family = ? WHERE id = ?", text(w.reading.Family(d.Name)), id)
		for _, work := range w.reading.Works(d) {
			w.put("department_works", "work, department_id", work, id)
		}
	}
	return id
}

func (w *writer) citation(position int, c schema.Citation) {
	var task any
	if i := slices.IndexFunc(w.tasks, func(t taskRow) bool { return c.Span.Start >= t.span.Start && c.Span.End <= t.span.End }); i >= 0 {
		task = w.tasks[i].id
	}
	w.put("citations", "notice_id, task_id, position, title, title_key, document_number, standard_number, corrected"+spanned,
		with(span(c.Span), w.notice, task, position, text(c.Title), text(key(w.reading.Fold(c.Title))), text(c.DocumentNumber), text(c.StandardNumber), c.Corrected)...)
}
