"""reStructuredText: `reader` makes a document of it; Markdown takes names of directives from here.

In comes a text; out go what a reader of its page reads, in its place.
"""
