"""Directives of reStructuredText: which are read, which hold no words, which are code."""

from __future__ import annotations

import re

READ = frozenset(
    "admonition attention caution danger error hint important note seealso tip warning topic "
    "contents header footer option envvar confval sidebar epigraph highlights pull-quote "
    "container compound class rubric centered figure versionadded versionchanged deprecated "
    "versionremoved glossary only table list-table replace card dropdown tab-set tab-item grid "
    "grid-item grid-item-card details collapse tabs tab".split()
)
HEADED = frozenset(
    "admonition contents topic sidebar rubric centered table list-table card dropdown tab-item "
    "grid-item-card details collapse tab".split()
)
# in these no words stand, or such as are code; of others it is said that they are not read
PASSED = frozenset(
    "code code-block sourcecode highlight literalinclude parsed-literal math image toctree "
    "sectnum meta role default-role target-notes class index tabularcolumns "
    "productionlist date title module currentmodule program doctest testcode "
    "testsetup testcleanup testoutput plot youtube "
    "section-numbering raw-html highlightlang default-domain py:module py:currentmodule".split()
)
DRAWINGS = ("graphviz", "digraph", "graph", "plantuml", "mermaid", "uml")
CODE = ("code", "code-block", "sourcecode", "parsed-literal")
NO_WORDS = re.compile(r"auto\w+")
OBJECT_OF = re.compile(r"(?:py|c|cpp|js|rst|std|math):")  # described in its body
QUOTED = frozenset({"epigraph", "highlights", "pull-quote"})
UNREAD_ARGUMENT = frozenset("figure class container only option envvar confval".split())
SEEN_OPTION = re.compile(
    r":(?:alt|caption|title|subtitle|description|attribution|summary)(?: lang=\S+)?:"
)  # and `.. meta::`
