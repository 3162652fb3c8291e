package parser

import (
	"slices"
	"strings"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/label"
	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/parser/pattern"
	"github.com/policyx/policyx/parser/runes"
)

// wideBlank is the ideographic space that pages indent paragraphs with.
const wideBlank = '　'

// pieces cuts a paragraph where its line breaks were lost: at runs of two ideographic
// spaces, which stood at the beginnings of lines, and before the head of an attachment.
func (s *structure) pieces(r block.Range) []block.Range {
	cuts := s.indents(r)
	if r.Len() >= minFlat && len(cuts) == 0 {
		cuts = s.annexes(r)
	}
	var out []block.Range
	begin := r.Start
	for _, c := range append(cuts, r.End) {
		if p := trim(s.d.Folded, block.Range{Start: begin, End: c}); p.Len() > 0 {
			out = append(out, p)
		}
		begin = c
	}
	return out
}

// indents returns the runs of two ideographic spaces within a paragraph, where one of them
// at least stands behind a sentence or before a label. The columns of a row have neither.
func (s *structure) indents(r block.Range) []int {
	var cuts []int
	sure := false
	for i := r.Start + 1; i+2 < r.End; i++ {
		if s.d.Text[i] != wideBlank || s.d.Text[i+1] != wideBlank {
			continue
		}
		at := skipBlank(s.d.Folded, i, r.End)
		before := i
		for before > r.Start && isBlank(s.d.Folded[before-1]) {
			before--
		}
		if at < r.End && before > r.Start {
			_, labelled := label.At(s.d.Folded, at, r.End)
			sure = sure || labelled || strings.ContainsRune("。:;)", s.d.Folded[before-1])
			cuts = append(cuts, at)
		}
		i = at
	}
	if !sure || r.Len() < minIndented {
		return nil
	}
	return cuts
}

// minIndented and minFlat are the least lengths of paragraphs that lost their line breaks.
const (
	minIndented = 40
	minFlat     = 400
)

// annexes returns where attachments begin within a text of one line, 附件2 and a title
// before its first label, and where these titles begin and end.
func (s *structure) annexes(r block.Range) []int {
	var cuts []int
	text := s.d.Folded
	for i := r.Start + 1; i+4 < r.End; i++ {
		if text[i] != '附' || text[i+1] != '件' || strings.ContainsRune("(见《“和及、与", text[i-1]) {
			continue
		}
		n, j := label.Number(text, i+2, r.End)
		if n == 0 || n > 20 {
			continue
		}
		if end := s.annexTitle(j, r.End); end > 0 {
			cuts = append(cuts, i, j, end)
			i = end
		}
	}
	return cuts
}

// annexTitle returns where the title that begins at i ends: with a kind of document, before
// a label or a preamble. 0 where none does.
func (s *structure) annexTitle(i, end int) int {
	text := s.d.Folded
	if i >= end || !isHan(text[i]) && text[i] != '“' && text[i] != '《' {
		return 0
	}
	for j := i + 4; j < end && j < i+maxAnnexTitle; j++ {
		switch r := text[j]; {
		case strings.ContainsRune("。;:,", r):
			return 0
		case r == '一' || r == '1' || r == '第':
			if m, ok := markerAt(text, j, end); !ok || m.Number != 1 {
				continue
			}
		case r == '为' || r == '根' && text[min(j+1, end-1)] == '据':
		default:
			continue
		}
		if DocumentType(string(squeeze(text[i:j], maxAnnexTitle))) != "" {
			return j
		}
	}
	return 0
}

// maxAnnexTitle bounds the title of an attachment within a text of one line.
const maxAnnexTitle = 90

// nextNotice reads the title of another notice that begins on a line behind the items of
// the one before: organ, 关于, kind and number, and what stands behind them. It returns an
// empty range where none does.
func (s *structure) nextNotice(i int) (title, rest block.Range) {
	text, l := s.d.Folded, &s.lines[i]
	if s.sentNotice(i) {
		return l.Range, rest
	}
	if l.kind != lineBody {
		return title, rest
	}
	if n := runes.Index(l.key, "关于"); n <= 0 || !isOrgan(string(l.key[:n])) {
		return title, rest
	}
	open := slices.Index(text[l.Start:min(l.End, l.Start+maxNoticeHead)], '[')
	for n := 1; open > 0 && n <= maxCode && n < open; n++ {
		at := l.Start + open - n
		if !isHan(text[at]) {
			break
		}
		if !isOfficial(DocumentType(string(squeeze(text[l.Start:at], maxNoticeHead)))) {
			continue
		}
		end := l.Start + open
		for end < l.End && text[end] != '号' {
			end++
		}
		return trim(text, block.Range{Start: l.Start, End: at}), trim(text, block.Range{Start: min(end+1, l.End), End: l.End})
	}
	return title, rest
}

// ownTitle reports whether a title is that of the notice itself, which pages print again.
func (s *structure) ownTitle(title block.Range) bool {
	return s.d.Join(title) == strings.ReplaceAll(s.d.Join(s.d.Head.Title...), "\n", "")
}

// sentNotice reports whether line i is the title of a notice that a letter sends along,
// 关于印发《…》的通知, with the addressees on the next line.
func (s *structure) sentNotice(i int) bool {
	if i+1 >= len(s.lines) || s.lines[i].kind != lineBody || !runes.HasPrefix(s.lines[i].key, "关于") || !sentTitle().MatchString(string(s.lines[i].key)) {
		return false
	}
	next := s.lines[i+1]
	list, _, ok := strings.Cut(string(firstRunes(string(next.key), maxNoticeHead)), ":")
	return ok && next.kind == lineBody && lexicon.Addressed().Begins(list) && addressed(list)
}

// enclosedTitleAt is titleAt for the title of an enclosed document, which a notice that is
// sent along is none.
func (s *structure) enclosedTitleAt(i int) int {
	n := s.titleAt(i)
	for k := i; k < i+n; k++ {
		if s.sentNotice(k) {
			return 0
		}
	}
	return n
}

// sentTitle is the whole title of a notice that names no organ.
var sentTitle = pattern.Of(`^关于[印转]发《[^《》。]{4,60}》的通知$`)

// sentHeads returns where in a text of one line the titles of such notices begin and end,
// the addressees right behind them.
func sentHeads(text string) []int {
	for _, at := range sentBegin().FindAllStringSubmatchIndex(text, 4) {
		if list := text[at[4]:at[5]]; lexicon.Addressed().Begins(list) && addressed(list) {
			return []int{at[2], at[3]}
		}
	}
	return nil
}

// sentBegin is such a title with what may be addressees behind it.
var sentBegin = pattern.Of(`(关于[印转]发《[^《》。]{4,60}》的通知)([^。;:《》]{2,90}):`)

// behindAddressees returns what stands behind the addressees that a paragraph begins with.
func (s *structure) behindAddressees(r block.Range) block.Range {
	text := s.d.Folded
	at := slices.Index(text[r.Start:min(r.End, r.Start+maxNoticeHead)], ':')
	if at <= 0 || !addressed(string(squeeze(text[r.Start:r.Start+at], maxNoticeHead))) {
		return r
	}
	return trim(text, block.Range{Start: r.Start + at + 1, End: r.End})
}

// maxNoticeHead bounds the title and number of a notice.
const maxNoticeHead = 120
