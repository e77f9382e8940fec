"""Patterns → nodes, and the words by which a text tells that a pattern may match in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from lintwords import later
from lintwords.errors import LintwordsError, nearest
from lintwords.interface import number, say, to_say
from lintwords.match.phrases.composites import Choice, Optional, Row, Together
from lintwords.match.phrases.nodes import (
    Actor,
    Gap,
    Literal,
    Named,
    Node,
    Number,
    OfClass,
    Opening,
    YearBefore,
)
from lintwords.model.rule import MENTIONS
from lintwords.prefilter.outlines import Outline, of_forms
from lintwords.prefilter.pieces import DIGITS
from lintwords.text.lexicon import GAP, Lexicon, commonness

QUANTITY_WORDS = 5
TELLS_LITTLE = 3000  # in a million words: a word set so common turns few sentences away
AT_LEAST = 2  # word sets of a pattern that the gate asks for
OPENING = "^"
NEVER = 1_000_000  # for a word that is not looked for
TABLES = ("words", "verbs", "nouns", "adjectives", "adverbs", "voices", "function", "names")
NAME_KINDS = ("country", "adjective", "capital", "formal", "government", "people", "cold-war")
_PART = later.pattern(r"<([^<>]+)>|(\()|(\))|(\|)|(\?)|(…)|([^\s<>()|?…]+)")
_FOREIGN = later.pattern(r"[*\[\]\\]")  # what means something in a regular expression
_GLUED = later.pattern(r"[^\W_][(<](?!\s)|[^\W_]\?[^\W_]")  # a part of a word as a choice
_AND = later.pattern(r"\s+&\s+")
_BARE_AND = later.pattern(r"(?:^|\s)&(?:\s|$)")
_NOT = later.pattern(r"not\s+")
# of a phrase at most, far more than any of ours has
COMMON = 10  # times in a million: a word that stands so often tells little by itself
MOST, DEPTH, PARTS, GAPS = 2_000, 20, 8, 20
_LETTERS = later.pattern(r"[A-Za-z]{2}|[^\W\d_]{3}")


Way = tuple[tuple[frozenset[str], ...], Outline]  # word sets of a way to match, and its outline


class Facts(NamedTuple):
    """What was found out about patterns: plain values, right with the same lexicon and names.

    Names that are never a finding may be others. A pattern that something is known of was checked.
    """

    keys: dict[str, frozenset[str]]
    ways: dict[str, tuple[Way, ...]]
    required: dict[str, tuple[frozenset[str], ...]]
    rarest: dict[str, frozenset[str]]  # by class
    word_costs: dict[str, int]


class Compiler:
    """Turns patterns into nodes with the words of one lexicon and one names file."""

    def __init__(
        self, lexicon: Lexicon, names: dict[str, tuple[str, ...]], facts: Facts | None = None
    ) -> None:
        """`facts` are those of another compiler with the same words."""
        self._lexicon = lexicon
        self._names = names
        self._compiled: dict[str, Row] = {}
        known = facts or Facts({}, {}, {}, {}, {})
        self._keys, self._ways = dict(known.keys), dict(known.ways)
        self._required, self._rarest = dict(known.required), dict(known.rarest)
        self._word_costs = dict(known.word_costs)
        self._by_name: dict[str, Node] = {}
        self._costs: dict[tuple[frozenset[str], bool], int] = {}
        kinds = (kind for kind in NAME_KINDS if kind in MENTIONS and kind in names)
        self._all_names = frozenset().union(*map(self._name_words, kinds))

    def compile(self, pattern: str) -> Row:
        """The node of a pattern. Raises `LintwordsError` with what is wrong in it."""
        if pattern in self._compiled:
            return self._compiled[pattern]
        _check_size(pattern)
        node = self._concept(pattern)
        row = self._compiled[pattern] = node if isinstance(node, Row) else Row((node,))
        return row

    def check(self, pattern: str) -> None:
        """Raise `LintwordsError` for a pattern that is wrong, or has no word to look for."""
        if pattern not in self._keys and self.best_anchor(self.compile(pattern)) is None:
            raise LintwordsError(
                say('phrase "{pattern}" has no word that every match holds', pattern=pattern),
                say("Add a word to it."),
            )

    def _concept(self, pattern: str) -> Node:
        held: list[Node] = []
        barred: list[Node] = []
        for piece in _AND.split(pattern):
            if not piece.strip() or _BARE_AND.search(piece):
                raise LintwordsError(
                    say('a part beside & is empty in phrase "{pattern}"', pattern=pattern),
                    say("Write words on both sides of each &."),
                )
            denied = _NOT.match(piece) if held else None
            (barred if denied else held).append(
                self._whole(piece[denied.end() :] if denied else piece, pattern)
            )
        if len(held) == 1 and not barred:
            return held[0]
        opening = tuple(item.openers() for item in held)
        named = (nth for nth, item in enumerate(held) if self._is_name(item))
        return Together(tuple(held), tuple(barred), opening, frozenset(named))

    def _is_name(self, node: Node) -> bool:
        """Whether a node is nothing but a name of the country or a choice of such names."""
        if isinstance(node, Row | Choice):
            return all(map(self._is_name, node.items))
        if isinstance(node, Literal):
            return node.word in self._all_names
        return isinstance(node, Named)

    def _whole(self, text: str, pattern: str) -> Node:
        if foreign := _FOREIGN.search(text):
            raise LintwordsError(
                say('{sign} means nothing in a phrase: "{pattern}"', sign=foreign[0],
                    pattern=pattern),
                say("Write each form, (word|words); (word)? may be missing, and … is a gap."),
            )
        if _GLUED.search(text):
            raise LintwordsError(
                say('a bracket or ? stands inside a word in phrase "{pattern}"', pattern=pattern),
                say("Write whole words: (labour|labor), and (word)? for one that may be missing."),
            )
        text = text.replace("...", GAP)  # as many type it
        parts = [match.groups() for match in _PART.finditer(text)]
        node, rest = self._choice(parts, 0, pattern)
        if rest != len(parts):
            raise LintwordsError(
                say('a bracket is not opened in phrase "{pattern}"', pattern=pattern),
                say("Add ( before."),
            )
        return node

    def ways(self, pattern: str) -> tuple[Way, ...]:
        """For each way to match, word sets that it cannot do without, the rarest first."""
        if pattern not in self._ways:
            self._ways[pattern] = tuple(self._ways_of(self.compile(pattern)))
        return self._ways[pattern]

    def key(self, pattern: str) -> frozenset[str]:
        """Words of which every match holds one, the rarest in text about the country."""
        if pattern not in self._keys:
            anchor = self.best_anchor(self.compile(pattern), beside_names=True)
            self._keys[pattern] = anchor or frozenset()
        return self._keys[pattern]

    def required(self, pattern: str) -> tuple[frozenset[str], ...]:
        """Sets of words of each of which every match holds one; the quickest to ask first."""
        if pattern not in self._required:
            sets = set(self.compile(pattern).required())
            self._required[pattern] = tuple(sorted(sets, key=_by_size))
        return self._required[pattern]

    def facts(self, patterns: Iterable[str]) -> Facts:
        """What was found out about these patterns, all of which have been checked."""
        wanted = list(dict.fromkeys(patterns))
        rarest = {cls: words for cls, words in self._rarest.items() if cls != "names.fixed"}
        return Facts(
            {one: self.key(one) for one in wanted}, {one: self.ways(one) for one in wanted},
            {one: self.required(one) for one in wanted}, rarest, self._word_costs,
        )

    def outline_of(self, cls: str) -> Outline:
        """The outline of any entry of a class."""
        return of_forms(form.split(" ") for form in sorted(self._lexicon.members(cls).forms))

    def _ways_of(self, row: Row) -> Iterator[Way]:
        for way in row.ways():
            sets = [words for item in way.parts() if (words := self.best_anchor(item))]
            sets.sort(key=self._commonness)
            telling = sum(self._commonness(words) < TELLS_LITTLE for words in sets)
            yield tuple(sets[: max(telling, AT_LEAST)]), way.outline()

    def rarest(self, cls: str) -> frozenset[str]:
        """Of each entry of a class, or of each name of a kind, the word rarest in ordinary text."""
        if cls not in self._rarest:
            self._rarest[cls] = frozenset(words[0] for words in self._by_rareness(cls))
        return self._rarest[cls]

    def telling(self, cls: str) -> frozenset[str]:
        """The same, with the next rare word behind a space where one alone tells little."""
        return frozenset(
            " ".join(words[:2] if self.cost(words[0]) >= COMMON else words[:1])
            for words in self._by_rareness(cls)
        )

    def _by_rareness(self, cls: str) -> list[list[str]]:
        """The words of each entry of a class, or of each name of a kind, the rarest first."""
        kind = cls.removeprefix("names.")
        forms = self._lexicon.members(cls).forms
        split = self._lexicon.spelling.split_entry
        if kind != cls and kind in self._names:
            forms = forms.union(" ".join(split(name)) for name in self._names[kind])
        entries = [[word for word in form.split(" ") if word != GAP] for form in forms]
        return [sorted(words, key=lambda word: (self.cost(word), -len(word))) for words in entries]

    def best_anchor(self, node: Node, *, beside_names: bool = False) -> frozenset[str] | None:
        """Of the word sets that every match touches, the one that is rarest in ordinary text.

        With `beside_names`, the one that is rarest in text about the country, where its names
        tell nothing.
        """
        if isinstance(node, Choice):
            sets = [self.best_anchor(item, beside_names=beside_names) for item in node.items]
            if any(words is None for words in sets):
                return None
            return frozenset().union(*(words for words in sets if words))
        if isinstance(node, Row | Together):
            found = [
                words for item in node.items
                if (words := self.best_anchor(item, beside_names=beside_names))
            ]
            return min(found, key=lambda words: self._commonness(words, beside_names), default=None)
        if isinstance(node, OfClass) and not beside_names:
            return frozenset().union(*map(self.rarest, node.classes)) or None
        return node.anchors()

    def _commonness(self, words: frozenset[str], beside_names: bool = False) -> int:
        key = words, beside_names
        if key not in self._costs:
            cost = self._beside_names if beside_names else self.cost
            self._costs[key] = sum(map(cost, words))
        return self._costs[key]

    def _beside_names(self, word: str) -> int:
        """About how often a word stands in text about the country."""
        if word in self._all_names:
            return 5000
        return commonness(word, self._lexicon[word].classes)

    def cost(self, word: str) -> int:
        """About how often a word stands in a million of ordinary text, where names are rare."""
        found = self._word_costs.get(word)
        if found is None:
            found = self._word_costs[word] = self._cost(word)
        return found

    def _cost(self, word: str) -> int:
        if word in self._all_names:
            return 0
        if word.isdigit() and len(word) >= DIGITS:
            return 20
        return self._lexicon.frequency(word) if _LETTERS.search(word) else NEVER

    def _choice(
        self, parts: Sequence[tuple[str, ...]], at: int, pattern: str
    ) -> tuple[Node, int]:
        rows: list[Node] = []
        items: list[Node] = []
        while at < len(parts):
            cls, opened, closed, bar, maybe, gap, word = parts[at]
            if closed:
                break
            if bar:
                self._must_hold(items, pattern)
                rows.append(Row(tuple(items)))
                items = []
            elif opened:
                node, at = self._choice(parts, at + 1, pattern)
                if at >= len(parts):
                    raise LintwordsError(
                        say('a bracket is not closed in phrase "{pattern}"', pattern=pattern),
                        say("Add ) at its end."),
                    )
                items.append(node)
            elif maybe:
                if not items:
                    raise LintwordsError(
                        say('"?" stands after nothing in phrase "{pattern}"', pattern=pattern), "",
                    )
                items[-1] = Optional(items[-1])
            elif gap:
                items.append(Gap())
            elif cls:
                items.append(self._class(cls, pattern))
            elif word == OPENING:
                items.append(Opening())
            else:
                items.extend(self._words(word))
            at += 1
        if rows:
            self._must_hold(items, pattern)
        rows.append(Row(tuple(items)))
        return (rows[0] if len(rows) == 1 else Choice(tuple(rows))), at

    def _must_hold(self, side: Sequence[Node], pattern: str) -> None:
        if not side:
            raise LintwordsError(
                say('a side of | is empty in phrase "{pattern}"', pattern=pattern),
                say("Take the | out, or write words there; (word)? may be missing."),
            )

    def _words(self, text: str) -> Iterator[Node]:
        for word in self._lexicon.spelling.split_entry(text):
            yield Literal(word)

    def _class(self, text: str, pattern: str) -> Node:
        choices = [self._known_class(name.strip(), pattern) for name in text.split("|")]
        return choices[0] if len(choices) == 1 else Choice(tuple(choices))

    def _known_class(self, name: str, pattern: str) -> Node:
        """The node of a class; many patterns ask for the same."""
        node = self._by_name.get(name)
        if node is None:
            node = self._by_name[name] = self._one_class(name, pattern)
        return node

    def _one_class(self, name: str, pattern: str) -> Node:
        if name == "actor":
            kinds = frozenset(("country", "capital", "formal", "cold-war", "government"))
            return Actor(
                kinds, frozenset(("adjective",)), frozenset(),
                frozenset(("nouns.organ", "nouns.leader")),
            )
        if name in ("number", "quantity"):
            return Number(1 if name == "number" else QUANTITY_WORDS)
        if name.startswith("year-before-"):
            year = name.removeprefix("year-before-")
            if not (year.isascii() and year.isdigit() and len(year) == 4):
                raise LintwordsError(
                    say('<{name}> names no year in phrase "{pattern}"', name=name, pattern=pattern),
                    say("Write <year-before-1949>."),
                )
            return YearBefore(int(year))
        kind = name.removeprefix("names.")
        if kind in NAME_KINDS and self._names.get(kind):
            return Named(frozenset((kind,)), self._name_words(kind))
        wanted = {name} if "." in name else {f"{table}.{name}" for table in TABLES}
        found = frozenset(cls for cls in wanted if self._lexicon.knows(cls))
        if not found and kind in NAME_KINDS:
            return Named(frozenset((kind,)), frozenset())  # this country has no name of the kind
        if not found:
            known = {cls.partition(".")[2] for cls in self._lexicon.classes()} | set(NAME_KINDS)
            raise LintwordsError(
                say('unknown class <{name}> in phrase "{pattern}"', name=name, pattern=pattern),
                say("{name} is a family of classes. Write one of them, <{name}.…>: lintwords rules "
                    "classes", name=name) if name in TABLES
                else nearest(name, known) or say("All classes: lintwords rules classes"),
            )
        if len(found) > 1:
            raise LintwordsError(
                say(
                    'two classes are called <{name}> in phrase "{pattern}"',
                    name=name, pattern=pattern,
                ),
                say("Write one of {found}.", found=', '.join(f'<{cls}>' for cls in sorted(found))),
            )
        members = self._lexicon.members(*found)
        return OfClass(found, members.openers, members.telling)

    def _name_words(self, kind: str) -> frozenset[str]:
        return frozenset(form.lower().split(" ")[-1] for form in self._names[kind])


def _by_size(words: frozenset[str]) -> tuple[int, list[str]]:
    return len(words), sorted(words)


_TOO_LARGE = to_say(
    'phrase "{phrase}" has {size} characters; {most} are the most',
    'phrase "{phrase}" has {size} brackets inside each other; {most} are the most',
    'phrase "{phrase}" has {size} parts joined by &; {most} are the most',
    'phrase "{phrase}" has {size} gaps; {most} are the most',
)


def _check_size(pattern: str) -> None:
    """Refuse a pattern that would take long to make or to match."""
    depth = deepest = 0
    for char in pattern:
        depth += (char == "(") - (char == ")")
        deepest = max(deepest, depth)
    sizes = (
        (len(pattern), MOST), (deepest, DEPTH), (len(_AND.findall(pattern)) + 1, PARTS),
        (pattern.count(GAP) + pattern.count("..."), GAPS),
    )
    for (size, most), problem in zip(sizes, _TOO_LARGE, strict=True):
        if size > most:
            begin = pattern if len(pattern) <= 40 else f"{pattern[:40]}…"
            raise LintwordsError(
                say(problem, phrase=begin, size=number(size), most=number(most)),
                say("Make several phrases of it."),
            )
