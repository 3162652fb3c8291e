// Package ocr sets what a recognition engine read off the picture of a page as a page of characters and
// ruling lines, to be laid out like any other.
//
// In comes a picture of a page and an [Engine]; out goes a [layout.Page] in points, with the confidence of
// its text. On the way
//
//   - the page is turned upright (up to 3°), so that lines of text are level and ruling lines straight; one
//     that lies on its side is read turned
//   - the engine reads it; its words share their boxes among their characters, a line gets one base line
//     and one size, spaces between Chinese characters go
//   - marks that the engine dropped are put back where what stands around proves them
//   - ruling lines are found in the picture itself: long, thin, dark runs
//   - how much of what is printed no line covers is measured, so that no page is half read in silence
//
// The package runs nothing: an Engine is a function that the caller brings. Misreadings that only one
// reading mends are rows of a table ([Repairs]).
package ocr
