package score

import (
	"strings"

	"github.com/policyx/policyx/schema"
)

// wanted and gotten are what tells the tasks of the two sides apart, made plain once.
type wanted struct {
	title, head, tail          string
	hasTitle, hasHead, hasTail bool
	number                     string
}

type gotten struct{ title, text, number string }

func wantedTasks(tasks []GoldTask) []wanted {
	out := make([]wanted, len(tasks))
	for i, t := range tasks {
		w := &out[i]
		w.title, w.hasTitle = given(t.Title)
		w.head, w.hasHead = given(t.Head)
		w.tail, w.hasTail = given(t.Tail)
		w.number = label(string(t.Number))
	}
	return out
}

func given(t *Text) (string, bool) {
	if t == nil {
		return "", false
	}
	return plain(string(*t)), true
}

func gottenTasks(tasks []schema.Task) []gotten {
	out := make([]gotten, len(tasks))
	for i, t := range tasks {
		out[i] = gotten{plain(t.Title), plain(t.Text), label(t.Number)}
	}
	return out
}

// like says how much two tasks look the same; 0 where they are two.
func like(w wanted, g gotten) float64 {
	s := 0.0
	if w.hasTitle && w.title == g.title {
		s += 2
	}
	if w.hasHead && strings.HasPrefix(g.text, w.head) {
		s += 2
	}
	if w.hasTail && strings.HasSuffix(g.text, w.tail) {
		s++
	}
	if w.number == g.number {
		s += 0.5
	}
	if s < 2 {
		return 0
	}
	return s
}

// pairs are the tasks of both sides by their index, and those without a partner.
type pairs struct {
	both           [][2]int
	lonely, beyond []int // of the answer; of the notice
}

// pair aligns the tasks in order, so that the likenesses add up to the most.
func pair(want []wanted, got []gotten) pairs {
	best := make([][]float64, len(want)+1)
	for i := range best {
		best[i] = make([]float64, len(got)+1)
	}
	for i := len(want) - 1; i >= 0; i-- {
		for j := len(got) - 1; j >= 0; j-- {
			best[i][j] = max(best[i+1][j], best[i][j+1], like(want[i], got[j])+best[i+1][j+1])
		}
	}
	var p pairs
	i, j := 0, 0
	for i < len(want) && j < len(got) {
		switch s := like(want[i], got[j]); {
		case s > 0 && best[i][j] == s+best[i+1][j+1]:
			p.both = append(p.both, [2]int{i, j})
			i, j = i+1, j+1
		case best[i][j] == best[i+1][j]:
			p.lonely = append(p.lonely, i)
			i++
		default:
			p.beyond = append(p.beyond, j)
			j++
		}
	}
	for ; i < len(want); i++ {
		p.lonely = append(p.lonely, i)
	}
	for ; j < len(got); j++ {
		p.beyond = append(p.beyond, j)
	}
	return p
}
