package when

import (
	"github.com/policyx/policyx/extract/internal/match"
	"github.com/policyx/policyx/schema"
)

// ongoingRules are the wordings of work without an end. They hold as a clause of their
// own only.
var ongoingRules = []row{
	{ID: "when/ongoing-continued", Pattern: "LINK? 持续 (实施|推进|开展|落实|坚持|进行|推动|跟进|深化|优化|完善|巩固|加强|抓好|推行|执行|运行|更新|做好) (中|下去|落实)?", Example: "持续推进", Build: ongoing},
	{ID: "when/ongoing-long-term", Pattern: "LINK? (长期持续|常年持续|全年持续|长期|常年) (实施|坚持|推进|开展|落实|进行|执行|任务|抓好|运行|推行) (下去)?", Example: "长期坚持", Build: ongoing},
	{ID: "when/ongoing-regular", Pattern: "LINK? (常态化|常态|经常性|滚动) (持续)? (实施|坚持|推进|开展|落实|进行|运行|推行|抓好)", Example: "常态化推进", Build: ongoing},
	{ID: "when/ongoing-bare", Pattern: "(长期|持续|常年|常态化|长期性|经常性)", Example: "长期", Build: ongoingBare},
}

// ongoing builds 持续实施 where it is a clause of its own; a 并 or 后 before it is no
// part of the text.
func ongoing(m match.Match) (phrase, string) {
	p := begin(m, schema.RelationOngoing)
	if c, ok := m.Capture("LINK", 0); ok {
		p.start = c.End
	}
	if !startsClause(m.Stream, m.Start) && !behindRole(m) || !endsClause(m.Stream, m.End) {
		return p, "not a clause of its own"
	}
	return p, ""
}

// behindRole reports whether a 并 joins the match to who does the work: 市民政局牵头并长期坚持.
func behindRole(m match.Match) bool {
	if m.Start < 2 || m.Stream.Runes[m.Start] != '并' {
		return false
	}
	switch m.Stream.String(m.Start-2, m.Start) {
	case "负责", "牵头", "配合", "落实":
		return true
	}
	return false
}

// ongoingBare builds 长期 alone in a cell.
func ongoingBare(m match.Match) (phrase, string) {
	p, why := ongoing(m)
	p.alone = true
	return p, why
}
