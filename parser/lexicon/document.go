package lexicon

// Documents are the kinds of documents that end a title: 方案, 通知. The tag is "official" for
// those of the regulation of 2012, article 8, "interpretation" for those that explain another one: 解读.
var Documents = list("document")

// Versions are what a line in brackets below a title ends in that says of it: (试行).
var Versions = list("version")

// Forms end the titles of what is to be filled in or signed: 申请表. The tag is "document" where it is an
// agreement between governments, which others cite: 合作框架协议.
var Forms = list("form")

// Notes begin a line below or above a table that remarks on it, before a colon or a number: 注：, 备注1. The
// tag is "table" where the word as well heads a section of work: 注意事项.
var Notes = list("note")

// Periodicals stand behind a title in 《》 that is no document's: 周刊.
var Periodicals = list("periodical")

// Plots end the 机关代字 of what is no document's number but that of a plot of land put up for sale: 工出.
var Plots = list("plot")

// CarryingOut stand in a title before 《…》 that the notice carries out: 贯彻执行.
var CarryingOut = list("carrying-out")

// IdleDocuments end the titles of documents without tasks: catalogues, forms, rosters, manuals.
var IdleDocuments = list("idle-document")

// NameLists end the titles of attachments that list what there is or is asked for.
var NameLists = list("name-list")

// Making are verbs whose object does not exist yet: 制定《…》 is no citation. The tag is "paper" where each
// case has one of its own, so that its title names no document elsewhere either: 提交《…》.
var Making = list("making")

// Done stand before a verb of [Making] whose object exists: 已出台《…》.
var Done = list("done")

// Enacted is what a title is to become behind a verb of [Progress]: 推进《…》立法.
var Enacted = list("enacted")

// Progress are verbs before the title of what is to be [Enacted].
var Progress = list("progress")

// Explaining are whole lines below the title of a document that make it one about that document, as an
// interpretation (解读) is.
var Explaining = list("explaining")

// Issuing are the words for the day on which a notice is issued: 印发. The tag is "noun" where the
// word as often names another paper: 公告.
var Issuing = list("issuing")

// OtherTables stand in the captions of tables that hold no tasks: 权责清单.
var OtherTables = list("other-table")

// TotalRows name a row that adds up those above it: 合计.
var TotalRows = list("total-row")

// Ditto is what a cell says that repeats the one above: 同上, 〃.
var Ditto = list("ditto")

// FormFeet begin a row of who filled a table in: 填表人.
var FormFeet = list("form-foot")

// TitleWords stand in the title of a notice: 关于, 通知.
var TitleWords = list("title-word")

// Annexes head an annex: 附件, 附表.
var Annexes = list("annex")

// Editions are what the names of files call one of several editions of a document: 征求意见稿.
var Editions = list("edition")

// BeforeNumbers stand before the number of a document and are no part of it: 按照云政发〔2023〕6号.
var BeforeNumbers = list("before-number")

// TitleVerbs stand behind the 关于 of a title, before the place that it is about: 关于加快云溪市步道建设的意见.
var TitleVerbs = list("title-verb")
