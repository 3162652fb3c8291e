package filter

import (
	"reflect"
	"slices"
	"testing"

	"github.com/policyx/policyx/schema"
)

// notice is one of 云溪市 with a goal, four tasks and an indicator.
func notice() *schema.Notice {
	party := func(names ...string) (list []schema.Department) {
		for _, name := range names {
			list = append(list, schema.Department{Name: name})
		}
		return list
	}
	return &schema.Notice{
		Metadata: schema.Metadata{Jurisdiction: "云溪市", Level: schema.LevelCity},
		Goals:    []schema.Task{{ID: "g1", Text: "到2025年底，养老服务更完善。", Deadlines: []schema.Deadline{{End: "2025-12-31"}}}},
		Tasks: []schema.Task{
			{
				ID: "1", Title: "建设养老服务中心", Path: []string{"一、重点任务"}, Span: schema.Span{Start: 10, End: 50},
				Departments: &schema.Departments{Lead: party("市民政局"), Support: party("市财政局", "各县区人民政府")},
				Deadlines:   []schema.Deadline{{End: "2024-06-30"}, {End: "2025-12-31"}}, Targets: []schema.Target{{Value: 5}},
			},
			{
				ID: "2", Title: "核定ＡＩ床位", Text: "按标准 核定。", Path: []string{"一、重点任务"}, Span: schema.Span{Start: 50, End: 90},
				Departments: &schema.Departments{Responsible: party("市卫健委", "市民政局")},
				Deadlines:   []schema.Deadline{{Value: "R/P1Y"}},
			},
			{ID: "3", Title: "保障资金", Path: []string{"二、保障措施"}, Span: schema.Span{Start: 90, End: 120}, Departments: &schema.Departments{Responsible: party("市财政局")}, Targets: []schema.Target{{Value: 2}}},
			{ID: "4", Title: "加强宣传", Span: schema.Span{Start: 120, End: 140}, Departments: &schema.Departments{}, Deadlines: []schema.Deadline{{End: "2024-07-01"}}},
		},
		Indicators: []schema.Indicator{
			{Name: "养老床位", Table: "养老服务指标", Departments: &schema.Departments{Responsible: party("市民政局")}, Values: []schema.IndicatorValue{{Kind: "target"}}},
			{Name: "财政投入", Departments: &schema.Departments{Responsible: party("市财政局")}},
		},
		Diagnostics: []schema.Diagnostic{
			{Severity: schema.Warning, Code: schema.UnreadUnit, Span: &schema.Span{Start: 95, End: 96}},
			{Severity: schema.Info, Code: schema.RepairedDate, Span: &schema.Span{Start: 55, End: 56}},
			{Severity: schema.Warning, Code: schema.NoOutline},
		},
		Tables: []schema.Table{{Caption: "表1"}},
	}
}

func TestKeep(t *testing.T) {
	lead, support := []schema.Role{schema.RoleLead}, []schema.Role{schema.RoleSupport}
	for _, tt := range []struct {
		name    string
		query   Query
		want    string // ids of goals, tasks and indicators that are left
		dayless int
	}{
		{"nothing asked", Query{}, "g1 1 2 3 4 养老床位 财政投入", 0},
		{"department", Query{Departments: []string{"民政局"}}, "1 2 养老床位", 0},
		{"one of several", Query{Departments: []string{"卫生健康委员会", "县政府"}}, "1 2", 0},
		{"department in a role", Query{Departments: []string{"民政局"}, Roles: lead}, "1", 0},
		{"in another role", Query{Departments: []string{"民政局"}, Roles: support}, "", 0},
		{"role alone", Query{Roles: []schema.Role{schema.RoleLead, schema.RoleSupport}}, "1", 0},
		{"before a month, inclusive", Query{DueBefore: "2024-06"}, "1", 2},
		{"before a day", Query{DueBefore: "2024年6月29日"}, "", 2},
		{"after a day, inclusive", Query{DueAfter: "2024-07-01"}, "g1 1 4", 2},
		{"between", Query{DueAfter: "2024-07", DueBefore: "2024年底"}, "4", 2},
		{"no day, of those that fit otherwise", Query{DueBefore: "2024", Departments: []string{"财政局"}}, "1", 1},
		{"text, widths and case aside", Query{Contains: []string{"ai床位"}}, "2", 0},
		{"all texts", Query{Contains: []string{"重点任务", "养老"}}, "1", 0},
		{"a text over a gap of fields", Query{Contains: []string{"床位按标准"}}, "", 0},
		{"white space aside", Query{Contains: []string{"标准核定"}}, "2", 0},
		{"deadlines", Query{Having: []string{"deadlines"}}, "g1 1 2 4", 0},
		{"both", Query{Having: []string{"deadlines", "targets"}}, "1", 0},
		{"targets", Query{Having: []string{"targets"}}, "1 3 养老床位", 0},
		{"departments", Query{Having: []string{"departments"}}, "1 2 3 养老床位 财政投入", 0},
		{"warnings within the task", Query{Having: []string{"warnings"}}, "3", 0},
		{"place", Query{Places: []string{"柳川市", "云溪"}}, "g1 1 2 3 4 养老床位 财政投入", 0},
		{"another place", Query{Places: []string{"柳川市"}}, "", 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f, err := New(tt.query, nil)
			if err != nil {
				t.Fatal(err)
			}
			n := notice()
			kept := f.Keep(n, "")
			if got := ids(kept.Notice); got != tt.want || kept.Dayless != tt.dayless || kept.Homeless {
				t.Errorf("%q, %d without a day; want %q, %d (%+v)", got, kept.Dayless, tt.want, tt.dayless, kept.Homeless)
			}
			if !reflect.DeepEqual(n, notice()) {
				t.Error("the notice itself has changed")
			}
			if k := kept.Notice; k != nil && (len(k.Diagnostics) != 3 || len(k.Tables) != 1) {
				t.Error("what is said of the whole notice stays")
			}
		})
	}
}

func ids(n *schema.Notice) (out string) {
	if n == nil {
		return ""
	}
	for _, t := range slices.Concat(n.Goals, n.Tasks) {
		out += " " + t.ID
	}
	for _, i := range n.Indicators {
		out += " " + i.Name
	}
	return out[1:]
}

func TestHomeless(t *testing.T) {
	f, err := New(Query{Places: []string{"云溪市"}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	bare := &schema.Notice{Tasks: []schema.Task{{ID: "1"}}}
	if kept := f.Keep(bare, ""); kept.Notice != nil || !kept.Homeless {
		t.Errorf("%+v", kept)
	}
	if kept := f.Keep(bare, "云溪市"); kept.Notice == nil || kept.Homeless {
		t.Errorf("assumed of 云溪市: %+v", kept)
	}
}

func TestDateError(t *testing.T) {
	for _, q := range []Query{{DueBefore: "6月底"}, {DueAfter: "soon"}} {
		if _, err := New(q, nil); err == nil || q.Empty() {
			t.Errorf("%+v: no error", q)
		}
	}
	if (&Query{Roles: []schema.Role{schema.RoleLead}}).Empty() || !(&Query{}).Empty() {
		t.Error("empty is a query that asks for nothing")
	}
}

// TestDue holds which deadlines of a task are meant: those within the days that are asked for, one of a day, none without a last day.
func TestDue(t *testing.T) {
	task := schema.Task{Deadlines: []schema.Deadline{
		{Text: "2024年底前", End: "2024-12-31"}, {Text: "2025年6月底前", End: "2025-06-30"}, {Text: "12月底前", End: "2024-12-31"}, {Text: "每年"},
	}}
	for _, tt := range []struct {
		q    Query
		want []string
	}{
		{Query{}, []string{"2024年底前", "2025年6月底前"}},
		{Query{DueBefore: "2024"}, []string{"2024年底前"}},
		{Query{DueAfter: "2025"}, []string{"2025年6月底前"}},
		{Query{DueAfter: "2026"}, nil},
	} {
		f, err := New(tt.q, nil)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, d := range f.Due(&task) {
			got = append(got, d.Text)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%+v: %v, want %v", tt.q, got, tt.want)
		}
	}
}
