package register

// byHand are the columns that people fill in a ledger of ours, by their headers.
var byHand = map[string]bool{
	"责任领导": true, "责任人": true, "联系人": true, "进展情况": true, "完成状态": true, "备注": true,
	"Leader": true, "In charge": true, "Contact": true, "Progress": true, "Status": true, "Note": true,
}

// Filled returns how many rows of a ledger people have filled, 0 for what is no ledger with keys.
func Filled(data []byte) int {
	a, err := openArchive(data)
	if err != nil {
		return 0
	}
	s, l, _, err := a.ledger()
	if _, keyed := l.columns["key"]; err != nil || !keyed {
		return 0
	}
	var columns []int
	for _, c := range s.rows[l.header].cells {
		if byHand[s.text(c)] {
			columns = append(columns, c.column)
		}
	}
	filled := 0
	for i := l.header + 1; i < len(s.rows); i++ {
		for _, column := range columns {
			if c := s.rows[i].find(column); c != nil && s.text(*c) != "" {
				filled++
				break
			}
		}
	}
	return filled
}
