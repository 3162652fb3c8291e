package lexicon

// Stems are what departments are named after, without level word and ending: 民政, 发改.
// The tag is the stem of the official name (发展和改革), "" where it would be a guess.
var Stems = list("stem")

// Families are bodies and stems whose work their name and official name do not show, as those of
// [Stems] do. The tag is the works, set apart by 、: 外办 → 外事.
var Families = list("family")

// Endings are what names of bodies end in: 局, 委员会, 分行. The tag is the kind of body.
var Endings = list("ending")

// NoEndings are words that end like a department and are none: 布局, 人社.
var NoEndings = list("no-ending")

// Organs stand behind a level word as they are: 妇联, 组织部. The tag is the kind of body
// and, behind a space, the official name with {} for the place, where it is known.
var Organs = list("organ")

// Central are organs of the state: 财政部, 国家发展改革委. The tag is the official name,
// "" where it would be a guess.
var Central = list("central")

// OwnNames are what names begin with that never take a level word: 人民银行, 国网.
var OwnNames = list("own-name")

// Levels are the words that say whose a department is: 市, 自治区 (tag "government"),
// 市委 (tag "party").
var Levels = list("level")

// Collectives may stand behind 各: 部门, 乡镇, 开发区.
var Collectives = list("class")

// PlaceKinds are the kinds of places that may stand in a list behind 各: 省, 直辖市. The tag
// is the rank, 1 of a province to 4 of a township.
var PlaceKinds = list("place-kind")

// Roles are the words for what a department does about a task. The tag is lead, support,
// responsible or guide.
var Roles = list("role")

// Persons end the names of offices of persons, who are no departments: 分管副市长.
var Persons = list("person")

// Sides are those of a principle, which no one body stands for: 政府, 部门.
var Sides = list("side")

// DutyVerbs stand in sentences and hardly in the name of a body.
var DutyVerbs = list("duty")

// Sorts stand before a sort of bodies that no body is called by: 民办.
var Sorts = list("sort")

// Tiers are words of levels that stand as labels in a clause: 市直.
var Tiers = list("tier")

// Groups end the names of groups that several bodies form: 专班.
var Groups = list("group")

// Carriers begin names that stand for a company without 公司 at the end: 国网.
var Carriers = list("carrier")

// OwnEndings end the names of bodies that no level word is put before: 大学.
var OwnEndings = list("own-ending")

// Zones end the names of zones, which have a 管委会: 开发区.
var Zones = list("zone")

// BodyEnds are what names of bodies end in, as far as hardly anything else does. They are apart
// from the other lists on purpose: what those lack has to show.
var BodyEnds = list("body")

// Signers are what names that sign a notice end in.
var Signers = list("sign")

// SignerEnds are what a signature within a paragraph ends in.
var SignerEnds = list("signer-end")

// NameEnds are what only the end of an organ's name begins with: 领导小组办公室.
var NameEnds = list("name-end")

// Addressees are what a list of addressees ends in, beside [Signers].
var Addressees = list("addressee")

// Addressed are what a list of addressees begins with: 各, 市.
var Addressed = list("addressed")

// StateOrgans begin the names of issuers without jurisdiction, beside [Central].
var StateOrgans = list("state")

// Seats are endings that places share: 青石县、枫桥区人民政府.
var Seats = list("seat")

// Shared are endings that stems share: 民政、财政部门.
var Shared = list("shared")

// Columns stand before the word for the role in a header: 市级责任单位.
var Columns = list("column")

// ColumnRoles are words for a role in a header behind one of [Columns].
var ColumnRoles = list("column-role")

// DutyHeads are what a duty begins with: 负责.
var DutyHeads = list("duty-head")

// Claims are what the end of a bracket says that looks like a responsibility clause, whether
// the rules understand it or not. They are apart from the roles on purpose, like [BodyEnds].
var Claims = list("claim")

// BodyLast are the last characters of the names of bodies: 局, 委.
var BodyLast = list("body-last")

// Conjunctions join the last two names of a list: 和, 以及.
var Conjunctions = list("conjunction")
