package docx

import (
	"github.com/policyx/policyx/parser/ooxml"
	"github.com/policyx/policyx/parser/word"
)

// numbering are the lists of a document and how far each has counted.
type numbering struct {
	abstract map[int]*abstractList
	lists    map[int]*list
	styles   *styles
}

// abstractList is a definition that lists share, and with it the counting.
type abstractList struct {
	levels  word.Levels
	styles  [word.MaxLevels]string // the paragraph style that belongs to a level
	link    string                 // the style whose list this one is
	counter word.Counter
}

// list is a definition with what it overrides of it.
type list struct {
	abstract int
	levels   word.Levels
	resets   [word.MaxLevels]bool // the level begins anew where the list is first used
	override []override
	resolved *abstractList
}

type override struct {
	level int
	start *int
	whole *word.Level
}

func readNumbering(x *ooxml.Scanner, s *styles) *numbering {
	n := &numbering{map[int]*abstractList{}, map[int]*list{}, s}
	x.Root()
	x.Each(func(name string) {
		switch name {
		case "w:abstractNum":
			id, _ := x.Number("abstractNumId")
			n.abstract[id] = readAbstract(x)
		case "w:num":
			id, _ := x.Number("numId")
			n.lists[id] = readList(x)
		}
	})
	return n
}

func readAbstract(x *ooxml.Scanner) *abstractList {
	a := &abstractList{}
	x.Each(func(name string) {
		switch name {
		case "w:numStyleLink":
			a.link = x.Attr("val")
		case "w:lvl":
			if i, ok := x.Number("ilvl"); ok && i >= 0 && i < word.MaxLevels {
				a.levels[i], a.styles[i] = readLevel(x, i)
			}
		}
	})
	return a
}

func readList(x *ooxml.Scanner) *list {
	l := &list{abstract: -1}
	x.Each(func(name string) {
		switch name {
		case "w:abstractNumId":
			l.abstract, _ = x.Number("val")
		case "w:lvlOverride":
			i, ok := x.Number("ilvl")
			if !ok || i < 0 || i >= word.MaxLevels {
				return
			}
			o := override{level: i}
			x.Each(func(name string) {
				switch name {
				case "w:startOverride":
					if n, ok := x.Number("val"); ok {
						o.start = &n
					}
				case "w:lvl":
					level, _ := readLevel(x, i)
					o.whole = &level
				}
			})
			l.override = append(l.override, o)
		}
	})
	return l
}

// readLevel reads a level of a list; i is its place, 0 the outermost.
func readLevel(x *ooxml.Scanner, i int) (l word.Level, style string) {
	l = word.Level{Restart: i}
	var part func(name string)
	part = func(name string) {
		switch name {
		case "w:start":
			l.Start, _ = x.Number("val")
		case "w:numFmt":
			l.Format = formatOf(x.Attr("val"))
		case "w:lvlText":
			l.Text = x.Attr("val")
		case "w:isLgl":
			l.Legal = x.On()
		case "w:lvlRestart":
			if n, ok := x.Number("val"); ok {
				l.Restart = min(max(n, 0), i)
			}
		case "w:pStyle":
			style = x.Attr("val")
		case "mc:AlternateContent", "mc:Choice", "mc:Fallback": // a custom format, then one that all know
			x.Each(part)
		}
	}
	x.Each(part)
	return l, style
}

// mostLinks bounds the chain of lists that are defined by a style's list.
const mostLinks = 5

// find returns the list of an id with its definition, nil where there is none.
func (n *numbering) find(id int) *list {
	l := n.lists[id]
	if l == nil || l.resolved != nil {
		return l
	}
	a := n.abstract[l.abstract]
	for i := 0; i < mostLinks && a != nil && a.link != ""; i++ {
		ref := n.styles.number(a.link)
		if ref.list == nil || n.lists[*ref.list] == nil {
			break
		}
		a = n.abstract[n.lists[*ref.list].abstract]
	}
	if a == nil {
		return nil
	}
	l.resolved, l.levels = a, a.levels
	for _, o := range l.override {
		if o.whole != nil {
			l.levels[o.level] = *o.whole
		}
		if o.start != nil {
			l.levels[o.level].Start = *o.start
			l.resets[o.level] = true
		}
	}
	return l
}

// label counts a paragraph and returns its label; "" where it has none.
func (n *numbering) label(direct numberRef, style string) string {
	if n == nil {
		return ""
	}
	ref := n.styles.number(style)
	if direct.list == nil && ref.list == nil {
		return ""
	}
	byStyle := direct.list == nil && direct.level == nil
	ref = direct.or(ref)
	l := n.find(*ref.list)
	if l == nil { // list 0 too: numbering switched off
		return ""
	}
	level := 0
	if ref.level != nil {
		level = min(max(*ref.level, 0), word.MaxLevels-1)
	}
	if byStyle {
		level = l.resolved.levelOf(style, level)
	}
	if l.resets[level] {
		l.resolved.counter.Reset(level)
		l.resets[level] = false
	}
	return l.resolved.counter.Next(&l.levels, level)
}

// levelOf is the level that names the style as its own.
func (a *abstractList) levelOf(style string, other int) int {
	for i, s := range a.styles {
		if s == style && s != "" {
			return i
		}
	}
	return other
}

// formatOf is the format that ST_NumberFormat calls name (ISO/IEC 29500-1, 17.18.59).
// Formats that no Chinese notice has are decimal.
func formatOf(name string) word.Format {
	switch name {
	case "none":
		return word.None
	case "bullet":
		return word.Bullet
	case "upperRoman":
		return word.UpperRoman
	case "lowerRoman":
		return word.LowerRoman
	case "upperLetter":
		return word.UpperLetter
	case "lowerLetter":
		return word.LowerLetter
	case "ideographDigital", "japaneseDigitalTenThousand":
		return word.IdeographDigital
	case "taiwaneseDigital":
		return word.TaiwaneseDigital
	case "japaneseCounting":
		return word.JapaneseCounting
	case "japaneseLegal":
		return word.JapaneseLegal
	case "decimalFullWidth", "decimalFullWidth2":
		return word.FullWidth
	case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
		return word.EnclosedCircle
	case "decimalEnclosedFullstop":
		return word.EnclosedFullstop
	case "decimalEnclosedParen":
		return word.EnclosedParen
	case "ideographEnclosedCircle":
		return word.IdeographEnclosed
	case "ideographTraditional":
		return word.IdeographTraditional
	case "ideographZodiac":
		return word.IdeographZodiac
	case "taiwaneseCounting":
		return word.TaiwaneseCounting
	case "taiwaneseCountingThousand":
		return word.TaiwaneseThousand
	case "chineseCounting":
		return word.ChineseCounting
	case "chineseCountingThousand":
		return word.ChineseThousand
	case "chineseLegalSimplified":
		return word.LegalSimplified
	case "ideographLegalTraditional":
		return word.LegalTraditional
	case "decimalZero":
		return word.DecimalZero
	case "numberInDash":
		return word.InDash
	}
	return word.Decimal
}
