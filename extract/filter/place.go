package filter

import (
	"strings"

	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema"
)

// home is where a notice comes from: its place and the level word of its own offices.
type home struct {
	place string // 云溪市柳湾区, "" where the notice names none
	code  string // of the place, "" where it is no known division
	seat  string // 区, "" where it is not known
}

// homeOf returns the home that a notice names, else the place that it is assumed to be from.
func homeOf(m *schema.Metadata, assumed string) home {
	h := home{place: source.Squeeze(m.Jurisdiction), code: m.JurisdictionCode}
	if h.place == "" {
		h.place = source.Squeeze(assumed)
	}
	h.seat = levelWord(h.place)
	if h.place == "" {
		switch m.Level { // of a county nobody knows whether it is a 县 or a 区
		case schema.LevelProvince:
			h.seat = "省"
		case schema.LevelCity:
			h.seat = "市"
		}
	}
	return h
}

// divisions returns the known divisions that the notice comes from.
func (w *words) divisions(h home) (found []lexicon.Place) {
	for _, p := range w.places.Lookup(h.place) {
		if h.code == "" || p.Code == h.code {
			found = append(found, p)
		}
	}
	return found
}

// lies reports whether a notice comes from a place or from below it: 安徽省 and 安徽 find 芜湖市 and its
// counties. A place that is no known division finds itself and what is written behind it
// (云溪市 finds 云溪市柳湾区). Nothing lies in a place without a name.
func (w *words) lies(h home, place string) bool {
	if h.place == "" || place == "" {
		return false
	}
	asked, divisions := w.places.Lookup(place), w.divisions(h)
	for _, p := range divisions {
		for ok := true; ok; p, ok = w.places.Parent(p) {
			for _, a := range asked {
				if a.Code == p.Code && a.Name == p.Name {
					return true
				}
			}
		}
	}
	return (len(asked) == 0 || len(divisions) == 0) && written(h.place, place)
}

// written reports whether a path of places has one in it, with or without its level word.
func written(path, place string) bool {
	for at := 0; ; {
		i := strings.Index(path[at:], place)
		if i < 0 {
			return false
		}
		i += at
		begins := i == 0 || levelWord(path[:i]) != ""
		rest := path[i+len(place):]
		if begins && (levelWord(place) != "" || rest == "" || beginsLevel(rest)) {
			return true
		}
		at = i + len(place)
	}
}

// beginsLevel reports whether a level word begins what stands behind a place's short name: 市柳湾区.
func beginsLevel(rest string) bool {
	for _, l := range levelWords {
		if strings.HasPrefix(rest, l.word) {
			return true
		}
	}
	return false
}

// placeOf returns the place whose office a level word names in a notice: 市 in one of 云溪市柳湾区 is 云溪市, 省 in one of
// 芜湖市 安徽省; "" where it is not known.
func (w *words) placeOf(word string, h home) string {
	for i := len(h.place); i > 0; i -= last(h.place[:i]) {
		if levelWord(h.place[:i]) == word {
			return h.place[:i]
		}
	}
	for _, p := range w.divisions(h) {
		for ok := true; ok; p, ok = w.places.Parent(p) {
			if levelWord(p.Name) == word {
				return p.Name
			}
		}
	}
	return ""
}

// samePlace reports whether two names stand for one place: 柳湾区 and 云溪市柳湾区, 芜湖 and 芜湖市.
func (w *words) samePlace(a, b string) bool {
	if a == b || strings.HasSuffix(a, b) && levelWord(strings.TrimSuffix(a, b)) != "" || strings.HasSuffix(b, a) && levelWord(strings.TrimSuffix(b, a)) != "" {
		return true
	}
	for _, p := range w.places.Lookup(a) {
		for _, q := range w.places.Lookup(b) {
			if p == q {
				return true
			}
		}
	}
	return false
}
