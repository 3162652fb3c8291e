package source

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/ianaindex"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"

	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/message"
)

const (
	utf8Name    = "utf-8"
	utf16leName = "utf-16le"
	utf16beName = "utf-16be"
	gb18030Name = "gb18030"
	big5Name    = "big5"
)

// damage counts what decoding could not keep.
type damage struct {
	bytes int // places where bytes are no character
	nuls  int // NUL characters
}

func (d damage) diagnostics(encoding string) []schema.Diagnostic {
	remark := func(format string, args ...any) []schema.Diagnostic {
		return []schema.Diagnostic{schema.Remark(schema.Warning, schema.DecodingErrors, format, args...)}
	}
	switch {
	case d.bytes > 0 && d.nuls > 0:
		return remark("%d places are not %s and %d NUL characters were replaced by U+FFFD.", d.bytes, encoding, d.nuls)
	case d.bytes > 0:
		return remark("%d places are not %s were replaced by U+FFFD.", d.bytes, encoding)
	case d.nuls > 0:
		return remark("%d NUL characters were replaced by U+FFFD.", d.nuls)
	}
	return nil
}

// decode returns data as text and the encoding it was read in: the one called name, or
// the one detected where name is "".
func decode(data []byte, name string) (text, encoding string, d damage, err error) {
	if name == "" {
		encoding = detect(data)
	} else if encoding, err = canonical(name, data); err != nil {
		return "", "", damage{}, err
	}
	data = trimBOM(data, encoding)
	if encoding == utf8Name {
		text, d.bytes = decodeUTF8(data)
	} else if text, d.bytes, err = decodeBy(encoding, data); err != nil {
		return "", "", damage{}, err
	}
	if d.nuls = strings.Count(text, "\x00"); d.nuls > 0 {
		text = strings.ReplaceAll(text, "\x00", "\ufffd")
	}
	return text, encoding, d, nil
}

// DecodeName returns the name of a file in an archive or a mail that does not say how it is written: UTF-8, else
// GB18030, as Chinese Windows writes it. Short names may be both (通知 in GBK is); then what reads like Chinese counts.
func DecodeName(name string) string {
	valid := utf8.ValidString(name)
	two := strings.ContainsFunc(name, func(r rune) bool { return r >= utf8.RuneSelf && r < 0x800 })
	three := strings.ContainsFunc(name, func(r rune) bool { return r >= 0x800 })
	if valid && (three || !two) {
		return name
	}
	text, faults, err := decodeBy(gb18030Name, []byte(name))
	switch {
	case err != nil:
		return strings.ToValidUTF8(name, "\ufffd")
	case valid && plausibility(text, faults) < likeChinese:
		return name
	}
	return text
}

// likeChinese is the share of common characters in a name that is Chinese rather than anything else.
const likeChinese = 0.5

// Decode returns data as text by the encoding called charset; one that is unknown, or "", is detected.
func Decode(data []byte, charset string) string {
	text, _, _, err := decode(data, charset)
	if err != nil {
		text, _, _, err = decode(data, "")
	}
	if err != nil {
		return strings.ToValidUTF8(string(data), "\ufffd")
	}
	return text
}

// canonical is the lower-case IANA name of the decoder for an encoding called name.
// gb2312 and gbk are read as gb18030, which contains both.
func canonical(name string, data []byte) (string, error) {
	name = strings.ToLower(strings.TrimSpace(name))
	switch name {
	case "utf16", "utf-16", "unicode":
		if bytes.HasPrefix(data, []byte("\xfe\xff")) {
			return utf16beName, nil
		}
		return utf16leName, nil
	case "gb2312", "gbk", "cp936", "gb-18030", "euc-cn", "hz-gb-2312":
		return gb18030Name, nil
	}
	e, err := htmlindex.Get(name)
	if err != nil {
		return "", &EncodingError{Name: name}
	}
	known, err := htmlindex.Name(e)
	if err != nil || known == "replacement" || known == "x-user-defined" {
		return "", &EncodingError{Name: name}
	}
	if known == "gbk" {
		return gb18030Name, nil
	}
	if iana, err := ianaindex.IANA.Name(e); err == nil && iana != "" {
		return strings.ToLower(iana), nil
	}
	return known, nil
}

// decoder returns the decoder for a name that canonical or detect made.
func decoder(name string) (*encoding.Decoder, error) {
	switch name {
	case gb18030Name:
		return simplifiedchinese.GB18030.NewDecoder(), nil
	case big5Name:
		return traditionalchinese.Big5.NewDecoder(), nil
	case utf16leName:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewDecoder(), nil
	case utf16beName:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewDecoder(), nil
	}
	e, err := htmlindex.Get(name)
	if err != nil {
		if e, err = ianaindex.IANA.Encoding(name); err != nil || e == nil {
			return nil, &EncodingError{Name: name}
		}
	}
	return e.NewDecoder(), nil
}

// decodeBy decodes data and counts the replacement characters in the outcome.
func decodeBy(name string, data []byte) (string, int, error) {
	d, err := decoder(name)
	if err != nil {
		return "", 0, err
	}
	out, err := d.Bytes(data)
	if err != nil {
		return "", 0, message.Errorf("cannot be decoded as %s: %w", name, err)
	}
	text := string(out)
	return text, strings.Count(text, "\ufffd"), nil
}

// decodeUTF8 replaces each stretch of bytes that is no UTF-8 by one U+FFFD. A U+FFFD
// that the file itself holds is no fault of the decoding and not counted.
func decodeUTF8(data []byte) (string, int) {
	if utf8.Valid(data) {
		return string(data), 0
	}
	var b strings.Builder
	b.Grow(len(data) + 64)
	faults := 0
	for len(data) > 0 {
		n := validPrefix(data)
		b.Write(data[:n])
		data = data[n:]
		if len(data) == 0 {
			break
		}
		b.WriteRune(utf8.RuneError)
		faults++
		data = data[faultLength(data):]
	}
	return b.String(), faults
}

// validPrefix is the length of the UTF-8 that data starts with.
func validPrefix(data []byte) int {
	for i := 0; i < len(data); {
		if data[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n <= 1 {
			return i
		}
		i += n
	}
	return len(data)
}

// faultLength is the length of the ill-formed sequence that data starts with: its lead
// byte and the continuation bytes that belong to it, so that a character cut in the
// middle is one fault.
func faultLength(data []byte) int {
	want := 1
	switch b := data[0]; {
	case b >= 0xF0 && b <= 0xF4:
		want = 3
	case b >= 0xE0 && b < 0xF0:
		want = 2
	}
	n := 1
	for n < want && n < len(data) && data[n]&0xC0 == 0x80 {
		n++
	}
	return n
}

func trimBOM(data []byte, encoding string) []byte {
	switch encoding {
	case utf8Name:
		return bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	case utf16leName:
		return bytes.TrimPrefix(data, []byte("\xff\xfe"))
	case utf16beName:
		return bytes.TrimPrefix(data, []byte("\xfe\xff"))
	case gb18030Name:
		return bytes.TrimPrefix(data, []byte("\x84\x31\x95\x33"))
	}
	return data
}

// looksBinary reports text that no one wrote: most of it damage or control characters, or, of more than a few, a fifth of it NULs and damage, or a
// thirtieth other control characters.
func looksBinary(text string, d damage) bool {
	control, total := 0, 0 // of the characters
	for i := range len(text) {
		c := text[i]
		if utf8.RuneStart(c) {
			total++
		}
		if c < ' ' && (c < '\t' || c > '\r') {
			control++
		}
	}
	lost := d.nuls + d.bytes
	if lost*2 > total || control*2 > total {
		return true
	}
	if lost <= 4 && control <= 8 {
		return false
	}
	return lost > 4 && lost*5 > total || control > 8 && control*30 > total
}
