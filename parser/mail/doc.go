// Package mail takes the parts out of a mail message and out of a web page that was saved as one (MHTML).
//
// Messages are RFC 5322 with MIME (RFC 2045 to 2047, 2183, 2231), pages RFC 2557. Mail programs of all kinds write
// them, so nothing is refused that can be read: a boundary that is missing at the end, names in raw GBK or in encoded
// words of gb2312 or gb18030, lines of base64 with anything between them.
package mail
