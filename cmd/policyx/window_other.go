//go:build !windows

package main

// ownWindow is false: a terminal stays when the program has ended.
func ownWindow() bool { return false }
