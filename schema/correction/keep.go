package correction

// Keep takes over from an earlier file what of it does not fit the notice any more, as [File.Apply] told, so that nothing is lost
// when the file is written anew. What f says itself stays.
func (f *File) Keep(old *File, stale []Stale) {
	for _, s := range stale {
		switch {
		case s.Key != "":
			f.Goals = keepTask(f.Goals, old.Goals, &f.Original.Goals, old.Original.Goals, s)
			f.Tasks = keepTask(f.Tasks, old.Tasks, &f.Original.Tasks, old.Original.Tasks, s)
		case s.Field == "indicators" && f.Indicators == nil:
			f.Indicators, f.Original.Indicators = old.Indicators, old.Original.Indicators
		case s.Field == "citations" && f.Citations == nil:
			f.Citations, f.Original.Citations = old.Citations, old.Original.Citations
		default:
			f.Metadata = keepField(f.Metadata, old.Metadata, s.Field)
			f.Original.Metadata = keepField(f.Original.Metadata, old.Original.Metadata, s.Field)
		}
	}
}

// keepTask returns patches with that of a task of old, or with a field of it, and does the same to what was extracted.
func keepTask(patches, old map[string]patch, original *map[string]patch, oldOriginal map[string]patch, s Stale) map[string]patch {
	was, known := old[s.Key]
	if _, given := patches[s.Key]; !known || given && s.Field == "" {
		return patches
	}
	if s.Field == "" {
		*original = with(*original, s.Key, oldOriginal[s.Key])
		return with(patches, s.Key, was)
	}
	before := (*original)[s.Key]
	for _, field := range []string{"title", "path", "text", s.Field} {
		before = keepField(before, oldOriginal[s.Key], field)
	}
	*original = with(*original, s.Key, before)
	return with(patches, s.Key, keepField(patches[s.Key], was, s.Field))
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
