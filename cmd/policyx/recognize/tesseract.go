package recognize

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
	"time"

	"github.com/policyx/policyx/parser/ocr"
	"github.com/policyx/policyx/schema/message"
)

// language is the data that Tesseract needs for Chinese notices.
const language = "chi_sim"

// Why Tesseract cannot be used, with what to do.
var (
	ErrNoTesseract = message.New("tesseract is not on PATH: install it with its Chinese data (Debian: apt install tesseract-ocr tesseract-ocr-chi-sim; macOS: brew install tesseract tesseract-lang)")
	ErrNoChinese   = message.New("tesseract has no Chinese data (chi_sim): install them (Debian: apt install tesseract-ocr-chi-sim; macOS: brew install tesseract-lang)")
)

// pageTime bounds what an engine takes for one page, helloTime what it takes to start.
const (
	pageTime  = 5 * time.Minute
	helloTime = 2 * time.Minute
)

// mostAnswer bounds the answer for one page, in bytes.
const mostAnswer = 32 << 20

// FindTesseract returns the version of the Tesseract on PATH. Its error is [ErrNoTesseract], [ErrNoChinese], or
// that it does not run.
func FindTesseract(ctx context.Context) (version string, err error) {
	if _, err := exec.LookPath("tesseract"); err != nil {
		return "", ErrNoTesseract
	}
	said, err := tesseract(ctx, nil, "--version")
	if err != nil {
		return "", err
	}
	version = strings.TrimPrefix(firstLine(said), "tesseract ")
	if said, err = tesseract(ctx, nil, "--list-langs"); err != nil {
		return version, err
	}
	if !slices.Contains(strings.Fields(string(said)), language) {
		return version, ErrNoChinese
	}
	return version, nil
}

// Tesseract is the engine on PATH. It ends with ctx.
func Tesseract(ctx context.Context) (*ocr.Engine, error) {
	version, err := FindTesseract(ctx)
	if err != nil {
		return nil, err
	}
	return &ocr.Engine{Name: "tesseract", Version: version, DPI: 300, Recognize: func(m ocr.Image) ([]ocr.Line, error) {
		said, err := tesseract(ctx, m.PGM(), "-", "-", "-l", language, "--psm", "4", "--dpi", fmt.Sprint(m.DPI), "tsv")
		if err != nil {
			return nil, err
		}
		return readTSV(said)
	}}, nil
}

// tesseract runs it in one thread, since notices are read side by side, and returns what it prints.
func tesseract(ctx context.Context, input []byte, args ...string) ([]byte, error) {
	limit, stop := context.WithTimeout(ctx, pageTime)
	defer stop()
	cmd := exec.CommandContext(limit, "tesseract", args...)
	cmd.Env = append(os.Environ(), "OMP_THREAD_LIMIT=1")
	cmd.WaitDelay = time.Second
	cmd.Stdin = bytes.NewReader(input)
	var out, complaint capped
	out.most, complaint.most = mostAnswer, 64<<10
	cmd.Stdout, cmd.Stderr = &out, &complaint
	err := cmd.Run()
	switch {
	case ctx.Err() != nil:
		return nil, context.Canceled
	case limit.Err() != nil:
		return nil, message.Errorf("tesseract took longer than %v", pageTime)
	case out.full:
		return nil, errLong
	case err != nil:
		return nil, message.Errorf("tesseract failed (%v): %s", err, firstLine(complaint.Bytes()))
	}
	return out.Bytes(), nil
}

var errLong = message.Errorf("the engine's answer is longer than %d MiB", mostAnswer>>20)

// capped keeps what is written up to a bound, and notes that there was more.
type capped struct {
	bytes.Buffer
	most int
	full bool
}

func (c *capped) Write(p []byte) (int, error) {
	if c.Len()+len(p) > c.most {
		c.full = true
		return len(p), nil
	}
	return c.Buffer.Write(p)
}

func firstLine(text []byte) string {
	line, _, _ := strings.Cut(strings.TrimSpace(string(text)), "\n")
	return strings.TrimSpace(line)
}
