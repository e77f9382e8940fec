"""A style for Vale: each phrase rule as an `existence` rule with a regular expression a pattern.

Vale has no filters, voices or grammar: it does not know that a sentence is quoted, rebutted or
about another country. A rule that loses such a condition is one step softer there, and is listed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from lintwords.exports import Export
from lintwords.exports.wording import NotPlain, Wording
from lintwords.judge.document_linter import DocumentLinter
from lintwords.model.rule import Rule

STYLE = "lintwords"
_NOTHING = "no pattern can be carried"
NOT = " & not "


def export(linter: DocumentLinter, rules: Sequence[Rule]) -> Export:
    """A file for each rule of which a pattern can be carried, below `styles/`, and an ini file."""
    patterns = linter.compiled.patterns
    wording = Wording(patterns.compiler, patterns.lexicon, dict(linter.pack.names.forms))
    files, lost = {}, []
    for rule in rules:
        tokens, left = _tokens(rule, wording)
        if not tokens:
            lost.append((rule.id, "the rule", left[0][1] if left else _NOTHING))
            continue
        lost += [(rule.id, what, why) for what, why in left]
        conditions = _conditions(rule)
        lost += [(rule.id, "condition", one) for one in conditions]
        files[f"styles/{STYLE}/{rule.id}.yml"] = _file(rule, tokens, bool(conditions))
    number = len(files)
    files[".vale.ini"] = (
        f"StylesPath = styles\nMinAlertLevel = suggestion\n\n[*]\nBasedOnStyles = {STYLE}\n"
    )
    return Export(files, number, tuple(lost))


def _tokens(rule: Rule, wording: Wording) -> tuple[list[str], list[tuple[str, str]]]:
    """The expressions of a rule, and the patterns without one, with the reason."""
    if rule.mention:
        return [], [("the rule", "it asks what a name stands for, which takes grammar")]
    tokens, left = [], []
    if rule.regex:
        left.append((f"pattern {rule.regex}", "it is an expression of its own kind"))
    for phrase in rule.phrase:
        try:
            tokens.append(wording.expression(phrase.pattern))
        except NotPlain as error:
            left.append((f"pattern {phrase.pattern}", str(error)))
    return list(dict.fromkeys(tokens)), left


def _conditions(rule: Rule) -> list[str]:
    """What else must hold for the rule here, and does not count there."""
    found = [f"not where: {name}" for name in rule.unless]
    if rule.context:
        found.append(f"only in a {rule.context} about: {', '.join(rule.about)}")
    barred = (phrase.pattern.partition(NOT)[2] for phrase in rule.phrase)
    found += [f"not in a sentence with: {one}" for one in dict.fromkeys(barred) if one]
    return found


def _file(rule: Rule, tokens: list[str], is_softer: bool) -> str:
    return "\n".join(_lines(rule, tokens, is_softer)) + "\n"


def _lines(rule: Rule, tokens: list[str], is_softer: bool) -> Iterator[str]:
    weight = rule.severity.weaker if is_softer else rule.severity
    message = rule.title
    if rule.instead:
        message += f". Write instead: {' · '.join(rule.instead[:3])}"
    message = f"{message.replace('%', '%%')} ('%s')"
    yield f"# {rule.id}, {rule.category}; made by lintwords rules export --to vale"
    yield "extends: existence"
    yield f"message: {_quoted(message)}"
    yield f"description: {_quoted(' '.join(rule.why.split()))}"
    yield f"level: {weight.word}"
    yield "ignorecase: true"
    yield "tokens:"
    for token in tokens:
        yield f"  - {_quoted(token)}"


def _quoted(text: str) -> str:
    """A text as YAML takes it: a JSON text is one in YAML."""
    written = json.dumps(text, ensure_ascii=False)
    return "".join(sign if sign.isprintable() else f"\\U{ord(sign):08x}" for sign in written)
