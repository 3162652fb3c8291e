package filter

import (
	"strings"
	"testing"

	"github.com/policyx/policyx/schema"
)

func TestWorks(t *testing.T) {
	for d, want := range map[schema.Department]string{
		{Name: "市卫健委"}: "卫生健康", {Name: "县卫生健康局"}: "卫生健康", {Name: "民政"}: "民政", {Name: "县教体局"}: "体育 教育", {Name: "甲局", Canonical: "云溪市民政局"}: "民政 甲局",
		{Name: "市发展改革委（市粮食和物资储备局）"}: "发展和改革 物资储备 粮食", {}: "",
	} {
		if got := strings.Join(Works(&d), " "); got != want {
			t.Errorf("%s works on %s, want %s", d.Name, got, want)
		}
	}
}

func TestWithin(t *testing.T) {
	for place, want := range map[string]string{
		"芜湖市": "安徽省 芜湖市", "云溪市柳湾区": "云溪市 云溪市柳湾区 柳湾区", "云溪市": "云溪市", "": "",
	} {
		if got := strings.Join(Within(place, ""), " "); got != want {
			t.Errorf("%s lies within %s, want %s", place, got, want)
		}
	}
}

func TestNamesOfAPlace(t *testing.T) {
	for place, want := range map[string]string{
		"云溪市柳湾区": "云溪市柳湾区 柳湾区", "芜湖市": "芜湖 芜湖市", "云溪市": "云溪市", "": "",
	} {
		if got := strings.Join(newWords(nil).names(place), " "); got != want {
			t.Errorf("what stands in names of %s: %s, want %s", place, got, want)
		}
	}
}
