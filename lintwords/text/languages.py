"""Which language a stretch of text is in, by its script, its function words, endings and letters.

What tells a language is data, `rules/languages.toml`; this module counts. A word that stands in two
languages says nothing between them, one with a capital may be a name and counts half, and what also
stands in names ("La Paz") never tells alone. Where little is told, nothing is said: who asks knows
the surroundings.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple
from unicodedata import normalize

from lintwords import later
from lintwords.prefilter.other_language import Alarm
from lintwords.text.langtag import UNDETERMINED

_WORD = later.pattern(r"[^\W\d_]+")
_SHORT = 200  # code points of a stretch that may come again
_SHORTEST = 5  # letters of a word whose ending is asked
_LONGEST = 6  # letters of an ending
_HALF = 0.5
_LEAST = 1.4  # what tells a language
_TIMES = 2.0  # as much as tells another
_SHARE = 0.09  # of the words
_DIFFERENT, _FEW = 3, 5  # different words that tell it, in this many words each
_STEM = 4  # letters that names of one country share
_TITLE = 4  # words, in which one that these texts speak of tells
_STRANGE = 25  # words of which next to none is of a known language: it is another one
_SENTENCE_OF = 10  # words of a sentence of which none at all is
_VARIED = 8  # different ones of them: fewer, said again and again, tell no language
_ALL_STRANGE = 8  # of which none is of any known language
_KNOWN = 0.04  # of the words
_OWN, _OWN_LESS = 0.21, 1.0  # of the words of prose a language's own; fewer words may have less
_GROWN, _GROWN_SHARE = 3, 0.1  # different words of a language grown from another; of its words
_INSIDE = 3  # small words between two of a name
_SHARED = 2  # languages in which a word is still each one's own
_STOP = later.pattern(r"[.!?…](?:\s|$)")
_AMONG = 0.15  # of the letters, and a text is in the language whose letters they are
_RARE = 40  # letters to each that tells of one of the languages in a script
_SENTENCE = 60  # words at most, on the average
_TOLD = 4  # words that are given as the reason
_PER_WORD = 2  # letters that make a word where no spaces do
_FOREIGN = "few words of a known language"
_SIGN, _SIGN_OF = later.pattern(r"[-_=|<>\\#{}\[\]~`*@$^&+/%:()0-9]"), 16  # one in so many letters
_UNSPACED = ("zh", "ja", "th", "km", "my", "bo")


class Table(NamedTuple):
    """What tells languages, in plain values that can be kept."""

    words: dict[str, tuple[str, ...]]  # word → languages
    names: dict[str, tuple[str, ...]]  # of these, in which it also stands in names
    endings: dict[str, tuple[str, ...]]
    letters: dict[str, tuple[str, ...]]
    scripts: dict[str, str]  # language → ranges of letters
    among: dict[str, str]  # language → the one whose script it is in
    topics: dict[str, tuple[str, ...]]  # of the words, what tells as much with a capital
    spelt: dict[str, tuple[str, ...]]  # name → languages that write it so
    grown: dict[str, str]  # language → the one that most of its words are from
    loans: dict[str, str]  # language → phrases of others that stand in its texts, parted by strokes


class Told(NamedTuple):
    """The language of a stretch; None if its words do not tell."""

    lang: str | None
    words: int
    why: str = ""


def table(data: Mapping[str, Mapping[str, str]]) -> Table:
    """The table that a file of languages holds."""
    found: dict[str, dict[str, list[str]]] = {
        key: {} for key in ("words", "names", "endings", "letters", "topics", "spelt")
    }
    for lang, row in data.items():
        for key, rows in found.items():
            text = row.get(key, "")
            for item in dict.fromkeys(text if key == "letters" else text.split()):
                rows.setdefault(item, []).append(lang)
    words, names, endings, letters, topics, spelt = (
        {item: tuple(langs) for item, langs in rows.items()} for rows in found.values()
    )
    return Table(
        {**words, **topics}, names, endings, letters,
        {lang: row["script"] for lang, row in data.items() if "script" in row},
        {lang: row["among"] for lang, row in data.items() if "among" in row},
        topics, spelt,
        {lang: row["from"] for lang, row in data.items() if "from" in row},
        {lang: row["loans"].replace("\n", "") for lang, row in data.items() if "loans" in row},
    )


class Languages:
    """Tells languages apart; `own` is that of the rules, which needs the least to be told.

    `judged` are the languages that there are rules for, `alarm` tells quickly that a text should be
    asked for its language.
    """

    def __init__(
        self, table: Table, own: str, judged: Iterable[str], alarm: Alarm,
        kin: frozenset[str] = frozenset(),
    ) -> None:
        """`kin` is how names may begin that a few words beside them tell to be of another one."""
        self.kin = kin
        self.table, self.own, self.alarm = table, own, alarm
        self.judged = frozenset((own, *judged))
        self._marks = lru_cache(4096)(self._told_by)
        # headings, cells and names of a menu come again on many pages
        self._of_short = lru_cache(4096)(self._tell)

    @cached_property
    def _scripts(self) -> dict[str, re.Pattern[str]]:
        return {lang: later.pattern(f"[{ranges}]") for lang, ranges in self.table.scripts.items()}

    @cached_property
    def _loans(self) -> dict[str, re.Pattern[str]]:
        rows = {
            lang: "|".join(map(re.escape, row.split("|"))) for lang, row in self.table.loans.items()
        }
        return {
            lang: later.pattern(rf"\b(?:{row})\b", re.IGNORECASE) for lang, row in rows.items()
        }

    def tell(self, text: str, own: str = "") -> Told:
        """The language of `text`, as far as its letters and words tell.

        `own` is the language that it is in unless more tells another: that of the rules, or of
        what stands around it.
        """
        own = own or self.own
        return self._of_short(text, own) if len(text) <= _SHORT else self._tell(text, own)

    def _tell(self, text: str, own: str) -> Told:
        if text.isascii():
            found = self._by_words(text, own)
        else:
            text = normalize("NFC", text)
            found = self._by_script(text) or self._by_words(text, own)
        if found.lang in (own, None) or len(text) > _SHORT or own not in self._loans:
            return found  # in a longer one loans are outnumbered
        return Told(None, found.words) if self._is_of_loans(text, own, found.lang) else found

    def _is_of_loans(self, text: str, own: str, lang: str) -> bool:
        """Whether loans alone tell of `lang`: "Déjà vu à la carte", but not "le déjà vu"."""
        rest, loans = self._loans[own].subn(" ", text)
        return loans > 0 and not any(
            lang in dict(self._marks(word.lower())) for word in _WORD.findall(rest)
        )

    def spells(self, text: str, lang: str) -> bool:
        """Whether a name stands in `text` as the rules' language writes it, and not `lang`.

        No rule of `lang`, which has some, would see it.
        """
        if lang == self.own or lang not in self.judged:
            return False
        words = _WORD.findall(text)
        langs = [self.table.spelt.get(word.lower(), ()) for word in words]
        return len(words) > 1 and any(self.own in row and lang not in row for row in langs)

    # -- by script --------------------------------------------------------------------------

    def _by_script(self, text: str) -> Told | None:
        """The language of a text that is mostly in another script."""
        counts = {
            lang: number for lang, letter in self._scripts.items()
            if (number := len(letter.findall(text)))
        }
        if not counts or sum(counts.values()) * 2 < sum(map(str.isalpha, text)):
            return None
        lang, among = max(counts, key=lambda name: counts[name]), self.table.among
        for other, number in counts.items():
            home = counts.get(among.get(other, ""), 0)
            if home and number >= _AMONG * (number + home):
                lang = other
        words = len(text.split())
        if lang in _UNSPACED:
            words = max(words, counts[lang] // _PER_WORD)
        return Told(self._in_script(lang, text), words, "its script")

    def _in_script(self, script: str, text: str) -> str:
        """Of the languages in one script, the one whose letters and words stand there."""
        table, low = self.table, text.lower()
        votes: Counter[str] = Counter()
        for letter in low:
            votes.update(table.letters.get(letter, ()))
        for word in _WORD.findall(low):
            votes.update(table.words.get(word, ()))
        here = [script, *(lang for lang, home in table.among.items() if home == script)]
        best = max(here, key=lambda lang: votes[lang])
        return best if votes[best] * _RARE >= len(low) else script

    # -- by words ---------------------------------------------------------------------------

    def _by_words(self, text: str, own: str) -> Told:
        words = _WORD.findall(text)
        row = self._best_told(text, words, own)
        if self._is_other(row.lang or own, text, words):
            return Told(UNDETERMINED, len(words), _FOREIGN)
        return row

    def is_other(self, lang: str, text: str) -> bool:
        """Whether prose that may be in this language, which has rules, is in none that is known."""
        text = text if text.isascii() else normalize("NFC", text)
        return self._is_other(lang, text, _WORD.findall(text))

    def _is_other(self, lang: str, text: str, words: Sequence[str]) -> bool:
        return (
            lang in self.judged and _is_prose(text, words, _SENTENCE_OF)
            and not _is_listing(text) and not self._is_written_in(lang, words)
        )

    def _is_written_in(self, lang: str, words: Sequence[str]) -> bool:
        """Whether enough of the small words of prose are this language's own.

        What is only nearest to a language with rules, of all that are known, is not in it.
        """
        low = [word for word in words if word[0].islower()]
        mine = 0.0
        for word in low:
            langs = self.table.words.get(word, ())
            if lang in langs and _is_word(word):
                mine += 1.0 if len(langs) <= _SHARED else _HALF
            elif not langs:
                mine += dict(self._marks(word)).get(lang, 0.0)  # by its ending or letters
        return mine >= _OWN * len(low) - _OWN_LESS

    def _best_told(self, text: str, words: Sequence[str], own: str) -> Told:
        """The language that more words tell than any other, as far as they do."""
        marks = self._all_marks(words, is_loud=text.isupper())
        best = self._best(marks)
        for lang in self.table.grown.keys() & marks.keys():
            here, home = marks[lang], marks.get(self.table.grown[lang], {})
            alone = {word: told for word, told in here.items() if word not in home}
            if len(alone) >= _GROWN and sum(alone.values()) >= _GROWN_SHARE * len(words):
                return Told(lang, len(words), _reason(here, home))
        home = marks.get(own, {})
        here = marks[best] if best and best != own else {}
        mine = sum(told for word, told in home.items() if word not in here and _is_word(word))
        theirs = sum(told for word, told in here.items() if word not in home)
        is_told = len(here.keys() - home.keys()) >= min(_DIFFERENT, len(words) // _FEW)
        if is_told and here and theirs >= max(_LEAST, _TIMES * mine, _SHARE * len(words)):
            return Told(best, len(words), _reason(here, home))
        if theirs and not mine and self._is_topic(words, here):
            return Told(best, len(words), _reason(here, home))
        if self.kin and (near := self._near(words, marks, home)):
            return Told(near, len(words), _reason(marks[near], home))
        if home and mine >= max(1.0, _TIMES * theirs):
            return Told(own, len(words), _reason(home, here))
        if (mine + theirs < _KNOWN * len(words) and _is_prose(text, words, _STRANGE)) \
                or (not mine and _is_prose(text, words, _ALL_STRANGE)):
            return Told(UNDETERMINED, len(words), "no words of a known language")
        return Told(None, len(words))

    def _near(
        self, words: Sequence[str], marks: Mapping[str, Mapping[str, float]],
        home: Mapping[str, float],
    ) -> str:
        """The language with rules that little tells, and a name akin to one that is known."""
        named = len(words) >= _FEW and any(
            word[0].isupper() and len(word) > _STEM and word[:_STEM].lower() in self.kin
            for word in words
        )
        near = (lang for lang in sorted(self.judged - {self.own}) if named and marks.get(lang))
        return next((lang for lang in near if home.keys() <= marks[lang].keys()), "")

    def _is_topic(self, words: Sequence[str], here: Mapping[str, float]) -> bool:
        """Whether a text is little more than a name in a spelling that one language has.

        A title is, and so are short sentences that each begin with it.
        """
        names = self.table.topics.keys() & here.keys()
        return bool(names) and len(words) <= _TITLE * sum(word.lower() in names for word in words)

    def _all_marks(self, words: Sequence[str], *, is_loud: bool) -> dict[str, dict[str, float]]:
        """What each word tells, by language."""
        marks: dict[str, dict[str, float]] = {}
        topics, told_by = self.table.topics, self._marks
        for at, word in enumerate(words):
            weight = 1.0
            if word[0].isupper() and not is_loud:
                if len(word) == 1:
                    continue  # an initial
                weight = _HALF if at else 1.0
            elif self._joins_names(words, at):
                weight = _HALF
            low = word.lower()
            if low in topics:
                weight = 1.0
            for lang, told in told_by(low):
                row = marks.get(lang)
                if row is None:
                    row = marks[lang] = {}
                row[low] = row.get(low, 0.0) + told * weight
        return marks

    def _joins_names(self, words: Sequence[str], at: int) -> bool:
        """Whether a small word stands inside a name ("Rosa de la Cruz"), of whatever language."""
        names = self.table.names
        if words[at] not in names:
            return False
        first, last = at, at
        while first and at - first < _INSIDE and words[first] in names:
            first -= 1
        while last < len(words) - 1 and last - at < _INSIDE and words[last] in names:
            last += 1
        return words[first][0].isupper() and words[last][0].isupper()

    def _told_by(self, low: str) -> tuple[tuple[str, float], ...]:
        """The languages that one word tells of, and how much."""
        table = self.table
        if langs := table.words.get(low):
            names = table.names.get(low, ())
            return tuple((lang, _HALF if lang in names else 1.0) for lang in langs)
        rows: Counter[str] = Counter()
        if not low.isascii():
            rows.update({lang for letter in low for lang in table.letters.get(letter, ())})
        if len(low) >= _SHORTEST:
            ends = (table.endings.get(low[-size:]) for size in range(_LONGEST, 0, -1))
            rows.update(next(filter(None, ends), ()))
        return tuple((lang, number * _HALF) for lang, number in rows.items())

    def _best(self, marks: Mapping[str, Mapping[str, float]]) -> str | None:
        """The language of which most is told; what few languages share tells more."""
        share = Counter(word for row in marks.values() for word in row)
        totals = {
            lang: sum(told + told / share[word] for word, told in row.items())
            for lang, row in marks.items()
        }
        return max(totals, key=lambda lang: totals[lang], default=None)


def _is_word(word: str) -> bool:
    """Whether it is more than a letter, as stands for a word in most languages ("u", "o")."""
    return len(word) > 1 or not word.isascii()


def _is_listing(text: str) -> bool:
    """Whether so many signs and figures stand in a text that it is code, options or a table."""
    return len(_SIGN.findall(text)) * _SIGN_OF >= len(text)


def _is_prose(text: str, words: Sequence[str], least: int) -> bool:
    """Whether this is prose, with at least so many words that would be known if any were."""
    if len(words) < least:
        return False
    small = [word for word in words if not word[0].isupper()]
    low = [word for word in small if len(word) > 1]
    if len(low) < least or len(set(low)) < _VARIED or len(small) * 2 <= len(words):
        return False
    return len(_STOP.findall(text)) * _SENTENCE >= len(words)


def _reason(here: Mapping[str, float], other: Mapping[str, float]) -> str:
    """The words that tell most."""
    told = sorted((word for word in here if word not in other), key=lambda word: -here[word])
    return ", ".join(told[:_TOLD])


def alarm(table: Table, own: str, judged: Iterable[str] = ()) -> Alarm:
    """The alarm for texts that should be in the language `own`."""
    bits = {lang: 1 << nth for nth, lang in enumerate(
        sorted({lang for langs in table.words.values() for lang in langs})
    )}
    mine, others = set(), {}
    for word, langs in table.words.items():
        if word.isascii() and len(word) > 1:
            names = table.names.get(word, ())
            if own in langs:
                mine.add(word.encode())
            else:
                own_too = own in names
                others[word.encode()] = 0 if own_too else sum(
                    bits[lang] for lang in langs if lang not in names
                )
    loud = {
        word.encode() for word, langs in table.topics.items() if not {own}.issuperset(langs)
        and not set(langs).isdisjoint(judged)
    }
    return Alarm(others, frozenset(mine), frozenset(loud & others.keys()))
