package score

import (
	"fmt"
	"slices"

	"github.com/policyx/policyx/schema"
)

// sameIndicator is the overlap from which two phrases name the same thing.
const sameIndicator = 0.6

// context scores, of the targets that agree in number, what agrees in type, base, date
// and indicator.
func (t *Tally) context(where string, want []GoldTarget, got []schema.Target) {
	left := slices.Clone(got)
	for _, q := range want {
		i := slices.IndexFunc(left, func(p schema.Target) bool { return targetFact(p).key() == q.fact().key() })
		if i < 0 {
			continue
		}
		p := left[i]
		left = slices.Delete(left, i, i+1)
		for _, field := range []struct{ name, want, got string }{
			{"type", string(q.Type), string(p.Type)}, {"per", string(q.Per), p.Per}, {"when", string(q.When), p.When},
		} {
			t.agree(where, q, field.name, field.want, field.got, plain(field.want) == plain(field.got))
		}
		t.agree(where, q, "indicator", string(q.Indicator), p.Indicator, overlap(string(q.Indicator), p.Indicator) >= sameIndicator)
	}
}

func (t *Tally) agree(where string, q GoldTarget, field, want, got string, same bool) {
	t.Want++
	t.Got++
	if same {
		t.Hit++
		return
	}
	t.Missing = append(t.Missing, Miss{where, fmt.Sprintf("%s: %s %q, not %q", q.Text, field, want, got)})
}
