"""French: whether a wording would leave words beside it that can no longer agree.

Where "elle" or "membre" goes on speaking of the country, a plural or a masculine would be wrong as
it stands: it is not offered.
"""

from __future__ import annotations

from lintwords.grammar.fr import statehood
from lintwords.grammar.fr.asked import MentionContext
from lintwords.grammar.fr.phrases import noun_phrase, whole_phrase
from lintwords.grammar.fr.pronouns import is_feminine, keeps_more_than_a_pronoun, next_sentence
from lintwords.grammar.model import Rewrite
from lintwords.model import reasons
from lintwords.text.tokens import Token

_SHE, _ONE, _THEY = "function.back-she", "function.back-singular", "function.back-they"
_OPENING = 3  # words of the next sentence in which it says of whom it speaks
_APPOSED = 4  # words in which an apposition tells what the country is
_OTHERS = ("nouns.person", "nouns.victim", "nouns.kin")


def is_out_of_number(asked: MentionContext, rewrite: Rewrite) -> bool:
    """A plural beside "ses engagements", "lui", "membre du Conseil"."""
    return rewrite.doubt == reasons.POINTED_AT and not _is_anothers(asked)


def leaves_a_pronoun(asked: MentionContext, rewrite: Rewrite) -> bool:
    """A plural beside "ses engagements" or "lui", and beside nothing else that is of one."""
    return is_out_of_number(asked, rewrite) and not keeps_more_than_a_pronoun(
        asked.slot, asked.read, rewrite.changes
    )


def leaves_she(asked: MentionContext, rewrite: Rewrite) -> bool:
    """Whether "elle", of the country, stays as the wording leaves it."""
    changed = {change.span.start for change in rewrite.changes}
    return any(token is None or token.start not in changed for token in _shes(asked))


def leaves_an_attribute(asked: MentionContext, rewrite: Rewrite) -> bool:
    """Whether an attribute that is surely of the subject stays unchanged.

    "se voit accusée", "Pour être reconnue, la Chine".
    """
    if not asked.acts or asked.slot.listed:
        return False
    changed = {change.span.start for change in rewrite.changes}
    return any(asked.tokens[at].start not in changed for at in _attributes(asked))


def _attributes(asked: MentionContext) -> list[int]:
    """What is said of the subject right after its verb, or of who is to be so in front of it."""
    read, found = asked.read, []
    for governor in asked.slot.governors:
        after = read.skip(governor.end)
        own = governor.at > asked.slot.token and not is_feminine(asked, governor.at)
        closes = read.tag(after + 1) not in ("D", "N", "Z")  # not "déclare nulle la loi"
        if own and closes and read.tag(after) in ("J", "E") and is_feminine(asked, after):
            found.append(after)
    for at in range(1, asked.start - 1):
        infinitive = read.has(at - 1, "function.be") and (
            "verbs:base" in asked.tokens[at - 1].word.forms
        )
        if infinitive and read.tag(asked.start - 1) == "," and read.tags[at] in ("J", "E"):
            if is_feminine(asked, at):
                found.append(at)
    return found


def has_she(asked: MentionContext) -> bool:
    """Whether the country is called "elle" in its sentence, or at the start of the next."""
    return bool(_shes(asked))


def _shes(asked: MentionContext) -> list[Token | None]:
    """Each "elle" of the country; None for one in the next sentence, which nothing changes."""
    if asked.slot.name not in ("country", "formal", "cold-war"):
        return []
    first = 0 if asked.acts else asked.end
    found: list[Token | None] = [
        asked.tokens[at] for at in range(first, len(asked.tokens))
        if asked.read.has(at, _SHE) and asked.tags[at - 1] != "-"
        and not _has_woman(asked, min(at, asked.slot.token), at)
        and not _is_another(asked, at)
    ]
    found += [asked.tokens[at] for at in _objects(asked)]
    if _opens_next(asked, _SHE) and (
        not _has_woman(asked, 0, len(asked.tokens)) and not _has_her_subject(asked)
    ):
        found.append(None)
    return found


def _is_another(asked: MentionContext, at: int) -> bool:
    """"raison pour laquelle"; "Elle sait que la Chine", who governs the clause of the mention."""
    if asked.read.has(at, "function.relative") or asked.tokens[at].low.endswith("laquelle"):
        before = asked.read.back(at, "P")
        return asked.read.tag(before) == "N" and before != asked.slot.token
    opens_a_clause = asked.read.tag(at - 1) in ("S", "W")
    led = asked.read.tag(asked.start - 1) in ("S", "W")
    return at < asked.start and led and not opens_a_clause


def _objects(asked: MentionContext) -> list[int]:
    """"la forcer", "la contraindre": the country, where no other feminine stands between."""
    found: list[int] = []
    for at in asked.after:
        if asked.tags[at] == "D" and asked.read.has(at, "function.feminine"):
            break
        article = asked.read.tag(at - 1) == "P" and asked.read.tag(at + 1) != "B"  # "à la traîne"
        if asked.tags[at] == "Q" and asked.tokens[at].low == "la" and not article:
            found.append(at)
    return found


def _has_her_subject(asked: MentionContext) -> bool:
    """"La Commission condamne la Chine. Elle …": she who acts in the sentence."""
    acts = asked.acts or asked.start < 2
    return not acts and asked.read.has(0, "function.feminine") and asked.read.tag(1) in ("N", "Z")


def is_one_of_several_states(asked: MentionContext) -> bool:
    """Whether a government would stand beside a country, of another kind.

    "la Russie et la Chine".
    """
    return asked.slot.listed and any(
        statehood.is_state(asked, at) for at in asked.everywhere if at != asked.slot.token
    )


def is_apposed(asked: MentionContext) -> bool:
    """Whether it is set beside what it is called: "Son voisin, la Chine, a"."""
    comma, opening = asked.start - 1, asked.read.skip(0, 'R"C')
    if not asked.acts or asked.read.tag(comma) != "," or asked.read.tag(asked.end) != ",":
        return False
    drawn = asked.read.tag(opening) == "O" and "'" in asked.tokens[opening].low  # "l'autre"
    phrase = noun_phrase(asked.read, opening + drawn, coordinated=False)
    opens = drawn or asked.read.tag(opening) == "D"
    return opens and phrase.end == comma and bool(phrase.heads) and (
        not asked.read.has(phrase.heads[0], "function.time")
    )


def is_described_as_land(asked: MentionContext) -> bool:
    """Whether what a clause says it has is no government's.

    "la Chine, dont la production a doublé".
    """
    at = asked.read.skip(asked.end, ',R"')
    if asked.slot.kind == "adjective" or not asked.read.has(at, "function.relative-of"):
        return False
    heads = whole_phrase(asked.read, asked.read.skip(at + 1)).heads
    return asked.holds(heads[:1], "words.of-the-land")


def is_only_a_state(asked: MentionContext) -> bool:
    """Whether it is or has what no government does.

    "la Chine, membre de l'ONU", "son adhésion", "ce pays".
    """
    if asked.slot.kind == "adjective":
        return False
    if asked.read.tag(asked.end) == "," and _names_a_state(asked, asked.end + 1):
        return True
    if asked.read.tag(asked.start - 1) == ",":
        opening = asked.read.skip(0, 'PDR"')
        if opening < asked.start and asked.has(opening, "words.only-a-state"):
            return True
    for at in asked.everywhere:
        joins = asked.has(at, "words.joins") and asked.read.has(at - 1, "function.possessive")
        if joins or at > asked.slot.token and asked.has(at, "words.that-country"):
            return True
    return False


def _names_a_state(asked: MentionContext, at: int) -> bool:
    """", membre de l'ONU", ", l'un des membres permanents": what an apposition begins with."""
    if asked.read.tag(at) not in ("D", "N", "O", "J", "#"):
        return False
    for spot in range(at, at + _APPOSED):
        if asked.has(spot, "words.only-a-state"):
            return True
        if asked.read.tag(spot) not in ("D", "N", "O", "J", "#", "P"):
            return False
    return False


def is_of_another_number(asked: MentionContext, rewrite: Rewrite) -> bool:
    """Whether a word agrees with the number of the name, not of the wording.

    "les autorités, qui a"; "le gouvernement … leurs" for a people; "les autorités. Ils".
    """
    if rewrite.plural is None:
        return False
    if rewrite.plural and _may_open_a_clause(asked) or _is_forced(asked, rewrite):
        return True
    at = asked.end + (asked.read.tag(asked.end) == ",")
    who = asked.read.has(at, "function.relative-subject")
    if asked.slot.name != "group":
        return rewrite.plural and who
    if who and not rewrite.plural:
        return True
    later = asked.after
    if not rewrite.plural:
        return asked.read.holds(later, "function.back-plural") or _opens_next(asked, _THEY)
    if asked.read.holds(later, _THEY):
        return True
    return _opens_next(asked, _THEY) and not _has_person(asked, asked.end, len(asked.tokens))


def _may_open_a_clause(asked: MentionContext) -> bool:
    """"La Chine cadenasse la presse": a verb that no list holds would stay in the singular."""
    if asked.slot.kind != "bare" or asked.slot.governors:
        return False
    if asked.end >= len(asked.tokens) or asked.tokens[asked.end].word.classes:
        return False
    opens = asked.read.tag(asked.start - 1) in ("", ",", "C", "S", "W", ":", "=")
    return opens and asked.tokens[asked.end].low.isalpha()


def _is_forced(asked: MentionContext, rewrite: Rewrite) -> bool:
    """"auprès de la Chine et l'obliger": an object of its own verb stays in the singular."""
    if not rewrite.plural or asked.acts:
        return False
    return any(
        asked.tags[at] == "Q" and asked.tokens[at].low == "l'" and asked.read.tag(at + 1) == "B"
        and asked.read.tag(at - 1) in ("C", "P")
        and "N" not in asked.tags[asked.end : at]
        for at in asked.after
    )


def is_followed_by_they(asked: MentionContext) -> bool:
    """Whether a people is "ils" in this sentence or at the start of the next.

    "les Chinois … ils".
    """
    later = asked.after
    they = asked.read.holds(later, _THEY) or _opens_next(asked, _THEY)
    return asked.slot.name == "group" and they


def _opens_next(asked: MentionContext, cls: str) -> bool:
    """"Elle …", "Si elle …", "Mais ils …": who the next sentence speaks of first."""
    opening = next_sentence(asked.sentence).tokens[:_OPENING]
    return any(cls in token.classes for token in opening)


def leaves_they(asked: MentionContext) -> bool:
    """Whether the next sentence has a plural of nobody who was named.

    "condamner la Chine. Ils …".
    """
    if asked.slot.name != "country" or not _opens_next(asked, _THEY):
        return False
    return not any(
        tag == "N" and "nouns:plural" in token.word.forms
        for tag, token in zip(asked.tags, asked.tokens, strict=False)
    )


def _is_anothers(asked: MentionContext) -> bool:
    """"emprisonne un moine et ses frères": each such word follows a person, who may own it."""
    first = 0 if asked.acts else asked.slot.token
    spots = [at for at in range(first, len(asked.tokens)) if asked.read.has(at, _ONE)]
    return bool(spots) and all(
        at > asked.end and _has_person(asked, asked.end, at) for at in spots
    )


def _has_woman(asked: MentionContext, first: int, end: int) -> bool:
    """Whether one person is named between two tokens who may be "elle"."""
    return any(
        _has_person(asked, at, at + 1)
        and not asked.read.has(at - 1, "function.masculine")
        and not ("nouns:plural" in asked.tokens[at].word.forms
                 and "nouns:singular" not in asked.tokens[at].word.forms)
        for at in range(first, end)
    )


def _has_person(asked: MentionContext, first: int, end: int) -> bool:
    """Whether a person is named between two tokens."""
    return any(
        at != asked.slot.token and asked.tags[at] == "N" and (
            any(asked.has(at, cls) for cls in _OTHERS)
            or at > 0 and asked.tokens[at].text[:1].isupper() and asked.tags[at - 1] == "N"
        )
        for at in range(first, end)
    )
