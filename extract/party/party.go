package party

import (
	"github.com/policyx/policyx/extract/internal/match"
	"github.com/policyx/policyx/schema"
)

// Role is what a department does about a task.
type Role = schema.Role

// The roles, and what a clause may say instead of one.
const (
	None        Role = ""
	Lead             = schema.RoleLead
	Support          = schema.RoleSupport
	Responsible      = schema.RoleResponsible
	guide       Role = "guide" // 指导: support beside another role, else responsible
)

// Context is what a notice says outside of the clause that is read.
type Context struct {
	Level     schema.Level // of the notice, "" where it is not known
	Place     string       // its jurisdiction, 云溪市柳湾区; kept whole in lists even with a comma inside
	Places    []string     // further names of places to be kept whole
	LeadFirst bool         // 列第一位者为牵头单位,下同 stood in an earlier clause
	LeadGroup bool         // 第一个逗号前为牵头单位,下同 did
	Inherits  bool         // 以下责任单位均包括… did: 指导 stands beside another role
	Words     *Words       // the word lists; nil for the built-in ones

	notice *notice // made by Ready
}

// Department is one party to a task.
type Department struct {
	Name       string // with what the list left out, brackets as （）
	Canonical  string // full official name, "" where it would be a guess
	Kind       schema.DepartmentKind
	Role       Role // Lead, Support or Responsible
	Start, End int  // what stands there, in runes of the stream
}

// Clause is one responsibility clause.
type Clause struct {
	Rule                 string // the rule that found it
	Start, End           int    // with its brackets and its full stop, in runes of the stream
	InnerStart, InnerEnd int    // without them
	Departments          []Department
	Open                 bool         // 等: others belong to the list
	LeadFirst            bool         // its note makes the first department the lead, here and in what follows
	LeadGroup            bool         // its note makes all before the first comma the lead
	Inherit              []Department // what its note adds to the tasks behind it
	Opens                bool         // it begins a part of the item: the duty stands behind it
	Understood           bool         // false: it looks like a clause but could not be read
	Cut                  bool         // longer, or deeper in brackets, than what is read: a part of it was given up
	Lost                 []match.Loser
}

// Name is one addressee.
type Name struct {
	Name       string // with what the list left out
	Start, End int    // what stands there, in runes of the stream
}
