package recognize

import (
	"encoding/json"
	"math"

	"github.com/policyx/policyx/parser/ocr"
	"github.com/policyx/policyx/schema/message"
)

// protocol is the version of the protocol of docs/ocr.md.
const protocol = "ocr/v1"

// hello is what a COMMAND says of itself.
type hello struct {
	Engine  string `json:"engine"`
	Version string `json:"version"`
	DPI     int    `json:"dpi"`
}

// request asks for a page.
type request struct {
	Image  string `json:"image"` // path of a PNG
	Width  int    `json:"width"`
	Height int    `json:"height"`
	DPI    int    `json:"dpi"`
}

// answer is what a COMMAND read of a page.
type answer struct {
	Lines *[]struct {
		Text       string    `json:"text"`
		Box        []float64 `json:"box"`
		Confidence *float64  `json:"confidence"`
	} `json:"lines"`
	Error string `json:"error"`
}

func readHello(line []byte) (h hello, err error) {
	if err := json.Unmarshal(line, &h); err != nil || h.Engine == "" {
		return h, message.Errorf("its first line is not {\"engine\": …, \"version\": …}: %.80q", line)
	}
	if h.DPI < 0 || h.DPI > 1200 {
		return h, message.Errorf("it wants pictures of %d dpi", h.DPI)
	}
	return h, nil
}

// errPage is an error that a COMMAND gave as its answer: it goes on with other pages.
type errPage struct{ reason string }

func (e *errPage) Error() string { return e.reason }

// readAnswer reads the line about a page. The error is an [errPage], or that the line is not understood.
func readAnswer(line []byte) ([]ocr.Line, error) {
	var a answer
	if err := json.Unmarshal(line, &a); err != nil {
		return nil, message.Errorf("its answer is not understood: %.80q", line)
	}
	if a.Error != "" {
		return nil, &errPage{a.Error}
	}
	if a.Lines == nil {
		return nil, message.New("its answer has neither lines nor an error")
	}
	out := make([]ocr.Line, 0, len(*a.Lines))
	for i, l := range *a.Lines {
		box, ok := boxOf(l.Box)
		if !ok || l.Confidence == nil || *l.Confidence < 0 || *l.Confidence > 1 {
			return nil, message.Errorf("line %d of its answer has no box [x0, y0, x1, y1], or no confidence from 0 to 1", i+1)
		}
		out = append(out, ocr.Line{{Text: l.Text, Box: box, Confidence: *l.Confidence}})
	}
	return out, nil
}

func boxOf(v []float64) (b ocr.Box, ok bool) {
	if len(v) != 4 || v[0] > v[2] || v[1] > v[3] {
		return b, false
	}
	for _, x := range v {
		if math.Abs(x) > 1e6 {
			return b, false
		}
	}
	return ocr.Box{X0: v[0], Y0: v[1], X1: v[2], Y1: v[3]}, true
}
