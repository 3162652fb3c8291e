package desk

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"slices"
	"sync"

	"github.com/policyx/policyx/cmd/policyx/batch"
	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/correction"
)

// DataFolder is where corrections lie in the folder, as "policyx extract FOLDER -o FOLDER/data/" finds them.
const DataFolder = "data"

// Reading is what became of one notice of the folder.
type Reading struct {
	Name   string         // what it is called in the folder
	Notice *schema.Notice // as extracted; nil where Err says why there is none
	Text   string         // the reading text
	Fixes  string         // the slash-separated place of its corrections below the folder's data
	Err    error
}

// Source reads the notices of the folder. Its methods are called by one goroutine.
type Source interface {
	// List returns the files that lie in the folder now, but for those below data.
	List() []batch.Input
	// Read extracts the notices of one of them.
	Read(in batch.Input) []Reading
}

// sheet is a notice on the desk.
type sheet struct {
	Reading
	id      string
	version int // of the desk, when it changed last
	fixes   *correction.File
	revised int                // version of the desk when fixes changed last
	state   string             // of their file when it was read
	broken  error              // why it could not be
	stale   []correction.Stale // of fixes, what does not fit any more
	fixed   *schema.Notice     // as corrected
}

// desk is what lies on the desk.
type desk struct {
	folder string
	source Source
	crowd  *crowd

	mu          sync.Mutex
	sheets      map[string][]*sheet // by the place of the input
	states      map[string]string   // of each input when it was read
	version     int
	total, done int // of the inputs that are being read
}

func newDesk(folder string, source Source, c *crowd) *desk {
	return &desk{folder: folder, source: source, crowd: c, sheets: make(map[string][]*sheet), states: make(map[string]string)}
}

// read reads what is new or has changed in the folder and takes off the desk what is gone.
func (d *desk) read(ctx context.Context) {
	fresh, changed := d.begin(d.source.List())
	for _, in := range fresh {
		if ctx.Err() != nil {
			return
		}
		d.put(in, d.source.Read(in))
	}
	d.look()
	if changed {
		d.mu.Lock()
		d.total, d.done = 0, 0
		d.mu.Unlock()
		d.crowd.ring()
	}
}

// begin returns the inputs that have to be read, and whether anything has changed.
func (d *desk) begin(list []batch.Input) (fresh []batch.Input, changed bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	there := make(map[string]bool, len(list))
	for _, in := range list {
		there[in.Rel] = true
		if state := stateOf(in.Name); d.states[in.Rel] != state {
			d.states[in.Rel] = state
			fresh = append(fresh, in)
		}
	}
	for rel := range d.states {
		if !there[rel] {
			delete(d.sheets, rel)
			delete(d.states, rel)
			d.version++
			changed = true
		}
	}
	d.total, d.done = len(fresh), 0
	return fresh, changed || len(fresh) > 0
}

// stateOf changes whenever the file does.
func stateOf(file string) string {
	info, err := os.Stat(file)
	if err != nil {
		return "-"
	}
	return fmt.Sprint(info.ModTime().UnixNano(), info.Size())
}

// put puts what was read of an input on the desk.
func (d *desk) put(in batch.Input, readings []Reading) {
	d.mu.Lock()
	defer d.crowd.ring()
	defer d.mu.Unlock()
	var sheets []*sheet
	d.version++
	for _, r := range readings {
		s := &sheet{Reading: r, id: idOf(r.Name), version: d.version, revised: d.version}
		if r.Err == nil {
			s.state = stateOf(d.fileOf(r.Fixes))
			s.correct(d.fixesAt(r.Fixes))
		}
		if at := slices.IndexFunc(d.sheets[in.Rel], func(old *sheet) bool { return old.id == s.id && old.fixes.Equal(s.fixes) }); at >= 0 {
			s.revised = d.sheets[in.Rel][at].revised
		}
		sheets = append(sheets, s)
	}
	d.sheets[in.Rel] = sheets
	d.done++
}

// look reads corrections again that another program has changed.
func (d *desk) look() {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, s := range d.all() {
		if s.Err != nil {
			continue
		}
		state := stateOf(d.fileOf(s.Fixes))
		if state == s.state && s.broken == nil {
			continue
		}
		fixes, err := d.fixesAt(s.Fixes)
		s.state = state
		if fmt.Sprint(err) != fmt.Sprint(s.broken) || err == nil && !fixes.Equal(s.fixes) {
			d.change(s, fixes, err)
			d.crowd.ring()
		}
	}
}

func idOf(name string) string {
	sum := sha256.Sum256([]byte(name))
	return hex.EncodeToString(sum[:8])
}

// correct puts corrections on the notice; nil takes them off. Without those that could not be read (broken) there is none: it would
// look as if it had them.
func (s *sheet) correct(fixes *correction.File, broken error) {
	s.fixes, s.broken, s.stale, s.fixed = fixes, broken, nil, s.Notice
	if broken != nil {
		s.fixed = nil
	}
	if fixes != nil {
		_, s.stale = fixes.Apply(s.Notice, []rune(s.Text))
		s.fixed = fixes.On(s.Notice, []rune(s.Text))
	}
}

// all returns the notices on the desk, by name.
func (d *desk) all() (out []*sheet) {
	for _, sheets := range d.sheets {
		out = append(out, sheets...)
	}
	slices.SortFunc(out, func(a, b *sheet) int { return cmp.Compare(a.Name, b.Name) })
	return out
}

// state is what lies on the desk at one moment.
type state struct {
	version, total, done int
	sheets               []sheet // by name
}

func (d *desk) state() state {
	d.mu.Lock()
	defer d.mu.Unlock()
	out := state{version: d.version, total: d.total, done: d.done}
	for _, s := range d.all() {
		out.sheets = append(out.sheets, *s)
	}
	return out
}
