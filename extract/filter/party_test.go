package filter

import (
	"testing"

	"github.com/policyx/policyx/schema"
)

// TestParty holds which names are one department, and which are not.
func TestParty(t *testing.T) {
	city := schema.Metadata{Jurisdiction: "云溪市", Level: schema.LevelCity}
	other := schema.Metadata{Jurisdiction: "青石市", Level: schema.LevelCity}
	district := schema.Metadata{Jurisdiction: "云溪市柳湾区", Level: schema.LevelCounty}
	nowhere := schema.Metadata{}
	for _, tt := range []struct {
		of                  schema.Metadata
		name, canonical, is string
	}{
		{city, "市卫健委", "", "云溪市 卫生健康"},
		{city, "市卫生健康委", "云溪市卫生健康委员会", "云溪市 卫生健康"},
		{city, "卫生健康委", "", "云溪市 卫生健康"},
		{district, "市卫生健康委员会", "", "云溪市 卫生健康"},
		{district, "区卫健局", "", "云溪市柳湾区 卫生健康"},
		{other, "市卫健委", "", "青石市 卫生健康"},
		{nowhere, "云溪市卫健委", "", "云溪市 卫生健康"},
		{nowhere, "市卫健委", "", "市 卫生健康"},
		{nowhere, "卫健委", "", "卫生健康"},
		{city, "国家卫健委", "中华人民共和国国家卫生健康委员会", "国家 卫生健康"},
		{nowhere, "教育部", "", "国家 教育"},
		{city, "市教育局", "", "云溪市 教育"},
		{city, "市教体局", "", "云溪市 体育、教育"},
		{city, "教育部门", "", "云溪市 教育部门"},
		{city, "各县区教育局", "", "云溪市 各县区教育局"},
		{city, "市粮食局(市物资储备局)", "", "云溪市 市粮食局(市物资储备局)"},
		{city, "红枫剧社", "", "云溪市 红枫剧社"},
		{schema.Metadata{Jurisdiction: "芜湖市", JurisdictionCode: "340200"}, "省民政厅", "", "安徽省 民政"},
		{schema.Metadata{Jurisdiction: "芜湖市", JurisdictionCode: "340200"}, "芜湖民政局", "", "芜湖市 民政"},
	} {
		n := &schema.Notice{Metadata: tt.of}
		if got := Party(n, schema.Department{Name: tt.name, Canonical: tt.canonical}); got != tt.is {
			t.Errorf("%s of %s is %q, want %q", tt.name, tt.of.Jurisdiction, got, tt.is)
		}
	}
}
