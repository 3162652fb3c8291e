package block

// Field is an entry of a page head, as government sites print it beside a notice:
// 索引号：00123456/2024-00012.
type Field struct {
	Name  string // the label, one of the field names that the reader knows: 索引号, 发文机关, 成文日期 …
	Value Range  // where the value stands in the reading text
}
