package desk

import (
	"crypto/rand"
	"crypto/subtle"
	"net/http"
	"net/url"

	"github.com/policyx/policyx/schema/message"
	"github.com/policyx/policyx/schema/translation"
)

// guard lets through who has the token and comes from the desk's own pages.
type guard struct {
	host, token string // host: 127.0.0.1:PORT
	says        translation.Translator
	next        http.Handler
}

var (
	errHost   = message.New("this is not the address that policyx serve has opened")
	errOrigin = message.New("another page asks for this: refused")
	errToken  = message.New("open the page by the address that policyx serve has printed")
)

func newToken() string { return rand.Text() }

// entrance is the address that opens the desk.
func (g *guard) entrance() string { return "http://" + g.host + "/?token=" + g.token }

func (g *guard) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	head := w.Header()
	head.Set("Cache-Control", "no-store")
	head.Set("Cross-Origin-Resource-Policy", "same-origin")
	head.Set("Referrer-Policy", "no-referrer")
	head.Set("X-Content-Type-Options", "nosniff")
	head.Set("X-Frame-Options", "DENY")
	switch {
	case r.Host != g.host:
		http.Error(w, g.says.Error(errHost), http.StatusMisdirectedRequest)
	case !g.ownOrigin(r):
		http.Error(w, g.says.Error(errOrigin), http.StatusForbidden)
	case r.Method == http.MethodGet && r.URL.Path == "/" && g.same(r.URL.Query().Get("token")):
		http.SetCookie(w, &http.Cookie{Name: g.cookie(), Value: g.token, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode})
		http.Redirect(w, r, "/", http.StatusSeeOther) // the token leaves the address
	case !g.known(r):
		http.Error(w, g.says.Error(errToken), http.StatusForbidden)
	default:
		g.next.ServeHTTP(w, r)
	}
}

// ownOrigin reports whether the request does not come from a page of somebody else. Browsers say where what changes
// something comes from; what reads comes with the cookie alone, which they send from the desk's own pages only.
func (g *guard) ownOrigin(r *http.Request) bool {
	site := r.Header.Get("Sec-Fetch-Site")
	if site != "" && site != "same-origin" && site != "none" {
		return r.Method == http.MethodGet && r.Header.Get("Sec-Fetch-Mode") == "navigate" && r.URL.Path == "/" // a link on another page: the cookie stays at home
	}
	origin := r.Header.Get("Origin")
	if origin == "" {
		return r.Method == http.MethodGet || r.Method == http.MethodHead || site == "same-origin"
	}
	u, err := url.Parse(origin)
	return err == nil && u.Scheme == "http" && u.Host == g.host
}

// cookie is the name of the cookie: one of another port would take its place under the same name.
func (g *guard) cookie() string { return "policyx-" + g.host[len("127.0.0.1:"):] }

func (g *guard) known(r *http.Request) bool {
	c, err := r.Cookie(g.cookie())
	return err == nil && g.same(c.Value)
}

func (g *guard) same(token string) bool {
	return subtle.ConstantTimeCompare([]byte(token), []byte(g.token)) == 1
}
