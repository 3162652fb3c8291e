package extract_test

import (
	"testing"

	"github.com/policyx/policyx/extract"
)

func TestFigures(t *testing.T) {
	for text, want := range map[string]string{
		"六十五岁以上老年人管理率": "65岁以上老年人管理率", "三岁以下托位数": "3岁以下托位数", "六十五周岁": "65周岁", "一百二十张以上机构": "120张以上机构",
		"二级医院": "二级医院", "第三方机构": "第三方机构", "“十四五”床位": "“十四五”床位", "统一标准": "统一标准", "６５岁": "65岁", "": "",
	} {
		if got := extract.Figures(text); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}
