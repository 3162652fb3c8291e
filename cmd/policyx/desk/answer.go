package desk

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"slices"
	"strconv"

	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/correction"
	"github.com/policyx/policyx/schema/message"
	"github.com/policyx/policyx/schema/render"
)

// bodyLimit bounds what a page sends but for files.
const bodyLimit = 16 << 20

// putFixes takes the corrections of a notice, which the page knows of ?since=VERSION.
func (s *site) putFixes(w http.ResponseWriter, r *http.Request) {
	data, err := io.ReadAll(http.MaxBytesReader(w, r.Body, bodyLimit))
	if err != nil {
		s.fail(w, http.StatusBadRequest, err)
		return
	}
	file, err := correction.Decode(data)
	if err != nil {
		s.fail(w, http.StatusBadRequest, err)
		return
	}
	s.corrected(w, r, file)
}

// dropFixes takes all corrections of a notice away.
func (s *site) dropFixes(w http.ResponseWriter, r *http.Request) {
	s.corrected(w, r, nil)
}

func (s *site) corrected(w http.ResponseWriter, r *http.Request, file *correction.File) {
	since, _ := strconv.Atoi(r.URL.Query().Get("since")) // 0 knows nothing
	switch version, err := s.desk.correct(r.PathValue("id"), file, since); {
	case errors.Is(err, errUnknown):
		s.fail(w, http.StatusNotFound, err)
	case errors.Is(err, errOthers):
		s.fail(w, http.StatusConflict, err)
	case err != nil:
		s.fail(w, http.StatusInsufficientStorage, err)
	default:
		answer(w, map[string]int{"version": version})
	}
}

// files takes a file that was dropped: ?name=PLACE&instead=replace|both.
func (s *site) files(w http.ResponseWriter, r *http.Request) {
	s.storing.Lock()
	defer s.storing.Unlock()
	query := r.URL.Query()
	place, err := store(s.opts.Folder, query.Get("name"), query.Get("instead"), r.Body)
	switch {
	case errors.Is(err, errTaken):
		s.fail(w, http.StatusConflict, err)
	case errors.Is(err, errName):
		s.fail(w, http.StatusBadRequest, err)
	case err != nil:
		s.fail(w, http.StatusInsufficientStorage, message.Cause(err))
	default:
		select {
		case s.look <- struct{}{}:
		default: // it is asked for already
		}
		answer(w, map[string]string{"place": place})
	}
}

var errFormat = message.New("no format has this ending")

// export hands out tasks of what lies on the desk, as corrected, in the format of the name's ending. The body says which ones: of
// each notice by its id, the keys of tasks.
func (s *site) export(w http.ResponseWriter, r *http.Request) {
	format := render.FormatOf(r.PathValue("name"))
	if format == "" {
		s.fail(w, http.StatusNotFound, errFormat)
		return
	}
	var chosen map[string][]string
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, bodyLimit)).Decode(&chosen); err != nil {
		s.fail(w, http.StatusBadRequest, err)
		return
	}
	view := s.opts.View
	view.List = true
	w.Header().Set("Content-Type", "application/octet-stream")
	out := render.NewWriter(w, format, view)
	var err error
	for _, sheet := range s.desk.state().sheets {
		if keys, is := chosen[sheet.id]; is && sheet.fixed != nil && err == nil {
			err = out.Write(among(sheet.fixed, keys), sheet.Text)
		}
	}
	if err == nil {
		err = out.Close()
	}
	if err != nil {
		panic(http.ErrAbortHandler) // the answer has begun: the browser sees that it is not whole
	}
}

// among is the notice with the tasks of these keys; without goals and indicators where these are not all of its tasks.
func among(n *schema.Notice, keys []string) *schema.Notice {
	out := *n
	out.Tasks = slices.DeleteFunc(slices.Clone(n.Tasks), func(t schema.Task) bool { return !slices.Contains(keys, t.Key) })
	if len(out.Tasks) < len(n.Tasks) {
		out.Goals, out.Indicators = nil, nil
	}
	return &out
}

func answer(w http.ResponseWriter, v any) {
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(v) // a page that went away needs no answer
}

// fail says in one clause what is wrong, in the language of the page.
func (s *site) fail(w http.ResponseWriter, status int, err error) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(map[string]string{"error": s.says.Error(err)})
}
