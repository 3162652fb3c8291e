package desk

import (
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"strings"
	"testing"
)

// TestStrangers are refused, whatever they ask for, and change nothing.
func TestStrangers(t *testing.T) {
	s := open(t, map[string]string{"a.txt": "甲\n"}).enter()
	head := func(pairs ...string) http.Header {
		h := http.Header{}
		for i := 0; i < len(pairs); i += 2 {
			h.Set(pairs[i], pairs[i+1])
		}
		return h
	}
	other := "http://127.0.0.1:1"
	for _, tt := range []struct {
		name, method, path string
		header             http.Header
		want               int
	}{
		{"another name for this machine", "GET", "/notices", head("Host", "localhost:"+s.address.Port()), 421},
		{"a name that was bound again", "GET", "/", head("Host", "policyx.example:"+s.address.Port()), 421},
		{"a name that was bound again, with the token", "GET", s.address.RequestURI(), head("Host", "policyx.example"), 421},
		{"a foreign origin reads", "GET", "/notices", head("Origin", "http://policyx.example", "Sec-Fetch-Site", "cross-site"), 403},
		{"a foreign origin writes", "POST", "/files?name=b.txt", head("Origin", "http://policyx.example", "Sec-Fetch-Site", ""), 403},
		{"a sandboxed page writes", "POST", "/files?name=b.txt", head("Origin", "null", "Sec-Fetch-Site", ""), 403},
		{"another port writes", "POST", "/files?name=b.txt", head("Origin", other, "Sec-Fetch-Site", "same-site"), 403},
		{"another port writes from an old browser", "POST", "/files?name=b.txt", head("Origin", other, "Sec-Fetch-Site", ""), 403},
		{"a form of another page", "POST", "/files?name=b.txt", head("Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate"), 403},
		{"nobody says where it comes from", "POST", "/files?name=b.txt", head("Sec-Fetch-Site", ""), 403},
		{"a picture on another page", "GET", "/notices", head("Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "no-cors"), 403},
		{"its own page", "POST", "/files?name=c.txt", head("Origin", "http://"+s.address.Host), 200},
		{"its own page in an old browser", "GET", "/notices", head("Sec-Fetch-Site", ""), 200},
	} {
		if got, body := s.send(tt.method, tt.path, "乙\n", tt.header); got != tt.want {
			t.Errorf("%s: %d %s, want %d", tt.name, got, body, tt.want)
		}
	}
	if names := strings.Join(s.within(), " "); names != "a.txt c.txt" {
		t.Errorf("the folder holds %s", names)
	}
}

// TestTokens: who has none, a wrong one or that of another port is shown nothing.
func TestTokens(t *testing.T) {
	s := open(t, map[string]string{"a.txt": "甲\n"})
	site := &url.URL{Scheme: "http", Host: s.address.Host}
	for name, cookie := range map[string]*http.Cookie{
		"none":            nil,
		"wrong":           {Name: "policyx-" + s.address.Port(), Value: "x"},
		"of another port": {Name: "policyx-1", Value: s.address.Query().Get("token")},
	} {
		jar, _ := cookiejar.New(nil)
		if cookie != nil {
			jar.SetCookies(site, []*http.Cookie{cookie})
		}
		s.browser.Jar = jar
		for _, path := range []string{"/", "/?token=x", "/?token=", "/notices", "/news"} {
			if got, body := s.send("GET", path, "", nil); got != http.StatusForbidden || strings.Contains(body, "a.txt") {
				t.Errorf("%s: %s: %d %s", name, path, got, body)
			}
		}
	}
	s.browser.Jar, _ = cookiejar.New(nil)
	s.browser.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	answer, err := s.browser.Get(s.address.String())
	if err != nil {
		t.Fatal(err)
	}
	answer.Body.Close()
	cookie := answer.Header.Get("Set-Cookie")
	if answer.Header.Get("Location") != "/" || !strings.Contains(cookie, "HttpOnly") || !strings.Contains(cookie, "SameSite=Strict") {
		t.Errorf("the token leads to %v", answer.Header)
	}
	if answer.Header.Get("X-Frame-Options") != "DENY" || answer.Header.Get("Referrer-Policy") != "no-referrer" {
		t.Errorf("the header is %v", answer.Header)
	}
}
