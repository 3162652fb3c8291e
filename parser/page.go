package parser

import "github.com/policyx/policyx/parser/bundle"

// PageFolder reports whether a folder holds the pictures and scripts of a page that a browser saved beside it
// (page.html and page_files or page.files), and so no part of a notice. beside are the names in the folder above.
func PageFolder(folder string, beside []string) bool { return bundle.PageFolder(folder, beside) }
