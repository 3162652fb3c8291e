package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/parser/source"
)

// sentenceRule is a row of what a sentence without work says: each column that is given has to
// hold, by one of its words. near is a sentence of work that looks like one of the row's.
type sentenceRule struct {
	states, example, near            string
	begins, holds, also, lacks, ends []string
}

// idleArticles say of the first sentence of an article that the article gives no work.
var idleArticles = []sentenceRule{
	{"purpose", "为规范河道管理,制定本办法。", "县水利局根据本办法制定方案。",
		[]string{"为", "根据", "依据"}, []string{"制定本"}, nil, nil, nil},
	{"scope", "全县河道的管理适用本办法。", "县水利局按本办法巡查。", nil, []string{"适用本"}, nil, nil, nil},
	{"scope", "这些标准适用于山区河道。", "县水利局应当推广适用于山区的水泵。", nil, []string{"适用于"}, nil, []string{"应当"}, nil},
	{"who or what is supported", "启动资金的资助对象为县外人才。", "县财政局应当将资助对象为学生的项目列入预算。",
		nil, []string{"对象为", "对象是", "对象包括", "范围为", "范围是", "范围包括"}, nil, []string{"应", "将", "须", "要"}, nil},
	{"what is founded", "为鼓励创新,县人民政府设立“青石县科技奖”(以下简称科技奖)。", "为方便群众,县水利局设立服务窗口(以下简称窗口)。",
		[]string{"为"}, []string{"设立"}, nil, nil, []string{"奖”。", "奖)。", "奖励)。", "奖。"}},
	{"who may apply", "在县内工作的工匠均可列入评奖范围。", "县水利局将河道列入巡查范围。",
		nil, []string{"可列入", "可纳入"}, nil, []string{"应", "将", "须", "要"}, []string{"评奖范围。", "评选范围。", "申报范围。", "奖励范围。"}},
	{"definition", "本办法所称河道,是指天然河道。", "所称情况由县水利局核实。", nil, []string{"所称"}, []string{"是指", "包括", "包含"}, nil, nil},
	{"definitions", "本办法下列用语的含义。", "下列单位每年报送。", nil, []string{"下列用语", "用语的含义"}, nil, nil, nil},
	{"interpretation, entry into force", "本办法由县水利局负责解释。", "县水利局负责解释政策。",
		[]string{"本"}, []string{"负责解释", "起施行", "起实施", "起执行"}, nil, nil, nil},
	{"from when it holds", "自2024年1月1日起,新建河道按本办法规定执行。", "自2024年1月1日起,县水利局按本办法巡查。",
		[]string{"自"}, []string{"按本"}, nil, nil, []string{"规定执行。"}},
	{"penalty", "违反本办法规定的,责令改正。", "对违反本办法的行为,县水利局应当巡查。", []string{"违反"}, nil, nil, nil, nil},
	{"penalty", "企业存在下列情形之一的,由县水利局责令改正。", "下列情形由县水利局报告。",
		nil, []string{"下列情形之一的,由", "有下列行为之一", "依法给予处分", "追究刑事责任", "依法追究"}, nil, nil, nil},
	{"penalty", "企业有下列情形的,由县水利局责令整改、终止合作:", "有下列情形的,县水利局应当巡查:",
		nil, []string{"责令整改", "责令改正", "责令限期"}, []string{"下列情形", "以下情形", "下列行为", "以下行为"}, nil, nil},
	{"classes", "河道的等级分为以下三级:", "县水利局应当将河道分为以下三级:",
		nil, []string{"分为"}, nil, []string{"应", "将", "由", "要", "须"}, []string{"级:", "类:"}},
	{"liability", "银行违反协议拨付资金的,依法承担赔偿责任。", "县水利局承担巡查责任。",
		nil, []string{"违反"}, []string{"承担"}, nil, []string{"责任。"}},
	{"others may follow", "外县参照本办法执行。", "参照外县做法巡查。", nil, []string{"参照本"}, nil, nil, nil},
	{"others may follow", "镇区河道的管理参照执行。", "参照外县做法巡查。", nil, nil, nil, nil, []string{"参照执行。"}},
	{"others may detail", "各乡镇可制定实施细则。", "县水利局制定实施细则。", nil, []string{"可"}, nil, nil, []string{"制定实施细则。"}},
	{"principles", "河道管理遵循统一管理的原则。", "坚持每月巡查。", nil, []string{"遵循", "坚持"}, nil, nil, []string{"原则。"}},
}

// idleAlone say the same of an article that is one sentence.
var idleAlone = []sentenceRule{
	{"principles", "河道管理坚持安全第一,遵循统一管理的原则,落实巡查制度。", "县水利局应当遵循统一管理的原则,落实巡查制度。",
		nil, []string{"遵循", "坚持"}, []string{"的原则,"}, []string{"应", "须", "由", "负责", "部门", "局", "政府", "委", "镇", "街道", "河长", "校", "每"}, nil},
}

// idleItems say of every sentence of an item, wherever it stands, that it gives no work.
var idleItems = []sentenceRule{
	{"who gets nothing", "已验收的项目不享受本措施的补贴政策。", "加强核查,确保已验收的项目不享受本措施的政策。",
		nil, []string{"不享受本"}, nil, []string{"确保", "应当"}, []string{"政策。", "补贴。"}},
	{"not twice", "本措施与县外政策只可享受一项,不可重复享受。", "核查补贴,确保不重复享受。",
		nil, nil, nil, []string{"确保", "应当"}, []string{"不可重复享受。", "不得重复享受。", "不重复享受。"}},
	{"penalty", "对骗取补贴的,依法追究责任。", "严肃查处骗取补贴的行为,依法追究责任。",
		nil, []string{"虚假", "骗取", "套取", "弄虚作假", "截留", "挪用"}, []string{"依法", "依照", "按照"}, []string{"查处", "打击", "防止", "应当", "建立"}, []string{"责任。", "处罚。", "处理。"}},
	{"what holds", "此前的有关政策,与本措施不一致的,按照本措施执行。", "县水利局核对与账目不一致的数据,按照账目执行。",
		nil, []string{"与本"}, []string{"不一致"}, nil, []string{"执行。", "为准。"}},
	{"who may apply", "申报单位须信用良好,未被列入失信名单。", "县水利局核查申报单位是否未被列入失信名单。",
		[]string{"申报", "申请"}, []string{"未被列入", "未列入"}, nil, []string{"核查", "核实"}, []string{"名单。"}},
	{"classes", "河道事件分为重大、较大和一般三级。", "县水利局应当将河道分为三级。",
		nil, []string{"分为"}, nil, []string{"应", "将", "由", "要"}, []string{"级。", "类。"}},
	{"where a standard of classes stands", "河道事件分级标准见附件。", "县水利局按附件的分级标准巡查。", nil, []string{"标准见附件"}, nil, nil, nil},
	{"cases of a class", "有下列情形之一的,为重大河道事件:", "有下列情形之一的,县水利局应当巡查:", nil, []string{"情形之一的,为"}, nil, nil, []string{"事件:"}},
	{"penalty", "申报单位不得骗取补贴,一经查实,追缴补贴资金。", "严肃查处骗取补贴的行为,一经查实,追缴补贴资金。",
		nil, []string{"骗取", "弄虚作假"}, []string{"一经查实"}, []string{"查处", "打击", "防止", "应当", "建立"}, []string{"资金。", "补贴。", "奖励。"}},
	{"penalty of persons", "对违法违纪的责任人员,依照有关规定处理。", "县监委查处违法违纪行为,依照有关规定处理。",
		nil, []string{"违法违纪", "涉嫌犯罪"}, []string{"依法", "依照", "按照"}, []string{"查处", "打击", "防止", "应当", "建立"}, []string{"责任。", "处理。"}},
	{"penalty of a crime", "构成犯罪的,依法追究刑事责任。", "县公安局依法追究刑事责任。", []string{"构成犯罪"}, nil, nil, nil, []string{"责任。"}},
}

func (r sentenceRule) fits(sentence string) bool {
	in := func(w string) bool { return strings.Contains(sentence, w) }
	return (r.begins == nil || slices.ContainsFunc(r.begins, func(w string) bool { return strings.HasPrefix(sentence, w) })) &&
		(r.holds == nil || slices.ContainsFunc(r.holds, in)) && (r.also == nil || slices.ContainsFunc(r.also, in)) &&
		!slices.ContainsFunc(r.lacks, in) && (r.ends == nil || slices.ContainsFunc(r.ends, func(w string) bool { return strings.HasSuffix(sentence, w) }))
}

// isIdleArticle reports whether the first sentence of an article, or its heading, gives no
// work. alone says that it is all of the article.
func isIdleArticle(sentence string, alone bool) bool {
	if lexicon.IdleArticles().Has(strings.TrimRight(sentence, "。:")) {
		return true
	}
	if heading, rest, ok := strings.Cut(sentence, "】"); ok && strings.HasPrefix(heading, "【") {
		if lexicon.IdleArticles().Has(strings.TrimPrefix(heading, "【")) {
			return true
		}
		sentence = rest
	}
	sentence = strings.TrimLeftFunc(sentence, func(r rune) bool { return !unicode.IsLetter(r) }) // ?为推动…: a lost space
	fits := func(r sentenceRule) bool { return r.fits(sentence) }
	return slices.ContainsFunc(idleArticles, fits) || alone && slices.ContainsFunc(idleAlone, fits)
}

// onlyIdle reports whether an item without items below, or with cases, says in every sentence
// that it gives no work.
func (x *extractor) onlyIdle(it *parser.Item) bool {
	text := it.Own
	if len(text) > 1 && x.title(it).End >= text[0].End && !isWork(source.Squeeze(x.headingText(it, x.title(it)))) {
		text = text[1:] // behind a heading on its own line
	}
	if len(text) != 1 || len(it.Children) > 0 && !x.leadsToList(it) {
		return false
	}
	return !slices.ContainsFunc(x.sentences(text[0]), func(r block.Range) bool {
		sentence := source.Squeeze(string(x.doc.Folded[r.Start:r.End]))
		return lexicon.Works().Begins(sentence) || !slices.ContainsFunc(idleItems, func(r sentenceRule) bool { return r.fits(sentence) })
	})
}

// definition reports whether an item says what a word means, 引进人才是指…, and nowhere what is
// to be done.
func (x *extractor) definition(it *parser.Item) bool {
	word, _, ok := strings.Cut(x.firstSentence(it), "是指")
	if !ok || utf8.RuneCountInString(word) > maxDefined {
		return false
	}
	for _, r := range it.Own {
		if lexicon.Musts().In(string(x.doc.Folded[r.Start:r.End])) {
			return false
		}
	}
	return true
}

// scope reports whether an item says for whom or from when the notice holds, behind a label:
// 本办法适用对象范围:….
func (x *extractor) scope(it *parser.Item) bool {
	label, _, ok := strings.Cut(x.firstSentence(it), ":")
	return ok && strings.HasPrefix(label, "本") && strings.Contains(label, "适用") &&
		(strings.HasSuffix(label, "范围") || strings.HasSuffix(label, "对象"))
}

// maxDefined bounds what a sentence defines, in characters.
const maxDefined = 22
