package pdf

import (
	"context"
	"errors"
	"fmt"
	"io"
	"reflect"
	"runtime"
	"sync"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
)

// memoryPages bounds what one document may take of the module's memory: 512 MiB.
const memoryPages = 512 << 20 / (64 << 10)

// engine is pdfium compiled for this process, on the first PDF and never before.
var engine = sync.OnceValues(startEngine)

// startEngine compiles pdfium, with the cache in the user's folder where that serves and
// without it where it does not.
func startEngine() (pdfium.Pool, error) {
	cache := openCache()
	if cache == nil {
		return compile(nil)
	}
	pool, err := compile(cache.compiled)
	if err != nil {
		cache.drop()
		return compile(nil)
	}
	cache.seal()
	return pool, nil
}

// compile gives the module no file system, no output and no more memory than memoryPages.
func compile(cache wazero.CompilationCache) (pdfium.Pool, error) {
	config := wazero.NewRuntimeConfig().WithMemoryLimitPages(memoryPages).WithCloseOnContextDone(true)
	if cache != nil {
		config = config.WithCompilationCache(cache)
	}
	return webassembly.Init(webassembly.Config{
		MaxTotal:      runtime.GOMAXPROCS(0),
		RuntimeConfig: config,
		FSConfig:      wazero.NewFSConfig(),
		Stdout:        io.Discard,
		Stderr:        io.Discard,
	})
}

// session is one instance of the module with one document: what a damaged document does
// to it ends with it. The first call that fails is kept in err, calls behind it do nothing
// and return 0, so only the end of a piece of work has to look at err.
type session struct {
	ctx       context.Context
	pool      pdfium.Pdfium
	module    api.Module
	functions map[string]api.Function
	stack     [8]uint64
	scratch   uint32 // memory of the module that results are written to
	err       error
}

const scratchSize = 64

// errModule is a go-pdfium that does not show its module any more.
var errModule = errors.New("pdfium: the module cannot be reached")

// open starts an instance. It is to be closed.
//
// Calls go to the module itself: those of go-pdfium allocate and free every number that a
// function returns, which takes longer than all else that is done with a page.
func open(ctx context.Context) (*session, error) {
	pool, err := engine()
	if err != nil {
		return nil, fmt.Errorf("pdfium: %w", err)
	}
	instance, err := pool.GetInstanceWithContext(ctx)
	if err != nil {
		return nil, fmt.Errorf("pdfium: %w", err)
	}
	s := &session{ctx: ctx, pool: instance, functions: map[string]api.Function{}}
	field := reflect.Indirect(reflect.ValueOf(instance.GetImplementation())).FieldByName("Module")
	if field.IsValid() && field.CanInterface() {
		s.module, _ = field.Interface().(api.Module)
	}
	if s.module == nil {
		s.close()
		return nil, errModule
	}
	s.scratch = uint32(s.call("malloc", scratchSize))
	return s, nil
}

// close ends the instance with everything that it holds.
func (s *session) close() { _ = s.pool.Close() }

// call calls a function of the module with at most eight arguments.
func (s *session) call(name string, args ...uint64) uint64 {
	if s.err != nil {
		return 0
	}
	f := s.functions[name]
	if f == nil {
		if f = s.module.ExportedFunction(name); f == nil {
			s.err = fmt.Errorf("pdfium: no function %s", name)
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
