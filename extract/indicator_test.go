package extract_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/policyx/policyx/extract"
	"github.com/policyx/policyx/parser"
)

// TestIndicators reads rows of tables of indicators: name|unit|year kind op value|departments.
func TestIndicators(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"one column of targets, units in the cells", "云溪市养老工作指标表\n序号 | 工作指标 | 2027年目标值 | 责任单位\n1 | 社区食堂数量 | 150个以上 | 市民政局\n2 | 护理床位 | 突破2万张 | 市卫生健康委\n3 | 助餐平台用户 | 10万以上 | 市商务局\n4 | 示范街区 | 4条（个）以上 | 市商务局",
			"社区食堂数量|个|2027 target >= 150|市民政局\n护理床位|万张|2027 target > 2|市卫生健康委\n助餐平台用户|万|2027 target >= 10|市商务局\n示范街区|条(个)|2027 target >= 4|市商务局"},
		{"two years, unit of the name", "序号 | 指标 | 2026年目标 | 2027年目标\n1 | 绿地率（%） | 38 | 40\n2 | 公园（个） | 达到20个 | >30",
			"绿地率|%|2026 target  38,2027 target  40|\n公园|个|2026 target  20,2027 target > 30|"},
		{"the year of the title", "云溪市2026年民生主要指标\n序号 | 指标名称 | 单位 | 目标值\n1 | 新增托位 | 个 | 300\n2 | 供水规模 | 吨 | 2万吨", "新增托位|个|2026 target  300|\n供水规模|吨|2026 target  20000|"},
		{"a baseline", "序号 | 指标名称 | 2020年基数 | 2025年目标\n1 | 床位数（张） | 0 | 30\n2 | 机构数（家） | — | 3", "床位数|张|2020 baseline  0,2025 target  30|\n机构数|家|2025 target  3|"},
		{"words before the number", "序号 | 指标 | 2026年目标\n1 | 培育企业 | 养老企业1家\n2 | 能耗 | 下降5%\n3 | 评比名次 | 前10名\n4 | 高地 | 三大高地", "培育企业|家|2026 target  1|\n能耗|||\n评比名次|||\n高地|||"},
		{"Chinese numerals", "序号 | 指标 | 2026年目标\n1 | 绿地率 | 百分之六十以上\n2 | 公园 | 五十个\n3 | 覆盖率 | 达到百分之九十\n4 | 管网改造 | 三分之一\n5 | 完成情况 | 一般\n6 | 评比名次 | 第三\n7 | 步道 | 一百二十公里\n8 | 漏损率 | 下降百分之五",
			"绿地率|%|2026 target >= 60|\n公园|个|2026 target  50|\n覆盖率|%|2026 target  90|\n管网改造|%|2026 target  33.33|\n完成情况|||\n评比名次|||\n步道|公里|2026 target  120|\n漏损率|||"},
		{"a score sheet", "一级指标 | 二级指标 | 评分标准 | 分值\n床位 | 护理床位 | 达到30%得满分 | 20", ""},
	} {
		n := noticeOf(t, "云溪市养老服务工作方案\n\n"+tt.text)
		var got []string
		for _, in := range n.Indicators {
			var values, names []string
			for _, v := range in.Values {
				values = append(values, fmt.Sprint(v.Year, " ", v.Kind, " ", v.Op, " ", v.Value))
			}
			if in.Departments != nil {
				for _, d := range in.Departments.Responsible {
					names = append(names, d.Name)
				}
			}
			got = append(got, strings.Join([]string{in.Name, in.Unit, strings.Join(values, ","), strings.Join(names, ",")}, "|"))
		}
		if s := strings.Join(got, "\n"); s != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, s, tt.want)
		}
		if len(n.Tasks) > 0 {
			t.Errorf("%s: %d tasks", tt.name, len(n.Tasks))
		}
	}
}

// TestANoteAcrossTheColumnsIsNoIndicator: a row whose one cell goes over the columns of values says something about the row above.
func TestANoteAcrossTheColumnsIsNoIndicator(t *testing.T) {
	page := `<html><body><h1>云溪市人民政府关于印发健康行动方案的通知</h1><p>各县（市、区）人民政府：</p><p>现将方案印发给你们，请认真组织实施。</p><p>健康指标表</p><table><tr><td>领域</td><td>序号</td><td>指标</td><td>2025年目标值</td><td>2030年目标值</td><td>性质</td></tr>
<tr><td rowspan="3">步行</td><td>1</td><td>步道覆盖率（%）</td><td>40</td><td>60</td><td>预期性</td></tr>
<tr><td></td><td colspan="4">说明：步道覆盖率=有步道的社区数/120个社区×100%。</td></tr>
<tr><td>2</td><td colspan="3">居民每天步行</td><td>倡导性</td></tr></table></body></html>`
	n, err := extract.Read("a.html", []byte(page), parser.Options{Fragment: true}, extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, in := range n.Indicators {
		got = append(got, fmt.Sprint(in.Name, " ", in.Attribute, " ", len(in.Values)))
	}
	if s := strings.Join(got, "; "); s != "步道覆盖率 预期性 2; 居民每天步行 倡导性 0" {
		t.Error(s)
	}
}
