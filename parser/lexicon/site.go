package lexicon

// Chrome begin lines that sites and printers put around a notice. The tag says where:
// "starts" for the start of any line, "label" where they stand alone or before a colon,
// "alone" where nothing else is on the line. testdata/words/site.tsv has an example and a
// near miss of each.
var Chrome = list("chrome")

// Footers are what the foot of a page says of its site, one beside the other.
var Footers = list("footer")

// Buttons are lines of a single button.
var Buttons = list("button")

// Tails stand in the short headings over links to other pages: 相关链接.
var Tails = list("tail")

// Entrances stand around the content of a web site's pages.
var Entrances = list("entrance")

// Trails stand in the cells of a row of links: 首页.
var Trails = list("trail")

// FieldEnds are the last words of the labels in a page head.
var FieldEnds = list("field-end")

// LabelEnds are the last words of labels that a line of their own opens with: 责任单位：.
var LabelEnds = list("label-end")

// Menu are the words of a site's navigation, which stand side by side in a line of a printed page.
var Menu = list("menu")

// FootSigns are what only the foot of a page says: the licence of its site.
var FootSigns = list("foot-sign")

// FootLabels begin the lines around [FootSigns].
var FootLabels = list("foot-label")

// Originals are whole lines of a news report before the document that it prints: 以下是原文：.
var Originals = list("original")
