package diff

// edit is a run of count words: kept, deleted from old or inserted at new.
type edit struct {
	op              Op
	old, new, count int
}

// maxEdits bounds the words that are inserted and deleted between what two texts begin and end with; of texts that differ in
// more, all between is one change.
const maxEdits = 1200

// edits returns how a becomes b with the fewest words inserted and deleted (Myers 1986).
func edits(a, b []word) []edit {
	head := 0
	for head < len(a) && head < len(b) && sameWord(a[head], b[head]) {
		head++
	}
	tail := 0
	for tail < len(a)-head && tail < len(b)-head && sameWord(a[len(a)-1-tail], b[len(b)-1-tail]) {
		tail++
	}
	var list script
	list.add(Keep, 0, 0, head)
	list.middle(a[head:len(a)-tail], b[head:len(b)-tail], head)
	list.add(Keep, len(a)-tail, len(b)-tail, tail)
	return list
}

// script is a list of edits.
type script []edit

// add appends an edit, or makes the last one longer.
func (s *script) add(op Op, old, new, count int) {
	if count == 0 {
		return
	}
	if n := len(*s); n > 0 && (*s)[n-1].op == op {
		(*s)[n-1].count += count
		return
	}
	*s = append(*s, edit{op, old, new, count})
}

// middle appends the edits of texts that begin at from in both.
func (s *script) middle(a, b []word, from int) {
	steps := trace(a, b)
	if steps == nil {
		s.add(Delete, from, from, len(a))
		s.add(Insert, from+len(a), from, len(b))
		return
	}
	for _, e := range steps {
		s.add(e.op, from+e.old, from+e.new, e.count)
	}
}

// trace returns the edits; nil where there are more than [maxEdits].
func trace(a, b []word) []edit {
	n, m := len(a), len(b)
	most := min(n+m, maxEdits)
	best := make([]int, 2*most+3) // by diagonal, the farthest old word that d edits reach
	at := func(k int) int { return k + most + 1 }
	var history [][]int
	for d := 0; d <= most; d++ {
		history = append(history, append([]int(nil), best[at(-d)-1:at(d)+2]...))
		for k := -d; k <= d; k += 2 {
			x := best[at(k-1)] + 1
			if k == -d || k != d && best[at(k-1)] < best[at(k+1)] {
				x = best[at(k+1)]
			}
			y := x - k
			for x < n && y < m && sameWord(a[x], b[y]) {
				x, y = x+1, y+1
			}
			best[at(k)] = x
			if x >= n && y >= m {
				return back(history, n, m)
			}
		}
	}
	return nil
}

// back follows the history from the end of both texts to their beginning.
func back(history [][]int, x, y int) []edit {
	var list []edit
	for d := len(history) - 1; d >= 0; d-- {
		row := history[d]
		of := func(k int) int { return row[k+d+1] }
		k := x - y
		before := k - 1
		if k == -d || k != d && of(k-1) < of(k+1) {
			before = k + 1
		}
		px := of(before)
		py := px - before
		if d == 0 {
			px, py = 0, 0
		}
		start := px
		if before == k-1 && d > 0 {
			start++
		}
		if kept := x - start; kept > 0 {
			list = append(list, edit{Keep, start, y - kept, kept})
		}
		switch {
		case d == 0:
		case before == k-1:
			list = append(list, edit{Delete, px, py, 1})
		default:
			list = append(list, edit{Insert, px, py, 1})
		}
		x, y = px, py
	}
	for i, j := 0, len(list)-1; i < j; i, j = i+1, j-1 {
		list[i], list[j] = list[j], list[i]
	}
	return list
}

// tidy makes one change of changes that stand close together: of each group, what is deleted stands before what is inserted.
func tidy(list []edit) []edit {
	var out script
	for i := 0; i < len(list); {
		if list[i].op == Keep {
			out.add(Keep, list[i].old, list[i].new, list[i].count)
			i++
			continue
		}
		end := cluster(list, i)
		first, last := list[i], list[end-1]
		oldEnd, newEnd := last.old, last.new
		if last.op == Delete {
			oldEnd += last.count
		} else {
			newEnd += last.count
		}
		out.add(Delete, first.old, first.new, oldEnd-first.old)
		out.add(Insert, oldEnd, first.new, newEnd-first.new)
		i = end
	}
	return out
}

// cluster returns the end of the changes that begin at i: kept words between two changes that are fewer than the words that changed on
// both sides of them, and at most two, are part of it.
func cluster(list []edit, i int) int {
	for end := i; ; {
		changed := 0
		for end < len(list) && list[end].op != Keep {
			changed += list[end].count
			end++
		}
		if end+1 >= len(list) || list[end].count > 2 || list[end].count >= changed+list[end+1].count {
			return end
		}
		end++
	}
}
