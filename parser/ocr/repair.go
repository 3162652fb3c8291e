package ocr

import (
	"regexp"
	"slices"
	"sync"
	"unicode/utf8"

	"github.com/policyx/policyx/parser/block"
)

// Repair mends a misreading of closed words: only one reading is a word, or the marks around leave one. What makes
// a text longer is mended in the lines of a page, before it is laid out; what is left as long as it is,
// so that every place in it stays where it is, in the text that comes of them.
type Repair struct {
	ID       string
	States   string // what is read as what, and where
	Example  string
	Mended   string // the example as it is mended
	NearMiss string // what it leaves alone

	pattern string // a regular expression, its groups are what is mended
	with    string // as long as they are

	lines func([]Line) []block.Misreading // mends lines; nil where the text is mended
}

// Repairs are tried in this order, each on the outcome of those before.
func Repairs() []Repair { return slices.Concat(lineRepairs, repairs) }

var lineRepairs = []Repair{
	{
		ID: "ocr/pause", States: "、 that was not read behind the number of a heading, at the head of a line between its neighbours, or beside the only one, and as far in as they begin",
		Example: "七、云溪\n八青石县\n九、枫桥", Mended: "七、云溪\n八、青石县\n九、枫桥", NearMiss: "七、云溪\n一批项目\n八、枫桥",
		lines: paused.complete,
	},
	{
		ID: "ocr/opening", States: "（ that was not read before the number of a heading, proved as that of ocr/pause is, or by the one before where a later one follows",
		Example: "（五）云溪\n六)青石县", Mended: "（五）云溪\n（六)青石县", NearMiss: "（四）云溪\n六)青石县",
		lines: bracketed.complete,
	},
}

var repairs = []Repair{
	{
		ID: "ocr/office", States: "打, 万, 广 → 厅 behind 办公, or behind 信, 技, 政, 育, 管 and before 、 or ）",
		Example: "省经信万、市政府办公打", Mended: "省经信厅、市政府办公厅", NearMiss: "培育万家企业",
		pattern: `办公([打万广])|[信技政育管]([打万广])[、)）]`,
		with:    "厅",
	},
	{
		ID: "ocr/administration", States: "团, 要, 者 → 署 behind 海关总, 团, 思 behind 审计, before a mark or 牵头",
		Example: "海关总者、审计思牵头", Mended: "海关总署、审计署牵头", NearMiss: "海关总要求",
		pattern: `海关总([团要者])(?:[、，,)）]|牵头)|审计([团思])(?:[、，,)）]|牵头)`,
		with:    "署",
	},
	{
		ID: "ocr/support", States: "文持 → 支持 behind 予, 策, 金, 力, 点 or a mark",
		Example: "给予政策文持。", Mended: "给予政策支持。", NearMiss: "发文持续推进",
		pattern: `[予策金力点，。；、](文)持`,
		with:    "支",
	},
	{
		ID: "ocr/number", States: "-, －, —, ー → 一 alone in brackets at the head of a line",
		Example: "（-）云溪市", Mended: "（一）云溪市", NearMiss: "（—）",
		pattern: `(?m)^[（(]([-－—–ー])[)）]\p{Han}`,
		with:    "一",
	},
	{
		ID: "ocr/eight", States: "入 → 八 in brackets at the head of a line, behind 十 人 as well",
		Example: "(十入)云溪市", Mended: "(十八)云溪市", NearMiss: "（人）青石县",
		pattern: `(?m)^[（(][二三四五六七八九]?(?:(入)|十([入人]))[)）]\p{Han}`,
		with:    "八",
	},
	{
		ID: "ocr/stop", States: ". → 。 behind the heading of a numbered item that runs on",
		Example: "1.有序供应土地.按照需求", Mended: "1.有序供应土地。按照需求", NearMiss: "1.云溪.青石",
		pattern: `(?m)^(?:[0-9]{1,2}[.、]|[（(]?[一二三四五六七八九十]{1,3}[)）、])\p{Han}{4,20}(\.)\p{Han}`,
		with:    "。",
	},
	{
		ID: "ocr/enumeration", States: "\\ or ` → 、 between Chinese characters",
		Example: "食品`家装\\出行", Mended: "食品、家装、出行", NearMiss: "C:\\云溪",
		pattern: "\\p{Han}([\\\\`])",
		with:    "、",
	},
	{
		ID: "ocr/plus", States: "十 → + behind 互联网 or 人工智能, but for what ten of them could be",
		Example: "“互联网十家政”", Mended: "“互联网+家政”", NearMiss: "互联网十强、人工智能十条",
		pattern: `(?:互联网|人工智能)(十)[^条大佳强项个年月日届次余多几一二三四五六七八九。，、]`,
		with:    "+",
	},
	{
		ID: "ocr/opened", States: "* → 《 behind 印发",
		Example: "关于印发*云溪市养老办法》的通知", Mended: "关于印发《云溪市养老办法》的通知", NearMiss: "*印发日期",
		pattern: `印发(\*)\p{Han}`,
		with:    "《",
	},
	{
		ID: "ocr/closed", States: "/ → 》 between a Chinese character and 的",
		Example: "《云溪市养老\n办法/的通知", Mended: "《云溪市养老\n办法》的通知", NearMiss: "30元/人的补贴",
		pattern: `\p{Han}(/)的`,
		with:    "》",
	},
	{
		ID: "ocr/gap", States: "blank → 、 in brackets between two names of bodies of which further ones follow",
		Example: "（市教育局 市民政局、市财政局）", Mended: "（市教育局、市民政局、市财政局）", NearMiss: "（市教育局 联系人）",
		pattern: `[（(、：:][^（()）、，。；：:\s]{1,16}[局委办部厅行会院署]( )[^（()）、，。；：:\s]{1,16}[局委办部厅行会院署][、)）]`,
		with:    "、",
	},
	{
		ID: "ocr/lead", States: "过头, 奉头, 率头, 幸头, 这头, 府头 → 牵头 behind the name of a body or 第一位为, or before 负责, 单位, 部门",
		Example: "第一位为过头单位", Mended: "第一位为牵头单位", NearMiss: "不得说过头话",
		pattern: `(?:[局委办部厅会室府院](?:[（(][^（()）\n]{1,20}[)）])?|位的?为|由)([过奉率幸这府]头)|([过奉率幸这府]头)(?:单位|部门|负责)`,
		with:    "牵头",
	},
	{
		ID: "ocr/unit", States: "草位 → 单位 behind 责任, 牵头, 配合, 协办, 主办, 支持, 承办",
		Example: "责任草位:市教育局", Mended: "责任单位:市教育局", NearMiss: "水草位于河东",
		pattern: `(?:责任|牵头|配合|协办|主办|支持|承办)(草位)`,
		with:    "单位",
	},
	{
		ID: "ocr/dash", States: "一 → — between two digits",
		Example: "每年新增3一5家", Mended: "每年新增3—5家", NearMiss: "3个一级指标",
		pattern: `[0-9０-９%％年月日](一)[0-9０-９]`,
		with:    "—",
	},
	{
		ID: "ocr/title", States: ") or “ → 》 before 的, behind what 《 opens",
		Example: "《云溪市养老服务管理办法)的通知", Mended: "《云溪市养老服务管理办法》的通知", NearMiss: "《关于〈养老办法〉的通知》",
		pattern: `《[^《》〈〉<>（()）“\n]{1,60}([)）“])的`,
		with:    "》",
	},
	{
		ID: "ocr/bracket", States: "《 → （ and 〈 → （ before what ）closes",
		Example: "《市民政局牵头）", Mended: "（市民政局牵头）", NearMiss: "《养老服务条例》（修订）",
		pattern: `([《〈<])[^《》〈〉<>（()）\n]{1,80}[)）]`,
		with:    "（",
	},
	{
		ID: "ocr/quote", States: "“ → （ behind 。 or ； before what ）closes, and before a number that ）closes",
		Example: "新模式。“市商务局、市邮政局）", Mended: "新模式。（市商务局、市邮政局）", NearMiss: "新模式。“商务（试点）”",
		pattern: `[。；;](“)[^“”（()）\n]{1,80}[)）]|(“)[一二三四五六七八九十]{1,3}[)）]`,
		with:    "（",
	},
	{
		ID: "ocr/double", States: "《 or “ → blank between 。 or ； and （, which was read twice, and before the number of a heading in brackets",
		Example: "提高效率。《（市民政局负责）", Mended: "提高效率。 （市民政局负责）", NearMiss: "按照《（试行）办法》",
		pattern: `[。；;.]([《〈<“])[（(]|([《〈<])[（(][一二三四五六七八九十]{1,3}[)）]`,
		with:    " ",
	},
	{
		ID: "ocr/several", States: "若于, 知干 → 若干 before 措施, 意见, 政策措施, 规定",
		Example: "养老服务若于措施", Mended: "养老服务若干措施", NearMiss: "假若于政策期内",
		pattern: `(若于|知干)(?:措施|意见|政策措施|规定)`,
		with:    "若干",
	},
	{
		ID: "ocr/duty", States: "职贡 → 职责 behind 按, or before 分工",
		Example: "按职贡分工负责", Mended: "按职责分工负责", NearMiss: "《职贡图》",
		pattern: `按职(贡)|职(贡)分工`,
		with:    "责",
	},
	{
		ID: "ocr/information", States: "言息 → 信息 before 化, 技, 系, 平, 产",
		Example: "工业和言息化部", Mended: "工业和信息化部", NearMiss: "谣言息止",
		pattern: `(言)息[化技系平产]`,
		with:    "信",
	},
}

// Mended is what a repair changed.
type Mended struct {
	block.Range        // of the text
	ID          string // of the repair
	Was         string
}

// patterns are those of the repairs, compiled for the first page that an engine read and never before.
var patterns = sync.OnceValue(func() (out []*regexp.Regexp) {
	for i := range repairs {
		out = append(out, regexp.MustCompile(repairs[i].pattern))
	}
	return out
})

// Mend repairs a text in its place.
func Mend(text []rune) (out []Mended) {
	for i, pattern := range patterns() {
		r := &repairs[i]
		s := string(text)
		for _, at := range pattern.FindAllStringSubmatchIndex(s, -1) {
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
