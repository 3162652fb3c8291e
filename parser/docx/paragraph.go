package docx

// paragraphProperties are those that bear on the text.
type paragraphProperties struct {
	style  string
	number numberRef
	mark   run // of the paragraph mark
}

// paragraph reads a paragraph, <w:p>.
func (w *walker) paragraph() {
	outer := w.hidden
	var p paragraphProperties
	labelled := w.joined && !w.story.Blank() // it goes on in the line of the one before
	w.joined = false
	begin := func() {
		if !labelled {
			labelled = true
			w.begin(p)
		}
	}
	p.style = w.styles.standard
	w.hidden = w.styles.hidden(p.style)
	w.Each(func(name string) {
		if name == "w:pPr" {
			p = w.paragraphProperties()
			w.hidden = w.styles.hidden(p.style)
			return
		}
		begin()
		w.element(name)
	})
	begin()
	w.hidden = outer
	if p.mark.deleted || p.mark.hidden != nil && *p.mark.hidden {
		w.joined = true
		return
	}
	w.endStory()
}

func (w *walker) paragraphProperties() paragraphProperties {
	p := paragraphProperties{style: w.styles.standard}
	w.Each(func(name string) {
		switch name {
		case "w:pStyle":
			p.style = w.Attr("val")
		case "w:numPr":
			p.number = readNumberRef(w.Scanner)
		case "w:rPr":
			p.mark = readRun(w.Scanner)
		}
	})
	return p
}

// begin writes the label of a paragraph. One whose mark is deleted or hidden counts only
// with the paragraph that it goes on in.
func (w *walker) begin(p paragraphProperties) {
	if !w.fields.Visible() || p.mark.deleted || p.mark.hidden != nil && *p.mark.hidden {
		return
	}
	if label := w.numbering.label(p.number, p.style); label != "" {
		w.story.Label(label)
		w.shown++
	}
}
