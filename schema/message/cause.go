package message

import (
	"errors"
	"io/fs"
	"os"
)

// Cause is what is wrong, without the operation and path that package os puts before it: "no such file or directory". Any other error is
// its own cause.
func Cause(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	var link *os.LinkError
	if errors.As(err, &link) {
		return link.Err
	}
	return err
}
