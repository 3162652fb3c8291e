package batch

import "github.com/policyx/policyx/schema/message"

// ErrHeld is a folder that another program holds.
var ErrHeld = message.New("another window has this folder open")

// Hold takes a folder for this program until release is called or the program ends: [ErrHeld] where another one has it. Nothing is
// written, so that a folder which only can be read can be held as well; a file system without locks lets everyone have it.
func Hold(folder string) (release func(), err error) { return hold(folder) }
