"""HTML: `reader` makes a document of a page; other readers take what they meet of HTML from here.

In come a page, or stretches of HTML inside another text; out go the words that a browser shows,
each with its place.
"""
