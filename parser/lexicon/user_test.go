package lexicon

import (
	"strings"
	"testing"

	"github.com/policyx/policyx/schema"
)

func add(list string, line int, pairs ...string) Addition {
	a := Addition{List: list, Line: line, Fields: map[string]string{}}
	for i := 0; i < len(pairs); i += 2 {
		a.Fields[pairs[i]] = pairs[i+1]
	}
	return a
}

// TestBuiltInIsAFile: what is built in may be given back as a user's own, and changes nothing.
func TestBuiltInIsAFile(t *testing.T) {
	for _, list := range Lists() {
		entries := BuiltIn(list)
		if len(entries) < 90 {
			t.Errorf("%s: %d entries", list, len(entries))
		}
		u, err := NewUser(entries)
		if err != nil {
			t.Errorf("%s: %.300v", list, err)
			continue
		}
		for name, sets := range map[string][2]*Set{
			"organs": {u.Organs(), Organs()}, "stems": {u.Stems(), Stems()}, "endings": {u.Endings(), Endings()},
			"central": {u.Central(), Central()}, "units": {u.Units(), Units()}, "roles": {u.Roles(), Roles()},
		} {
			if words(sets[0]) != words(sets[1]) {
				t.Errorf("%s: %d words, %d built in", name, words(sets[0]), words(sets[1]))
			}
		}
		if u.Places().count() != Places().count() {
			t.Errorf("%s: %d places, %d built in", list, u.Places().count(), Places().count())
		}
	}
}

// words counts the words of a set.
func words(s *Set) (n int) {
	for at := range s.forward.nodes {
		if s.forward.isWord(int32(at)) {
			n++
		}
	}
	return n
}

func TestUserFaults(t *testing.T) {
	tests := []struct {
		a    Addition
		want string
	}{
		{add("department", 1, "name", "低空办"), `unknown list "department": want departments, aliases, places, units, roles`},
		{add("units", 2, "word", "站次"), `units: unknown field "word": want name, kind`},
		{add("units", 3, "name", ""), `units: name "" is empty`},
		{add("units", 4, "name", "站次", "kind", "number"), `units: unknown kind "number": want one of count, money, area, share, time`},
		{add("units", 5, "name", "每年 站次"), `units: name "每年 站次" holds white space`},
		{add("roles", 6, "name", "领办"), `roles: "role" is missing: want one of lead, support, responsible`},
		{add("roles", 7, "name", "领办", "role", "leader"), `roles: unknown role "leader": want one of lead`},
		{add("roles", 8, "name", "领办单位", "role", "lead"), `roles: name "领办单位" is a phrase: the rules put 单位 behind a role; give "领办"`},
		{add("roles", 9, "name", "领办：", "role", "lead"), `roles: name "领办：" holds '：': a word of a list is one word`},
		{add("departments", 10, "name", "市低空办"), `departments: name "市低空办" begins with the level word 市, which the rules put before it; give "低空办", or an alias`},
		{add("departments", 11, "stem", "低空经济局"), `departments: stem "低空经济局" ends in 局, which the rules put behind it; give "低空经济", or a name`},
		{add("departments", 12, "name", "低空办", "stem", "低空"), `departments: an entry has exactly one of name, stem, ending`},
		{add("departments", 13), `departments: an entry has exactly one of name, stem, ending`},
		{add("departments", 14, "name", "低空办", "official", "低空经济办公室"), `departments: official "低空经济办公室": want {} once`},
		{add("departments", 15, "name", "低空办", "kind", "bureau"), `departments: unknown kind "bureau": want one of department`},
		{add("departments", 16, "name", strings.Repeat("长", 31)), `has more than 30 characters`},
		{add("places", 17, "name", "云溪市"), `places: "level" is missing: want one of province, city, county`},
		{add("places", 18, "name", "云溪市", "level", "town"), `places: unknown level "town"`},
		{add("places", 19, "name", "云溪市", "level", "city", "code", "34"), `places: code "34": want six digits`},
		{add("places", 20, "name", "云溪市", "level", "city", "within", "清江省"), `places: within "清江省": no such place`},
		{add("places", 21, "name", "云溪乡", "level", "county", "within", "朝阳区"), `places have this name; give its full path`},
	}
	for _, tt := range tests {
		_, err := NewUser([]Addition{tt.a})
		faults, ok := err.(Faults)
		if !ok || len(faults) == 0 {
			t.Errorf("%+v: no fault, want %s", tt.a, tt.want)
			continue
		}
		if f := faults[0]; f.Line != tt.a.Line || !strings.Contains(f.Message, tt.want) {
			t.Errorf("%+v: line %d: %s\nwant %s", tt.a, f.Line, f.Message, tt.want)
		}
	}
}

// TestUserFaultsAll: all faults come at once, by line, a word that stands twice among them.
func TestUserFaultsAll(t *testing.T) {
	_, err := NewUser([]Addition{
		add("units", 9, "name", "站次"), add("units", 4, "name", "站次"), add("roles", 2, "name", ""), add("aliases", 5, "name", "站次"),
	})
	faults, _ := err.(Faults)
	if len(faults) != 3 || faults[0].Line != 2 || faults[2].Message != `units: name "站次" stands in line 9 already` {
		t.Errorf("got %v", err)
	}
}

func TestUser(t *testing.T) {
	u, err := NewUser([]Addition{
		add("departments", 1, "name", "低空办", "kind", "institution", "official", "{}低空经济发展办公室"),
		add("departments", 2, "stem", "低空经济", "official", "低空经济发展"),
		add("departments", 3, "stem", "发改", "official", "另一个名称"),
		add("aliases", 4, "name", "云溪数投", "kind", "enterprise", "official", "云溪市数据投资集团有限公司"),
		add("places", 5, "name", "云溪市", "level", "city", "code", "349900", "within", "安徽省"),
		add("places", 6, "name", "柳湾区", "level", "county", "within", "云溪市"),
		add("units", 7, "name", "站次"),
	})
	if err != nil {
		t.Fatal(err)
	}
	if tag, ok := u.Organs().Lookup([]rune("低空办")); !ok || tag != "institution {}低空经济发展办公室" {
		t.Errorf("低空办: %q", tag)
	}
	if tag, _ := u.Stems().Lookup([]rune("发改")); tag != "另一个名称" {
		t.Errorf("the user does not hold against what is built in: %q", tag)
	}
	if tag, _ := Stems().Lookup([]rune("发改")); tag != "发展和改革" {
		t.Errorf("the built-in list has changed: %q", tag)
	}
	if u.AliasKind([]rune("云溪数投")) != schema.KindEnterprise || u.AliasKind([]rune("财政部")) != "" {
		t.Error("kinds of aliases")
	}
	if tag, _ := u.Units().Lookup([]rune("站次")); tag != "count" {
		t.Errorf("站次: %q", tag)
	}
	if u.Roles() != Roles() || u.Endings() != Endings() {
		t.Error("a list without additions is not the built-in one itself")
	}
	found := u.Places().Lookup("云溪市柳湾区")
	if len(found) != 1 || u.Places().Path(found[0]) != "云溪市柳湾区" {
		t.Errorf("云溪市柳湾区: %v", found)
	}
	if len(Places().Lookup("云溪市")) != 0 || Places().count()+2 != u.Places().count() {
		t.Error("the built-in divisions have changed")
	}
}

// TestNoUser: nil and the zero value are the built-in lists.
func TestNoUser(t *testing.T) {
	for _, u := range []*User{nil, {}} {
		if u.Organs() != Organs() || u.Units() != Units() || u.Places() != Places() || u.HasRoles() || u.HasDepartments() || u.AliasKind([]rune("财政部")) != "" {
			t.Errorf("%+v is not the built-in lists", u)
		}
	}
}
