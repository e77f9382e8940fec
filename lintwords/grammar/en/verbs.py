"""English: whether a word is a verb where it stands, and in which form."""

from __future__ import annotations

from collections.abc import Sequence

from lintwords.grammar.en.hanging import hung_on
from lintwords.grammar.en.neighbours import (
    Row,
    ends_with_s,
    has_finite_later,
    has_verb,
    is_after_auxiliary,
    is_after_subject,
    is_before_noun,
    is_before_verb,
    is_inverted,
    options_after,
    options_at,
    subject_before,
    tag_before,
)

FEARING = "function.fearing"
MANDATIVE = frozenset(("verbs.mandative", "nouns.mandative", "adjectives.mandative"))


def is_verb(row: Row, at: int, verbal: list[str], before: str) -> bool:
    """Noun or verb, after a noun, a border or another verb."""
    if before in ("V", "B", "E", "G"):
        return _after_verb(row, at, verbal)
    if before in ("Z", "N", "K", "O") and _bare_infinitive(row, at, verbal):
        return True
    if "G" in verbal and len(verbal) == 1:
        return before in ("Z", "N", "O") or not is_before_verb(row, at)
    if before == "Z" and _is_wished(row, at):
        return True
    following = options_after(row, at)
    subject = subject_before(row, at)
    if subject == "plural" and (name := hung_on(row, at)) >= 0 and row.tags[name] == "Z":
        subject = "singular"  # "China through its courts tortures"
    inverted = is_inverted(row, at)
    if inverted:
        return True
    if before == "C":
        return _parallel(row, verbal, following)
    if before in ("", ",", ":", ".", "=", "S", '"'):
        if subject == "":
            opens = bool(following) and following[0] in "DOZK" and (
                "B" in verbal or _resolves(row, at)
            )
            return opens and before in ("", ":", ".", "=")
        if before == "S":
            return False
    if "V" in verbal or "E" in verbal:
        if subject == "plural" and ends_with_s(row, at):
            return False  # "the courts sanctions": no agreement
        if following and (following[0] in "DOTSWR#" or "O" in following):
            return True
        if following in ("Z", "K"):
            return True
        if before == "Z" and _has_particle(row, at):
            return True  # "China hits out at drills"
        return not has_finite_later(row, at) and not has_verb(row, at)
    if "B" in verbal and is_mandated(row, at):
        return any(letter in following for letter in "DOZKJNTPR#.")
    if "B" in verbal and _is_listed_demand(row, at):
        return bool(following) and (following[0] in "DOZK" or "O" in following)
    if "B" in verbal and subject in ("plural", "list"):
        if following and (following[0] in "DOZK" or "O" in following):
            return True
        return bool(following) and not has_finite_later(row, at)
    return False


def _is_wished(row: Row, at: int) -> bool:
    """"what China wants", "what China fears": no plural noun after *what* and a name."""
    if at < 2 or row.tags[at - 2] != "W" or not ends_with_s(row, at):
        return False
    question = "function.question" in row.tokens[at - 2].classes
    return question and "verbs.mind" in row.tokens[at].word.verbal


def is_mandated(row: Row, at: int) -> bool:
    """Whether the word at `at` is a base form of what is not yet.

    "ask that China drop it", "lest China jail him".
    """
    spot = at - 1
    while spot > 0 and row.tags[spot] in "R!":
        spot -= 1
    if spot < 1 or row.tags[spot] != "Z":
        return False
    if FEARING in row.tokens[spot - 1].classes:
        return True
    that = row.tags[spot - 1] == "S"  # "demand China drop the charges" leaves it out
    asked = row.tokens[spot - 1 - that].classes if spot > that else frozenset()
    return "verbs.mandative" in asked or (that and not MANDATIVE.isdisjoint(asked))


def _is_listed_demand(row: Row, at: int) -> bool:
    """Whether it is the base form of a demand in a list: "- that China release the men"."""
    if at < 2 or row.tags[at - 1] != "Z" or row.tags[at - 2] != "S":
        return False
    that = "function.complementizer" in row.tokens[at - 2].classes
    return that and opens_item(row.tags, at - 2)


def opens_item(tags: Sequence[str], at: int) -> bool:
    """Whether nothing stands before `at`, a mark does, or what joins the items behind a colon."""
    before = tags[at - 1] if at else ":"
    return before in ":=," or (before == "C" and ":" in tags[:at])


def _resolves(row: Row, at: int) -> bool:
    """A resolution's verb at the start: "Urges China to ratify", not "Bans China imposed"."""
    return ends_with_s(row, at) and not any(x in options_at(row, at, 2) for x in "VXM")


def _has_particle(row: Row, at: int) -> bool:
    if at + 1 >= len(row.tokens):
        return False
    longer = row.tokens[at].word.longer.get(row.tokens[at + 1].low, ())
    return any(entry.reading.cls.startswith("verbs.") for entry in longer)


def _parallel(row: Row, verbal: list[str], following: str) -> bool:
    """After *and*: a verb if a verb of the same form stands before and an object follows."""
    earlier = next((t for t in reversed(row.tags) if t in "VBEXM"), "")
    if not earlier or not (set(verbal) & {"V", "B", "E"}):
        return False
    if earlier in "XM":
        return "B" in verbal and bool(following) and following[0] in "DOZKJN#"
    fits = earlier in verbal or (earlier == "V" and "E" in verbal)
    return fits and bool(following) and following[0] in "DOZKJN#PTR"


def _after_verb(row: Row, at: int, verbal: list[str]) -> bool:
    earlier = row.tokens[at - 1].classes if at else frozenset()
    if "G" in verbal:
        return "verbs.catenative" in earlier or options_after(row, at)[:1] in tuple("DOZK#")
    return "B" in verbal and "verbs.bare-infinitive" in earlier and "N" not in row.all[at]


def _bare_infinitive(row: Row, at: int, verbal: list[str]) -> bool:
    """"help Beijing silence its critics"."""
    spot = at - 1
    while spot >= 0 and row.tags[spot] in "NZKJD":
        spot -= 1
    if "B" not in verbal or spot < 0 or row.tags[spot] not in "VBEG":
        return False
    follows = options_after(row, at)[:1]
    if "verbs.bare-infinitive" not in row.tokens[spot].classes:
        return False
    return follows in tuple("DOZKTPN.") or "N" in options_after(row, at)


def group_acts(row: Row, at: int, before: str, verbal: list[str]) -> bool:
    """Whether a plural verb stands at `at`, straight after the people's name.

    "The Chinese plan a base".
    """
    name = at - 1
    while name > 1 and row.tags[name] == "R":
        name -= 1
    if before != "K" or name < 1 or row.tags[name] != "K" or row.tags[name - 1] != "D":
        return False
    following = options_after(row, at)
    if "B" not in verbal and "V" not in verbal:
        return False
    if name < at - 1 and _is_no_modifier(row, at, verbal):
        return True  # "the Chinese absolutely respect force"
    if name < at - 1:  # "the Chinese quickly rejected the offer"
        finite = "V" in verbal and following[:1] in tuple("DOZKS#") and at + 1 < len(row.all)
        return finite and not has_finite_later(row, at)
    if "N" in row.all[at] and _is_noun_of_will(row, name, following):
        return False
    after_noun = name > 2 and row.tags[name - 2] == "P" and "N" in row.all[at]
    if after_noun and "function.of" not in row.tokens[name - 2].classes:
        return False  # "an answer to the Chinese move"
    if at > 2 and "verbs.let-be" in row.tokens[at - 3].classes and "B" in verbal:
        # "let the Chinese walk all over us", but "let the Chinese ban stand"
        return following[:1] in tuple("PRDOZKT!.,")
    if "B" in verbal and following[:1] == "." and _is_alone(row, at):
        return True
    if is_only_verb(row, at, verbal):
        return True
    if not {"N", "J"} & set(row.all[at]) and following[:1] in tuple("DOSZT"):
        return True  # "the Chinese said the ship was theirs"
    if _opens_clause(row, at - 2) and "N" not in row.all[at]:
        # "the Chinese sent inspectors", but "met the Chinese appointed governor"
        blamed = "verbs.reproach" in row.tokens[at].word.verbal  # "the Chinese accused of"
        after = "NJ" if "E" in verbal and blamed else "NJP.,"
        if following[:1] in tuple(after) and not has_finite_later(row, at):
            return not _by_follows(row, at)
    return bool(following) and following[0] in "DOZTKR#SW" and not has_finite_later(row, at)


def _is_no_modifier(row: Row, at: int, verbal: list[str]) -> bool:
    """Whether a word after an adverb is a verb for sure: no adverb stands before a bare noun."""
    return "B" in verbal and row.all[at - 1] == "R" and not set("JEG") & set(row.all[at])


def _is_noun_of_will(row: Row, name: int, following: str) -> bool:
    """"rejects the Chinese attempt to join", "speaks of the Chinese attempt to join".

    The clause has its finite verb without it; but "says the Chinese attempt to join".
    """
    if not following or following[0] != "T":
        return False
    of = name > 1 and row.tags[name - 2] == "P"
    return of or has_verb(row, name - 1)


def is_only_verb(row: Row, at: int, verbal: list[str]) -> bool:
    """Whether a sentence has no verb but the word after a people's name, at `at`.

    "The Chinese jail poets.".

    A noun that may be a verb is one only where no noun could stand: before a plural, nothing at
    all, or after an adverb. "The Chinese guard post at the lake." is a caption.
    """
    name = at - 1
    while name > 1 and row.tags[name] == "R":
        name -= 1
    if name < 1 or row.tags[name] != "K" or row.tags[name - 1] != "D":
        return False
    definite = "function.article-definite" in row.tokens[name - 1].classes
    if not definite or not _opens_clause(row, name - 1) or not {"B", "V"} & set(verbal):
        return False
    is_single = "B" not in verbal and ends_with_s(row, at)
    if is_single or not _may_act(row, at, is_after_adverb=name < at - 1):
        return False
    end = _end_of_clause(row, at)
    return end > 0 and not any(_may_be_finite(row, spot, at) for spot in range(at + 1, end))


def _may_act(row: Row, at: int, *, is_after_adverb: bool) -> bool:
    """Whether what stands at `at`, after the people's name, can be said to be done by it."""
    if at + 1 >= len(row.tokens):
        return False
    following, after = options_at(row, at, 1), row.tokens[at + 1]
    if "function.of" in after.classes or _by_follows(row, at):
        return False
    if "N" not in row.all[at]:
        return "N" in following or following[:1] in tuple("J#")
    if is_after_adverb:
        return "B" in row.all[at] and "N" not in following
    if following[:1] in tuple(".,PSR"):
        return "verbs.without-object" in row.tokens[at].word.verbal
    if "O" in following:
        return True
    compound = row.tokens[at].word.longer.get(after.low, ())
    named = any(not entry.reading.cls.startswith("verbs.") for entry in compound)
    return "nouns:plural" in after.word.forms and not named


def _end_of_clause(row: Row, at: int) -> int:
    """Where the clause ends: a stop, "because", ", and" before another subject; 0 if elsewhere."""
    for spot in range(at + 1, len(row.tokens)):
        options = row.all[spot]
        if options == "." or options[:1] == "S":
            return spot
        if options == ",":
            after = options_at(row, spot, 2)
            return spot if options_at(row, spot, 1) == "C" and after[:1] not in "VXME" else 0
        if options[:1] in ":=()WC" and options != "C":
            return 0
    return 0


def _may_be_finite(row: Row, spot: int, verb: int) -> bool:
    """Whether a word after `verb` may be the verb of the clause in its stead."""
    options, before = row.all[spot], row.all[spot - 1]
    if options[:1] in ("X", "M"):
        return True
    if not before or not set(before) & set("NZKO#R)C"):
        return False
    if spot == verb + 1:  # "The Chinese court houses refugees", not "offer loans to the junta"
        return "V" in options and "N" in before and options_at(row, spot, 1)[:1] in tuple("NJDOZK#")
    plural = "nouns:plural" in row.tokens[spot - 1].word.forms
    return "V" in options or ("B" in options and plural)


def _is_alone(row: Row, at: int) -> bool:
    """Whether the clause that ends here would have no verb: "So the Chinese stall"."""
    border = at - 2
    while border > 0 and row.tags[border - 1] not in ",:=.C":
        border -= 1
    before = row.tags[border : at - 2]
    return border + 1 <= at - 2 and set(before) <= set("RSC") and bool(before)


def _opens_clause(row: Row, at: int) -> bool:
    """Whether a clause begins at `at`, as far as the tag before tells."""
    if at > 1 and row.tags[at - 1] in "N#" and row.tags[at - 2] == "P":
        opens = at == 2 or row.tags[at - 3] in ",:=SC"
        return opens and row.tokens[at - 1].low[:1].isdigit()  # "In 1979 the Chinese marched"
    return at == 0 or row.tags[at - 1] in ",:=SWCR(\""


def verb_form(row: Row, at: int, verbal: list[str]) -> str:
    """Which of the forms that a verb may have here it has."""
    if len(verbal) == 1:
        return verbal[0]
    before = tag_before(row, at)
    if "B" in verbal and (
        before in ("T", "M") or is_inverted(row, at) or is_mandated(row, at)
        or _is_listed_demand(row, at)
    ):
        return "B"
    if "V" in verbal and "E" in verbal:
        return _past_or_participle(row, at, before)
    if "B" in verbal:
        return "B"
    return verbal[0]


def _past_or_participle(row: Row, at: int, before: str) -> str:
    following = options_after(row, at)
    if before == "X" or is_inverted(row, at):
        return "E"
    if is_after_auxiliary(row, at):
        return "E"
    if before in ("D", "'", "J", "P", "K") and is_before_noun(row, at):
        return "V" if group_acts(row, at, before, ["V", "E"]) else "J"
    by_next = _by_follows(row, at)
    if following[:1] == "T" and before in ("N", "Z", "K"):
        classes = row.tokens[at].classes
        if "verbs.transitive-to" in classes and "verbs.catenative" not in classes:
            return "E"  # a headline: "China urged to free nurse"
    if before in ("Z", "K") and following[:1] == "P" and not by_next:
        if "verbs.reproach" in row.tokens[at].word.verbal:
            return "E"  # a headline: "China accused of hacking ferry"
    if before == "Z" and at >= 2 and row.tags[at - 2] in "NWS" and "V" in row.all[at]:
        return "V"  # "the bans China slapped on barley", "sanctions that China imposed"
    if before in ("N", "Z", "O", "K", ")", "#"):
        if by_next and "G" not in options_at(row, at, 2):
            return "E"
        if before != "O" and _preposition_after(row, at) and has_finite_later(row, at):
            return "E"
        return "V"
    if before in ("", ","):
        if following[:1] == "P" and (before == "" or not is_after_subject(row)):
            return "E"
        return "V" if before == "," and subject_before(row, at) else "E"
    if before == "C":
        return "V" if any(t in "VXM" for t in row.tags) else "E"
    return "V"


def _by_follows(row: Row, at: int) -> bool:
    """"spied by", and with a particle or a preposition left behind "spied on by"."""
    by = at + 1
    stranded = {"function.particle", "function.preposition", "function.stranded"}
    if by + 1 < len(row.tokens) and stranded & row.tokens[by].classes:
        by += "function.by" in row.tokens[by + 1].classes
    return by < len(row.tokens) and "function.by" in row.tokens[by].classes


def _preposition_after(row: Row, at: int) -> bool:
    following = options_after(row, at)
    if following == "TP":  # "hackers tied to China were", not "tied to win"
        return any(letter in options_at(row, at, 2) for letter in "ZKDNJ#O")
    return following[:1] == "P"
