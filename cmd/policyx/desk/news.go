package desk

import (
	"cmp"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strconv"

	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/correction"
	"github.com/policyx/policyx/schema/render/page"
)

// whole is the page, without notices.
func (s *site) whole(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_ = page.WriteServed(w, s.page) // a page that went away needs no answer
}

// news is a stream of server-sent events: one whenever the desk has changed, and "end".
func (s *site) news(w http.ResponseWriter, r *http.Request) {
	out := http.NewResponseController(w)
	bell := s.desk.crowd.enter()
	defer s.desk.crowd.leave(bell)
	w.Header().Set("Content-Type", "text/event-stream")
	for {
		select {
		case <-r.Context().Done():
			if s.ctx.Err() != nil { // the desk ends, and every question with it; else the page went away
				fmt.Fprint(w, "event: end\ndata: \n\n")
				_ = out.Flush()
			}
			return
		case <-bell:
			now := s.desk.state()
			fmt.Fprintf(w, "data: {\"version\":%d,\"total\":%d,\"done\":%d}\n\n", now.version, now.total, now.done)
			_ = out.Flush()
		}
	}
}

// news of the desk: what has changed since a version, and what lies on it, in order.
type changes struct {
	Version int      `json:"version"`
	Order   []string `json:"order"` // ids
	Notices []note   `json:"notices"`
}

// note is one notice as the page gets it.
type note struct {
	ID       string           `json:"id"`
	Version  int              `json:"version"`
	Name     string           `json:"name"`               // of the file
	Place    string           `json:"place,omitempty"`    // of its corrections
	View     json.RawMessage  `json:"view,omitempty"`     // as corrected
	Original *schema.Notice   `json:"original,omitempty"` // as extracted, where it is corrected
	Fixes    *correction.File `json:"fixes,omitempty"`
	Error    string           `json:"error,omitempty"` // why there is no view
}

// most notices of one answer: a page shows the first ones while it asks for the next.
const most = 40

// notices answers what has changed since ?from=VERSION, the oldest changes first.
func (s *site) notices(w http.ResponseWriter, r *http.Request) {
	from, _ := strconv.Atoi(r.URL.Query().Get("from")) // everything where it is no number
	now := s.desk.state()
	out := changes{Version: now.version, Order: []string{}, Notices: []note{}}
	var changed []sheet
	for _, sheet := range now.sheets {
		out.Order = append(out.Order, sheet.id)
		if sheet.version > from {
			changed = append(changed, sheet)
		}
	}
	slices.SortStableFunc(changed, func(a, b sheet) int { return cmp.Compare(a.version, b.version) })
	for i, sheet := range changed {
		if i >= most && sheet.version > changed[i-1].version { // those of one version come together
			out.Version = changed[i-1].version
			break
		}
		out.Notices = append(out.Notices, s.note(sheet))
	}
	answer(w, out)
}

func (s *site) note(sheet sheet) note {
	out := note{ID: sheet.id, Version: sheet.version, Name: sheet.Name}
	err := cmp.Or(sheet.Err, sheet.broken)
	if err == nil {
		out.Place, out.Fixes = sheet.place(), sheet.fixes
		if sheet.fixes != nil {
			out.Original = sheet.Notice
		}
		out.View, err = page.Document{Notice: sheet.fixed, Text: sheet.Text}.Encode(s.page)
	}
	if err != nil {
		out.Error = s.says.Error(err)
	}
	return out
}
