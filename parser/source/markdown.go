package source

import "strings"

// Markdown is told by its look, since programs that copy pages and papers write it under any name.

// leastSigns is how many lines as only Markdown has them make a text Markdown.
const leastSigns = 2

// mostFront is how many lines a front matter may have.
const mostFront = 60

// isMarkdown reports a text that has a front matter, that begins with a heading (# 关于…的通知), or that has several lines as
// only Markdown has them: headings, rules below the header of a table, pictures, fences. What begins with a tag, behind
// a front matter too, is a page.
func isMarkdown(lead string) bool {
	if !strings.ContainsAny(lead, "#-!`+") && !strings.HasPrefix(lead, "Title:") {
		return false
	}
	lines := strings.Split(lead, "\n")
	front := FrontMatter(lines)
	if front == 0 {
		front = CrawlerHead(lines)
	}
	signs, first := 0, true
	for _, line := range lines[front:] {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		if first && line[0] == '<' && !strings.HasPrefix(line, "<!--") {
			return false
		}
		if first && (front > 0 || strings.HasPrefix(line, "# ")) {
			return true
		}
		first = false
		if markdownSign(line) {
			if signs++; signs == leastSigns {
				return true
			}
		}
	}
	return false
}

// markdownSign reports a line that only Markdown has. A # that a number follows is that of a machine: #5机组.
func markdownSign(s string) bool {
	if len(s) < 3 {
		return false
	}
	switch s[0] {
	case '#':
		rest := strings.TrimLeft(s, "#")
		return len(s)-len(rest) <= 6 && strings.HasPrefix(rest, " ") || len(s)-len(rest) > 1 && rest != "" && rest[0] >= 0x80
	case '|':
		return strings.Contains(s, "--") && strings.Trim(s, "|-: \t") == ""
	case '!':
		return strings.HasPrefix(s, "![") && strings.Contains(s, "](")
	case '`':
		return strings.HasPrefix(s, "```")
	case '+':
		return strings.HasPrefix(s, "+--") && strings.Trim(s, "+-=:") == ""
	}
	return false
}

// FrontMatter returns how many of the lines at the beginning of a text are its front matter: entries (title: …) between
// two lines of ---, these with them.
func FrontMatter(lines []string) int {
	if len(lines) == 0 || strings.TrimSpace(lines[0]) != "---" {
		return 0
	}
	for i := 1; i < len(lines) && i < mostFront; i++ {
		line := strings.TrimRight(lines[i], " \t\r")
		switch {
		case line == "---" && i > 1:
			return i + 1
		case line == "", strings.ContainsAny(line[:1], " \t-#"), strings.ContainsAny(line, ":："):
		default:
			return 0
		}
	}
	return 0
}

// CrawlerHead returns how many of the lines at the beginning of a text are the head that crawlers give a page which they copy:
// entries (Title: …, URL Source: …) up to the line Markdown Content:.
func CrawlerHead(lines []string) int {
	if len(lines) == 0 || !strings.HasPrefix(lines[0], "Title:") {
		return 0
	}
	for i, line := range lines[:min(len(lines), mostFront)] {
		switch line = strings.TrimSpace(line); {
		case line == "Markdown Content:":
			return i + 1
		case line != "" && !strings.Contains(line, ":"):
			return 0
		}
	}
	return 0
}
