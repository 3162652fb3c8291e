package align

import (
	"cmp"
	"crypto/sha256"
	"encoding/base32"
	"strconv"
	"strings"

	"github.com/policyx/policyx/schema"
)

// How many letters of a title and of a text are its opening.
const titleLetters, textLetters = 24, 16

// How long a key is, and what [Document] returns, in characters of five bits.
const keyLength, documentLength = 10, 6

// alphabet has no letters that are taken for figures.
var alphabet = base32.NewEncoding("0123456789abcdefghjkmnpqrstvwxyz")

// Keys sets the key of each goal and task of n. No two of a notice share one; the same content
// gives the same key in every notice.
func Keys(n *schema.Notice) {
	taken := make(map[string]bool, len(n.Goals)+len(n.Tasks))
	assign(n.Goals, "goal", taken)
	assign(n.Tasks, "task", taken)
}

// Document returns what tells a notice from others, as [Keys] does for its tasks: a hash of its number,
// else of issuer and title, else of the name of its file. It outlives another format and another reading.
func Document(n *schema.Notice) string {
	m := n.Metadata
	switch title := cmp.Or(m.Title, m.Enclosure); {
	case m.DocumentNumber != "":
		return hash("number\n" + string(figures(m.DocumentNumber)))[:documentLength]
	case title != "":
		return hash("title\n" + string(letters(m.Issuer)) + "\n" + string(figures(title)))[:documentLength]
	}
	return hash("file\n" + n.Source.Name)[:documentLength]
}

// assign names each task by as much of it as tells it from the others.
func assign(tasks []schema.Task, kind string, taken map[string]bool) {
	names := make([]string, len(tasks))
	for i := range names {
		names[i] = kind
	}
	for _, part := range []func(*schema.Task) string{opening, headings, body, whole} {
		alike := make(map[string]int, len(names))
		for _, name := range names {
			alike[name]++
		}
		told := true // each from the others
		for i, name := range names {
			if alike[name] > 1 || name == kind {
				told = false
				names[i] += "\n" + part(&tasks[i])
			}
		}
		if told {
			break
		}
	}
	times := make(map[string]int, len(names))
	for i, name := range names {
		times[name]++
		key := numbered(name, times[name])
		for taken[key] {
			times[name]++
			key = numbered(name, times[name])
		}
		taken[key] = true
		tasks[i].Key = key
	}
}

// numbered is the key of the nth task of a name.
func numbered(name string, n int) string {
	if n == 1 {
		return hash(name)
	}
	return hash(name + "\n" + strconv.Itoa(n))
}

func opening(t *schema.Task) string {
	if title := first(t.Title, titleLetters); len(title) > 0 {
		return string(title)
	}
	return body(t)
}

func headings(t *schema.Task) string {
	var out strings.Builder
	for _, heading := range t.Path {
		out.WriteString(string(letters(Unlabelled(heading))))
		out.WriteByte('\t')
	}
	return out.String()
}

func body(t *schema.Task) string { return string(first(t.Text, textLetters)) }

func whole(t *schema.Task) string { return string(figures(t.Title + "\n" + t.Text)) }

func hash(name string) string {
	sum := sha256.Sum256([]byte(name))
	return alphabet.EncodeToString(sum[:])[:keyLength]
}
