package source

import (
	"bytes"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/policyx/policyx/parser/pattern"
)

// How much of the bytes is looked at to tell encodings apart.
const (
	detectLength = 64 << 10 // for the NULs of UTF-16
	sampleLength = 8 << 10  // to be decoded by each candidate
)

// detect names the encoding of data: a byte order mark, else the NULs of UTF-16, else
// UTF-8 where nearly all of it is valid, else the encoding in which the text reads most
// like Chinese.
func detect(data []byte) string {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		return utf8Name
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return utf16leName
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return utf16beName
	case bytes.HasPrefix(data, []byte("\x84\x31\x95\x33")):
		return gb18030Name
	}
	if name := nulPattern(head(data, detectLength)); name != "" {
		return name
	}
	if mostlyUTF8(data) {
		return utf8Name
	}
	return mostChinese(data)
}

// nulPattern tells UTF-16 by its ASCII characters, whose NUL halves all stand at odd
// (little endian) or all at even places.
func nulPattern(data []byte) string {
	if bytes.IndexByte(data, 0) < 0 {
		return ""
	}
	var at [2]int
	for i, b := range data {
		if b == 0 {
			at[i&1]++
		}
	}
	few := len(data) / 16
	switch {
	case at[1] > few && at[1] > 20*at[0]:
		return utf16leName
	case at[0] > few && at[0] > 20*at[1]:
		return utf16beName
	}
	return ""
}

// mostlyUTF8 allows one fault in ten characters beyond ASCII, and a cut at the end.
func mostlyUTF8(data []byte) bool {
	if utf8.Valid(data) {
		return true
	}
	good, faults := 0, 0
	for len(data) > 0 {
		n := validPrefix(data)
		for _, b := range data[:n] {
			if b >= 0xC0 {
				good++
			}
		}
		if data = data[n:]; len(data) == 0 {
			break
		}
		cut := faultLength(data)
		if cut < len(data) || !utf8.RuneStart(data[0]) || utf8.FullRune(data) {
			faults++
		}
		data = data[cut:]
	}
	return faults*10 <= good
}

// leastUTF16 is how much of a text must be common characters for UTF-16 that neither a
// mark, a NUL nor a claim shows: almost any bytes are some characters of UTF-16.
const leastUTF16 = 0.3

// mostChinese decodes a stretch of data by each candidate and takes the one that reads
// most like Chinese. What the page claims breaks a tie.
func mostChinese(data []byte) string {
	claim := claimed(data)
	sample := data[sampleStart(data):]
	sample = head(sample, sampleLength)
	best, bestScore := gb18030Name, -1.0
	for _, name := range []string{gb18030Name, big5Name, utf16leName, utf16beName} {
		text, faults, err := decodeBy(name, sample)
		if err != nil {
			continue
		}
		score := plausibility(text, faults)
		if name == claim {
			score += 0.05
		} else if (name == utf16leName || name == utf16beName) && score < leastUTF16 {
			continue
		}
		if score > bestScore {
			best, bestScore = name, score
		}
	}
	return best
}

// sampleStart is the start of the part that tells encodings apart: a little before the
// first byte beyond ASCII, at an even place so that UTF-16 stays in step.
func sampleStart(data []byte) int {
	for i, b := range data {
		if b >= utf8.RuneSelf {
			return max(0, i-2) &^ 1
		}
	}
	return 0
}

// plausibility is the share of common Chinese characters and punctuation among the
// characters beyond ASCII, less the share of faults.
func plausibility(text string, faults int) float64 {
	total, hits := 0, 0
	for _, r := range text {
		switch {
		case r == 0 || r == utf8.RuneError:
			total++
		case r < utf8.RuneSelf:
		case r < 0x10000 && common()[r]:
			hits++
			total++
		default:
			total++
		}
	}
	if total == 0 {
		return 0
	}
	return float64(hits-2*faults) / float64(total)
}

// claim finds what a page or an XML declaration says about its encoding.
var claim = pattern.Of(`(?i)(?:charset|encoding)\s*=\s*["']?([a-z0-9_-]+)`)

func claimed(data []byte) string {
	m := claim().FindSubmatch(head(data, 4096))
	if m == nil {
		return ""
	}
	name, err := canonical(string(m[1]), nil)
	if err != nil {
		return ""
	}
	return name
}

// common holds the most frequent characters of official writing, simplified and
// traditional, and the punctuation that goes with it.
var common = sync.OnceValue(func() map[rune]bool {
	set := make(map[rune]bool, len(commonText)/3)
	for _, r := range strings.ReplaceAll(commonText, "\n", "") {
		set[r] = true
	}
	return set
})

const commonText = `
，。、；：（）“”《》〔〕　％！？【】—·０１２３４５６７８９
的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里
用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实
日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政
美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员
解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件
计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象
完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运
府厅局委办印贯彻落责任单位牵头配合负监督服养财政卫健康省县镇乡街村企支持推组织措施若干项目完善健
這個們來為國說時對於著過發後裡經麼沒動還進樣實軍無與長機關點業將兩間從問應戰頭體見產話給門員
論處義幾條氣題爾變總電數報結計資區隊開東聲認別張該規覺術領確傳師觀讓識導爭運廳辦單責負監財衛縣鄉
`
