// Package record reads notices that come from other programs as a JSON object a line, and answers each with a line.
//
//	{"id": …, "text" or "html" or "base64": …, "issued": …, "place": …, …}
//	{"id": …, …, "notice": {…}}, or "error" instead of "notice"
//
// Fields that say nothing to the package are passed through as they stand.
package record
