//go:build !windows

package main

// systemLanguage is "": the environment says it.
func systemLanguage() string { return "" }
