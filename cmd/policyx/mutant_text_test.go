//go:build unix

package main

import (
	"bytes"
	"math/rand/v2"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

// damage returns a file of a kind, which is the ending of its name, with one to four faults. A text gets them between
// its characters; a file that holds parts gets most of them inside one part, so that it still opens and its reader
// meets them. other is a file of the same kind, for what is glued together or mixed up.
func damage(random *rand.Rand, kind string, data, other []byte) []byte {
	if part := inside(kind); part != nil && random.IntN(8) > 0 {
		if out := part(random, data, other); out != nil {
			return out
		}
	}
	out, text := bytes.Clone(data), texts[kind]
	if random.IntN(16) == 0 {
		out = glue(random, out, other)
	}
	for range 1 + random.IntN(4) {
		out = tear(random, out, text)
	}
	if text && random.IntN(12) == 0 {
		out = misread(random, out)
	}
	return out
}

var texts = map[string]bool{".txt": true, ".html": true, ".htm": true, ".md": true, ".csv": true, ".tsv": true, ".eml": true, ".mht": true}

// inside returns what damages a part of a file of the kind; nil where no part is told from another.
func inside(kind string) func(random *rand.Rand, data, other []byte) []byte {
	switch kind {
	case ".docx", ".xlsx", ".ofd", ".zip":
		return damageArchive
	case ".doc", ".wps", ".xls", ".et":
		return damageSectors
	case ".pdf":
		return damageObject
	}
	return nil
}

// breaks are what bad copies have within a sentence.
var breaks = []string{"\n", "\r\n", "　", "\u00a0", "\u200b", "\x00", "|", "。"}

// stretch is a part of n bytes, every other time a short one.
func stretch(random *rand.Rand, n int) (i, j int) {
	i, j = random.IntN(n), random.IntN(n)
	if i > j {
		i, j = j, i
	}
	if random.IntN(2) == 0 {
		j = min(j, i+1+random.IntN(200))
	}
	return i, j
}

// tear does one fault to out, which it may write to. Those of a text stand between characters of UTF-8.
func tear(random *rand.Rand, out []byte, text bool) []byte {
	if len(out) == 0 {
		return out
	}
	i, j := stretch(random, len(out))
	kinds := 6
	if text {
		i, j, kinds = atRune(out, i), atRune(out, j), 9
	}
	part := bytes.Clone(out[i:j])
	switch random.IntN(kinds) {
	case 0: // cut out
		return append(out[:i:i], out[j:]...)
	case 1: // cut off
		return out[:j]
	case 2: // put twice
		return append(out[:j:j], append(part[:min(len(part), 1<<14)], out[j:]...)...)
	case 3: // moved to the end
		return append(append(out[:i:i], out[j:]...), part...)
	case 4: // swapped with what stands behind it
		k := j + random.IntN(len(out)-j)
		if text {
			k = atRune(out, k)
		}
		return append(append(append(out[:i:i], out[j:k]...), part...), out[k:]...)
	case 5: // turned
		if !text {
			out[i] ^= 1 << random.IntN(8)
			return out
		}
	case 6: // in another encoding than the rest
		return append(out[:i:i], append(misread(random, part), out[j:]...)...)
	}
	return append(out[:i:i], append([]byte(breaks[random.IntN(len(breaks))]), out[i:]...)...)
}

// atRune moves a place back to the start of a character.
func atRune(data []byte, i int) int {
	for i > 0 && i < len(data) && data[i]&0xc0 == 0x80 {
		i--
	}
	return i
}

// glue puts other before or behind data.
func glue(random *rand.Rand, data, other []byte) []byte {
	if random.IntN(2) == 0 {
		data, other = other, data
	}
	return append(bytes.Clone(data), other...)
}

// misread returns text in another encoding, or UTF-8 that was taken for Latin-1.
func misread(random *rand.Rand, text []byte) []byte {
	if random.IntN(5) == 0 {
		out, _ := charmap.ISO8859_1.NewDecoder().Bytes(text)
		return out
	}
	to := []encoding.Encoding{
		simplifiedchinese.GB18030, traditionalchinese.Big5, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM),
	}[random.IntN(4)]
	out, err := encoding.ReplaceUnsupported(to.NewEncoder()).Bytes(text)
	if err != nil { // text is not UTF-8 any more
		return text
	}
	return out
}
