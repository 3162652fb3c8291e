package lexicon

// Acts are what work consists of: verbs that make a 每年 a time to do something at. The
// tag is "noun" where the word is as often a noun, or part of one (每年培训人次).
var Acts = list("act")

// Durations are words around a bare duration (三年内) that say it is no deadline. The tag
// says what they mean: condition, past, anchor, case, fact, grant.
var Durations = list("duration")

// ForMonths are what is granted for the number of months before it: 3月免租.
var ForMonths = list("for-months")

// BeforeTimes are words whose last character could be the first of a time: 提前3个月.
var BeforeTimes = list("before-time")

// BehindTimes are words whose first character could be the last of a time: 2025年起草.
var BehindTimes = list("behind-time")

// Festivals are the days of festivals that move, by year and name: 2025春节.
var Festivals = list("festival")

// Running begin schedules without a date: 长期, 每年.
var Running = list("running")

// Dated end the names that years in brackets belong to: 行动方案(2023—2025年).
var Dated = list("dated")

// Owed are what one party does in each case: 3个月内缴清.
var Owed = list("owed")

// Answered are what an office does in each case: 15日内答复.
var Answered = list("answered")

// Comparing stand between a quantity and its number: 每年服务时长不少于.
var Comparing = list("comparing")

// Counted end the name of what is counted: 每年培训人次.
var Counted = list("counted")

// Tentative say that a time is striven for only: 力争.
var Tentative = list("tentative")

// Measuring stand before a repeat that something is measured by, and which so is no time to do it at: 根据每年绩效.
var Measuring = list("measuring")
