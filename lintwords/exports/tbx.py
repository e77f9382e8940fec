"""A term list in TBX-Basic: what a rule flags as deprecated terms, its wordings as preferred ones.

One entry a rule that stands for plain terms; translation programs show it beside the text. Words
are written with a capital where the examples of rules mostly do.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from xml.sax import saxutils

from lintwords.exports import Export
from lintwords.exports.wording import NotPlain, Wording
from lintwords.judge.document_linter import DocumentLinter
from lintwords.model.rule import Rule
from lintwords.reports.cells import visible

NAME = "lintwords.tbx"
MOST = 24  # terms that one pattern may stand for
_WORD = re.compile(r"[^\W\d_]+")
_INSIDE = re.compile(r"(?<=[a-z,;] )[^\W\d_]+")  # not at the start of a sentence
_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="{lang}">
  <martifHeader>
    <fileDesc>
      <titleStmt><title>lintwords</title></titleStmt>
      <sourceDesc><p>Made from the rules by lintwords rules export --to tbx</p></sourceDesc>
    </fileDesc>
    <encodingDesc><p type="XCSURI">TBXBasicXCSV02.xcs</p></encodingDesc>
  </martifHeader>
  <text>
    <body>
"""
_TAIL = """\
    </body>
  </text>
</martif>
"""


def export(linter: DocumentLinter, rules: Sequence[Rule]) -> Export:
    """One file; rules and patterns that are no plain terms are listed."""
    patterns = linter.compiled.patterns
    wording = Wording(patterns.compiler, patterns.lexicon, dict(linter.pack.names.forms))
    names = _names(linter.rules)
    entries: list[str] = []
    lost: list[tuple[str, str, str]] = []
    for rule in rules:
        if rule.mention:
            lost.append((rule.id, "the rule", "it asks what a name stands for, not for a term"))
            continue
        terms, left = _terms(rule, wording, names)
        if not terms:
            why = left[0][1] if left else "it has no phrase"
            lost.append((rule.id, "the rule", why))
            continue
        lost += [(rule.id, f"pattern {pattern}", why) for pattern, why in left]
        entries.append("".join(f"{line}\n" for line in _entry(rule, terms)))
    text = _HEAD.format(lang=linter.pack.lang) + "".join(entries) + _TAIL
    return Export({NAME: text}, len(entries), tuple(lost))


def escape(text: str) -> str:
    """A text as XML takes it, without signs that are not seen."""
    return saxutils.escape(visible(text))


def _terms(
    rule: Rule, wording: Wording, names: Mapping[str, str]
) -> tuple[list[str], list[tuple[str, str]]]:
    """The terms of a rule, and the patterns that are none or not whole, with the reason."""
    terms: list[str] = []
    left = []
    for phrase in rule.phrase:
        try:
            found, why = wording.terms(phrase.pattern, MOST)
        except NotPlain as error:
            left.append((phrase.pattern, str(error)))
        else:
            if why:
                left.append((phrase.pattern, why))
            terms += [_WORD.sub(lambda word: names.get(word[0], word[0]), one) for one in found]
    return list(dict.fromkeys(terms)), left


def _names(rules: Iterable[Rule]) -> dict[str, str]:
    """Words that the examples of rules write with a capital, inside a sentence too, by their folded
    form: patterns are folded."""
    capital: Counter[str] = Counter()
    folded: Counter[str] = Counter()
    for text in (example.text for rule in rules for example in rule.examples):
        for word in _INSIDE.findall(text):
            (folded if word.islower() else capital)[word] += 1
    return {word.lower(): word for word, number in capital.items() if number > folded[word.lower()]}


def _entry(rule: Rule, terms: list[str]) -> Iterator[str]:
    wordings = [one for one in rule.instead if one.lower() not in {term.lower() for term in terms}]
    yield f'      <termEntry id="{escape(rule.id)}-{escape(rule.lang)}">'
    yield f'        <descrip type="definition">{escape(" ".join(rule.why.split()))}</descrip>'
    for source in rule.sources:
        address = f", {source.url}" if source.url else ""
        told = f"{source.title}, {source.publisher}, {source.date}{address}"
        yield f'        <admin type="source">{escape(told)}</admin>'
    yield f'        <langSet xml:lang="{escape(rule.lang)}">'
    for term, status in chain(
        ((term, "deprecatedTerm-admn-sts") for term in terms),
        ((term, "preferredTerm-admn-sts") for term in wordings[:1]),
        ((term, "admittedTerm-admn-sts") for term in wordings[1:]),
    ):
        yield f"          <tig><term>{escape(term)}</term>"
        yield f'            <termNote type="administrativeStatus">{status}</termNote></tig>'
    yield "        </langSet>"
    yield "      </termEntry>"
