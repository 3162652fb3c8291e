package pdf

import (
	"encoding/binary"
	"slices"

	"github.com/policyx/policyx/schema/message"
)

// fuelName is the global that metered adds to a module.
const fuelName = "policyx.fuel"

// errModule is a module that is not the one metered and unnarrow were written for.
var errModule = message.New("pdfium: the module cannot be prepared")

// Sections of a WebAssembly module.
const (
	sectionImport = 2
	sectionGlobal = 6
	sectionExport = 7
	sectionCode   = 10
)

// metered returns the WebAssembly module with a counter in it, the global fuelName (i64): each
// function that is entered and each round of a loop takes one from it, and below 0 the module
// traps. So a document that never ends does end, behind the same step on every machine, which
// a clock does not give, and at a tenth of what the checks of a context cost.
func metered(module []byte) ([]byte, error) {
	r := wasmReader{data: module, at: 8}
	if len(module) < 8 || string(module[:4]) != "\x00asm" {
		return nil, errModule
	}
	out := append(make([]byte, 0, len(module)+len(module)/2), module[:8]...)
	globals := uint64(0)
	for r.at < len(module) && !r.bad {
		id := r.byte()
		body := r.bytes(r.number())
		switch id {
		case sectionImport:
			globals += importedGlobals(body)
		case sectionGlobal:
			own := wasmReader{data: body}
			globals += own.number()
			body = appended(body, []byte{0x7E, 1, 0x42, 0, 0x0B}) // i64, mutable, i64.const 0, end
		case sectionExport:
			name := append(binary.AppendUvarint(nil, uint64(len(fuelName))), fuelName...)
			body = appended(body, binary.AppendUvarint(append(name, 3), globals))
		case sectionCode:
			var err error
			if body, err = meterCode(body, toll(globals)); err != nil {
				return nil, err
			}
		}
		out = append(binary.AppendUvarint(append(out, id), uint64(len(body))), body...)
	}
	if r.bad || globals == 0 {
		return nil, errModule
	}
	return out, nil
}

// toll is the code that takes one from the global and traps below 0.
func toll(global uint64) []byte {
	get := binary.AppendUvarint([]byte{0x23}, global)
	return slices.Concat(
		get, []byte{0x42, 1, 0x7D}, // i64.const 1, i64.sub
		binary.AppendUvarint([]byte{0x24}, global), get,
		[]byte{0x42, 0, 0x53, 0x04, 0x40, 0x00, 0x0B}, // i64.const 0, i64.lt_s, if, unreachable, end
	)
}

// appended adds an entry to a section that is a vector.
func appended(body, entry []byte) []byte {
	r := wasmReader{data: body}
	n := r.number()
	return slices.Concat(binary.AppendUvarint(nil, n+1), body[r.at:], entry)
}

func importedGlobals(body []byte) (n uint64) {
	r := wasmReader{data: body}
	for range r.number() {
		r.bytes(r.number())
		r.bytes(r.number())
		switch r.byte() {
		case 0: // function
			r.number()
		case 1: // table
			r.byte()
			r.limits()
		case 2: // memory
			r.limits()
		case 3:
			n++
			r.bytes(2)
		default:
			r.bad = true
		}
		if r.bad {
			return 0
		}
	}
	return n
}

// meterCode puts the toll at the head of every function and loop of a code section.
func meterCode(body, toll []byte) ([]byte, error) {
	r := wasmReader{data: body}
	n := r.number()
	out := binary.AppendUvarint(make([]byte, 0, len(body)+len(body)/2), n)
	var code []byte
	for range n {
		f := wasmReader{data: r.bytes(r.number())}
		for range f.number() {
			f.number()
			f.byte()
		}
		code = append(append(code[:0], f.data[:f.at]...), toll...)
		for from := f.at; f.at < len(f.data) && !f.bad; {
			loop := f.data[f.at] == 0x03
			f.instruction()
			if loop || f.at == len(f.data) {
				code = append(code, f.data[from:f.at]...)
				from = f.at
			}
			if loop {
				code = append(code, toll...)
			}
		}
		if f.bad || r.bad {
			return nil, errModule
		}
		out = append(binary.AppendUvarint(out, uint64(len(code))), code...)
	}
	return out, nil
}

// wasmReader reads the binary form of a module. Behind its end it is bad and reads zeros.
type wasmReader struct {
	data []byte
	at   int
	bad  bool
}

func (r *wasmReader) byte() byte {
	if r.at >= len(r.data) {
		r.bad = true
		return 0
	}
	r.at++
	return r.data[r.at-1]
}

func (r *wasmReader) bytes(n uint64) []byte {
	if n > uint64(len(r.data)-r.at) {
		r.bad = true
		return nil
	}
	r.at += int(n)
	return r.data[r.at-int(n) : r.at]
}

// number reads an unsigned number, and skips a signed one.
func (r *wasmReader) number() (v uint64) {
	for shift := 0; shift < 70; shift += 7 {
		b := r.byte()
		v |= uint64(b&0x7F) << shift
		if b < 0x80 {
			return v
		}
	}
	r.bad = true
	return 0
}

func (r *wasmReader) numbers(n uint64) {
	for i := uint64(0); i < n && !r.bad; i++ {
		r.number()
	}
}

func (r *wasmReader) limits() {
	r.numbers(1 + uint64(r.byte()&1))
}

// instruction skips one instruction: its opcode and what stands behind it.
func (r *wasmReader) instruction() {
	switch op := r.byte(); {
	case op >= 0x02 && op <= 0x04, op >= 0x0C && op <= 0x0D, op == 0x10, op == 0x12, op >= 0x20 && op <= 0x26,
		op >= 0x3F && op <= 0x42, op == 0xD0, op == 0xD2: // one number: a type, a label, an index, a constant
		r.number()
	case op == 0x11, op == 0x13, op >= 0x28 && op <= 0x3E: // two: indirect calls, memory
		r.numbers(2)
	case op == 0x0E: // br_table
		r.numbers(r.number() + 1)
	case op == 0x1C: // select with types
		r.numbers(r.number())
	case op == 0x43:
		r.bytes(4)
	case op == 0x44:
		r.bytes(8)
	case op == 0xFC:
		switch sub := r.number(); {
		case sub <= 7:
		case sub == 9, sub == 11, sub == 13, sub >= 15 && sub <= 17:
			r.number()
		case sub <= 14:
			r.numbers(2)
		default:
			r.bad = true
		}
	case op <= 0x01, op == 0x05, op == 0x0B, op == 0x0F, op == 0x1A, op == 0x1B, op >= 0x45 && op <= 0xC4, op == 0xD1:
	default: // an extension that pdfium is not built with
		r.bad = true
	}
}
