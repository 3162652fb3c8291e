package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/policyx/policyx/extract"
	"github.com/policyx/policyx/schema/correction"
	"github.com/policyx/policyx/schema/message"
	"github.com/policyx/policyx/schema/render"
	"github.com/policyx/policyx/schema/score"
)

type evalFlags struct {
	read   readFlags
	notice noticeFlags
	gold   string
	corpus string
	review bool // --reviewed
	format string
	diff   bool
	min    float64
}

func newEval(c *console) *cobra.Command {
	var f evalFlags
	cmd := &cobra.Command{
		Use:   "eval --gold DIR [NAME]...",
		Short: "Measure what is extracted against answers made by hand",
		Long: `eval extracts each notice that an answer in the gold folder names, and prints how much
of the two agrees: F1 by notice and kind, then precision and recall of all. A kind that
neither side has is "-". NAMEs choose answers: the file without .yaml.

An answer is a YAML file, made by reading the notice; absent is absent. White space,
widths and the shapes of brackets do not count.

  notice     the notice's file, below --corpus
  metadata   the fields of "policyx schema", without spans
  tasks      number, title, path (headings above), head and tail (first and last words
             of the text), lead, support, responsible (names as restored), open (等),
             deadlines (relation, value), targets (op, value, value_max, unit, per,
             when, type, indicator)
  goals      deadlines and targets of sentences before the tasks
  indicators name, unit, attribute, values (year, value, kind)
  citations  title, document_number or standard_number

With --reviewed, the answers are what people have corrected and marked as read in full: each
NAME.fix.json of the gold folder that says so, with the data beside it (NAME.json or .yaml, as
"policyx extract notices -o DIR" writes them), against their notices, by the names that the data
have for them.

The kinds: tasks (title, heading, first and last words); departments, deadlines and
targets, each with its task; context (type, per, when and indicator of the targets that
agree in number); goals, indicators, citations, metadata; evidence (spans that say what
they claim).`,
		Example: `  policyx eval --gold answers --corpus notices
  policyx eval --gold answers --corpus notices --diff 云溪市养老服务
  policyx eval --gold answers --min 0.95 || echo worse than agreed
  policyx eval --gold data --reviewed
  policyx eval --gold answers -f json | jq '.all.departments.recall'

  # answers/云溪市养老服务.yaml
  notice: 云溪市养老服务.txt
  metadata: {title: 云溪市推进养老服务若干措施, level: city, issued: "2024-03-18"}
  tasks:
  - number: 一
    title: 培训护理人员
    path: [一、重点任务]
    head: 到2025年底前
    tail: 不少于50人次。
    lead: [市民政局]
    support: [市财政局]
    deadlines: [{relation: by, value: ../2025-12-31}, {relation: every, value: R/P1Y}]
    targets: [{op: ">=", value: 50, unit: 人次, per: 年, indicator: 培训护理员, when: ../2025-12-31, type: outcome}]`,
		RunE: func(_ *cobra.Command, args []string) error { return f.run(c, args) },
	}
	cmd.Flags().StringVar(&f.gold, "gold", "", "`DIR` of the answers, NAME.yaml")
	cmd.Flags().StringVar(&f.corpus, "corpus", "", "`DIR` of the notices (default: that of the answers; with --reviewed, the working folder)")
	cmd.Flags().BoolVar(&f.review, "reviewed", false, "take as answers the data that people have marked as reviewed in full")
	cmd.Flags().BoolVar(&f.diff, "diff", false, "list what is missing (-) and what is extra (+)")
	cmd.Flags().StringVarP(&f.format, "format", "f", "text", "print as `FORMAT`, text or json")
	cmd.Flags().Float64Var(&f.min, "min", 0, "exit with 1 where a kind of a notice has an F1 under `F1`")
	must(cmd.MarkFlagDirname("gold"))
	must(cmd.MarkFlagDirname("corpus"))
	must(cmd.RegisterFlagCompletionFunc("format", oneOf("text", "json")))
	f.read.register(cmd)
	f.notice.register(cmd)
	return cmd
}

func (f *evalFlags) run(c *console, names []string) error {
	switch {
	case f.gold == "":
		return misuse("--gold DIR is missing")
	case f.format != "text" && f.format != "json":
		return misuse("unknown format %q: want text or json", f.format)
	case !(f.min >= 0 && f.min <= 1):
		return misuse("--min %v: want a figure from 0 to 1", f.min)
	}
	switch {
	case f.corpus != "":
	case f.review:
		f.corpus = "."
	default:
		f.corpus = f.gold
	}
	opts, err := f.notice.options(c)
	if err != nil {
		return err
	}
	if err := f.read.check(c); err != nil {
		return err
	}
	if len(names) == 0 {
		list := answers
		if f.review {
			list = reviews
		}
		if names, err = list(f.gold); err != nil {
			return misuse("--gold %s: %s", f.gold, cause(err))
		}
	}
	e := evaluation{all: score.NewReport()}
	for _, name := range names {
		report, err := f.score(c, name, opts)
		if err != nil {
			c.fail(f.file(name), err)
			e.failed = true
			continue
		}
		e.add(name, report)
	}
	text, err := e.print(f.format, f.diff, c.says)
	if err == nil {
		err = printText(c, text)
	}
	switch low, ok := e.under(f.min); {
	case err != nil:
		return err
	case !ok:
		c.say("", "%s, want %g", low, f.min)
		return errReported
	case e.failed:
		return errReported
	}
	return nil
}

// answers returns the names of the answers in a folder, sorted.
func answers(dir string) ([]string, error) {
	files, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, file := range files {
		if name, ok := strings.CutSuffix(file.Name(), ".yaml"); ok && !file.IsDir() && !strings.HasPrefix(name, ".") {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return nil, message.New("holds no answer (NAME.yaml)")
	}
	slices.Sort(names)
	return names, nil
}

// file is where the answer of that name is.
func (f *evalFlags) file(name string) string {
	if f.review {
		return filepath.Join(f.gold, name+correction.Ending)
	}
	return filepath.Join(f.gold, name+".yaml")
}

// answer reads an answer. One that is a notice itself comes with the checksum of what it was read from.
func (f *evalFlags) answer(c *console, name string) (gold *score.Gold, sha256 string, err error) {
	if f.review {
		return readReview(c, f.gold, name)
	}
	data, err := readInput(c, f.file(name))
	if err != nil {
		return nil, "", err
	}
	docs, err := render.Decode(data)
	if err != nil {
		return nil, "", err
	}
	if len(docs) != 1 {
		return nil, "", message.Errorf("holds %s, want one", count(len(docs), "answer"))
	}
	gold, err = score.ReadGold(docs[0])
	return gold, "", err
}

// score compares one notice with its answer.
func (f *evalFlags) score(c *console, name string, opts extract.Options) (score.Report, error) {
	gold, sum, err := f.answer(c, name)
	if err != nil {
		return nil, err
	}
	if !fs.ValidPath(filepath.ToSlash(gold.Notice)) {
		return nil, message.Errorf("notice %q: want the path of a file below %s", gold.Notice, f.corpus)
	}
	doc, err := f.read.parse(c, filepath.Join(f.corpus, gold.Notice))
	if err != nil {
		return nil, message.Errorf("notice %s: %w", gold.Notice, unnamed(cause(err), filepath.Join(f.corpus, gold.Notice)))
	}
	if sum != "" && sum != doc.Source.SHA256 {
		return nil, amended(gold.Notice)
	}
	notice, err := extract.Extract(doc, opts)
	if err != nil {
		return nil, err
	}
	return score.Compare(gold, notice, doc.Text), nil
}
