// Package filter keeps of a notice the tasks that someone asks for: those of a department, in a
// role, due by a day, of a place, with a word in them.
//
// A department is asked for as people call it. 卫健委, 卫生健康委员会 and 卫健局 are one and the
// same: what counts is the work that the lexicon knows behind a name. A bare name asks for every
// level (民政局 finds 省民政厅 and 各县区民政局); one with a level word for the offices of that
// level alone (市民政局), and one with a place for that place's (云溪市民政局). A merged office
// answers for each of its works: 教育局 finds 教体局, while 教体局 finds no 教育局.
//
// In comes a notice and out goes one with fewer tasks; nothing of it is changed.
package filter
