package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestNetwork holds that of the program's own packages the desk alone can listen or connect, and which modules could. Each of
// them was looked at: those that policyx calls are given text, and open nothing.
func TestNetwork(t *testing.T) {
	able := []string{"net", "net/http", "net/rpc", "net/smtp", "crypto/tls", "log/syslog"}
	want := []string{
		module + "/cmd/policyx/desk",       // serve
		"github.com/PuerkitoBio/goquery",   // to fetch pages, deprecated there
		"github.com/andybalholm/brotli",    // to unpack what a server hands out
		"github.com/google/uuid",           // the interfaces, for a number of the machine
		"github.com/invopop/jsonschema",    // the type of an address
		"github.com/modelcontextprotocol/", // mcp, over pipes alone
		"github.com/spf13/afero",           // a file system as http has it
		"github.com/spf13/pflag",           // flags that are addresses
		"github.com/tetratelabs/wazero",    // sockets of a guest that is given some
		"golang.org/x/oauth2",              // of the protocol of mcp
	}
	found := map[string]bool{}
	for _, line := range goList(t, "-deps", "-tags", "sqlite", "-f", "{{if not .Standard}}{{.ImportPath}} {{join .Imports \" \"}}{{end}}", ".") {
		pkg, imports, _ := strings.Cut(line, " ")
		if !slices.ContainsFunc(strings.Fields(imports), func(i string) bool { return slices.Contains(able, i) }) {
			continue
		}
		i := slices.IndexFunc(want, func(w string) bool { return strings.HasPrefix(pkg, w) })
		if i < 0 {
			t.Errorf("%s can open a connection: what for?", pkg)
			continue
		}
		found[want[i]] = true
	}
	for _, w := range want {
		if !found[w] {
			t.Errorf("%s is linked no more, or can open no connection", w)
		}
	}
}

// TestNoSocket watches the system calls of verbs that read: none makes a socket.
func TestNoSocket(t *testing.T) {
	if err := exec.Command("strace", "-o", os.DevNull, "true").Run(); err != nil {
		t.Skip("strace does not run here:", err)
	}
	dir := t.TempDir()
	page := filepath.Join(dir, "通知.html")
	text := `<html><head><base href="http://192.0.2.1/"><link rel="stylesheet" href="http://192.0.2.1/a.css"><meta http-equiv="refresh" content="0;url=http://192.0.2.1/"></head><body>` +
		`<div class="content"><p>一、重点任务</p><p>（一）更换路灯。年底前更换路灯300盏。（市住建局负责）</p><p><a href="http://192.0.2.1/附件.docx">附件</a><img src="http://192.0.2.1/a.png"></p></div></body></html>`
	if err := os.WriteFile(page, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"extract", "-q", page, "../../testdata/formats/page.mht", "../../testdata/formats/label-lines.pdf", "../../testdata/formats/label-lines.zip", "-f", "html", "-o", filepath.Join(dir, "台账.html")},
		{"index", "-q", filepath.Join(dir, "通知.db"), page}, {"query", filepath.Join(dir, "通知.db")}, {"diff", page, page}, {"explain", page}, {"mcp", dir},
	} {
		calls := filepath.Join(dir, "calls")
		cmd := exec.Command("strace", slices.Concat([]string{"-f", "-e", "trace=network", "-o", calls, "policyx"}, args)...)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%q: %v\n%s", args, err, out)
		}
		if made := regexp.MustCompile(`.*\b(socket|connect|bind|sendto)\(.*`).FindString(read(t, calls)); made != "" {
			t.Errorf("%q: %s", args, made)
		}
	}
}
