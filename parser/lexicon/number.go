package lexicon

// Words around a number that say who is meant, so that it is no target.
var (
	Who        = list("who")        // those that a rule may be for: 家庭, 企业
	Ifs        = list("if")         // at the head of a clause, it says when something applies: 凡, 如
	Ruling     = list("ruling")     // behind 的, it begins what holds for those who were named: 给予, 从简
	Entitled   = list("entitled")   // at the head of a clause, it begins what those of the clause before get: 给予, 享受
	Outcomes   = list("outcome")    // at the head of a clause, it says what comes of a bound that is met: 可认定, 不予
	Owning     = list("owning")     // before it, it says what somebody has: 拥有, 缴存; the tag is "far" where the number may stand further off
	Valued     = list("valued")     // behind 的, the number before is its value: 标准, 比例
	Below      = list("below")      // it says that a list follows: 下列
	Qualifying = list("qualifying") // before 条件, these are those that a subject has to meet: 申报
	Tenure     = list("tenure")     // behind a span of time, it says of whom: 工作经历
	Presently  = list("presently")  // at the head of a sentence, it says what is: 目前; the tag is "past" where also what was done: 近年来
	Existing   = list("existing")   // before it, it counts what there is: 现有; the tag is "near" where right before, "sum" where of sums too
	Chosen     = list("chosen")     // behind 个 and a word like 在, who was chosen before: 试点
	Using      = list("using")      // before it, it tells the size of what is used: 用好
	Plants     = list("plant")      // behind it, it tells the size of a plant: 装置
	Taking     = list("taking")     // before it, it is what somebody takes or may have: 申请
	Becoming   = list("becoming")   // before 一个, it is an article: 视为
)

// Words around a number that is a part of something, or counts off.
var (
	Ordinals     = list("ordinal")     // before it: 第, 满; the tag is "none" for a longer word that only ends like one: 目前
	Elapsed      = list("elapsed")     // before a span of time: 逾期; the tag is "number" where right before the number
	Spanning     = list("spanning")    // behind a span of time, it is named by it: 行动
	Provisions   = list("provision")   // behind 条, a document consists of them: 措施
	Schemes      = list("scheme")      // at the end of a clause, it is the name of a policy: 机制
	Totals       = list("total")       // behind 全覆盖、, another word for the whole: 全天候
	Spheres      = list("sphere")      // behind 个, fields of work: 行业
	SphereBodies = list("sphere-body") // behind a field of work, a body that has it in its name: 协会
	Stages       = list("stage")       // behind a fraction, a stage of the work: 节点
	Extents      = list("extent")      // behind a length, how far a rule goes: 范围
	Beside       = list("beside")      // before a length, where a rule goes that far: 两侧
)

// Words around what is measured, and around the base behind 每 or 各.
var (
	Comparators = list("comparator") // around the number in its text, they are no part of it: 不得, 控制在
	Singles     = list("single")     // before a bound on a sum, it says what the bound holds for: 单户
	Dealt       = list("dealt")      // in a phrase before 的, it says what somebody does or has to be: 缴存
	NounStops   = list("noun-stop")  // it ends the noun behind a number: 用于; the tag is "none" for a word that holds one and does not end it: 先进
	Standards   = list("standard")   // behind a number and 的, what follows is given by it: 幅度
	Compounds   = list("compound")   // a quantity that the verb before it belongs to: 返还|比例
	Purposes    = list("purpose")    // behind a sum, it leads in what the money is for: 投向; the tag is "used" where the sum then is given: 用于
	ShareNames  = list("share-name") // at the end of a phrase, it names a share; the tag is "none" for a word that only ends like one: 效率
	Manners     = list("manner")     // at the head of a clause, it says how something is done: 根据; the tag is "clause" where what it says is no act: 凡
	SpanLeads   = list("span-lead")  // before a span of time, something is to be done within it: 可在
	BaseStops   = list("base-stop")  // it ends a base: 平均; the tag is "none" for a word that holds one and does not end it: 应届, 供应
	BaseTimes   = list("base-time")  // a span of time, which ends a base: 学期
	EachPlaces  = list("each-place") // behind 各, each of them has the number: 街道; the tag is "alone" where nothing else may follow: 单位
	Means       = list("mean")       // behind 年均, what has a mean: 浓度
)

// Words around a number that say what it is for.
var (
	Levies      = list("levy")        // behind a share, it is levied or paid: 征收; the tag is "rate" for its rate, "of" where only behind 的: 利率
	SetAside    = list("set-aside")   // around a sum, it is taken out of money for something: 计提
	Dimensions  = list("dimension")   // a unit of the size of a thing, not of a region: 厘米
	Picking     = list("picking")     // at the head of a clause, it leads in those who are meant: 将; the tag is "whom" where it moves nothing: 对
	Solved      = list("solved")      // what is broken through: 关键技术
	Thresholds  = list("threshold")   // behind a round sum, what is passed or reached: 大关
	SchemeWorks = list("scheme-work") // behind 制度, what is done about it: 改革
)

// Words of single rules around a number.
var (
	NameUnits     = list("name-unit")     // a unit that only names: 五星, 2.0版
	Carrying      = list("carrying")      // before money that is given, it is no part of its name: 享受
	Arranging     = list("arranging")     // before money, it is arranged: 列支
	HeadEnds      = list("heading-in")    // before a colon, it is no part of the name of what is listed: 如下
	DayLeads      = list("day-lead")      // before 5日, which then is a span of time and no date: 提前
	Accruing      = list("accruing")      // behind a span of time, what came to be in it: 产生
	ConditionEnds = list("condition-end") // behind a span of time, something applies then: 之后
	Anew          = list("anew")          // at the head of a clause, it does not go on with the one before: 其中
	Paired        = list("paired")        // behind 两个, what is always counted as two: 大局
	Events        = list("event")         // before 三项, an event of sports: 铁人
	Shortening    = list("shortening")    // before 至 or 到, a span comes down to what follows: 压缩
	Summing       = list("summing")       // before a number, it sums up a list: 等
	Rising        = list("rising")        // at the end of a phrase, what a share rises or falls by: 下降
	MonthsOf      = list("months-of")     // behind months, a sum for each of them: 工资
	Relief        = list("relief")        // what somebody in need gets: 救助
	Since         = list("since")         // at the end of a phrase, from when on: 之日
	CountedSizes  = list("counted-size")  // a unit of count that tells a size: 张
	Raising       = list("raising")       // before a number, what it counts is made: 打造
)
