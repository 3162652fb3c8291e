package check_test

import (
	"slices"
	"testing"

	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/check"
)

func TestList(t *testing.T) {
	bureau := []schema.Department{{Name: "市水务局"}}
	led, supported := &schema.Departments{Lead: bureau}, &schema.Departments{Support: bureau}
	answered := &schema.Departments{Responsible: bureau}
	n := &schema.Notice{
		Tasks: []schema.Task{
			{ID: "1", Path: []string{"一"}, Departments: led},
			{ID: "2", Path: []string{"一"}, Departments: supported},
			{ID: "3", Key: "k3", Path: []string{"一"}, Departments: led, Deadlines: []schema.Deadline{{Tentative: true, Text: "2025年"}, {}}},
			{ID: "4", Path: []string{"一"}},                        // names nobody: a diagnostic tells
			{ID: "5", Path: []string{"二"}, Departments: answered}, // no neighbour has a lead
			{ID: "6", Path: []string{"二"}, Departments: answered},
			{ID: "7", Path: []string{"三"}, Departments: supported}, // no neighbour below its heading
		},
		Diagnostics: []schema.Diagnostic{
			{Severity: schema.Info, Code: schema.RepairedDate},
			{Severity: schema.Warning, Code: schema.AmbiguousDate},
			{Severity: schema.Error, Code: schema.TableShape},
			{Severity: schema.Warning, Code: schema.UnreadContent, Message: "twice"},
			{Severity: schema.Warning, Code: schema.UnreadContent, Message: "twice"},
		},
	}
	var got []string
	for _, item := range check.List(n) {
		got = append(got, item.ID)
	}
	want := []string{"diagnostic-table-shape", "diagnostic-unread-content-b4a7d5f3", "diagnostic-unread-content-b4a7d5f3-2", "no-lead-2", "diagnostic-ambiguous-date", "tentative-k3-ae12199c", "diagnostic-repaired-date"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	n.Diagnostics, n.Tasks = n.Diagnostics[2:], n.Tasks[1:] // an amendment elsewhere
	n.Tasks[0].Departments, n.Tasks[2].Departments = answered, led
	for _, item := range check.List(n) {
		if !slices.Contains(got, item.ID) {
			t.Errorf("%s is new when others go", item.ID)
		}
	}
	if list := check.List(&schema.Notice{}); list == nil || len(list) != 0 {
		t.Errorf("a notice without doubts gives %v", list)
	}
}
