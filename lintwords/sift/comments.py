"""Ignore comments: findings that a text itself says to leave be.

    <!-- lintwords: ignore RULE, RULE: reason -->     the next block, or the one it stands in
    <!-- lintwords: ignore-file RULE: reason -->      the whole file

A block is what a reader of the format takes for one: a paragraph, a heading, an item, a cell. A
rule is named by its id, an old id or its category. In front matter the comment is `# lintwords: …`
before the field, in MDX `{/* lintwords: … */}`, in reStructuredText `.. lintwords: …`, in AsciiDoc
`// lintwords: …`. A comment without a reason, with a name that is not
known or that hits nothing is a finding itself, so that no comment is trusted that does nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import takewhile
from pathlib import Path

from lintwords.errors import LintwordsError, nearest_name
from lintwords.files.digest import blake2b
from lintwords.interface import say, to_say
from lintwords.model import (
    Comment,
    Document,
    Edit,
    FileResult,
    Finding,
    Ignored,
    Options,
    Piece,
    Severity,
    Voice,
)
from lintwords.model.line_numbers import Lines
from lintwords.model.rule import COMMENT, Brief, Rule
from lintwords.readers.html import mdx, tags
from lintwords.readers.markdown import frontmatter
from lintwords.settings.selection import shown
from lintwords.sift import lightcomments
from lintwords.sift.directives import FILE, HERE, Directive, directives
from lintwords.sift.reach import Reach, hulls
from lintwords.values import replace

FORMATS = ("markdown", "html", "text")  # that can hold a comment before any block
CATEGORY = COMMENT
# what stands in a Markdown line before a block's first words: list markers, then a heading's
_LEAD = re.compile(r"[ \t>]*")
_MARKERS = re.compile(
    r"(?:(?:[-*+]|\d{1,9}[.)]|\[\^[^\]\s]+\]:|#{1,6}|\[[ xX]\])[ \t]+|[ \t>])*[*_~`\[!(\"'“‘\\]*"
)
_HYPHENS = re.compile("-{2,}")
# what a comment in another form asks for: "lintwords ignore …", "ignore-next …", "ignore: …"
_MEANT = re.compile(r"(?:lintwords[\s-]+)?(ignore-file|ignore)[\w-]*\s*")


def _rule(id: str, title: str, why: str) -> Rule:
    return Rule(id, CATEGORY, Severity.WARNING, title, why, "en", Path(__file__), 1)


def said(rule: Rule) -> Rule:
    """One of the rules below in the language of the interface."""
    return replace(rule, title=say(rule.title), why=say(rule.why))


REASONLESS = _rule(
    "ignore-without-reason", *to_say("Say why: an ignore comment counts only with a reason",
    "Colleagues will read it. Write it after a colon, as in: ignore RULE: name of a treaty."),
)
UNKNOWN = _rule(
    "ignore-unknown", *to_say("Name a rule: this ignore comment names none that is known",
    "A comment that names no known rule ignores nothing. All rules: lintwords rules list."),
)
UNREAD = _rule(
    "ignore-not-understood", *to_say("Write the ignore comment as it is read: this one is not",
    "A comment in another form ignores nothing. The form: lintwords: ignore RULE: reason."),
)
UNUSED = _rule(
    "ignore-unused", *to_say("Take the ignore comment out: it hits nothing any more",
    "The words it was for have changed or gone. A comment that stays would hide the next finding."),
)
RULES = (REASONLESS, UNKNOWN, UNREAD, UNUSED)


# -- letting findings be ------------------------------------------------------------------------


def sift(
    document: Document, result: FileResult, rules: Sequence[Rule | Brief], options: Options,
    *, elsewhere: Callable[[], Iterable[str]] = tuple, judged: bool = True,
) -> FileResult:
    """What was found in a document, without what its comments ignore, with what is said of them.

    `rules` are all rules that may speak here; `elsewhere` tells the names of those that there are
    for another country or language. With `judged` false the text was not looked at, and no comment
    can be called unused.
    """
    asked = directives(document)
    if not asked:
        return result
    names = _Names(rules, options)
    if any(name not in names.rules for one in asked for name in one.names):
        names.add_silent(elsewhere())
    lines = Lines(document.parts[0])
    reach = Reach(document, [one if _is_whole(one, names) else None for one in asked])
    used: dict[int, set[str]] = {}  # directive → those of its names that let something be
    known: dict[tuple[frozenset[int], str], int] = {}  # directives, rule → the one that lets it be
    kept: list[Finding] = []
    ignored = list(result.ignored)
    for finding in result.findings:
        firsts = []
        for here in (reach.everywhere, reach.at(finding.at.start)):
            if (here, finding.rule) not in known:
                hits = {nth: name for nth in here
                        if (name := names.hits(asked[nth].names, finding)) is not None}
                for nth, name in hits.items():
                    used.setdefault(nth, set()).add(name)
                known[here, finding.rule] = min(hits, default=len(asked))
            firsts.append(known[here, finding.rule])
        if min(firsts) == len(asked):
            kept.append(finding)
        else:
            one = asked[min(firsts)]
            at = lines.place(_piece(one.comment))
            reaches = "whole" if one.verb == FILE else "passage"
            ignored.append(Ignored(finding, one.reason, "comment", at.place, at.line, reaches))
    about = _Remarks(document, lines, names, options)
    for nth, one in enumerate(asked):
        kept += about.trouble(one, used.get(nth, set()), judged)
    kept.sort(key=lambda finding: (finding.at.part, finding.at.start, finding.at.end, finding.rule))
    return replace(result, findings=tuple(kept), ignored=tuple(ignored))


class _Names:
    """What a comment may name, and the rules each name stands for."""

    def __init__(self, rules: Iterable[Rule | Brief], options: Options) -> None:
        self.rules: dict[str, list[Rule | Brief]] = {}
        self._options = options
        self._can_hit: dict[str, bool] = {}
        for rule in rules:
            for name in rule.names:
                self.rules.setdefault(name, []).append(rule)

    def add_silent(self, names: Iterable[str]) -> None:
        """Know also `names` of rules that cannot speak here."""
        for name in names:
            self.rules.setdefault(name, [])

    def hits(self, names: Sequence[str], finding: Finding) -> str | None:
        """The first of `names` that stands for the rule of `finding`; "" where none is asked."""
        if not names:
            return ""
        for name in names:
            if any(rule.id == finding.rule for rule in self.rules.get(name, ())):
                return name
        return None

    def can_hit(self, name: str) -> bool:
        """Whether a finding of that name could be seen at all under the options."""
        if name not in self._can_hit:
            every = [rule for rules in self.rules.values() for rule in rules]
            rules = self.rules.get(name, []) if name else every
            self._can_hit[name] = any(
                shown(rule, Severity.SUGGESTION, self._options) for rule in rules
            )
        return self._can_hit[name]


def _is_whole(one: Directive, names: _Names) -> bool:
    known = bool(one.names) or one.verb == FILE
    return one.verb in (HERE, FILE) and bool(one.reason) and known and any(
        name in names.rules for name in one.names or names.rules
    )


class _Remarks:
    """Makes findings about the comments of one document."""

    def __init__(
        self, document: Document, lines: Lines, names: _Names, options: Options
    ) -> None:
        self._document, self._lines = document, lines
        self._names, self._options = names, options

    def trouble(self, one: Directive, used: set[str], judged: bool) -> Iterator[Finding]:
        """What is to be said of a comment by which the names `used` let something be."""
        unknown = [name for name in one.names if name not in self._names.rules]
        has_known = len(unknown) < len(one.names)
        if one.verb not in (HERE, FILE) or (unknown and has_known and not one.reason):
            yield from self._finding(UNREAD, one, self._comment(self._form(one)))
        elif unknown:
            yield from self._unknown(one, unknown)
        elif one.verb == HERE and not one.names:
            yield from self._finding(UNKNOWN, one, say("(the id of a rule and a reason)"))
        elif not one.reason:
            whole = f"{one.verb} {', '.join(one.names)}: …"
            yield from self._finding(REASONLESS, one, self._comment(whole))
        elif judged:
            idle = [name for name in one.names or ("",) if name not in used]
            if any(self._names.can_hit(name) for name in idle):
                yield from self._finding(UNUSED, one, say("(nothing: take the comment out)"))

    def _unknown(self, one: Directive, unknown: Sequence[str]) -> Iterator[Finding]:
        """That names of a comment are no rules; with the comment as it was meant, if all are near.
        """
        near = {name: nearest_name(name, self._names.rules) for name in unknown}
        names = [near.get(name, name) for name in one.names]
        meant = self._comment(f"{one.verb} {', '.join(names)}: {one.reason or '…'}")
        message = say('Unknown rule in an ignore comment: "{name}"', name=unknown[0])
        hint = near[unknown[0]]
        if hint:
            message = f"{message}. {say('Did you mean {close}?', close=hint)}"
        instead = meant if all(names) else say("(the id of a rule and a reason)")
        yield from self._finding(UNKNOWN, one, instead, message)

    def _form(self, one: Directive) -> str:
        """What a comment in another form seems to ask for, as it would be read."""
        match = _MEANT.match(one.comment.text)
        verb, rest = (match[1], one.comment.text[match.end() :]) if match else (HERE, "")
        asked, colon, reason = rest.partition(":")
        words = re.findall(r"[^\s,]+", asked)
        names = words if colon else list(takewhile(self._names.rules.__contains__, words))
        reason = reason.strip() if colon else " ".join(words[len(names) :])
        told = ", ".join(names) or ("" if verb == FILE else "RULE")
        return f"{verb} {told}".rstrip() + f": {reason or '…'}"

    def _comment(self, words: str) -> str:
        """The comment that says `words`, as this document writes it."""
        whole = _written(self._document.format, words)
        return mdx.comment(whole) if mdx.is_mdx(self._document.path) else whole

    def _finding(
        self, rule: Rule, one: Directive, instead: str, message: str = ""
    ) -> Iterator[Finding]:
        weight = shown(rule, rule.severity, self._options)
        if weight is None:
            return
        piece = _piece(one.comment)
        text = self._document.parts[0].text[piece.start : piece.end]
        key = f"{rule.id}|{one.comment.text}".encode("utf-8", "replace")
        yield Finding(
            path=self._document.path, rule=rule.id, category=rule.category, severity=weight,
            lang=rule.lang, message=message or say(rule.title), why=say(rule.why),
            text=text, words=" ".join(text.split()), voice=Voice.OWN, slot="", governor="",
            at=self._lines.place(piece), pieces=(piece,),
            fingerprint=blake2b(key, digest_size=10).hexdigest(), instead=(instead,),
        )


def _piece(comment: Comment) -> Piece:
    return Piece(0, comment.start, comment.end, True)


# -- writing a comment --------------------------------------------------------------------------


def comment_for(format: str, rule: str, reason: str) -> str:
    """The comment that ignores `rule` in the next block, as a document of `format` writes it.

    Raises LintwordsError for a format without comments (they would reach the reader) and for an
    empty reason. The comment has one line and no line end.
    """
    if format not in (*FORMATS, *lightcomments.OPENING):
        raise LintwordsError(
            say("cannot write an ignore comment into a {format} document", format=format),
            say("Keep the decision in the baseline: lintwords check --baseline-write"),
        )
    return _written(format, f"{HERE} {rule}: {_spoken(reason)}")


def _written(format: str, words: str) -> str:
    """The comment that says `words` to lintwords."""
    if format in lightcomments.OPENING:
        return lightcomments.written(format, words)
    return f"<!-- lintwords: {words} -->"


def _spoken(reason: str) -> str:
    """The reason on one line, without what would end a comment too early."""
    words = _HYPHENS.sub("–", " ".join(reason.split())).replace("<!", "<").strip("->")
    if not words:
        raise LintwordsError(
            say("an ignore comment needs a reason"),
            say("Colleagues will read it: say why it stays."),
        )
    return words


def has_room(document: Document, finding: Finding) -> bool:
    """Whether an ignore comment for `finding` can be written into its text."""
    if document.format in FORMATS:
        return True
    try:
        insertion(document, finding, "any")
    except LintwordsError:
        return False
    return True


def insertion(document: Document, finding: Finding, reason: str) -> Edit:
    """The edit that ignores `finding` by a comment in its text.

    The comment stands on a line of its own before the block, or inside it where a line cannot be
    put (a table, HTML). Offsets are code points of part 0. Raises LintwordsError as `comment_for`,
    and in formats that are not among FORMATS where there is no room.
    """
    comment = comment_for(document.format, finding.rule, reason)
    if mdx.is_mdx(document.path):
        comment = mdx.comment(comment)
    source, at = document.source, _start(document, finding)
    if document.format in lightcomments.OPENING:
        return lightcomments.insertion(document, at, comment)
    if document.format == "html":
        at = _outside_markup(source, at)
        return Edit(0, at, at, comment)
    line = max(source.rfind("\n", 0, at), source.rfind("\r", 0, at)) + 1
    end = "\r\n" if "\r\n" in source else "\n"
    if document.format == "text":
        return Edit(0, line, line, f"{comment}{end}")
    if at < frontmatter.read(source).end:
        said = f"# lintwords: {HERE} {finding.rule}: {_spoken(reason)}"
        return Edit(0, line, line, f"{said}{end}")
    if _MARKERS.fullmatch(source, line, at):
        lead = _LEAD.match(source, line, at)
        return Edit(0, line, line, f"{lead[0] if lead else ''}{comment}{end}")
    at = _outside_markup(source, at, since=line)
    return Edit(0, at, at, comment)


def _start(document: Document, finding: Finding) -> int:
    """Where the block of a finding begins; the outer one for words set aside from a block."""
    place = finding.at.start
    around = [hull for hull in hulls(document) if hull[0] <= place < hull[1]]
    return min(around, default=(place, place))[0]


def _outside_markup(source: str, at: int, since: int = 0) -> int:
    """The last place at or before `at` where a comment is no part of a tag or of raw text."""
    place = since
    while (place := source.find("<", place, at)) >= 0:
        tag = tags.read_tag(source, place)
        if tag is None:
            place += 1
            continue
        end = tag.end
        if tag.name in tags.RAW and not tag.closing:
            end = tags.raw_end(source, (tag.name,), tag.end)
        if tag.start < at < end or (tag.name in tags.RAW and at == tag.end):
            return tag.start
        place = end
    return at
