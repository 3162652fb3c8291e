package translation_test

import (
	"io/fs"
	"testing"

	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/message"
	"github.com/policyx/policyx/schema/term"
	"github.com/policyx/policyx/schema/translation"
)

func TestError(t *testing.T) {
	empty := message.New("is empty")
	for _, c := range []struct {
		err  error
		want string
	}{
		{empty, "内容为空"},
		{message.Errorf("%s: %w", "通知.txt", empty), "通知.txt：内容为空"},
		{message.Errorf("line %d: %w", 2025, empty), "第 2025 行：内容为空"},
		{message.Errorf("%q and %s are strange: %w", "x", "--jobs", empty), `"x" and --jobs are strange: 内容为空`},
		{&fs.PathError{Op: "open", Path: "通知.txt", Err: fs.ErrNotExist}, "通知.txt：file does not exist"},
		{schema.Remark(schema.Warning, schema.UnreadContent, "Hidden sheets were left out (%d).", 2), "隐藏的工作表已略去（2 个）"},
	} {
		if got := translation.For(term.Chinese).Error(c.err); got != c.want {
			t.Errorf("%v is said as %q, want %q", c.err, got, c.want)
		}
		if got := translation.For(term.English).Error(c.err); got != c.err.Error() {
			t.Errorf("%v is said in English as %q", c.err, got)
		}
	}
}

func TestDiagnostic(t *testing.T) {
	for _, c := range []struct {
		d    schema.Diagnostic
		want string
	}{
		{schema.Remark(schema.Error, schema.UnreadContent, "Page %d was not recognised: %v.", 3, "it could not be drawn"), "第 3 页没有识别：无法绘制。"},
		{schema.Remark(schema.Warning, schema.UnreadContent, "%s %v.", "附件1.xls", message.New("is empty")), "附件1.xls：内容为空。"},
		{schema.Remark(schema.Warning, schema.UnknownPlace, "%s is no known administrative division; it is kept as written.", "云溪市"), "“云溪市”不是已知的行政区划，按原文保留。"},
		{schema.Diagnostic{Message: "What nothing says."}, "What nothing says."},
	} {
		if got := translation.For(term.Chinese).Diagnostic(c.d); got != c.want {
			t.Errorf("%q is said as %q, want %q", c.d.Message, got, c.want)
		}
	}
}
