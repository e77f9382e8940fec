"""Marks inside a line of reStructuredText: emphasis, code, roles, references, notes."""

from __future__ import annotations

import re

from lintwords.readers.common.inline import Marks, bounded

MARKS = Marks(
    re.compile(
        bounded(r"""``(?P<object_literal>.+?)``
        | (?<![\w`\\])(?::(?:code|math|samp|kbd|file|command|option|envvar|py:\w+|c:\w+|cpp:\w+
            |js:\w+|func|class|meth|mod|attr|data|exc|obj|token|program|regexp):
            `(?P<object_role>[^`]+)`)
        | (?:(?<!\s)\s+|\\\s)?(?<![\w`])(?P<drop_citation>:(?:cite(?::(?:p|ps|year\w*))?
            |foot(?:full)?cite(?::p)?):`[^`]+`)
        | (?:(?<!\s)\s+|\\\s)?(?<![\w`])
            (?P<drop_raised>:sup(?:erscript)?:`(?:\d{1,3}(?:[,–-]\ ?\d{1,3})*|[a-z*†‡§])`)
        | (?<![\w`\\]):(?:emphasis|strong|su[bp](?:er)?(?:script)?):`(?P<inner_style>[^`<]+?)`
        | (?<![\w`\\]):[\w:.+-]+:`(?P<name_role>[^`<]+)`
        | (?<![\w`\\]):[\w:.+-]+:`(?P<inner_role>[^`<]+?)\s*(?:<[^`>]*>)?`
        | (?<![\w`\\])_`(?P<name_target>[^`<]+)`
        | (?<![\w`\\])`(?P<name_link>[^`<]+)`(?::[\w.+-]+:|_(?![\w_]))
        | (?<![\w`\\])_?`(?P<inner_link>[^`<]+?)\s*(?:<[^`>]*>)?`(?::[\w.+-]+:|__?(?!\w))?
        | (?<![\w*\\])\*\*(?P<inner_strong>(?=\S).+?(?<=\S))\*\*(?![\w*])
        | (?<![\w*\\])\*(?P<inner_emphasis>(?=[^\s*]).+?(?<=[^\s*]))\*(?![\w*])
        | (?<![\w|\\])\|(?P<object_substitution>(?=\S)[^|\r\n]+(?<=\S))\|(?:__?)?(?![\w|])
        | (?:(?<!\s)\s+)?(?P<drop_note>\[(?:\#?[\w.-]*|\*)\]_)(?!\w)
        | (?<=\w)(?P<drop_reference>__?)(?=[\s.,;:!?'")\]]|\Z)
        | \\(?P<drop_gap>[ \t\r\n])
        | \\(?P<plain_escaped>\S)"""),
        re.VERBOSE | re.DOTALL,
    )
)
