package register

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"path"
	"strings"

	"github.com/policyx/policyx/schema/message"
)

// maxPart is how many bytes of a part are read.
const maxPart = 256 << 20

// ErrNoWorkbook is a file that is no workbook of Office Open XML (.xlsx).
var ErrNoWorkbook = message.New("is no workbook (xlsx)")

// archive is a workbook as the ZIP archive that it is.
type archive struct {
	zip    *zip.Reader
	shared []string
	dates  map[int]bool // styles that show a number as a day
}

func openArchive(data []byte) (*archive, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, message.Errorf("%w: %w", ErrNoWorkbook, err)
	}
	a := &archive{zip: z}
	if a.shared, err = a.sharedStrings(); err != nil {
		return nil, err
	}
	a.dates, err = a.dateStyles()
	return a, err
}

// read returns a part, nil where there is none.
func (a *archive) read(name string) ([]byte, error) {
	for _, f := range a.zip.File {
		if f.Name != name {
			continue
		}
		if f.UncompressedSize64 > maxPart {
			return nil, message.Errorf("%s is larger than %d MiB", name, maxPart>>20)
		}
		r, err := f.Open()
		if err != nil {
			return nil, err
		}
		defer r.Close()
		return io.ReadAll(io.LimitReader(r, maxPart))
	}
	return nil, nil
}

// replaced returns the archive with other parts under their names, without those that are nil; all other parts are copied as
// they are.
func (a *archive) replaced(parts map[string][]byte) ([]byte, error) {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range a.zip.File {
		part, other := parts[f.Name]
		if !other {
			if err := w.Copy(f); err != nil {
				return nil, err
			}
			continue
		}
		if part == nil {
			continue
		}
		entry, err := w.CreateHeader(&zip.FileHeader{Name: f.Name, Method: zip.Deflate})
		if err != nil {
			return nil, err
		}
		if _, err := entry.Write(part); err != nil {
			return nil, err
		}
	}
	err := w.Close()
	return out.Bytes(), err
}

// sheetPart is a sheet's name and where it lies.
type sheetPart struct{ name, part string }

// sheets returns the sheets in their order, those that are not shown where hidden is set.
func (a *archive) sheets(hidden bool) ([]sheetPart, error) {
	var book struct {
		Sheets []struct {
			Name  string `xml:"name,attr"`
			State string `xml:"state,attr"`
			ID    string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
		} `xml:"sheets>sheet"`
	}
	var rels struct {
		List []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	if err := a.decode("xl/workbook.xml", &book); err != nil {
		return nil, err
	}
	if err := a.decode("xl/_rels/workbook.xml.rels", &rels); err != nil {
		return nil, err
	}
	targets := map[string]string{}
	for _, r := range rels.List {
		targets[r.ID] = r.Target
	}
	var list []sheetPart
	for _, s := range book.Sheets {
		target := targets[s.ID]
		if target == "" || !hidden && (s.State == "hidden" || s.State == "veryHidden") {
			continue
		}
		if !strings.HasPrefix(target, "/") {
			target = path.Join("xl", target)
		}
		list = append(list, sheetPart{s.Name, strings.TrimPrefix(target, "/")})
	}
	return list, nil
}

// decode reads a part that has to be there.
func (a *archive) decode(name string, v any) error {
	data, err := a.read(name)
	if err != nil {
		return err
	}
	if data == nil {
		return message.Errorf("%w: it has no %s", ErrNoWorkbook, name)
	}
	if err := xml.Unmarshal(data, v); err != nil {
		return message.Errorf("%s: %w", name, err)
	}
	return nil
}

// sharedStrings returns the table of texts, those of rich text in one piece and without what stands above as its reading.
func (a *archive) sharedStrings() ([]string, error) {
	const name = "xl/sharedStrings.xml"
	if data, err := a.read(name); data == nil {
		return nil, err
	}
	var table struct {
		Items []richText `xml:"si"`
	}
	err := a.decode(name, &table)
	list := make([]string, len(table.Items))
	for i, item := range table.Items {
		list[i] = item.String()
	}
	return list, err
}

// richText is a text in one piece or in runs.
type richText struct {
	Text string `xml:"t"`
	Runs []struct {
		Text string `xml:"t"`
	} `xml:"r"`
}

func (t richText) String() string {
	text := t.Text
	for _, r := range t.Runs {
		text += r.Text
	}
	return text
}

// dateStyles returns the styles of cells that show days.
func (a *archive) dateStyles() (map[int]bool, error) {
	const name = "xl/styles.xml"
	if data, err := a.read(name); data == nil {
		return nil, err
	}
	var styles struct {
		Formats []struct {
			ID   int    `xml:"numFmtId,attr"`
			Code string `xml:"formatCode,attr"`
		} `xml:"numFmts>numFmt"`
		Cells []struct {
			Format int `xml:"numFmtId,attr"`
		} `xml:"cellXfs>xf"`
	}
	if err := a.decode(name, &styles); err != nil {
		return nil, err
	}
	codes := map[int]bool{}
	for id := range 59 {
		codes[id] = id >= 14 && id <= 17 || id == 22 || id >= 27 && id <= 36 || id >= 50 // ECMA-376 part 1, 18.8.30
	}
	for _, f := range styles.Formats {
		codes[f.ID] = strings.ContainsAny(strings.ToLower(f.Code), "yd年") && !strings.Contains(f.Code, "#")
	}
	dates := map[int]bool{}
	for i, c := range styles.Cells {
		dates[i] = codes[c.Format]
	}
	return dates, nil
}
