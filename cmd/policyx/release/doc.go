// Release makes what is handed out: for each platform an archive with both programs, man pages and completions, packages for
// Debian and Fedora, a bill of materials (CycloneDX), the licences of all that is linked in, and the checksums of these. It needs
// no network once the modules are at hand, and the same commit gives the same bytes wherever it is made with the same Go.
//
// It is a module of its own, so that what it needs is no part of policyx.
package main
