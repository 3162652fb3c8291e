// Package compare sets several notices beside each other: who sets which value of an indicator by when, who has which
// topic among the tasks and who has none, and what falls due when.
//
// In come notices and out goes a [Report] as plain data; nothing in it is known of any indicator or topic before.
//
// Indicators are rows of indicator tables and what the targets of goals and tasks measure. Two belong together where their
// unit and base agree (of a share, which has no base, the unit), and their names are alike: the letters of the words that both have, weighed
// by how few of all names have them, are six tenths or more of the letters of both, and no number or word of theirs says
// that they are two things; ages that only one has do not count. So 护理型床位 counts for much and 养老 for little where every name has
// it. A group takes in names that are alike to its names on average. Each value says which words it shares with the name that stands
// for its group, and how alike they are.
//
// A topic is a phrase of two to eight letters that stands in titles of tasks of two notices or more. Of phrases within each other, the
// one that more notices have is the topic, of as many the longer one. A phrase that begins half of the titles it stands in says how
// (加强, 推进) and is none, as is one with a word of how at its end (宣传力度), one that an eighth of all tasks have, or one that cuts a word:
// where its first two letters stand together more seldom than the first and the one before it (推|进医). A topic is known by its
// core, the two letters of it that belong together and that few tasks have (助餐 of 老年助餐服务): a notice has the topic where the
// core stands in the title of a task, mentions it where it stands in a text, and else there is a gap.
package compare
