package rtf

// skipped are the groups of which nothing is shown in the text: what stands elsewhere on the
// page, what describes the document, what repeats something for other readers.
var skipped = map[string]bool{
	"header": true, "headerl": true, "headerr": true, "headerf": true, "footer": true, "footerl": true, "footerr": true, "footerf": true,
	"ftnsep": true, "ftnsepc": true, "ftncn": true, "aftnsep": true, "aftnsepc": true, "aftncn": true,
	"colortbl": true, "stylesheet": true, "info": true, "listname": true, "levelnumbers": true, "pntxta": true, "pntxtb": true,
	"nonesttables": true, "shprslt": true, "nonshppict": true, "sp": true, "xe": true, "tc": true, "tcn": true,
}

// mostNotes bounds the notes of a document.
const mostNotes = 10000

// begin reads a control word that says what its group is for. It reports false for any other.
func (d *document) begin(t token) bool {
	st := &d.top
	switch t.word {
	case "pict", "shppict":
		d.pictures++
		d.scanner.skip()
	case "object":
		d.pictures++
	case "fonttbl":
		st.destination = fontTable
	case "listtable", "listoverridetable":
		st.destination = listTable
	case "leveltext":
		st.destination, st.font = levelText, d.plain
	case "listtext", "pntext":
		st.destination = labelText
		st.story.label = nil
	case "field":
		d.beginField()
	case "fldinst":
		if st.destination == body {
			st.destination = fieldCode
		}
	case "fldrslt":
		if st.destination == body && st.story.fields.Separate() {
			d.contents++
		}
	case "footnote":
		d.tell(noteStory)
	case "shptxt", "dptxbxtext":
		d.tell(boxStory)
	case "nesttableprops":
		st.innerRow = true
	case "upr":
		st.above, st.destination = st.destination, nowhere
	case "ud":
		st.destination = st.above
	case "shpinst", "do", "result", "moMath", "moMathPara":
	default:
		if !skipped[t.word] {
			return false
		}
		d.scanner.skip()
	}
	return true
}

// tell begins a story of its own.
func (d *document) tell(kind storyKind) {
	seen := d.top.destination == body && d.top.visible()
	if kind == noteStory && seen && len(d.notes) >= mostNotes {
		seen, d.moreNotes = false, true
	}
	d.top.story = &story{kind: kind, seen: seen && d.top.story.seen}
	d.top.field = nil
	d.top.paragraph = paragraph{}
	d.top.hidden, d.top.deleted = false, false
}
