package sheet

import "slices"

// stretches are rows or columns, such as those that are hidden: pairs of the first and the
// last of each stretch. settle puts them in order before they are asked.
type stretches [][2]int

// mostStretches bounds what is kept of rows that are hidden one by one.
const mostStretches = 1 << 20

func (s *stretches) add(first, last int) {
	if n := len(*s); n > 0 && (*s)[n-1][1] == first-1 {
		(*s)[n-1][1] = last
	} else if n < mostStretches && first <= last {
		*s = append(*s, [2]int{first, last})
	}
}

func (s *stretches) settle() {
	slices.SortFunc(*s, func(a, b [2]int) int { return a[0] - b[0] })
	out := (*s)[:0]
	for _, r := range *s {
		if n := len(out); n > 0 && r[0] <= out[n-1][1]+1 {
			out[n-1][1] = max(out[n-1][1], r[1])
			continue
		}
		out = append(out, r)
	}
	*s = out
}

// next returns the first number from n on that lies in no stretch.
func (s stretches) next(n int) int {
	i, _ := slices.BinarySearchFunc(s, n, func(r [2]int, n int) int { return r[1] - n })
	if i < len(s) && s[i][0] <= n {
		return s[i][1] + 1
	}
	return n
}

func (s stretches) has(n int) bool { return s.next(n) != n }
