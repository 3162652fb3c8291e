package party

import (
	"strings"

	"github.com/policyx/policyx/extract/internal/clause"
)

// carry is what a list carries on to bare names behind.
type carry struct {
	level string // 市, 自治区, 各区, 云溪市: what a government's department takes
	party string // 市委, where it stood in the clause
	each  string // 各, 市政府各: what a class of bodies takes
	class string // 市各有关部门: the name of a class before
	owner string // 市政府: the last government whose class was named
}

// restore returns the full names of the items of a clause, in order; "" for what is no
// name at all.
func (r *reader) restore(items []item) []string {
	names := make([]string, len(items))
	texts := r.sharedEndings(items)
	c := carry{}
	for k := range items {
		joined := k > 0 && items[k].chunk == items[k-1].chunk && !items[k].comma
		if !joined {
			c.each, c.class = "", ""
		}
		names[k] = normal(r.full(texts[k], &c, joined))
	}
	return names
}

// full restores one name and keeps what it carries on.
func (r *reader) full(text []rune, c *carry, joined bool) string {
	if strings.HasPrefix(string(text), "各直属") && c.owner != "" {
		return c.owner + string(text) // 省政府各部门,各直属机构
	}
	if joined && c.class != "" {
		if name := sameClass(c.class, string(text)); name != "" {
			return name
		}
		if owner := ownerOf(c.class); owner != "" && directlyUnder(string(text)) {
			return owner + string(text) // 县政府有关局办、直属机构
		}
	}
	if joined && strings.HasPrefix(c.level, "各") && (string(text) == "人民政府" || string(text) == "政府") {
		return c.level + string(text) // 各县(市)区委、人民政府
	}
	if r.class(text) > 0 {
		c.class = string(text)
		c.owner = governmentOwner(c.class)
	}
	h := r.head(text)
	switch h.sort {
	case leveled:
		if joined && c.each != "" && r.governmentEnd(text) && r.isCollective(text) {
			return c.each + string(text)
		}
		c.level = h.level
		if h.party != "" {
			c.party = h.party
		}
		c.each = r.eachOf(text)
		return string(text)
	case collective:
		if joined && c.each != "" {
			if name := r.underEach(text, c.each); name != "" {
				return name
			}
		}
		if h.level != "" {
			c.level = h.level
		}
		c.each = r.eachOf(text)
		return string(text)
	case owned:
		if isYouthLeague(text) && c.level == "" {
			c.level, _, _ = strings.Cut(string(text[1:]), "委")
		}
		if joined && c.each != "" && r.isCollective(text) {
			return r.underEach(text, c.each)
		}
		return string(text)
	}
	if joined && c.each != "" && r.isCollective(text) {
		return r.underEach(text, c.each)
	}
	return r.prefixed(text, c)
}

// prefixed puts the level word before a bare name; 市委 before a party organ.
func (r *reader) prefixed(text []rune, c *carry) string {
	if c.level == "" || r.isCollective(text) {
		return string(text)
	}
	if tag, ok := r.organs.Lookup(r.noteless(text)); ok && strings.HasPrefix(tag, "party") && !strings.HasPrefix(c.level, "各") {
		if c.party != "" {
			return c.party + string(text)
		}
		if last := text[len(text)-1]; last == '部' || strings.HasPrefix(string(text), "政法委") {
			return partyOf(c.level) + string(text)
		}
	}
	return c.level + string(text)
}

// partyOf returns the party committee of a level: 市 → 市委, 自治区 → 自治区党委.
func partyOf(level string) string {
	switch level {
	case "自治区", "兵团", "镇", "乡":
		return level + "党委"
	case "街道":
		return "街道党工委"
	}
	return level + "委"
}

// normal writes a name with the brackets of print.
func normal(name string) string {
	return strings.Map(func(c rune) rune {
		switch {
		case clause.Opens(c):
			return '（'
		case clause.Closes(c):
			return '）'
		}
		return c
	}, name)
}
