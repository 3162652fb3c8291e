package party

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/policyx/policyx/extract/internal/clause"
	"github.com/policyx/policyx/parser/runes"
)

// carry is what a list carries on to bare names behind. All of them are stretches of the list.
type carry struct {
	level []rune // 市, 自治区, 各区, 云溪市: what a government's department takes
	party []rune // 市委, where it stood in the clause
	each  []rune // 各, 市政府各: what a class of bodies takes
	class []rune // 市各有关部门: the name of a class before
	owner []rune // 市政府: the last government whose class was named
}

// restore returns the full names of the items of a clause, in order, folded; nil for what is no
// name at all. Where nothing is to be restored, a name is a stretch of the text itself.
func (r *reader) restore(items []item) [][]rune {
	texts := r.sharedEndings(items)
	c := carry{}
	for k := range items {
		joined := k > 0 && items[k].chunk == items[k-1].chunk && !items[k].comma
		if !joined {
			c.each, c.class = nil, nil
		}
		texts[k] = normal(r.full(texts[k], &c, joined))
	}
	return texts
}

// full restores one name and keeps what it carries on.
func (r *reader) full(text []rune, c *carry, joined bool) []rune {
	if runes.HasPrefix(text, "各直属") && len(c.owner) > 0 {
		return slices.Concat(c.owner, text) // 省政府各部门,各直属机构
	}
	if joined && len(c.class) > 0 {
		if name := sameClass(c.class, text); name != nil {
			return name
		}
		if owner := ownerOf(c.class); len(owner) > 0 && directlyUnder(text) {
			return slices.Concat(owner, text) // 县政府有关局办、直属机构
		}
	}
	if joined && runes.HasPrefix(c.level, "各") && (runes.Equal(text, "人民政府") || runes.Equal(text, "政府")) {
		return slices.Concat(c.level, text) // 各县(市)区委、人民政府
	}
	owner := governmentOwner(text)
	if r.class(text) > 0 {
		c.class, c.owner = text, owner
	} else if len(owner) > 0 {
		c.owner = owner // 省政府各厅委
	}
	h := r.head(text)
	switch h.sort {
	case leveled:
		if joined && len(c.each) > 0 && r.governmentEnd(text) && r.isCollective(text) {
			return slices.Concat(c.each, text)
		}
		c.level = h.level
		if len(h.party) > 0 {
			c.party = h.party
		}
		c.each = r.eachOf(text)
		return text
	case collective:
		if joined && len(c.each) > 0 {
			if name := r.underEach(text, c.each); name != nil {
				return name
			}
		}
		if len(h.level) > 0 {
			c.level = h.level
		}
		c.each = r.eachOf(text)
		return text
	case owned:
		if isYouthLeague(text) && len(c.level) == 0 {
			c.level = text[1 : 1+slices.Index(text[1:], '委')]
		}
		if joined && len(c.each) > 0 && r.isCollective(text) {
			return r.underEach(text, c.each)
		}
		return text
	}
	if joined && len(c.each) > 0 && r.isCollective(text) {
		return r.underEach(text, c.each)
	}
	return r.prefixed(text, c)
}

// prefixed puts the level word before a bare name; 市委 before a party organ.
func (r *reader) prefixed(text []rune, c *carry) []rune {
	if len(c.level) == 0 || r.isCollective(text) {
		return text
	}
	if tag, ok := r.organs.Lookup(r.noteless(text)); ok && strings.HasPrefix(tag, "party") && !runes.HasPrefix(c.level, "各") {
		if len(c.party) > 0 {
			return slices.Concat(c.party, text)
		}
		if last := text[len(text)-1]; last == '部' || runes.HasPrefix(text, "政法委") {
			return slices.Concat(c.level, partyOf(c.level), text)
		}
	}
	return slices.Concat(c.level, text)
}

// partyOf returns what the party committee of a level is called behind it: 市 → 委, 自治区 → 党委.
func partyOf(level []rune) []rune {
	switch string(level) {
	case "自治区", "兵团", "镇", "乡":
		return []rune("党委")
	case "街道":
		return []rune("党工委")
	}
	return []rune("委")
}

// normal returns a name with round brackets for those of other shapes.
func normal(name []rune) []rune {
	if !slices.ContainsFunc(name, func(c rune) bool { return c != '(' && c != ')' && (clause.Opens(c) || clause.Closes(c)) }) {
		return name
	}
	out := make([]rune, len(name))
	for i, c := range name {
		switch {
		case clause.Opens(c):
			c = '('
		case clause.Closes(c):
			c = ')'
		}
		out[i] = c
	}
	return out
}

// printed returns a name with the brackets of print.
func printed(name []rune) string { return string(appendPrinted(nil, name)) }

func appendPrinted(out []byte, name []rune) []byte {
	for _, c := range name {
		switch c {
		case '(':
			c = '（'
		case ')':
			c = '）'
		}
		out = utf8.AppendRune(out, c)
	}
	return out
}
