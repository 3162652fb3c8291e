// Package align names tasks so that they are known again, and finds them again where the
// name has changed: when a notice is read anew, was amended, or its ledger has been filled
// by hand.
//
// [Keys] gives every task and goal of a notice its key. It rests on the first letters of the title,
// without labels, figures, punctuation and white space; where there is no title, on those of the
// text. Tasks alike in these are told apart by the headings above them, then by the
// first letters of their text, then by the whole of it, and last by their order. So a key outlives
// renumbering, other punctuation, another task before or behind, and edits of the text.
//
// It changes where the title is reworded, and where a second task with the same title comes or
// goes. [Match] is for these: it pairs the tasks of two versions, first by key, then by how alike
// they are in title, text and headings. It gives up where nothing tells:
//
//   - Of tasks alike in title, headings and text, the first goes with the first: if one of them
//     goes, it is the last that is said to be gone.
//   - Of a task split in two, the half that is more like it goes on, if one is like it at all; the other is new. Of
//     two tasks made one, one is gone.
//   - A title reworded wholly is found by its text alone; where that was reworded as well, or
//     there is none, one task is gone and another is new.
package align
