package archive

import (
	"strings"
	"unicode"
)

// longestName bounds a name, in bytes: longer ones are cut.
const longestName = 1 << 10

// CleanName returns a name that leads nowhere outside the archive: slash-separated, without root, drive (C:), "." and "..",
// and without characters that print nothing. What has no name is called "unnamed".
func CleanName(name string) string {
	var kept []string
	for part := range strings.SplitSeq(strings.ReplaceAll(name, `\`, "/"), "/") {
		part = strings.TrimSpace(strings.Map(func(r rune) rune {
			if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == unicode.ReplacementChar {
				return -1
			}
			return r
		}, part))
		drive := len(part) == 2 && part[1] == ':'
		if part != "" && part != "." && part != ".." && !drive {
			kept = append(kept, strings.ReplaceAll(part, ":", "："))
		}
	}
	clean := strings.Join(kept, "/")
	if len(clean) > longestName {
		clean = strings.ToValidUTF8(clean[len(clean)-longestName:], "")
	}
	if clean = strings.Trim(clean, "/"); clean == "" {
		return "unnamed"
	}
	return clean
}

// leftover reports what systems leave in archives besides what was put there: hidden files, locks, indexes.
func leftover(name string) bool {
	for part := range strings.SplitSeq(name, "/") {
		switch {
		case part[0] == '.' || part == "__MACOSX" || strings.HasPrefix(part, "~$"):
			return true
		case strings.EqualFold(part, "thumbs.db") || strings.EqualFold(part, "desktop.ini"):
			return true
		}
	}
	return false
}
