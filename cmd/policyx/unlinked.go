//go:build !sqlite

package main

// speak is left to the keeper.
var speak speaker
