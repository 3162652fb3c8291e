package when

import (
	"strings"

	"github.com/policyx/policyx/extract/internal/match"
	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/schema"
)

// everyRules are the wordings of a repeat. Whether a bare one gives work to do, or only
// says what a number is counted by (每年不超过21天), is decided in check.go.
var everyRules = []row{
	{ID: "when/every-year", Pattern: "每 (1|一)? 年度?", Example: "每年", Build: every("P1Y")},
	{ID: "when/every-school-year", Pattern: "每 个? 学年度?", Example: "每学年", Build: every("P1Y")},
	{ID: "when/every-term", Pattern: "每 个? 学期", Example: "每学期", Build: every("P6M")},
	{ID: "when/every-term-before", Pattern: "每 个? 学期 (开学|放假|期末|结束|末|初)? (前|之前|以前)", Example: "每学期开学前", Build: everyAt("P6M")},
	{ID: "when/every-half-year", Pattern: "每 (个)? 半年", Example: "每半年", Build: every("P6M")},
	{ID: "when/every-half-month", Pattern: "每 (半月|半个月)", Example: "每半月", Build: every("P15D")},
	{ID: "when/every-quarter", Pattern: "每 (1|一)? 个? (季度|季)", Example: "每季度", Build: every("P3M")},
	{ID: "when/every-month", Pattern: "每 个? 月", Example: "每月", Build: every("P1M")},
	{ID: "when/every-week", Pattern: "每 个? (周|星期)", Example: "每周", Build: every("P1W")},
	{ID: "when/every-ten-days", Pattern: "每 旬", Example: "每旬", Build: every("P10D")},
	{ID: "when/every-day", Pattern: "每 (日|天)", Example: "每日", Build: every("P1D")},
	{ID: "when/every-n", Pattern: "每 隔? DUR", Example: "每两年", Build: everyN},
	{ID: "when/every-by", Pattern: "(按月|按季度|按季|按周|按半年)", Example: "按季度", Build: everyOther},
	{ID: "when/every-other-month", Pattern: "每 逢? (双月|单月|双数月|单数月)", Example: "每逢双月", Build: everyOther},
	{ID: "when/every-year-list", Pattern: "每 年度? 的? MONTHS " + ending + "? " + before + "?", Example: "每年3、6、9、12月", Build: everyAt("P1Y")},
	{ID: "when/every-year-quarters", Pattern: "每 年度? 的? QUARTERS " + ending + "? " + before + "?", Example: "每年二、四季度", Build: everyAt("P1Y")},
	{ID: "when/every-year-festival", Pattern: "每 年度? 的? FESTIVAL (前|之前|以前)", Example: "每年春节前", Build: everyAt("P1Y")},
	{ID: "when/every-year-season", Pattern: "每 年度? 的? (主汛期|入汛|汛期|采暖季|采暖期|供暖季|供暖期|雨季|防火期) (前|之前|以前)", Example: "每年汛期前", Build: everyAt("P1Y")},
	{ID: "when/every-year-at", Pattern: "每 年度? 的? POINT " + ending + "? " + before + "?", Example: "每年3月底前", Build: everyAt("P1Y")},
	{ID: "when/every-year-range", Pattern: "每 年度? 的? POINT " + rangeP + " POINT " + ending + "? " + before + "?", Example: "每年3月至5月", Build: everyAt("P1Y")},
	{ID: "when/every-year-months", Pattern: "每 年度? 的? M " + rangeP + " M 月份?", Example: "每年3-5月", Build: everyAt("P1Y")},
	{ID: "when/every-year-days", Pattern: "每 年度? 的? M 月 D 日? " + rangeP + " D (日|号)", Example: "每年5月1日-15日", Build: everyAt("P1Y")},
	{ID: "when/every-year-lists", Pattern: "每 年度? 的? M 月?份? (底)? (、|和|及|与) M 月份? " + ending + "? " + before + "?", Example: "每年6月和12月", Build: everyAt("P1Y")},
	{ID: "when/every-year-end", Pattern: "每 年度? (年底|年末|年终|年初|年中|底|末|初) " + before + "?", Example: "每年年底前", Build: everyAt("P1Y")},
	{ID: "when/every-half-year-end", Pattern: "每 半年 (底|末|初) " + before + "?", Example: "每半年末", Build: everyAt("P6M")},
	{ID: "when/every-quarter-end", Pattern: "每 个? (季度|季) (底|末|初|结束) " + before + "?", Example: "每季度末", Build: everyAt("P3M")},
	{ID: "when/every-quarter-day", Pattern: "每 个? (季度|季) (首月|末月|末|第? N 个月|次月|结束) 的? (后)? (首|前)? D? 个?(日|号|工作日)? " + before + "?", Example: "每季度首月10日前", Build: everyAt("P3M")},
	{ID: "when/every-month-end", Pattern: "每 个? 月 (底|末|初|月底|月末|上旬|中旬|下旬) " + before + "?", Example: "每月底前", Build: everyAt("P1M")},
	{ID: "when/every-month-day", Pattern: "每 个? 月 的? D (日|号) " + before + "?", Example: "每月10日前", Build: everyAt("P1M")},
	{ID: "when/every-year-day-list", Pattern: "每 年度? 的? M 月 D 日 前? (、|和|及|与) M 月 D 日 " + before + "?", Example: "每年1月10日和7月10日前", Build: everyAt("P1Y")},
	{ID: "when/every-month-day-list", Pattern: "每 个? 月 的? D 日? 前? (、|和|及|与) D (日|号) " + before + "?", Example: "每月5日、20日前", Build: everyAt("P1M")},
	{ID: "when/every-weekday", Pattern: "每 个? (周|星期) (一|二|三|四|五|六|日|天|末) " + before + "?", Example: "每周五前", Build: everyWeekday},
}

// every builds a repeat of a fixed length.
func every(length string) func(match.Match) (phrase, string) {
	return func(m match.Match) (phrase, string) {
		p := begin(m, schema.RelationEvery)
		p.length = length
		return p, ""
	}
}

// everyAt builds a repeat that names its day: 每年3月底前.
func everyAt(length string) func(match.Match) (phrase, string) {
	return func(m match.Match) (phrase, string) {
		p := begin(m, schema.RelationEvery)
		p.length, p.whole = length, true
		return p, ""
	}
}

// everyN builds 每两年, 每3个月.
func everyN(m match.Match) (phrase, string) {
	c, _ := m.Capture("DUR", 0)
	d := readDuration(m.Stream, c.Start, c.End)
	if d.units == "hour" {
		return phrase{}, "shorter than a day"
	}
	p := begin(m, schema.RelationEvery)
	p.length = d.iso
	return p, ""
}

// everyOther builds 按季度, 每逢双月.
func everyOther(m match.Match) (phrase, string) {
	p := begin(m, schema.RelationEvery)
	text := m.Text()
	if n, _ := lexicon.Acts().Prefix(m.Stream.Runes[m.End:]); n == 0 && strings.HasPrefix(text, "按") && !startsClause(m.Stream, m.Start) {
		return p, "how something is counted" // 按月全额退还
	}
	for _, u := range []struct{ unit, length string }{{"半年", "P6M"}, {"双", "P2M"}, {"单", "P2M"}, {"年", "P1Y"}, {"季", "P3M"}, {"月", "P1M"}, {"周", "P1W"}} {
		if strings.Contains(text, u.unit) {
			p.length = u.length
			return p, ""
		}
	}
	return p, "no length"
}
