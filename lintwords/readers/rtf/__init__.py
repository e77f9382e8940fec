"""RTF files, for reports only: `words` parts a file into words, `reader` makes a document.

In come the bytes of a file; out go its paragraphs, cells and notes.
"""
