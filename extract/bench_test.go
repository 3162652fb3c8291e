package extract_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/policyx/policyx/extract"
	"github.com/policyx/policyx/parser"
)

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
