package markdown

import "strings"

// signs are the commands of TeX that stand for a sign in a number; any other one (\mathrm) only sets what is behind it.
var signs = map[string]string{
	"%": "%", "$": "$", "#": "#", "_": "_", "&": "&", ",": "", ";": "", " ": "", "quad": "",
	"ge": "≥", "geq": "≥", "geqslant": "≥", "le": "≤", "leq": "≤", "leqslant": "≤", "gt": ">", "lt": "<", "pm": "±",
	"sim": "~", "approx": "≈", "times": "×", "cdot": "·", "circ": "°", "mu": "μ", "rightarrow": "→", "to": "→",
}

// raises reports that what stands behind ^ is the power of a number, 10^{4}, and not of a unit or a mark of degrees.
func (p *phrase) raises(in string) bool {
	in = strings.TrimLeft(in, "{ ")
	s := p.out.String()
	return s != "" && s[len(s)-1] >= '0' && s[len(s)-1] <= '9' && in != "" && (in[0] >= '0' && in[0] <= '9' || in[0] == '-')
}

// maxFormula bounds what may be a formula within a line.
const maxFormula = 200

// formula writes what a formula between $ says, as readers of PDF write numbers: $6 0 \%$, $\geq 5\mathrm{m}^{2}$. It returns
// 0 where a $ is none: one that has no second, or with Chinese between the two.
func (p *phrase) formula(rest string) int {
	end := strings.IndexByte(rest[1:], '$')
	if end <= 0 || end > maxFormula || rest[1] == ' ' && rest[end] == ' ' && !strings.ContainsAny(rest[1:1+end], `\^_`) {
		return 0
	}
	if in := rest[1 : 1+end]; !strings.Contains(in, `\`) && strings.IndexFunc(in, func(c rune) bool { return c >= 0x2E80 }) >= 0 {
		return 0 // 收费$5和$6
	}
	fraction := false
	for in := rest[1 : 1+end]; in != ""; {
		switch c := in[0]; {
		case c == '\\' && len(in) > 1:
			n := 1
			for n < len(in) && (in[n]|0x20) >= 'a' && (in[n]|0x20) <= 'z' {
				n++
			}
			n = max(n, 2)
			fraction = fraction || strings.HasSuffix(in[1:n], "frac")
			p.out.WriteString(signs[in[1:n]])
			in = in[n:]
			continue
		case fraction && c == '}': // between the two numbers of \frac{1}{2}
			p.out.WriteByte('/')
			fraction = false
		case c == '^' && p.raises(in[1:]):
			p.out.WriteByte('^')
		case c == '{' || c == '}' || c == '^' || c == ' ' || c == '~':
		default:
			p.out.WriteByte(c)
		}
		in = in[1:]
	}
	return end + 2
}
