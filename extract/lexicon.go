package extract

import (
	"github.com/policyx/policyx/extract/party"
	"github.com/policyx/policyx/parser/lexicon"
)

// Lexicon is the built-in word lists with a user's additions: departments, aliases,
// places, units and roles. It is made once, never changes, and is safe for concurrent use.
type Lexicon struct {
	user  *lexicon.User
	words *party.Words
}

// NewLexicon checks additions and returns the lexicon with them. The error is of type
// [lexicon.Faults] and names the line of each fault.
func NewLexicon(additions []lexicon.Addition) (*Lexicon, error) {
	user, err := lexicon.NewUser(additions)
	if err != nil {
		return nil, err
	}
	return &Lexicon{user, party.NewWords(user)}, nil
}

// Words returns the word lists, with the user's additions; nil for the built-in ones.
func (l *Lexicon) Words() *lexicon.User {
	if l == nil {
		return nil
	}
	return l.user
}

// user returns the lists that the options name, nil for the built-in ones.
func (o Options) user() *lexicon.User { return o.Lexicon.Words() }

// words returns the same for the department family.
func (o Options) words() *party.Words {
	if o.Lexicon == nil {
		return nil
	}
	return o.Lexicon.words
}
