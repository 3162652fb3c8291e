package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"github.com/policyx/policyx/cmd/policyx/record"
	"github.com/policyx/policyx/cmd/policyx/wordlist"
	"github.com/policyx/policyx/extract"
	"github.com/policyx/policyx/extract/filter"
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/compare"
	"github.com/policyx/policyx/schema/diff"
	"github.com/policyx/policyx/schema/jsonschema"
	"github.com/policyx/policyx/schema/render"
	"github.com/policyx/policyx/schema/score"
	"github.com/policyx/policyx/schema/translation"
)

const fuzzNotice = "一、重点任务\n（一）培训护理人员。2025年底前，每年培训护理员不少于50人次。（牵头单位：市民政局，配合单位：财政局）\n"

// FuzzLexicon holds that no lexicon of a user makes the program panic, that each fault names a line of
// it, and that what is taken leaves a notice readable.
func FuzzLexicon(f *testing.F) {
	for _, s := range []string{
		"departments:\n- {name: 低空办, official: \"{}低空经济发展办公室\"}\n- {stem: 低空, official: 低空经济}\n- {ending: 专班, kind: institution}\n",
		"aliases:\n- {name: 云溪数投, official: 云溪市数据投资集团有限公司, kind: enterprise}\n",
		"places:\n- {name: 清江省, level: province}\n- {name: 云溪市, level: city, within: 清江省, code: \"990100\", short: 云}\n",
		"units: [站次, {name: 云币, kind: money}]\nroles:\n- {name: 领办, role: lead}\n- {duty: 主责}\n",
		"units: [[人]]", "units: {人: x}", "roles: [单位]", "departments: [市, 局, \"{}\"]", "x: 1", "[]", "", "units: [。, \" \", \"\\u0000\", 50人]", "aliases: [市民政局]\naliases: [市民政局]",
	} {
		f.Add([]byte(s))
	}
	doc, err := parser.Parse("notice.txt", []byte(fuzzNotice), parser.Options{})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		additions, faults, err := wordlist.Parse(data)
		if err != nil {
			return
		}
		lines, text := 1, data
		if decoded, _, err := transform.Bytes(unicode.BOMOverride(transform.Nop), data); err == nil {
			text = decoded
		}
		for _, r := range string(text) {
			if strings.ContainsRune("\n\r\u0085\u2028\u2029", r) { // the breaks of YAML 1.1
				lines++
			}
		}
		for _, fault := range faults {
			if fault.Message == "" || fault.Line < 1 || fault.Line > lines {
				t.Errorf("fault %+v of %d lines", fault, lines)
			}
		}
		words, err := extract.NewLexicon(additions)
		if err != nil {
			return
		}
		if n, err := extract.Extract(doc, extract.Options{Lexicon: words}); err != nil || len(n.Tasks) == 0 {
			t.Errorf("the task is lost: %v, %v", n, err)
		}
	})
}

// FuzzAnswer holds that no answer makes the program panic, and that one which is read can be compared.
func FuzzAnswer(f *testing.F) {
	for _, s := range []string{
		"notice: a.txt\ntasks:\n- number: 一\n  title: 培训护理人员\n  path: [一、重点任务]\n  lead: [市民政局]\n  deadlines: [{relation: by, value: ../2025-12-31}]\n",
		"notice: a.txt\ntasks:\n- targets: [{op: \">=\", value: 50, unit: 人次, per: 年}, {op: .., value: 1e400, value_max: 2}]\n",
		"notice: a.txt\nmetadata: {title: null, level: [city], issued: 3}\ncitations: [{}]\ngoals: [{}]\nindicators: [{name: 床位, values: [{}]}]\n",
		"notice: 1", "tasks: x", "{}", "[]", "", "notice: a\n---\nnotice: b\n",
	} {
		f.Add([]byte(s))
	}
	doc, err := parser.Parse("notice.txt", []byte(fuzzNotice), parser.Options{})
	if err != nil {
		f.Fatal(err)
	}
	notice, err := extract.Extract(doc, extract.Options{})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		docs, err := render.Decode(data)
		if err != nil || len(docs) != 1 {
			return
		}
		gold, err := score.ReadGold(docs[0])
		if err != nil {
			if strings.ContainsAny(err.Error(), "\n\r") {
				t.Errorf("the error is not one line: %q", err)
			}
			return
		}
		e := evaluation{all: score.NewReport()}
		e.add("notice", score.Compare(gold, notice, doc.Text))
		for _, format := range []string{"text", "json"} {
			if _, err := e.print(format, true, translation.Translator{}); err != nil {
				t.Error(err)
			}
		}
	})
}

// FuzzRecord holds that each line of --records gets one line, an object with notice or error.
func FuzzRecord(f *testing.F) {
	for _, s := range []string{
		`{"id":1,"text":"` + strings.ReplaceAll(fuzzNotice, "\n", `\n`) + `","issued":"2024-01-02","place":"云溪市"}`,
		`{"id":"a","html":"<p>一、重点任务</p><p>（一）修路。修路10公里。（责任单位：市交通局）</p>"}`,
		`{"base64":"5LiA44CB","x":[1,{"y":null}]}`, `{"text":"","error":1,"notice":2}`, `{"text":null,"html":null}`, `{"text":"a","html":"b"}`,
		`{"base64":"%"}`, `{"issued":"x","text":"a"}`, `{"place":1,"text":"a"}`, `{"text":"a","text":"b"}`, `{"":{}}`, `{"a":`, `[]`, `1`, ``, "\ufeff{}", "{}{}", "{\"\xff\":\"\xff\"}",
	} {
		f.Add([]byte(s))
	}
	x := &extraction{c: &console{in: os.Stdin, out: os.Stdout, err: os.Stderr}, flags: &extractFlags{}, format: render.JSONLines, many: true}
	f.Fuzz(func(t *testing.T, line []byte) {
		out := x.answer(record.Line{Number: 1, Text: line})
		var answer map[string]json.RawMessage
		if err := json.Unmarshal(out.line, &answer); err != nil {
			t.Fatalf("%q: %v", out.line, err)
		}
		if bytes.Count(out.line, []byte("\n")) != 1 || !bytes.HasSuffix(out.line, []byte("\n")) {
			t.Errorf("%q is not one line", out.line)
		}
		if _, failed := answer["error"]; failed != (out.err != nil) || !failed && answer["notice"] == nil {
			t.Errorf("%q with the error %v", out.line, out.err)
		}
	})
}

// FuzzPages holds that --pages is taken or refused, never a panic, and takes what it took with spaces around.
func FuzzPages(f *testing.F) {
	for _, s := range []string{"1", "3-9", "1,4-", "-3", "", "0", "9-3", "1,,2", "99999999999999999999", "1-99999999999999999999", "一", "1-2-3", " 1 , 2 ", "-", ","} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		pages, err := parser.ParsePages(s)
		if err == nil && len(pages) == 0 {
			t.Errorf("%q chooses nothing", s)
		}
		var flags readFlags
		flags.register(&cobra.Command{})
		flags.pages = s
		if failed := flags.check(nil) != nil; failed != (err != nil) && s != "" {
			t.Errorf("%q: the flag is refused: %v, the pages: %v", s, failed, err)
		}
	})
}

// FuzzData holds that data which fit the schema, however little they mean, can be written in each format, and be compared with
// themselves, which is no change.
func FuzzData(f *testing.F) {
	notice, err := extract.Read("notice.txt", []byte(fuzzNotice), parser.Options{}, extract.Options{})
	if err != nil {
		f.Fatal(err)
	}
	for _, format := range []render.Format{render.JSON, render.YAML, render.JSONLines} {
		var out bytes.Buffer
		w := render.NewWriter(&out, format, render.Options{})
		if err := errors.Join(w.Write(notice, ""), w.Close()); err != nil {
			f.Fatal(err)
		}
		f.Add(out.Bytes())
	}
	f.Add([]byte(`{"schema":"policyx/v1","source":{},"tasks":[{"id":"1"}]}`))
	validator, err := jsonschema.NewValidator()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for doc, err := range documents(bytes.NewReader(data)) {
			if err != nil || len(validator.Validate(doc)) > 0 {
				continue
			}
			n, err := noticeOf(doc)
			if err != nil {
				t.Fatalf("fits the schema: %v", err)
			}
			for _, name := range render.Formats() {
				w := render.NewWriter(io.Discard, render.Format(name), render.Options{})
				if err := errors.Join(w.Write(n, ""), w.Close()); err != nil {
					t.Errorf("%s: %v", name, err)
				}
			}
			if r := diff.Of(n, n, diff.Options{Office: filter.Office, Duty: filter.Family}); len(r.Entries) > 0 {
				t.Errorf("a notice differs from itself: %+v", r.Entries[0])
			}
			compare.Of([]*schema.Notice{n, n}, compare.Options{Base: extract.Reduce})
		}
	})
}
