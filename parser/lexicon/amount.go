package lexicon

// NoUnits are words that begin like a unit and are none when they stand behind a
// number: 成立, 分别, 周年, 年级.
var NoUnits = list("no-unit")

// FigureUnits are classifiers behind figures alone: 50口, but 三节, 一段.
var FigureUnits = list("figure-unit")

// Quantities are the endings of phrases that name what is measured: 覆盖率, 面积, 时限.
// The tag is "limit" where a bound on it is a standing norm, "money" where it is money
// that is charged or earned, "size" where it is a dimension.
var Quantities = list("quantity")

// Unitless are quantities whose number has no unit: 容积率不高于2.0.
var Unitless = list("unitless")

// Verbs are verbs of work whose object is counted. The tag is "make" (培育, 建成), "act"
// (开展, 举办), "give" (给予, 发放), "equip" (配备) or "change" (缩短, 增加).
var Verbs = list("verb")

// Links are words between what is measured and its number. The tag is "reach" where
// they say that the number is a value of what stands before: 达到, 为, and each verb with one
// of the endings that its use "reaches" names, 提高到, 提高至.
var Links = list("link")

// Leads are words at the head of a clause that belong to no indicator: 力争, 确保, 将.
// The tag is "none" for a longer word that only begins like one: 重点监管, 从业; "verb" for a word that
// is one before verbs alone: 重点 of 重点培育, not of 重点场所.
var Leads = list("lead")

// Funding are words for money that is given, lent or invested. The tag is "noun" or "verb".
var Funding = list("funding")

// Divisions are what aims are divided into without being counted: 方面, 环节. The tag is
// "whole" for a word that only alone is one: 五个统一, but 5个文明村镇.
var Divisions = list("division")

// Bases are what stands behind a stroke in 元/人·月 and is no unit: 生, 学期.
var Bases = list("base")

// BaseNouns are nouns at which the base behind 每 ends where a quantity follows:
// 每万常住人口|家庭医生数.
var BaseNouns = list("base-noun")

// BoundWords may stand between 最高 and its number.
var BoundWords = list("bound")

// LatinUnits are units in Latin letters. The tag is "size" where they mostly say what kind of
// thing stands behind them: 10kV线路.
var LatinUnits = list("latin")

// Measures make a unit a compound one behind a stroke: 元/平方米, 立方米/万元.
var Measures = list("measure")

// Words around a number that say what it is for.
var (
	Giving   = list("giving")   // before it, money is given: 减免, 发放
	Returned = list("returned") // behind a share, it is given: 返还
	Granted  = list("granted")  // in a name, money is given or lent: 补助, 贷款
	Charges  = list("charge")   // in a name, something is paid: 首付, 利率
	Paying   = list("paying")   // before it, somebody pays: 缴纳
	Keeping  = list("keeping")  // around supervised money, it has to be there: 留存
	Sums     = list("sum")      // it says that it is a sum: 额度, 总金额
	Earned   = list("earned")   // in a name, money is earned or traded: 产值
	Funds    = list("fund")     // in a name with 用于, money has a source: 公益金
	Obliging = list("obliging") // before it, it has to be kept: 必须
	Falling  = list("falling")  // before it, something is brought down: 降至, 失业率
	Heads    = list("heads")    // a base that facilities are planned by: 千人
)

// CountWords make up the header of a column of numbers that does not say what is counted: 目标值, 年度任务数.
var CountWords = list("count-word")

// Baselines stand in the header of a column of what was reached before: 2023年完成值.
var Baselines = list("baseline")
