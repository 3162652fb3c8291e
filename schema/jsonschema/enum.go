package jsonschema

import (
	"reflect"
	"strings"

	"github.com/policyx/policyx/schema"
)

// enum returns the values that a field of type t may have, nil where t is not a closed
// set. The test of this package holds the lists against the constants of package schema.
func enum(t reflect.Type) []any {
	switch t {
	case reflect.TypeFor[schema.Level]():
		return values(schema.LevelState, schema.LevelProvince, schema.LevelCity, schema.LevelCounty, schema.LevelTownship)
	case reflect.TypeFor[schema.HeadingKind]():
		return values(schema.HeadingTasks, schema.HeadingGoals, schema.HeadingTask, schema.HeadingPart,
			schema.HeadingAttachment, schema.HeadingOther)
	case reflect.TypeFor[schema.DepartmentKind]():
		return values(schema.KindDepartment, schema.KindGovernment, schema.KindParty, schema.KindMassOrganization,
			schema.KindCentralAgency, schema.KindInstitution, schema.KindEnterprise, schema.KindCollective)
	case reflect.TypeFor[schema.Relation]():
		return values(schema.RelationBy, schema.RelationFrom, schema.RelationDuring, schema.RelationOngoing,
			schema.RelationEvery, schema.RelationWithin)
	case reflect.TypeFor[schema.Op]():
		return values(schema.OpAtLeast, schema.OpMore, schema.OpAtMost, schema.OpLess, schema.OpAbout, schema.OpRange, schema.OpEqual)
	case reflect.TypeFor[schema.TargetType]():
		return values(schema.TargetOutcome, schema.TargetFunding, schema.TargetLimit)
	case reflect.TypeFor[schema.Severity]():
		return values(schema.Info, schema.Warning, schema.Error)
	case reflect.TypeFor[schema.Code]():
		return values(schema.Codes()...)
	}
	return nil
}

func values[T ~string](all ...T) []any {
	out := make([]any, len(all))
	for i, v := range all {
		out[i] = string(v)
	}
	return out
}

// codeList documents the codes: "repaired-date: a date that …; ambiguous-date: …".
func codeList() string {
	var parts []string
	for _, c := range schema.Codes() {
		parts = append(parts, string(c)+": "+c.Meaning())
	}
	return strings.Join(parts, "; ")
}
