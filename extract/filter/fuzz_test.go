package filter

import "testing"

// FuzzNew holds that a question is taken or refused, whatever is asked for, that its days are days in their order, and that
// it can be put to a notice.
func FuzzNew(f *testing.F) {
	f.Add("市民政局", "云溪市", "养老", "2024-06-30", "2023年")
	f.Add("民政和卫生健康委员会（筹）", "清江省云溪市青石县", "　", "2024年6月底前", "2024年上半年")
	f.Add("", "", "", "2024-02-30", "十四五期间")
	f.Add("", "", "", "", "") // a place without a name stood everywhere, without end
	f.Fuzz(func(t *testing.T, department, place, contains, before, after string) {
		for _, text := range []string{before, after} {
			if first, last, ok := days(text); ok && (!isDay(first) || !isDay(last) || first > last) {
				t.Errorf("%q is from %q to %q", text, first, last)
			}
		}
		q := Query{Departments: []string{department}, Places: []string{place}, Contains: []string{contains}, DueBefore: before, DueAfter: after}
		asked, err := New(q, nil)
		if err != nil {
			return
		}
		n := notice()
		if kept := asked.Keep(n, place); kept.Notice != nil && len(kept.Notice.Tasks) > len(n.Tasks) {
			t.Errorf("%d tasks of %d are kept", len(kept.Notice.Tasks), len(n.Tasks))
		}
	})
}
