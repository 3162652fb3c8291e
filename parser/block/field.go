package block

// Field is an entry of a page head, as government sites print it beside a notice:
// 索引号：00123456/2024-00012.
type Field struct {
	Name  string // the label, one of the field names that the reader knows: 索引号, 发文机关, 成文日期 …
	Value Range  // where the value stands in the reading text
}

// Link leads from a page to a file that goes with it: an attachment, the notice in another format.
type Link struct {
	Range        // where Text stands in the reading text; empty where it does not
	Text  string // what the page shows of it; "" for a picture
	Href  string // as the page gives it, relative to what the page calls its base
}
