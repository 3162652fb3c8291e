package recognize

import (
	"strconv"
	"strings"

	"github.com/policyx/policyx/parser/ocr"
	"github.com/policyx/policyx/schema/message"
)

// Columns of Tesseract's TSV: level, page, block, paragraph, line, word, left, top, width, height, confidence
// (0 to 100, -1 for none), text.
const (
	tsvColumns = 12
	tsvWord    = "5" // level of a word
)

var errTSV = message.New("tesseract's answer is no TSV of its kind")

// readTSV reads the words of a page, line by line.
func readTSV(answer []byte) (out []ocr.Line, err error) {
	text := strings.TrimSuffix(string(answer), "\n")
	if !strings.HasPrefix(text, "level\t") {
		return nil, errTSV
	}
	open := "" // block, paragraph and line
	for row := range strings.Lines(text[strings.IndexByte(text+"\n", '\n'):]) {
		row = strings.TrimRight(row, "\r\n")
		if row == "" {
			continue
		}
		fields := strings.SplitN(row, "\t", tsvColumns)
		if len(fields) < tsvColumns-1 {
			return nil, errTSV
		}
		if fields[0] != tsvWord || len(fields) < tsvColumns {
			continue
		}
		var v [5]float64
		for i := range v {
			if v[i], err = strconv.ParseFloat(fields[6+i], 64); err != nil {
				return nil, errTSV
			}
		}
		if key := strings.Join(fields[1:5], "\t"); key != open || len(out) == 0 {
			open = key
			out = append(out, nil)
		}
		last := &out[len(out)-1]
		*last = append(*last, ocr.Word{Text: fields[11], Box: ocr.Box{X0: v[0], Y0: v[1], X1: v[0] + v[2], Y1: v[1] + v[3]}, Confidence: v[4] / 100})
	}
	return out, nil
}
