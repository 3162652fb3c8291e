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
	Key   string // of the task; "" for the metadata
	Title string // of the task, or how its text began
	Field string // "" where the task is gone
}

// Apply returns n with the corrections of f, and those that do not fit any more, in the order of the keys. n, whose tasks have
// keys, stays as it is. text is the reading text, in which values are looked for; without it what is not found among what was
// extracted has the place of its task.
func (f *File) Apply(n *schema.Notice, text []rune) (*schema.Notice, []Stale) {
	out := *n
	a := applier{text: text}
	out.Metadata = a.metadata(n.Metadata, f)
	out.Tasks = a.tasks(n.Tasks, f)
	return &out, a.stale
}

type applier struct {
	text  []rune
	stale []Stale
}

func (a *applier) metadata(m schema.Metadata, f *File) schema.Metadata {
	if len(f.Metadata) == 0 {
		return m
	}
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

func (a *applier) tasks(tasks []schema.Task, f *File) []schema.Task {
	keys := slices.Sorted(maps.Keys(f.Tasks))
	old := make([]align.Item, len(keys))
	for i, key := range keys {
		old[i] = item(key, f.Original.Tasks[key])
	}
	out := slices.Clone(tasks)
	gone := make([]bool, len(tasks))
	pairs := align.Match(old, align.Items(tasks))
	slices.SortFunc(pairs, func(a, b align.Pair) int { return a.Old - b.Old })
	for _, p := range pairs {
		if p.Old == align.None {
			continue
		}
		was, key := old[p.Old], keys[p.Old]
		switch {
		case p.New == align.None:
			a.stale = append(a.stale, Stale{Key: key, Title: was.Title})
		case f.Tasks[key] == nil:
			if gone[p.New] = tasks[p.New].Title == was.Title || was.Title == ""; !gone[p.New] {
				a.stale = append(a.stale, Stale{Key: key, Title: was.Title})
			}
		default:
			out[p.New] = a.task(tasks[p.New], key, f)
		}
	}
	for i := len(out) - 1; i >= 0; i-- {
		if gone[i] {
			out = slices.Delete(out, i, i+1)
		}
	}
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
func (a *applier) task(task schema.Task, key string, f *File) schema.Task {
	t := tree(task)
	changed, stale := put(t, tree(f.Tasks[key]), f.Original.Tasks[key]) // a copy: the file may be applied again
	for _, field := range stale {
		a.stale = append(a.stale, Stale{Key: key, Title: named(task), Field: field})
	}
	p := place{a.text, task.Span}
	p.mark(t, tree(task), "deadlines")
	p.mark(t, tree(task), "targets")
	p.markDepartments(t, tree(task))
	var out schema.Task
	if into(t, &out) != nil {
		return task // cannot be: the patch fits
	}
	for _, field := range changed {
		switch field {
		case "deadlines", "targets", "departments": // say it value by value
		default:
			out.CorrectedFields = append(out.CorrectedFields, field)
		}
	}
	return out
}

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
		if was, known := original[field]; known && !same(was, now) && !begins(now, was) {
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

// begins reports whether was is how the text now begins: of a text, its beginning may be kept.
func begins(now, was any) bool {
	whole, ok := now.(string)
	head, is := was.(string)
	return ok && is && head != "" && strings.HasPrefix(whole, strings.TrimSuffix(head, "…"))
}
