package archive

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/policyx/policyx/parser/internal/pack"
	"github.com/policyx/policyx/parser/source"
)

var notice = pack.File{Name: "通知/云溪市步道修缮通知.txt", Data: []byte("一、修缮步道。市水务局负责。\n")}

func TestRead(t *testing.T) {
	other := pack.File{Name: `通知\附件1.txt`, Data: []byte("步道清单\n")}
	for format, data := range map[source.Format][]byte{
		source.ZIP: pack.Zip(notice, other, pack.File{Name: "__MACOSX/._x"}, pack.File{Name: "通知/.DS_Store"}, pack.File{Name: "通知/~$x.docx"}),
		source.RAR: pack.RAR(notice, other, pack.File{Name: "通知/Thumbs.db"}),
	} {
		members, err := Read(format, data, NewBudget())
		if err != nil || len(members) != 2 {
			t.Fatalf("%s: %v, %v", format, members, err)
		}
		if m := members[0]; m.Name != notice.Name || !bytes.Equal(m.Data, notice.Data) || m.Err != nil {
			t.Errorf("%s: %+v", format, m)
		}
		if m := members[1]; m.Name != "通知/附件1.txt" {
			t.Errorf("%s: %+v", format, m)
		}
	}
}

// TestSevenZip reads archives that 7-Zip made.
func TestSevenZip(t *testing.T) {
	for name, want := range map[string]string{
		"notice.7z":    "通知.txt=一、修缮步道。 附件1.txt=步道清单",
		"encrypted.7z": "通知.txt:" + ErrEncrypted.Error(),
		"sealed.7z":    ErrEncrypted.Error(), // the names are encrypted too
	} {
		data, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		members, err := Read(source.SevenZip, data, NewBudget())
		if got := strings.TrimSpace(said(members, err)); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}

// said is what was read, in one line.
func said(members []Member, err error) string {
	if err != nil {
		return err.Error()
	}
	var b strings.Builder
	for _, m := range members {
		if m.Err != nil {
			fmt.Fprintf(&b, "%s:%v ", m.Name, m.Err)
			continue
		}
		fmt.Fprintf(&b, "%s=%s ", m.Name, bytes.TrimSpace(m.Data))
	}
	return b.String()
}

func TestNames(t *testing.T) {
	for name, want := range map[string]string{
		"a/b.txt": "a/b.txt", "/etc/passwd": "etc/passwd", "../../etc/passwd": "etc/passwd", `..\..\a.txt`: "a.txt", `C:\a\b.txt`: "a/b.txt",
		"C:a.txt": "C：a.txt", "./a//b.txt": "a/b.txt", "a/../b.txt": "a/b.txt", "..": "unnamed", "": "unnamed", "a\x00\x1b[31m.txt": "a[31m.txt",
		"a\u202etxt.exe": "atxt.exe", " a / b ": "a/b",
	} {
		if got := CleanName(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
	if got := CleanName(strings.Repeat("通", 2000)); len(got) > longestName || strings.ContainsRune(got, '\ufffd') {
		t.Errorf("a long name has %d bytes", len(got))
	}
}

// TestUnicodePath holds that a name which Info-ZIP gave as UTF-8 too is read from there.
func TestUnicodePath(t *testing.T) {
	const raw = "\xcd\xa8\xd6\xaa.txt" // 通知 in GBK, which is UTF-8 by chance
	for right, want := range map[bool]string{true: "告示.txt", false: "通知.txt"} {
		extra := append([]byte{0x75, 0x70, 15, 0, 1, 0, 0, 0, 0}, "告示.txt"...)
		if right {
			binary.LittleEndian.PutUint32(extra[5:], crc32.ChecksumIEEE([]byte(raw)))
		}
		var b bytes.Buffer
		w := zip.NewWriter(&b)
		if _, err := w.CreateHeader(&zip.FileHeader{Name: raw, NonUTF8: true, Extra: extra}); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		members, err := Read(source.ZIP, b.Bytes(), NewBudget())
		if err != nil || len(members) != 1 || members[0].Name != want {
			t.Errorf("checksum right %v: %v, %v; want %s", right, members, err, want)
		}
	}
}

// TestHostile holds what is said of archives that were made to fill a machine, or cannot be opened.
func TestHostile(t *testing.T) {
	zeros := make([]byte, 8<<20)
	many := make([]pack.File, 100_000)
	for i := range many {
		many[i].Name = fmt.Sprint(i)
	}
	var large []pack.File
	for i := range 17 {
		noise := bytes.Repeat([]byte("0123456789abcdefghijklmnopqrstuv"[i:i+8]), 1<<20)
		large = append(large, pack.File{Name: fmt.Sprint(i), Data: noise})
	}
	encrypted := pack.Zip(notice)
	for _, sig := range []string{"PK\x03\x04", "PK\x01\x02"} {
		at := bytes.Index(encrypted, []byte(sig))
		if sig == "PK\x03\x04" {
			encrypted[at+6] |= 1
		} else {
			encrypted[at+8] |= 1
		}
	}
	damaged := pack.Zip(notice)
	damaged[bytes.Index(damaged, []byte(".txt"))+10] ^= 0xff
	for name, c := range map[string]struct {
		format source.Format
		data   []byte
		want   error  // of the archive
		member string // what is said of the first member
	}{
		"bomb":        {source.ZIP, pack.Zip(pack.File{Name: "a.txt", Data: zeros}), nil, "unpacks to more than 200 times the archive"},
		"many":        {source.ZIP, pack.Zip(many...), ErrTooMany, ""},
		"many in rar": {source.RAR, pack.RAR(many[:3000]...), ErrTooMany, ""},
		"large file":  {source.RAR, pack.RAR(pack.File{Name: "a.txt", Data: make([]byte, mostMember+1)}), nil, "unpacks to more than 64 MiB"},
		"large":       {source.RAR, pack.RAR(large...), ErrTooLarge, ""},
		"encrypted":   {source.ZIP, encrypted, nil, "is encrypted"},
		"damaged":     {source.ZIP, damaged, nil, "is damaged"},
	} {
		members, err := Read(c.format, c.data, NewBudget())
		if !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
			continue
		}
		if c.want == nil && (len(members) != 1 || members[0].Err == nil || !strings.Contains(members[0].Err.Error(), c.member)) {
			t.Errorf("%s: %s, want %s", name, said(members, err), c.member)
		}
	}
	for _, cut := range [][]byte{[]byte("PK\x03\x04"), pack.Zip(notice)[:60], []byte("Rar!\x1a\x07\x00"), []byte("7z\xbc\xaf\x27\x1c")} {
		format := map[byte]source.Format{'P': source.ZIP, 'R': source.RAR, '7': source.SevenZip}[cut[0]]
		members, err := Read(format, cut, NewBudget())
		if damage := (*DamagedError)(nil); !errors.As(err, &damage) && len(members) > 0 {
			t.Errorf("%q: %v, %v", cut, members, err)
		}
	}
}

// TestBrokenOff holds that what stands before damage is kept, and that what is lost is said.
func TestBrokenOff(t *testing.T) {
	data := pack.RAR(notice, pack.File{Name: "附件1.txt", Data: make([]byte, 1000)})
	members, err := Read(source.RAR, data[:len(data)-500], NewBudget())
	if err != nil || len(members) < 2 || members[0].Err != nil || members[len(members)-1].Err == nil {
		t.Errorf("%v, %v", members, err)
	}
}

// TestSharedBudget holds that archives within an archive do not each have the whole.
func TestSharedBudget(t *testing.T) {
	b := NewBudget()
	files := make([]pack.File, 1500)
	for i := range files {
		files[i].Name = fmt.Sprint(i)
	}
	data := pack.Zip(files...)
	if _, err := Read(source.ZIP, data, b); err != nil {
		t.Fatal(err)
	}
	if _, err := Read(source.ZIP, data, b); !errors.Is(err, ErrTooMany) {
		t.Errorf("the second one: %v", err)
	}
}

// FuzzRead holds that no archive panics, and that names lead nowhere.
func FuzzRead(f *testing.F) {
	f.Add(pack.Zip(notice))
	f.Add(pack.RAR(notice))
	if data, err := os.ReadFile("testdata/notice.7z"); err == nil {
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, format := range []source.Format{source.ZIP, source.RAR, source.SevenZip} {
			members, err := Read(format, data, &Budget{files: 50, bytes: 1 << 20})
			if err != nil && err.Error() == "" {
				t.Error("an error that says nothing")
			}
			for _, m := range members {
				if !filepath.IsLocal(m.Name) || CleanName(m.Name) != m.Name || m.Err != nil && m.Data != nil {
					t.Errorf("%+v", m)
				}
			}
		}
	})
}
