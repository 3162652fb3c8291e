package recognize

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"strings"
	"sync"
	"time"

	"github.com/policyx/policyx/parser/ocr"
	"github.com/policyx/policyx/schema/message"
)

// Command is a COMMAND that reads pages: a process for each page that is read at the same time, kept for the
// next one.
type Command struct {
	ocr.Engine
	line []string
	ctx  context.Context
	stop context.CancelFunc
	time time.Duration // for a page

	mu       sync.Mutex
	idle     []*process
	failures int // processes that were given up
}

// mostFailures is how many processes may be lost before no further one is started.
const mostFailures = 3

// Start runs the COMMAND, program and arguments, and asks it who it is.
func Start(ctx context.Context, command string) (*Command, error) {
	line, err := split(command)
	if err != nil {
		return nil, err
	}
	c := &Command{line: line, time: pageTime}
	c.ctx, c.stop = context.WithCancel(ctx)
	p, err := c.start()
	if err != nil {
		c.Close()
		return nil, err
	}
	c.idle = append(c.idle, p)
	c.Engine = ocr.Engine{Name: p.hello.Engine, Version: p.hello.Version, DPI: p.hello.DPI, Recognize: c.recognize}
	return c, nil
}

// Close ends all processes.
func (c *Command) Close() {
	c.mu.Lock()
	for _, p := range c.idle {
		p.input.Close()
	}
	c.mu.Unlock()
	c.stop()
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, p := range c.idle {
		<-p.ended
	}
	c.idle = nil
}

// recognize has a page read by an idle process, or by a new one. A process that dies, hangs or talks nonsense
// is ended.
func (c *Command) recognize(m ocr.Image) ([]ocr.Line, error) {
	p, err := c.take()
	if err != nil {
		return nil, c.because(err)
	}
	lines, err := p.page(m, c.time)
	var page *errPage
	if err == nil || errors.As(err, &page) {
		c.mu.Lock()
		c.idle = append(c.idle, p)
		c.mu.Unlock()
		return lines, err
	}
	p.kill()
	c.mu.Lock()
	c.failures++
	c.mu.Unlock()
	return nil, c.because(err)
}

// because is err, or that the run was ended.
func (c *Command) because(err error) error {
	if c.ctx.Err() != nil {
		return context.Canceled
	}
	return message.Errorf("%s: %w", c.line[0], err)
}

func (c *Command) take() (*process, error) {
	c.mu.Lock()
	if n := len(c.idle); n > 0 {
		p := c.idle[n-1]
		c.idle = c.idle[:n-1]
		c.mu.Unlock()
		return p, nil
	}
	lost := c.failures
	c.mu.Unlock()
	if lost >= mostFailures {
		return nil, message.Errorf("it was given up after %d failures", lost)
	}
	return c.start()
}

// process is one run of a COMMAND.
type process struct {
	hello   hello
	input   io.WriteCloser
	answers chan reply
	kill    context.CancelFunc
	ended   chan struct{}
}

// reply is a line that a process wrote, or why there is none.
type reply struct {
	line []byte
	err  error
}

func (c *Command) start() (*process, error) {
	ctx, kill := context.WithCancel(c.ctx)
	cmd := exec.CommandContext(ctx, c.line[0], c.line[1:]...)
	cmd.WaitDelay = time.Second
	complaint := &capped{most: 64 << 10}
	cmd.Stderr = complaint
	output, err := cmd.StdoutPipe()
	var input io.WriteCloser
	if err == nil {
		input, err = cmd.StdinPipe()
	}
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		kill()
		return nil, err
	}
	p := &process{input: input, answers: make(chan reply, 1), kill: kill, ended: make(chan struct{})}
	go p.listen(ctx, cmd, output, complaint)
	line, err := p.ask(map[string]string{"policyx": protocol}, helloTime)
	if err == nil {
		p.hello, err = readHello(line)
	}
	if err != nil {
		kill()
		<-p.ended
		return nil, err
	}
	return p, nil
}

// listen passes on the lines that the process writes, and then how it ended.
func (p *process) listen(ctx context.Context, cmd *exec.Cmd, output io.Reader, complaint *capped) {
	defer close(p.ended)
	send := func(r reply) bool {
		select {
		case p.answers <- r: // before it is asked whether the process was ended
			return true
		default:
		}
		select {
		case p.answers <- r:
			return true
		case <-ctx.Done():
			return false
		}
	}
	lines := bufio.NewScanner(output)
	lines.Buffer(make([]byte, 0, 64<<10), mostAnswer)
	for lines.Scan() {
		if !send(reply{line: append([]byte(nil), lines.Bytes()...)}) {
			break
		}
	}
	long := lines.Err()
	if long != nil {
		p.kill()
	}
	err := cmd.Wait()
	switch {
	case errors.Is(long, bufio.ErrTooLong):
		send(reply{err: errLong})
	case firstLine(complaint.Bytes()) != "":
		send(reply{err: message.Errorf("it ended (%v): %s", cmd.ProcessState, firstLine(complaint.Bytes()))})
	default:
		send(reply{err: message.Errorf("it ended (%v)", errors.Join(err, errors.New(cmd.ProcessState.String())))})
	}
}

// ask writes a line and waits for one.
func (p *process) ask(what any, limit time.Duration) ([]byte, error) {
	line, err := json.Marshal(what)
	if err != nil {
		return nil, err
	}
	_, failed := p.input.Write(append(line, '\n')) // a process that reads no more says why, or ends
	timer := time.NewTimer(limit)
	defer timer.Stop()
	select {
	case r := <-p.answers:
		return r.line, r.err
	case <-p.ended:
		select {
		case r := <-p.answers: // the last it said, or why it ended
			return r.line, r.err
		default:
			return nil, errors.Join(message.New("it ended"), failed)
		}
	case <-timer.C:
		return nil, message.Errorf("it did not answer within %v", limit)
	}
}

// page has a page read. Its picture is a file for as long as that takes.
func (p *process) page(m ocr.Image, limit time.Duration) ([]ocr.Line, error) {
	file, err := os.CreateTemp("", "policyx-page-*.png")
	if err != nil {
		return nil, err
	}
	defer os.Remove(file.Name())
	_, err = file.Write(m.PNG())
	if err = errors.Join(err, file.Close()); err != nil {
		return nil, err
	}
	line, err := p.ask(request{file.Name(), m.Bounds().Dx(), m.Bounds().Dy(), m.DPI}, limit)
	if err != nil {
		return nil, err
	}
	return readAnswer(line)
}

// split cuts a command line at its spaces, but not within '…' and "…". The name of a file is one word.
func split(line string) (words []string, err error) {
	if info, err := os.Stat(line); err == nil && info.Mode().IsRegular() {
		return []string{line}, nil
	}
	var word strings.Builder
	var quote rune
	inside := false
	for _, r := range line + " " {
		switch {
		case quote != 0 && r == quote:
			quote = 0
		case quote == 0 && (r == '\'' || r == '"'):
			quote, inside = r, true
		case quote == 0 && (r == ' ' || r == '\t'):
			if inside {
				words = append(words, word.String())
			}
			word.Reset()
			inside = false
		default:
			word.WriteRune(r)
			inside = true
		}
	}
	if quote != 0 || len(words) == 0 {
		return nil, message.Errorf("%q is no command", line)
	}
	return words, nil
}
