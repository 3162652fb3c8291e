package ofd

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"slices"
	"strings"
	"testing"

	"github.com/policyx/policyx/parser/layout"
	"github.com/policyx/policyx/parser/ocr"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema"
)

const said = "一、培训护理人员。到2025年底前培训50人次。"

// scanned is an OFD of one page with objects and text besides them, whose resource 4 is a picture of 100 dpi.
func scanned(t *testing.T, objects string) []byte {
	t.Helper()
	m := image.NewGray(image.Rect(0, 0, 827, 1169))
	draw.Draw(m, m.Bounds(), image.White, image.Point{}, draw.Src)
	draw.Draw(m, image.Rect(100, 100, 400, 130), image.NewUniform(color.Gray{Y: 20}), image.Point{}, draw.Src)
	var picture bytes.Buffer
	if err := png.Encode(&picture, m); err != nil {
		t.Fatal(err)
	}
	return zipped("OFD.xml", `<OFD><DocBody><DocRoot>D/Document.xml</DocRoot></DocBody></OFD>`,
		"D/Document.xml", `<Document><CommonData><PageArea><PhysicalBox>0 0 210 297</PhysicalBox></PageArea>
			<PublicRes>Missing.xml</PublicRes><DocumentRes>DocumentRes.xml</DocumentRes></CommonData><Pages><Page ID="1" BaseLoc="P.xml"/></Pages></Document>`,
		"D/DocumentRes.xml", `<Res BaseLoc="Res"><MultiMedias><MultiMedia ID="4" Type="Image"><MediaFile>p.png</MediaFile></MultiMedia><MultiMedia ID="5" Type="Image"><MediaFile>p.jb2</MediaFile></MultiMedia></MultiMedias></Res>`,
		"D/Res/p.png", picture.String(), "D/Res/p.jb2", "JBIG2",
		"D/P.xml", `<Page><Content><Layer>`+objects+`</Layer></Content></Page>`)
}

// TestScans holds which pages are shown to an engine: those that one upright picture fills. Of others it is said that they
// were not read.
func TestScans(t *testing.T) {
	const filling = `<ImageObject Boundary="0 0 210 297" CTM="210 0 0 297 0 0" ResourceID="4"/>`
	for name, tt := range map[string]struct {
		objects string
		read    bool
		reason  string // of an error
	}{
		"a picture":              {filling, true, ""},
		"without transformation": {`<ImageObject Boundary="5 5 200 287" ResourceID="4"/>`, true, ""},
		"a seal upon it":         {filling + `<ImageObject Boundary="120 200 40 40" ResourceID="5"/>`, true, ""},
		"a page number below it": {filling + `<TextObject Boundary="100 280 10 5" Size="4"><TextCode X="0" Y="4">3</TextCode></TextObject>`, true, ""},
		"two halves":             {`<ImageObject Boundary="0 0 210 148" ResourceID="4"/><ImageObject Boundary="0 148 210 149" ResourceID="4"/>`, false, "no single picture"},
		"turned":                 {`<ImageObject Boundary="0 0 210 297" CTM="0 297 -210 0 210 0" ResourceID="4"/>`, false, "no single picture"},
		"another format":         {`<ImageObject Boundary="0 0 210 297" ResourceID="5"/>`, false, "cannot be decoded"},
		"no such picture":        {`<ImageObject Boundary="0 0 210 297" ResourceID="6"/>`, false, "not in the file"},
		"a letterhead":           {`<ImageObject Boundary="0 0 210 60" ResourceID="4"/>`, false, "holds no text"},
	} {
		var shown []ocr.Image
		engine := &ocr.Engine{Name: "fake", DPI: 100, Recognize: func(m ocr.Image) ([]ocr.Line, error) {
			shown = append(shown, m)
			return []ocr.Line{{{Text: said, Box: ocr.Box{X0: 100, Y0: 100, X1: 400, Y1: 130}, Confidence: 0.9}}}, nil
		}}
		r, _, err := Read(&source.File{Data: scanned(t, tt.objects)}, Options{Engine: engine})
		if tt.read {
			if err != nil || len(shown) == 0 || shown[0].DPI < 95 || shown[0].DPI > 106 || string(r.Text) != said+"\n" || len(r.Recognized) != 1 {
				t.Errorf("%s: %v, %d shown, %+v", name, err, len(shown), r)
			}
			continue
		}
		var unread *layout.UnreadableError
		if !errors.As(err, &unread) || !strings.Contains(err.Error(), tt.reason) || len(shown) > 0 {
			t.Errorf("%s: %v, %d shown", name, err, len(shown))
		}
	}
}

// TestScanBesideText holds that a page which cannot be shown is an error where others were read.
func TestScanBesideText(t *testing.T) {
	half := `<ImageObject Boundary="0 0 105 297" ResourceID="4"/><ImageObject Boundary="105 0 105 297" ResourceID="4"/>`
	text := `<TextObject Boundary="20 200 100 10" Size="5"><TextCode X="0" Y="5" DeltaX="g 19 5">落实责任加强监督检查确保取得实效特此通知</TextCode></TextObject>`
	data := zipped("OFD.xml", `<OFD><DocBody><DocRoot>D.xml</DocRoot></DocBody></OFD>`,
		"D.xml", `<Document><Pages><Page ID="1" BaseLoc="P1.xml"/><Page ID="2" BaseLoc="P2.xml"/></Pages></Document>`,
		"P1.xml", `<Page><Content><Layer>`+text+`</Layer></Content></Page>`, "P2.xml", `<Page><Content><Layer>`+half+`</Layer></Content></Page>`)
	failed := func(d schema.Diagnostic) bool { return d.Severity == schema.Error && d.Code == schema.UnreadContent }
	if _, remarks, err := Read(&source.File{Data: data}, Options{Engine: &ocr.Engine{Name: "fake"}}); err != nil || !slices.ContainsFunc(remarks, failed) {
		t.Errorf("%v, %v", remarks, err)
	}
	if _, remarks, err := Read(&source.File{Data: data}, Options{}); err != nil || slices.ContainsFunc(remarks, failed) || len(remarks) != 1 || remarks[0].Code != schema.NoTextLayer {
		t.Errorf("without an engine: %v, %v", remarks, err)
	}
}

// TestUnseen holds that an unread scan is said to be one that an engine could read, or not.
func TestUnseen(t *testing.T) {
	for objects, unseen := range map[string]bool{
		`<ImageObject Boundary="0 0 210 297" ResourceID="4"/>`:                                                       false,
		`<ImageObject Boundary="0 0 210 148" ResourceID="4"/><ImageObject Boundary="0 148 210 149" ResourceID="4"/>`: true,
	} {
		var e *layout.UnreadableError
		if _, _, err := Read(&source.File{Data: pack(objects)}, Options{}); !errors.As(err, &e) || e.Code != schema.NoTextLayer || e.Unseen != unseen {
			t.Errorf("%s: %v", objects, err)
		}
	}
}
