package word

import "strings"

// MaxLevels is the number of levels of a list.
const MaxLevels = 9

// Level is one level of a list: how its label looks and when it counts anew.
type Level struct {
	Start   int
	Format  Format
	Text    string // the label, %1 … %9 standing for the numbers of the levels: （%2）
	Legal   bool   // all numbers of the label in decimal digits
	Restart int    // counts anew behind a level above this one; 0: never
}

// MaxLabel is how long a label may be, in code points. A longer one is no label of a list:
// it would stand in each of its paragraphs.
const MaxLabel = 120

// maxLabelBytes is where writing a label stops: behind anything that is not too long.
const maxLabelBytes = 4 * (MaxLabel + 1)

// Levels are the levels of a list, outermost first.
type Levels [MaxLevels]Level

// Counter counts the paragraphs of a list, level by level. The zero value is ready.
type Counter struct {
	value   [MaxLevels]int
	running [MaxLevels]bool
}

// Reset lets the level begin at its start again.
func (c *Counter) Reset(level int) {
	if level >= 0 && level < MaxLevels {
		c.running[level] = false
	}
}

// Next counts a paragraph at the level and returns its label, "" for a bullet. A level
// above that was not counted yet shows its start.
func (c *Counter) Next(levels *Levels, level int) string {
	level = min(max(level, 0), MaxLevels-1)
	if c.running[level] {
		c.value[level]++
	} else {
		c.value[level] = levels[level].Start
		c.running[level] = true
	}
	for i := level + 1; i < MaxLevels; i++ {
		if level < levels[i].Restart {
			c.running[i] = false
		}
	}
	return c.label(levels, level)
}

// label writes the label of the level with the numbers as they stand.
func (c *Counter) label(levels *Levels, level int) string {
	l := &levels[level]
	if l.Format == Bullet {
		return ""
	}
	var b strings.Builder
	text := l.Text
	for b.Len() <= maxLabelBytes {
		i := strings.IndexByte(text, '%')
		if i < 0 || i+1 >= len(text) {
			break
		}
		b.WriteString(text[:min(i, maxLabelBytes)])
		n := int(text[i+1] - '1')
		if n < 0 || n >= MaxLevels {
			b.WriteByte('%')
			text = text[i+1:]
			continue
		}
		b.WriteString(c.number(levels, n, l.Legal))
		text = text[i+2:]
	}
	b.WriteString(text[:min(len(text), maxLabelBytes)])
	return b.String()
}

func (c *Counter) number(levels *Levels, i int, legal bool) string {
	n, f := levels[i].Start, levels[i].Format
	if c.running[i] {
		n = c.value[i]
	}
	if legal && f != None && f != Bullet {
		f = Decimal
	}
	return f.Write(n)
}
