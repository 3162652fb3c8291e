package diff

import (
	"cmp"
	"time"

	"github.com/policyx/policyx/schema"
)

// deadlines compares times by relation and value. Where as many of one relation are new as are gone, the first became the first;
// else each became the one that is nearest.
func deadlines(old, new []schema.Deadline) (out []Change) {
	old, new = distinct(old, timeKey), distinct(new, timeKey)
	old, new = differing(old, new, timeKey)
	firm := func(d schema.Deadline) string { d.Tentative = false; return timeKey(d) }
	pairs, old, new := paired(old, new, func(a, b schema.Deadline) bool { return firm(a) == firm(b) })
	for _, p := range pairs {
		kind := Firm
		if p.new.Tentative {
			kind = Loose
		}
		out = append(out, Change{Subject: Deadline, Kind: kind, Old: timeValue(p.old), New: timeValue(p.new)})
	}
	for len(old) > 0 && len(new) > 0 {
		i, j := closest(old, new)
		out = append(out, Change{Subject: Deadline, Kind: shift(old[i], new[j]), Old: timeValue(old[i]), New: timeValue(new[j])})
		old, new = without(old, i), without(new, j)
	}
	for _, d := range old {
		out = append(out, Change{Subject: Deadline, Kind: Dropped, Old: timeValue(d)})
	}
	for _, d := range new {
		out = append(out, Change{Subject: Deadline, Kind: Added, New: timeValue(d)})
	}
	return out
}

// timeKey is what two deadlines share that are the same.
func timeKey(d schema.Deadline) string {
	key := string(d.Relation) + " " + cmp.Or(d.Value, fold(d.Text))
	if d.Tentative {
		key += " ~"
	}
	return key
}

func timeValue(d schema.Deadline) *Value {
	return &Value{Text: d.Text, Of: string(d.Relation), Is: d.Value, Span: &d.Span}
}

// closest returns which deadline became which: of equally many the first the first.
func closest(old, new []schema.Deadline) (int, int) {
	if len(old) == len(new) {
		return 0, 0
	}
	bi, bj, least := 0, 0, time.Duration(1<<63-1)
	for i, a := range old {
		for j, b := range new {
			apart := day(a).Sub(day(b)).Abs()
			if a.Relation != b.Relation {
				apart += 100 * 365 * 24 * time.Hour
			}
			if apart < least {
				bi, bj, least = i, j, apart
			}
		}
	}
	return bi, bj
}

// day is the last day of a deadline, else its first; the zero time where neither is known.
func day(d schema.Deadline) time.Time {
	t, _ := time.Parse(time.DateOnly, cmp.Or(d.End, d.Start))
	return t
}

// shift says how a deadline became another one.
func shift(old, new schema.Deadline) Kind {
	a, b := day(old), day(new)
	switch {
	case a.IsZero() || b.IsZero() || (old.End == "") != (new.End == ""):
		return Changed
	case b.After(a):
		return Later
	case b.Before(a):
		return Earlier
	}
	return Changed
}
