package catalog

import (
	"database/sql"
	"errors"
	"strings"
	"syscall"

	"github.com/policyx/policyx/schema/message"
)

var (
	// ErrBusy is a catalogue that another program was writing for as long as was waited.
	ErrBusy = message.New("another program is writing this catalogue")
	// ErrForeign is a file that is no catalogue.
	ErrForeign = message.New("is no catalogue of notices")
	// ErrEmpty is a file without content.
	ErrEmpty = message.New("is empty")
	// ErrNewer is a catalogue of a later version of this package.
	ErrNewer = message.New("was made by a newer version of policyx")
	// ErrDamaged is a catalogue of which something is missing or broken.
	ErrDamaged = message.New("is damaged: copy it back from where it is whole, or delete it and make it anew with policyx index")
	// ErrReadOnly is a catalogue that has to be written and cannot be.
	ErrReadOnly = message.New("cannot be written: make it and its folder writable, or copy it into a folder that is")
	// ErrUnopened is a catalogue that the system does not open.
	ErrUnopened = message.New("cannot be opened: it, its folder and the journal beside it have to be readable and writable")
)

// causes are what the codes of SQLite mean for a catalogue (sqlite.org/rescode.html): the lowest byte of each.
var causes = map[int]error{
	3:  ErrUnopened, // PERM
	5:  ErrBusy,
	6:  ErrBusy, // LOCKED
	8:  ErrReadOnly,
	10: syscall.EIO,
	11: ErrDamaged, // CORRUPT
	13: syscall.ENOSPC,
	14: ErrUnopened, // CANTOPEN
	26: ErrForeign,
}

// fault is what an error of SQLite means, with what SQLite says kept for those who unwrap it.
type fault struct{ means, said error }

func (f *fault) Error() string      { return f.means.Error() }
func (f *fault) Text() message.Text { return message.Sprintf("%w", f.means) }
func (f *fault) Unwrap() []error    { return []error{f.means, f.said} }

// cause is err, or what it means for the catalogue.
func cause(err error) error {
	var known *fault
	var coded interface{ Code() int }
	switch {
	case err == nil || errors.As(err, &known):
		return err
	case errors.Is(err, sql.ErrNoRows):
		return &fault{ErrDamaged, err}
	case errors.As(err, &coded):
		if means := causes[coded.Code()&0xff]; means != nil {
			return &fault{means, err}
		}
		if strings.Contains(err.Error(), "no such table") || strings.Contains(err.Error(), "no such column") {
			return &fault{ErrDamaged, err}
		}
	}
	return err
}
