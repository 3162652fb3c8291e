package source

import (
	"reflect"
	"strings"
	"testing"
)

func rowsOf(text string) (cells [][]string, open []int) {
	for row := range Rows(text, ',') {
		cells = append(cells, row.Cells)
		if row.Open {
			open = append(open, row.Line)
		}
	}
	return cells, open
}

func TestRowsOpenQuote(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       [][]string
		open       []int
	}{
		{"closed nowhere", "a,b,c\n1,\"二,三\n4,五,六\n", [][]string{{"a", "b", "c"}, {"1", "二", "三"}, {"4", "五", "六"}}, []int{2}},
		{"closed behind other rows", "a,b,c\n1,\"二,三\n4,五,六\n7,八,九\n1,\"二,\n三\",\"四\"\n",
			[][]string{{"a", "b", "c"}, {"1", "二", "三"}, {"4", "五", "六"}, {"7", "八", "九"}, {"1", "二,\n三", "四"}}, []int{2}},
		{"another opens behind it", "a,b\n1,\"二\n3,\"四\n五\"\n", [][]string{{"a", "b"}, {"1", "二"}, {"3", "四\n五"}}, []int{2}},
		{"lines with commas", "a,b,c\n1,\"二\n三,四\n1,000,000元\",五\n", [][]string{{"a", "b", "c"}, {"1", "二\n三,四\n1,000,000元", "五"}}, nil},
		{"quoted words", "a,b\n1,\"口袋\"公园\n2,三\n", [][]string{{"a", "b"}, {"1", "\"口袋\"公园"}, {"2", "三"}}, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got, open := rowsOf(tt.text); !reflect.DeepEqual(got, tt.want) || !reflect.DeepEqual(open, tt.open) {
				t.Errorf("%q, open %v", got, open)
			}
		})
	}
}

// A quote opens each of many lines: none is looked for in all of the text again.
func TestRowsManyOpenQuotes(t *testing.T) {
	const lines = 300_000
	cells, open := rowsOf(strings.Repeat("\"b\n", lines))
	if len(cells) != lines || len(open) != lines {
		t.Errorf("%d rows, %d of them open", len(cells), len(open))
	}
}

func TestUnevenTable(t *testing.T) {
	heads := func(row []string) Mend {
		for _, c := range row {
			if !strings.Contains("序号 任务 牵头单位 时限", strings.TrimSpace(c)) {
				return nil
			}
		}
		return func(rows []Row, _ rune) []Row { return rows }
	}
	for text, want := range map[string]Format{
		"序号,任务,牵头单位,时限\n1,新建公园,市林业局,年底\n2,新建桥梁,市交通局\n":     CSV,
		"序号,任务,牵头单位,时限\n1,新建公园,含,停车场,市林业局,年底\n2,建桥,县,年底\n": CSV,
		"任务,牵头单位\n新建公园,市林业局\n":                             CSV,
		"任务;牵头单位\n新建公园;市林业局\n":                             CSV,
		"任务\t牵头单位\n新建公园\t市林业局\n":                           TSV,
		"任务\t牵头单位\n新建公园\t市林业局\n请抓好落实。\n":                   Text,
		"任务,要求\n新建公园,市林业局\n":                               Text,
		"公园,桥梁,学校\n新建公园,市林业局,年底\n新建桥梁,市交通局\n":              Text,
		"序号,任务,牵头单位\n一、重点任务,要抓好\n二、保障,要到位\n":               Text,
	} {
		f, _, err := Open("", []byte(text), Options{Heads: heads})
		if err != nil || f.Format != want {
			t.Errorf("%q is %v (%v), want %s", text, f, err, want)
		}
	}
}
