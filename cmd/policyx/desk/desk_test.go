package desk

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/policyx/policyx/cmd/policyx/batch"
	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/align"
	"github.com/policyx/policyx/schema/message"
)

// lines reads a text file as a notice with a task for each line; one that says nothing cannot be read.
type lines struct{ folder string }

func (l lines) List() []batch.Input {
	data, _ := os.Stat(filepath.Join(l.folder, DataFolder))
	var skip []os.FileInfo
	if data != nil {
		skip = append(skip, data)
	}
	return batch.Walk([]string{l.folder}, batch.Filter{}, skip, func(string, error) {})
}

func (l lines) Read(in batch.Input) []Reading {
	text, err := os.ReadFile(in.Name)
	r := Reading{Name: in.Rel, Text: string(text), Fixes: strings.TrimSuffix(in.Rel, ".txt") + ".fix.json", Err: err}
	if len(text) == 0 {
		r.Err = message.New("is empty")
		return []Reading{r}
	}
	n := &schema.Notice{Schema: schema.Version, Source: schema.Source{Name: in.Rel, SHA256: strings.Repeat("0", 64)}, Metadata: schema.Metadata{Title: in.Rel}}
	at := 0
	for line := range strings.Lines(r.Text) {
		end := at + len([]rune(line))
		n.Tasks = append(n.Tasks, schema.Task{ID: string(rune('1' + len(n.Tasks))), Title: strings.TrimSpace(line), Span: schema.Span{Start: at, End: end, Line: len(n.Tasks) + 1}})
		at = end
	}
	align.Keys(n)
	r.Notice = n
	return []Reading{r}
}

// served is a desk that a browser looks at.
type served struct {
	t       *testing.T
	folder  string
	address *url.URL // with the token
	browser *http.Client
	ended   chan error
	stop    context.CancelFunc
}

// open serves a folder with the files until the test ends.
func open(t *testing.T, files map[string]string) *served {
	t.Helper()
	folder := t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return serve(t, folder)
}

func serve(t *testing.T, folder string) *served {
	t.Helper()
	ctx, stop := context.WithCancel(context.Background())
	addresses := make(chan string, 1)
	s := &served{t: t, folder: folder, ended: make(chan error, 1), stop: stop}
	go func() {
		s.ended <- Serve(ctx, Options{Folder: folder, Source: lines{folder}, Open: func(a string) { addresses <- a }, Patience: 50 * time.Millisecond, Interval: 10 * time.Millisecond})
	}()
	t.Cleanup(stop)
	s.address, _ = url.Parse(<-addresses)
	jar, _ := cookiejar.New(nil)
	s.browser = &http.Client{Jar: jar}
	return s
}

// enter opens the page, by which the browser gets its cookie.
func (s *served) enter() *served {
	s.t.Helper()
	if status, body := s.send("GET", s.address.RequestURI(), "", nil); status != 200 || !strings.Contains(body, `"served":true`) {
		s.t.Fatalf("the page: %d %.200s", status, body)
	}
	return s
}

// send sends a request as the page does, but for the header.
func (s *served) send(method, path, body string, header http.Header) (int, string) {
	s.t.Helper()
	r, err := http.NewRequest(method, "http://"+s.address.Host+path, strings.NewReader(body))
	if err != nil {
		s.t.Fatal(err)
	}
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	for name, values := range header {
		r.Header[name] = values
	}
	if host := header.Get("Host"); host != "" {
		r.Host = host
	}
	answer, err := s.browser.Do(r)
	if err != nil {
		s.t.Fatal(err)
	}
	defer answer.Body.Close()
	data, err := io.ReadAll(answer.Body)
	if err != nil {
		s.t.Fatal(err)
	}
	return answer.StatusCode, string(data)
}

// notices waits until so many notices lie on the desk and nothing is being read, and returns what has changed since a version.
func (s *served) notices(from string, n int) (out changes) {
	s.t.Helper()
	for range 500 {
		_, body := s.send("GET", "/notices?from="+from, "", nil)
		if err := json.Unmarshal([]byte(body), &out); err != nil {
			s.t.Fatalf("%v: %s", err, body)
		}
		if len(out.Order) == n {
			return out
		}
		time.Sleep(10 * time.Millisecond)
	}
	s.t.Fatalf("%d notices, want %d", len(out.Order), n)
	return out
}

// news opens the stream and returns its lines, and a way to close it.
func (s *served) news() (*bufio.Scanner, func()) {
	s.t.Helper()
	ctx, stop := context.WithCancel(context.Background())
	r, _ := http.NewRequestWithContext(ctx, "GET", "http://"+s.address.Host+"/news", nil)
	answer, err := s.browser.Do(r)
	if err != nil {
		s.t.Fatal(err)
	}
	return bufio.NewScanner(answer.Body), func() { stop(); answer.Body.Close() }
}

func (s *served) end() {
	s.t.Helper()
	select {
	case err := <-s.ended:
		if err != nil {
			s.t.Errorf("ended with %v", err)
		}
	case <-time.After(20 * time.Second):
		s.t.Error("does not end")
	}
}

func (s *served) read(name string) string {
	data, _ := os.ReadFile(filepath.Join(s.folder, filepath.FromSlash(name)))
	return string(data)
}

// within lists all files of the folder.
func (s *served) within() (names []string) {
	_ = filepath.WalkDir(s.folder, func(name string, d os.DirEntry, _ error) error {
		if !d.IsDir() {
			rel, _ := filepath.Rel(s.folder, name)
			names = append(names, filepath.ToSlash(rel))
		}
		return nil
	})
	return names
}

func viewOf(t *testing.T, n note) (v struct{ Notice schema.Notice }) {
	t.Helper()
	if err := json.Unmarshal(n.View, &v); err != nil {
		t.Fatalf("%v: %s", err, bytes.TrimSpace(n.View))
	}
	return v
}
