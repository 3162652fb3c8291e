package rtf

// Code pages that the reader names.
const (
	unstated = 0
	pageGBK  = 936
	pageBig5 = 950
	western  = 1252
)

// Character sets of fonts: \fcharsetN.
const (
	setANSI    = 0
	setDefault = 1
	setSymbol  = 2
)

// pageOf is the code page that the character set of a font stands for, unstated for the sets
// that leave it to the document.
func pageOf(set int) int {
	switch set {
	case 77:
		return 10000
	case 128:
		return 932
	case 129:
		return 949
	case 134:
		return pageGBK
	case 136:
		return pageBig5
	case 161:
		return 1253
	case 162:
		return 1254
	case 163:
		return 1258
	case 177:
		return 1255
	case 178:
		return 1256
	case 186:
		return 1257
	case 204:
		return 1251
	case 222:
		return 874
	case 238:
		return 1250
	}
	return unstated
}

// chinese reports a code page whose characters beyond ASCII are two bytes.
func chinese(page int) bool { return page == pageGBK || page == pageBig5 }

// runs cuts text into stretches of bytes within and beyond ASCII. Of those beyond it, the ones
// that stand in pairs are Chinese, as nearly all are in a document of a Chinese code page.
func runs(text []byte, each func(run []byte, paired bool)) {
	for len(text) > 0 {
		n := 1
		for n < len(text) && (text[n] < 0x80) == (text[0] < 0x80) {
			n++
		}
		each(text[:n], n%2 == 0)
		text = text[n:]
	}
}
