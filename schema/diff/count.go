package diff

// Count is how many changes of a sort there are.
type Count struct {
	Item    Item    `json:"item"`
	Subject Subject `json:"subject"`
	Kind    Kind    `json:"kind"`
	N       int     `json:"n"`
}

// Counts counts the changes by their sorts, in the order in which the first of each comes.
func (r *Report) Counts() (out []Count) {
	at := map[Count]int{}
	for _, e := range r.Entries {
		for _, c := range e.Changes {
			sort := Count{Item: e.Item, Subject: c.Subject, Kind: c.Kind}
			i, known := at[sort]
			if !known {
				i = len(out)
				at[sort] = i
				out = append(out, sort)
			}
			out[i].N++
		}
	}
	return out
}
