package batch

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"golang.org/x/sys/windows"
)

// hold takes a mutex that is named after the folder: the system gives it back when the program ends.
func hold(folder string) (release func(), err error) {
	place, err := filepath.Abs(folder)
	if err != nil {
		return nil, err
	}
	if real, err := filepath.EvalSymlinks(place); err == nil {
		place = real
	}
	name, err := windows.UTF16PtrFromString(fmt.Sprintf(`Local\policyx-%x`, sha256.Sum256([]byte(strings.ToLower(place)))))
	if err != nil {
		return nil, err
	}
	mutex, err := windows.CreateMutex(nil, false, name)
	if errors.Is(err, windows.ERROR_ALREADY_EXISTS) {
		windows.CloseHandle(mutex)
		return nil, ErrHeld
	}
	if err != nil {
		return nil, err
	}
	return func() { windows.CloseHandle(mutex) }, nil
}
