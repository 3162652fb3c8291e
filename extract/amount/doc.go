// Package amount finds targets: numbers that say how much is to be reached, given or
// allowed (不少于50人次, 60%以上, 2-3个, 每张床位每月300元, 全覆盖).
//
// In comes a lexed stream, a range of it and the times that were found there; out come
// the targets in the order of the text with operator, value, unit, what is measured,
// its base (每…), its date and its type. It works in five steps, each an ordered
// table of its own:
//
//   - rules.go says how a number with its comparators is written;
//   - refuse.go and its companions say which numbers are no targets: ages and sizes that only say who is
//     meant, conditions, ordinals, names, what exists already, what a list sums up;
//   - indicator.go says which words name what is measured, per.go what each has it; both read the words around a
//     number (left.go, behind.go, phrase.go, money.go, base.go);
//   - type.go says what a number is for: funding, a limit or an outcome (kind.go has what its rows ask).
//
// It refuses to read anything that is masked or quoted, and it reads no dates: those
// are given to it.
package amount
