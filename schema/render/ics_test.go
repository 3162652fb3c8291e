package render

import (
	"bytes"
	"errors"
	"io"
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"

	"github.com/policyx/policyx/schema"
)

// unfold returns the content lines of a calendar, and fails where a line is too long,
// is not text or has another end than CR LF.
func unfold(t interface{ Fatalf(string, ...any) }, data []byte) []string {
	text, ended := strings.CutSuffix(string(data), "\r\n")
	if !ended {
		t.Fatalf("the last line has no end")
	}
	var lines []string
	for line := range strings.SplitSeq(text, "\r\n") {
		if len(line) > lineOctets || !utf8.ValidString(line) || strings.ContainsAny(line, "\r\n") {
			t.Fatalf("line %q of %d octets", line, len(line))
		}
		if more, folded := strings.CutPrefix(line, " "); folded && len(lines) > 0 {
			lines[len(lines)-1] += more
			continue
		}
		lines = append(lines, line)
	}
	return lines
}

// unescape is the value of a TEXT as a reader understands it.
func unescape(s string) string {
	return strings.NewReplacer(`\\`, `\`, `\n`, "\n", `\;`, ";", `\,`, ",").Replace(s)
}

// TestICSReadsBack holds that whatever a notice says, the calendar is made of folded
// lines, each to-do has what RFC 5545 asks for, and its description comes back.
func TestICSReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := anyNotice(t)
		lines := unfold(t, render(t, ICS, Options{Calendar: CalendarTodo}, n))
		uids := make(map[string]bool)
		var todo map[string]string
		for _, line := range lines {
			name, value, ok := strings.Cut(line, ":")
			if !ok || strings.ContainsFunc(name, func(r rune) bool { return (r < 'A' || r > 'Z') && !strings.ContainsRune("-;=", r) }) {
				t.Fatalf("line %q", line)
			}
			switch {
			case line == "BEGIN:VTODO":
				todo = make(map[string]string)
			case line == "END:VTODO":
				checkTodo(t, todo, uids)
				todo = nil
			case todo != nil:
				if _, twice := todo[name]; twice {
					t.Fatalf("%s stands twice", name)
				}
				todo[name] = value
			}
		}
	})
}

func checkTodo(t *rapid.T, todo map[string]string, uids map[string]bool) {
	for _, name := range []string{"UID", "DTSTAMP", "DESCRIPTION"} {
		if todo[name] == "" {
			t.Fatalf("no %s in %v", name, todo)
		}
	}
	uids[todo["UID"]] = true
	start, due := todo["DTSTART;VALUE=DATE"], todo["DUE;VALUE=DATE"]
	if start != "" && due != "" && start >= due {
		t.Fatalf("DTSTART %s is not before DUE %s", start, due)
	}
	if todo["RRULE"] != "" && (start == "" || due != "" || todo["DURATION"] != "P1D") {
		t.Fatalf("RRULE in %v", todo)
	}
	if strings.Contains(unescape(todo["DESCRIPTION"]), "\r") {
		t.Fatalf("a carriage return in %q", todo["DESCRIPTION"])
	}
}

// TestEscape holds that a reader gets the text back.
func TestEscape(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := awkward().Draw(t, "text")
		var c calendar
		c.line("SUMMARY", escape(s))
		lines := unfold(t, c.text)
		value, ok := strings.CutPrefix(lines[0], "SUMMARY:")
		if !ok || len(lines) != 1 {
			t.Fatalf("%q", lines)
		}
		if got := unescape(value); got != clean(s) {
			t.Fatalf("%q came back as %q", s, got)
		}
	})
}

// TestTimes holds the form that each deadline has.
func TestTimes(t *testing.T) {
	d := func(text string, relation schema.Relation, value, start, end string) schema.Deadline {
		return schema.Deadline{Text: text, Relation: relation, Value: value, Start: start, End: end}
	}
	repeat := func(text, value string) schema.Deadline { return d(text, schema.RelationEvery, value, "", "") }
	for _, tt := range []struct {
		deadline schema.Deadline
		want     string
	}{
		{d("2025年底前", schema.RelationBy, "../2025-12-31", "", "2025-12-31"), "DUE 20251231"},
		{d("2025年", schema.RelationDuring, "2025", "2025-01-01", "2025-12-31"), "DTSTART 20250101 DUE 20251231"},
		{d("2025年6月1日", schema.RelationDuring, "2025-06-01", "2025-06-01", "2025-06-01"), "DUE 20250601"},
		{d("2025年起", schema.RelationFrom, "2025-01-01/..", "2025-01-01", ""), "DTSTART 20250101"},
		{d("持续实施", schema.RelationOngoing, "..", "", ""), ""},
		{d("印发后3个月内", schema.RelationWithin, "P3M", "", ""), "DTSTART 20240131 DUE 20240430"},
		{d("印发后20天内", schema.RelationWithin, "P20D", "", ""), "DTSTART 20240131 DUE 20240220"},
		{d("印发后20个工作日内", schema.RelationWithin, "P20D", "", ""), ""},
		{d("三年内", schema.RelationWithin, "P3Y", "", ""), ""},
		{d("三年内", schema.RelationWithin, "P3Y", "2024-01-31", "2027-01-31"), "DTSTART 20240131 DUE 20270131"},
		{repeat("每年", "R/P1Y"), "DTSTART 20241231 DURATION P1D RRULE FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1"},
		{repeat("每两年", "R/P2Y"), "DTSTART 20241231 DURATION P1D RRULE FREQ=YEARLY;INTERVAL=2;BYMONTH=12;BYMONTHDAY=-1"},
		{repeat("每年3月底前", "R/P1Y"), "DTSTART 20240331 DURATION P1D RRULE FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1"},
		{repeat("每年六月、十二月二十日前", "R/P1Y"), "DTSTART 20240620 DURATION P1D RRULE FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=20"},
		{repeat("每年１１月３０日前", "R/P1Y"), "DTSTART 20241130 DURATION P1D RRULE FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=30"},
		{repeat("每年2月30日", "R/P1Y"), ""},
		{repeat("每半年", "R/P6M"), "DTSTART 20240630 DURATION P1D RRULE FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1"},
		{repeat("每季度末", "R/P3M"), "DTSTART 20240331 DURATION P1D RRULE FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1"},
		{repeat("每月", "R/P1M"), "DTSTART 20240131 DURATION P1D RRULE FREQ=MONTHLY;BYMONTHDAY=-1"},
		{repeat("每月25日前", "R/P1M"), "DTSTART 20240225 DURATION P1D RRULE FREQ=MONTHLY;BYMONTHDAY=25"},
		{repeat("每五个月", "R/P5M"), "DTSTART 20240131 DURATION P1D RRULE FREQ=MONTHLY;INTERVAL=5;BYMONTHDAY=-1"},
		{repeat("每周五前", "R/P1W"), "DTSTART 20240202 DURATION P1D RRULE FREQ=WEEKLY;BYDAY=FR"},
		{repeat("每周", "R/P1W"), "DTSTART 20240204 DURATION P1D RRULE FREQ=WEEKLY;BYDAY=SU"},
		{repeat("每日", "R/P1D"), "DTSTART 20240131 DURATION P1D RRULE FREQ=DAILY"},
		{repeat("每年", "R/P0Y"), ""},
		{repeat("每年", "R"), ""},
		{d("每年", schema.RelationEvery, "R/P1Y", "2025-01-01", "2027-12-31"), "DTSTART 20251231 DURATION P1D RRULE FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1;UNTIL=20271231"},
	} {
		var got []string
		for _, p := range timesOf(&tt.deadline, "2024-01-31") {
			got = append(got, strings.TrimSuffix(p.name, ";VALUE=DATE"), p.value)
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%s (%s): %s, want %s", tt.deadline.Text, tt.deadline.Value, s, tt.want)
		}
		if tt.deadline.Relation == schema.RelationEvery && tt.deadline.Start == "" && timesOf(&tt.deadline, "") != nil {
			t.Errorf("%s recurs in a notice without a date", tt.deadline.Text)
		}
	}
}

func TestNamed(t *testing.T) {
	for text, want := range map[string][2][]int{
		"每年":              {nil, nil},
		"每年12个月":          {nil, nil},
		"每月":              {nil, nil},
		"每年十月、４月15日、20号前": {{4, 10}, {15, 20}},
		"每年十二月三十一日":       {{12}, {31}},
		"每年13月0日、32日":     {nil, nil},
		"每年3月和3月底":        {{3}, nil},
	} {
		months, days := named(text)
		if !reflect.DeepEqual([2][]int{months, days}, want) {
			t.Errorf("%s: %v %v, want %v", text, months, days, want)
		}
	}
}

// TestEvents holds that whatever a notice says, each event is one whole day, ends on the next, has two alarms, and that
// there is one wherever a to-do has a day.
func TestEvents(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := anyNotice(t)
		text := strings.Join(unfold(t, render(t, ICS, Options{}, n)), "\n")
		todos := strings.Split(strings.Join(unfold(t, render(t, ICS, Options{Calendar: CalendarTodo}, n)), "\n"), "BEGIN:VTODO\n")
		want := 0
		for _, todo := range todos[1:] {
			if strings.Contains(todo, "\nDTSTART;") || strings.Contains(todo, "\nDUE;") {
				want++
			}
		}
		events := strings.Split(text, "BEGIN:VEVENT\n")[1:]
		if len(events) != want {
			t.Fatalf("%d events, want %d", len(events), want)
		}
		for _, event := range events {
			fields := map[string]string{}
			for line := range strings.SplitSeq(event, "\n") {
				name, value, _ := strings.Cut(line, ":")
				fields[name] = value
			}
			begin, err := time.Parse("20060102", fields["DTSTART;VALUE=DATE"])
			end := fields["DTEND;VALUE=DATE"]
			if err != nil || end != begin.AddDate(0, 0, 1).Format("20060102") && begin.Year() < 9999 || strings.Count(event, "BEGIN:VALARM") != 2 || fields["UID"] == "" || fields["DTSTAMP"] == "" {
				t.Fatalf("%s", event)
			}
		}
	})
}

// TestDayless holds that times which are no events are counted, each once, and that to-dos leave none out.
func TestDayless(t *testing.T) {
	n := &schema.Notice{Tasks: []schema.Task{{Title: "修桥", Deadlines: []schema.Deadline{
		{Text: "持续实施", Relation: schema.RelationOngoing, Value: ".."},
		{Text: "长期坚持", Relation: schema.RelationOngoing, Value: ".."},
		{Text: "年底前", Relation: schema.RelationBy, Value: "../2025-12-31", End: "2025-12-31"},
	}}}}
	for calendar, want := range map[string]int{CalendarEvent: 1, CalendarTodo: 0} {
		w := NewWriter(io.Discard, ICS, Options{Calendar: calendar})
		if err := errors.Join(w.Write(n, ""), w.Write(n, ""), w.Close()); err != nil {
			t.Fatal(err)
		}
		if got := w.Rest().Dayless; got != want {
			t.Errorf("%s: %d times without a day, want %d", calendar, got, want)
		}
	}
}

// TestUID holds that an entry keeps its identifier in another file and another edition, as long as the key of its task and
// its time are the same, and no two share one.
func TestUID(t *testing.T) {
	notices := fiction(t)
	seen := make(map[string]bool)
	for _, n := range notices {
		items(n, func(of string, task *schema.Task) {
			for i := range task.Deadlines {
				id := entry{notice: n, of: of, task: task, deadline: &task.Deadlines[i]}.uid()
				if seen[id] {
					t.Errorf("%s stands twice", id)
				}
				seen[id] = true
				moved := *n
				moved.Source.Name = "elsewhere/" + n.Source.Name
				if (entry{notice: &moved, of: of, task: task, deadline: &task.Deadlines[i]}).uid() != id {
					t.Error("a file that was moved has other entries")
				}
				if n.Metadata.DocumentNumber == "" {
					continue
				}
				keyed, later := *task, task.Deadlines[i]
				keyed.Key = "0123456789"
				first := entry{notice: n, of: of, task: &keyed, deadline: &later}.uid()
				keyed.ID, later.Span.Start, moved.Source.SHA256 = "9.9", later.Span.Start+7, "other"
				if (entry{notice: &moved, of: of, task: &keyed, deadline: &later}).uid() != first {
					t.Error("another edition has other entries")
				}
				if later.Value = "../2030-12-31"; (entry{notice: &moved, of: of, task: &keyed, deadline: &later}).uid() == first {
					t.Error("another time is the same entry")
				}
			}
		})
	}
}

// TestSameNoticeTwice holds that a notice which comes in two files has each entry once: no two entries of a calendar may have
// the same identifier.
func TestSameNoticeTwice(t *testing.T) {
	n := fiction(t)[0]
	twin := *n
	twin.Source.Name, twin.Source.SHA256 = "twin.docx", "other"
	for _, calendar := range Calendars() {
		opts := Options{Calendar: calendar}
		if once, twice := render(t, ICS, opts, n), render(t, ICS, opts, n, &twin); !bytes.Equal(once, twice) {
			t.Errorf("%s: the twin has entries of its own", calendar)
		}
	}
}

// TestFirstDay holds that DTSTART is a day that the rule falls on, not before it begins.
func TestFirstDay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		begin := time.Date(2024, 1, rapid.IntRange(1, 1500).Draw(t, "day"), 0, 0, 0, 0, time.UTC)
		value := rapid.SampledFrom([]string{"R/P1Y", "R/P6M", "R/P3M", "R/P1M", "R/P5M", "R/P1W", "R/P1D"}).Draw(t, "value")
		r, ok := ruleOf(&schema.Deadline{Text: "每", Value: value})
		first, found := r.first(begin)
		if !ok || !found || first.Before(begin) || !r.on(first) || first.Sub(begin) > 366*24*time.Hour {
			t.Fatalf("%s from %s: %s", value, begin, first)
		}
	})
}
