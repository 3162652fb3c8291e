package when

// ongoingRules are the wordings of work without an end. They hold as a clause of their
// own only.
var ongoingRules = []row{
	{ID: "when/ongoing-continued", Pattern: "LINK? 持续 (实施|推进|开展|落实|坚持|进行|推动|跟进|深化|优化|完善|巩固|加强|抓好|推行|执行|运行|更新|做好) (中|下去|落实)?", Example: "持续推进", Build: ongoing},
	{ID: "when/ongoing-long-term", Pattern: "LINK? (长期持续|常年持续|全年持续|长期|常年) (实施|坚持|推进|开展|落实|进行|执行|任务|抓好|运行|推行) (下去)?", Example: "长期坚持", Build: ongoing},
	{ID: "when/ongoing-regular", Pattern: "LINK? (常态化|常态|经常性|滚动) (持续)? (实施|坚持|推进|开展|落实|进行|运行|推行|抓好)", Example: "常态化推进", Build: ongoing},
	{ID: "when/ongoing-bare", Pattern: "(长期|持续|常年|常态化|长期性|经常性)", Example: "长期", Build: ongoingBare},
}
