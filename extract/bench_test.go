package extract_test

import (
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"github.com/policyx/policyx/extract"
	"github.com/policyx/policyx/parser"
)

// BenchmarkText measures what a core reads of text notices, bytes to notice, with the floor that no
// reading goes under: to know that the bytes are text, and to have its runes.
func BenchmarkText(b *testing.B) {
	paths, err := filepath.Glob("../testdata/notices/*.txt")
	if err != nil {
		b.Fatal(err)
	}
	size, texts := 0, make([][]byte, len(paths))
	for i, path := range paths {
		if texts[i], err = os.ReadFile(path); err != nil {
			b.Fatal(err)
		}
		size += len(texts[i])
	}
	for name, read := range map[string]func(i int) error{
		"notice": func(i int) error {
			_, err := extract.Read(paths[i], texts[i], parser.Options{}, extract.Options{})
			return err
		},
		"runes": func(i int) error {
			if utf8.Valid(texts[i]) {
				_ = []rune(string(texts[i]))
			}
			return nil
		},
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(size))
			b.ReportAllocs()
			for b.Loop() {
				for i := range texts {
					if err := read(i); err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
}

// BenchmarkExtract measures the whole way, bytes to notice, on the project's notices and,
// where the real ones lie beside the project, on those.
func BenchmarkExtract(b *testing.B) {
	for _, set := range []struct{ name, glob string }{
		{"testdata", "../testdata/notices/*.txt"},
		{"corpus", "../../shared/corpus/*.txt"},
	} {
		paths, err := filepath.Glob(set.glob)
		if err != nil {
			b.Fatal(err)
		}
		for _, path := range paths {
			data, err := os.ReadFile(path)
			if err != nil {
				b.Fatal(err)
			}
			b.Run(set.name+"/"+filepath.Base(path), func(b *testing.B) {
				b.SetBytes(int64(len(data)))
				b.ReportAllocs()
				for b.Loop() {
					if _, err := extract.Read(path, data, parser.Options{}, extract.Options{}); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
