package extract_test

import (
	"reflect"
	"sync"
	"testing"

	"github.com/policyx/policyx/extract"
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/schema"
)

const lexiconNotice = `云溪市人民政府关于发展低空经济的通知
一、重点任务
（一）开通航线。2025年底前，组织低空演示飞行不少于30站次。（市低空办领办，云溪数投、财政局配合）
（二）建设设施。建设起降场5个。（责任单位：市低空经济局、交通运输局）
`

func userLexicon(t *testing.T) *extract.Lexicon {
	t.Helper()
	l, err := extract.NewLexicon([]lexicon.Addition{
		{List: "departments", Fields: map[string]string{"name": "低空办", "kind": "institution", "official": "{}低空经济发展办公室"}},
		{List: "departments", Fields: map[string]string{"stem": "低空经济", "official": "低空经济发展"}},
		{List: "aliases", Fields: map[string]string{"name": "云溪数投", "kind": "enterprise", "official": "云溪市数据投资集团有限公司"}},
		{List: "places", Fields: map[string]string{"name": "云溪市", "level": "city", "code": "349900"}},
		{List: "units", Fields: map[string]string{"name": "站次"}},
		{List: "roles", Fields: map[string]string{"name": "领办", "role": "lead"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func extracted(t *testing.T, text string, l *extract.Lexicon) *schema.Notice {
	t.Helper()
	doc, err := parser.Parse("notice", []byte(text), parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return mustExtract(t, doc, extract.Options{Lexicon: l})
}

func TestLexicon(t *testing.T) {
	n := extracted(t, lexiconNotice, userLexicon(t))
	if n.Metadata.JurisdictionCode != "349900" || has(n, schema.UnknownPlace) {
		t.Errorf("the place: code %q, %+v", n.Metadata.JurisdictionCode, n.Diagnostics)
	}
	first, second := n.Tasks[0], n.Tasks[1]
	if first.Departments == nil || second.Departments == nil {
		t.Fatalf("no departments: %+v", n.Tasks)
	}
	type party struct {
		name, canonical string
		kind            schema.DepartmentKind
	}
	parties := func(list []schema.Department) (out []party) {
		for _, d := range list {
			out = append(out, party{d.Name, d.Canonical, d.Kind})
		}
		return out
	}
	for _, tt := range []struct {
		role string
		got  []schema.Department
		want []party
	}{
		{"lead", first.Departments.Lead, []party{{"市低空办", "云溪市低空经济发展办公室", schema.KindInstitution}}},
		{"support", first.Departments.Support, []party{{"云溪数投", "云溪市数据投资集团有限公司", schema.KindEnterprise}, {"市财政局", "云溪市财政局", schema.KindDepartment}}},
		{"responsible", second.Departments.Responsible, []party{{"市低空经济局", "云溪市低空经济发展局", schema.KindDepartment}, {"市交通运输局", "云溪市交通运输局", schema.KindDepartment}}},
	} {
		if got := parties(tt.got); !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%s: %v, want %v", tt.role, got, tt.want)
		}
	}
	if len(first.Targets) != 1 || first.Targets[0].Unit != "站次" || first.Targets[0].Value != 30 {
		t.Errorf("targets: %+v", first.Targets)
	}
}

// TestLexiconStaysApart: extractions with and without a lexicon, at once, do not touch
// each other.
func TestLexiconStaysApart(t *testing.T) {
	l := userLexicon(t)
	with, without := extracted(t, lexiconNotice, l), extracted(t, lexiconNotice, nil)
	if reflect.DeepEqual(with, without) || !has(without, schema.UnknownPlace) {
		t.Fatal("the lexicon makes no difference")
	}
	var wait sync.WaitGroup
	for i := range 16 {
		wait.Go(func() {
			own, want := l, with
			if i%2 == 0 {
				own, want = nil, without
			}
			if got := extracted(t, lexiconNotice, own); !reflect.DeepEqual(got, want) {
				t.Errorf("run %d differs", i)
			}
		})
	}
	wait.Wait()
}

func has(n *schema.Notice, code schema.Code) bool {
	for _, d := range n.Diagnostics {
		if d.Code == code {
			return true
		}
	}
	return false
}
