"""A document → the same document, each passage with the language that it is in, and why.

What a document says of its language holds, unless the words of a passage plainly say another. A
passage of a few words follows its surroundings, so that a letterhead, a name, a menu of languages
says nothing; where there are rules for the language that its words tell, they judge it. Inside a
paragraph only stretches of some length are told apart, as a quotation in the original. Most
documents hold nothing that tells another language than that of the rules: a quick look shows it
(`may_differ`), and nothing else is asked of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from lintwords import later
from lintwords.model import Document, Foreign, Kind, Segment, Spoken
from lintwords.prefilter.other_language import Alarm
from lintwords.text.langtag import UNDETERMINED, language, tag
from lintwords.text.languages import Languages, Told
from lintwords.values import replace

PASSAGE = 8  # words; fewer, in another language, are a name or a title
_CLAUSE = 4  # words inside a paragraph, where there are rules for the language that they tell
_ALONE = 14  # words that tell by themselves, also without the end of a sentence
_ENTRY = 30  # words of a heading, an item, a cell
_LIST = 60  # words of short paragraphs together, among others in another language
_QUOTED = later.pattern(r"[»”\"]\s*\Z")
_LOOK = 32_000  # characters that are asked about at once
_END = later.pattern(r"[.!?…。！？]['\"”’»)\]\s]*\Z")
# where a passage may change its language: at the end of a sentence, at a quotation, at a colon
_PIECE = later.pattern(r"(?:[.!?…:;](?=\s)|[。！？；：]|[«»„“”\"()–—\n])+")
_BY_WORDS = "its words: {}"
_SAYS = "the document says so"
_AROUND = "what stands around it"


def may_differ(document: Document, own: str, alarm: Alarm) -> bool:
    """Whether something in `document` says or may tell another language than `own`."""
    if not {None, own}.issuperset(_said(document)):
        return True
    return _stirs(document.segments, alarm)


def as_said(document: Document) -> Document:
    """A document in one language, as it says itself."""
    lang = tag(document.lang) if document.lang else None
    return document if lang == document.lang else replace(document, lang=lang)


def with_passage_languages(document: Document, languages: Languages) -> Document:
    """A document, each segment with its language; `spoken` says which there are, and why."""
    return _Telling(document, languages, _said(document)).document()


def _said(document: Document) -> list[str | None]:
    """The language that each segment says it is in, itself or with the whole document."""
    langs = (segment.lang or document.lang for segment in document.segments)
    return [language(lang) if lang else None for lang in langs]


def _stirs(segments: Sequence[Segment], alarm: Alarm) -> bool:
    """Whether something in the text may be in another language."""
    texts: list[str] = []
    size = 0
    for segment in segments:
        texts.append(segment.text)
        size += len(segment.text)
        if size > _LOOK:
            if alarm.hears("\n\n".join(texts)):
                return True
            texts, size = [], 0
    return bool(texts) and alarm.hears("\n\n".join(texts))


class _Telling:
    """Tells the languages of one document."""

    def __init__(
        self, document: Document, languages: Languages, said: Sequence[str | None]
    ) -> None:
        self._document, self._languages, self._said = document, languages, said
        self._told = [languages.tell(segment.text) for segment in document.segments]
        self._why: dict[str, Counter[str]] = {}
        self._langs: list[str | None] = [
            self._plain(row, segment, lang)
            for row, segment, lang in zip(self._told, document.segments, said, strict=True)
        ]

    def document(self) -> Document:
        document = self._document
        main = self._main()
        self._decide_short(main)
        main = self._without_other(main)
        segments = tuple(
            self._marked(segment, lang or main, main)
            for segment, lang in zip(document.segments, self._langs, strict=True)
        )
        return replace(
            document, lang=main, segments=segments, spoken=self._spoken(segments, main)
        )

    def _plain(self, row: Told, segment: Segment, said: str | None) -> str | None:
        """The language of a passage that is told by itself; one without rules must be long."""
        if row.lang is None or row.lang == said or row.lang in self._languages.judged:
            return row.lang
        return row.lang if _is_long(row, segment.text, segment.kind) else None

    def _main(self) -> str | None:
        """The language of most of the document."""
        words: Counter[str] = Counter()
        for row, lang in zip(self._told, self._langs, strict=True):
            if lang:
                words[lang] += row.words
        if words:
            return max(words, key=lambda lang: words[lang])
        whole = self._languages.tell("\n".join(s.text for s in self._document.segments))
        declared = Counter(lang for lang in self._said if lang)
        most = declared.most_common(1)[0][0] if declared else None
        return most if whole.lang is None or (whole.words < _ALONE and most) else whole.lang

    def _decide_short(self, main: str | None) -> None:
        """Give what is not told by itself the language of its surroundings."""
        distrusted = self._distrusted()
        for first, end in self._gaps():
            before = self._langs[first - 1] if first else None
            after = self._langs[end] if end < len(self._langs) else None
            around = before or after if before in (None, after) or after is None else None
            text = "\n".join(s.text for s in self._document.segments[first:end])
            row = self._languages.tell(text) if end - first > 1 else self._told[first]
            least = _LIST if around else _ALONE
            together = row.lang if end - first > 1 and row.words >= least else None
            for at in range(first, end):
                said = self._document.segments[at].lang and self._said[at]
                told = self._told[at].lang
                near = told if told in (self._languages.own, before, after) else None
                lang = (
                    (said if said not in distrusted else None)
                    or together or near or around or before or after or main
                )
                text = self._document.segments[at].text
                is_own = not told and lang and self._languages.spells(text, lang)
                self._langs[at] = self._languages.own if is_own else lang

    def _without_other(self, main: str | None) -> str | None:
        """Let no short passages be in a language that all of them together are not in.

        Gives the language of most of the document, which may be none that is known.
        """
        segments = self._document.segments
        for lang in self._languages.judged.intersection(filter(None, (*self._langs, main))):
            here = [at for at, one in enumerate(self._langs) if (one or main) == lang]
            text = "\n".join(segments[at].text for at in here)
            if self._languages.is_other(lang, text[:_LOOK]):
                for at in here:
                    self._langs[at] = UNDETERMINED
                main = UNDETERMINED if main == lang else main
        return main

    def _distrusted(self) -> set[str]:
        """What is said of passages whose words say another language more often than not."""
        right: Counter[str] = Counter()
        for row, lang, said in zip(self._told, self._langs, self._said, strict=True):
            if lang and said:
                right[said] += row.words if lang == said else -row.words
        return {said for said, number in right.items() if number < 0}

    def _gaps(self) -> Iterator[tuple[int, int]]:
        """The stretches of segments that are not told by themselves."""
        first = None
        for at, lang in enumerate((*self._langs, "")):
            if lang is None:
                first = at if first is None else first
            elif first is not None:
                yield first, at
                first = None

    # -- inside a paragraph -----------------------------------------------------------------

    def _marked(self, segment: Segment, lang: str | None, main: str | None) -> Segment:
        foreign = tuple(self._inside(segment, lang or self._languages.own))
        own = None if lang == main else lang
        if own == segment.lang and not foreign:
            return segment
        return replace(segment, lang=own, foreign=foreign)

    def _inside(self, segment: Segment, lang: str) -> Iterator[Foreign]:
        """Stretches of a paragraph in another language than the paragraph."""
        tell, text = self._languages.tell, segment.text
        is_own = lang == self._languages.own and not self._languages.kin
        if is_own and not self._languages.alarm.hears(text):
            return
        pieces = list(_pieces(text))
        langs = [self._tell_inside(text[start:end], lang) for start, end in pieces]
        for other in dict.fromkeys(one for one in langs if one and one != lang):
            at = 0
            while at < len(pieces):
                if langs[at] != other:
                    at += 1
                    continue
                last = end = at
                while end < len(pieces) and langs[end] in (other, None):
                    last = end if langs[end] == other else last
                    end += 1
                start, stop = pieces[at][0], pieces[last][1]
                row = tell(text[start:stop], lang)
                is_it = other in (row.lang, self._tell_inside(text[start:stop], lang))
                whole = text[start:stop] if segment.kind is Kind.PROSE else ""
                is_own = other == self._languages.own
                is_sentence = other in self._languages.judged and row.words >= _CLAUSE
                if is_it and (
                    is_own or is_sentence or _is_long(row, whole, segment.kind)
                ):
                    yield Foreign(start, stop, other)
                at = last + 1

    def _tell_inside(self, text: str, lang: str) -> str | None:
        """The language of a stretch of a paragraph in `lang`, as far as it is told."""
        told = self._languages.tell(text, lang).lang
        if told is None and self._languages.spells(text, lang):
            if _END.search(text):
                return self._languages.own
            own = self._languages.tell(text)
            if own.words >= _CLAUSE and _QUOTED.search(text):
                return own.lang
        return told

    # -- what there is ----------------------------------------------------------------------

    def _spoken(self, segments: Sequence[Segment], main: str | None) -> tuple[Spoken, ...]:
        """The languages of the document, that of most words first."""
        words: Counter[str] = Counter()
        told: dict[str, Counter[str]] = {}
        against: dict[str, Counter[str]] = {}
        for segment, row, said in zip(segments, self._told, self._said, strict=True):
            lang = segment.lang or main or self._languages.own
            inside = sum(len(segment.text[f.start : f.end].split()) for f in segment.foreign)
            words[lang] += max(row.words - inside, 0)
            why = told.setdefault(lang, Counter())
            if row.lang == lang and row.why:
                why.update(row.why.split(", "))
            if said and said != lang and row.lang == lang:
                against.setdefault(lang, Counter())[said] += row.words
            for start, end, other in segment.foreign:
                there = self._languages.tell(segment.text[start:end])
                words[other] += there.words
                told.setdefault(other, Counter()).update(there.why.split(", "))
        return tuple(
            Spoken(
                lang, number, _reason(told.get(lang, Counter()), lang in self._said),
                next((said for said, _ in against.get(lang, Counter()).most_common(1)), ""),
            )
            for lang, number in words.most_common()
        )


def _is_long(row: Told, text: str, kind: Kind) -> bool:
    """Whether a passage is more than a name or a title."""
    least = _ALONE if kind is Kind.PROSE else _ENTRY
    return row.words >= least or (row.words >= PASSAGE and _END.search(text) is not None)


def _reason(told: Counter[str], is_said: bool) -> str:
    if not told:
        return _SAYS if is_said else _AROUND
    words = ", ".join(word for word, _ in told.most_common(4))
    return words if words.startswith(("its ", "no ")) else _BY_WORDS.format(words)


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Stretches of a paragraph that are each in one language."""
    start = 0
    for mark in _PIECE.finditer(text):
        if text[start : mark.start()].strip():
            yield start, mark.end()
        start = mark.end()
    if text[start:].strip():
        yield start, len(text)
