// Package correction puts what a person corrected on a notice that is extracted anew.
//
// In come a file of corrections (docs/corrections.md: JSON Merge Patches, RFC 7396, by the keys of tasks) and a notice
// with its reading text; out goes the notice with the corrections on it, and those that do not fit any
// more: the task is gone, or the notice says something else where the correction was made. These are left
// out, so that no correction hides an amendment, and are told apart, so that none is lost.
//
// A list of values (departments, deadlines, targets, indicators, citations) is corrected value by value: a value is known by its name,
// title or words, whatever its position, so that an amendment of one leaves the corrections of the others.
//
// Tasks are found as package align finds them, by key, else by likeness. The package opens no file.
package correction
