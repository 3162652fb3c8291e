package diff

import (
	"cmp"
	"strconv"

	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/align"
)

// indicators compares the rows of indicator tables: what each year is to reach, its unit and kind, who answers for it.
func (d *differ) indicators() (out []Entry) {
	old, new := d.old.Indicators, d.new.Indicators
	for _, p := range align.Match(rows(old), rows(new)) {
		e := Entry{Item: Indicator}
		if p.Old != align.None {
			e.Old = []Place{row(&old[p.Old])}
		}
		if p.New != align.None {
			e.New = []Place{row(&new[p.New])}
		}
		switch {
		case p.Old == align.None:
			e.Changes = []Change{{Subject: Whole, Kind: Added}}
		case p.New == align.None:
			e.Changes = []Change{{Subject: Whole, Kind: Dropped}}
		default:
			e.Changes = d.indicator(&old[p.Old], &new[p.New])
		}
		if len(e.Changes) > 0 {
			out = append(out, e)
		}
	}
	return out
}

// rows are what indicators are known by: an equal name first, then one that is alike, under headings like theirs.
func rows(list []schema.Indicator) (out []align.Item) {
	for _, i := range list {
		out = append(out, align.Item{Key: fold(i.Name), Title: i.Name, Path: []string{i.Table}})
	}
	return out
}

func row(i *schema.Indicator) Place {
	p := Place{Title: i.Name, Span: &i.Span}
	if i.Table != "" {
		p.Path = []string{i.Table}
	}
	return p
}

func (d *differ) indicator(old, new *schema.Indicator) (out []Change) {
	for _, property := range [][2]string{{old.Unit, new.Unit}, {old.Attribute, new.Attribute}} {
		if fold(property[0]) != fold(property[1]) {
			out = append(out, Change{Subject: Property, Kind: Changed, Old: text(property[0]), New: text(property[1])})
		}
	}
	pairs, gone, came := paired(old.Values, new.Values, func(a, b schema.IndicatorValue) bool { return a.Year == b.Year && a.Kind == b.Kind })
	for _, p := range pairs {
		kind := Bound
		switch c := cmp.Compare(p.new.Value, p.old.Value); {
		case c > 0:
			kind = Raised
		case c < 0:
			kind = Lowered
		case p.old.Op == p.new.Op:
			continue
		}
		out = append(out, Change{Subject: Figure, Kind: kind, Old: figure(p.old, old.Unit), New: figure(p.new, new.Unit)})
	}
	for _, v := range gone {
		out = append(out, Change{Subject: Figure, Kind: Dropped, Old: figure(v, old.Unit)})
	}
	for _, v := range came {
		out = append(out, Change{Subject: Figure, Kind: Added, New: figure(v, new.Unit)})
	}
	out = append(out, d.departments(old.Departments, new.Departments)...)
	if runs := reworded(old.Name, new.Name); runs != nil {
		out = append(out, Change{Subject: Title, Kind: Reworded, Words: runs})
	}
	return out
}

func figure(v schema.IndicatorValue, unit string) *Value {
	out := &Value{Text: v.Value.String() + unit, Span: &v.Span}
	if v.Op != "" {
		out.Is = string(v.Op) + " " + out.Text
	}
	if v.Year != 0 {
		out.Of = strconv.Itoa(v.Year)
	}
	return out
}

func text(s string) *Value {
	if s == "" {
		return nil
	}
	return &Value{Text: s}
}
