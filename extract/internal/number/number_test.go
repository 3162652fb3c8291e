package number_test

import (
	"testing"

	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/extract/internal/number"
	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/source"
)

func scan(text string) *lex.Stream {
	folded := source.FoldRunes(nil, []rune(text))
	return lex.Scan(folded, []block.Range{{Start: 0, End: len(folded)}})
}

func TestDocument(t *testing.T) {
	for text, want := range map[string]string{
		"云政办发〔2023〕6号":         "云政办发〔2023〕6号",
		"云政办发[2023]第06号":       "云政办发〔2023〕6号",
		"按照云政发〔2023〕6号同意":      "云政发〔2023〕6号",
		"云经信发〔2023〕6号":         "云经信发〔2023〕6号",
		"经云政发〔2023〕6号同意":       "云政发〔2023〕6号",
		"云政办发〔20236":           "云政办发〔2023〕6号", // lost its marks
		"修缮步道（2023）6":          "",             // prose
		"〔2023〕6号":             "",             // no 机关代字
		"云政办发〔1823〕6号":         "",
		"云溪市修缮步道（2023年）实施方案6号": "",
	} {
		s, got := scan(text), ""
		for i := range s.Runes {
			if n, ok := number.Document(s, i); ok {
				got = n.Text
				if n.Repaired != (text == "云政办发〔20236") {
					t.Errorf("%s: repaired %v", text, n.Repaired)
				}
			}
		}
		if got != want {
			t.Errorf("%s is read as %q, want %q", text, got, want)
		}
	}
}

func TestStandard(t *testing.T) {
	for text, want := range map[string]string{
		"GB/T35796-2017":   "GB/T 35796—2017",
		"GBT 35796--2017":  "GB/T 35796—2017",
		"DB33/T 1234—2020": "",
		"GB 5749-2022":     "GB 5749—2022",
		"GB 5749":          "",
	} {
		if got, _ := number.Standard(scan(text), 0); got != want {
			t.Errorf("%s is read as %q, want %q", text, got, want)
		}
	}
}

func TestBareAndYear(t *testing.T) {
	for text, want := range map[string]string{
		"云溪市人民政府令第16号）":              "云溪市人民政府令第16号",
		"云溪市人民政府令2004年第3号）":          "云溪市人民政府令2004年第3号",
		"云溪市税务局公告2023年第5号）":          "云溪市税务局公告2023年第5号",
		"云溪省第十一届人民代表大会常务委员会公告第35号）":  "云溪省第十一届人民代表大会常务委员会公告第35号",
		"云溪市人民代表大会常务委员会公告〔十五届〕第88号）": "云溪市人民代表大会常务委员会公告〔十五届〕第88号",
		"云溪市人民代表大会常务委员会公告（十五届）第88号）": "云溪市人民代表大会常务委员会公告（十五届）第88号",
		"见公告栏）8号":   "",
		"见公告栏8号）":   "",
		"〔2020〕8号）": "〔2020〕8号",
		"第8号）":      "",
	} {
		if got, _ := number.Bare(scan(text), 0); got != want {
			t.Errorf("%s is read as %q, want %q", text, got, want)
		}
	}
	if y := number.Year("云政办发〔2023〕6号"); y != "2023" {
		t.Errorf("year %q", y)
	}
	if y := number.Year("云溪市人民政府令第16号"); y != "" {
		t.Errorf("an order: %q", y)
	}
}

func TestIsPlot(t *testing.T) {
	for text, want := range map[string]bool{
		"云政工出〔2023〕6号": true,
		"云政储出〔2023〕6号": true,
		"云政发〔2023〕6号":  false,
		"云新出〔2023〕6号":  false, // 新闻出版
	} {
		if got := number.IsPlot(text); got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
}
