package rtf

import "github.com/policyx/policyx/parser/word"

// characters are what control words and symbols write.
var characters = map[string]string{
	"tab": "\t", "~": "\u00a0", "_": "-", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’",
	"ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005",
}

// control reads a control word or symbol.
func (d *document) control(t token) {
	if d.ignore > 0 && (t.word == "~" || t.word == "_" || t.word == "-") {
		d.ignore-- // stands for the \u before
		return
	}
	if t.word == "u" {
		d.unicode(t.param)
		return
	}
	d.ignore = 0
	d.flush()
	if t.word == "*" {
		d.starred()
		return
	}
	if d.begin(t) {
		return
	}
	switch d.top.destination {
	case fontTable:
		d.fonts.control(t)
		return
	case levelText:
		d.format(t)
		return
	case listTable:
		d.lists.control(t)
		return
	}
	if s, ok := characters[t.word]; ok {
		d.write(s)
		return
	}
	if !d.format(t) && d.top.destination == body {
		d.structure(t)
	}
}

// starred reads the word behind \*, whose group only those read who know it.
func (d *document) starred() {
	at := d.at
	if t := d.next(); t.kind != control || !d.begin(t) {
		d.at = at
		d.scanner.skip()
	}
}

// format reads what a control word says of the characters and paragraphs that follow.
func (d *document) format(t token) bool {
	st := &d.top
	switch t.word {
	case "f":
		st.font = t.param
	case "plain":
		st.font, st.hidden, st.deleted = d.plain, false, false
	case "v":
		st.hidden = t.on()
	case "deleted", "mvf":
		st.deleted = t.on()
	case "uc":
		st.instead = max(t.param, 0)
	case "pard":
		st.paragraph = paragraph{}
	case "intbl":
		st.inTable = true
	case "itap":
		st.depth = max(t.param, 0)
	case "ls":
		st.list = t.param
	case "ilvl":
		st.level = t.param
	case "ansicpg":
		d.page = t.param
	case "pc":
		d.page = 437
	case "pca":
		d.page = 850
	case "mac":
		d.page = 10000
	case "deff":
		d.plain, st.font = t.param, t.param
	default:
		return false
	}
	return true
}

// structure reads what ends paragraphs, cells and rows, and what defines rows.
func (d *document) structure(t token) {
	st := &d.top
	s := st.story
	switch t.word {
	case "par", "sect":
		d.endParagraph()
	case "line", "page", "column":
		d.endLine()
	case "cell":
		d.endCell(1)
	case "nestcell":
		d.endCell(max(st.depth, 2))
	case "row":
		d.endRow(1, s.row.cells)
		s.rowOpen = false
	case "nestrow":
		d.endRow(max(st.depth, 2), s.inner.cells)
	case "trowd":
		*d.row() = rowShape{}
		s.rowOpen = s.rowOpen || !st.innerRow
	default:
		d.row().define(t)
	}
}

// row is the definition that control words now belong to.
func (d *document) row() *rowShape {
	if d.top.innerRow {
		return &d.top.story.inner
	}
	return &d.top.story.row
}

// define reads a control word of the definition of a row.
func (r *rowShape) define(t token) {
	switch t.word {
	case "trleft":
		if len(r.cells) == 0 {
			r.left = t.param
		}
	case "clvmgf":
		if r.merge == word.Apart {
			r.merge = word.Starts
		}
	case "clvmrg":
		if r.merge != word.GoesLeft {
			r.merge = word.GoesOn
		}
	case "clmrg":
		r.merge = word.GoesLeft
	case "cellx":
		r.add(t.param)
	}
}

// endCell ends a paragraph and the cell of a table that depth counts.
func (d *document) endCell(depth int) {
	d.endIn(depth)
	d.top.story.EndCell()
	if d.cells++; d.cells > MaxCells {
		d.full = true
	}
}

// endRow ends a row of a table that depth counts.
func (d *document) endRow(depth int, shapes []word.Shape) {
	s := d.top.story
	d.open(depth)
	if !s.Current().Blank() || len(s.boxes) > 0 {
		d.endIn(depth)
	}
	s.EndRow(shapes)
	s.label = nil
}

// endIn ends the paragraph as one of a table.
func (d *document) endIn(depth int) {
	before := d.top.paragraph
	d.top.inTable, d.top.depth = true, depth
	d.endParagraph()
	d.top.paragraph = before
}
