package rtf

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/policyx/policyx/parser/word"
)

// mostLists bounds the lists of a document.
const mostLists = 4096

// lists are the lists of a document: \listtable and \listoverridetable.
type lists struct {
	defs   map[int]*word.Definition // by \listid
	byName map[int]*word.Override   // by \ls, as paragraphs name them
	more   bool                     // there are others behind the bound

	open     *word.Definition // being defined
	level    int              // of it, or of the override
	override *word.Override   // being defined
	text     []rune           // of the level's label, which begins with its length
}

// control reads a control word of the two tables.
func (l *lists) control(t token) {
	switch t.word {
	case "list":
		l.open, l.override, l.level = &word.Definition{}, nil, -1
	case "listid":
		if l.override != nil {
			*l.override = l.defs[t.param].Override()
		} else if l.open != nil {
			if l.defs[t.param] != nil || len(l.defs) < mostLists {
				l.defs[t.param] = l.open
			} else {
				l.more = true
			}
		}
	case "listoverride":
		l.open, l.override, l.level = nil, &word.Override{}, -1
	case "ls":
		if l.override != nil {
			if l.byName[t.param] != nil || len(l.byName) < mostLists {
				l.byName[t.param] = l.override
			} else {
				l.more = true
			}
		}
	case "listlevel":
		if l.override == nil {
			l.level++
		}
		if level := l.current(); level != nil {
			*level = word.Level{Restart: l.level}
		}
	case "lfolevel":
		l.level++
	case "listoverridestartat":
		if l.override != nil && l.level >= 0 && l.level < word.MaxLevels {
			l.override.Resets[l.level] = true
		}
	default:
		l.property(t)
	}
}

// property reads what a level says.
func (l *lists) property(t token) {
	level := l.current()
	if level == nil {
		return
	}
	switch t.word {
	case "levelstartat":
		level.Start = t.param
	case "levelnfc", "levelnfcn":
		level.Format = word.None
		if t.param >= 0 && t.param < int(word.None) {
			level.Format = word.Format(t.param)
		}
	case "levellegal":
		level.Legal = t.on()
	case "levelnorestart":
		if t.on() {
			level.Restart = 0
		}
	}
}

// current is the level that is being defined.
func (l *lists) current() *word.Level {
	switch {
	case l.level < 0 || l.level >= word.MaxLevels:
	case l.override != nil:
		return &l.override.Levels[l.level]
	case l.open != nil:
		return &l.open.Levels[l.level]
	}
	return nil
}

// write adds to the label of the level.
func (l *lists) write(s string) {
	if len(l.text) <= word.MaxLabel {
		l.text = append(l.text, []rune(s)...)
	}
}

// endText ends the label of the level: its length, then its characters, of which those below
// nine stand for the numbers of the levels.
func (l *lists) endText() {
	text := l.text
	l.text = nil
	level := l.current()
	if level == nil || len(text) == 0 {
		return
	}
	var b strings.Builder
	for _, r := range text[1:min(1+int(text[0]), len(text))] {
		if r < word.MaxLevels {
			fmt.Fprintf(&b, "%%%d", r+1)
		} else {
			b.WriteRune(r)
		}
	}
	level.Text = b.String()
}

// label counts a paragraph of the list and returns its label. bullet says that it has a mark that
// counts nothing.
func (l *lists) label(name, level int) (label string, bullet bool) {
	o := l.byName[name]
	if o == nil {
		return "", false
	}
	format := o.Levels[min(max(level, 0), word.MaxLevels-1)].Format
	return o.Label(level), format == word.Bullet
}

// countsNothing reports a shown label that is a bullet: one sign.
func countsNothing(label string) bool {
	r := []rune(label)
	return len(r) == 1 && !unicode.IsLetter(r[0]) && !unicode.IsNumber(r[0])
}
