package head

import (
	"strconv"
	"strings"

	"github.com/policyx/policyx/parser/source"
)

// Year returns the one year that a title names: 2026年工作任务清单. It is 0 where a title names
// none, two, or that of an edition (2020年版).
func Year(title string) int {
	title = source.Squeeze(title)
	year := 0
	for i := 0; i+4 < len(title); i++ {
		if title[i] < '1' || title[i] > '2' {
			continue
		}
		n, err := strconv.Atoi(title[i : i+4])
		if err != nil || n < 1990 || n > 2100 {
			continue
		}
		rest := title[i+4:]
		if year > 0 || !strings.HasPrefix(rest, "年") || strings.HasPrefix(rest, "年版") || strings.HasPrefix(rest, "年修") {
			return 0
		}
		year = n
		i += 3
	}
	return year
}
