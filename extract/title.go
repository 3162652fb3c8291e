package extract

import (
	"strings"

	"github.com/policyx/policyx/extract/party"
	"github.com/policyx/policyx/parser/block"
)

// titleText returns the lines of a title as one string. Letters set apart (市 财 政 局)
// are drawn together, and the names of organs on lines of their own stay apart.
func (x *extractor) titleText(lines []block.Range) string {
	if len(lines) == 0 {
		return ""
	}
	if len(lines) == 1 {
		return closeUp(strings.ReplaceAll(x.doc.Join(lines[0]), "\n", ""))
	}
	var out strings.Builder
	organs := true // all lines so far are names of organs
	for n, r := range lines {
		line := closeUp(strings.ReplaceAll(x.doc.Join(r), "\n", ""))
		head, _, _ := strings.Cut(line, "关于")
		isOrgan := party.IsOrgan(folded(strings.TrimSpace(head)))
		if n > 0 && organs && isOrgan {
			out.WriteByte(' ')
		}
		organs = organs && isOrgan && head == line
		out.WriteString(line)
	}
	return out.String()
}

// closeUp takes the spaces out between characters that are set apart one by one, three at
// least: 云 溪 市 财 政 局. Other spaces stay.
func closeUp(line string) string {
	words := strings.Split(line, " ")
	var out []string
	for i := 0; i < len(words); {
		j := i
		for j < len(words) && len([]rune(words[j])) == 1 && isHan([]rune(words[j])[0]) {
			j++
		}
		if j-i >= 3 {
			word := strings.Join(words[i:j], "")
			if j < len(words) && glues(words[j]) {
				word, j = word+words[j], j+1 // the last of them stands before the next word: 财 政 局关于…
			}
			if n := len(out); n > 0 && i > 0 && !party.IsOrgan(folded(out[n-1])) {
				out[n-1] += word // the first of them ends a word
			} else {
				out = append(out, word)
			}
			i = j
			continue
		}
		out = append(out, words[i])
		i++
	}
	return strings.Join(out, " ")
}

// glues reports whether a word behind letters set apart begins with the last of them.
func glues(word string) bool {
	before, _, ok := strings.Cut(word, "关于")
	return ok && len([]rune(before)) <= 1
}

// organs puts a space between the names of organs that stand side by side without one:
// 云溪市财政局云溪市民政局.
func (x *extractor) organs(names string) string {
	names = strings.NewReplacer(" （", "（", " (", "(").Replace(names) // a line in brackets names the organ above it again
	if pieces := strings.Split(names, " "); len(pieces) > 1 {
		for i, piece := range pieces {
			pieces[i] = x.organs(piece)
		}
		return strings.Join(pieces, " ")
	}
	place := x.leadingPlace(names)
	if place == "" || strings.Contains(names, "、") {
		return names
	}
	var out []string
	for rest := names; rest != ""; {
		at := strings.Index(rest[len(place):], place)
		if at < 0 {
			out = append(out, rest)
			break
		}
		at += len(place)
		if before := folded(rest[:at]); strings.HasSuffix(before, "(") || !party.IsOrgan(before) {
			return names // 国家税务总局云溪市税务局 is one, 云溪市水务局(云溪市防汛办公室) too
		}
		out = append(out, rest[:at])
		rest = rest[at:]
	}
	return strings.Join(out, " ")
}
