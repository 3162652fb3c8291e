package parser

import (
	"slices"
	"strings"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/parser/pattern"
	"github.com/policyx/policyx/parser/runes"
)

// lineKind is what a paragraph is by its own looks.
type lineKind uint8

const (
	lineBody lineKind = iota
	lineNoise
	lineTable
	lineNumber         // 云政办发〔2023〕6号
	lineDate           // 2023年6月28日, also damaged, 2023628, or not filled in yet: 年 月 日
	lineNote           // （此件公开发布）
	lineAttachmentNote // 附件：1.…
	lineAttachmentHead // 附件 2
)

// line is one block with its looks.
type line struct {
	block.Range
	kind lineKind
	grid *block.Grid
	key  []rune // folded text without white space, at most keyLimit runes

	section int  // that it stands in, see [sections]
	note    bool // it only remarks on a table
}

const keyLimit = 200

var (
	datePattern   = pattern.Of(`^\(?(\d{4}|[〇零一二三四五六七八九]{4})[年月].{1,3}月.{1,3}日\)?$|^(?:19|20)\d{4,6}日?$|^\d{4}[-./]\d{1,2}[-./]\d{1,2}$|^(?:\d{4})?年(?:\d{1,2})?月(?:\d{1,2})?日$`)
	numberPattern = pattern.Of(`^[\p{Han}]{1,16}[\[(]?(19|20)\d{2}[\])]?第?\d{1,5}号?$|^\([\p{Han}]{1,16}[\[(](19|20)\d{2}[\])]第?\d{1,5}号\)$`)
	notePattern   = pattern.Of(`^\(?(此件)?.{0,12}((主动|依申请|不予)公开|公开发布|公开属性|有删减|删减版).{0,10}\)?$|^\(?([此本]件)?不公开\)?$`)
	attachPattern = pattern.Of(`^附[件表录]?([一二三四五六七八九十]{1,3}|\d{1,2})?(-\d{1,2})?[:.、]?`)
	headsPattern  = pattern.Of(`^(附[件表录]\d{1,2}){2,}$`)                                                                 // of attachments that are pictures, and of the next one
	fileName      = pattern.Of(`[^:/]\.(?:docx?|rtf|pdf|xlsx?|wps|et|ofd|zip|rar|7z|pptx?)(?:\([\d.]+[KMkm][Bb]?\))?$`) // a link: 云溪市步道修缮申报表.docx
	printPattern  = pattern.Of(`年\d{1,2}月\d{1,2}日印发$`)
)

// blankNotes are remarks in brackets about the sheet, not the notice.
var blankNotes = []string{"此页无正文", "本页无正文", "以下无正文", "下无正文", "此页无内容"}

// leftovers are traces of word processors and page converters, not text of the notice.
var leftovers = []string{"[bookmark:", "![", "[toc"}

// classify gives the line its kind and takes leftovers off its beginning.
func (s *structure) classify(l *line) {
	l.Range = trim(s.d.Folded, l.Range)
	for s.cutLeftover(l) {
	}
	s.blankLost(l)
	l.key = squeeze(s.d.Folded[l.Start:l.End], keyLimit)
	if l.grid != nil {
		l.kind = lineTable
		return
	}
	l.kind = s.looks(l)
}

// blankLost folds a question mark right behind the label of the line, with white space behind
// it, to white space: the page lost its ideographic space.
func (s *structure) blankLost(l *line) {
	text := s.d.Folded
	if m, ok := markerAt(text, l.Start, l.End); ok && m.End+1 < l.End && text[m.End] == '?' && isBlank(text[m.End+1]) {
		text[m.End] = ' '
	}
}

// cutLeftover takes one leftover off the beginning of the line.
func (s *structure) cutLeftover(l *line) bool {
	text := s.d.Folded[l.Start:l.End]
	for _, sign := range leftovers {
		if !runes.HasPrefix(text, sign) {
			continue
		}
		if end := slices.IndexFunc(text, func(r rune) bool { return r == ']' }); end > 0 {
			l.Start += end + 1
			if sign == "![" && l.Start < l.End && s.d.Folded[l.Start] == '(' {
				if end := slices.Index(s.d.Folded[l.Start:l.End], ')'); end > 0 {
					l.Start += end + 1
				}
			}
			l.Range = trim(s.d.Folded, l.Range)
			return true
		}
	}
	return false
}

func (s *structure) looks(l *line) lineKind {
	if !slices.ContainsFunc(l.key, func(r rune) bool { return isHan(r) || isDigit(r) }) {
		return lineNoise
	}
	if isRule(l.key) {
		return lineNoise
	}
	if len(l.key) > 80 {
		return lineBody
	}
	key := l.key
	switch {
	case isChrome(key), s.isNavigation(l), key[0] != '附' && slices.Contains(key, '.') && fileName().MatchString(string(key)), isBlankNote(key):
		return lineNoise
	case len(key) <= 20 && mayBeDate(key[0]) && datePattern().MatchString(string(key)):
		return lineDate
	case len(key) <= 36 && endsLikeNumber(key) && numberPattern().MatchString(string(key)):
		return lineNumber
	case len(key) <= 30 && (runes.Contains(key, "公开") || runes.Contains(key, "删减")) && notePattern().MatchString(string(key)):
		return lineNote
	case key[0] == '附':
		return attachmentLooks(key, string(key))
	case key[len(key)-1] == '发' && printPattern().MatchString(string(key)):
		return lineNoise
	}
	return lineBody
}

// isBlankNote reports whether a line remarks on the sheet, in brackets or not.
func isBlankNote(key []rune) bool {
	bare := trimRight(trimLeft(key, "()"), "()")
	return slices.ContainsFunc(blankNotes, func(note string) bool { return runes.Equal(bare, note) })
}

// isRule reports whether a line is one character over and over, as a font draws the rule
// below a letterhead.
func isRule(key []rune) bool {
	for _, r := range key {
		if r != key[0] {
			return false
		}
	}
	return len(key) >= 6 && !isDigit(key[0])
}

// mayBeDate reports whether a line that is a date may begin with r.
func mayBeDate(r rune) bool {
	return r == '(' || isDigit(r) || strings.ContainsRune("〇零一二三四五六七八九年", r)
}

// endsLikeNumber reports whether a line ends like the number of a document.
func endsLikeNumber(key []rune) bool {
	last := key[len(key)-1]
	return last == '号' || isDigit(last) || last == ')' && key[0] == '(' && key[len(key)-2] == '号'
}

func attachmentLooks(runes []rune, key string) lineKind {
	m := attachPattern().FindString(key)
	rest := len([]rune(m))
	switch {
	case m == "" || m == "附":
		return lineBody
	case headsPattern().MatchString(key):
		return lineAttachmentHead
	case rest == len(runes) && !strings.HasSuffix(m, ":"):
		return lineAttachmentHead
	case strings.HasSuffix(m, ":") || rest > 2:
		return lineAttachmentNote
	}
	return lineBody
}

// titleLike reports whether the line could be a line of a title.
func (l *line) titleLike() bool {
	if l.kind != lineBody || len(l.key) > 90 || len(l.key) == 0 {
		return false
	}
	switch l.key[len(l.key)-1] {
	case ':', ';', ',', '。':
		return false
	}
	return !slices.Contains(l.key, '。') && !slices.Contains(l.key, ';')
}

// DocumentType returns the kind of document that ends a folded title, brackets behind
// it such as (试行) left aside; "" where none does.
func DocumentType(title string) string {
	title = strings.TrimRight(title, "》”\" ")
	for strings.HasSuffix(title, ")") {
		open := strings.LastIndexByte(title, '(')
		if open <= 0 {
			break
		}
		title = strings.TrimRight(title[:open], "》”\" ")
	}
	runes := []rune(title)
	n, _ := lexicon.Documents().Suffix(runes)
	return string(runes[len(runes)-n:])
}

// isOfficial reports whether a kind of document is an official one: the regulation of 2012,
// article 8.
func isOfficial(kind string) bool {
	tag, _ := lexicon.Documents().Lookup([]rune(kind))
	return tag == "official"
}

// IsInterpretation reports whether a kind of document explains another one: 政策解读.
func IsInterpretation(kind string) bool {
	tag, _ := lexicon.Documents().Lookup([]rune(kind))
	return tag == "interpretation"
}
