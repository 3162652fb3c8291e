package main

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/policyx/policyx/cmd/policyx/tool"
)

// speaker offers tools by a protocol until nobody asks any more.
type speaker func(context.Context, tool.Offer) error

type mcpFlags struct {
	read      readFlags
	notice    noticeFlags
	catalogue catalogueFlags
}

func newMCP(c *console) *cobra.Command {
	var f mcpFlags
	cmd := &cobra.Command{
		Use:   "mcp [FOLDER]...",
		Short: "Answer agents and other programs by the Model Context Protocol",
		Long: `mcp offers the tools extract, explain, query, compare and diff by the Model Context Protocol (MCP) on standard
input and output, to the program that has started it: an assistant, an editor, an agent. docs/mcp.md has the
settings for such programs.

Answers are data, with the place of each value in the notice. Only files below the folders are read (the one it
is started in, where none is named), whatever a program asks for; nothing is written, nothing is sent anywhere. It ends when
standard input does.`,
		Example: `  policyx mcp 通知
  policyx mcp 通知 目录库 --assume-place 云溪市`,
		RunE: func(_ *cobra.Command, args []string) error { return f.run(c, args) },
	}
	f.read.register(cmd)
	f.notice.register(cmd)
	f.catalogue.register(cmd)
	return cmd
}

// instructions are for the agent that uses the tools.
const instructions = `policyx reads Chinese government notices (通知, 方案, 意见): who has to do what by when. It reads by rules, offline; every value has its
span, in code points of the reading text, with the line. What it did not understand is in diagnostics and coverage. Files are named below the folders that the server was started with.`

func (f *mcpFlags) run(c *console, args []string) error {
	if c.speak == nil {
		return handOver(c)
	}
	if c.interactive() {
		return misuse("mcp is started by a program that speaks the protocol, not by hand: docs/mcp.md has the settings")
	}
	folders, err := tool.OpenFolders(args)
	if err != nil {
		return usageError{err}
	}
	if _, err := f.notice.options(c); err != nil {
		return err
	}
	if err := f.read.check(c); err != nil {
		return err
	}
	b := &toolbox{c: c, flags: f, folders: folders}
	tools, err := b.tools()
	if err != nil {
		return err
	}
	ctx, stop := interruptible()
	defer stop()
	return c.speak(ctx, tool.Offer{
		Name: "policyx", Version: version(), Instructions: instructions, Tools: tools, In: c.in, Out: c.out, Log: c.err,
	})
}
