package schema

// Version is the value of [Notice.Schema] that this package writes.
const Version = "policyx/v1"

// Notice is everything that was read from one document.
type Notice struct {
	Schema      string       `json:"schema" yaml:"schema" jsonschema_description:"Version of this format."`
	Source      Source       `json:"source" yaml:"source" jsonschema_description:"Where the text came from."`
	Metadata    Metadata     `json:"metadata" yaml:"metadata" jsonschema_description:"Elements of GB/T 9704 and of the government-site page head."`
	Citations   []Citation   `json:"citations,omitempty" yaml:"citations,omitempty" jsonschema_description:"Other documents that the text names."`
	Outline     []Heading    `json:"outline,omitempty" yaml:"outline,omitempty" jsonschema_description:"Every numbered heading, nested."`
	Goals       []Task       `json:"goals,omitempty" yaml:"goals,omitempty" jsonschema_description:"Sentences with a number or a date to reach, stated before the tasks."`
	Tasks       []Task       `json:"tasks" yaml:"tasks" jsonschema_description:"The smallest numbered items that give work, in the order of the text."`
	Indicators  []Indicator  `json:"indicators,omitempty" yaml:"indicators,omitempty" jsonschema_description:"Rows of indicator tables."`
	Tables      []Table      `json:"tables,omitempty" yaml:"tables,omitempty" jsonschema_description:"Every table as a grid, spans expanded."`
	Coverage    *Coverage    `json:"coverage,omitempty" yaml:"coverage,omitempty" jsonschema_description:"How much of the text ended in a field."`
	Diagnostics []Diagnostic `json:"diagnostics" yaml:"diagnostics" jsonschema_description:"What was repaired, guessed or not understood, by position."`
}

// Source says what was read and how.
type Source struct {
	Name       string `json:"name" yaml:"name" jsonschema_description:"The name as given on the command line; - for standard input; ARCHIVE/FILE for one of several notices in an archive."`
	Format     string `json:"format" yaml:"format" jsonschema:"enum=text,enum=html,enum=markdown,enum=docx,enum=pdf,enum=ofd,enum=doc,enum=rtf,enum=xlsx,enum=xls,enum=spreadsheetml,enum=csv,enum=tsv,enum=zip,enum=rar,enum=7z,enum=eml,enum=mhtml,enum=bundle,enum=png,enum=jpeg,enum=tiff,enum=bmp,enum=gif,enum=webp" jsonschema_description:"The format that the content was read as."`
	Encoding   string `json:"encoding,omitempty" yaml:"encoding,omitempty" jsonschema_description:"IANA name of the encoding that the bytes were decoded from."`
	SHA256     string `json:"sha256" yaml:"sha256" jsonschema:"pattern=^[0-9a-f]{64}$" jsonschema_description:"Checksum of the bytes, in hexadecimal; of a bundle, of the lines that sha256sum prints of its parts."`
	Characters int    `json:"characters" yaml:"characters" jsonschema_description:"Length of the reading text in code points."`
	Parts      []Part `json:"parts,omitempty" yaml:"parts,omitempty" jsonschema_description:"Of an archive, a mail or a folder: the files that make the notice, in the order of the reading text, which is that of one after the other."`

	Recognized *Recognition `json:"recognized,omitempty" yaml:"recognized,omitempty" jsonschema_description:"What read pages off their pictures, where they held no readable text."`
}

// Part is a file of a notice that consists of several.
type Part struct {
	Name   string `json:"name" yaml:"name" jsonschema_description:"Its path in the archive, the mail or the folder."`
	Format string `json:"format" yaml:"format" jsonschema_description:"The format that it was read as."`
	SHA256 string `json:"sha256" yaml:"sha256" jsonschema:"pattern=^[0-9a-f]{64}$" jsonschema_description:"Checksum of its bytes, in hexadecimal."`
	Start  int    `json:"start" yaml:"start" jsonschema:"minimum=0" jsonschema_description:"Where it begins in the reading text."`
}

// Recognition says which engine read which pages.
type Recognition struct {
	Engine  string           `json:"engine" yaml:"engine" jsonschema_description:"Name of the engine."`
	Version string           `json:"version,omitempty" yaml:"version,omitempty" jsonschema_description:"Its version."`
	Pages   []RecognizedPage `json:"pages" yaml:"pages" jsonschema_description:"The pages that it read."`
}

// RecognizedPage is a page that was read off its picture.
type RecognizedPage struct {
	Page       int    `json:"page" yaml:"page" jsonschema:"minimum=1" jsonschema_description:"The page, from 1."`
	Part       string `json:"part,omitempty" yaml:"part,omitempty" jsonschema_description:"The file that the page is of, where the notice consists of several."`
	Confidence Number `json:"confidence" yaml:"confidence" jsonschema:"minimum=0" jsonschema_description:"How sure the engine is of its characters on average, 0 to 1."`
}

// Metadata holds the elements of the notice itself, named after GB/T 9704-2012.
type Metadata struct {
	Title            string         `json:"title,omitempty" yaml:"title,omitempty" jsonschema_description:"标题: the notice's own title, wrapped lines joined."`
	Enclosure        string         `json:"enclosure,omitempty" yaml:"enclosure,omitempty" jsonschema_description:"Title of the document that the notice issues (关于印发X的通知: X)."`
	DocumentType     string         `json:"document_type,omitempty" yaml:"document_type,omitempty" jsonschema_description:"文种: the kind that ends the title."`
	Issuer           string         `json:"issuer,omitempty" yaml:"issuer,omitempty" jsonschema_description:"发文机关."`
	Jurisdiction     string         `json:"jurisdiction,omitempty" yaml:"jurisdiction,omitempty" jsonschema_description:"The place whose government issued the notice."`
	JurisdictionCode string         `json:"jurisdiction_code,omitempty" yaml:"jurisdiction_code,omitempty" jsonschema_description:"GB/T 2260 code of the jurisdiction, where it is a known division."`
	Level            Level          `json:"level,omitempty" yaml:"level,omitempty" jsonschema_description:"Administrative level of the issuer."`
	DocumentNumber   string         `json:"document_number,omitempty" yaml:"document_number,omitempty" jsonschema_description:"发文字号 in standard form 机关代字〔年份〕序号号."`
	Addressees       []string       `json:"addressees,omitempty" yaml:"addressees,omitempty" jsonschema_description:"主送机关, split and restored."`
	Issued           string         `json:"issued,omitempty" yaml:"issued,omitempty" jsonschema:"format=date" jsonschema_description:"成文日期, ISO 8601."`
	Published        string         `json:"published,omitempty" yaml:"published,omitempty" jsonschema:"format=date" jsonschema_description:"发布日期 or 公开日期, ISO 8601."`
	IndexNumber      string         `json:"index_number,omitempty" yaml:"index_number,omitempty" jsonschema_description:"索引号."`
	Disclosure       string         `json:"disclosure,omitempty" yaml:"disclosure,omitempty" jsonschema_description:"附注 (此件公开发布), or 公开形式 of the page head."`
	Secrecy          string         `json:"secrecy,omitempty" yaml:"secrecy,omitempty" jsonschema_description:"密级和保密期限 (秘密★1年)."`
	Urgency          string         `json:"urgency,omitempty" yaml:"urgency,omitempty" jsonschema_description:"紧急程度 (特急)."`
	CopyNumber       string         `json:"copy_number,omitempty" yaml:"copy_number,omitempty" jsonschema_description:"份号, with its zeros (000012)."`
	Signatory        string         `json:"signatory,omitempty" yaml:"signatory,omitempty" jsonschema_description:"签发人."`
	Validity         string         `json:"validity,omitempty" yaml:"validity,omitempty" jsonschema_description:"有效性."`
	Effective        string         `json:"effective,omitempty" yaml:"effective,omitempty" jsonschema:"format=date" jsonschema_description:"施行日期, ISO 8601."`
	Expires          string         `json:"expires,omitempty" yaml:"expires,omitempty" jsonschema:"format=date" jsonschema_description:"End of 有效期, ISO 8601, inclusive."`
	Attachments      []string       `json:"attachments,omitempty" yaml:"attachments,omitempty" jsonschema_description:"附件说明: one title each, without number."`
	Links            []Link         `json:"links,omitempty" yaml:"links,omitempty" jsonschema_description:"Of a page: the files that it offers with the notice, in its order."`
	CorrectedFields  []string       `json:"corrected_fields,omitempty" yaml:"corrected_fields,omitempty" jsonschema_description:"The fields of its own that a person gave in place of what was extracted: see docs/corrections.md."`
	Spans            *MetadataSpans `json:"spans,omitempty" yaml:"spans,omitempty" jsonschema_description:"Where each of the fields above stands in the reading text."`
}

// Link leads from a page to a file: an attachment, or the notice in another format.
type Link struct {
	Text string `json:"text,omitempty" yaml:"text,omitempty" jsonschema_description:"What the page shows of it; left out for a picture."`
	Href string `json:"href" yaml:"href" jsonschema_description:"Where it leads, relative to the page's own address unless the page names a base."`
	Span *Span  `json:"span,omitempty" yaml:"span,omitempty" jsonschema_description:"Where text stands in the reading text; left out where the page shows it beside the notice."`
}

// MetadataSpans is the evidence of [Metadata], field by field.
type MetadataSpans struct {
	Title          *Span  `json:"title,omitempty" yaml:"title,omitempty" jsonschema_description:"Where title stands."`
	Enclosure      *Span  `json:"enclosure,omitempty" yaml:"enclosure,omitempty" jsonschema_description:"Where enclosure stands."`
	DocumentType   *Span  `json:"document_type,omitempty" yaml:"document_type,omitempty" jsonschema_description:"Where document_type stands."`
	Issuer         *Span  `json:"issuer,omitempty" yaml:"issuer,omitempty" jsonschema_description:"Where issuer stands."`
	Jurisdiction   *Span  `json:"jurisdiction,omitempty" yaml:"jurisdiction,omitempty" jsonschema_description:"Where jurisdiction stands."`
	DocumentNumber *Span  `json:"document_number,omitempty" yaml:"document_number,omitempty" jsonschema_description:"Where document_number stands."`
	Addressees     []Span `json:"addressees,omitempty" yaml:"addressees,omitempty" jsonschema_description:"Where each addressee stands."`
	Issued         *Span  `json:"issued,omitempty" yaml:"issued,omitempty" jsonschema_description:"Where issued stands."`
	Published      *Span  `json:"published,omitempty" yaml:"published,omitempty" jsonschema_description:"Where published stands."`
	IndexNumber    *Span  `json:"index_number,omitempty" yaml:"index_number,omitempty" jsonschema_description:"Where index_number stands."`
	Disclosure     *Span  `json:"disclosure,omitempty" yaml:"disclosure,omitempty" jsonschema_description:"Where disclosure stands."`
	Secrecy        *Span  `json:"secrecy,omitempty" yaml:"secrecy,omitempty" jsonschema_description:"Where secrecy stands."`
	Urgency        *Span  `json:"urgency,omitempty" yaml:"urgency,omitempty" jsonschema_description:"Where urgency stands."`
	CopyNumber     *Span  `json:"copy_number,omitempty" yaml:"copy_number,omitempty" jsonschema_description:"Where copy_number stands."`
	Signatory      *Span  `json:"signatory,omitempty" yaml:"signatory,omitempty" jsonschema_description:"Where signatory stands."`
	Validity       *Span  `json:"validity,omitempty" yaml:"validity,omitempty" jsonschema_description:"Where validity stands."`
	Effective      *Span  `json:"effective,omitempty" yaml:"effective,omitempty" jsonschema_description:"Where effective stands."`
	Expires        *Span  `json:"expires,omitempty" yaml:"expires,omitempty" jsonschema_description:"Where expires stands."`
	Attachments    []Span `json:"attachments,omitempty" yaml:"attachments,omitempty" jsonschema_description:"Where each attachment stands."`
}

// Level is the administrative level of an issuer.
type Level string

// The levels, from the state down.
const (
	LevelState    Level = "state"
	LevelProvince Level = "province"
	LevelCity     Level = "city"
	LevelCounty   Level = "county"
	LevelTownship Level = "township"
)

// Citation is an existing document that the text names with 《》, a 发文字号 or a standard's number.
type Citation struct {
	Title          string `json:"title,omitempty" yaml:"title,omitempty" jsonschema_description:"Title without 《》."`
	DocumentNumber string `json:"document_number,omitempty" yaml:"document_number,omitempty" jsonschema_description:"发文字号 in standard form."`
	StandardNumber string `json:"standard_number,omitempty" yaml:"standard_number,omitempty" jsonschema_description:"Number of a standard (GB/T 35796—2017)."`
	Corrected      bool   `json:"corrected,omitempty" yaml:"corrected,omitempty" jsonschema_description:"A person gave it in place of what was extracted: see docs/corrections.md."`
	Span           Span   `json:"span" yaml:"span" jsonschema_description:"The evidence: where it stands in the reading text."`
}

// Heading is a numbered heading with everything below it.
type Heading struct {
	Number   string      `json:"number,omitempty" yaml:"number,omitempty" jsonschema_description:"The heading's own label, without punctuation."`
	Heading  string      `json:"heading" yaml:"heading" jsonschema_description:"The heading without label, or the first sentence of an item without one."`
	Kind     HeadingKind `json:"kind" yaml:"kind" jsonschema_description:"What the heading holds."`
	Span     Span        `json:"span" yaml:"span" jsonschema_description:"Where the heading stands."`
	Children []Heading   `json:"children,omitempty" yaml:"children,omitempty" jsonschema_description:"The headings below it."`
}

// HeadingKind says what stands under a heading.
type HeadingKind string

// The kinds of headings.
const (
	HeadingTasks      HeadingKind = "tasks"      // a section whose items are tasks
	HeadingGoals      HeadingKind = "goals"      // 总体要求, 工作目标 …
	HeadingTask       HeadingKind = "task"       // an item that is a task itself
	HeadingPart       HeadingKind = "part"       // a labelled part of a task's text
	HeadingAttachment HeadingKind = "attachment" // an attachment's title
	HeadingOther      HeadingKind = "other"      // definitions, rosters, 附则
)

// Task is one item of work, or one goal.
type Task struct {
	ID          string       `json:"id" yaml:"id" jsonschema_description:"Position in the outline, unique in the notice."`
	Key         string       `json:"key,omitempty" yaml:"key,omitempty" jsonschema:"pattern=^[0-9a-z]{10}$" jsonschema_description:"Name of the item, unique in the notice, that renumbering, other punctuation, other items and edits of its text leave as it is; made of its title, or of the opening of its text."`
	Number      string       `json:"number,omitempty" yaml:"number,omitempty" jsonschema_description:"The item's own label, without punctuation."`
	Title       string       `json:"title,omitempty" yaml:"title,omitempty" jsonschema_description:"What stands between the label and the first 。 or the line's end."`
	Path        []string     `json:"path,omitempty" yaml:"path,omitempty" jsonschema_description:"Headings above the item, outermost first."`
	Text        string       `json:"text,omitempty" yaml:"text,omitempty" jsonschema_description:"The body without label, title and responsibility clause."`
	Schedule    string       `json:"schedule,omitempty" yaml:"schedule,omitempty" jsonschema_description:"Text of the row's 完成时限 or 时间进度 cell, in a task table."`
	Span        Span         `json:"span" yaml:"span" jsonschema_description:"The whole item, label to responsibility clause. Of a column of a table turned on its side, from its first cell to its last: cells of other items stand between them."`
	Departments *Departments `json:"departments,omitempty" yaml:"departments,omitempty" jsonschema_description:"Who leads, supports and answers for the task."`
	Deadlines   []Deadline   `json:"deadlines,omitempty" yaml:"deadlines,omitempty" jsonschema_description:"Times the task is to be done at."`
	Targets     []Target     `json:"targets,omitempty" yaml:"targets,omitempty" jsonschema_description:"Numbers that say how much is to be reached, given or allowed."`

	CorrectedFields []string `json:"corrected_fields,omitempty" yaml:"corrected_fields,omitempty" jsonschema_description:"The fields of its own that a person gave in place of what was extracted: see docs/corrections.md."`
}

// Departments are the parties of a responsibility clause by role.
type Departments struct {
	Text        string       `json:"text,omitempty" yaml:"text,omitempty" jsonschema_description:"The responsibility clause without its brackets."`
	Span        Span         `json:"span" yaml:"span" jsonschema_description:"Where the clause stands."`
	Lead        []Department `json:"lead,omitempty" yaml:"lead,omitempty" jsonschema_description:"牵头."`
	Support     []Department `json:"support,omitempty" yaml:"support,omitempty" jsonschema_description:"配合."`
	Responsible []Department `json:"responsible,omitempty" yaml:"responsible,omitempty" jsonschema_description:"负责, with no split into lead and support."`
	Open        bool         `json:"open,omitempty" yaml:"open,omitempty" jsonschema_description:"The list ends in 等: others belong to it."`
}

// Department is one party.
type Department struct {
	Name      string         `json:"name" yaml:"name" jsonschema_description:"The name as this notice calls it, with what a list left out restored."`
	Text      string         `json:"text" yaml:"text" jsonschema_description:"What stands at span."`
	Canonical string         `json:"canonical,omitempty" yaml:"canonical,omitempty" jsonschema_description:"Full official name with its jurisdiction, where the lexicon knows it."`
	Kind      DepartmentKind `json:"kind" yaml:"kind" jsonschema_description:"What sort of body it is."`
	Inherited bool           `json:"inherited,omitempty" yaml:"inherited,omitempty" jsonschema_description:"Added by a note for several tasks (以下责任单位均包括…); span is the note's."`
	Corrected bool           `json:"corrected,omitempty" yaml:"corrected,omitempty" jsonschema_description:"A person gave it in place of what was extracted: see docs/corrections.md."`
	Span      Span           `json:"span" yaml:"span" jsonschema_description:"The evidence: where it stands in the reading text."`
}

// DepartmentKind is the sort of body that a [Department] is.
type DepartmentKind string

// The kinds of departments.
const (
	KindDepartment       DepartmentKind = "department"
	KindGovernment       DepartmentKind = "government"
	KindParty            DepartmentKind = "party"
	KindMassOrganization DepartmentKind = "mass_organization"
	KindCentralAgency    DepartmentKind = "central_agency"
	KindInstitution      DepartmentKind = "institution"
	KindEnterprise       DepartmentKind = "enterprise"
	KindCollective       DepartmentKind = "collective"
)

// Deadline is a time that a task is to be done at.
type Deadline struct {
	Text      string   `json:"text" yaml:"text" jsonschema_description:"The smallest phrase that fixes the date."`
	Relation  Relation `json:"relation" yaml:"relation" jsonschema_description:"How the task stands to the time."`
	Value     string   `json:"value,omitempty" yaml:"value,omitempty" jsonschema_description:"EDTF (ISO 8601-2), or an ISO 8601 repeat or duration; left out where no day is known (汛期前)."`
	Start     string   `json:"start,omitempty" yaml:"start,omitempty" jsonschema:"format=date" jsonschema_description:"First day, inclusive, as far as it is known."`
	End       string   `json:"end,omitempty" yaml:"end,omitempty" jsonschema:"format=date" jsonschema_description:"Last day, inclusive, as far as it is known."`
	Tentative bool     `json:"tentative,omitempty" yaml:"tentative,omitempty" jsonschema_description:"力争, 争取 or 原则上 stands with it."`
	Corrected bool     `json:"corrected,omitempty" yaml:"corrected,omitempty" jsonschema_description:"A person gave it in place of what was extracted: see docs/corrections.md."`
	Span      Span     `json:"span" yaml:"span" jsonschema_description:"The evidence: where it stands in the reading text."`
}

// Relation says how a task stands to the time of a [Deadline].
type Relation string

// The relations.
const (
	RelationBy      Relation = "by"
	RelationFrom    Relation = "from"
	RelationDuring  Relation = "during"
	RelationOngoing Relation = "ongoing"
	RelationEvery   Relation = "every"
	RelationWithin  Relation = "within"
)

// Target is a number that says how much is to be reached, given or allowed.
type Target struct {
	Text       string      `json:"text" yaml:"text" jsonschema_description:"One stretch from the first comparator to the last."`
	Indicator  string      `json:"indicator,omitempty" yaml:"indicator,omitempty" jsonschema_description:"What is measured, as written."`
	Op         Op          `json:"op" yaml:"op" jsonschema_description:"How the measured stands to value."`
	Value      Number      `json:"value" yaml:"value" jsonschema_description:"The number as written; the lower one of a range."`
	ValueMax   *Number     `json:"value_max,omitempty" yaml:"value_max,omitempty" jsonschema_description:"The upper number of a range."`
	Unit       string      `json:"unit,omitempty" yaml:"unit,omitempty" jsonschema_description:"The classifier or measure as written."`
	Normalized *Normalized `json:"normalized,omitempty" yaml:"normalized,omitempty" jsonschema_description:"Value in base units."`
	Per        string      `json:"per,omitempty" yaml:"per,omitempty" jsonschema_description:"The base as written behind 每 or 各, in 人均, or behind /."`
	When       string      `json:"when,omitempty" yaml:"when,omitempty" jsonschema_description:"EDTF value of the nearest date before it in the same sentence."`
	Type       TargetType  `json:"type" yaml:"type" jsonschema_description:"What the number is for."`
	Corrected  bool        `json:"corrected,omitempty" yaml:"corrected,omitempty" jsonschema_description:"A person gave it in place of what was extracted: see docs/corrections.md."`
	Span       Span        `json:"span" yaml:"span" jsonschema_description:"The evidence: where it stands in the reading text."`
}

// Normalized is a value in base units: 元, m², %.
type Normalized struct {
	Value    Number  `json:"value" yaml:"value" jsonschema_description:"The number in the base unit; the lower one of a range."`
	ValueMax *Number `json:"value_max,omitempty" yaml:"value_max,omitempty" jsonschema_description:"The upper number of a range."`
	Unit     string  `json:"unit" yaml:"unit" jsonschema_description:"元, m², % or 1; the unit as written for counts."`
}

// Op says how what is measured stands to the value.
type Op string

// The operators.
const (
	OpAtLeast Op = ">="
	OpMore    Op = ">"
	OpAtMost  Op = "<="
	OpLess    Op = "<"
	OpAbout   Op = "~"
	OpRange   Op = ".."
	OpEqual   Op = "="
)

// TargetType says what a target's number is for.
type TargetType string

// The types of targets.
const (
	TargetOutcome TargetType = "outcome" // to be reached
	TargetFunding TargetType = "funding" // money given, lent or invested
	TargetLimit   TargetType = "limit"   // a standing norm or bound
)

// Indicator is a row of an indicator table.
type Indicator struct {
	Name        string           `json:"name" yaml:"name" jsonschema_description:"Name without its unit in brackets."`
	Text        string           `json:"text" yaml:"text" jsonschema_description:"What stands at span: the name's cell."`
	Unit        string           `json:"unit,omitempty" yaml:"unit,omitempty" jsonschema_description:"What the brackets behind the name say, or the unit that stands in the cells."`
	Attribute   string           `json:"attribute,omitempty" yaml:"attribute,omitempty" jsonschema_description:"预期性 or 约束性."`
	Values      []IndicatorValue `json:"values,omitempty" yaml:"values,omitempty" jsonschema_description:"The cells that hold a value, by column."`
	Departments *Departments     `json:"departments,omitempty" yaml:"departments,omitempty" jsonschema_description:"Who answers for the row, from a responsibility column."`
	Table       string           `json:"table,omitempty" yaml:"table,omitempty" jsonschema_description:"The caption as written."`
	Corrected   bool             `json:"corrected,omitempty" yaml:"corrected,omitempty" jsonschema_description:"A person gave it in place of what was extracted: see docs/corrections.md."`
	Span        Span             `json:"span" yaml:"span" jsonschema_description:"The evidence: where it stands in the reading text."`
}

// IndicatorValue is one cell of an indicator's row.
type IndicatorValue struct {
	Year      int    `json:"year,omitempty" yaml:"year,omitempty" jsonschema_description:"Year of the column; left out where the column has none."`
	Value     Number `json:"value" yaml:"value" jsonschema_description:"The number in the cell."`
	Op        Op     `json:"op,omitempty" yaml:"op,omitempty" jsonschema_description:"How the measured stands to value, where the cell holds a bound."`
	Kind      string `json:"kind" yaml:"kind" jsonschema:"enum=baseline,enum=target" jsonschema_description:"baseline (基数, 现状, 完成值) or target."`
	Corrected bool   `json:"corrected,omitempty" yaml:"corrected,omitempty" jsonschema_description:"A person gave it in place of what was extracted: see docs/corrections.md."`
	Span      Span   `json:"span" yaml:"span" jsonschema_description:"The evidence: where it stands in the reading text."`
}

// Table is a table as a grid: each row has the same number of cells, a cell that
// spans several is repeated in each.
type Table struct {
	Caption string     `json:"caption,omitempty" yaml:"caption,omitempty" jsonschema_description:"Caption as written (表2…)."`
	Header  int        `json:"header,omitempty" yaml:"header,omitempty" jsonschema_description:"How many rows at the top are header rows."`
	Rows    [][]string `json:"rows" yaml:"rows" jsonschema_description:"Rows of cells from the top; each has the same length."`
	Span    Span       `json:"span" yaml:"span" jsonschema_description:"Where the table stands."`
}

// Coverage says how much of the reading text ended in a field of the notice.
type Coverage struct {
	Characters Number `json:"characters" yaml:"characters" jsonschema:"minimum=0" jsonschema_description:"Share, from 0 to 1, of the characters that are not blank and stand in the span of metadata, a citation, heading, task, goal or table."`
	Clauses    int    `json:"clauses" yaml:"clauses" jsonschema:"minimum=0" jsonschema_description:"How many clauses and cells look as if they say who is responsible."`
	Unparsed   int    `json:"unparsed" yaml:"unparsed" jsonschema:"minimum=0" jsonschema_description:"How many of these were not understood."`
}

// Span is a stretch of the reading text in code points, half open.
type Span struct {
	Start int `json:"start" yaml:"start" jsonschema:"minimum=0" jsonschema_description:"First code point."`
	End   int `json:"end" yaml:"end" jsonschema:"minimum=1" jsonschema_description:"Code point behind the last."`
	Line  int `json:"line" yaml:"line" jsonschema:"minimum=1" jsonschema_description:"Line of start, from 1."`
	Page  int `json:"page,omitempty" yaml:"page,omitempty" jsonschema:"minimum=1" jsonschema_description:"Page of start, from 1, where the format has pages."`

	Confidence Number `json:"confidence,omitempty" yaml:"confidence,omitempty" jsonschema:"minimum=0" jsonschema_description:"Of an engine that read the pages it lies on off their pictures: the lowest of them, 0 to 1."`
}
