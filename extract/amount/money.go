package amount

import (
	"strings"

	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/schema"
)

// sharedFunding returns the noun that ends a list of sums: 一类站3万元、二类站2万元建设补助.
func (p *passage) sharedFunding(k int) stretch {
	if tag := p.readings[k].tag; tag != "money" && tag != "share" {
		return stretch{}
	}
	dealt := p.deals(p.readings[k].start) // 按一类站3万元,二类站2万元给予补助
	for n := 0; n < 12; n++ {
		next := p.nextSum(k, dealt)
		if next < 0 || p.readings[next].tag != "money" && p.readings[next].tag != "time" && p.readings[next].tag != p.readings[k].tag {
			return stretch{}
		}
		if k = next; p.nextSum(k, dealt) < 0 {
			break
		}
	}
	return p.fundingNoun(p.behindNumber(k))
}

// nextSum returns the number behind reading k in its clause or, of a list that is dealt out and of which nothing else stands
// in the clause, the first one of the next; -1 where none follows.
func (p *passage) nextSum(k int, dealt bool) int {
	next := p.after(k)
	if next >= 0 || !dealt || k+1 == len(p.readings) || !p.behindNumber(k).empty() {
		return next
	}
	at := p.readings[k].clause.end
	if n := &p.readings[k+1]; n.refused == "" && n.clause.start == at+1 && p.s.Has(at, ",") {
		return k + 1
	}
	return -1
}

// deals reports whether 按 stands in the sentence of rune i, not far before it.
func (p *passage) deals(i int) bool {
	for j := i - 1; j >= max(p.begin, i-reach) && p.s.Runes[j] != '。' && p.s.Runes[j] != ';'; j-- {
		if p.s.Runes[j] == '按' {
			return true
		}
	}
	return false
}

// nextFunding returns the money of the clause behind, of which a share says how much it is:
// 按投入的20%,给予最高30万元补助.
func (p *passage) nextFunding(k int, raw stretch) stretch {
	r := &p.readings[k]
	rest := strings.TrimPrefix(p.s.String(raw.start, raw.end), "的")
	if r.tag == "money" && rest == "" || rest != "" && rest != "比例" && rest != "标准" && rest != "额度" {
		return stretch{}
	}
	if p.s.Runes[r.clause.start] != '按' || !p.s.Has(r.clause.end, ",") || !p.begins(r.clause.end+1, lexicon.Entitled()) {
		return stretch{}
	}
	a := stretch{r.clause.end + 1, p.rightEdge(r.clause.end + 1)}
	for k++; k < len(p.readings) && p.readings[k].end < a.end; k++ {
		a.start = max(a.start, p.readings[k].end)
	}
	return p.fundingNoun(a)
}

// purpose returns what the money of reading k is for: 安排500万元用于河湖治理,
// 安排500万元,开展助企行动.
func (p *passage) purpose(k int) stretch {
	r := &p.readings[k]
	a := stretch{r.end, p.rightEdge(r.end)}
	if a.empty() && a.end < p.end && p.s.Runes[a.end] == ',' {
		a = stretch{a.end + 1, p.rightEdge(a.end + 1)}
	}
	if k+1 < len(p.readings) {
		a.end = min(a.end, p.readings[k+1].start)
	}
	if n, _ := p.wordAt(a.start, lexicon.Purposes()); n > 0 && a.start+n < a.end {
		return p.noun(stretch{a.start + n, a.end})
	}
	for i := a.start; i < min(a.start+5, a.end-2); i++ {
		if n, tag := lexicon.Verbs().Prefix(p.s.Runes[i:a.end]); n >= 2 && tag != "none" {
			return p.noun(stretch{i, a.end})
		}
	}
	return stretch{}
}

// behindArranging returns the money that is arranged: 专项经费 of 财政预算安排专项经费.
func (p *passage) behindArranging(a stretch) stretch {
	if !p.endsInFunding(a) {
		return a
	}
	for i := a.start; i < a.end-2; i++ {
		if p.begins(i, lexicon.Arranging()) && !p.inQuotes(i) {
			return stretch{i + 2, a.end}
		}
	}
	return a
}

// treasury returns the length of the giver that a phrase of money begins with: 市财政 of
// 市财政一次性奖励.
func (p *passage) treasury(a stretch) int {
	at := a.start
	if p.s.Has(at+1, "级") {
		at++
	}
	if a.end-at <= 3 || !strings.ContainsRune("省市区县级", p.s.Runes[at]) || !p.s.Has(at+1, "财政") || !p.begins(at+3, lexicon.Entitled()) {
		return 0
	}
	return at + 3 - a.start
}

// fundingNoun returns the last phrase of a that ends in a word for money given: 一次性建设补贴.
func (p *passage) fundingNoun(a stretch) stretch {
	if a.empty() {
		return a
	}
	n := fund(p.s.Runes[a.start:a.end])
	if n == 0 {
		return stretch{}
	}
	start := a.start
	for i := a.start; i < a.end-n; i++ {
		m, tag := lexicon.Verbs().Prefix(p.s.Runes[i:a.end])
		if m >= 2 && strings.HasPrefix(tag, "give") && i+m < a.end {
			if i > a.start && p.s.Has(i, "补贴") || p.s.Has(i, "奖励") || p.s.Has(i, "补助") {
				continue
			}
			start = i + m
		}
	}
	if p.begins(start, lexicon.Carrying()) && start+2 < a.end {
		start += 2
	}
	return p.trim(stretch{start, a.end})
}

// isBoundedShare reports whether a share behind 按 or 给予 is of what is given, up to a sum that the
// next number tells: 按研发费用的8%给予最高50万元补助; 按不超过投入30%,最高补助50万元.
func (p *passage) isBoundedShare(k int) bool {
	r := &p.readings[k]
	if k+1 >= len(p.readings) {
		return false
	}
	next := &p.readings[k+1]
	if next.tag != "money" || next.op != schema.OpAtMost || next.clause.start > r.clause.end+1 || next.sentence != r.sentence {
		return false
	}
	granted := p.s.Has(r.clause.start, "对") && r.clause.end < next.start && p.givesBefore(p.s.Runes[next.clause.start:next.start]) // 对实际金额的30%,发放最高20万元创新券
	if !granted && !p.endsAny(r.start, "给予", "予以") && !strings.ContainsRune(p.s.String(r.clause.start, r.start), '按') {
		return false
	}
	given := p.s.String(r.end, p.rightEdge(next.end))
	return p.mentionsFund(given, true) || strings.Contains(given, "抵扣")
}

func (p *passage) endsInFunding(a stretch) bool { return fund(p.s.Runes[a.start:a.end]) > 0 }

// fund returns how long the word for money given is that a text ends in; 贴息支持 is one.
func fund(text []rune) int {
	n, tag := lexicon.Funding().Suffix(text)
	if tag == "verb" {
		m, of := lexicon.Funding().Suffix(text[:len(text)-n])
		n, tag = n+m, of
	}
	if tag != "noun" {
		return 0
	}
	return n
}

// isGivenShare reports whether the words behind a share give it: 按保费的50%返还,
// 按投资额的10%给予奖补.
func (p *passage) isGivenShare(r *reading) bool {
	if text := p.s.String(r.end, min(r.clause.end, r.end+14)); says([]rune(text), lexicon.Returned()) {
		return !strings.Contains(text, "率") && !strings.Contains(text, "比例从") && !strings.Contains(text, "比例由")
	}
	if p.beginsAny(r.end, "给予", "予以") && p.s.Runes[r.clause.end-1] == '奖' {
		return true // 按费用的50%给予引才服务奖
	}
	return p.s.Has(r.clause.end, ",给予") && p.beginsAny(r.clause.end+3, "一次性", "补", "奖") && r.clause.end-r.end <= 3
}
