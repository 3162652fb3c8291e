package pdf

import (
	"regexp"
	"strings"
	"sync"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/parser/source"
)

// A page of a newspaper is larger than any that a notice is printed on (A3 is 842 points
// wide) and full of text.
const (
	newspaperSide = 860
	newspaperText = 1500
)

func newspaper(s *sheet) bool {
	return min(s.Width, s.Height) > newspaperSide && len(s.Glyphs) > newspaperText
}

// leastSiteWords is how many words of a site a captured entrance page shows at least.
const leastSiteWords = 7

// noticeSign is what no entrance page of a web site has: a line that begins with the label
// of an item, or a document number.
var noticeSign = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?m)^(第?[一二三四五六七八九十]{1,3}[、条章]|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[.、][^\d])|\[(19|20)\d\d\]`)
})

// website reports a capture of a web site's entrance: its navigation and footer without
// a notice between them.
func website(r *block.Reading) bool {
	text := strings.ToUpper(string(source.FoldRunes(nil, r.Text))) // icp备
	return lexicon.Entrances().Count(text) >= leastSiteWords && !noticeSign().MatchString(text)
}
