// Package archive lists the files in ZIP, RAR and 7z archives.
//
// An archive comes from anywhere: what its headers claim of sizes and counts is never believed. What is taken of it
// has the bounds of a [Budget], which archives within an archive share. Names are decoded (UTF-8, else GB18030,
// which Chinese Windows writes) and lead nowhere outside the archive: see [CleanName].
//
// ZIP is APPNOTE.TXT 6.3; RAR 1.5 to 5 are read by nwaples/rardecode, 7z by bodgit/sevenzip.
package archive
