package page

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/term"
)

const hostile = "<script>alert(1)</script></script><!-- <img src=x onerror=alert(2)> \u2028 𠮷市"

func sample() []Document {
	text := "标题" + hostile + "\n一、改造管网。（市水务局负责）\n"
	n := &schema.Notice{
		Schema: schema.Version, Source: schema.Source{Name: hostile, Format: "text", SHA256: strings.Repeat("0", 64), Characters: len([]rune(text))},
		Metadata: schema.Metadata{Title: hostile},
		Tasks: []schema.Task{{
			ID: "1", Number: "一", Title: "改造管网" + hostile, Span: schema.Span{Start: 1, End: 20, Line: 1},
			Departments: &schema.Departments{Text: hostile, Span: schema.Span{Start: 3, End: 12, Line: 1}, Responsible: []schema.Department{
				{Name: "市水务局", Text: "市水务局", Kind: schema.KindDepartment, Span: schema.Span{Start: 4, End: 8, Line: 1}},
			}},
		}},
		Diagnostics: []schema.Diagnostic{},
	}
	return []Document{{n, text}, {n, text}}
}

func written(t *testing.T, docs []Document) string {
	t.Helper()
	var out bytes.Buffer
	if err := Write(&out, docs, Options{}); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestHostileNoticeStaysText(t *testing.T) {
	page := written(t, sample())
	if strings.Contains(page, "alert(1)</script>") || strings.Contains(page, "<img src=x") || strings.Contains(page, "\u2028") {
		t.Error("text of the notice stands in the page as markup")
	}
	if got, want := strings.Count(page, "<script"), 2+len(sample()); got != want {
		t.Errorf("%d script elements, want %d", got, want)
	}
}

func TestPolicyLetsExactlyThisStyleAndScriptRun(t *testing.T) {
	page := written(t, sample())
	code := page[strings.LastIndex(page, "<script>")+len("<script>") : strings.LastIndex(page, "</script>")]
	look := page[strings.Index(page, "<style>")+len("<style>") : strings.Index(page, "</style>")]
	for _, source := range []string{"script-src '" + hash(code) + "'", "style-src '" + hash(look) + "'", "default-src 'none'"} {
		if !strings.Contains(page, source) {
			t.Errorf("the policy lacks %s", source)
		}
	}
}

func TestPageCarriesTheNotice(t *testing.T) {
	docs := sample()
	page := written(t, docs)
	_, rest, _ := strings.Cut(page, `class="notice">`)
	data, _, _ := strings.Cut(rest, "</script>")
	var v struct{ Notice schema.Notice }
	if err := json.Unmarshal([]byte(data), &v); err != nil {
		t.Fatal(err)
	}
	got, _ := json.Marshal(v.Notice)
	want, _ := json.Marshal(docs[0].Notice)
	if !bytes.Equal(got, want) {
		t.Errorf("the page has\n%s\nwant\n%s", got, want)
	}
}

func TestSameNoticesSamePage(t *testing.T) {
	first := written(t, sample())
	if second := written(t, sample()); second != first {
		t.Error("two pages differ")
	}
}

func TestAPageNeedsANotice(t *testing.T) {
	if Write(&bytes.Buffer{}, nil, Options{}) == nil || Write(&bytes.Buffer{}, []Document{{}}, Options{}) == nil {
		t.Error("no error")
	}
}

func TestPageInEnglishWithFamilies(t *testing.T) {
	var out bytes.Buffer
	o := Options{
		Lang:   term.English,
		Family: func(name string) string { return "work of " + name },
		Remark: func(d schema.Diagnostic) string { return "remark: " + d.Message },
	}
	docs := sample()
	docs[0].Notice.Diagnostics = []schema.Diagnostic{{Severity: schema.Warning, Code: schema.UnreadContent, Message: "a part"}}
	if err := Write(&out, docs, o); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`<html lang="en">`, ">Save JSON<", `"市水务局":"work of 市水务局"`, `"remark: a part"`, `["by","by"]`} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%s does not stand in the page", want)
		}
	}
}

// TestANoticeWithoutTitleIsCalledByItsFirstLine: else by what was read.
func TestANoticeWithoutTitleIsCalledByItsFirstLine(t *testing.T) {
	n := &schema.Notice{Source: schema.Source{Name: "a.txt"}}
	for text, want := range map[string]string{"\n 一、改造管网 \n二、": "一、改造管网", "": "a.txt"} {
		if got := name(Document{n, text}); got != want {
			t.Errorf("%q is called %q, want %q", text, got, want)
		}
	}
	if got := name(Document{&schema.Notice{Metadata: schema.Metadata{Title: "通知"}}, "页眉\n通知"}); got != "通知" {
		t.Errorf("a notice with a title is called %q", got)
	}
}
