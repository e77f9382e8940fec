"""Word files: `reader` makes a document of one, `writer` changes it, tracked or not.

In come the bytes of a file; out go a part for each paragraph, or the bytes with edits and comments.
"""
