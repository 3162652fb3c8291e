package layout_test

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/parser/internal/press"
	"github.com/policyx/policyx/parser/layout"
	"github.com/policyx/policyx/parser/source"
)

var wrapAll = flag.Bool("wrapped", false, "wrap each sentence at every place, not at a few")

// perLine is how many Chinese characters a line of a page takes.
const perLine = 28

// wide is the width of a character in em.
func wide(r rune) float64 {
	if r < 0x80 {
		return 0.5
	}
	return 1
}

func letter(r rune) bool { return r < 0x80 && unicode.IsLetter(r) }

// set draws paragraphs on pages as converters do that break a line wherever it is full: within numbers, before
// marks, but in no word of Latin letters. Titles stand in the middle, the other paragraphs are indented by two characters.
func set(titles, paragraphs []string) []layout.Page {
	const em, pitch, left, bottom = 12, 21, 90, 780
	pages := []layout.Page{{Width: 595, Height: 842}}
	y := 90.0
	line := func(x float64, text []rune) {
		if y > bottom {
			pages = append(pages, layout.Page{Width: 595, Height: 842})
			y = 90
		}
		p := &pages[len(pages)-1]
		for _, r := range text {
			w := em * wide(r)
			p.Glyphs = append(p.Glyphs, layout.Glyph{Rune: r, X0: x, X1: x + w, Base: y, Em: em})
			x += w
		}
		y += pitch
	}
	for _, title := range titles {
		line(left+(perLine-float64(len([]rune(title))))/2*em, []rune(title))
	}
	for _, paragraph := range paragraphs {
		rest, indent := []rune(paragraph), 2.0
		for len(rest) > 0 {
			n, room := 0, perLine-indent
			for n < len(rest) && room >= wide(rest[n]) {
				room -= wide(rest[n])
				n++
			}
			for n > 1 && n < len(rest) && letter(rest[n-1]) && letter(rest[n]) {
				n--
			}
			line(left+indent*em, rest[:n])
			rest, indent = rest[n:], 0
		}
	}
	return pages
}

// TestLineEndsChangeNothing puts sentences at every place of a line, so that the page breaks each of them
// everywhere: its paragraphs are those of the text without line ends.
func TestLineEndsChangeNothing(t *testing.T) {
	title := []string{"云溪市人民政府办公室", "关于做好重点工作的通知"}
	step := 10
	if *wrapAll {
		step = 1
	}
	tried := 0
	for n, sentence := range wholeSentences(t) {
		for k := n % step; k < perLine; k += step {
			paragraphs := []string{
				"各有关单位：", "为做好今年的重点工作，经市人民政府同意，现就有关事项通知如下，请各有关单位结合实际认真贯彻执行，并及时报告工作进展情况。",
				"一、重点任务", "1.事项甲。抓好" + strings.Repeat("各", k) + "项工作。" + sentence, "2.事项乙。抓好落实。", "云溪市人民政府办公室", "2024年3月5日",
			}
			want := paragraphsOf(t, "n.txt", []byte(strings.Join(append(title, paragraphs...), "\n")+"\n"))
			if got := paragraphsOf(t, "n.ofd", press.OFD(set(title, paragraphs))); got != want {
				t.Errorf("%d characters before %s\n got %s\nwant %s", k+9, sentence, got, want)
			}
			tried++
		}
	}
	if tried < 300 {
		t.Errorf("tried %d places", tried)
	}
}

// wholeSentences are the sentences of the rules' near misses, and of the suites of phrases where these are
// at hand.
func wholeSentences(t *testing.T) (out []string) {
	t.Helper()
	for _, pattern := range []string{"../../testdata/rules/*.tsv", "../../../shared/phrases/*.jsonl"} {
		paths, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range paths {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			for line := range strings.Lines(string(data)) {
				_, text, _ := strings.Cut(strings.TrimSpace(line), "\t")
				var row struct{ Text string }
				if json.Unmarshal([]byte(line), &row) == nil {
					text = row.Text
				}
				if !strings.HasPrefix(line, "#") && strings.HasSuffix(text, "。") {
					out = append(out, text)
				}
			}
		}
	}
	return out
}

// paragraphsOf returns what the paragraphs of a notice say, a line each, without white space.
func paragraphsOf(t *testing.T, name string, data []byte) string {
	t.Helper()
	doc, err := parser.Parse(name, data, parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, r := range doc.Ranges() {
		b.WriteString(source.Squeeze(doc.Join(r)) + "\n")
	}
	return b.String()
}
