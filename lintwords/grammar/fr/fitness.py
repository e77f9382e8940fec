"""French: whether a wording would leave words beside it that can no longer agree.

Where "elle" or "membre" goes on speaking of the country, a plural or a masculine would be wrong as
it stands: it is not offered.
"""

from __future__ import annotations

from bisect import bisect_left

from lintwords.grammar.fr import statehood
from lintwords.grammar.fr.mention_context import MentionContext
from lintwords.grammar.fr.phrases import noun_phrase, whole_phrase
from lintwords.grammar.fr.pronouns import is_feminine, keeps_more_than_a_pronoun, next_sentence
from lintwords.grammar.model import Rewrite
from lintwords.later import once
from lintwords.model import reasons
from lintwords.text.tokens import Token

_SHE, _ONE, _THEY = "function.back-she", "function.back-singular", "function.back-they"
_OPENING = 3  # words of the next sentence in which it says of whom it speaks
_APPOSED = 4  # words in which an apposition tells what the country is
_OTHERS = ("nouns.person", "nouns.victim", "nouns.kin")


def is_out_of_number(mention: MentionContext, rewrite: Rewrite) -> bool:
    """A plural beside "ses engagements", "lui", "membre du Conseil"."""
    return rewrite.doubt == reasons.POINTED_AT and not _is_anothers(mention)


def leaves_a_pronoun(mention: MentionContext, rewrite: Rewrite) -> bool:
    """A plural beside "ses engagements" or "lui", and beside nothing else that is of one."""
    return is_out_of_number(mention, rewrite) and not keeps_more_than_a_pronoun(
        mention.slot, mention.read, rewrite.changes
    )


def leaves_she(mention: MentionContext, rewrite: Rewrite) -> bool:
    """Whether "elle", of the country, stays as the wording leaves it."""
    changed = {change.span.start for change in rewrite.changes}
    return any(token is None or token.start not in changed for token in _shes(mention))


def leaves_an_attribute(mention: MentionContext, rewrite: Rewrite) -> bool:
    """Whether an attribute that is surely of the subject stays unchanged.

    "se voit accusée", "Pour être reconnue, la Chine".
    """
    if not mention.acts or mention.slot.listed:
        return False
    changed = {change.span.start for change in rewrite.changes}
    return any(mention.tokens[at].start not in changed for at in _attributes(mention))


def _attributes(mention: MentionContext) -> list[int]:
    """What is said of the subject right after its verb, or of who is to be so in front of it."""
    read, found = mention.read, []
    for governor in mention.slot.governors:
        after = read.skip(governor.end)
        own = governor.at > mention.slot.token and not is_feminine(mention, governor.at)
        closes = read.tag(after + 1) not in ("D", "N", "Z")  # not "déclare nulle la loi"
        if own and closes and read.tag(after) in ("J", "E") and is_feminine(mention, after):
            found.append(after)
    for at in range(1, mention.start - 1):
        infinitive = read.has(at - 1, "function.be") and (
            "verbs:base" in mention.tokens[at - 1].word.forms
        )
        if infinitive and read.tag(mention.start - 1) == "," and read.tags[at] in ("J", "E"):
            if is_feminine(mention, at):
                found.append(at)
    return found


def has_she(mention: MentionContext) -> bool:
    """Whether the country is called "elle" in its sentence, or at the start of the next."""
    return bool(_shes(mention))


def _shes(mention: MentionContext) -> list[Token | None]:
    """Each "elle" of the country; None for one in the next sentence, which nothing changes."""
    return once(mention.notes, "shes", _find_shes, mention)


def _find_shes(mention: MentionContext) -> list[Token | None]:
    if mention.slot.name not in ("country", "formal", "cold-war"):
        return []
    first = 0 if mention.acts else mention.end
    found: list[Token | None] = [
        mention.tokens[at] for at in range(first, len(mention.tokens))
        if mention.read.has(at, _SHE) and mention.tags[at - 1] != "-"
        and not _has_woman(mention, min(at, mention.slot.token), at)
        and not _is_another(mention, at)
    ]
    found += [mention.tokens[at] for at in _objects(mention)]
    if _opens_next(mention, _SHE) and (
        not _has_woman(mention, 0, len(mention.tokens)) and not _has_her_subject(mention)
    ):
        found.append(None)
    return found


def _is_another(mention: MentionContext, at: int) -> bool:
    """"raison pour laquelle"; "Elle sait que la Chine", who governs the clause of the mention."""
    if mention.read.has(at, "function.relative") or mention.tokens[at].low.endswith("laquelle"):
        before = mention.read.back(at, "P")
        return mention.read.tag(before) == "N" and before != mention.slot.token
    opens_a_clause = mention.read.tag(at - 1) in ("S", "W")
    led = mention.read.tag(mention.start - 1) in ("S", "W")
    return at < mention.start and led and not opens_a_clause


def _objects(mention: MentionContext) -> list[int]:
    """"la forcer", "la contraindre": the country, where no other feminine stands between."""
    found: list[int] = []
    for at in mention.after:
        if mention.tags[at] == "D" and mention.read.has(at, "function.feminine"):
            break
        # "à la traîne"
        article = mention.read.tag(at - 1) == "P" and mention.read.tag(at + 1) != "B"
        if mention.tags[at] == "Q" and mention.tokens[at].low == "la" and not article:
            found.append(at)
    return found


def _has_her_subject(mention: MentionContext) -> bool:
    """"La Commission condamne la Chine. Elle …": she who acts in the sentence."""
    acts = mention.acts or mention.start < 2
    return not acts and mention.read.has(0, "function.feminine") \
        and mention.read.tag(1) in ("N", "Z")


def is_one_of_several_states(mention: MentionContext) -> bool:
    """Whether a government would stand beside a country, of another kind.

    "la Russie et la Chine".
    """
    return mention.slot.listed and any(
        statehood.is_state(mention, at) for at in mention.everywhere if at != mention.slot.token
    )


def is_apposed(mention: MentionContext) -> bool:
    """Whether it is set beside what it is called: "Son voisin, la Chine, a"."""
    comma, opening = mention.start - 1, mention.read.skip(0, 'R"C')
    if not mention.acts or mention.read.tag(comma) != "," or mention.read.tag(mention.end) != ",":
        return False
    drawn = mention.read.tag(opening) == "O" and "'" in mention.tokens[opening].low  # "l'autre"
    phrase = noun_phrase(mention.read, opening + drawn, coordinated=False)
    opens = drawn or mention.read.tag(opening) == "D"
    return opens and phrase.end == comma and bool(phrase.heads) and (
        not mention.read.has(phrase.heads[0], "function.time")
    )


def is_described_as_land(mention: MentionContext) -> bool:
    """Whether what a clause says it has is no government's.

    "la Chine, dont la production a doublé".
    """
    at = mention.read.skip(mention.end, ',R"')
    if mention.slot.kind == "adjective" or not mention.read.has(at, "function.relative-of"):
        return False
    heads = whole_phrase(mention.read, mention.read.skip(at + 1)).heads
    return mention.holds(heads[:1], "words.of-the-land")


def is_only_a_state(mention: MentionContext) -> bool:
    """Whether it is or has what no government does.

    "la Chine, membre de l'ONU", "son adhésion", "ce pays".
    """
    if mention.slot.kind == "adjective":
        return False
    if mention.read.tag(mention.end) == "," and _names_a_state(mention, mention.end + 1):
        return True
    if mention.read.tag(mention.start - 1) == ",":
        opening = mention.read.skip(0, 'PDR"')
        if opening < mention.start and mention.has(opening, "words.only-a-state"):
            return True
    if any(mention.read.has(at - 1, "function.possessive") for at in mention.where("words.joins")):
        return True
    return any(at > mention.slot.token for at in mention.where("words.that-country"))


def _names_a_state(mention: MentionContext, at: int) -> bool:
    """", membre de l'ONU", ", l'un des membres permanents": what an apposition begins with."""
    if mention.read.tag(at) not in ("D", "N", "O", "J", "#"):
        return False
    for spot in range(at, at + _APPOSED):
        if mention.has(spot, "words.only-a-state"):
            return True
        if mention.read.tag(spot) not in ("D", "N", "O", "J", "#", "P"):
            return False
    return False


def is_of_another_number(mention: MentionContext, rewrite: Rewrite) -> bool:
    """Whether a word agrees with the number of the name, not of the wording.

    "les autorités, qui a", "c'est les autorités"; "le gouvernement … leurs" for a people; "les
    autorités. Ils".
    """
    if rewrite.plural is None:
        return False
    if (rewrite.plural and _may_open_a_clause(mention)) or _is_forced(mention, rewrite):
        return True
    if rewrite.plural and _is_pointed_out(mention):
        return True
    at = mention.end + (mention.read.tag(mention.end) == ",")
    who = mention.read.has(at, "function.relative-subject")
    if mention.slot.name != "group":
        return rewrite.plural and who
    if who and not rewrite.plural:
        return True
    later = mention.after
    if not rewrite.plural:
        return mention.read.holds(later, "function.back-plural") or _opens_next(mention, _THEY)
    if mention.read.holds(later, _THEY):
        return True
    return _opens_next(mention, _THEY) \
        and not _has_person(mention, mention.end, len(mention.tokens))


def _is_pointed_out(mention: MentionContext) -> bool:
    """Whether "c'est" stands before it, which would be "ce sont" before several."""
    read = mention.read
    verb = read.back(mention.start, '!R"')
    subject = read.back(verb, '!Q"')
    return read.has(verb, "function.be") and (
        read.has(verb - 1, "function.anticipatory") or read.has(subject, "function.anticipatory")
    )


def _may_open_a_clause(mention: MentionContext) -> bool:
    """"La Chine cadenasse la presse": a verb that no list holds would stay in the singular."""
    if mention.slot.kind != "bare" or mention.slot.governors:
        return False
    if mention.end >= len(mention.tokens) or mention.tokens[mention.end].word.classes:
        return False
    opens = mention.read.tag(mention.start - 1) in ("", ",", "C", "S", "W", ":", "=")
    return opens and mention.tokens[mention.end].low.isalpha()


def _is_forced(mention: MentionContext, rewrite: Rewrite) -> bool:
    """"auprès de la Chine et l'obliger": an object of its own verb stays in the singular."""
    if not rewrite.plural or mention.acts:
        return False
    return any(
        mention.tags[at] == "Q" and mention.tokens[at].low == "l'"
        and mention.read.tag(at + 1) == "B"
        and mention.read.tag(at - 1) in ("C", "P")
        and "N" not in mention.tags[mention.end : at]
        for at in mention.after
    )


def is_followed_by_they(mention: MentionContext) -> bool:
    """Whether a people is "ils" in this sentence or at the start of the next.

    "les Chinois … ils".
    """
    later = mention.after
    they = mention.read.holds(later, _THEY) or _opens_next(mention, _THEY)
    return mention.slot.name == "group" and they


def _opens_next(mention: MentionContext, cls: str) -> bool:
    """"Elle …", "Si elle …", "Mais ils …": who the next sentence speaks of first."""
    opening = next_sentence(mention.sentence).tokens[:_OPENING]
    return any(cls in token.classes for token in opening)


def leaves_they(mention: MentionContext) -> bool:
    """Whether the next sentence has a plural of nobody who was named.

    "condamner la Chine. Ils …".
    """
    if mention.slot.name != "country" or not _opens_next(mention, _THEY):
        return False
    return not any(
        tag == "N" and "nouns:plural" in token.word.forms
        for tag, token in zip(mention.tags, mention.tokens, strict=False)
    )


def _is_anothers(mention: MentionContext) -> bool:
    """"emprisonne un moine et ses frères": each such word follows a person, who may own it."""
    first = 0 if mention.acts else mention.slot.token
    spots = [at for at in range(first, len(mention.tokens)) if mention.read.has(at, _ONE)]
    return bool(spots) and all(
        at > mention.end and _has_person(mention, mention.end, at) for at in spots
    )


def _has_woman(mention: MentionContext, first: int, end: int) -> bool:
    """Whether one person is named between two tokens who may be "elle"."""
    women = once(mention.sentence.notes, "women", _women, mention)
    nth = bisect_left(women, first)
    near = women[nth : nth + 2]  # one of them may be the mention
    return any(at < end and at != mention.slot.token for at in near)


def _women(mention: MentionContext) -> list[int]:
    """Where one person is named in the sentence who may be "elle"."""
    return [
        at for at in mention.everywhere
        if _is_person(mention, at)
        and not mention.read.has(at - 1, "function.masculine")
        and not ("nouns:plural" in mention.tokens[at].word.forms
                 and "nouns:singular" not in mention.tokens[at].word.forms)
    ]


def _has_person(mention: MentionContext, first: int, end: int) -> bool:
    """Whether a person is named between two tokens."""
    return any(
        at != mention.slot.token and _is_person(mention, at) for at in range(first, end)
    )


def _is_person(mention: MentionContext, at: int) -> bool:
    return mention.tags[at] == "N" and (
        any(mention.has(at, cls) for cls in _OTHERS)
        or (at > 0 and mention.tokens[at].text[:1].isupper() and mention.tags[at - 1] == "N")
    )
