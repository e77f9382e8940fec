"""PowerPoint files, for reports only: `reader` takes slides in their order, `story` one of them.

In come the bytes of a file; out go the paragraphs of its slides, notes, drawings and charts.
"""
