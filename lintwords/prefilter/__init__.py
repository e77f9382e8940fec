"""The prefilter: most bytes hold nothing that a rule looks for, and are let go unread.

Asked of the bytes of a file, again of what was read, then of each sentence.

In come the bytes of a text, or a stretch of one; out goes whether a rule could find anything in it
(`gate`, which asks `hiding` where a word may not be seen in bytes) or whether it may be in another
language (`other_language`). It may be wrong in one way only: it lets too much through.
"""
