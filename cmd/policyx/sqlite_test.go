package main

import (
	"database/sql"
	"fmt"
	"os"
	"strings"

	_ "modernc.org/sqlite" // so that the tests run what the keeper runs
)

// pretendSQLite prints what a statement selects as sqlite3 does, "sqlite3 FILE STATEMENT"; other ways to call it do nothing.
func pretendSQLite() {
	if len(os.Args) != 3 || strings.HasPrefix(os.Args[1], "-") {
		return
	}
	if err := printRows(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func printRows(file, statement string) error {
	db, err := sql.Open("sqlite", "file:"+file)
	if err != nil {
		return err
	}
	defer db.Close()
	rows, err := db.Query(statement)
	if err != nil {
		return err
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		return err
	}
	values, pointers := make([]any, len(columns)), make([]any, len(columns))
	for i := range values {
		pointers[i] = &values[i]
	}
	for rows.Next() {
		if err := rows.Scan(pointers...); err != nil {
			return err
		}
		var row []string
		for _, v := range values {
			switch v := v.(type) {
			case nil:
				row = append(row, "")
			case float64:
				row = append(row, fmt.Sprintf("%.1f", v))
			default:
				row = append(row, fmt.Sprint(v))
			}
		}
		fmt.Println(strings.Join(row, "|"))
	}
	return rows.Err()
}
