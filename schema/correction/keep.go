package correction

import (
	"github.com/policyx/policyx/schema"
)

// Keep takes over from an earlier file what of it does not fit the notice any more, as [File.Apply] told, so that nothing is lost
// when the file is written anew. What f says itself stays.
func (f *File) Keep(old *File, stale []Stale) {
	for _, s := range stale {
		switch {
		case s.Key != "":
			f.Goals = keepTask(f.Goals, old.Goals, &f.Original.Goals, old.Original.Goals, s)
			f.Tasks = keepTask(f.Tasks, old.Tasks, &f.Original.Tasks, old.Original.Tasks, s)
		case s.Field == "indicators":
			f.Indicators, f.Original.Indicators = keepList(f.Indicators, f.Original.Indicators, old.Indicators, old.Original.Indicators, s.Value)
		case s.Field == "citations":
			f.Citations, f.Original.Citations = keepList(f.Citations, f.Original.Citations, old.Citations, old.Original.Citations, s.Value)
		default:
			f.Metadata = keepField(f.Metadata, old.Metadata, s.Field)
			f.Original.Metadata = keepField(f.Original.Metadata, old.Original.Metadata, s.Field)
		}
	}
}

// keepTask returns patches with that of a task of old, or with a field of it, and does the same to what was extracted.
func keepTask(patches, old map[string]patch, original *map[string]patch, oldOriginal map[string]patch, s Stale) map[string]patch {
	was, known := old[s.Key]
	if now, given := patches[s.Key]; !known || given && (s.Field == "" || now == nil) { // nil: it takes the task away
		return patches
	}
	if s.Field == "" {
		*original = with(*original, s.Key, oldOriginal[s.Key])
		return with(patches, s.Key, was)
	}
	before, after := (*original)[s.Key], patches[s.Key]
	if valued(s.Field) {
		given, extracted := keepValue(after[s.Field], before[s.Field], was[s.Field], oldOriginal[s.Key][s.Field], s.Value)
		after, before = with(after, s.Field, given), with(before, s.Field, extracted)
	}
	for _, field := range []string{"title", "path", "text", s.Field} {
		before = keepField(before, oldOriginal[s.Key], field)
	}
	*original = with(*original, s.Key, before)
	return with(patches, s.Key, keepField(after, was, s.Field))
}

// keepValue returns a correction of values, and what they were, with what an old correction of what was then did to the value of a name.
func keepValue(given, was, oldGiven, oldWas any, name string) (after, before any) {
	now, extracted := values(merge(was, given)), values(was)
	for _, e := range revise(values(oldWas), values(merge(oldWas, oldGiven))).edits() {
		if e.name() != name || holds(extracted, e.was) || e.was == nil && holds(now, e.is) {
			continue
		}
		if e.was != nil {
			extracted = append(extracted, e.was)
		}
		if e.is != nil {
			now = append(now, e.is)
		}
	}
	if of(oldWas) == nil && of(oldGiven) == nil {
		return items(now), items(extracted)
	}
	departments := byRole(of(given), now)
	for _, role := range schema.Roles() {
		if _, some := departments[string(role)]; !some {
			departments[string(role)] = nil
		}
	}
	return departments, byRole(of(was), extracted)
}

// keepList is keepValue for a list of the notice itself, which is not nil where it is empty.
func keepList(given, was, oldGiven, oldWas []any, name string) (after, before []any) {
	now, extracted := keepValue(any(given), any(was), any(oldGiven), any(oldWas), name)
	return append([]any{}, array(now)...), append([]any{}, array(extracted)...)
}

// keepField returns fields with one of old, where they lack it.
func keepField[M ~map[string]any](fields, old M, name string) M {
	value, known := old[name]
	if _, given := fields[name]; !known || given {
		return fields
	}
	return with(fields, name, value)
}

func with[M ~map[string]V, V any](m M, key string, value V) M {
	if m == nil {
		m = make(M)
	}
	m[key] = value
	return m
}
