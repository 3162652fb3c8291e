package pdf

import (
	"math"

	"github.com/policyx/policyx/parser/layout"
)

// matrix is a transformation of PDF: x' = a·x + c·y + e, y' = b·x + d·y + f.
type matrix [6]float64

var identity = matrix{1, 0, 0, 1, 0, 0}

func (m matrix) apply(x, y float64) (float64, float64) {
	return m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]
}

// then is the transformation by m and then by n.
func (m matrix) then(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

// Kinds of page objects, path segments and fills, as fpdf_edit.h numbers them.
const (
	objectPath  = 2
	objectImage = 3
	objectForm  = 5

	segmentLine  = 0
	segmentCurve = 1
	segmentMove  = 2
)

// drawing collects what is drawn on a page but is no text.
type drawing struct {
	session  *session
	frame    frame
	rules    []layout.Rule
	pictures float64 // area
	count    int     // objects looked at
	segments int
}

// objects looks at the objects of a page, or of a form that a page shows.
func (d *drawing) objects(of uint64, count, get string, m matrix, depth int) {
	s := d.session
	n := s.number(count, of)
	for i := 0; i < n && s.err == nil && d.count < maxObjects && d.segments < maxSegments; i++ {
		d.count++
		object := s.call(get, of, uint64(i))
		switch s.number("FPDFPageObj_GetType", object) {
		case objectPath:
			d.path(object, d.matrix(object).then(m))
		case objectImage:
			d.image(object, m)
		case objectForm:
			if depth < maxNesting {
				d.objects(object, "FPDFFormObj_CountObjects", "FPDFFormObj_GetObject", d.matrix(object).then(m), depth+1)
			}
		}
	}
}

func (d *drawing) matrix(object uint64) matrix {
	m, ok := d.session.floats(6, false, "FPDFPageObj_GetMatrix", object)
	if !ok {
		return identity
	}
	return m
}

func (d *drawing) image(object uint64, m matrix) {
	b, ok := d.session.floats(4, true, "FPDFPageObj_GetBounds", object)
	if !ok {
		return
	}
	x0, y0 := m.apply(b[0], b[1])
	x1, y1 := m.apply(b[2], b[3])
	d.pictures += math.Abs((x1 - x0) * (y1 - y0))
}

// path takes the ruling lines of a path: its strokes, or its outline where that is thin.
func (d *drawing) path(object uint64, m matrix) {
	s := d.session
	at := s.scratch
	if !s.truth("FPDFPath_GetDrawMode", object, uint64(at), uint64(at)+4) {
		return
	}
	fill, _ := s.module.Memory().ReadUint32Le(at)
	stroke, _ := s.module.Memory().ReadUint32Le(at + 4)
	if fill == 0 && stroke == 0 {
		return
	}
	n := s.number("FPDFPath_CountSegments", object)
	var p layout.Outline
	for i := 0; i < n && s.err == nil && d.segments < maxSegments; i++ {
		d.segments++
		segment := s.call("FPDFPath_GetPathSegment", object, uint64(i))
		b, ok := s.floats(2, true, "FPDFPathSegment_GetPoint", segment)
		if !ok {
			continue
		}
		x, y := m.apply(b[0], b[1])
		x, y = d.frame.place(x, y)
		switch s.number("FPDFPathSegment_GetType", segment) {
		case segmentMove:
			d.rules = p.Rules(d.rules, stroke != 0)
			p.Start(x, y)
		case segmentLine:
			p.Line(x, y)
		case segmentCurve:
			p.Curve(x, y)
		}
		if s.truth("FPDFPathSegment_GetClose", segment) && s.err == nil {
			p.Close()
		}
	}
	d.rules = p.Rules(d.rules, stroke != 0)
}
