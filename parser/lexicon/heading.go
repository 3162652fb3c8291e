package lexicon

// Framing begin or are the headings of sections that state goals, not tasks: 总体要求.
var Framing = list("framing")

// FramingEnds are the last words of headings that frame the work.
var FramingEnds = list("framing-end")

// RunOn are headings of goals that run on into their text.
var RunOn = list("run-on")

// RunsTo are words that begin the sentence behind such a heading: 以…为指导, 坚持….
var RunsTo = list("runs-to")

// ReportEnds are the last words of headings over what was done, what is and why: figures
// there are of the past.
var ReportEnds = list("report-end")

// IdleEnds end the headings of sections that hold neither tasks nor goals.
var IdleEnds = list("idle-end")

// Sections are headings that name a section and say nothing of what is to be done.
var Sections = list("section")

// IdleArticles are headings of items of 总则 and 附则 that give no work.
var IdleArticles = list("idle-article")

// Works begin a heading of work, whatever its last word: 夯实数字基础, 解决突出问题.
var Works = list("work")

// Ways say in a title how, how far or to what end something is done, not what: 结合, 力度.
var Ways = list("way")

// Conditions stand in a lead-in to conditions that lost its colon: 符合下列要求的社团予以保留.
var Conditions = list("condition")

// NoWork stand in a lead-in to a list that is no work: 需提供下列材料.
var NoWork = list("no-work")

// Musts make a sentence one that asks for something.
var Musts = list("must")

// Reports are what those who are addressed are asked to do with a paper: 报送.
var Reports = list("report")

// Closings begin a paragraph about the notice itself, and no other: 自印发之日起.
var Closings = list("closing")

// Itself are what a notice says of itself: 起施行, 负责解释.
var Itself = list("itself")

// Letters stand before the colon of a letter, and in no list of addressees: 现通知如下.
var Letters = list("letter")

// Demands are what a paragraph asks with: 要, 务必.
var Demands = list("demand")

// Appealed are whom the last paragraph of a notice turns to: 各地区.
var Appealed = list("appealed")

// Appeals are what it asks them for, and what no task alone would: 认真贯彻.
var Appeals = list("appeal")
