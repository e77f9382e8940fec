"""Markdown, MDX too: `reader` makes a document of it; front matter is also looked for alone.

In comes a text; out go its paragraphs, titles and cells, with the fields that people read.
"""
