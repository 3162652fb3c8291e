package render_test

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/policyx/policyx/extract"
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/jsonschema"
	"github.com/policyx/policyx/schema/render"
)

// BenchmarkWrite measures the formats that carry the whole notice, in bytes of output, with
// json.Marshal beside them.
func BenchmarkWrite(b *testing.B) {
	notices := readNotices(b)
	for _, f := range []render.Format{render.JSON, render.JSONLines, render.YAML} {
		b.Run(string(f), func(b *testing.B) {
			var size counter
			writeAll(b, &size, f, notices)
			b.SetBytes(int64(size))
			b.ReportAllocs()
			for b.Loop() {
				writeAll(b, io.Discard, f, notices)
			}
		})
	}
}

func BenchmarkMarshal(b *testing.B) {
	notices := readNotices(b)
	text, err := json.Marshal(notices)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := json.Marshal(notices); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkDecode measures reading back what BenchmarkWrite writes, and checking it.
func BenchmarkDecode(b *testing.B) {
	notices := readNotices(b)
	validator, err := jsonschema.NewValidator()
	if err != nil {
		b.Fatal(err)
	}
	for _, f := range []render.Format{render.JSON, render.YAML} {
		b.Run(string(f), func(b *testing.B) {
			var text bytes.Buffer
			writeAll(b, &text, f, notices[:1])
			b.SetBytes(int64(text.Len()))
			b.ReportAllocs()
			for b.Loop() {
				docs, err := render.Decode(text.Bytes())
				if err != nil {
					b.Fatal(err)
				}
				if faults := validator.Validate(docs[0]); len(faults) > 0 {
					b.Fatal(faults)
				}
			}
		})
	}
}

func writeAll(b *testing.B, out io.Writer, f render.Format, notices []*schema.Notice) {
	w := render.NewWriter(out, f, render.Options{})
	for _, n := range notices {
		if err := w.Write(n, ""); err != nil {
			b.Fatal(err)
		}
	}
}

// readNotices returns the notices of testdata.
func readNotices(b *testing.B) (notices []*schema.Notice) {
	paths, err := filepath.Glob("../../testdata/notices/*.txt")
	if err != nil {
		b.Fatal(err)
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			b.Fatal(err)
		}
		n, err := extract.Read(filepath.Base(path), data, parser.Options{}, extract.Options{})
		if err != nil {
			b.Fatal(err)
		}
		notices = append(notices, n)
	}
	return notices
}

// counter counts what is written.
type counter int

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}
