package pdf

import (
	"context"
	"runtime"
	"sync"
	_ "unsafe" // for go:linkname

	_ "github.com/klippa-app/go-pdfium/webassembly" // holds the module
	"github.com/klippa-app/go-pdfium/webassembly/imports"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
	"github.com/tetratelabs/wazero/imports/wasi_snapshot_preview1"

	"github.com/policyx/policyx/schema/message"
)

// memoryPages bounds what one document may take of the module's memory: 256 MiB.
const memoryPages = 256 << 20 / (64 << 10)

// pdfium is the module that go-pdfium embeds; it shows it to nobody.
//
//go:linkname pdfium github.com/klippa-app/go-pdfium/webassembly.pdfiumWasm
var pdfium []byte

// engines are pdfium compiled for this process by the folder of the cache, on the first PDF and never before:
// func() (*machine, error).
var engines sync.Map

func engine(cache string) (*machine, error) {
	start, _ := engines.LoadOrStore(cache, sync.OnceValues(func() (*machine, error) { return startEngine(cache) }))
	return start.(func() (*machine, error))()
}

// machine starts instances of the module.
type machine struct {
	runtime wazero.Runtime
	module  wazero.CompiledModule
	free    chan struct{} // how many more instances there may be
}

// startEngine compiles pdfium, with the cache in the folder where that serves and without it where it
// does not.
func startEngine(folder string) (*machine, error) {
	module, err := metered(pdfium)
	if err == nil {
		err = unnarrow(module)
	}
	if err != nil {
		return nil, err
	}
	cache := openCache(folder)
	if cache == nil {
		return compile(module, nil)
	}
	m, err := compile(module, cache.compiled)
	if err != nil {
		cache.drop()
		return compile(module, nil)
	}
	cache.seal()
	return m, nil
}

// compile gives the module no file system, no clock, no output and no more memory than memoryPages.
func compile(module []byte, cache wazero.CompilationCache) (*machine, error) {
	config := wazero.NewRuntimeConfig().WithMemoryLimitPages(memoryPages)
	if cache != nil {
		config = config.WithCompilationCache(cache)
	}
	ctx := context.Background()
	m := &machine{runtime: wazero.NewRuntimeWithConfig(ctx, config), free: make(chan struct{}, runtime.GOMAXPROCS(0))}
	_, err := wasi_snapshot_preview1.Instantiate(ctx, m.runtime)
	if err == nil {
		m.module, err = m.runtime.CompileModule(experimental.WithCompilationWorkers(ctx, runtime.GOMAXPROCS(0)), module)
	}
	if err == nil {
		_, err = imports.Instantiate(ctx, m.runtime, m.module)
	}
	if err != nil {
		_ = m.runtime.Close(ctx)
		return nil, err
	}
	return m, nil
}

// session is one instance of the module with one document: what a damaged document does
// to it ends with it. The first call that fails is kept in err, calls behind it do nothing
// and return 0, so only the end of a piece of work has to look at err.
type session struct {
	ctx       context.Context
	machine   *machine
	module    api.Module
	fuel      api.MutableGlobal // what is left of it
	functions map[string]api.Function
	stack     [8]uint64
	scratch   uint32 // memory of the module that results are written to
	err       error
}

const scratchSize = 64

// open starts an instance with so much fuel, to be closed.
func open(fuel int64, cache string) (*session, error) {
	m, err := engine(cache)
	if err != nil {
		return nil, message.Errorf("pdfium: %w", err)
	}
	m.free <- struct{}{}
	s := &session{ctx: context.Background(), machine: m, functions: map[string]api.Function{}}
	config := wazero.NewModuleConfig().WithName("").WithStartFunctions()
	s.module, err = m.runtime.InstantiateModule(experimental.WithMemoryAllocator(s.ctx, experimental.MemoryAllocatorFunc(allocate)), m.module, config)
	if err != nil {
		<-m.free
		return nil, message.Errorf("pdfium: %w", err)
	}
	s.fuel, _ = s.module.ExportedGlobal(fuelName).(api.MutableGlobal)
	if s.fuel == nil {
		s.close()
		return nil, errModule
	}
	s.fuel.Set(uint64(fuel))
	s.call("_initialize")
	s.call("FPDF_InitLibrary")
	s.scratch = uint32(s.call("malloc", scratchSize))
	return s, nil
}

// close ends the instance with everything that it holds.
func (s *session) close() {
	_ = s.module.Close(s.ctx)
	<-s.machine.free
}

// bound is what a document asked for beyond its bounds, "" where it did not.
func (s *session) bound() string {
	switch {
	case int64(s.fuel.Get()) < 0:
		return "it asks for more work than a document of its size may take"
	case s.module.Memory().Size() > memoryPages/8*7<<16:
		return "it asks for more memory than a document may take"
	}
	return ""
}

// failure is the error of a document that ended the session before a page was read.
func (s *session) failure() error {
	if bound := s.bound(); bound != "" {
		return message.Errorf("%w: %s", ErrBound, bound)
	}
	return ErrDamaged
}

// call calls a function of the module with at most eight arguments.
func (s *session) call(name string, args ...uint64) uint64 {
	if s.err != nil {
		return 0
	}
	f := s.functions[name]
	if f == nil {
		if f = s.module.ExportedFunction(name); f == nil {
			s.err = message.Errorf("pdfium: no function %s", name)
			return 0
		}
		s.functions[name] = f
	}
	copy(s.stack[:], args)
	if err := f.CallWithStack(s.ctx, s.stack[:]); err != nil {
		s.err = err
		return 0
	}
	return s.stack[0]
}

// number calls a function that returns an int.
func (s *session) number(name string, args ...uint64) int { return int(int32(s.call(name, args...))) }

// truth calls a function that returns a boolean.
func (s *session) truth(name string, args ...uint64) bool { return uint32(s.call(name, args...)) != 0 }

// real calls a function that returns a float.
func (s *session) real(name string, args ...uint64) float64 {
	return float64(api.DecodeF32(s.call(name, args...)))
}

// floats calls a function whose last arguments are the addresses of n floats one behind
// the other, or of one struct of them, and returns those.
func (s *session) floats(n int, apart bool, name string, args ...uint64) (out [6]float64, ok bool) {
	at := uint64(s.scratch)
	if !apart {
		args = append(args, at)
	} else {
		for i := range n {
			args = append(args, at+uint64(4*i))
		}
	}
	if !s.truth(name, args...) {
		return out, false
	}
	for i := range n {
		v, _ := s.module.Memory().ReadFloat32Le(s.scratch + uint32(4*i))
		out[i] = float64(v)
	}
	return out, true
}

// load copies data into the module and returns its address, 0 where there is no room.
func (s *session) load(data []byte) uint64 {
	at := s.call("malloc", uint64(len(data)))
	if at == 0 || !s.module.Memory().Write(uint32(at), data) {
		return 0
	}
	return at
}
