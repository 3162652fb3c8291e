package extract_test

import "testing"

// TestLimitBehindTheLastClause: a line behind the last item's clause that names its limit is
// the item's; the paragraph that closes the document is not.
func TestLimitBehindTheLastClause(t *testing.T) {
	head := "云溪市人民政府办公室关于印发《云溪市重点工作安排》的通知\n各有关单位：\n现印发给你们。\n云溪市人民政府办公室\n2024年3月5日\n" +
		"一、重点任务\n1.事项甲。抓好检修。（市水务局牵头）\n2.事项乙。抓好落实。（市水务局牵头）\n"
	for tail, want := range map[string]int{
		"完成时限：2025年9月底前\n":          1,
		"各县区要抓好落实，2025年9月底前报送总结。\n": 0,
	} {
		_, n := read(t, "n.txt", []byte(head+tail))
		if got := len(n.Tasks[len(n.Tasks)-1].Deadlines); len(n.Tasks) != 2 || got != want {
			t.Errorf("%s: %d tasks, %d deadlines of the last, want %d", tail, len(n.Tasks), got, want)
		}
	}
}
