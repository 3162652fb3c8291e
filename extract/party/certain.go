package party

// completeName is complete for a restored name.
func (w *walker) completeName(text []rune) bool {
	base := w.noteless(text)
	if n, kind := w.ending(base); n > 0 && (n < len(base) || kind != "department") {
		return true
	}
	if _, ok := w.organs.Lookup(base); ok {
		return true
	}
	if _, ok := w.central.Lookup(base); ok || isYouthLeague(base) {
		return true
	}
	if n, tag := w.levels.Prefix(base); n > 0 && (n == len(base) && tag == "party" || n < len(base) && w.isOrgan(base[n:])) {
		return true
	}
	return w.class(base) > 0 || w.class(text) > 0 || w.locality(base) || w.isBranchOffice(base)
}

func (w *walker) isOrgan(text []rune) bool {
	_, ok := w.organs.Lookup(text)
	return ok
}

// strongName reports whether one of the items is a name beyond doubt.
func (w *walker) strongName() bool {
	for k, it := range w.items {
		if !w.dropped(k) && w.strongText(w.text(it)) {
			return true
		}
	}
	return false
}

// allStrong reports whether the items are names, and the first is one beyond doubt.
func (w *walker) allStrong() bool {
	return !w.junk() && w.strongName()
}

// everyStrong reports whether all items are names beyond doubt.
func (w *walker) everyStrong() bool {
	for k, it := range w.items {
		if text := w.text(it); w.dropped(k) || !w.strongText(text) && w.class(text) == 0 {
			return false
		}
	}
	return len(w.items) > 0
}

// strongText reports whether a text can be nothing but a name: it has a level word, an
// owner, a place or 各 before it, or a known stem and ending.
func (w *walker) strongText(text []rune) bool {
	base := w.noteless(text)
	if _, ok := w.sides.Lookup(base); ok {
		return false
	}
	if w.known(base) || isYouthLeague(base) {
		return true
	}
	if _, ok := w.central.Lookup(base); ok {
		return true
	}
	h := w.head(base)
	switch h.sort {
	case leveled:
		if len(h.rest) == 0 {
			return len(h.party) > 0
		}
		n, _ := w.ending(h.rest)
		return h.rest[0] != '级' && (n > 0 || w.isOrgan(h.rest) || w.class(base) > 0) || w.class(base) > 0
	case collective:
		return w.class(base) > 0 && (len(w.eachOf(base)) > 0 || len(base) > 4)
	case owned:
		n, _ := w.ending(base)
		return len(base) > 2 && (n > 0 || w.locality(base))
	}
	n, _ := w.stems.Prefix(base)
	e, _ := w.ending(base)
	return e > 0 && e < len(base) && (n > 1 || len(base) <= 8 && isOffice(base[len(base)-1]))
}
