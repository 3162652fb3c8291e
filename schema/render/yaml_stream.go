package render

import "bufio"

// yamlSink prints a notice as a block-style YAML document with leaf objects on one line. It
// prints the trees of its JSON, so the two formats cannot differ in fields or order. A general
// YAML writer takes twenty times as long, which is longer than reading the notice.
type yamlSink struct {
	out    *bufio.Writer
	text   yamlWriter
	around []level // what is open, from the outside
}

// level is an object or a list that is open.
type level struct {
	key    string
	list   bool
	indent int // of its fields or items
	first  int // of the next one: 0 right behind the - of an item
}

// next returns the indentation of the next field.
func (l *level) next() int {
	first := l.first
	l.first = l.indent
	return first
}

func (s *yamlSink) open(key string, kind byte) {
	in := level{key: key, list: kind == '['}
	if len(s.around) > 0 {
		at := s.inner()
		s.text.indent(at.next())
		in.indent = at.indent + 2
		if at.list {
			s.text.out = append(s.text.out, "- "...)
		} else {
			s.text.out = append(s.text.out, key+":\n"...)
			in.first = in.indent
		}
	}
	s.around = append(s.around, in)
}

func (s *yamlSink) close(byte) { s.around = s.around[:len(s.around)-1] }

func (s *yamlSink) value(key string, line []byte) error {
	n, err := (&treeReader{text: line}).value()
	if err != nil {
		return err
	}
	n.key = key
	layOut(&n)
	at := s.inner()
	if at.list {
		n.flow = n.flow && at.key != "tasks" && at.key != "goals"
		s.text.list(&node{items: []node{n}}, at.next())
	} else {
		s.text.object(&node{items: []node{n}}, at.next(), at.indent)
	}
	_, err = s.out.Write(s.text.out)
	s.text.out = s.text.out[:0]
	return err
}

func (s *yamlSink) inner() *level { return &s.around[len(s.around)-1] }
