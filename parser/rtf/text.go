package rtf

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/parser/word"
)

// mostPending bounds the text that is decoded at once.
const mostPending = 1 << 20

// put adds a byte to the text.
func (d *document) put(c byte) {
	if d.pending = append(d.pending, c); len(d.pending) == mostPending {
		d.flush()
	}
}

// flush decodes the bytes that were read since and writes them.
func (d *document) flush() {
	d.unpaired()
	if len(d.pending) == 0 {
		return
	}
	text := d.pending
	d.pending = d.pending[:0]
	if d.top.destination == fontTable {
		d.fonts.name(text)
		return
	}
	if d.top.destination == nowhere {
		return
	}
	if name, ok := d.fonts.symbols(d.top.font); ok && (d.top.destination == body || d.top.destination == labelText) {
		d.write(signs(name, text))
		return
	}
	d.write(d.decode(text))
}

// decode reads bytes in the code page of the font.
func (d *document) decode(text []byte) string {
	page, sure := d.fonts.page(d.top.font, d.page)
	if sure {
		return d.decodeAs(page, text)
	}
	var b strings.Builder
	runs(text, func(run []byte, paired bool) {
		if paired {
			b.WriteString(d.decodeAs(page, run))
		} else {
			b.WriteString(d.decodeAs(western, run))
		}
	})
	return b.String()
}

func (d *document) decodeAs(page int, text []byte) string {
	coder := d.coders[page]
	if coder == nil {
		coder = source.CodePage(page).NewDecoder()
		d.coders[page] = coder
	}
	out, err := coder.Bytes(text)
	if err != nil {
		d.faults++
		return "\ufffd"
	}
	s := string(out)
	d.faults += strings.Count(s, "\ufffd")
	return s
}

// signs are what a symbol font shows for bytes.
func signs(font string, text []byte) string {
	var b strings.Builder
	for _, c := range text {
		code := rune(c)
		if c >= 0x80 {
			code += 0xF000
		}
		b.WriteRune(word.Symbol(font, code))
	}
	return b.String()
}

// unicode writes the character of a \u, whose number has 16 bits and a sign. Others come as the
// two halves of a surrogate pair.
func (d *document) unicode(n int) {
	d.ignore = d.top.instead
	if n < 0 {
		n += 1 << 16
	}
	r := rune(n)
	if len(d.pending) > 0 {
		d.flush()
	}
	switch {
	case r >= 0xDC00 && r < 0xE000 && d.high != 0:
		r, d.high = utf16.DecodeRune(d.high, r), 0
	case r >= 0xD800 && r < 0xDC00:
		d.unpaired()
		d.high = r
		return
	}
	d.unpaired()
	if r >= 0xF000 && r <= 0xF0FF {
		if f := d.fonts.byNumber[d.top.font]; f != nil {
			r = word.Symbol(string(f.name), r)
		}
	}
	d.write(string(r))
}

// unpaired gives up the first half of a pair that nothing followed.
func (d *document) unpaired() {
	if d.high != 0 {
		d.high = 0
		d.faults++
		d.write("\ufffd")
	}
}

// write puts text where its group wants it.
func (d *document) write(s string) {
	st := &d.top
	switch st.destination {
	case body:
		d.show(s)
	case labelText:
		if room := 4*word.MaxLabel - len(st.story.label); room > 0 && !st.hidden && !st.deleted {
			st.story.label = append(st.story.label, s[:min(room, len(s))]...)
		}
	case fieldCode:
		st.story.fields.Code(s)
		if f := st.field; f != nil {
			f.code = append(f.code, s[:min(len(s), longCode-len(f.code))]...)
		}
	case levelText:
		d.lists.write(s)
	}
}

// show writes text of the story.
func (d *document) show(s string) {
	st := &d.top
	if !st.visible() {
		return
	}
	if st.story.Current().Blank() && strings.TrimSpace(s) == "" {
		return
	}
	d.open(st.tableDepth())
	d.label()
	st.story.Current().Write(s)
	st.story.shown++
	d.characters += utf8.RuneCountInString(s)
}

// open makes the number of open tables depth. Each counts as a cell.
func (d *document) open(depth int) {
	if d.cells += d.top.story.Open(depth); d.cells > MaxCells {
		d.full = true
	}
}

// label begins the paragraph with its label, once.
func (d *document) label() {
	st := &d.top
	s := st.story
	if s.labelled {
		return
	}
	s.labelled = true
	shown := strings.ToValidUTF8(strings.TrimSpace(string(s.label)), "")
	s.label = nil
	label, bullet := d.lists.label(st.list, st.level)
	if shown != "" {
		label = shown
	}
	if label != "" && !bullet && !countsNothing(label) {
		s.Current().Label(label)
	}
}

// endParagraph ends the paragraph. Where its mark is deleted or hidden, the next one goes on in
// its line.
func (d *document) endParagraph() {
	st := &d.top
	s := st.story
	if (st.hidden || st.deleted) && st.tableDepth() == 0 {
		s.labelled = s.labelled && !s.Current().Blank()
		s.label = nil
		return
	}
	d.open(st.tableDepth())
	if s.fields.Visible() {
		d.label()
	}
	b := s.Current()
	b.End()
	b.Items = append(b.Items, s.boxes...)
	s.boxes = nil
	s.labelled, s.label = false, nil
}

// endLine ends the line, not the paragraph.
func (d *document) endLine() {
	if d.top.destination == body && d.top.visible() {
		d.top.story.Current().End()
	}
}

// beginField begins the field that the group is.
func (d *document) beginField() {
	d.top.field = &field{shown: d.top.story.shown}
	d.top.story.fields.Begin()
}

// endField ends a field. A sign that its code names is shown where it has no result.
func (d *document) endField(f *field, s *story) {
	s.fields.End()
	words := strings.Fields(string(f.code))
	if len(words) < 2 || words[0] != "SYMBOL" || s.shown != f.shown || s != d.top.story || d.top.destination != body {
		return
	}
	code, err := strconv.ParseUint(words[1], 0, 16)
	_, font, ok := strings.Cut(string(f.code), `\f "`)
	if font, _, _ = strings.Cut(font, `"`); err == nil && ok {
		d.show(string(word.Symbol(font, rune(code))))
	}
}
