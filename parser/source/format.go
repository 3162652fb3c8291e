package source

import (
	"archive/zip"
	"bytes"
	"slices"
	"strings"
)

// Format is a format that a reader exists for.
type Format string

// The formats.
const (
	Text          Format = "text"
	HTML          Format = "html"
	Markdown      Format = "markdown"
	DOCX          Format = "docx" // Word since 2007, WPS: XML in ZIP
	DOC           Format = "doc"  // Word 97 to 2003, WPS: OLE2
	RTF           Format = "rtf"  // Rich Text Format: Word, WPS
	PDF           Format = "pdf"
	OFD           Format = "ofd"           // GB/T 33190
	XLSX          Format = "xlsx"          // Excel since 2007, WPS: XML in ZIP
	XLS           Format = "xls"           // Excel 95 to 2003, WPS: OLE2
	SpreadsheetML Format = "spreadsheetml" // Excel 2003: one XML file
	CSV           Format = "csv"
	TSV           Format = "tsv"

	// What holds files. Package parser reads these as one notice, or as several.
	ZIP      Format = "zip"
	RAR      Format = "rar"
	SevenZip Format = "7z"
	EML      Format = "eml"    // a mail message: RFC 5322, MIME
	MHTML    Format = "mhtml"  // a page saved with its parts: RFC 2557
	Bundle   Format = "bundle" // files that a caller names together, such as those of a folder

	// Pictures of pages, which only an engine reads.
	PNG  Format = "png"
	JPEG Format = "jpeg"
	TIFF Format = "tiff"
	BMP  Format = "bmp"
	GIF  Format = "gif"
	WebP Format = "webp"
)

// Picture reports a format of pictures.
func (f Format) Picture() bool {
	switch f {
	case PNG, JPEG, TIFF, BMP, GIF, WebP:
		return true
	}
	return false
}

// Holds reports whether f is a format that holds files of other formats.
func (f Format) Holds() bool {
	switch f {
	case ZIP, RAR, SevenZip, EML, MHTML:
		return true
	}
	return false
}

// formats are all formats of files in the order in which they are listed.
var formats = []Format{Text, HTML, Markdown, DOCX, DOC, RTF, PDF, OFD, XLSX, XLS, SpreadsheetML, CSV, TSV, ZIP, RAR, SevenZip, EML, MHTML}

// aliases are WPS's own endings for what is a format of Office.
var aliases = []struct {
	name string
	is   Format
}{{"wps", DOC}, {"et", XLS}}

// Names returns the names that [Options] knows for formats.
func Names() []string {
	var names []string
	for _, f := range formats {
		names = append(names, string(f))
		for _, a := range aliases {
			if a.is == f {
				names = append(names, a.name)
			}
		}
	}
	return names
}

// containers are the formats whose text is no decoding of the bytes, with what
// [File].Encoding says of each. Their readers take [File].Data.
var containers = map[Format]string{
	DOCX: "ooxml", DOC: "ole2", RTF: "rtf", PDF: "pdf", OFD: "ofd", XLSX: "ooxml", XLS: "ole2",
	PNG: "png", JPEG: "jpeg", TIFF: "tiff", BMP: "bmp", GIF: "gif", WebP: "webp",
	ZIP: "", RAR: "", SevenZip: "", EML: "", MHTML: "",
}

// known returns the format of a name, "" for "".
func known(name Format) (Format, error) {
	for _, a := range aliases {
		if string(name) == a.name {
			return a.is, nil
		}
	}
	if name != "" && !slices.Contains(formats, name) {
		return "", &FormatError{Name: name}
	}
	return name, nil
}

// formatNames says in a message what a format is.
var formatNames = map[string]string{
	"png": "a PNG image", "jpeg": "a JPEG image", "gif": "a GIF image", "bmp": "a BMP image",
	"tiff": "a TIFF image", "webp": "a WebP image", "heif": "a HEIF image", "ico": "an icon",
	"pdf": "a PDF", "docx": "a Word document (docx)", "xlsx": "an Excel workbook (xlsx)", "xlsb": "a binary Excel workbook (xlsb)",
	"pptx": "a presentation (pptx)", "ofd": "an OFD document", "odf": "an OpenDocument file", "zip": "a ZIP archive",
	"doc": "a Word or WPS document (doc, wps)", "xls": "an Excel or WPS workbook (xls, et)", "ppt": "a presentation (ppt, dps)",
	"msg": "a mail message (msg)", "encrypted": "an encrypted Office document", "ole2": "an OLE2 file", "rtf": "an RTF document (rtf)",
	"ceb": "a CEB document of Founder Apabi", "caj": "a CAJ document of CNKI", "wdl": "a WDL document of DynaDoc", "uof": "a UOF document",
	"gzip": "a gzip archive", "bzip2": "a bzip2 archive", "xz": "an xz archive",
	"rar": "a RAR archive", "7z": "a 7z archive", "zstd": "a Zstandard archive", "tar": "a tar archive",
	"elf": "a program (ELF)", "exe": "a program (EXE)", "macho": "a program (Mach-O)", "sqlite": "an SQLite database",
	"audio": "an audio or video recording", "mhtml": "a web archive (MHTML)", "plist": "a web archive (plist)",
	"binary": "binary data", "policyx": "what policyx wrote of a notice", "json": "JSON", "ics": "a calendar (ics)", "eml": "a mail message (eml)",
	"csv": "a table as text (csv)", "tsv": "a table as text (tsv)", "code": "a program, a style sheet or markup",
}

// signatures are the first bytes of formats that are not text, longest tests first
// where one is the start of another.
var signatures = []struct {
	offset int
	magic  string
	format string
}{
	{0, "\x89PNG", "png"},
	{0, "\xff\xd8\xff", "jpeg"},
	{0, "GIF87a", "gif"},
	{0, "GIF89a", "gif"},
	{0, "II*\x00", "tiff"},
	{0, "MM\x00*", "tiff"},
	{8, "WEBPVP8", "webp"},
	{4, "ftypheic", "heif"},
	{4, "ftypmif1", "heif"},
	{4, "ftypavif", "heif"},
	{4, "ftyp", "audio"},
	{0, "\x00\x00\x01\x00", "ico"},
	{0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole2"},
	{0, "{\\rtf", "rtf"},
	{0, "Founder CEB", "ceb"},
	{0, "CAJ\x00", "caj"},
	{0, "KDH 2.00", "caj"},
	{0, "HN\x00\x00", "caj"},
	{0, "\xc8\x00\x00\x00", "caj"},
	{0, "DDocFB", "wdl"},
	{0, "\x1f\x8b\x08", "gzip"},
	{0, "BZh91AY&SY", "bzip2"},
	{0, "\xfd7zXZ\x00", "xz"},
	{0, "Rar!\x1a\x07", "rar"},
	{0, "7z\xbc\xaf\x27\x1c", "7z"},
	{0, "\x28\xb5\x2f\xfd", "zstd"},
	{257, "ustar", "tar"},
	{0, "\x7fELF", "elf"},
	{0, "\xcf\xfa\xed\xfe", "macho"},
	{0, "\xca\xfe\xba\xbe", "macho"},
	{0, "SQLite format 3\x00", "sqlite"},
	{0, "ID3", "audio"},
	{0, "OggS\x00", "audio"},
	{0, "RIFF", "audio"},
	{0, "bplist00", "plist"},
}

// binaryFormat names the format whose signature data carries, or "".
func binaryFormat(data []byte) string {
	for _, s := range signatures {
		if len(data) >= s.offset && bytes.HasPrefix(data[s.offset:], []byte(s.magic)) {
			if s.format == "ole2" {
				return oleFormat(data)
			}
			return s.format
		}
	}
	switch {
	// A PDF may start with up to 1024 bytes of anything (ISO 32000-1, annex H.3.4.1).
	case pdfHeader(data):
		return "pdf"
	case bytes.HasPrefix(data, []byte("PK\x03\x04")), bytes.HasPrefix(data, []byte("PK\x05\x06")):
		return zipFormat(data)
	case bytes.HasPrefix(data, []byte("BM")) && len(data) > 14 && bytes.Equal(data[6:10], []byte{0, 0, 0, 0}):
		return "bmp"
	case bytes.HasPrefix(data, []byte("MZ")) && bytes.IndexByte(head(data, 64), 0) >= 0:
		return "exe"
	case mhtml(data):
		return "mhtml"
	}
	return ""
}

// pdfHeader reports a PDF header at the start of a line in the first kilobyte, so that
// a text that only mentions it is not taken for a PDF.
func pdfHeader(data []byte) bool {
	lead := head(data, 1024)
	at := bytes.Index(lead, []byte("%PDF-"))
	return at == 0 || at > 0 && at+5 < len(lead) && lead[at+5] >= '1' && lead[at+5] <= '2' &&
		bytes.Contains(data, []byte("startxref"))
}

// mostNames bounds the directory of an archive that is looked at: documents have some hundred parts.
const mostNames = 40_000

// mainMembers are the members of which each stands in the archives of one format only, by what their names begin with.
var mainMembers = []struct{ name, format string }{
	{"word/document", "docx"}, {"xl/workbook", "xlsx"}, {"ppt/presentation", "pptx"}, {"OFD.xml", "ofd"}, {"uof.xml", "uof"},
}

// mimeODF is the first member of an OpenDocument file, which is not compressed: its name and what it says.
const mimeODF = "mimetypeapplication/vnd.oasis"

// zipFormat tells the document formats that are ZIP archives by the names of their members. Where the directory
// is lost, the names that stand uncompressed in the archive have to do.
func zipFormat(data []byte) string {
	if bytes.Count(data, []byte("PK\x01\x02")) > mostNames {
		return "zip"
	}
	if r, err := zip.NewReader(bytes.NewReader(data), int64(len(data))); err == nil {
		names := make([]string, 0, len(r.File))
		for _, f := range r.File {
			names = append(names, f.Name)
		}
		return zipHolding(names, data)
	}
	for _, m := range mainMembers {
		if bytes.Contains(data, []byte(m.name)) {
			return m.format
		}
	}
	if bytes.Contains(data, []byte(mimeODF)) {
		return "odf"
	}
	return "zip"
}

// zipHolding names the format of a ZIP archive with such members.
func zipHolding(names []string, data []byte) string {
	for _, m := range mainMembers {
		if slices.ContainsFunc(names, func(name string) bool {
			return strings.HasPrefix(strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/"), m.name)
		}) {
			return m.format
		}
	}
	if bytes.Contains(head(data, 100), []byte(mimeODF)) {
		return "odf"
	}
	return "zip"
}

// oleFormat tells the documents that are OLE2 files by the names of their streams, which
// stand in the file in UTF-16. A Word document may embed a workbook, so it is asked first.
func oleFormat(data []byte) string {
	for _, s := range []struct{ stream, format string }{
		{"EncryptedPackage", "encrypted"}, {"WordDocument", "doc"}, {"Workbook", "xls"}, {"PowerPoint Document", "ppt"},
		{"__properties_version1.0", "msg"}, {"Book\x00", "xls"},
	} {
		name := make([]byte, 0, 2*len(s.stream))
		for i := range len(s.stream) {
			name = append(name, s.stream[i], 0)
		}
		if bytes.Contains(data, name) {
			return s.format
		}
	}
	return "ole2"
}

// mhtml reports a page saved with its parts as one mail message (RFC 2557), which was sent to nobody.
func mhtml(data []byte) bool {
	lead := head(data, 4096)
	if first := bytes.TrimLeft(lead, "\ufeff \t\r\n"); len(first) == 0 || asciiLetters(string(first[:1])) == 0 {
		return false // no name of a field
	}
	lead = bytes.ToLower(bytes.ReplaceAll(lead, []byte("\r\n"), []byte("\n")))
	if end := bytes.Index(lead, []byte("\n\n")); end >= 0 {
		lead = lead[:end]
	}
	return bytes.Contains(lead, []byte("mime-version:")) && bytes.Contains(lead, []byte("multipart/related")) &&
		!bytes.Contains(lead, []byte("\nto:")) && !bytes.Contains(lead, []byte("received:"))
}

func head(data []byte, n int) []byte { return data[:min(n, len(data))] }

// sniffLength is how much of a text is looked at to tell HTML from plain text.
const sniffLength = 64 << 10

// textFormat tells Markdown, HTML and a workbook in one XML file from plain text: a page or a fragment of one starts with a tag,
// or holds so many tags of text markup that it cannot be meant to be read as it is.
func textFormat(text string) Format {
	lead := text[:min(sniffLength, len(text))]
	if isMarkdown(lead) {
		return Markdown
	}
	if strings.IndexByte(lead, '<') < 0 {
		return Text
	}
	if begins(lead, "<!doctype html", "<html") {
		return HTML
	}
	lead = strings.ToLower(lead)
	if strings.Contains(lead, "urn:schemas-microsoft-com:office:spreadsheet") && strings.Contains(lead, "workbook") && !strings.Contains(lead, "<html") {
		return SpreadsheetML
	}
	if begins(lead, "<head", "<body") {
		return HTML
	}
	need := 12
	if begins(lead, "<") {
		need = 1
	}
	if countTags(lead, need) >= need {
		return HTML
	}
	return Text
}

// begins reports whether a text begins with one of the tags, in letters of any case.
func begins(text string, tags ...string) bool {
	text = strings.TrimLeft(text, " \t\r\n\f\u3000\u00a0\ufeff")
	return slices.ContainsFunc(tags, func(tag string) bool {
		return len(text) >= len(tag) && strings.EqualFold(text[:len(tag)], tag)
	})
}

// countTags counts the tags of text markup in s, up to most.
func countTags(s string, most int) (n int) {
	for n < most {
		i := strings.IndexByte(s, '<')
		if i < 0 {
			break
		}
		s = s[i+1:]
		name := strings.TrimPrefix(s, "/")
		for _, tag := range []string{"p", "div", "br", "span", "td", "tr", "table", "html", "body", "head", "meta", "h1", "h2", "a", "strong", "article", "section"} {
			rest, ok := strings.CutPrefix(name, tag)
			if ok && rest != "" && strings.IndexByte(" \t\r\n/>", rest[0]) >= 0 {
				n++
				break
			}
		}
	}
	return n
}
