package head

import (
	"strings"

	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/source"
)

// titles reads title, kind and enclosure.
func (x *reader) titles() {
	ranges := x.head.Title
	if ranges == nil {
		for _, f := range x.head.Fields {
			if f.Name == "标题" {
				ranges = []block.Range{f.Value}
			}
		}
	}
	if ranges == nil {
		ranges = x.head.Enclosure
	}
	if ranges == nil {
		ranges = x.annexAlone()
	}
	if ranges == nil {
		return
	}
	x.m.Title = x.titleText(ranges)
	x.m.Spans.Title = x.spanOf(ranges...)
	if kind := parser.DocumentType(source.Squeeze(x.m.Title)); kind != "" && kind != "行动" { // it says what is done, in no kind of document
		x.m.DocumentType, x.m.Spans.DocumentType = kind, x.m.Spans.Title
	}
	x.m.Enclosure = enclosed(x.m.Title)
	if named := x.line(x.head.Enclosure...); named != "" && strings.Contains(TitleKey(x.m.Title), "关于《"+TitleKey(named)+"》的通知") {
		x.m.Enclosure = named
	}
	if x.m.Enclosure != "" {
		x.m.Spans.Enclosure = x.m.Spans.Title
		if strings.HasPrefix(x.m.Enclosure, "关于") && !strings.Contains(x.m.Title, "《") {
			x.quotedEnclosure()
		}
	}
}

// annexAlone returns the title of the only attachment of a file that begins with it: such a file
// is the annex alone, and the title its own.
func (x *reader) annexAlone() []block.Range {
	var only *parser.Part
	for _, p := range x.doc.Parts {
		switch {
		case p.Attachment && only == nil && len(p.Title) > 0:
			only = p
		case p.Attachment || len(p.Items)+len(p.Tables)+len(p.Loose) > 0 && only == nil:
			return nil
		}
	}
	if only == nil {
		return nil
	}
	return only.Title
}

// titleText returns the lines of a title as one string. Letters set apart (市 财 政 局)
// are drawn together, and the names of organs on lines of their own stay apart.
func (x *reader) titleText(lines []block.Range) string {
	if len(lines) == 0 {
		return ""
	}
	if len(lines) == 1 {
		return x.closeUp(x.line(lines...))
	}
	var out strings.Builder
	organs := true // all lines so far are names of organs
	for n, r := range lines {
		line := x.closeUp(x.line(r))
		head, _, _ := strings.Cut(line, "关于")
		isOrgan := x.isOrgan(strings.TrimSpace(head))
		if n > 0 && organs && isOrgan {
			out.WriteByte(' ')
		}
		organs = organs && isOrgan && head == line
		out.WriteString(line)
	}
	return out.String()
}

// closeUp takes the spaces out between characters that are set apart one by one, three at
// least: 云 溪 市 财 政 局. Other spaces stay.
func (x *reader) closeUp(line string) string {
	words := strings.Split(line, " ")
	var out []string
	for i := 0; i < len(words); {
		j := i
		for j < len(words) && len([]rune(words[j])) == 1 && source.IsHan([]rune(words[j])[0]) {
			j++
		}
		if j-i >= 3 {
			word := strings.Join(words[i:j], "")
			if j < len(words) && glues(words[j]) {
				word, j = word+words[j], j+1 // the last of them stands before the next word: 财 政 局关于…
			}
			if n := len(out); n > 0 && i > 0 && !x.isOrgan(out[n-1]) {
				out[n-1] += word // the first of them ends a word
			} else {
				out = append(out, word)
			}
			i = j
			continue
		}
		out = append(out, words[i])
		i++
	}
	return strings.Join(out, " ")
}

// glues reports whether a word behind letters set apart begins with the last of them.
func glues(word string) bool {
	before, _, ok := strings.Cut(word, "关于")
	return ok && len([]rune(before)) <= 1
}

// TitleKey is what of a title counts when titles are compared: a page writes the dash between
// years in several ways.
func TitleKey(title string) string { return dashes.Replace(source.Squeeze(title)) }

var dashes = strings.NewReplacer("~", "-", "—", "-", "–", "-", "--", "-")
