package source

import (
	"strings"
	"unicode/utf8"

	"github.com/policyx/policyx/schema"
)

// MostCharacters bounds the text that is read of one notice: some eight thousand pages in
// print, thirty times the longest notices. What a run takes of memory goes by it.
const MostCharacters = 5_000_000

// Cut is the diagnostic of a notice that was not read beyond [MostCharacters].
func Cut() schema.Diagnostic {
	return schema.Remark(schema.Error, schema.UnreadContent, "The document has more text than 5,000,000 characters, or is a page of a million elements; what stands behind them was not read.")
}

// Pictures is what is said of a document whose text was read and n pictures beside it were not.
func Pictures(n int) []schema.Diagnostic {
	if n == 0 {
		return nil
	}
	return []schema.Diagnostic{schema.Remark(schema.Info, schema.UnreadContent, "Pictures beside the text were not read (%d); what they show is in no field.", n)}
}

// within returns the lines of text that stand whole within the first most characters, of a
// line that is longer its begin, and whether that is all of text.
func within(text string, most int) (string, bool) {
	if len(text) <= most || utf8.RuneCountInString(text) <= most {
		return text, true
	}
	end := 0
	for i := range text {
		if most--; most < 0 {
			end = i
			break
		}
	}
	if line := strings.LastIndexByte(text[:end], '\n'); line > 0 {
		end = line + 1
	}
	return text[:end], false
}
