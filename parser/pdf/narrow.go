package pdf

import "bytes"

// narrowTest is where pdfium leaves a text object out of the text of its page, being narrower than
// 0.01: right - left, its absolute value, < 0.01, br_if 0. narrowTested is how often it stands in
// the module.
var narrowTest = []byte{
	0x2A, 2, 0x18, 0x93, 0x8B, // f32.load offset=24, f32.sub, f32.abs
	0x43, 0x0A, 0xD7, 0x23, 0x3C, // f32.const 0.01
	0x5D, 0x0D, 0, // f32.lt, br_if 0
}

const narrowTested = 2

// unnarrow takes that test out of a module: nothing is narrower than -1. A text object is
// as wide as the shapes of its characters, so one with a single character of a font that has no
// shapes (not embedded, or made for text under a scan) has no width, and was lost in silence.
func unnarrow(module []byte) error {
	const constant = 6
	found := 0
	for rest := module; ; found++ {
		at := bytes.Index(rest, narrowTest)
		if at < 0 {
			break
		}
		rest = rest[at+constant:]
		copy(rest, []byte{0, 0, 0x80, 0xBF}) // f32.const -1
	}
	if found != narrowTested {
		return errModule
	}
	return nil
}
