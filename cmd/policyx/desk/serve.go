package desk

import (
	"cmp"
	"context"
	"errors"
	"net"
	"net/http"
	"sync"
	"time"

	"github.com/policyx/policyx/schema/render"
	"github.com/policyx/policyx/schema/render/page"
	"github.com/policyx/policyx/schema/term"
	"github.com/policyx/policyx/schema/translation"
)

// Options say what is served, and how.
type Options struct {
	Folder string
	Source Source
	View   render.Options // of the page and of what it hands out
	// Open is called with the address when the desk is open.
	Open func(address string)
	// Patience is how long the desk stays open without a page, once there was one.
	Patience time.Duration
	// Interval is how often the folder is looked at for what has changed.
	Interval time.Duration
}

// Serve serves the folder until ctx ends or the last page was closed. What a person did is written by then.
func Serve(ctx context.Context, opts Options) error {
	listener, err := net.Listen("tcp4", "127.0.0.1:0")
	if err != nil {
		return err
	}
	defer listener.Close()
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	s := newSite(ctx, opts)
	g := &guard{host: listener.Addr().String(), token: newToken(), says: s.says, next: s.handler()}
	server := &http.Server{Handler: g, ReadHeaderTimeout: 10 * time.Second, BaseContext: func(net.Listener) context.Context { return ctx }}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	go s.follow()
	if opts.Open != nil {
		opts.Open(g.entrance())
	}
	select {
	case err = <-failed:
	case <-ctx.Done():
	case <-s.desk.crowd.empty:
	}
	stop() // pages that wait for news; reading goes on to nobody, and writes nothing
	ending, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	if ended := server.Shutdown(ending); err == nil && !errors.Is(ended, context.DeadlineExceeded) {
		err = ended
	}
	if errors.Is(err, http.ErrServerClosed) {
		err = nil
	}
	return err
}

// site answers the pages of the desk.
type site struct {
	ctx  context.Context // of the desk
	opts Options
	desk *desk
	page page.Options
	says translation.Translator // in the language of the page
	look chan struct{}          // asks to look at the folder at once

	storing sync.Mutex // held while a dropped file is written
}

func newSite(ctx context.Context, opts Options) *site {
	lang := cmp.Or(opts.View.Lang, term.Chinese)
	s := &site{ctx: ctx, opts: opts, says: translation.For(lang), look: make(chan struct{}, 1)}
	s.desk = newDesk(opts.Folder, opts.Source, newCrowd(opts.Patience))
	s.page = page.Options{Lang: lang, Family: opts.View.Family, Party: opts.View.Party, Remark: s.says.Diagnostic}
	return s
}

// follow keeps the desk as the folder is.
func (s *site) follow() {
	for {
		s.desk.read(s.ctx)
		select {
		case <-s.ctx.Done():
			return
		case <-s.look:
		case <-time.After(s.opts.Interval):
		}
	}
}

func (s *site) handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", s.whole)
	mux.HandleFunc("GET /news", s.news)
	mux.HandleFunc("GET /notices", s.notices)
	mux.HandleFunc("PUT /fixes/{id}", s.putFixes)
	mux.HandleFunc("DELETE /fixes/{id}", s.dropFixes)
	mux.HandleFunc("POST /files", s.files)
	mux.HandleFunc("POST /export/{name}", s.export)
	return mux
}
