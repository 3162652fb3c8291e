// Package label reads the labels of items, 一、 (一) 1. 1.1 第一条 任务一：, and the numerals in
// them. It is the only reader of either: structure, text and layout ask it.
//
// It looks at one place of a folded text (see package source) and says what label begins
// there by its shape. Whether the numbering bears it out is the caller's to decide: a kind
// that is [Marker.Doubtful] needs that.
package label
