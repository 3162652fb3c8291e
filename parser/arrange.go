package parser

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"path"
	"slices"
	"strings"

	"github.com/policyx/policyx/parser/bundle"
	"github.com/policyx/policyx/parser/pattern"
	"github.com/policyx/policyx/schema/message"
)

// group is the files of one notice, the main one first.
type group []*member

// twinError is a file that says what another one says, but for a wording.
type twinError struct{ other, but string }

func (e *twinError) Error() string {
	if e.but != "" {
		return fmt.Sprintf("says what %s says but for %s, and was left out", e.other, e.but)
	}
	return fmt.Sprintf("says what %s says, and was left out", e.other)
}

// coverError is a mail's own text that only says what is attached.
type coverError struct {
	due bool // it says by when something is to be done
}

func (e *coverError) Error() string {
	if e.due {
		return "is the text of the mail itself, which is no notice but says by when something is to be done, and was left out"
	}
	return "is the text of the mail itself, which is no notice, and was left out"
}

// dueBy is when something is to be done by: 3月10日前, 本周五下班前. A date alone is that of the mail.
var dueBy = pattern.Of(`(\d[日号]|月底?|[上中下]旬|[周期][一二三四五六日]|年底|[当今明]天)(下班|[上下]午|中午|\d{1,2}[时点])*[之以]?前`)

// assigned is a responsibility clause: (市水务局负责), (牵头单位:市水务局).
var assigned = pattern.Of(`\([^()\n]{2,60}(牵头|负责|落实|配合)\)|\((牵头|责任|配合)(单位|部门):[^()\n]+\)`)

// folder is a folder of a bundle.
type folder struct {
	name  string
	files []*member
	below []*folder
}

// arrange tells the notices of an archive apart, see [ParseAll]. It fails where no file can be read.
func arrange(members []*member) ([]group, error) {
	members, err := settle(members)
	if err != nil {
		return nil, err
	}
	root := &folder{}
	for _, m := range members {
		root.put(strings.Split(m.name, "/"), m)
	}
	for len(root.files) == 0 && len(root.below) == 1 {
		root = root.below[0]
	}
	groups := root.notices()
	for _, g := range groups {
		leaveOutTwins(g)
		g.sort()
	}
	return groups, nil
}

// gather makes one notice of all files.
func gather(members []*member) (group, error) {
	members, err := settle(members)
	if err != nil {
		return nil, err
	}
	g := group(members)
	leaveOutTwins(g)
	g.sort()
	return g, nil
}

// settle drops what is no part of any notice. It fails where nothing is left to be read.
func settle(members []*member) ([]*member, error) {
	if len(members) == 0 {
		return nil, ErrEmpty
	}
	members = slices.DeleteFunc(members, func(m *member) bool { return m.inSavedPage(members) })
	leaveOutTwinMains(members)
	members = slices.DeleteFunc(members, func(m *member) bool { return m.frame && m.err == nil && !m.tasks() })
	readable := func(m *member) bool { return m.err == nil && !m.body && !m.frame }
	if files := slices.ContainsFunc(members, readable); files {
		members = slices.DeleteFunc(members, func(m *member) bool { return m.body && m.saysNothing() })
		for _, m := range members {
			if m.body && m.err == nil && !m.isNotice() {
				m.err = &coverError{due: dueBy().MatchString(string(m.doc.Folded))}
			}
		}
	}
	if !slices.ContainsFunc(members, func(m *member) bool { return m.err == nil }) {
		first := members[0]
		if len(members) == 1 {
			return nil, message.Errorf("%s %w", first.name, first.err)
		}
		return nil, message.Errorf("none of %d files can be read: %s %w", len(members), first.name, first.err)
	}
	return members, nil
}

// leaveOutTwinMains marks those that are no attachments by name, in each folder by itself.
func leaveOutTwinMains(members []*member) {
	folders := map[string][]*member{}
	for _, m := range members {
		if dir := path.Dir(m.name); !m.named.Attachment {
			folders[dir] = append(folders[dir], m)
		}
	}
	for _, files := range folders {
		leaveOutTwins(files)
	}
}

// inSavedPage reports a file in the folder that belongs to a page saved beside it.
func (m *member) inSavedPage(members []*member) bool {
	for dir := path.Dir(m.name); dir != "."; dir = path.Dir(dir) {
		above, last := path.Split(dir)
		if !strings.HasSuffix(last, "files") && !strings.HasSuffix(last, "_文件") {
			continue
		}
		var beside []string
		for _, other := range members {
			if name, ok := strings.CutPrefix(other.name, above); ok && !strings.Contains(name, "/") {
				beside = append(beside, name)
			}
		}
		if bundle.PageFolder(last, beside) {
			return true
		}
	}
	return false
}

// isNotice reports whether a mail's own text is a notice itself, and not a line about what is attached: it gives tasks, or has a
// title with a kind of document and a head.
func (m *member) isNotice() bool {
	return m.tasks() || DocumentType(m.title()) != "" && (m.doc.Head.Addressees.Len() > 0 || m.doc.Head.Number.Len() > 0 || m.doc.Head.Date.Len() > 0)
}

// saysNothing reports a text that was read and is too little to be anything: 见附件.
func (m *member) saysNothing() bool {
	return errors.Is(m.err, ErrEmpty) || errors.Is(m.err, ErrNoNotice)
}

// tasks reports a text with numbered items or a responsibility clause.
func (m *member) tasks() bool {
	return slices.ContainsFunc(m.doc.Parts, func(p *Part) bool { return len(p.Items) > 0 }) || assigned().MatchString(string(m.doc.Folded))
}

func (f *folder) put(place []string, m *member) {
	if len(place) == 1 {
		f.files = append(f.files, m)
		return
	}
	for _, b := range f.below {
		if b.name == place[0] {
			b.put(place[1:], m)
			return
		}
	}
	b := &folder{name: place[0]}
	f.below = append(f.below, b)
	b.put(place[1:], m)
}

// all are the files in the folder and below.
func (f *folder) all() []*member {
	list := slices.Clone(f.files)
	for _, b := range f.below {
		list = append(list, b.all()...)
	}
	return list
}

// notices are those of the folder and of those below it.
func (f *folder) notices() (groups []group) {
	slices.SortFunc(f.files, func(a, b *member) int { return strings.Compare(a.name, b.name) })
	slices.SortFunc(f.below, func(a, b *folder) int { return strings.Compare(a.name, b.name) })
	mains := mainFiles(f.files)
	if len(mains) == 1 {
		return []group{f.all()}
	}
	var loose []*member
	for _, m := range f.files {
		if slices.Contains(mains, m) {
			groups = append(groups, group{m})
		} else {
			loose = append(loose, m)
		}
	}
	for _, b := range f.below {
		if bundle.Parse(b.name).Attachment && len(f.files)+len(f.below) > 1 {
			loose = append(loose, b.all()...)
		} else {
			groups = append(groups, b.notices()...)
		}
	}
	return attach(groups, loose)
}

// attach gives each file to the notice that names it, or to the only one. What belongs to none is one notice together where there
// is no other, else a notice of its own.
func attach(groups []group, loose []*member) []group {
	if len(groups) == 0 && slices.ContainsFunc(loose, func(m *member) bool { return m.err == nil }) {
		return []group{loose}
	}
	whole := len(groups)
	for _, m := range loose {
		at := -1
		for i, g := range groups[:whole] {
			if whole == 1 || g[0].err == nil && g[0].names(m) || m.twinOf(g) || i == 0 && m.isCover() {
				if at >= 0 {
					at = -1
					break
				}
				at = i
			}
		}
		if at < 0 {
			groups = append(groups, group{m})
			continue
		}
		groups[at] = append(groups[at], m)
	}
	return groups
}

// isCover reports a mail's own text that is left out.
func (m *member) isCover() bool {
	var cover *coverError
	return errors.As(m.err, &cover)
}

// twinOf reports a file that says what one of the group says.
func (m *member) twinOf(g group) bool {
	var twin *twinError
	return errors.As(m.err, &twin) && slices.ContainsFunc(g, func(o *member) bool { return o.name == twin.other })
}

// mainFiles are the files of one folder that are no attachment: neither named one, nor numbered where others are not, nor named
// in another's 附件说明 or title.
func mainFiles(files []*member) (mains []*member) {
	plain := false // there is one without a number
	for _, m := range files {
		plain = plain || m.err == nil && !m.named.Attachment && !m.frame && m.named.Number == 0
	}
	for _, m := range files {
		if m.err != nil || m.named.Attachment || m.frame || plain && m.named.Number > 0 {
			continue
		}
		if !slices.ContainsFunc(files, func(o *member) bool { return o != m && o.err == nil && o.names(m) && !m.names(o) }) {
			mains = append(mains, m)
		}
	}
	return mains
}

// leastTitle is how long a title is, in key characters, that tells a file.
const leastTitle = 4

// names reports whether the 附件说明 of m, or what its title says it issues, is the title or the name of other; a file whose name
// begins with that of m is told by it too.
func (m *member) names(other *member) bool {
	if stem := bundle.Key(bundle.Stem(m.name)); len([]rune(stem)) >= leastTitle && strings.HasPrefix(bundle.Key(bundle.Stem(other.name)), stem+"附件") {
		return true
	}
	return m.listed(other) > 0 || m.issues(other)
}

// titles are what a file may be called by.
func (m *member) titles() []string {
	var out []string
	for _, t := range []string{bundle.Key(m.named.Title), bundle.Key(m.ownTitle())} {
		if len([]rune(t)) >= leastTitle {
			out = append(out, t)
		}
	}
	return out
}

// issues reports whether m's title says that it sends other: 关于印发《…》的通知.
func (m *member) issues(other *member) bool {
	title := bundle.Key(m.title())
	if !strings.Contains(title, "印发") && !strings.Contains(title, "转发") && !strings.Contains(title, "发布") {
		return false
	}
	return slices.ContainsFunc(other.titles(), func(t string) bool { return t != title && strings.Contains(title, t) })
}

// listed returns the number that m's 附件说明 gives other, 0 where it does not name it.
func (m *member) listed(other *member) int {
	if m == other || m.doc == nil {
		return 0
	}
	for i, lines := range m.doc.Head.Attachments {
		entry := bundle.Key(m.doc.Join(lines...))
		if len([]rune(entry)) > 1 && (entry == bundle.Key(other.named.Title) || entry == bundle.Key(other.ownTitle())) {
			return i + 1
		}
		for _, t := range other.titles() {
			if len([]rune(entry)) >= leastTitle && strings.Contains(t, entry) {
				return i + 1
			}
		}
	}
	return 0
}

// title is the title of the document, without breaks.
func (m *member) title() string {
	if m.doc == nil {
		return ""
	}
	return oneLine(m.doc.Join(m.doc.Head.Title...))
}

// ownTitle is the title of the document or, where it is only an attachment, that of this.
func (m *member) ownTitle() string {
	if m.doc == nil {
		return ""
	}
	if t := m.title(); t != "" {
		return t
	}
	if first := m.doc.Parts[0]; !first.empty() {
		return ""
	}
	for _, p := range m.doc.Parts[1:] {
		if p.Attachment {
			return oneLine(m.doc.Join(p.Title...))
		}
	}
	return ""
}

// sort puts the main file first, behind it what it issues, and the attachments in their order: by the number in their name or in the main
// file's 附件说明, those without one by name. What is not read comes last.
func (g group) sort() {
	main := g.main()
	number := func(m *member) int {
		switch n := main.listed(m); {
		case m == main:
			return -1
		case m.err != nil:
			return math.MaxInt
		case m.named.Number > 0:
			return m.named.Number
		case n > 0:
			return n
		case main.issues(m) && !m.named.Attachment:
			return 0 // what the notice encloses stands right behind it
		}
		return math.MaxInt - 1
	}
	slices.SortStableFunc(g, func(a, b *member) int {
		if x, y := number(a), number(b); x != y {
			return cmp.Compare(x, y)
		}
		return bundle.Less(a.name, b.name)
	})
}

// main returns the file that is the notice itself: the one main file, of several the one that names most of the others, else the
// first with addressees, number or date.
func (g group) main() *member {
	candidates := mainFiles(g)
	if len(candidates) == 0 {
		candidates = slices.DeleteFunc(slices.Clone(g), func(m *member) bool { return m.err != nil })
		slices.SortStableFunc(candidates, func(a, b *member) int { return bundle.Less(a.name, b.name) })
	}
	if len(candidates) == 0 {
		return g[0]
	}
	best, most := candidates[0], -1
	for _, m := range candidates {
		weight := 0
		if h := m.doc.Head; h.Addressees.Len()+h.Number.Len()+h.Date.Len() > 0 {
			weight++
		}
		for _, o := range g {
			if o != m && m.names(o) {
				weight += 2
			}
		}
		if weight > most {
			best, most = m, weight
		}
	}
	return best
}

func (p *Part) empty() bool {
	return len(p.Items)+len(p.Loose)+len(p.Tables)+len(p.Closing) == 0
}
