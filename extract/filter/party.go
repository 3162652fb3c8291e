package filter

import (
	"cmp"
	"slices"
	"strings"

	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema"
)

// Party returns what a department of a notice is known by over all notices: whose it is and what it works on. 市卫健委,
// 市卫生健康委 and 云溪市卫生健康委员会 of one city are one, 云溪市 卫生健康; the 市民政局 of two cities are two. What stands for
// several bodies (各县区教育局, 教育部门), and what the lexicon does not know, is known by its name.
func Party(n *schema.Notice, d schema.Department) string {
	w, h := newWords(nil), homeOf(&n.Metadata, "")
	name := source.Squeeze(d.Name)
	list := w.offices(name)
	o := list[0]
	if official := source.Squeeze(d.Canonical); official != "" && o.place == "" && o.level != schema.LevelState {
		if list = w.offices(official); list[0].place == "" {
			return official
		}
		name, o = official, list[0]
	}
	if len(list) > 1 || o.each || strings.HasSuffix(name, "部门") || slices.Equal(o.works, []string{name}) {
		return strings.TrimSpace(w.path(h.place, h) + " " + name)
	}
	return strings.TrimSpace(w.path(w.whose(o, h), h) + " " + strings.Join(o.works, "、"))
}

// whose returns the place of an office of a notice.
func (w *words) whose(o office, h home) string {
	switch {
	case o.place != "":
		return o.place
	case o.level == schema.LevelState:
		return "国家"
	case len(o.words) == 1:
		return cmp.Or(w.placeOf(o.words[0], h), o.words[0])
	case o.level == schema.LevelProvince:
		return cmp.Or(w.placeOf("省", h), w.placeOf("自治区", h), "省")
	}
	return cmp.Or(h.place, h.seat)
}

// path returns the full name of a place, 云溪市柳湾区 for 柳湾区 in a notice of that city; as it is where it is no known division, or
// may be several.
func (w *words) path(place string, h home) string {
	found, own := w.places.Lookup(place), w.divisions(h)
	if len(found) > 1 && len(own) == 1 {
		found = slices.DeleteFunc(found, func(p lexicon.Place) bool { return !w.holds(p, own[0]) && !w.holds(own[0], p) })
	}
	if len(found) == 1 {
		return w.places.Path(found[0])
	}
	return place
}

// holds reports whether a division is another one or lies above it.
func (w *words) holds(upper, p lexicon.Place) bool {
	for ok := true; ok; p, ok = w.places.Parent(p) {
		if p == upper {
			return true
		}
	}
	return false
}
