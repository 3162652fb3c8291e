package amount

import (
	"sync"

	"github.com/policyx/policyx/extract/internal/match"
	"github.com/policyx/policyx/schema"
)

// table is compiled on first use.
var table = sync.OnceValue(func() *match.Table[value] { return match.NewTable(classes, rules) })

// rules are how a number with its comparators is written. The longest match wins, then
// the first row.
var rules = []match.Rule[value]{
	// at least
	{ID: "amount/at-least", Pattern: `不(得|应|能|可|宜|准)?(低于|少于|小于|短于|下于) ~14 (R|Q) P? (以上|及以上|左右)?`, Example: "不少于2家以上", Build: front(schema.OpAtLeast)},
	{ID: "amount/at-least-sign", Pattern: `(≥|">="|大于等于|大于或等于|大于或者等于|高于或等于) (R|Q) P?`, Example: "≥42%", Build: front(schema.OpAtLeast)},
	{ID: "amount/at-least-word", Pattern: `(至少|最少|起码|不止) ~10 (R|Q) P? (以上|及以上)?`, Example: "至少建成1个", Build: front(schema.OpAtLeast)},
	{ID: "amount/at-least-lowest", Pattern: `(最低|最小|最短|下限) W? (R|Q) P? (以上)?`, Example: "最低500元", Build: front(schema.OpAtLeast)},
	{ID: "amount/at-least-behind", Pattern: `Q P? ("(含)"|"(含本数)"|"(含" Q ")")? (以上|及以上|或以上|或者以上)`, Example: "60%以上", Build: behind(schema.OpAtLeast)},
	{ID: "amount/at-least-noun", Pattern: `Q (床位|床|托位|座位|学位|车位|员工|职工|人员|从业人员|住房|企业|机构|单位|项目|商户|门店) (以上|及以上)`, Example: "50张床位以上", Build: behind(schema.OpAtLeast)},
	{ID: "amount/at-least-plus", Pattern: `Q "+"`, Example: "20家+", Build: plus},
	{ID: "amount/at-least-plus-number", Pattern: `N "+" U`, Example: "20+家", Build: plus},
	{ID: "amount/at-least-round", Pattern: `上 (百|千|万|亿) U`, Example: "上百家", Build: roundAs(schema.OpAtLeast)},
	// more
	{ID: "amount/more", Pattern: `(超过|超出|高于|大于|多于|优于|长于|突破|冲破) ~14 (R|Q) P? (以上)?`, Example: "超过120亿元", Build: passes},
	{ID: "amount/more-sign", Pattern: `(超|逾|">") (R|Q) P?`, Example: "超80万人次", Build: afterWord(schema.OpMore)},
	{ID: "amount/more-odd", Pattern: `N (余|多) U`, Example: "100余家", Build: odd},
	{ID: "amount/more-odd-scale", Pattern: `N (万|亿|万亿) (余|多) U`, Example: "3万余人", Build: odd},
	{ID: "amount/more-round", Pattern: `(百|千) (余|多) U`, Example: "百余家", Build: round100},
	{ID: "amount/more-round-front", Pattern: `(超过|突破|超|逾|过|破) (百|千|万|亿) U`, Example: "破百亿元", Build: roundAs(schema.OpMore)},
	{ID: "amount/more-broken", Pattern: `破 Q`, Example: "破100亿元", Build: afterWord(schema.OpMore)},
	{ID: "amount/more-half", Pattern: `过半数?`, Example: "过半数", Build: overHalf},
	// at most
	{ID: "amount/at-most", Pattern: `不(得|应|能|可|宜|准|要)?(超过|高于|大于|多于|长于|超出|超|逾|突破|晚于) ~14 (R|Q) P? (以内|以下|左右)?`, Example: "不得超过5000元", Build: front(schema.OpAtMost)},
	{ID: "amount/at-most-sign", Pattern: `(≤|"<="|小于等于|小于或等于|小于或者等于|低于或等于) (R|Q) P?`, Example: "≤5%", Build: front(schema.OpAtMost)},
	{ID: "amount/at-most-word", Pattern: `(最多|至多|顶多|限报|限购|限申领|限领) ~8 (R|Q) P? (以内)?`, Example: "最多不超过5家", Build: front(schema.OpAtMost)},
	{ID: "amount/at-most-highest", Pattern: `(最高|最长|最大|最晚|最迟|上限|封顶) (提至|提高至|提升至|上调至|延至|延长至|延长到|放宽至|放宽到)? (每 ~4)? W? (R|Q) P? (以内)?`, Example: "最高不超过200万元", Build: front(schema.OpAtMost)},
	{ID: "amount/at-most-hold", Pattern: `(控制|压缩|限制|压减|保持|稳定|缩短|降低|降|减|限定|掌握|管控) (在|至|到|为|于) ~12 (R|Q) P? (以内|之内|以下|内|及以下)`, Example: "控制在合同价款10%以内", Build: hold},
	{ID: "amount/at-most-extend", Pattern: `延长(至|到|为) Q`, Example: "延长至20年", Build: extend},
	{ID: "amount/at-most-behind", Pattern: `(R|Q) P? ("(含)"|"(含本数)"|"(含" Q ")")? (以内|之内|以下|及以下|或以下|封顶|为上限|为限|上限)`, Example: "5%以下", Build: behind(schema.OpAtMost)},
	{ID: "amount/at-most-noun", Pattern: `Q (床位|床|托位|座位|学位|车位|员工|职工|人员|从业人员|住房) (以下|及以下|以内)`, Example: "50张床位以下", Build: behind(schema.OpAtMost)},
	{ID: "amount/at-most-within", Pattern: `(R|Q) 内`, Example: "24小时内", Build: within},
	// less
	{ID: "amount/less", Pattern: `(低于|少于|小于|不足|短于) ~14 (R|Q) P? (以下)?`, Example: "低于45分贝", Build: front(schema.OpLess)},
	{ID: "amount/less-sign", Pattern: `(不到|"<"|未满|不满) (R|Q) P?`, Example: "不到3%", Build: front(schema.OpLess)},
	// about
	{ID: "amount/about", Pattern: `(约为|大约|大概|将近|接近|约|近) (R|Q) P? (左右|上下)?`, Example: "约40座左右", Build: afterWord(schema.OpAbout)},
	{ID: "amount/about-of", Pattern: `约占 ~20 Q (左右)?`, Example: "约占总量的80%", Build: front(schema.OpAbout)},
	{ID: "amount/about-round", Pattern: `(将近|接近|近|约) (万|亿) U`, Example: "近万人", Build: roundAs(schema.OpAbout)},
	{ID: "amount/about-behind", Pattern: `Q P? (左右|上下)`, Example: "320万人左右", Build: behind(schema.OpAbout)},
	// shapes without a comparator
	{ID: "amount/range", Pattern: `R P? (之间|左右|以上)?`, Example: "2-3个", Build: plain},
	{ID: "amount/fold", Pattern: `翻 (了|上)? N 番 (以上)?`, Example: "翻两番", Build: fold},
	{ID: "amount/fold-bare", Pattern: `(翻番|实现倍增|倍增) (以上)?`, Example: "翻番", Build: foldOnce},
	{ID: "amount/whole", Pattern: `Q? 全覆盖`, Example: "100%全覆盖", Build: whole},
	{ID: "amount/whole-region", Pattern: `Q? 全 (市域|县域|区域|省域|州域|镇域|域) 覆盖`, Example: "100%全市域覆盖", Build: wholeRegion},
	{ID: "amount/plain", Pattern: `Q P?`, Example: "90个", Build: plain},
}
