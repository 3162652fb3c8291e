package docx

import (
	"strconv"
	"strings"

	"github.com/policyx/policyx/parser/ooxml"
	"github.com/policyx/policyx/parser/word"
)

// walker goes through the elements of one story. Elements that it does not know are
// walked through, so text is found in whatever wraps it: hyperlinks, content controls,
// insertions, drawings.
type walker struct {
	*document
	*ooxml.Scanner
	story  *word.Builder
	boxes  []word.Item // text boxes that the open paragraph anchors
	fields word.Fields
	table  *word.Table
	hidden bool // by the style of the open paragraph
	run    run  // properties of the open run
	small  bool // the open drawing has no room for words
	shown  int  // pieces of text written, to tell whether an alternative showed any
	joined bool // the mark of the paragraph before is deleted: the next one goes on in its line
}

func (w *walker) children() { w.Each(w.element) }

// element reads the element that was just begun.
func (w *walker) element(name string) {
	switch name {
	case "w:p":
		w.paragraph()
	case "w:r", "m:r":
		w.run = run{}
		w.children()
		w.run = run{}
	case "w:rPr":
		w.run = readRun(w.Scanner)
	case "w:t", "m:t":
		w.write(w.plain())
	case "w:tab", "w:ptab":
		w.write("\t")
	case "w:br", "w:cr":
		w.lineBreak()
	case "w:noBreakHyphen":
		w.write("-")
	case "w:sym":
		w.symbol()
	case "w:fldChar":
		w.fieldMark(w.Attr("fldCharType"))
	case "w:instrText":
		w.fields.Code(w.Text())
	case "w:fldSimple":
		w.simpleField()
	case "w:footnoteReference":
		w.note("footnotes")
	case "w:endnoteReference":
		w.note("endnotes")
	case "w:tbl":
		w.readTable()
	case "w:tr":
		w.row()
	case "w:tc":
		w.cell()
	case "w:txbxContent":
		w.textBox()
	case "mc:AlternateContent":
		w.alternatives()
	case "w:altChunk", "w:subDoc":
		w.embeds++
	case ":extent":
		w.small = isSmall(w.Scanner)
	case ":blip", "v:imagedata", "w:object":
		if w.pictures++; w.small && name == ":blip" {
			w.ornaments++
		}
		w.children()
	case "w:del", "w:moveFrom", "w:delText", "w:delInstrText", "w:rt", // deleted, ruby
		"w:pPr", "w:sectPr", "w:sdtPr", "w:sdtEndPr", "w:tblPr", "w:tblGrid", "w:tblPrEx", "w:tcPr", "w:trPr":
	default:
		w.children()
	}
}

// emuPerMM are the English metric units of a millimetre (ISO/IEC 29500-1, 20.1.10.16).
const emuPerMM = 36000

// isSmall reports the extent of a drawing that has no room for words: an icon, a rule.
func isSmall(x *ooxml.Scanner) bool {
	width, wide := x.Number("cx")
	height, high := x.Number("cy")
	return wide && high && (max(width, height) <= 15*emuPerMM || min(width, height) <= 3*emuPerMM)
}

// plain is the text of a <w:t>, whose outer spaces count only where it says so.
func (w *walker) plain() string {
	preserve := w.Attr("space") == "preserve"
	s := w.Text()
	if !preserve {
		s = strings.Trim(s, " \t\r\n")
	}
	return s
}

// visible reports whether what is written now is seen.
func (w *walker) visible() bool {
	switch {
	case !w.fields.Visible():
		return false
	case w.run.hidden != nil:
		return !*w.run.hidden
	case w.run.style != "":
		return !w.styles.hidden(w.run.style) && !w.hidden
	}
	return !w.hidden
}

func (w *walker) write(s string) {
	if s == "" || !w.visible() {
		return
	}
	if w.run.font != "" && symbolic(s) {
		s = strings.Map(func(r rune) rune { return word.Symbol(w.run.font, r) }, s)
	}
	w.shown++
	w.story.Write(s)
}

// symbolic reports text of the private range in which symbol fonts have their signs.
func symbolic(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return r >= 0xF000 && r <= 0xF0FF })
}

// lineBreak ends the line, as a page break does.
func (w *walker) lineBreak() {
	if w.visible() {
		w.story.End()
	}
}

func (w *walker) symbol() {
	if code, err := strconv.ParseUint(w.Attr("char"), 16, 16); err == nil {
		w.write(string(word.Symbol(w.Attr("font"), rune(code))))
	}
}

func (w *walker) fieldMark(kind string) {
	switch kind {
	case "begin":
		w.fields.Begin()
	case "separate":
		if w.fields.Separate() {
			w.contents++
		}
	case "end":
		w.fields.End()
	}
}

// simpleField reads a field whose code is an attribute.
func (w *walker) simpleField() {
	w.fields.Begin()
	w.fields.Code(w.Attr("instr"))
	w.fieldMark("separate")
	w.children()
	w.fields.End()
}

// mostNotes bounds the notes of a document.
const mostNotes = 10000

func (w *walker) note(kind string) {
	if w.visible() && len(w.notes) < mostNotes {
		w.notes = append(w.notes, note{kind, w.Attr("id")})
	}
}

// alternatives reads the first choice, and the fallback where that shows no text: Word
// keeps each text box twice, for itself and for older programs.
func (w *walker) alternatives() {
	before := w.shown
	w.Each(func(name string) {
		if w.shown == before && (name == "mc:Choice" || name == "mc:Fallback") {
			w.children()
		}
	})
}

// textBox reads a text box, which stands behind the paragraph that anchors it.
func (w *walker) textBox() {
	box := walker{document: w.document, Scanner: w.Scanner, story: &word.Builder{}}
	box.children()
	box.endStory()
	w.shown += box.shown
	if w.visible() {
		w.boxes = append(w.boxes, box.story.Items...)
	}
}

// endStory ends what the last paragraph left open.
func (w *walker) endStory() {
	w.story.End()
	w.story.Items = append(w.story.Items, w.boxes...)
	w.boxes, w.joined = nil, false
}
