package extract_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/policyx/policyx/schema"
)

// TestCountsOfRows reads numbers whose unit stands in another cell. Each target is written
// text op value unit indicator, with its type where it is no outcome and the year that it is of.
func TestCountsOfRows(t *testing.T) {
	const head = "云溪市养老服务工作方案\n\n发文日期：2025-03-05\n\n"
	for _, tt := range []struct{ name, text, want string }{
		{"a column of units", "序号 | 任务名称 | 单位 | 目标值 | 责任单位\n1 | 社区食堂 | 座 | 30 | 市民政局\n2 | 新建步道 | 公里 | ≥12.5 | 市住建局", "30 = 30 座 社区食堂; ≥12.5 >= 12.5 公里 步道"},
		{"in the brackets of the header", "序号 | 任务内容 | 建设数量（座） | 责任单位\n1 | 建设社区食堂。 | 30 | 市民政局", "30 = 30 座 社区食堂"},
		{"the header says what is counted", "序号 | 任务内容 | 新增床位数（张） | 责任单位\n1 | 新建养老院。 | 1,200 | 市民政局", "1,200 = 1200 张 新增床位数"},
		{"money that is given", "序号 | 任务内容 | 补助资金（万元） | 责任单位\n1 | 开办社区食堂。 | 200 | 市财政局", "200 = 200 万元 补助资金 funding"},
		{"of a year", "序号 | 任务内容 | 单位 | 2026年目标 | 2027年目标 | 责任单位\n1 | 建设社区食堂。 | 座 | 30 | 50以上 | 市民政局", "30 = 30 座 社区食堂 2026; 50以上 >= 50 座 社区食堂 2027"},
		{"of the work", "序号 | 任务内容 | 年度目标（座） | 责任单位\n1 | 建设社区食堂。 | 30 | 市民政局", "30 = 30 座 社区食堂"},
		{"a long text has no name", "序号 | 任务内容 | 数量（座） | 责任单位\n1 | 在城区布点开办社区食堂，方便老年人就近用餐。 | 30 | 市民政局", "30 = 30 座 "},
		{"a cell with its own unit", "序号 | 任务内容 | 单位 | 目标值 | 责任单位\n1 | 开办社区食堂。 | 座 | 30座 | 市民政局", "30座 = 30 座 "},
		{"between two values", "序号 | 任务内容 | 数量（座） | 责任单位\n1 | 建设社区食堂。 | 20-30 | 市民政局", "20-30 .. 20 座 社区食堂"},
		{"repeated from above", "序号 | 任务内容 | 单位 | 目标值 | 责任单位\n1 | 建设社区食堂。 | 座 | 30 | 市民政局\n2 | 新建养老驿站。 | 〃 | 〃 | 市民政局", "30 = 30 座 社区食堂; 〃 = 30 座 养老驿站"},
		{"what was reached", "序号 | 任务内容 | 单位 | 2023年完成值 | 现状值 | 责任单位\n1 | 开办社区食堂。 | 座 | 30 | 12 | 市民政局", ""},
		{"how far it is", "序号 | 任务内容 | 完成率（%） | 责任单位\n1 | 建设社区食堂。 | 30 | 市民政局", ""},
		{"the unit is who answers", "序号 | 任务内容 | 单位 | 数量\n1 | 开办社区食堂的工作。 | 市民政局 | 30", "! 1 30"},
		{"no unit", "序号 | 任务内容 | 数量 | 责任单位\n1 | 建设社区食堂。 | 30 | 市民政局\n2 | 改造敬老院。 | 2 | 市民政局", "! 2 30"},
		{"words", "序号 | 任务内容 | 数量（座） | 责任单位\n1 | 开办社区食堂。 | 若干 | 市民政局", ""},
		{"figures of a project", "序号 | 项目任务 | 总投资（万元） | 责任单位\n1 | 建设社区食堂。 | 300 | 市民政局", ""},
	} {
		n := noticeOf(t, head+tt.text)
		var got []string
		for _, task := range n.Tasks {
			for _, g := range task.Targets {
				s := fmt.Sprintf("%s %s %s %s %s", g.Text, g.Op, g.Value, g.Unit, g.Indicator)
				if g.Type != schema.TargetOutcome {
					s += " " + string(g.Type)
				}
				if g.When != "" {
					s += " " + g.When
				}
				got = append(got, s)
			}
		}
		for _, d := range n.Diagnostics {
			if count, first, ok := strings.Cut(d.Message, ", the first is "); ok && d.Code == schema.TableShape {
				got = append(got, "! "+count[strings.LastIndex(count, " ")+1:]+" "+strings.TrimSuffix(first, "."))
			}
		}
		if s := strings.Join(got, "; "); s != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, s, tt.want)
		}
	}
}
