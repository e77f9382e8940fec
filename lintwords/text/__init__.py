"""Text: sentences, words in all their forms, and the language that a passage is in.

In come segments of a document and the word lists of a language; out go sentences cut into tokens,
each with its word classes, and a document whose passages say which language they are in.
"""
