package source

// Common reports whether r is one of the characters and marks that official writing uses
// most: of a Chinese text of any length well over half the characters are.
func Common(r rune) bool { return common()[r] }
