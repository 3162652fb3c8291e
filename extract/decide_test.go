package extract_test

import (
	"strings"
	"testing"

	"github.com/policyx/policyx/extract"
	"github.com/policyx/policyx/parser"
)

// structures are texts with the tasks in them, each as number, title and last heading.
var structures = []struct{ name, text, tasks string }{
	{"sections over articles", "一、保障用地\n第一条【用地】优先安排用地。\n第二条【供地】加快供地。\n二、支持版权\n第三条【奖励】给予奖励。",
		"第一条 用地 <一、保障用地|第二条 供地 <一、保障用地|第三条 奖励 <二、支持版权"},
	{"chapters over articles", "第一章 总则\n第一条 为规范管理,制定本办法。\n第二条 县人民政府应当加强领导。各部门配合。\n第二章 附则\n第三条 本办法自2025年1月1日起施行。",
		"第二条 县人民政府应当加强领导 <第一章 总则"},
	{"decimal outline", "3 预警\n3.1 汛前检查\n各乡镇每年检查。落实人员。\n3.2 监测\n3.2.1 雨情\n加强监测。及时报告。\n3.2.2 水情\n加强监测。及时报告。",
		"3.1 汛前检查 <3 预警|3.2.1 雨情 <3.2 监测|3.2.2 水情 <3.2 监测"},
	{"a lead-in changes nothing", "一、试点任务\n试点乡镇要认真组织,按照统一标准要求,推进融通,重点做好以下工作:\n(一)建设平台。建成平台。\n(二)形成标准。编制标准。",
		"一 建设平台 <一、试点任务|二 形成标准 <一、试点任务"},
	{"conditions are parts", "一、支持企业。支持符合下列条件的企业:\n1.依法登记。\n2.诚信经营。\n二、支持人才。给予补贴。",
		"一 支持企业 <|二 支持人才 <"},
	{"fragments are parts", "一、职责分工\n(一)县局职责\n1、负责统筹;\n2、负责督查。\n(二)乡镇职责\n1、负责落实;\n2、负责报送。",
		"一 县局职责 <一、职责分工|二 乡镇职责 <一、职责分工"},
	{"heading glued to its first item", "一、构建空间载体1.推动城市群发展。落实战略。(省发展改革委负责)2.建设低碳城市。更新城市。(省财政厅负责)二、推动设施升级3.推进一体化。统一规划。(省水利厅负责)",
		"1 推动城市群发展 <一、构建空间载体|2 建设低碳城市 <一、构建空间载体|3 推进一体化 <二、推动设施升级"},
	{"a number behind a heading", "一、建成轨道交通1、2号线\n加快建设。", "一 建成轨道交通1、2号线 <"},
	{"a label with the wrong stop", "一、任务\n10.甲事。做好甲。(县财政局负责)11。乙事。做好乙。(县水利局负责)12.丙事。做好丙。(县教育局负责)",
		"10 甲事 <一、任务|11 乙事 <一、任务|12 丙事 <一、任务"},
	{"labels above 199", "199.甲事。做好甲。\n200.乙事。做好乙。\n201.丙事。做好丙。", "199 甲事 <|200 乙事 <|201 丙事 <"},
	{"labels above 九十九", "九十九、甲事。做好甲。\n一百、乙事。做好乙。\n一百零一、丙事。做好丙。", "九十九 甲事 <|一百 乙事 <|一百零一 丙事 <"},
	{"no label inside a bracket", "(一)完善工作台账(见附件1)加强动态管理。及时更新。\n(二)健全机制。定期调度。", "一 完善工作台账(见附件1)加强动态管理 <|二 健全机制 <"},
	{"nouns with a number", "一、重点行动\n任务一:建设平台。建成平台。\n任务二:形成标准。编制标准。", "任务一 建设平台 <一、重点行动|任务二 形成标准 <一、重点行动"},
	{"one noun with a number is text", "一、重点行动\n任务一:建设平台。建成平台。\n完成后总结经验。", "一 重点行动 <"},
	{"a box", "一、重点任务\n(一)建设平台。建成平台。\n专栏1 平台工程\n建设机房。\n(二)形成标准。编制标准。", "一 建设平台 <一、重点任务|专栏1 平台工程 <一、重点任务|二 形成标准 <一、重点任务"},
	{"framing", "一、充分认识重要意义\n(一)形势所迫。2020年增长5%。\n二、补齐民生短板\n(一)建设食堂。建成食堂。", "一 建设食堂 <二、补齐民生短板"},
	{"a last appeal", "一、任务\n(一)建设平台。建成平台。\n(二)形成标准。编制标准。\n各乡镇、各部门要认真落实本方案,落实情况及时报告。", "一 建设平台 <一、任务|二 形成标准 <一、任务"},
	{"duties with their department", "一、职责\n(1)公安部负责维护治安;\n(2)民政部负责救助;\n(3)财政部负责经费。", "1  <一、职责|2  <一、职责|3 财政部负责经费 <一、职责"},
	{"lost line breaks", "一、增强能力　　加快解决突出问题。　　(一)建设平台。建成平台。　　(二)形成标准。编制标准。　　各乡镇、各部门要认真落实本方案,落实情况及时报告。", "一 建设平台 <一、增强能力|二 形成标准 <一、增强能力"},
	{"a title of 40 characters", "(一)" + strings.Repeat("甲", 40) + "。做好甲事。\n(二)" + strings.Repeat("乙", 39) + "。做好乙事。", "一  <|二 " + strings.Repeat("乙", 39) + " <"},
	{"a second notice", "一、建设平台。建成平台。\n青石县人民政府关于加强防汛的通知青政发〔2024〕6号各乡镇人民政府:\n一、检查水库。查清隐患。", "一 建设平台 <|一 检查水库 <青石县人民政府关于加强防汛的通知"},
	{"an attachment that only names", "一、建设平台。建成平台。\n附件:青石县养老平台清单\n青石县人民政府\n2024年3月5日\n附件\n青石县养老平台清单\n一、柳湾养老园\n建成于2019年。\n二、枫桥养老园\n建成于2020年。", "一 建设平台 <"},
	{"an attachment with work", "一、建设平台。建成平台。\n附件:青石县养老任务清单\n青石县人民政府\n2024年3月5日\n附件\n青石县养老任务清单\n一、建设食堂。布点开办。\n二、改造床位。完成改造。", "一 建设平台 <|一 建设食堂 <青石县养老任务清单|二 改造床位 <青石县养老任务清单"},
	{"contents", "目录\n一、建设平台\n二、形成标准\n一、建设平台\n建成平台。\n二、形成标准\n编制标准。", "一 建设平台 <|二 形成标准 <"},
}

func TestStructures(t *testing.T) {
	for _, c := range structures {
		t.Run(c.name, func(t *testing.T) {
			doc, err := parser.Parse("x.txt", []byte("青石县人民政府关于做好有关工作的通知\n各乡镇人民政府:\n现就有关事项通知如下。\n"+c.text+"\n青石县人民政府\n2024年3月5日\n"), parser.Options{})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, task := range mustExtract(t, doc, extract.Options{}).Tasks {
				heading := ""
				if n := len(task.Path); n > 0 {
					heading = task.Path[n-1]
				}
				got = append(got, task.Number+" "+task.Title+" <"+heading)
			}
			if s := strings.Join(got, "|"); s != c.tasks {
				t.Errorf("got  %s\nwant %s", s, c.tasks)
			}
		})
	}
}
