package header

import (
	"fmt"
	"testing"
)

func TestRows(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range rows() {
		key := fmt.Sprint(r.word, r.whole)
		if seen[key] {
			t.Errorf("%s stands in the table twice", r.word)
		}
		seen[key] = true
		if r.Kind == Unknown {
			t.Errorf("%s: no such kind", r.word)
		}
		if got, ok := Of(Fold(r.example)); !ok || got != r.Column {
			t.Errorf("%s: example %s is %v, want %v", r.word, r.example, got, r.Column)
		}
		if got, ok := Of(Fold(r.near)); ok && got == r.Column {
			t.Errorf("%s: near miss %s is one too", r.word, r.near)
		}
	}
}

func TestOf(t *testing.T) {
	for key, want := range map[string]Kind{
		"重点任务": Work, "具体工作": Work, "重点工程": Work, "工作内容": Work, "事项名称": Name, "主要内容": Work, "攻坚任务": Work, "完成节点": Time,
		"年度任务": Work, "推进举措": Work, "实施路径": Work, "包保单位": Party, "国家部委": Party, "省级部门": Party, "2026年目标": Value, "2027年目标值": Value,
		"2025年工作任务": Work, "2025": Value, "2026-2028年": Value, "目标值(%)": Value, "建议责任单位(省级部门)": Party, "总投资(亿元)": Value, "指标 性质": Attribute,
		"领 域": Field, "责 任 单 位": Party, "单位": Unit, "责任单位/责任人": Party, "责任单位、联系人": Party, "责任单位联系人": People, "单位负责人": People, "部门": Holder, "申报单位": Body, "责任人": People, "工作指标": Indicator, "备注": Note, "目前进展": Report, "开始时间": Time, "计划完成日期": Time,
	} {
		if got, _ := Of(Fold(key)); got.Kind != want {
			t.Errorf("%s is %d, want %d", key, got.Kind, want)
		}
	}
	for _, key := range []string{"", "各县区要认真落实工作任务。", "云溪市", "建设一批覆盖城乡的社区居家养老服务设施和工作任务"} {
		if got, ok := Of(Fold(key)); ok {
			t.Errorf("%q is %v", key, got)
		}
	}
}

func TestYear(t *testing.T) {
	for key, want := range map[string]int{"2027年目标值": 2027, "到2025年": 2025, "2025": 2025, "2026目标": 2026, "12025": 0, "2025号": 0, "第1期": 0, "1025年": 0} {
		if got, _ := Year(key); got != want {
			t.Errorf("%s: %d", key, got)
		}
	}
}
