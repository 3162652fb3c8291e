// Package diff says what changed between two versions of a notice: a draft and its final text, last year's and this
// year's, the State Council's and the province's.
//
// In come two notices and out goes a [Report] as plain data. Tasks, goals and indicators are paired by package align, so
// that renumbering is no change. What is compared of a pair are values, never spellings or places:
//
//   - The words: title and text without labels, white space, punctuation and width. What remains is compared character
//     by character, a figure or a Latin word as one, and the words that changed are marked. A time or
//     an amount that both have, in whatever words, is one.
//   - The departments, each by what [Options.Office] knows it by, and their roles.
//   - The deadlines by relation and EDTF value, of the task and of each target; the targets by what they
//     measure, bound, base value, unit and base.
//   - The part that a task stands in, and its order there. A heading that was reworded is one change of the heading and
//     moves no task.
//
// A task that is gone, and whose text stands for the most part in a task of the new version that did not have it before, was
// merged; one that came out of a longer task in the same way was split off.
//
// Documents that a notice cites are compared by title and number. What else stands outside of tasks, goals, indicators and metadata
// (a preamble, definitions) is not compared.
package diff
