package word

// Definition is a list as several overrides share it, and how far it has counted.
type Definition struct {
	Levels  Levels
	counter Counter
}

// Override is a list as paragraphs name it: a definition with levels of its own.
type Override struct {
	*Definition
	Levels Levels
	Resets [MaxLevels]bool // the level begins anew where the list is first used
}

// Override returns a list with the levels of the definition, which may be nil.
func (d *Definition) Override() Override {
	o := Override{Definition: d}
	if d != nil {
		o.Levels = d.Levels
	}
	return o
}

// Label counts a paragraph at the level and returns its label, "" for a bullet and where the list
// has no definition.
func (o *Override) Label(level int) string {
	if o.Definition == nil {
		return ""
	}
	level = min(max(level, 0), MaxLevels-1)
	if o.Resets[level] {
		o.counter.Reset(level)
		o.Resets[level] = false
	}
	return o.counter.Next(&o.Levels, level)
}
