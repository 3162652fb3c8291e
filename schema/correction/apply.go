package correction

import (
	"maps"
	"slices"
	"strings"

	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/align"
)

// Stale is a correction that does not fit any more.
type Stale struct {
	Key   string       // of the task; "" for the metadata
	Title string       // of the task, or how its text began
	Field string       // "" where the task is gone
	Value string       // of a list, what its value is called: a name, a title or its words; "" where all of the field is meant
	Span  *schema.Span // of the task; nil where it is gone
}

// On is [File.Apply] with a diagnostic for each correction that does not fit any more.
func (f *File) On(n *schema.Notice, text []rune) *schema.Notice {
	out, stale := f.Apply(n, text)
	if len(stale) == 0 {
		return out
	}
	for _, s := range stale {
		out.Diagnostics = append(slices.Clip(out.Diagnostics), s.diagnostic())
	}
	slices.SortStableFunc(out.Diagnostics, func(a, b schema.Diagnostic) int { return start(a) - start(b) })
	return out
}

// start is where a diagnostic stands; those without a place come first.
func start(d schema.Diagnostic) int {
	if d.Span == nil {
		return -1
	}
	return d.Span.Start
}

// misfits are the formats of what is said of a value of a list: with its task, or of the notice.
var misfits = map[string]string{
	"departments": "A correction of the department %q of the task %q is left out: the notice says something else there by now.",
	"deadlines":   "A correction of the deadline %q of the task %q is left out: the notice says something else there by now.",
	"targets":     "A correction of the target %q of the task %q is left out: the notice says something else there by now.",
	"indicators":  "A correction of the indicator %q is left out: the notice says something else there by now.",
	"citations":   "A correction of the cited document %q is left out: the notice says something else there by now.",
}

func (s *Stale) diagnostic() schema.Diagnostic {
	var d schema.Diagnostic
	switch {
	case s.Field == "":
		d = schema.Remark(schema.Warning, schema.StaleCorrection, "A correction is left out: its task %q is not there any more.", s.Title)
	case s.Value != "" && s.Key == "":
		d = schema.Remark(schema.Warning, schema.StaleCorrection, misfits[s.Field], s.Value)
	case s.Value != "":
		d = schema.Remark(schema.Warning, schema.StaleCorrection, misfits[s.Field], s.Value, s.Title)
	case s.Key == "":
		d = schema.Remark(schema.Warning, schema.StaleCorrection, "A correction of %s is left out: the notice says something else there by now.", s.Field)
	default:
		d = schema.Remark(schema.Warning, schema.StaleCorrection, "A correction of %s of the task %q is left out: the notice says something else there by now.", s.Field, s.Title)
	}
	d.Span = s.Span
	return d
}

// Apply returns n with the corrections of f, and those that do not fit any more, in the order of the keys; of a list, each value is one. n, whose tasks have
// keys, stays as it is. text is the reading text, in which values are looked for; without it what is not found among what was
// extracted has the place of its task.
func (f *File) Apply(n *schema.Notice, text []rune) (*schema.Notice, []Stale) {
	out := *n
	a := applier{text: text}
	if len(f.Metadata) > 0 {
		out.Metadata = a.metadata(n.Metadata, f)
	}
	out.Goals = a.tasks(n.Goals, f.Goals, f.Original.Goals)
	out.Tasks = a.tasks(n.Tasks, f.Tasks, f.Original.Tasks)
	out.Indicators = list(&a, "indicators", n.Indicators, f.Indicators, f.Original.Indicators)
	out.Citations = list(&a, "citations", n.Citations, f.Citations, f.Original.Citations)
	return &out, a.stale
}

type applier struct {
	text  []rune
	stale []Stale
}

func (a *applier) metadata(m schema.Metadata, f *File) schema.Metadata {
	t := tree(m)
	changed, stale := put(t, f.Metadata, f.Original.Metadata)
	for _, field := range stale {
		a.stale = append(a.stale, Stale{Field: field})
	}
	var out schema.Metadata
	if into(t, &out) != nil {
		return m // cannot be: the patch fits
	}
	out.CorrectedFields = changed
	return out
}

// list is the list as corrected: what was extracted like it stays, the rest is marked.
func list[T any](a *applier, name string, now []T, corrected, original []any) []T {
	if corrected == nil {
		return now
	}
	t := tree(map[string]any{name: now, "new": corrected})
	extracted, list := values(t[name]), values(t["new"])
	if original != nil {
		var left []edit
		list, left = revise(values(any(original)), list).on(extracted, a.quoted)
		for _, e := range left {
			a.stale = append(a.stale, Stale{Field: name, Value: e.name()})
		}
	}
	t["new"] = items(list)
	place{a.text, schema.Span{End: 1, Line: 1}}.mark(patch{name: t["new"]}, t, name)
	out := make([]T, 0, len(list))
	if into(t["new"], &out) != nil {
		return now
	}
	return out
}

// tasks are the tasks, or the goals, with their patches.
func (a *applier) tasks(tasks []schema.Task, patches, original map[string]patch) []schema.Task {
	if len(patches) == 0 {
		return tasks
	}
	keys := slices.Sorted(maps.Keys(patches))
	old := make([]align.Item, len(keys))
	for i, key := range keys {
		old[i] = item(key, original[key])
	}
	pairs := align.Match(old, align.Items(tasks))
	slices.SortFunc(pairs, func(a, b align.Pair) int { return a.Old - b.Old })
	out, gone := slices.Clone(tasks), make(map[string]bool)
	var added []schema.Task
	for _, p := range pairs {
		if p.Old == align.None {
			continue
		}
		was, key := old[p.Old], keys[p.Old]
		of := patches[key]
		switch {
		case p.New == align.None && of.adds():
			added = append(added, a.added(key, of))
		case p.New == align.None, of == nil && was.Title != "" && was.Title != tasks[p.New].Title:
			a.stale = append(a.stale, Stale{Key: key, Title: was.Title})
		case of == nil:
			gone[tasks[p.New].Key] = true
		default:
			out[p.New] = a.task(tasks[p.New], of, original[key], key)
		}
	}
	out = slices.DeleteFunc(out, func(t schema.Task) bool { return gone[t.Key] })
	out = append(out, added...)
	slices.SortStableFunc(out, func(a, b schema.Task) int { return a.Span.Start - b.Span.Start })
	return out
}

// added is a task that the notice did not have.
func (a *applier) added(key string, of patch) (out schema.Task) {
	if into(of, &out) != nil {
		return out // cannot be: the patch fits
	}
	out.Key = key
	for field := range of {
		if !slices.Contains(bookkeeping, field) && !valued(field) {
			out.CorrectedFields = append(out.CorrectedFields, field)
		}
	}
	slices.Sort(out.CorrectedFields)
	return out
}

// item is what a task was known by.
func item(key string, original patch) align.Item {
	out := align.Item{Key: key}
	out.Title, _ = original["title"].(string)
	out.Text, _ = original["text"].(string)
	path, _ := original["path"].([]any)
	for _, heading := range path {
		if s, ok := heading.(string); ok {
			out.Path = append(out.Path, s)
		}
	}
	return out
}

// task is the task with its patch.
func (a *applier) task(task schema.Task, of, original patch, key string) schema.Task {
	t, given := tree(task), tree(of) // a copy: the file may be applied again
	for _, field := range listed {
		was, known := original[field]
		if correction, corrected := given[field]; corrected && known {
			var left []edit
			t[field], left = a.revised(field, t[field], was, correction)
			for _, e := range left {
				a.stale = append(a.stale, Stale{key, named(task), field, e.name(), &task.Span})
			}
			delete(given, field)
		}
	}
	changed, stale := put(t, given, original)
	for _, field := range stale {
		a.stale = append(a.stale, Stale{Key: key, Title: named(task), Field: field, Span: &task.Span})
	}
	p := place{a.text, task.Span}
	p.mark(t, tree(task), "deadlines")
	p.mark(t, tree(task), "targets")
	p.markDepartments(t, tree(task))
	var out schema.Task
	if into(t, &out) != nil {
		return task // cannot be: the patch fits
	}
	out.CorrectedFields = slices.DeleteFunc(changed, valued)
	return out
}

func valued(field string) bool { return slices.Contains(listed, field) }

func named(t schema.Task) string {
	if t.Title != "" {
		return t.Title
	}
	text := []rune(t.Text)
	return string(text[:min(len(text), 20)])
}

// put merges the fields of p into t, and returns the names of those that changed it, and of those that were made of something else
// than t says now, which are left.
func put(t, p, original patch) (changed, stale []string) {
	for _, field := range slices.Sorted(maps.Keys(p)) {
		now := t[field]
		value := merge(now, p[field])
		if same(now, value) {
			continue // the notice says so by now
		}
		if was, known := original[field]; known && !same(was, now) && !(field == "text" && begins(now, was)) {
			stale = append(stale, field)
			continue
		}
		if value == nil {
			delete(t, field)
		} else {
			t[field] = value
		}
		changed = append(changed, field)
	}
	return changed, stale
}

// begins reports whether was is how the text now begins: of the text of a task, its beginning is kept.
func begins(now, was any) bool {
	whole, ok := now.(string)
	head, is := was.(string)
	return ok && is && head != "" && strings.HasPrefix(whole, strings.TrimSuffix(head, "…"))
}
