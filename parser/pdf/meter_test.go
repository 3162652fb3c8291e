package pdf

import (
	"errors"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"github.com/policyx/policyx/parser/internal/press"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema"
)

// A document that takes more fuel than there is ends with an error, at the same place each time.
func TestFuel(t *testing.T) {
	data := press.PDF(press.Print(blocks(), press.Style{}), press.PDFOptions{})
	refused, cut, whole := 0, 0, 0
	for fuel := int64(1000); fuel < 4_000_000; fuel += fuel / 3 {
		r, diags, err := readWith(fuel, &source.File{Data: data}, Options{})
		again, diagsAgain, errAgain := readWith(fuel, &source.File{Data: data}, Options{})
		switch {
		case (err == nil) != (errAgain == nil) || !reflect.DeepEqual(r, again) || !reflect.DeepEqual(diags, diagsAgain):
			t.Errorf("fuel %d gives one thing and another", fuel)
		case err != nil:
			refused++
		case len(diags) == 0:
			whole++
		case diags[0].Severity != schema.Error || !strings.Contains(diags[0].Message, "more work") || len(r.Text) == 0:
			t.Errorf("fuel %d: %v", fuel, diags)
		default:
			cut++
		}
	}
	if refused == 0 || cut == 0 || whole == 0 {
		t.Errorf("%d refused, %d cut, %d whole", refused, cut, whole)
	}
}

// A document that asks for more memory than there may be is an error that says so.
func TestMemory(t *testing.T) {
	form := flate("/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>", "/X Do /X Do ", 1)
	_, _, err := Read(&source.File{Data: file(catalog, one, page, flate("", "/X Do ", 1), latin, form)}, Options{})
	if !errors.Is(err, ErrBound) || !strings.Contains(err.Error(), "memory") {
		t.Errorf("error %v", err)
	}
}

// A module that is damaged is refused or changed, but ends nothing.
func TestMeteredDamaged(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	head := pdfium[:64<<10]
	for range 200 {
		data := append([]byte(nil), head[:random.IntN(len(head))]...)
		for range min(len(data), 4) {
			data[random.IntN(len(data))] ^= 1 << random.IntN(8)
		}
		if _, err := metered(data); err == nil && len(data) > 8 && len(data) < 64 {
			t.Errorf("%d bytes are a module", len(data))
		}
	}
}
