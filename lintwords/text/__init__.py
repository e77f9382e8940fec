"""Text: sentences, words in all their forms, and the language that a passage is in.

In come segments of a document and the word lists of a language; out go sentences cut into tokens,
each with its word classes, and a document whose passages say which language they are in.

`splitting` finds where sentences begin and end, `sentences` are those of `document_sentences` with
their words; `tokens` are words and names, which `drawn_together` makes one where they belong
together.
"""
