package batch

import (
	"io"

	"github.com/policyx/policyx/schema/message"
)

// SizeLimit bounds one input, in bytes: the longest notices are a hundredth of it.
const SizeLimit = 64 << 20

// ErrSize is an input that is larger than [SizeLimit].
var ErrSize = message.Errorf("is larger than %d MiB", SizeLimit>>20)

// ReadAll reads an input up to its end, or fails with [ErrSize].
func ReadAll(in io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(in, SizeLimit+1))
	if err != nil {
		return nil, err
	}
	if len(data) > SizeLimit {
		return nil, ErrSize
	}
	return data, nil
}
