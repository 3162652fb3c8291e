package html

import (
	"strings"
	"unicode"

	"golang.org/x/net/html/atom"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/parser/source"
)

// Bounds of a title, in characters.
const (
	shortestTitle = 8
	longestTitle  = 150
	leadLength    = 900 // of the body, where its own title stands
)

// isHeading reports an element that shows a title, by its own name or the one that a site gave it.
func isHeading(n *node, class, id string) bool {
	switch n.data {
	case "h1", "h2", "h3", "ucaptitle":
		return true
	}
	return strings.Contains(class, "tit") || strings.Contains(class, "Title") || strings.Contains(class, "biaoti") ||
		strings.Contains(id, "title") || strings.Contains(id, "Title")
}

// title is the notice's title as the page gives it, where the body does not show it
// itself: the heading that the page's meta tags or <title> repeat, else its first
// heading, else what the tags say. "" where nothing looks like the title of a notice.
func (p *page) title(fields []headField, within *node, body *block.Reading) string {
	named := []string{p.meta("ArticleTitle"), p.about.title()}
	for _, f := range fields {
		if f.row.Name == "标题" {
			named = append(named, string(f.value))
		}
	}
	lead := leadOf(body)
	shown := p.headingsOutside(within)
	for _, t := range shown {
		if lead.shows(t) {
			return ""
		}
	}
	candidates := []string{confirmed(shown, named)}
	for _, n := range p.headings {
		if n.atom == atom.H1 {
			candidates = append(candidates, titlePiece(n.text("")))
		}
	}
	for _, t := range named {
		candidates = append(candidates, titlePiece(t))
	}
	for _, t := range candidates {
		if t = unmarked(t); t == "" {
			continue
		}
		if lead.shows(t) {
			return ""
		}
		return t
	}
	return ""
}

// lead is the beginning of the body: its lines, and the key of each.
type lead struct{ lines, keys []string }

func leadOf(body *block.Reading) (l lead) {
	for _, b := range body.Blocks {
		if b.Start >= leadLength {
			break
		}
		line := string(body.Text[b.Start:min(b.End, leadLength)])
		l.lines, l.keys = append(l.lines, line), append(l.keys, key(line))
	}
	return l
}

// shows reports whether it shows a title. A line that names the title
// between 《》, alone or behind an organ (根据《云溪市水务局关于…的意见》), does not.
func (l lead) shows(title string) bool {
	title = oneLine(title)
	var keys strings.Builder
	for i, line := range l.lines {
		if !strings.Contains(line, title+"》") {
			keys.WriteString(l.keys[i])
		}
	}
	return strings.Contains(keys.String(), key(title))
}

// unmarked is a title without the mark that a site puts before one that is no longer in
// force: [已废止]关于….
func unmarked(t string) string {
	for _, pair := range []string{"[]", "【】", "（）", "〔〕"} {
		marks := []rune(pair)
		if rest, ok := strings.CutPrefix(t, string(marks[0])); ok {
			if mark, title, ok := strings.Cut(rest, string(marks[1])); ok && runes(mark) <= 8 {
				return strings.TrimSpace(title)
			}
		}
	}
	return t
}

// headingsOutside are the headings outside the body that could be a notice's title.
func (p *page) headingsOutside(body *node) (out []string) {
	for _, n := range p.headings {
		if m := n.measure; m.text > longestTitle || m.text < shortestTitle || body.contains(n) {
			continue
		}
		text := oneLine(n.text(""))
		if n := runes(key(text)); n >= shortestTitle && n <= longestTitle && looksTitle(text) {
			out = append(out, text)
		}
	}
	return out
}

// confirmed is the longest of headings that one of named contains.
func confirmed(headings, named []string) (best string) {
	for _, name := range named {
		name = key(name)
		for _, h := range headings {
			if runes(h) > runes(best) && strings.Contains(name, key(h)) {
				best = h
			}
		}
	}
	return best
}

// titlePiece is the part of a page's title that names the notice: "关于…的通知_云溪市人民政府"
// has the site's name behind it.
func titlePiece(s string) (best string) {
	for _, piece := range pieces([]rune(s)) {
		piece = oneLine(piece)
		if n := runes(piece); n >= shortestTitle && n <= longestTitle && n > runes(best) && looksTitle(piece) {
			best = piece
		}
	}
	return best
}

// pieces cuts s at the marks that sites put between a page's and the site's name. A dash
// within 《》 or brackets or beside a figure (2024—2026年) belongs to the title.
func pieces(s []rune) (out []string) {
	start, depth := 0, 0
	for i, r := range s {
		cut := false
		switch {
		case strings.ContainsRune("《（(", r):
			depth++
		case strings.ContainsRune("》）)", r):
			depth--
		case strings.ContainsRune("_|>»\t", r):
			cut = true
		case strings.ContainsRune("-–—", r):
			cut = depth <= 0 && !(i > 0 && unicode.IsDigit(s[i-1])) && !(i+1 < len(s) && unicode.IsDigit(s[i+1]))
		}
		if cut {
			out = append(out, string(s[start:i]))
			start = i + 1
		}
	}
	return append(out, string(s[start:]))
}

// looksTitle reports whether a text may be the title of a notice.
func looksTitle(s string) bool { return lexicon.TitleWords().In(s) }

// key is what of s counts when titles are compared: letters, figures and characters,
// without spaces and punctuation.
func key(s string) string {
	return strings.Map(func(r rune) rune {
		if r = source.Fold(r); source.IsHan(r) {
			return r
		}
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// oneLine joins the lines of a title.
func oneLine(s string) string {
	var l block.Line
	l.Write(s)
	return string(l.Take())
}
