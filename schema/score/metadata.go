package score

import (
	"encoding/json"
	"maps"
	"slices"

	"github.com/policyx/policyx/schema"
)

// metadataFields are the fields of the metadata that an answer may state. Where the
// value is true, the notice must not have one that the answer does not state.
var metadataFields = map[string]bool{
	"title": true, "enclosure": true, "document_type": true, "issuer": true, "jurisdiction": true, "level": true, "document_number": true,
	"addressees": true, "issued": true, "published": true, "index_number": true, "disclosure": true, "validity": true, "attachments": true,
	"jurisdiction_code": false, "effective": false, "expires": false,
	"secrecy": false, "urgency": false, "copy_number": false, "signatory": false,
}

func (r Report) metadata(gold map[string]json.RawMessage, m schema.Metadata) {
	text, err := json.Marshal(m)
	if err != nil {
		return
	}
	var got map[string]json.RawMessage
	if json.Unmarshal(text, &got) != nil {
		return
	}
	for _, key := range slices.Sorted(maps.Keys(metadataFields)) {
		if _, stated := gold[key]; stated || metadataFields[key] {
			r[Metadata].add("metadata", values(key, gold[key]), values(key, got[key]))
		}
	}
}

// values are the facts of a field: one, or one for each element of a list.
func values(key string, raw json.RawMessage) []fact {
	if len(raw) == 0 {
		return nil
	}
	var list []Text
	if json.Unmarshal(raw, &list) != nil {
		var one Text
		if json.Unmarshal(raw, &one) != nil {
			return []fact{{key, string(raw)}}
		}
		list = []Text{one}
	}
	out := make([]fact, len(list))
	for i, v := range list {
		out[i] = fact{key, plain(string(v))}
	}
	return out
}
