package extract

import (
	"strings"
	"unicode/utf8"

	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/parser/source"
)

// headingKind is what a heading says about the text below it.
type headingKind uint8

const (
	workHeading    headingKind = iota // as far as the heading says, work
	framingHeading                    // what a notice aims at: its sentences may be goals
	idleHeading                       // neither work nor goals: what it reports and explains
)

// headingRule is a row of the table of headings, the first one that fits deciding. NearMiss
// is a heading of work that looks like one of the row's.
type headingRule struct {
	ID, States        string
	Kind              headingKind
	Example, NearMiss string
	fits              func(heading string) bool
}

// headingRules decide what a heading that stands over no responsibility clause is. They
// see it folded, without white space, its label and brackets behind it.
var headingRules = []headingRule{
	{reportRow, "the last word is what a notice explains or reports", idleHeading, "充分认识发展养老服务的重要意义", "补齐养老服务短板", func(h string) bool {
		return lastIn(h, lexicon.ReportEnds()) && !isWork(h)
	}},
	{"heading/framing", "a usual name of a section that frames the work", framingHeading, "总体要求", "目标任务分解落实机制建设", func(h string) bool {
		return begins(strings.TrimPrefix(h, "明确"), lexicon.Framing()) // 明确工作目标
	}},
	{"heading/framing-last-word", "the last word is what a notice aims at", framingHeading, "近期和中期目标", "分解年度目标", func(h string) bool {
		return lastIn(h, lexicon.FramingEnds()) && !isWork(h)
	}},
	{"heading/framing-named", "a name of a section of goals behind what it is about", framingHeading, "人才发展的具体目标和步骤", "人才发展的重点领域", func(h string) bool {
		_, rest, ok := strings.Cut(h, "的")
		return ok && begins(rest, lexicon.Framing()) && !isWork(h)
	}},
	{"heading/no-work", "a section that holds neither work nor goals", idleHeading, "名词解释", "优化办理流程", func(h string) bool {
		return lastIn(h, lexicon.IdleEnds()) && (lexicon.IdleEnds().Has(h) || strings.Contains(h, "的") || !isWork(h))
	}},
}

// reportRow is the row of headings over what was done and what is.
const reportRow = "heading/report"

// isWork reports whether a heading begins with a verb of work, as a whole or behind its last
// comma.
func isWork(heading string) bool {
	last := heading[strings.LastIndexByte(heading, ',')+1:]
	return lexicon.Works().Begins(heading) || lexicon.Works().Begins(last) || strings.Contains(heading, "关于")
}

// begins reports whether a heading is one of names, with at most six characters behind it.
func begins(heading string, names *lexicon.Set) bool {
	behind, ok := names.CutPrefix(heading)
	return ok && utf8.RuneCountInString(behind) <= 6
}

// runsOn reports whether a heading of goals runs on into its text: 总体要求以…为指导. A short one
// has to go on with a word that begins such a sentence.
func runsOn(heading string, long bool) bool {
	rest, ok := lexicon.RunOn().CutPrefix(heading)
	return ok && (long || lexicon.RunsTo().Begins(rest))
}

// lastIn reports whether a heading of at most 24 characters, the digits of its years not
// counted, ends in one of words.
func lastIn(heading string, words *lexicon.Set) bool {
	return words.Ends(heading) && utf8.RuneCountInString(heading)-strings.Count(heading, "年")*len("2024") <= maxFraming
}

// maxFraming bounds a heading whose last word decides: a longer one is a sentence.
const maxFraming = 24

// idleDocument reports whether a title is that of a document without tasks.
func idleDocument(title string) bool {
	t := source.Squeeze(title)
	if i := strings.LastIndexByte(t, '('); i > 0 && strings.HasSuffix(t, ")") {
		if lexicon.IdleDocuments().Ends(t[:len(t)-1]) {
			return true // 公示(模板)
		}
		t = t[:i]
	}
	return lexicon.IdleDocuments().Ends(t) || parser.IsInterpretation(parser.DocumentType(t))
}

// headingOf returns the row that fits a heading; nil for one of work.
func headingOf(heading string) *headingRule {
	h := source.Squeeze(heading)
	if i := strings.IndexByte(h, '('); i > 0 && strings.HasSuffix(h, ")") {
		h = h[:i]
	}
	h = strings.TrimRight(h, ":。")
	for i := range headingRules {
		if headingRules[i].fits(h) {
			return &headingRules[i]
		}
	}
	return nil
}
