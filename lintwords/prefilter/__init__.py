"""The prefilter: most bytes hold nothing that a rule looks for, and are let go unread.

In come the bytes of a text, or a stretch of one; out goes whether a rule could find anything in it
(`gate`, which asks `hiding` where a word may not be seen in bytes) or whether it may be in another
language (`other_language`). It may be wrong in one way only: it lets too much through.

It is asked four times, each time of less. `run.one_file` asks of the bytes of a file whose format
is text (`readers.TEXTS`; of one text alone `run.quick_answer` has asked before), but not where they
would not tell: where an encoding is set, or they name a language without rules, other files that
belong in them, or lintwords itself. Once a document without lines is read, it asks of all its
paragraphs. `judge.one_document` asks of each paragraph, then of each sentence in one that may hold
something.
"""
