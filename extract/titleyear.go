package extract

import (
	"sort"
	"strings"

	"github.com/policyx/policyx/parser/block"
)

// yearAround returns the year that the title of a place's attachment, of what the notice
// encloses, or of the notice names, for months without a year; 0 where none does, or where
// it lies before the year of issue.
func (x *extractor) yearAround(at block.Range) int {
	titles := []string{x.notice.Metadata.Enclosure}
	parts := x.doc.Parts
	if i := sort.Search(len(parts), func(i int) bool { return parts[i].End > at.Start }); i < len(parts) && parts[i].Attachment {
		titles = []string{x.doc.Join(parts[i].Title...), x.notice.Metadata.Enclosure}
	}
	if y := x.titleYear(titles...); y >= x.issued.Year {
		return y
	}
	return 0
}

// numberYear returns the year of a document's number: 云政办发〔2023〕6号; 0 for none.
func numberYear(number string) int {
	_, behind, _ := strings.Cut(number, "〔")
	year, _, ok := strings.Cut(behind, "〕")
	if !ok {
		return 0
	}
	return onlyYear(year + "年")
}
