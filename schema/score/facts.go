package score

import (
	"fmt"

	"github.com/policyx/policyx/schema"
)

func wantedDepartments(t GoldTask) []fact {
	var out []fact
	for _, list := range []struct {
		role  string
		names []Text
	}{{"lead", t.Lead}, {"support", t.Support}, {"responsible", t.Responsible}} {
		for _, name := range list.names {
			out = append(out, fact{list.role, plain(string(name))})
		}
	}
	if t.Open {
		out = append(out, fact{"open"})
	}
	return out
}

func gotDepartments(t schema.Task) []fact {
	var out []fact
	for role, d := range t.Departments.All() {
		out = append(out, fact{string(role), plain(d.Name)})
	}
	if t.Departments != nil && t.Departments.Open {
		out = append(out, fact{"open"})
	}
	return out
}

func wantedDeadlines(t GoldTask) []fact {
	var out []fact
	for _, d := range t.Deadlines {
		out = append(out, fact{string(d.Relation), plain(string(d.Value))})
	}
	return out
}

func gotDeadlines(t schema.Task) []fact {
	var out []fact
	for _, d := range t.Deadlines {
		out = append(out, fact{string(d.Relation), plain(d.Value)})
	}
	return out
}

func wantedTargets(t GoldTask) []fact {
	var out []fact
	for _, q := range t.Targets {
		out = append(out, q.fact())
	}
	return out
}

func gotTargets(t schema.Task) []fact {
	var out []fact
	for _, q := range t.Targets {
		out = append(out, targetFact(q))
	}
	return out
}

func (q GoldTarget) fact() fact {
	most := ""
	if q.ValueMax != nil {
		most = number(*q.ValueMax)
	}
	return fact{string(q.Op), number(q.Value), most, plain(string(q.Unit))}
}

func targetFact(q schema.Target) fact {
	most := ""
	if q.ValueMax != nil {
		most = decimal(float64(*q.ValueMax))
	}
	return fact{string(q.Op), decimal(float64(q.Value)), most, plain(q.Unit)}
}

func wantedRows(rows []GoldIndicator) []fact {
	var out []fact
	for _, r := range rows {
		out = append(out, fact{"row", plain(string(r.Name)), plain(string(r.Unit)), plain(string(r.Attribute))})
		for _, v := range r.Values {
			out = append(out, fact{plain(string(r.Name)), string(v.Year), number(v.Value), string(v.Kind)})
		}
	}
	return out
}

func gotRows(rows []schema.Indicator) []fact {
	var out []fact
	for _, r := range rows {
		out = append(out, fact{"row", plain(r.Name), plain(r.Unit), plain(r.Attribute)})
		for _, v := range r.Values {
			year := ""
			if v.Year != 0 {
				year = fmt.Sprint(v.Year)
			}
			out = append(out, fact{plain(r.Name), year, decimal(float64(v.Value)), v.Kind})
		}
	}
	return out
}

func wantedCitations(rows []GoldCitation) []fact {
	var out []fact
	for _, c := range rows {
		out = append(out, fact{plain(string(c.Title)), plain(orElse(string(c.DocumentNumber), string(c.StandardNumber)))})
	}
	return distinct(out)
}

func gotCitations(rows []schema.Citation) []fact {
	var out []fact
	for _, c := range rows {
		out = append(out, fact{plain(c.Title), plain(orElse(c.DocumentNumber, c.StandardNumber))})
	}
	return distinct(out)
}
