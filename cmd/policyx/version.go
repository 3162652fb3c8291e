package main

import "runtime/debug"

// release is set by the linker (see the Makefile) when the build knows its tag.
var release string

// version is the release, else what the Go tool recorded about the build.
func version() string {
	if release != "" {
		return release
	}
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" {
		return "(devel)"
	}
	return info.Main.Version
}
