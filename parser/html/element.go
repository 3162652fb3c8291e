package html

import "golang.org/x/net/html/atom"

// elementKind says how the tree and the writer treat an element.
type elementKind uint16

const (
	blockLevel     elementKind = 1 << iota // starts and ends a paragraph
	void                                   // has no content
	ignored                                // the tag is dropped, its content kept
	rawText                                // the content is no text of the page
	dropped                                // never part of a notice
	tablePart                              // a part of a table
	scopeList                              // ends the search for an open li, dt or dd
	scopeTable                             // … for an open cell or row
	scopeCell                              // … for an open p
	scopeBlock                             // … for an open inline element
	paragraphLevel                         // holds one paragraph, never a whole notice beside others
	piece                                  // no element, but a piece of text
	clutter                                // by its names, what pages have around a notice
	unseen                                 // by its own style, no browser shows it
)

// kinds lists the elements that are not plain inline text.
var kinds = func() map[atom.Atom]elementKind {
	m := make(map[atom.Atom]elementKind, 96)
	for _, row := range []struct {
		kind  elementKind
		atoms []atom.Atom
	}{
		{blockLevel | scopeBlock, []atom.Atom{
			atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Center, atom.Dd, atom.Details, atom.Dialog,
			atom.Dir, atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption, atom.Figure, atom.Footer, atom.Form,
			atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Header, atom.Hgroup, atom.Hr, atom.Legend,
			atom.Li, atom.Main, atom.Menu, atom.Nav, atom.Ol, atom.P, atom.Pre, atom.Section, atom.Summary,
			atom.Table, atom.Ul,
		}},
		{paragraphLevel, []atom.Atom{atom.P, atom.Li, atom.Dt, atom.Dd, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6}},
		{tablePart | blockLevel | scopeBlock, []atom.Atom{atom.Caption, atom.Tbody, atom.Td, atom.Tfoot, atom.Th, atom.Thead, atom.Tr}},
		{scopeCell, []atom.Atom{atom.Td, atom.Th, atom.Caption, atom.Table, atom.Button}},
		{scopeTable, []atom.Atom{atom.Table}},
		{scopeList, []atom.Atom{atom.Ul, atom.Ol, atom.Dl, atom.Table, atom.Td, atom.Th}},
		{void, []atom.Atom{
			atom.Area, atom.Base, atom.Br, atom.Col, atom.Embed, atom.Frame, atom.Hr, atom.Img, atom.Input,
			atom.Link, atom.Meta, atom.Param, atom.Source, atom.Track, atom.Wbr,
		}},
		{ignored, []atom.Atom{atom.Html, atom.Head, atom.Body, atom.Colgroup}},
		{rawText | dropped, []atom.Atom{
			atom.Script, atom.Style, atom.Iframe, atom.Noembed, atom.Noframes, atom.Noscript, atom.Textarea, atom.Xmp,
		}},
		{dropped, []atom.Atom{
			atom.Title, atom.Meta, atom.Link, atom.Nav, atom.Footer, atom.Select, atom.Option, atom.Button, atom.Input,
			atom.Object, atom.Embed, atom.Applet, atom.Svg, atom.Math, atom.Canvas, atom.Video, atom.Audio, atom.Map,
			atom.Template, atom.Marquee, atom.Dialog, atom.Datalist,
		}},
	} {
		for _, a := range row.atoms {
			m[a] |= row.kind
		}
	}
	return m
}()
