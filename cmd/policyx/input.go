package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/policyx/policyx/cmd/policyx/batch"
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema/catalog"
	"github.com/policyx/policyx/schema/message"
)

// inputs returns the files to read: what is given, patterns that no shell has expanded as what matches
// them, else standard input. A terminal there is a call without input, and gets the usage rather than a hang.
func inputs(c *console, cmd *cobra.Command, names []string) ([]string, error) {
	if len(names) == 0 {
		names = []string{"-"}
		if c.interactive() {
			cmd.SetOut(c.err)
			if err := cmd.Usage(); err != nil {
				return nil, err
			}
			return nil, misuse("no input: name a FILE, or - for standard input")
		}
	}
	var files []string
	for _, name := range names {
		found, err := batch.Expand(name)
		if err != nil {
			return nil, misuse("%s: %v", name, err)
		}
		files = append(files, found...)
	}
	names = files
	if i := slices.Index(names, "-"); i >= 0 && slices.Contains(names[i+1:], "-") {
		return nil, misuse("standard input (-) can be read only once")
	}
	return names, nil
}

// readInput returns the bytes of the file, "-" being standard input.
func readInput(c *console, name string) ([]byte, error) {
	file := c.in
	if name != "-" {
		if catalog.IsCatalog(name) {
			return nil, errCatalogue
		}
		var err error
		if file, err = os.Open(name); err != nil {
			return nil, err
		}
		defer file.Close()
	}
	info, err := file.Stat()
	if err != nil {
		return nil, err
	}
	if info.IsDir() {
		return nil, errDirectory
	}
	if info.Mode().IsRegular() && info.Size() > batch.SizeLimit {
		return nil, batch.ErrSize
	}
	return batch.ReadAll(file)
}

// errCatalogue is a catalogue where a notice is wanted, or data.
var errCatalogue = message.New("is a catalogue of notices: policyx query reads it (-f json writes data for other verbs)")

var errDirectory = message.New("is a directory, not a file")

// formats are the names that --from knows.
var formats = source.Names()

// readFlags say how the bytes of an input are to be understood; several verbs share them.
type readFlags struct {
	from     string
	encoding string
	pages    string
	bundle   bool
	rows     bool
	column   string // with rows
	ocr      string
	cache    string // --pdf-cache
	given    func(flag string) bool

	engine *parser.Engine // that --ocr names, since check
}

// registerBundle adds --bundle, for the verbs that read folders.
func (f *readFlags) registerBundle(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&f.bundle, "bundle", false, "the files that lie in one folder are one notice: a main file and its attachments")
}

// registerRows registers the flags of inputs that hold a notice a row.
func (f *readFlags) registerRows(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&f.rows, "rows-are-notices", false, "read each row of a workbook or csv as a notice of its own, from the cell of --text-column")
	cmd.Flags().StringVar(&f.column, "text-column", "正文", "`HEADER` of the column that holds the notices, with --rows-are-notices")
	must(cmd.RegisterFlagCompletionFunc("text-column", cobra.NoFileCompletions))
}

func (f *readFlags) register(cmd *cobra.Command) {
	f.given = cmd.Flags().Changed
	cmd.Flags().StringVar(&f.from, "from", "", fmt.Sprintf("read as `FORMAT`, one of %s (default: told from the content)", strings.Join(formats, ", ")))
	cmd.Flags().StringVar(&f.encoding, "encoding", "", "decode as `NAME`, such as gb18030 (default: detected)")
	cmd.Flags().StringVar(&f.pages, "pages", "", "read only these `PAGES` of a PDF or OFD, such as 3-9 or 1,4-")
	cmd.Flags().StringVar(&f.ocr, "ocr", "", "read scans and pictures by `ENGINE`: tesseract, or a command (see docs/ocr.md)")
	cmd.Flags().StringVar(&f.cache, "pdf-cache", os.Getenv(cacheVariable), fmt.Sprintf("keep the compiled PDF reader in the folder `DIR`, or none (default: %s, else the user's cache folder)", cacheVariable))
	cmd.Flags().Lookup("pdf-cache").DefValue = ""
	must(cmd.MarkFlagDirname("pdf-cache"))
	must(cmd.RegisterFlagCompletionFunc("from", oneOf(formats...)))
	must(cmd.RegisterFlagCompletionFunc("pages", cobra.NoFileCompletions))
	must(cmd.RegisterFlagCompletionFunc("encoding", oneOf("utf-8", "gb18030", "big5", "utf-16")))
}

// check checks the flags and starts the engine, once.
func (f *readFlags) check(c *console) error {
	if f.from != "" && !slices.Contains(formats, f.from) {
		return misuse("--from %q: want one of %s", f.from, strings.Join(formats, ", "))
	}
	if f.rows && f.column == "" {
		return misuse("--text-column: want the header of a column")
	}
	if err := f.checkCache(); err != nil {
		return err
	}
	if f.ocr == "" && f.given("ocr") {
		return misuse("--ocr: want tesseract or a command")
	}
	_, err := f.choice()
	if err == nil && f.engine == nil {
		f.engine, err = openEngine(c, f.ocr)
	}
	return err
}

// choice is what --pages chooses; nil where it is not given.
func (f *readFlags) choice() (parser.Pages, error) {
	if f.pages == "" {
		return nil, nil
	}
	pages, err := parser.ParsePages(f.pages)
	if err != nil {
		return nil, misuse("--pages %q: %v", f.pages, parser.ErrPages)
	}
	return pages, nil
}

// parse reads and parses one input, which holds one notice.
func (f *readFlags) parse(c *console, name string) (*parser.Document, error) {
	opts, err := f.options()
	if err != nil {
		return nil, err
	}
	in := batch.Input{Name: name}
	if f.bundle && isFolder(name) {
		if in, err = folderInput(name); err != nil {
			return nil, err
		}
	}
	file, err := load(c, in)
	if err != nil {
		return nil, err
	}
	doc, err := file.parse(name, opts)
	return doc, f.blame(err)
}

// options are what the flags say. The error is a usageError.
func (f *readFlags) options() (parser.Options, error) {
	pages, err := f.choice()
	opts := parser.Options{Format: f.from, Encoding: f.encoding, Pages: pages, Engine: f.engine, PDFCache: f.cache}
	if f.rows {
		opts.TextColumn = f.column
	}
	return opts, err
}

// blame returns err, or a usageError where a flag is to blame; of a scan, with the flag that is missing.
func (f *readFlags) blame(err error) error {
	switch {
	case errors.Is(err, context.Canceled):
		return errInterrupted
	case f.engine == nil:
		err = unreadScan(err)
	}
	if errors.Is(err, source.ErrUnknownEncoding) {
		return misuse("--encoding %q: not a known encoding", f.encoding)
	}
	return err
}

// cacheVariable names the folder of --pdf-cache where that is not given.
const cacheVariable = "POLICYX_PDF_CACHE"

// checkCache reports a folder of --pdf-cache that is none and cannot be made.
func (f *readFlags) checkCache() error {
	if f.cache == "" || f.cache == pdfCacheNone {
		return nil
	}
	if err := os.MkdirAll(f.cache, 0o700); err != nil {
		return misuse("--pdf-cache %s: %s", f.cache, cause(err))
	}
	return nil
}

// pdfCacheNone is the value of --pdf-cache for none.
const pdfCacheNone = "none"

// must stops on a mistake in the program's own tables, such as a flag that does not exist.
func must(err error) {
	if err != nil {
		panic(err)
	}
}
