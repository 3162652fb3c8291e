package head

import (
	"cmp"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema"
)

// place decides the notice's jurisdiction and level, and those whose departments it names.
func (x *reader) place() {
	name, span := x.jurisdiction()
	if isState(x.m.Issuer) || name == "" && isState(x.m.Title) {
		x.m.Level = schema.LevelState
		x.out.Level = x.m.Level
		return
	}
	if name != "" {
		x.m.Jurisdiction, x.m.Spans.Jurisdiction = name, span
	}
	if full := x.fullPlace(name); full != "" {
		x.m.Jurisdiction = full
	}
	x.m.Level = x.level()
	if name == "" && x.opts.Place == "" {
		if name, span = x.namedPlace(x.m.Level); name != "" {
			x.m.Jurisdiction, x.m.Spans.Jurisdiction = name, span
		}
	}
	if found := x.opts.Places.Lookup(source.Squeeze(x.m.Jurisdiction)); len(found) == 1 {
		x.m.JurisdictionCode = found[0].Code
	}
	x.out.Level, x.out.Place = x.m.Level, source.Squeeze(cmp.Or(x.opts.Place, x.m.Jurisdiction))
	if x.opts.Place != "" && x.m.Level == "" {
		x.out.Level = x.levelOf(x.out.Place)
	}
	if name != "" && !x.known(source.Squeeze(name)) {
		x.remark(schema.Warning, schema.UnknownPlace, block.Range{Start: span.Start, End: span.End}, "%s is no known administrative division; it is kept as written.", name)
	}
}

// level returns the level that the place, the issuer or the text shows; "" where none does.
func (x *reader) level() schema.Level {
	if level := x.levelOf(source.Squeeze(x.m.Jurisdiction)); level != "" {
		return level
	}
	if level := levelOfIssuer(x.m.Issuer); level != "" {
		return level
	}
	return x.levelFromText()
}
