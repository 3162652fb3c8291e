package when

// withinRules are the wordings of a stretch counted from the notice on.
var withinRules = []row{
	{ID: "when/within-issue", Pattern: "自? (" + document + ")? " + issuing + " (之日起|之日后|日起|之后|以后|后|起|之日) 的? ,? (在|的)? DUR " + inside, Example: "印发后3个月内", Build: within},
	{ID: "when/within-issue-bare", Pattern: document + " " + issuing + " DUR " + inside, Example: "方案印发3个月内", Build: within},
	{ID: "when/within-receipt", Pattern: "自? (收到|接到|接) " + document + " (之日起|之日|后|之后|起) ,? 在? DUR " + inside, Example: "自收到本通知之日起5个工作日内", Build: within},
	{ID: "when/within-today", Pattern: start + "? (即日|现在|当前) 起 ,? 在? DUR " + inside, Example: "即日起3个月内", Build: within},
	{ID: "when/within", Pattern: "DUR " + inside, Example: "三年内", Build: withinBare},
	{ID: "when/within-using", Pattern: "(用|利用|花|以|再用) DUR (左右)? 的? (时间|左右)", Example: "用三年时间", Build: within},
	{ID: "when/within-effort", Pattern: "(经过|通过|经) DUR (左右)? 的? (时间|努力|奋斗|发展|建设|左右)", Example: "经过三年努力", Build: within},
	{ID: "when/within-about", Pattern: "DUR 左右 的? (时间|内)?", Example: "三年左右时间", Build: withinBare},
	{ID: "when/within-time", Pattern: "DUR 的? 时间 (内|里)", Example: "三年时间内", Build: withinBare},
	{ID: "when/within-span", Pattern: "DUR 的? 时间", Example: "3-5年时间", Build: withinSpan},
	{ID: "when/within-coming", Pattern: "(未来|今后|接下来|下一步) (的)? DUR (时间|间|里)? " + inside + "?", Example: "未来三年", Build: within},
}
