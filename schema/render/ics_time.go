package render

import (
	"strings"
	"time"

	"github.com/policyx/policyx/schema"
)

// property is a content line with a value that needs no escape.
type property struct{ name, value string }

// timesOf returns when a to-do is due. RFC 5545 has a form for each relation:
//
//	by, during, within   DUE on the last day, with DTSTART where the first is another
//	from                 DTSTART alone
//	every                DTSTART, DURATION and RRULE, at the end of each period
//	ongoing              neither: a to-do "associated with each successive calendar
//	                     date, until it is completed" (3.6.2)
//
// A span of time that nothing fixes (三年内, or 印发后3个月内 in a notice without a date) has
// neither as well. anchor is the notice's day, from which something that recurs does so.
func timesOf(d *schema.Deadline, anchor string) []property {
	if d.Relation == schema.RelationEvery {
		if isDay(d.Start) {
			anchor = d.Start
		}
		return recurring(d, anchor)
	}
	first, last := d.Start, d.End
	if d.Relation == schema.RelationWithin && !isDay(last) {
		first, last = afterIssue(d, anchor)
	}
	var times []property
	if isDay(first) && (!isDay(last) || first < last) {
		times = append(times, property{"DTSTART;VALUE=DATE", compact(first)})
	}
	if isDay(last) {
		times = append(times, property{"DUE;VALUE=DATE", compact(last)})
	}
	return times
}

// eventOf returns the times of a to-do as those of an event: all of the day on which it is due, or from
// which it is to be done, again and again where it recurs; nil where it has no day.
func eventOf(times []property) (event []property) {
	var day string
	for _, p := range times {
		switch p.name {
		case "DTSTART;VALUE=DATE", "DUE;VALUE=DATE": // DUE stands behind DTSTART
			day = p.value
		case "RRULE":
			event = append(event, p)
		}
	}
	begin, err := time.Parse("20060102", day)
	if err != nil {
		return nil
	}
	first := []property{{"DTSTART;VALUE=DATE", day}}
	if end := begin.AddDate(0, 0, 1); end.Year() < 10000 { // without it, the event has one day as well
		first = append(first, property{"DTEND;VALUE=DATE", end.Format("20060102")})
	}
	return append(first, event...)
}

// afterIssue returns the first and last day of 印发后3个月内, from the day of issue. What
// says not from when (三年内), or counts working days, is left open.
func afterIssue(d *schema.Deadline, issued string) (first, last string) {
	begin, err := time.Parse(time.DateOnly, issued)
	n, unit, ok := length(d.Value)
	if err != nil || !ok || strings.Contains(d.Text, "工作日") || !strings.ContainsAny(d.Text, "印发布") {
		return d.Start, d.End
	}
	end := begin
	switch unit {
	case 'D':
		end = begin.AddDate(0, 0, n)
	case 'W':
		end = begin.AddDate(0, 0, 7*n)
	case 'Y':
		n *= 12
		fallthrough
	case 'M':
		if end = begin.AddDate(0, n, 0); end.Day() != begin.Day() { // 31 January and a month is the end of February
			end = end.AddDate(0, 0, -end.Day())
		}
	}
	return issued, end.Format(time.DateOnly)
}

// recurring returns a to-do of one day at the end of each period from anchor on, or on
// the months and days that the phrase names.
func recurring(d *schema.Deadline, anchor string) []property {
	begin, err := time.Parse(time.DateOnly, anchor)
	if err != nil {
		return nil
	}
	rule, ok := ruleOf(d)
	if !ok {
		return nil
	}
	first, ok := rule.first(begin)
	if !ok {
		return nil
	}
	value := rule.String()
	if isDay(d.End) {
		value += ";UNTIL=" + compact(d.End)
	}
	return []property{
		{"DTSTART;VALUE=DATE", first.Format("20060102")},
		{"DURATION", "P1D"},
		{"RRULE", value},
	}
}

// isDay reports whether s is a day of the calendar, such as 2024-03-18.
func isDay(s string) bool {
	_, err := time.Parse(time.DateOnly, s)
	return err == nil
}

// compact returns 20240318 for 2024-03-18.
func compact(day string) string { return strings.ReplaceAll(day, "-", "") }
