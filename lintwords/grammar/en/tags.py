"""English: one letter a token, so that phrases can be read off a string.

What the letters stand for is said in `tag_letters`, which asks the lexicon for those that a word
may have; its neighbours decide. Each decision is local and made once, left to right (after the idea
of ordered contextual rules in Brill 1992, "A simple rule-based part of speech tagger"); the only
look-ahead asks whether a finite verb is still to come in the clause, which tells the noun in
"China exports fell" from the verb in "China exports rice".
"""

from __future__ import annotations

from collections.abc import Sequence

from lintwords.grammar.en.hanging import (
    ends_phrase,
    is_after_date,
    joins_deed,
    resumes_subject,
    waits_for_verb,
)
from lintwords.grammar.en.left_open import deed_of_name
from lintwords.grammar.en.neighbours import (
    Row,
    auxiliary_is_do,
    ends_with_s,
    has_finite_later,
    interrupted,
    is_before_noun,
    options_after,
    options_at,
    subject_before,
    tag_before,
)
from lintwords.grammar.en.verbs import group_acts, is_only_verb, is_verb, verb_form
from lintwords.grammar.tagged import Tagged
from lintwords.grammar.tagged import tagged as once
from lintwords.text.sentences import Sentence
from lintwords.text.tokens import Token


def tagged(sentence: Sentence) -> Tagged:
    """The sentence with its letters, made once."""
    return once(sentence, tags_of)


def tags_of(tokens: Sequence[Token]) -> list[str]:
    """The letter of each token, decided from left to right."""
    row = Row(tokens)
    deed = deed_of_name(tokens, row.all.__getitem__)
    for at, options in enumerate(row.all):
        if at == deed:
            row.tags.append("X" if "X" in options else "V")
            continue
        sure = len(options) == 1 and options != "'"
        row.tags.append(options if sure else _decide(row, at))
    _only_verb(row)
    return row.tags


def _only_verb(row: Row) -> None:
    """See a noun that may be a verb as one where no other stands: "The Chinese lie about it"."""
    tags = row.tags
    opens = tags[:3] == ["D", "K", "N"] and tags[-1] == "." and not {"V", "X", "M"} & set(tags)
    if not opens or "B" not in row.all[2] or row.tokens[-1].low != ".":
        return
    if tags[3] in "DO" or tags[3:5] == ["P", "O"]:  # not "The Chinese ban on salt."
        tags[2] = "B"


def _decide(row: Row, at: int) -> str:
    options = row.all[at]
    if options == "'":
        return "X" if _is_contraction(row, at) else options
    before = tag_before(row, at)
    if before in ("Z", "N", "O") and _floats(row, at):
        return "!" if "function.negator" in row.tokens[at].classes else "R"
    if options == "TP":
        return _to(row, at)
    if options == "N#":  # a year, unless it counts something
        return "#" if is_before_noun(row, at) and before != "P" else "N"
    if "X" in options and "function.be" in row.tokens[at].classes:
        return "X"  # "have been very clear"
    if before == "X" and ("E" in options or "G" in options):
        return "E" if "E" in options else "G"
    if before == "X" and "R" in options and "!" not in options:
        if options_after(row, at)[:1] in ("X", "E", "G"):
            return "R"  # "has long been"
    if before == "M" and "R" in options and "B" in options and "B" in options_after(row, at):
        return "R"  # "will even admit"
    if any(letter in "MXPSCDOW!#R" for letter in options):
        return _function(row, at, options, before)
    return _open(row, at, options, before)


def _floats(row: Row, at: int) -> bool:
    """Whether *neither* stands between subject and verb: "China neither accepts nor"."""
    if "function.correlative" not in row.tokens[at].classes:
        return False
    following = set(options_after(row, at))
    return (bool(following & set("VX")) and "B" not in following) or "M" in following


def _is_contraction(row: Row, at: int) -> bool:
    """Whether it is a verb, no possessive: "China's going to", "China's not"."""
    if at == 0 or row.tags[at - 1] not in "ZNO":
        return False
    following = options_after(row, at)
    if not following or "function.clitic-s" not in row.tokens[at].classes:
        return False
    nxt = at + 1
    if "!" in row.all[nxt] or following == "X":
        return True
    if following[0] in "DO" and "B" not in following:  # but "China's own"
        return True
    classes = row.tokens[nxt].classes
    spoken = {"verbs.catenative", "verbs.copula"} & classes or "verbs.spoken" in classes
    goes_on = options_at(row, nxt, 1)[:1] in tuple("TDOWS.,VEBGPR")
    return "G" in following and bool(spoken) and goes_on


def _to(row: Row, at: int) -> str:
    following = options_after(row, at)
    if following and "B" in following and "N" not in following and "J" not in following:
        return "T"
    if not following or "B" not in following:
        return "P"
    # "to plan talks" or "to plan": a preposition wants a noun with an article or a plural
    later = options_at(row, at, 2)
    if any(letter in later for letter in "DOZKNJ#PTRW") or not later.strip("."):
        return "T"
    return "T" if later[:1] in '.,C")' else "P"


def _is_month(row: Row, at: int) -> bool:
    """Whether "May" is the month: "May 3", "in May", or where no verb can go with it."""
    word = row.tokens[at]
    if "function.month-of-year" not in word.classes or not word.text[:1].isupper():
        return False
    following, before = options_at(row, at, 1), row.all[at - 1] if at else ""
    if "P" in before or (before[:1] == "J" and following and "B" not in following):
        return True  # "in May", "last May"
    if following == "Z":
        follows = options_at(row, at, 2)
        return "V" in follows and "B" not in follows
    return "#" in following and row.tokens[at + 1].low.isdigit()


def _function(row: Row, at: int, options: str, before: str) -> str:
    following = options_after(row, at)
    if "D" in options and "B" in options and before not in ("D", "'"):
        return _open(row, at, options.replace("D", ""), before)  # "does China own"
    if ("D" in options and "O" in options) or ("D" in options and "S" in options):
        nominal = following and any(letter in "NJKZ#" for letter in following)
        if "W" in options or "S" in options:  # that
            return _that(row, at, before, following)
        return "D" if nominal else "O"
    if "M" in options and before == "K" and at > 1 and row.tags[at - 2] == "D":
        return "M"  # "the Chinese will not"
    if "M" in options and _is_month(row, at):
        return "N"
    if "M" in options:  # will, may, can, might; must
        return "N" if before in ("D", "J", "'", "K") and "N" in options else "M"
    if "X" in options:
        return "X"
    if "W" in options and "S" in options:
        return "S" if before not in ("N", ",", "Z") else "W"
    if "P" in options and "S" in options:  # before, after, since, as, until
        return _preposition_or_subordinator(row, at)
    if "!" in options and "C" in options:  # nor
        return "C" if before in tuple("NZK") else "!"
    if "!" in options and "D" in options:  # no
        return "D" if following and any(x in following for x in "NJG") else "!"
    if "!" in options and "O" in options:  # nobody
        return "O" if before in ("C", "S") and following[:1] in ("V", "X", "M") else "!"
    if "#" in options and "R" in options:
        return "#" if following and following[0] in "#ND" else "R"
    if "#" in options and "O" in options:
        return "#" if following and any(x in following for x in "NJ") else "O"
    if "S" in options and "R" in options and before in ("Z", "O") and following[:1] in "VXM":
        return "R"  # "China once pleaded"
    return _first(options, before)


def _first(options: str, before: str) -> str:
    open_class = [letter for letter in options if letter in "NJVBEG"]
    if before == "K" and "W" in options:
        return "W"  # "the Chinese who protested": no name in capitals
    if open_class and before in ("D", "J", "'", "K") and "N" in open_class:
        return "N"
    if open_class and "B" in open_class and before in ("T", "M"):
        return "B"
    for letter in "!CWPSD#OR":
        if letter in options:
            return letter
    return options[0]


def _that(row: Row, at: int, before: str, following: str) -> str:
    if before in ("N", "Z", "K") and following and any(x in following for x in "VXM"):
        return "W"
    if before == "," and following and any(x in following for x in "VXM"):
        return "W"  # "It is China, and not the growers, that should pay"
    if before in ("N", "Z") and "B" in following and subject_before(row, at) != "singular":
        return "W"
    if before in ("V", "B", "E", "G", "N", "J", "Z", "R"):
        return "S"
    if following and any(letter in "NJ" for letter in following):
        return "D"
    if following and any(letter in "XMV" for letter in following):
        return "O"
    return "S"


def _preposition_or_subordinator(row: Row, at: int) -> str:
    """A finite verb before the next border makes it a subordinator."""
    if tag_before(row, at) == "X" and "E" in options_after(row, at):
        return "R"  # "has since detained"
    if waits_for_verb(row, at):
        return "P"
    for later in range(at + 1, min(at + 9, len(row.all))):
        options = row.all[later]
        beside = {options_at(row, later, by)[:1] for by in (-1, 1)}
        if options == "C" and beside == {"R"}:
            continue  # "until China fully and consistently complies"
        if options in (",", ":", ".", "=", "(", ")", "C"):
            break
        if options in ("X", "M") or ("V" in options and set(options) <= set("VBEJ")):
            if later > at + 1:
                return "S"
        if later > at + 1 and (_moves(row, later) or _is_plural_clause(row, later)):
            return "S"
        if options[0] in "WS" and later > at + 1:
            break
        if options == "O":
            return "S"
    return "P"


def _moves(row: Row, at: int) -> bool:
    """A noun or verb after the country: "as China moves against", "after China cut tariffs"."""
    options, following = row.all[at], options_at(row, at, 1)
    if row.all[at - 1] != "Z" or "V" not in options or has_finite_later(row, at):
        return False
    if ends_with_s(row, at):
        return following[:1] in tuple("DPTOZ")
    return {"B", "E"} <= set(options) and following[:1] in tuple("DOZKN")


def _is_plural_clause(row: Row, at: int) -> bool:
    """Whether a plural verb follows a people's name: "before the Chinese destroy it"."""
    options = row.all[at]
    if row.all[at - 1] != "K" or row.all[at - 2] != "D" or "B" not in options:
        return False
    return "N" not in options and "J" not in options


def _open(row: Row, at: int, options: str, before: str) -> str:
    verbal = [letter for letter in options if letter in "VBEG"]
    nominal = "N" if "N" in options else ""
    if not verbal:
        return _noun_or_adjective(row, at, options)
    if before in ("M", "T") and "B" in verbal:
        return "B"
    if before == "#" and is_after_date(row, at):
        before = "N"
    resumed = _resumed(row, at, verbal)
    if resumed:
        return resumed
    if before == "X":
        return _after_auxiliary(row, at, options, verbal)
    if before == "K" and is_only_verb(row, at, verbal):
        return "B" if "B" in verbal else "V"
    if before in ("D", "'", "K", "J", "#") and not group_acts(row, at, before, verbal):
        return _modifier_or_noun(row, at, options, nominal)
    if before == "P":
        return _after_preposition(row, at, options, verbal, nominal)
    degree = "R" in options or ("J" in options and "E" not in options)
    if before == "W" and degree and "function.question" in row.tokens[at - 1].classes:
        return "R"  # "how fast"
    if before == "W" and nominal and "function.possessive" in row.tokens[at - 1].classes:
        return "N"  # "whose shop China shut"
    if before in ("W", "O"):
        return verb_form(row, at, verbal)
    if nominal and not is_verb(row, at, verbal, before):
        return "N"
    if "J" in options and not nominal and before not in ("Z", "N", "O"):
        waits = (before == "," and resumes_subject(row, at)) or (
            before == "C" and joins_deed(row, at)
        )
        if is_before_noun(row, at) and options_after(row, at) != "Z" and not waits:
            return "J"
    return verb_form(row, at, verbal)


def _resumed(row: Row, at: int, verbal: list[str]) -> str:
    """The form that an auxiliary before an aside asks for: "has, for years, jailed"."""
    auxiliary = interrupted(row, at)
    if auxiliary < 0:
        return ""
    if row.tags[auxiliary] == "M":
        return "B" if "B" in verbal else ""
    wanted = "EG" if "function.be" in row.tokens[auxiliary].classes else "E"
    return next((letter for letter in wanted if letter in verbal), "")


def _noun_or_adjective(row: Row, at: int, options: str) -> str:
    if "J" not in options or "N" not in options:
        return options[0]
    if ends_phrase(row, at):
        return "N"
    if options_after(row, at) == "C" and options_at(row, at, 2)[:1] in ("J", "N"):
        return "J" if options_at(row, at, 2)[:1] == "J" else "N"
    return "J" if is_before_noun(row, at) else "N" if tag_before(row, at) in "DJ'KP" else "J"


def _after_auxiliary(row: Row, at: int, options: str, verbal: list[str]) -> str:
    for letter in "EG":
        if letter in verbal:
            return letter
    if "B" in verbal and auxiliary_is_do(row, at):
        return "B"
    if "J" in options:
        return "J"
    if "N" in options:
        # "does China plan": an inverted auxiliary is not straight before its verb
        return "N"
    return verbal[0]


def _modifier_or_noun(row: Row, at: int, options: str, nominal: str) -> str:
    if is_before_noun(row, at) and ("J" in options or "E" in options):
        return "J"
    if nominal:
        return "N"
    if "G" in options:
        return "G"
    if "J" in options or "E" in options:
        return "J"
    return options[0]


def _after_preposition(
    row: Row, at: int, options: str, verbal: list[str], nominal: str
) -> str:
    if "G" in verbal and (not nominal or _takes_what_follows(row, at)):
        return "G"
    if is_before_noun(row, at) and ("J" in options or "E" in verbal) and not nominal:
        return "J"
    return "N" if nominal else "G" if "G" in verbal else "J" if "J" in options else verbal[0]


def _takes_what_follows(row: Row, at: int) -> bool:
    """An -ing form with an object or its own preposition: "by calling on"."""
    following = options_after(row, at)
    if following and (following[0] in "DOZK" or "O" in following):
        return True
    last = row.tokens[at + 1].low if at + 1 < len(row.tokens) else ""
    longer = row.tokens[at].word.longer.get(last, ())
    return any(len(entry.rest) == 1 and entry.reading.form == "ing" for entry in longer)
