// Package pack writes archives and mails for tests: ZIP with names in GB18030, stored RAR, MIME messages and saved pages.
// What it writes is what programs on Chinese Windows write, no more.
package pack
