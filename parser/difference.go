package parser

import "slices"

// difference is a run of a text, without layout, whose stretches another text has not. own is what is within the run; it is
// empty where only the other has something there.
type difference struct {
	run, own   []rune
	begin, end bool // it stands at the begin or the end of the text
}

// differences are the runs of text whose stretches other has nowhere, in their order. Breaks, spaces and marks make none.
func differences(text, other []rune) (out []difference) {
	said := map[[stretch]rune]struct{}{}
	o := unlaid(other)
	for i := 0; i+stretch <= len(o); i++ {
		said[[stretch]rune(o[i:i+stretch])] = struct{}{}
	}
	t := unlaid(text)
	for i := 0; i+stretch <= len(t); i++ {
		first := i
		for ; i+stretch <= len(t); i++ {
			if _, ok := said[[stretch]rune(t[i:i+stretch])]; ok {
				break
			}
		}
		if i == first {
			continue
		}
		d := difference{run: t[first : i+stretch-1], begin: first == 0, end: i+stretch > len(t)}
		from, to := first+stretch-1, i
		if d.begin {
			from = 0
		}
		if d.end {
			to = len(t)
		}
		if from < to {
			d.own = t[from:to]
		}
		out = append(out, d)
	}
	return out
}

// unlaid is what a folded text says whatever its layout: its Chinese characters and digits.
func unlaid(folded []rune) []rune {
	return slices.DeleteFunc(slices.Clone(folded), func(r rune) bool { return !isHan(r) && !isDigit(r) })
}

// figuresDiffer reports whether a figure stands in what either of two texts has for itself. Where they differ at nothing but
// begin and end, what one has there is the dress of a page: 浏览次数：120.
func figuresDiffer(a, b []difference) bool {
	dress := func(d difference) bool { return d.begin || d.end }
	all := slices.Concat(a, b)
	if !slices.ContainsFunc(all, func(d difference) bool { return !dress(d) }) && !facing(a, b) {
		return false
	}
	return slices.ContainsFunc(all, func(d difference) bool { return slices.ContainsFunc(d.own, isFigure) })
}

// facing reports whether two texts differ both at their begin or both at their end: one stands for the other.
func facing(a, b []difference) bool {
	return slices.ContainsFunc(a, func(x difference) bool {
		return slices.ContainsFunc(b, func(y difference) bool { return x.begin && y.begin || x.end && y.end })
	})
}

func isFigure(r rune) bool {
	return isDigit(r) || slices.Contains([]rune("〇一二三四五六七八九十百千万亿"), r)
}

// mostQuoted bounds what a message quotes of a difference, in characters.
const mostQuoted = 24

// quoted is the begin of the first difference.
func quoted(list []difference) string {
	if len(list) == 0 {
		return "nothing else"
	}
	run := list[0].run
	return "“" + string(run[:min(len(run), mostQuoted)]) + "”"
}
