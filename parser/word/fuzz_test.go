package word

import "testing"

// FuzzNumbering counts paragraphs of a list whose labels are anything: a label is no
// longer than it may be, and the same steps give the same labels.
func FuzzNumbering(f *testing.F) {
	f.Add("%1、", "（%2）", byte(ChineseThousand), byte(ChineseCounting), 1, 0, []byte{0, 1, 1, 0, 1})
	f.Add("第%1章", "%1.%2", byte(LegalSimplified), byte(UpperRoman), -5, 4000, []byte{1, 0, 2, 1})
	f.Add("%", "%%9%0", byte(EnclosedCircle), byte(InDash), 99, 1<<30, []byte{0, 8, 1})
	f.Fuzz(func(t *testing.T, first, second string, f1, f2 byte, s1, s2 int, steps []byte) {
		levels := &Levels{
			{Start: s1, Format: Format(f1), Text: first},
			{Start: s2, Format: Format(f2), Text: second, Restart: 1},
			{Start: s1, Format: Format(f2), Text: second + first, Legal: true, Restart: 2},
		}
		var a, b Counter
		for _, step := range steps[:min(len(steps), 200)] {
			if step&0x10 != 0 {
				a.Reset(int(step & 15))
				b.Reset(int(step & 15))
			}
			label := a.Next(levels, int(step&15))
			if again := b.Next(levels, int(step&15)); again != label {
				t.Fatalf("%q, then %q", label, again)
			}
			if len(label) > 3*maxLabelBytes {
				t.Fatalf("a label of %d bytes", len(label))
			}
			var s Builder
			s.Label(label)
			if s.line.Len() > MaxLabel+1 {
				t.Fatalf("%d characters of a label were kept", s.line.Len())
			}
		}
	})
}
