package ocr

import (
	"regexp"
	"unicode/utf8"

	"github.com/policyx/policyx/parser/block"
)

// Repair mends a misreading of closed words: only one reading is a word, or the marks around leave one. The
// text stays as long as it is, so that every place in it stays where it is.
type Repair struct {
	ID       string
	States   string // what is read as what, and where
	Example  string
	Mended   string // the example as it is mended
	NearMiss string // what it leaves alone

	pattern *regexp.Regexp // its groups are what is mended
	with    string         // as long as they are
}

// Repairs are tried in this order, each on the outcome of those before.
func Repairs() []Repair { return repairs }

var repairs = []Repair{
	{
		ID: "ocr/lead", States: "过头, 奉头, 率头, 幸头, 这头, 府头 → 牵头 behind the name of a body or 第一位为, or before 负责, 单位, 部门",
		Example: "第一位为过头单位", Mended: "第一位为牵头单位", NearMiss: "不得说过头话",
		pattern: regexp.MustCompile(`(?:[局委办部厅会室府院](?:[（(][^（()）\n]{1,20}[)）])?|位的?为|由)([过奉率幸这府]头)|([过奉率幸这府]头)(?:单位|部门|负责)`),
		with:    "牵头",
	},
	{
		ID: "ocr/unit", States: "里位 → 单位 behind 责任, 牵头, 配合, 协办, 主办, 支持, 承办",
		Example: "责任里位:区财政局", Mended: "责任单位:区财政局", NearMiss: "到这里位于河东",
		pattern: regexp.MustCompile(`(?:责任|牵头|配合|协办|主办|支持|承办)(里位)`),
		with:    "单位",
	},
	{
		ID: "ocr/dash", States: "一 → — between two digits",
		Example: "每年新增3一5家", Mended: "每年新增3—5家", NearMiss: "3个一级指标",
		pattern: regexp.MustCompile(`[0-9０-９%％年月日](一)[0-9０-９]`),
		with:    "—",
	},
	{
		ID: "ocr/double", States: "《 → blank between 。 or ； and （, which was read twice",
		Example: "提高效率。《（市民政局负责）", Mended: "提高效率。 （市民政局负责）", NearMiss: "按照《（试行）办法》",
		pattern: regexp.MustCompile(`[。；;.]([《〈<])[（(]`),
		with:    " ",
	},
	{
		ID: "ocr/bracket", States: "《 → （ and 〈 → （ before what ）closes",
		Example: "《市民政局牵头）", Mended: "（市民政局牵头）", NearMiss: "《养老服务条例》（修订）",
		pattern: regexp.MustCompile(`([《〈<])[^《》〈〉<>（()）\n]{1,80}[)）]`),
		with:    "（",
	},
}

// Mended is what a repair changed.
type Mended struct {
	block.Range        // of the text
	ID          string // of the repair
	Was         string
}

// Mend repairs a text in its place.
func Mend(text []rune) (out []Mended) {
	for i := range repairs {
		r := &repairs[i]
		s := string(text)
		for _, at := range r.pattern.FindAllStringSubmatchIndex(s, -1) {
			for g := 2; g < len(at); g += 2 {
				if at[g] < 0 {
					continue
				}
				start := utf8.RuneCountInString(s[:at[g]])
				end := start + utf8.RuneCountInString(s[at[g]:at[g+1]])
				out = append(out, Mended{block.Range{Start: start, End: end}, r.ID, s[at[g]:at[g+1]]})
				copy(text[start:end], []rune(r.with))
			}
		}
	}
	return out
}
