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
	"github.com/policyx/policyx/schema/message"
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
			var lines []string
			for _, l := range pretended() {
				lines = append(lines, fmt.Sprintf(`{"text":%q,"box":[%d,%d,%d,%d],"confidence":0.9}`, l.text, l.Min.X, l.Min.Y, l.Max.X, l.Max.Y))
			}
			fmt.Printf(`{"lines":[%s]}`+"\n", strings.Join(lines, ","))
		}
	}
}

// pretendedLine is a line with its place at 100 dpi.
type pretendedLine struct {
	text string
	image.Rectangle
}

// pretended is what the pretenders read of every page.
func pretended() []pretendedLine {
	page := []pretendedLine{
		{"一、重点任务", image.Rect(130, 300, 280, 325)},
		{"（一）培训护理人员。2025年底前，培训50人次。", image.Rect(130, 340, 680, 365)},
		{"（责任单位：市民政局）", image.Rect(90, 380, 340, 405)},
	}
	for y := 440; y < 1140; y += 40 { // the rest of what is printed
		page = append(page, pretendedLine{"（此页无正文）", image.Rect(130, y, 680, y+38)})
	}
	return page
}

// pretendTesseract is a Tesseract 5.3.0 with the data that TESSERACT_DATA names.
func pretendTesseract() {
	switch args := strings.Join(os.Args[1:], " "); args {
	case "--version":
		fmt.Println("tesseract 5.3.0\n leptonica-1.82.0")
	case "--list-langs":
		fmt.Println("List of available languages (1):\n" + os.Getenv("TESSERACT_DATA"))
	case "- - -l chi_sim --psm 4 --dpi 300 tsv":
		if kind, err := bufio.NewReader(os.Stdin).Peek(3); err != nil || string(kind) != "P5 " {
			fmt.Fprintln(os.Stderr, "no picture:", string(kind), err)
			os.Exit(1)
		}
		fmt.Println("level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext")
		for i, l := range pretended() {
			fmt.Printf("5\t1\t1\t1\t%d\t1\t%d\t%d\t%d\t%d\t90\t%s\n", i+1, 3*l.Min.X, 3*l.Min.Y, 3*l.Dx(), 3*l.Dy(), l.text)
		}
	default:
		fmt.Fprintln(os.Stderr, "read_params_file: Can't open", args)
		os.Exit(1)
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
	scan := &parser.UnreadableError{Code: schema.NoTextLayer, Reason: message.New("is a scan")}
	if err := unreadScan(scan); !strings.Contains(err.Error(), "--ocr") {
		t.Error(err)
	}
	scan.Unseen = true
	if err := unreadScan(scan); err != error(scan) {
		t.Error(err)
	}
}
