"""French: doubts about what stands around a mention: its own government, a person, another's words.

Each test is asked of one mention; what words they look for stands in the lexicon.
"""

from __future__ import annotations

from lintwords.grammar.fr import statehood
from lintwords.grammar.fr.mention_context import MentionContext
from lintwords.grammar.fr.phrases import holds_article
from lintwords.grammar.fr.pronouns import next_sentence
from lintwords.grammar.fr.tags import tagged
from lintwords.grammar.tagged import Tagged

_PERSONS = ("nouns.person", "nouns.victim", "nouns.kin", "nouns.leader")
_SPEAKERS = ("nouns.leader", "nouns.organ", "words.may-speak")
_SIGNED = 6  # words that the name of who says so may take behind a colon
_CLAUSE = 4  # words after "il est" in which "de" or "que" shows that nobody is meant
_OPENING = 3  # words of the next sentence in which it says of whom it speaks
_OBJECT = 5  # words after a verb in which its object is named
_NAMED_SO = 12  # words after "parler de" in which "comme" stands


def is_beside_its_government(mention: MentionContext) -> bool:
    """Whether its own government is told from the country.

    "la Chine a fermé l'école, et le gouvernement se tait".
    """
    if mention.slot.kind == "adjective":
        return False
    return any(
        mention.has(at, "words.own-government") or _is_bare_government(mention, at)
        for at in mention.everywhere
    )


def _is_bare_government(mention: MentionContext, at: int) -> bool:
    """"le gouvernement", "les autorités", with no word that says whose."""
    if not mention.has(at, "words.a-government") \
            or mention.read.tag(at + 1) in ("J", "N", "K", "Z"):
        return False
    before = at - 1
    definite = mention.read.has(before, "function.article-definite")
    drawn = mention.read.tag(before) == "P" and holds_article(mention.read, before)
    if not (definite or drawn) or mention.read.has(at + 1, "function.possessive"):
        return False
    return not (mention.read.tag(at + 1) == "P" and mention.read.has(at + 1, "function.of")) and (
        not mention.has(at + 1, "function.contracted")
    )


def is_foul_trade(mention: MentionContext) -> bool:
    """Whether its firms may do so: "le dumping pratiqué par la Chine"."""
    named = mention.slot.kind == "agent" and mention.stands("words.foul-trade")
    return named and mention.governs("words.practises")


def is_from_the_first_years(mention: MentionContext) -> bool:
    """Whether an act began under another government.

    "l'occupation par la Chine, déjà avant 1951".
    """
    return mention.slot.kind in ("agent", "possessive") and (
        mention.stands("words.first-years")
    )


def is_answering_for_goods(mention: MentionContext) -> bool:
    """Whether those who make goods answer for them.

    "tenir la Chine pour responsable de la qualité des jouets".
    """
    return mention.stands("words.answers-for") and mention.stands("words.quality")


def is_making_progress(mention: MentionContext) -> bool:
    """Whether a country makes progress: "accomplir des progrès"."""
    return any(
        mention.has(at, "words.makes")
        and mention.holds(range(at + 1, at + _OBJECT), "words.progress")
        for at in range(mention.end if mention.acts else 0, len(mention.tokens))
    )


def is_changing_its_creed(mention: MentionContext) -> bool:
    """Whether a whole society changes.

    "en devenant prospère", "a adopté un capitalisme sauvage".
    """
    if mention.stands("words.in-becoming"):
        return True
    spots = mention.everywhere
    return mention.holds(spots, "words.economic-creed") or (
        mention.holds(spots, "words.changes-creed")
        and mention.holds(spots, "words.creed")
    )


def is_joined_over_an_aside(mention: MentionContext) -> bool:
    """Whether it is one of two states, with an aside between.

    "vise la Chine – dont les camps sont pleins – et la Russie".
    """
    mark = mention.read.tag(mention.end)
    if mark not in ("=", "(", ","):
        return False
    closes = ")" if mark == "(" else mark
    for at in range(mention.end + 1, len(mention.tokens) - 1):
        if mention.tags[at] == closes and mention.tags[at + 1] == "C":
            return statehood.is_state(mention, mention.read.skip(at + 2, "PDJ"))
    return False


def is_called_so_by_another(mention: MentionContext) -> bool:
    """Whether somebody else calls it so.

    "parler de la répression de la Chine comme d'un détail".
    """
    return any(
        mention.has(at, "words.names-as")
        and (not _is_first_person(mention.read, at) or mention.has(at + 1, "function.still"))
        and any(
            mention.has(spot, "function.comparison") and mention.tokens[spot].low == "comme"
            for spot in range(mention.end, min(at + _NAMED_SO, len(mention.tokens)))
        )
        for at in range(mention.start)
    )


def is_written_by_another(mention: MentionContext) -> bool:
    """Whether a demand is that of somebody's text.

    "Elle a écrit un article exhortant la Chine à le libérer".
    """
    return any(
        mention.has(at, "words.written-by-one")
        and mention.read.tag(mention.read.skip(at + 1)) == "G"
        and any(
            mention.has(verb, "words.writes") and not _is_first_person(mention.read, verb)
            for verb in range(max(at - _NAMED_SO, 0), at)
        )
        for at in range(mention.start)
    )


def is_signed_behind_a_dash(mention: MentionContext) -> bool:
    """Whether whose words a headline is stands behind a dash.

    "La Chine emprisonne les poètes – le ministre Lind".
    """
    dash = max((at for at, tag in enumerate(mention.tags) if tag == "="), default=-1)
    return mention.style.heading and dash > mention.slot.token and (
        _is_speaker(mention, range(dash + 1, len(mention.tokens)))
    )


def is_signed(mention: MentionContext) -> bool:
    """Whether who says so stands behind a last colon, or before the first one.

    "La Chine emprisonne les poètes : Amnesty", "Le ministre Lin : la Chine menace".

    Who says so stands behind a last colon, or before the first one.
    """
    colons = [at for at, token in enumerate(mention.tokens) if token.low == ":"]
    if not colons:
        return False
    if colons[-1] > mention.slot.token:
        return _may_sign(mention, range(colons[-1] + 1, len(mention.tokens)))
    return colons[0] < mention.slot.token and _is_speaker(mention, range(colons[0]))


def _may_sign(mention: MentionContext, spots: range) -> bool:
    """Whether a name, or somebody who may speak, stands there and nothing else."""
    said = [at for at in spots if mention.tags[at] not in ('"', ".")]
    if not said or len(said) > _SIGNED or any(mention.tags[at] not in "NJDPK'" for at in said):
        return False
    named = all(mention.tokens[at].text[:1].isupper() for at in said if mention.tags[at] == "N")
    return named or _is_speaker(mention, spots)


def _is_speaker(mention: MentionContext, spots: range) -> bool:
    """Whether somebody who may speak opens these words, and no verb follows."""
    said = [at for at in spots if mention.tags[at] not in "D\""]
    if not said or any(mention.tags[at] in "VXM" for at in said):
        return False
    title = mention.read.has(said[0], "function.title-of-person")
    return mention.tags[said[0]] == "N" and (
        title or any(mention.has(said[0], cls) for cls in _SPEAKERS)
    )


def is_an_item(mention: MentionContext) -> bool:
    """Whether it stands in the title of an item.

    "Point V - La répression de la Chine", "le débat - la répression - est clos".
    """
    if mention.slot.kind not in ("possessive", "adjective", "agent"):
        return False
    marks = [at for at in range(mention.start) if mention.tags[at] in "=:"]
    if not marks:
        return False
    first = mention.read.skip(0, 'RJD"#')
    if mention.holds(range(first, min(first + 2, marks[0])), "words.item-mark"):
        return True
    left = marks[-1]
    right = next((at for at in mention.after if mention.tags[at] == "="), -1)
    inside = set(mention.tags[left + 1 : max(right, 0)])
    return mention.tags[left] == "=" and right > 0 and not {"V", "X", "M", ","} & inside


def is_told_to_us(mention: MentionContext) -> bool:
    """Whether somebody else said it, whose words may be kept.

    "le ministre nous a assuré que la Chine".
    """
    return any(
        mention.has(at, "words.tells") and mention.read.has(at + 1, "function.complementizer")
        and not _is_first_person(mention.read, at)
        for at in range(mention.start)
    )


def _is_first_person(read: Tagged, at: int) -> bool:
    """Whether the writer speaks: "nous disons", "j'ai dit"."""
    first = at
    while first > 0 and read.tags[first - 1] in "XMR!":
        first -= 1
    if any("verbs:we" in read.tokens[spot].word.forms for spot in range(first, at + 1)):
        return True
    before = first - 1
    return read.has(before, "function.first-person") and not read.has(before, "function.clitic")


def is_addressed(mention: MentionContext) -> bool:
    """The country is spoken to: "Chine, libère-les"."""
    if mention.read.tag(mention.start - 1) in ("D", "P") or mention.start != mention.slot.token:
        return False
    return any("function.second-person" in token.classes for token in mention.tokens)


def is_in_sport(mention: MentionContext) -> bool:
    return mention.holds(mention.everywhere, "words.match")


def is_before_colon(mention: MentionContext) -> bool:
    """A place before a colon: "En Chine :"."""
    return mention.read.tag(mention.end) == ":" and not mention.acts


def is_country_of_a_kind(mention: MentionContext) -> bool:
    """An object that is itself described ("la Chine comme rivale", "la Chine un adversaire")."""
    if mention.slot.kind != "object":
        return False
    return mention.read.has(mention.end, "function.comparison") or (
        mention.holds(range(mention.end, mention.end + 4), "words.state-kind")
    )


def is_struck(mention: MentionContext) -> bool:
    """Whether a disaster fell on the country: "le séisme qui a frappé la Chine"."""
    falls_on_it = not mention.acts or mention.governs("words.suffers")
    return falls_on_it and mention.holds(mention.everywhere, "words.disaster")


def may_be_he(mention: MentionContext) -> bool:
    """Whether a pronoun may be the government that a wording brings, or a man.

    "emprisonne le relieur parce qu'il vend", "et le maintient".
    """
    read = mention.read
    spots = range(mention.end, read.count)
    if _is_he_next(mention):
        return True
    return any(
        (read.has(at, "function.he") and not _is_impersonal(read, at))
        or (read.tag(at) == "Q" and read.has(at, "function.him") and _names_a_man(read, at))
        for at in spots
    )


def _is_he_next(mention: MentionContext) -> bool:
    """"La Chine a refusé. Il repartira": of a man who was named, and soon of the government."""
    if mention.slot.name == "group" or mention.slot.kind == "adjective":
        return False
    after = tagged(next_sentence(mention.sentence))
    return any(
        after.has(at, "function.he") and not _is_impersonal(after, at)
        for at in range(min(_OPENING, after.count))
    )


def _names_a_man(read: Tagged, end: int) -> bool:
    """Whether one person is named before it."""
    return any(
        any(read.has(at, cls) for cls in _PERSONS)
        and "nouns:singular" in read.tokens[at].word.forms
        and not read.has(at - 1, "function.feminine")
        for at in range(end) if read.tag(at) == "N"
    )


def _is_impersonal(read: Tagged, at: int) -> bool:
    """"il faut", "il s'agit", "il est clair que", "il n'en reste que": nobody is meant."""
    verb = read.skip(at + 1, 'QR!"')
    if read.holds(range(at, verb + 1), "function.impersonal"):
        return True
    while read.tag(verb) in ("X", "M") and read.tag(read.skip(verb + 1, 'QR!"')) in "XEB":
        verb = read.skip(verb + 1, 'QR!"')
        if read.has(verb, "function.impersonal"):
            return True
    clause = range(verb + 1, min(verb + _CLAUSE, read.count))
    opens = any(
        read.has(spot, "function.of") or read.has(spot, "function.complementizer")
        for spot in clause
    )
    said = read.tag(read.skip(verb + 1))
    return opens and read.has(verb, "function.impersonal-if-clause") and said != "E"
