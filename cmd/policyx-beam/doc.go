// Command policyx-beam is policyx extract as an Apache Beam pipeline: it reads the notices that a glob names, or records,
// on a cluster, and writes JSON Lines in shards.
//
//	glob → files ─┬─────────────┬→ extracted ─┬→ PREFIX-00001-of-00016.jsonl …
//	              └→ records ───┘             └→ dead letters: {"name": …, "error": …}
//
// A line is what policyx extract -f jsonl (or --records) writes for the same input. Nothing that a notice does fails the
// job: what cannot be read is a dead letter. A shard appears whole, however often an engine tries.
//
// docs/cluster.md shows how it is run.
package main
