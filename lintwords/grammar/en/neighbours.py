"""English: what stands around a word while it is tagged: its neighbours, subject, auxiliary."""

from __future__ import annotations

from collections.abc import Sequence

from lintwords.grammar.en.tag_letters import candidates
from lintwords.text.tokens import Token

_BORDER = ",:.=()WSO"


class Row:
    """The tokens of a sentence while it is tagged: those on the left have their letters."""

    __slots__ = ("all", "tags", "tokens")

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.all = [candidates(token) for token in tokens]  # the letters that each may have
        self.tags: list[str] = []


def tag_before(row: Row, at: int) -> str:
    """The letter of the token before, adverbs and quotation marks passed over."""
    spot = at - 1
    while spot >= 0 and (
        row.tags[spot] == '"' or (row.tags[spot] in "R!" and _transparent(row, spot))
    ):
        spot -= 1
    return row.tags[spot] if spot >= 0 else ""


def _transparent(row: Row, spot: int) -> bool:
    return spot > 0 or row.tags[spot] == "!"


def options_after(row: Row, at: int) -> str:
    """The options of the next token, adverbs and quotation marks passed over."""
    spot = at + 1
    while spot < len(row.all) and row.all[spot] in ('"', "R", "!"):
        spot += 1
    return row.all[spot] if spot < len(row.all) else ""


def options_at(row: Row, at: int, steps: int) -> str:
    """The letters that the token `steps` further on may have."""
    spot = at + steps
    return row.all[spot] if spot < len(row.all) else ""


def is_before_noun(row: Row, at: int) -> bool:
    """Whether the next token may be part of a noun phrase."""
    following = options_after(row, at)
    return bool(following) and (following[0] in "NJZK" or "N" in following)


def is_before_verb(row: Row, at: int) -> bool:
    """Whether the next token can only be a finite verb."""
    following = options_after(row, at)
    return bool(following) and following in ("V", "X", "M", "VE", "EV")


def ends_with_s(row: Row, at: int) -> bool:
    """Whether a verb here has the form of a single subject."""
    return "verbs:third" in row.tokens[at].word.forms


def has_finite_later(row: Row, at: int) -> bool:
    """Whether a verb that can only be finite stands further on in this clause."""
    for spot in range(at + 1, min(at + 14, len(row.all))):
        options = row.all[spot]
        if options[0] in _BORDER or "S" in options or "W" in options:
            return False
        if options == "C" and ends_with_s(row, at) and "V" in options_at(row, spot, 1):
            return False  # "welcomes journalists but opposes": two verbs, no subject
        if options == "C" and (_has_subject(row, spot + 1) or _has_object(row, at)):
            return False  # "jails poets and nobody asks", "bans books and readers go": two clauses
        if options in ("X", "M", "V"):
            return row.all[spot - 1] != "T"
        if options == "B":
            return row.all[spot - 1] not in ("T", "TP", "M")
        if options in ("VE", "EV"):
            follows = row.all[spot + 1][:1] if spot + 1 < len(row.all) else ""
            by = spot + 1 < len(row.tokens) and (
                "function.by" in row.tokens[spot + 1].classes
            )
            return not by and row.all[spot - 1][-1:] in "NZ#R" and follows != "N"
        if "V" in options and not set(options) & set("NJP"):
            return True
    return False


def _has_subject(row: Row, at: int) -> bool:
    """Whether a pronoun and a verb of its own stand at `at`: "there is", "they wait"."""
    following = options_at(row, at, 1)
    return "O" in options_at(row, at, 0) and (
        following[:1] in ("X", "M") or ("V" in following and "J" not in following)
    )


def _has_object(row: Row, at: int) -> bool:
    """Whether a plural straight behind one takes the first for a verb: "bans books"."""
    behind = at + 1
    return ends_with_s(row, at) and "N" in options_at(row, at, 1) and (
        "nouns:plural" in row.tokens[behind].word.forms
    )


def has_verb(row: Row, at: int) -> bool:
    """Whether the clause has its finite verb already, and no new clause can open here."""
    inside = False
    for spot in range(at - 1, max(at - 16, -1), -1):
        tag = row.tags[spot]
        inside = tag == ")" or (inside and tag != "(")
        if inside:
            continue
        if tag in "XM":
            return True
        if tag == "V":
            return not row.tokens[spot].classes & {"verbs.clause", "verbs.speech"}
        if tag in ",:.=SWC(":
            return False
    return False


def subject_before(row: Row, at: int) -> str:
    """What noun phrase stands straight before: "", singular, plural or list."""
    spot = at - 1
    while spot >= 0 and row.tags[spot] in 'R!"':
        spot -= 1
    if spot < 0:
        return ""
    tag = row.tags[spot]
    if tag in ")=,":
        return "singular" if any(t in "ZN" for t in row.tags[:spot]) else ""
    if tag == "K":
        return "plural"
    if tag not in "NZO":
        return ""
    if spot >= 2 and row.tags[spot - 1] == "C" and row.tags[spot - 2] in "NZ,":
        return "list"
    if _headline_list(row, spot):
        return "list"
    if tag == "Z" and _after_example(row, spot):
        return "list"
    while tag == "Z" and spot >= 2 and row.tags[spot - 2 : spot] == ["N", "P"]:
        spot, tag = spot - 2, "N"  # "doctors in China": the doctors act
    forms = row.tokens[spot].word.forms
    return "plural" if "nouns:plural" in forms else "singular"


def _headline_list(row: Row, spot: int) -> bool:
    """"Canada, Japan urge": states at the start, with commas and no *and*."""
    first = spot
    while first >= 2 and row.tags[first - 1] == "," and _is_state(row, first):
        first -= 2
    opens = first == 0 or row.tags[first - 1] == ":"
    return first < spot and opens and _is_state(row, first)


def _is_state(row: Row, at: int) -> bool:
    return row.tags[at] == "Z" or "names.country" in row.tokens[at].classes


def _after_example(row: Row, spot: int) -> bool:
    """"Countries like China jail …"."""
    return spot > 0 and "function.like" in row.tokens[spot - 1].classes


def is_after_subject(row: Row) -> bool:
    """Whether a subject before the comma still waits for its verb."""
    finite = sum(t in "VXM" for t in row.tags) - sum(t in "WS" for t in row.tags)
    return any(t in "ZNKO" for t in row.tags) and finite <= 0


def is_inverted(row: Row, at: int) -> bool:
    """An auxiliary before the subject: "Does China plan …"."""
    if "B" not in row.all[at] and "E" not in row.all[at] and "G" not in row.all[at]:
        return False
    spot = at - 1
    while spot >= 0 and row.tags[spot] in "DJNZK#'RC":
        spot -= 1
    if spot < 0 or row.tags[spot] not in ("X", "M") or spot == at - 1:
        return False
    return spot == 0 or row.tags[spot - 1] in 'WSC,:="R!'


def auxiliary_is_do(row: Row, at: int) -> bool:
    """Whether the nearest auxiliary before is *do*."""
    for earlier in range(at - 1, max(at - 5, -1), -1):
        if row.tags[earlier] == "X":
            return "function.do" in row.tokens[earlier].classes
    return False


def is_after_auxiliary(row: Row, at: int) -> bool:
    """Whether the auxiliary of a verb before serves the word at `at`.

    "has detained and tortured".
    """
    if tag_before(row, at) not in ("C", ",") or _after_aside(row, at):
        return False
    for spot in range(at - 1, max(at - 8, -1), -1):
        tag = row.tags[spot]
        if tag in "VBWS":
            return False
        if tag == "E":
            group = row.tags[max(spot - 3, 0) : spot]
            return "X" in group and "W" not in group
    return False


def _after_aside(row: Row, at: int) -> bool:
    """"China, having promised restraint, jailed": the auxiliary stands in the parenthesis."""
    opening = at - 2
    while opening > 0 and row.tags[opening] not in ",:=":
        opening -= 1
    if row.tags[at - 1] != "," or opening <= 0 or row.tags[opening] != ",":
        return False
    first = row.tokens[opening + 1]
    return row.tags[opening + 1] in "WSG" or (
        row.tags[opening + 1] == "X" and first.low.endswith("ing")
    )


def interrupted(row: Row, at: int) -> int:
    """The auxiliary before an aside that ends here: "has, for years, jailed"; -1 if none."""
    if at > 1 and row.tags[at - 1] == ":":  # "has: opened a road; jailed poets"
        rows = (spot for spot in range(at - 2, max(at - 30, -1), -1) if row.tags[spot] in "X.")
        spot = next(rows, -1)
        return spot if spot >= 0 and row.tags[spot : spot + 2] == ["X", ":"] else -1
    close = {",": ",", "=": "=", ")": "("}.get(row.tags[at - 1] if at else "")
    if not close:
        return -1
    for spot in range(at - 2, max(at - 16, 0), -1):
        if row.tags[spot] == close:
            before = spot - 1
            while before > 0 and row.tags[before] in "R!":
                before -= 1
            return before if row.tags[before] in ("X", "M") else -1
        if row.tags[spot] in ":.":
            return -1
    return -1
