package main

import "os"

func main() {
	c := &console{in: os.Stdin, out: os.Stdout, err: os.Stderr}
	os.Exit(run(c, os.Args[1:]))
}
