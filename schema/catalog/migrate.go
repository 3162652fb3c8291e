package catalog

import (
	"context"
	_ "embed"
	"encoding/binary"
	"fmt"
)

// applicationName marks the file as a catalogue: the application_id of SQLite.
const applicationName = "plyx"

var applicationID = int32(binary.BigEndian.Uint32([]byte(applicationName)))

//go:embed tables.sql
var tables string

//go:embed tables2.sql
var tables2 string

//go:embed views.sql
var views string

// steps make a catalogue of version n+1 of one of version n, the first of an empty file. A step that was in a release
// is never changed. Views are no part of them: they are made anew with each step, which may be empty for their sake.
var steps = []string{tables, tables2}

// Version is the version of the tables: the user_version of SQLite.
var Version = len(steps)

// migrate brings the file up to the last step. It writes nothing where that is so already.
func (c *Catalog) migrate(steps []string) error {
	version, err := c.version()
	if err != nil || version == len(steps) {
		return err
	}
	switch {
	case version > len(steps):
		return ErrNewer
	case version < 0:
		return ErrDamaged
	}
	return c.within(func() error {
		version, err := c.version() // another program may have been faster
		if err != nil || version == len(steps) {
			return err
		}
		if err := c.dropViews(); err != nil {
			return err
		}
		for _, step := range append(steps[version:len(steps):len(steps)], views, fmt.Sprint("PRAGMA application_id = ", applicationID, "; PRAGMA user_version = ", len(steps))) {
			if _, err := c.conn.ExecContext(context.Background(), step); err != nil {
				return err
			}
		}
		return nil
	})
}

// version is the step that the file is at. A file with tables of others, or with none where none are made, is no catalogue.
func (c *Catalog) version() (version int, err error) {
	var id int32
	var content int
	if err := c.row("PRAGMA application_id").Scan(&id); err != nil {
		return 0, err
	}
	if err := c.row("SELECT count(*) FROM sqlite_master").Scan(&content); err != nil {
		return 0, err
	}
	if id != applicationID && (content > 0 || !c.makes) {
		return 0, ErrForeign
	}
	return version, c.row("PRAGMA user_version").Scan(&version)
}

func (c *Catalog) dropViews() error {
	names, err := c.texts("SELECT name FROM sqlite_master WHERE type = 'view'")
	for _, name := range names {
		if _, err := c.conn.ExecContext(context.Background(), "DROP VIEW "+name); err != nil {
			return err
		}
	}
	return err
}
