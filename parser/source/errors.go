package source

import (
	"fmt"
	"strings"

	"github.com/policyx/policyx/schema/message"
)

// ErrEmpty is an input without any text.
var ErrEmpty = message.New("is empty")

// ErrEncrypted is a document that only its password opens.
var ErrEncrypted = message.New("is encrypted: save it without a password")

// UnsupportedError is an input in a format that no reader of this version knows.
type UnsupportedError struct {
	Format string // a key of kinds: "pdf", "docx", "png", … or "binary"
	Wanted Format // what the caller wanted it read as, where a reader for it exists
}

func (e *UnsupportedError) Error() string {
	if e.Wanted != "" {
		return fmt.Sprintf("is %s, not %s", formatNames[e.Format], e.Wanted)
	}
	return fmt.Sprintf("is %s, which this version does not read%s", formatNames[e.Format], advice(e.Format))
}

// advice says what can be done with a format that no reader knows; "" for nothing.
func advice(format string) string {
	switch format {
	case "odf", "plist", "uof":
		return ": save it as docx, PDF or plain text"
	case "ceb":
		return ": open it in Apabi Reader and print it to a PDF"
	case "caj":
		return ": open it in CAJViewer and print it to a PDF"
	case "wdl":
		return ": open it in DynaDoc and print it to a PDF"
	case "gzip", "bzip2", "xz", "zstd", "tar":
		return ": unpack it first"
	case "heif":
		return ": save it as JPEG or PNG"
	case "policyx":
		return ": name the notice itself (policyx validate checks what was written)"
	case "json":
		return ": with --records, notices come as JSON, a line each"
	case "xlsb":
		return ": save it as xlsx"
	case "code":
		return ": name the file that holds the notice"
	}
	return ""
}

// Is makes errors.Is(err, ErrUnsupported) true for every UnsupportedError.
func (e *UnsupportedError) Is(target error) bool { return target == ErrUnsupported }

// ErrUnsupported is matched by every [UnsupportedError].
var ErrUnsupported = message.New("format is not supported")

// LimitError is a document that is larger than what is read of one, whole as it may be.
type LimitError struct {
	Limit  message.Text // which part is beyond which bound: "word/document.xml unpacks to more than 32 MiB"
	Remedy string       // what can be done: "print it as a PDF"
}

func (e *LimitError) Error() string { return e.Text().String() }

// Text is the bound and what can be done.
func (e *LimitError) Text() message.Text {
	return message.Sprintf("%s: %s", e.Limit, message.Text{Format: e.Remedy})
}

// Is makes errors.Is(err, ErrLimit) true for every LimitError.
func (e *LimitError) Is(target error) bool { return target == ErrLimit }

// ErrLimit is matched by every [LimitError].
var ErrLimit = message.New("is larger than what is read of one document")

// EncodingError is an encoding name that no decoder stands for.
type EncodingError struct{ Name string }

func (e *EncodingError) Error() string { return fmt.Sprintf("unknown encoding %q", e.Name) }

// Is makes errors.Is(err, ErrUnknownEncoding) true for every EncodingError.
func (e *EncodingError) Is(target error) bool { return target == ErrUnknownEncoding }

// ErrUnknownEncoding is matched by every [EncodingError].
var ErrUnknownEncoding = message.New("unknown encoding")

// FormatError is a format name that [Options] does not know.
type FormatError struct{ Name Format }

func (e *FormatError) Error() string {
	return fmt.Sprintf("unknown format %q (known are %s)", string(e.Name), strings.Join(Names(), ", "))
}

// Is makes errors.Is(err, ErrUnknownFormat) true for every FormatError.
func (e *FormatError) Is(target error) bool { return target == ErrUnknownFormat }

// ErrUnknownFormat is matched by every [FormatError].
var ErrUnknownFormat = message.New("unknown format")
