package html

import (
	"net/url"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
)

// longestAbout bounds what is kept of such tags, in bytes.
const longestAbout = 64 << 10

// about is what a page says of itself outside of what it shows: its tags meta, title and base.
type about struct{ tags *goquery.Document }

// readAbout reads these tags, as they stand in the page one behind the other.
func readAbout(tags string) about {
	doc, err := goquery.NewDocumentFromReader(strings.NewReader(tags))
	if err != nil { // not of tags that nest
		doc = goquery.NewDocumentFromNode(new(html.Node))
	}
	return about{doc}
}

// meta is the content of the first meta tag with a name or property, in capitals or not; "" without one.
func (a about) meta(name string) string {
	tags := a.tags.Find("meta").FilterFunction(func(_ int, tag *goquery.Selection) bool {
		called, ok := tag.Attr("name")
		if !ok {
			called = tag.AttrOr("property", "")
		}
		return strings.EqualFold(called, name)
	})
	return strings.TrimSpace(tags.First().AttrOr("content", ""))
}

// title is the page's <title>, "" without one.
func (a about) title() string { return a.tags.Find("title").First().Text() }

// base is the address that the page's <base> names; nil without one.
func (a about) base() *url.URL {
	href, _ := a.tags.Find("base[href]").First().Attr("href")
	if u, err := url.Parse(strings.TrimSpace(href)); err == nil && u.IsAbs() {
		return u
	}
	return nil
}
