package extract

import "testing"

func TestIdleDocuments(t *testing.T) {
	for title, want := range map[string]bool{
		"青石县权责清单": true, "典型经验做法(共3项)": true, "步道修缮申请表": true, "步道修缮承诺和授权书": true, "工匠花名册": true, "公示(模板)": true, "提供范本": true,
		"青石县职责清单": false, "步道修缮任务清单": false, "关于公布名单的通知": false,
	} {
		if got := idleDocument(title); got != want {
			t.Errorf("%s: %v", title, got)
		}
	}
}

// TestHeadingRows holds that each row takes its example, before the rows below it, and no
// row its near miss.
func TestHeadingRows(t *testing.T) {
	for _, r := range headingRules {
		if got := headingOf(r.Example); got == nil || got.ID != r.ID {
			t.Errorf("%s: its example %s is taken by %v", r.ID, r.Example, got)
		}
		if got := headingOf(r.NearMiss); got != nil {
			t.Errorf("%s: its near miss %s is taken by %s", r.ID, r.NearMiss, got.ID)
		}
	}
}

// TestHeadingsOfWork: a word for how work is done makes work of a heading whose last word would make none.
func TestHeadingsOfWork(t *testing.T) {
	for heading, work := range map[string]bool{
		"精准认定保障对象": true, "依法认定保障对象": true, "及时公布申请时间": true, "积极宣传申报条件": true, "有序公开评审结果": true,
		"保障对象": false, "申请时间": false, "申报条件": false,
	} {
		if got := headingOf(heading) == nil; got != work {
			t.Errorf("%s: work %v, want %v", heading, got, work)
		}
	}
}
