package main

import (
	"unsafe"

	"golang.org/x/sys/windows"
)

// ownWindow reports whether the program was started by a double-click, or by what was dragged onto it: nobody else has its
// console, which closes with it.
func ownWindow() bool {
	var ids [2]uint32
	n, _, _ := windows.NewLazySystemDLL("kernel32.dll").NewProc("GetConsoleProcessList").Call(uintptr(unsafe.Pointer(&ids[0])), uintptr(len(ids)))
	return n == 1
}
