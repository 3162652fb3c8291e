package main

import (
	"bufio"
	"fmt"
	"image"
	"image/png"
	"os"
	"strings"
	"testing"

	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/schema"
)

// pretend is a COMMAND for --ocr: engine well, dies, babbles or stranger. engine paint FILE draws it a page.
func pretend() {
	how := os.Args[1]
	if how == "paint" {
		paint(os.Args[2])
		return
	}
	version := "2.1"
	if v := os.Getenv("ENGINE_VERSION"); v != "" {
		version = v
	}
	for lines := bufio.NewScanner(os.Stdin); lines.Scan(); {
		hello := strings.Contains(lines.Text(), `"policyx":"ocr/v1"`)
		switch {
		case hello && how == "stranger":
			fmt.Println("hello")
		case hello:
			fmt.Printf(`{"engine":"pretender","version":%q,"dpi":100}`+"\n", version)
		case how == "dies":
			fmt.Fprintln(os.Stderr, "out of memory")
			os.Exit(1)
		case how == "babbles":
			fmt.Println("well")
		default:
			fmt.Print(`{"lines":[{"text":"一、重点任务","box":[130,300,280,325],"confidence":0.9},` +
				`{"text":"（一）培训护理人员。2025年底前，培训50人次。","box":[130,340,680,365],"confidence":0.9},` +
				`{"text":"（责任单位：市民政局）","box":[90,380,340,405],"confidence":0.9}`)
			for y := 440; y < 1140; y += 40 { // the rest of what is printed
				fmt.Printf(`,{"text":"（此页无正文）","box":[130,%d,680,%d],"confidence":0.9}`, y, y+38)
			}
			fmt.Println("]}")
		}
	}
}

// paint draws a page with a bar where the pretender reads its lines.
func paint(name string) {
	m := image.NewGray(image.Rect(0, 0, 827, 1169))
	for i := range m.Pix {
		if x, y := i%m.Stride, i/m.Stride; x < 130 || x > 680 || y < 300 || y > 400 || y%4 > 1 {
			m.Pix[i] = 255
		}
	}
	file, err := os.Create(name)
	if err == nil {
		err = png.Encode(file, m)
	}
	if err != nil {
		panic(err)
	}
}

// The error of a scan that no engine can be shown names none.
func TestUnreadScan(t *testing.T) {
	scan := &parser.UnreadableError{Code: schema.NoTextLayer, Reason: "is a scan"}
	if err := unreadScan(scan); !strings.Contains(err.Error(), "--ocr") {
		t.Error(err)
	}
	scan.Unseen = true
	if err := unreadScan(scan); err.Error() != scan.Reason {
		t.Error(err)
	}
}
