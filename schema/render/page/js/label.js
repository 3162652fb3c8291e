// Words in the language of the page: its own by key, fields and values by their names in the schema.

const page = JSON.parse($("page").textContent);
const terms = new Map(Object.entries(page.terms).map(([kind, list]) => [kind, new Map(list)]));

// word returns words of the page with values for {0}, {1} …
const word = (key, ...values) => page.words[key].replace(/\{(\d)\}/g, (_, i) => String(values[i]));

// named returns what a value of a kind is called, or the value itself.
const named = (kind, value) => (terms.has(kind) && terms.get(kind).get(value)) || value;

const choicesOf = (kind) => [...(terms.get(kind) || [])];
const fieldName = (type, key) => named("field", type + "." + key);
const typeName = (type) => word("type." + type);
