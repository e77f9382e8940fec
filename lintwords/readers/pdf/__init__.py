"""PDF files, for reports only: `reader` makes a document of what `pages` takes from the file.

In come the bytes of a file, read in a process of its own; out go paragraphs, with the page of each,
and what is seen on the pages that is no text.
"""
