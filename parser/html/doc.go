// Package html reads a web page: out of it comes the notice it shows, as paragraphs and
// grids, and the page head that the site prints with it.
//
// The reading text is the notice's title where the body lacks it, the page head as
// "name：value" lines, and the body. Navigation, sharing, print buttons, related
// links, footers, scripts and hidden elements are left out.
//
// The tree is built from the tokens of x/net/html by a builder of our own, because
// html.Parse refuses nesting beyond 512 elements and copies open
// formatting elements into every paragraph, which a hostile page turns into memory.
// The builder is linear in the page, nests at most maxDepth elements and keeps the text
// of those that it flattens. One walk over the tree measures its elements and notes those
// that are asked for later. What the page says of itself (meta, title, base) is put apart and
// asked by goquery.
//
// A page is read as it was saved: frames are not followed, scripts are not run.
package html
