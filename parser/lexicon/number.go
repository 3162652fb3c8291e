package lexicon

// Words around a number that say who is meant, so that it is no target.
var (
	Who      = list("who")      // those that a rule may be for: 家庭, 企业
	Ifs      = list("if")       // at the head of a clause, it says when something applies: 凡, 如
	Ruling   = list("ruling")   // behind 的, it begins what holds for those who were named: 给予, 从简
	Entitled = list("entitled") // at the head of a clause, it begins what those of the clause before get: 给予, 享受
	Outcomes = list("outcome")  // at the head of a clause, it says what comes of a bound that is met: 可认定, 不予
	Owning   = list("owning")   // before it, it says what somebody has: 拥有, 缴存; the tag is "far" where the number may stand further off
	Valued   = list("valued")   // behind 的, the number before is its value: 标准, 比例
	Below    = list("below")    // it says that a list follows: 下列; the tag is "condition" where that is one of conditions: 申报
	Tenure   = list("tenure")   // behind a span of time, it says of whom: 工作经历
	Existing = list("existing") // before it, it counts what there is: 现有; the tag is "near" where right before, "sum" where of sums too
	Using    = list("using")    // before it, it tells the size of what is used: 用好
	Plants   = list("plant")    // behind it, it tells the size of a plant: 装置
	Taking   = list("taking")   // before it, it is what somebody takes or may have: 申请
	Becoming = list("becoming") // before 一个, it is an article: 视为
)
