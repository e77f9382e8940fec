"""The prefilter: most bytes hold nothing that a rule looks for, and are let go unread.

In come the bytes of a text, or a stretch of one; out goes whether a rule could find anything in it
(`gate`, which asks `hiding` where a word may not be seen in bytes) or whether it may be in another
language (`other_language`). It may be wrong in one way only: it lets too much through.

It is asked again and again, each time of less:

- `run.one_file`, of the bytes of a file whose format is text (`readers.TEXTS`; of one text alone
  `run.quick_answer` has asked before), but not where they would not tell: where an encoding is set,
  or they name a language without rules, other files that belong in them, or lintwords itself;
- the reader of plain text, of long stretches (`Gate.matters`), which it leaves out of the document;
- `run.one_file`, of all paragraphs of a document without lines, once it is read;
- `judge.document_linter`, of each paragraph as it is read (`judge.remit`), before rules are loaded;
- `judge.one_document`, of each sentence in one that may hold something;
- `judge.one_document` again, of a paragraph with a gate for the subject of one rule (`topic` of
  `judge.compiled_pack`), where that rule counts only beside its subject.
"""
