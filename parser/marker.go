package parser

import "github.com/policyx/policyx/parser/label"

// MarkerKind is the shape of an item's label.
type MarkerKind = label.Kind

// Marker is an item's label.
type Marker = label.Marker

// The shapes of labels.
const (
	NoMarker = label.None
	Volume   = label.Volume   // 第一编
	Chapter  = label.Chapter  // 第一章, 第一部分
	Division = label.Division // 第一节
	Article  = label.Article  // 第一条
	Section  = label.Section  // 一、
	Clause   = label.Clause   // （一）
	Numeral  = label.Numeral  // 1.
	Decimal  = label.Decimal  // 1.1
	Bracket  = label.Bracket  // (1) or 1)
	Circle   = label.Circle   // ①
	Ordinal  = label.Ordinal  // 第一，
	Noun     = label.Noun     // 任务一：
	Box      = label.Box      // 专栏1
)

// markerAt reads the label that begins at i, one whose shape leaves no doubt.
func markerAt(text []rune, i, end int) (Marker, bool) {
	m, ok := label.At(text, i, end)
	return m, ok && !m.Doubtful
}

func skipBlank(text []rune, i, end int) int {
	for i < end && isBlank(text[i]) {
		i++
	}
	return i
}
