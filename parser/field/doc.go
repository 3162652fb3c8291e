// Package field knows the labels of page heads, as government sites print them beside a
// notice (索引号, 发文机关, 成文日期 …), and finds the fields in lines and tables.
//
// In goes folded text, out come ranges of it. The package decides nothing about what a
// value means.
package field
