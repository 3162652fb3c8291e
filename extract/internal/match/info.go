package match

// Info is a row of a rule catalogue.
type Info struct{ ID, Pattern, Example string }

// Infos returns the rows of the table in order.
func (t *Table[V]) Infos() []Info {
	infos := make([]Info, len(t.rules))
	for i, r := range t.rules {
		infos[i] = Info{r.ID, r.Pattern, r.Example}
	}
	return infos
}
