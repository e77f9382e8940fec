"""From a candidate to its finding: its weight in its voice, its words for people, its fixes."""

from __future__ import annotations

from collections.abc import Iterator

from lintwords import later
from lintwords.files.digest import blake2b
from lintwords.fixes.edits import opens_a_line
from lintwords.fixes.safety import Surroundings
from lintwords.grammar.model import SUBJECT
from lintwords.interface import say, to_say
from lintwords.judge.articles import Lead
from lintwords.judge.finding_sentence import passage, side_digests
from lintwords.judge.instead import fitting, lead_before, with_article
from lintwords.judge.scene import Scene
from lintwords.later import once
from lintwords.match.matchers import Candidate
from lintwords.model import Finding, Fix, Passage, Severity, Span, Voice, hull
from lintwords.model.rule import Rule
from lintwords.packs.naming import filled
from lintwords.readers.seen.lead_ins import as_read, is_joined
from lintwords.settings.selection import shown
from lintwords.text.sentences import Sentence
from lintwords.values import replace

_TOLD, _QUOTED, _ASKED, _SUPPOSED, _DENIED = to_say(
    "another says it", "a quotation", "a question or a condition", "told at a distance", "denied"
)
_HYPHENS = ("-", "‐", "‑")
_LOOSE = ("bare", "compound", "tag")  # slots in which the sentence may still hold a verb of it
_WORD = later.pattern(r"\w+")
_AROUND = 5  # words on either side that tell a finding from others with the same words
_REACH = 100  # characters in which they are looked for


def lowered(candidate: Candidate, voice: Voice) -> Severity | None:
    """One step weaker at most, and nothing for what is rebutted or meta."""
    if voice is Voice.META:
        return None
    if voice is Voice.REBUTTED and candidate.rule.is_line:
        return None
    is_weaker = any(holds for holds, _ in _softening(candidate, voice))
    return candidate.severity.weaker if is_weaker else candidate.severity


def softened(candidate: Candidate, voice: Voice) -> list[str]:
    """What makes a finding weaker, in words."""
    return [say(why) for holds, why in _softening(candidate, voice) if holds]


def _softening(candidate: Candidate, voice: Voice) -> Iterator[tuple[bool, str]]:
    """All that can make a finding weaker, and whether it does."""
    slot, governor = candidate.slot, candidate.governor
    yield voice is Voice.ATTRIBUTED, _TOLD
    yield voice is Voice.QUOTED, _QUOTED
    yield bool(slot and slot.asked), _ASKED
    yield bool(slot and slot.supposed), _SUPPOSED
    yield bool(governor and governor.negated and not governor.owed), _DENIED


def around(text: str, span: Span) -> tuple[str, str]:
    """A few words on either side of `span`, by which it is known again after edits elsewhere."""
    before = _WORD.findall(text[max(span.start - _REACH, 0) : span.start].lower())
    after = _WORD.findall(text[span.end : span.end + _REACH].lower())
    return " ".join(before[-_AROUND:]), " ".join(after[:_AROUND])


class FindingMaker:
    """Makes the findings of one document, in their order: the same words are counted."""

    def __init__(self, scene: Scene) -> None:
        self._scene, self._compiled = scene, scene.compiled
        self._seen: dict[bytes, int] = {}  # what a fingerprint is of → how often

    def of(self, candidate: Candidate, sentence: Sentence) -> Finding | None:
        """The finding of a candidate; None where the options or its voice let it be."""
        if candidate.rule.takes_article and not self._lead(candidate, sentence):
            span = with_article(sentence, candidate.span)
            candidate = replace(candidate, span=span)
        if candidate.rule.is_line:
            span = self._scene.with_marks(candidate.span, sentence)
            candidate = replace(candidate, span=span)
        lead = self._lead(candidate, sentence)
        span = Span(lead.start, candidate.span.end) if lead else candidate.span
        if shown(candidate.rule, candidate.severity, self._scene.options) is None:
            return None  # no voice makes it stronger
        if not self._scene.is_ours(span, sentence):
            return None
        voice = self._scene.voice_of(candidate.rule, sentence, span)
        weight = self._weight(candidate, voice)
        if weight is None:
            return None
        return self._made(candidate, sentence, span, lead, voice, weight)

    def silent_voice(self, candidate: Candidate, sentence: Sentence) -> Voice | None:
        """The voice for which nothing is said of a candidate whose rule is on; None for others."""
        scene, rule = self._scene, candidate.rule
        if shown(rule, candidate.severity, scene.options) is None:
            return None
        if not scene.is_ours(candidate.span, sentence):
            return None
        voice = scene.voice_of(rule, sentence, candidate.span)
        return voice if lowered(candidate, voice) is None else None

    def _lead(self, candidate: Candidate, sentence: Sentence) -> Lead | None:
        """The words before a line that its wordings stand for too."""
        rule = candidate.rule
        if candidate.slot is not None or not rule.instead:
            return None
        lead = lead_before(rule, sentence, candidate.span)
        # a rule that takes an article alone leaves "du" to what its wordings are drawn into
        return lead if lead and (lead.has_preposition or not rule.takes_article) else None

    def _weight(self, candidate: Candidate, voice: Voice) -> Severity | None:
        """How heavy a finding in that voice is to who asked; None where it is not shown."""
        severity = lowered(candidate, voice)
        return shown(candidate.rule, severity, self._scene.options, voice) if severity else None

    def _made(
        self, candidate: Candidate, sentence: Sentence, span: Span, lead: Lead | None,
        voice: Voice, weight: Severity,
    ) -> Finding:
        """The finding of a candidate at `span`: of its own words, or with those that lead it."""
        scene, rule = self._scene, candidate.rule
        text, place = scene.segment(sentence).text, sentence.placed(span)
        pieces = scene.pieces(span, sentence)
        whole = hull(pieces)
        source = scene.document.parts[whole.part].text
        words = text[place.start : place.end]
        before, after = around(text, place)
        slot, governor = candidate.slot, candidate.governor
        is_quoted = voice is Voice.QUOTED or scene.voices.is_inside(sentence.segment, place)
        fixes, instead = ((), ()) if is_quoted else self._offered(candidate, sentence, lead, voice)
        return Finding(
            path=scene.document.path, rule=rule.id, category=rule.category, severity=weight,
            lang=rule.lang, message=self._message(rule, voice), why=rule.why,
            text=source[whole.start : whole.end], words=words, voice=voice,
            slot=slot.kind if slot else "", governor=governor.lemma if governor else "",
            at=scene.at(whole), pieces=pieces,
            fingerprint=self._fingerprint(rule, words, sentence),
            fixes=fixes, instead=instead, sources=rule.sources, before=before, after=after,
            sentence=self._passage(sentence, span),
            is_quoted=is_quoted,
        )

    def _passage(self, sentence: Sentence, span: Span) -> Passage:
        """The sentence as a person reads it, with the lines that it stands on."""
        at = once(sentence.here, "place", self._scene.place, sentence.span, sentence)
        rows, here = self._scene.document.segments, sentence.placed(sentence.span)
        near = once(sentence.here, "beside", side_digests, rows, sentence.segment, here)
        segment = rows[sentence.segment]
        text, whole = sentence.text, sentence.span
        if is_joined(segment):
            words = sentence.placed(span)
            read = [
                as_read(self._scene.document, segment, one)
                for one in (Span(here.start, words.start), words, Span(words.end, here.end))
            ]
            text, whole = "".join(read), Span(0, sum(map(len, read)))
            span = Span(len(read[0]), len(read[0]) + len(read[1]))
        found = passage(text, whole, span)
        return found._replace(line=at.line, end_line=at.end_line, beside=near)

    def _offered(
        self, candidate: Candidate, sentence: Sentence, lead: Lead | None, voice: Voice
    ) -> tuple[tuple[Fix, ...], tuple[str, ...]]:
        """The fixes of a candidate, and what to write or to ask where none is sure."""
        made = self._compiled.fix_maker
        if made is None or not candidate.rule.fix:
            return (), self._instead(candidate, sentence, lead, voice)
        scene = self._scene
        around = Surroundings(scene.document, sentence, voice, scene.is_speech(sentence))
        offer = made.offer(candidate, around, scene.voices)
        if offer.fixes or offer.asks:
            return offer.fixes, (offer.asks,) if offer.asks else ()
        return (), self._instead(candidate, sentence, lead, voice)

    def _instead(
        self, candidate: Candidate, sentence: Sentence, lead: Lead | None, voice: Voice
    ) -> tuple[str, ...]:
        """The wordings that fit: number as the verb's, a capital at the start of a sentence."""
        slot, governor = candidate.slot, candidate.governor
        told = voice is Voice.ATTRIBUTED
        texts = tuple(fitting(candidate.rule, sentence, candidate.span, slot, lead, told=told))
        if slot and slot.kind in (*SUBJECT, *_LOOSE):
            unfit = slot.name not in ("group", "adjective")  # a people takes a plural verb
            texts = tuple(t for t in texts if self._compiled.plural.get(t, not unfit) is not unfit)
        after = candidate.span.end
        if slot and slot.kind == "compound" and sentence.text[after : after + 1] in _HYPHENS:
            texts = tuple(t for t in texts if "{head}" in t)  # not "Chinese government-Mexican"
        words = {"head": slot.head if slot else ""}
        if governor:
            words["verb"] = sentence.tokens[governor.at].text
            if "verbs:participle" not in sentence.tokens[governor.at].word.forms:
                texts = tuple(text for text in texts if "{verb}" not in text)
        if slot and not slot.head:
            texts = tuple(text for text in texts if "{head}" not in text)
        texts = tuple(filled(text, words) for text in texts)
        start = lead.start if lead else candidate.span.start
        before = sentence.text[sentence.start : start]
        if any(letter.isalnum() for letter in before) and not self._opens_a_line(
            Span(start, candidate.span.end), sentence
        ):
            return texts
        return tuple(text[:1].upper() + text[1:] for text in texts)

    def _opens_a_line(self, span: Span, sentence: Sentence) -> bool:
        """Whether words with a capital stand after a line that ended without a stop."""
        segment, place = self._scene.segment(sentence), sentence.placed(span)
        is_large = segment.text[place.start : place.start + 1].isupper()
        return is_large and opens_a_line(self._scene.document, segment, place)

    def _message(self, rule: Rule, voice: Voice) -> str:
        if voice is Voice.QUOTED:
            key = "quoted-actor" if rule.fix else "quoted"
            return rule.quoted or self._compiled.pack.says(key)
        if voice is Voice.ATTRIBUTED and rule.is_line:
            # a house's own rule may be one of style, of which nobody has to add what is known
            is_own = rule.path in self._scene.options.packs
            general = rule.title if is_own else self._compiled.pack.says("attributed")
            return rule.attributed or general
        return rule.title

    def _fingerprint(self, rule: Rule, words: str, sentence: Sentence) -> str:
        """Of rule, words and sentence, and how often that came before: no line number in it."""
        around = once(sentence.notes, "bare", _bare, sentence)
        key = blake2b(digest_size=10)
        key.update(f"{rule.id}|{' '.join(words.lower().split())}|{around}".encode(
            "utf-8", "replace"
        ))
        nth = self._seen[key.digest()] = self._seen.get(key.digest(), 0) + 1
        key.update(f"|{nth}".encode())
        return key.hexdigest()


def _bare(sentence: Sentence) -> str:
    """The words of a sentence and nothing else."""
    return " ".join(_WORD.findall(sentence.text[sentence.start : sentence.end].lower()))
