//go:build unix

package main

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"io"
	"math/rand/v2"
	"path/filepath"
	"regexp"
	"strings"
)

// damage returns data with one to four faults. A text gets them between its characters; a file that holds parts
// gets most of them inside one part, so that it still opens and its reader meets them.
func damage(random *rand.Rand, path string, data []byte) []byte {
	kind := strings.ToLower(filepath.Ext(path))
	text := kind == ".txt" || kind == ".html" || kind == ".htm"
	inside := map[string]func(*rand.Rand, []byte) []byte{
		".docx": damageArchive, ".ofd": damageArchive, ".doc": damageSectors, ".wps": damageSectors, ".pdf": damageObject,
	}[kind]
	if inside != nil && random.IntN(8) > 0 {
		if out := inside(random, data); out != nil {
			return out
		}
	}
	out := bytes.Clone(data)
	for range 1 + random.IntN(4) {
		out = tear(random, out, text)
	}
	return out
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
	kinds := 5
	if text {
		i, j, kinds = atRune(out, i), atRune(out, j), 6
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
	case 4: // turned
		if !text {
			out[i] ^= 1 << random.IntN(8)
			return out
		}
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

// damageArchive damages one XML part of a ZIP archive and packs it again; nil where it cannot.
func damageArchive(random *rand.Rand, data []byte) []byte {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil
	}
	var names []string // the larger a part, the likelier
	for _, f := range z.File {
		if ending := filepath.Ext(f.Name); ending == ".xml" || ending == ".rels" {
			for range 1 + f.UncompressedSize64/2048 {
				names = append(names, f.Name)
			}
		}
	}
	if len(names) == 0 {
		return nil
	}
	chosen := names[random.IntN(len(names))]
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			return nil
		}
		part, err := io.ReadAll(r)
		if err != nil {
			return nil
		}
		if f.Name == chosen {
			part = damageXML(random, part)
		}
		if to, err := w.CreateHeader(&zip.FileHeader{Name: f.Name, Method: zip.Store}); err == nil {
			to.Write(part)
		}
	}
	if w.Close() != nil {
		return nil
	}
	return out.Bytes()
}

// damageXML does one to four faults, most of which leave the part well formed.
func damageXML(random *rand.Rand, part []byte) []byte {
	out := bytes.Clone(part)
	for range 1 + random.IntN(4) {
		switch random.IntN(8) {
		case 0:
			out = tear(random, out, true)
		case 1:
			out = replaceOne(random, out, numbers, []string{"0", "1", "-1", "3", "40", "99999", "4294967296", "1e9", "x", ""})
		case 2:
			out = replaceOne(random, out, joints, []string{""})
		case 3:
			out = replaceOne(random, out, characters, []string{"\n", "　", "\u200b", "。", "&#10;", "一、", "", "<b/>"})
		default:
			out = moveElement(random, out)
		}
	}
	return out
}

var (
	numbers    = regexp.MustCompile(`="-?[0-9.]+"`)
	joints     = regexp.MustCompile(`</[\w:]+>\s*<[\w:]+( [^<>]*[^/<>])?>`)
	characters = regexp.MustCompile(`\p{Han}`)
)

// replaceOne puts one of several texts in place of one match, within quotation marks where the match has them.
func replaceOne(random *rand.Rand, data []byte, what *regexp.Regexp, by []string) []byte {
	all := what.FindAllIndex(data, -1)
	if len(all) == 0 {
		return data
	}
	at, text := all[random.IntN(len(all))], by[random.IntN(len(by))]
	if data[at[1]-1] == '"' {
		text = `="` + text + `"`
	}
	return bytes.Join([][]byte{data[:at[0]], []byte(text), data[at[1]:]}, nil)
}

// moveElement drops an element, doubles it, or puts it before another one. Nothing larger than a quarter
// of the part is dropped or moved.
func moveElement(random *rand.Rand, data []byte) []byte {
	all := elements(data)
	if len(all) == 0 {
		return data
	}
	e, other := all[random.IntN(len(all))], all[random.IntN(len(all))]
	element := data[e[0]:e[1]]
	if len(element) > len(data)/4 {
		return data
	}
	switch random.IntN(3) {
	case 0:
		return bytes.Join([][]byte{data[:e[0]], data[e[1]:]}, nil)
	case 1:
		return bytes.Join([][]byte{data[:e[1]], bytes.Repeat(element, 1+random.IntN(3)), data[e[1]:]}, nil)
	}
	switch at := other[0]; {
	case at <= e[0]:
		return bytes.Join([][]byte{data[:at], element, data[at:e[0]], data[e[1]:]}, nil)
	case at >= e[1]:
		return bytes.Join([][]byte{data[:e[0]], data[e[1]:at], element, data[at:]}, nil)
	}
	return data
}

var tags = regexp.MustCompile(`<(/?)([\w:]+)[^<>]*?(/?)>`)

// elements are the places of all elements of a part but the outermost.
func elements(data []byte) [][2]int {
	var out [][2]int
	var open []int
	for _, m := range tags.FindAllSubmatchIndex(data, -1) {
		switch {
		case m[6] < m[7]:
			out = append(out, [2]int{m[0], m[1]})
		case m[2] == m[3]:
			open = append(open, m[0])
		case len(open) > 1:
			out = append(out, [2]int{open[len(open)-1], m[1]})
			open = open[:len(open)-1]
		}
	}
	return out
}

// damageSectors damages what the sectors of a compound file hold and keeps their number: characters of two bytes
// get breaks, stretches are copied over others, emptied, or have bits turned.
func damageSectors(random *rand.Rand, data []byte) []byte {
	const header = 512
	if len(data) <= header {
		return nil
	}
	out := bytes.Clone(data)
	body := out[header:]
	for range 1 + random.IntN(4) {
		i, j := stretch(random, len(body))
		j = min(j, i+1024)
		switch random.IntN(4) {
		case 0:
			copy(body[i&^1:], []string{"\r\x00", "\x07\x00", "\x0b\x00", "\x00\x30", "\x13\x00", "\xff\xff"}[random.IntN(6)])
		case 1:
			to := random.IntN(len(body))
			copy(body[to&^1:], bytes.Clone(body[i&^1:j]))
		case 2:
			clear(body[i:min(j, i+64)])
		default:
			body[i] ^= 1 << random.IntN(8)
		}
	}
	return out
}

var (
	objects = regexp.MustCompile(`(?s)\d+ 0 obj\b.*?endobj\s`)
	streams = regexp.MustCompile(`(?s)stream\r?\n(.*?)\r?\nendstream`)
	content = regexp.MustCompile(`[<(][^<>()]*[>)]|\[[^\]]*\] ?TJ|-?[0-9.]+|\b(Tj|Td|Tm|re|l|m|S|f|q|Q|cm|BT|ET|begincmap|bfchar|bfrange)\b`)
)

// damageObject drops, doubles or damages one object of a PDF. What its stream holds is damaged unpacked; where the
// outcome fits, it keeps its length, so that the table of objects stays right.
func damageObject(random *rand.Rand, data []byte) []byte {
	all := objects.FindAllIndex(data, -1)
	if len(all) == 0 {
		return nil
	}
	at := all[random.IntN(len(all))]
	object := bytes.Clone(data[at[0]:at[1]])
	switch random.IntN(8) {
	case 0:
		object = nil
	case 1:
		object = append(object, object...)
	default:
		if s := streams.FindSubmatchIndex(object); s != nil {
			object = bytes.Join([][]byte{object[:s[2]], damageStream(random, object[s[2]:s[3]]), object[s[3]:]}, nil)
		} else {
			object = replaceOne(random, object, content, []string{"0", "-1", "1 0 R", "99999", "<<>>", "[]", ""})
		}
	}
	return bytes.Join([][]byte{data[:at[0]], object, data[at[1]:]}, nil)
}

func damageStream(random *rand.Rand, packed []byte) []byte {
	r, err := zlib.NewReader(bytes.NewReader(packed))
	if err != nil {
		return tear(random, bytes.Clone(packed), false)
	}
	plain, err := io.ReadAll(r)
	if err != nil || len(plain) > 4<<20 {
		return tear(random, bytes.Clone(packed), false)
	}
	for range 1 + random.IntN(4) {
		if random.IntN(4) == 0 {
			plain = tear(random, plain, false)
		} else {
			plain = replaceOne(random, plain, content, []string{"", "0", "-1", "99999", "1e9", "<0041>", "(\n)", "Tj", "Q", "BT", "/X Do"})
		}
	}
	var out bytes.Buffer
	w, _ := zlib.NewWriterLevel(&out, zlib.BestCompression)
	w.Write(plain)
	w.Close()
	for out.Len() < len(packed) {
		out.WriteByte(0)
	}
	return out.Bytes()
}
