package batch

import (
	"errors"
	"os"
	"runtime"
	"testing"
)

func TestHold(t *testing.T) {
	folder := t.TempDir()
	release, err := Hold(folder)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Hold(folder); (locks || runtime.GOOS == "windows") && !errors.Is(err, ErrHeld) {
		t.Errorf("held twice: %v", err)
	}
	release()
	again, err := Hold(folder)
	if err != nil {
		t.Fatalf("after release: %v", err)
	}
	again()
	if left, _ := os.ReadDir(folder); len(left) != 0 {
		t.Errorf("left over: %v", left)
	}
}
