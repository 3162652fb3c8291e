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
	"slices"
	"strings"
)

// damageArchive damages one part of a ZIP archive, or puts another one in its place, and packs it again; nil where it
// cannot.
func damageArchive(random *rand.Rand, data, other []byte) []byte {
	names, parts := unpack(data)
	var likely []int // the larger a part, the likelier
	for i, name := range names {
		if partKind(name) != "" {
			likely = append(likely, slices.Repeat([]int{i}, 1+len(parts[i])/2048)...)
		}
	}
	if len(likely) == 0 {
		return nil
	}
	i := likely[random.IntN(len(likely))]
	switch j := likely[random.IntN(len(likely))]; random.IntN(12) {
	case 0: // swapped
		parts[i], parts[j] = parts[j], parts[i]
	case 1: // out of another file
		theirs, foreign := unpack(other)
		if k := slices.Index(theirs, names[i]); k >= 0 {
			parts[i] = foreign[k]
		}
	default:
		if kind := partKind(names[i]); kind == xmlPart {
			parts[i] = damageXML(random, parts[i])
		} else {
			parts[i] = damage(random, kind, parts[i], parts[j])
		}
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for i, name := range names {
		if to, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store}); err == nil {
			to.Write(parts[i])
		}
	}
	if w.Close() != nil {
		return nil
	}
	return out.Bytes()
}

const xmlPart = ".xml"

// partKind is the kind of a part that can be damaged, "" for others.
func partKind(name string) string {
	switch kind := strings.ToLower(filepath.Ext(name)); {
	case kind == xmlPart || kind == ".rels":
		return xmlPart
	case texts[kind] || inside(kind) != nil:
		return kind
	}
	return ""
}

// unpack returns the parts of a ZIP archive; none where it does not open.
func unpack(data []byte) (names []string, parts [][]byte) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, nil
	}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			return nil, nil
		}
		part, err := io.ReadAll(r)
		if err != nil {
			return nil, nil
		}
		names, parts = append(names, f.Name), append(parts, part)
	}
	return names, parts
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
func damageSectors(random *rand.Rand, data, _ []byte) []byte {
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

// damageObject drops, doubles or damages one object of a PDF, or gives it what another one holds. What its stream holds
// is damaged unpacked; where the outcome fits, it keeps its length, so that the table of objects stays right.
func damageObject(random *rand.Rand, data, _ []byte) []byte {
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
	case 2:
		foreign := all[random.IntN(len(all))]
		number, _, _ := bytes.Cut(object, []byte(" obj"))
		_, held, _ := bytes.Cut(data[foreign[0]:foreign[1]], []byte(" obj"))
		object = slices.Concat(number, []byte(" obj"), held)
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
