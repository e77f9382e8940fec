"""English: a phrase of time, place or means that stands between a name and its verb.

"China in May jailed", "China through its courts tortures": the noun before the verb is no subject.
"""

from __future__ import annotations

from lintwords.grammar.en.neighbours import Row, ends_with_s, has_finite_later, options_at

_INSIDE = "DJN#'PR"  # letters of a phrase, and of those that hang on it
_TOWARDS_PERSONS = frozenset(("verbs.custody", "verbs.abuse"))
_OPENS = ",:=SC\"R"  # letters before the first word of a clause


def hung_on(row: Row, at: int) -> int:
    """The name that opens its clause, and on which what ends before `at` hangs; -1 if none."""
    spot = at - 1
    while spot > 0 and row.tags[spot] in _INSIDE:
        spot -= 1
    is_hung = 0 <= spot < at - 1 and row.tags[spot + 1] == "P"
    return spot if is_hung and opens_clause(row, spot) else -1


def opens_clause(row: Row, at: int) -> bool:
    """Whether a name stands at `at`, first in its clause."""
    if at < 0 or row.tags[at] not in "ZK":
        return False
    first = at - 1 if at and row.tags[at - 1] == "D" else at
    return first == 0 or row.tags[first - 1] in _OPENS


def ends_phrase(row: Row, at: int) -> bool:
    """Whether the word at `at` ends a phrase as a noun, since else no verb is left.

    "China in the north tortures monks".
    """
    verb = at + 1
    if verb >= len(row.all) or "V" not in row.all[verb] or row.tags[at - 1 : at] != ["D"]:
        return False
    is_verb = ends_with_s(row, verb) and options_at(row, verb, 1)[:1] in tuple("NJDOZK#")
    return is_verb and hung_on(row, at) >= 0 and not has_finite_later(row, verb)


def waits_for_verb(row: Row, at: int) -> bool:
    """Whether the name before `at` still waits for the only verb of its sentence.

    "China after the protests jailed five lawyers.".

    A preposition, then, and no "China after the protests began, …" or "China before Mao died".
    """
    if not opens_clause(row, at - 1) or row.tokens[-1].low != ".":
        return False
    verbs = [spot for spot in range(at + 2, len(row.all)) if _is_finite(row, spot)]
    if not verbs or options_at(row, verbs[0], 1)[:1] in tuple(",.:"):
        return False
    return all("C" in row.all[at + 1 : spot] for spot in verbs[1:])


def resumes_subject(row: Row, at: int) -> bool:
    """Whether the word at `at` is the name's verb again, behind a clause about it.

    "China, which has never explained it, jailed poets."
    """
    opened = next((spot for spot in range(at - 1) if opens_clause(row, spot)), -1)
    if opened < 0 or row.tags[opened + 1 : opened + 3] != [",", "W"] or row.tokens[-1].low != ".":
        return False
    told = {"verbs:past"} & row.tokens[at].word.forms
    return bool(told) and "," not in row.all[at:] and not has_finite_later(row, at)


def joins_deed(row: Row, at: int) -> bool:
    """Whether the word at `at` is a second verb, and no second object.

    "China opened a school and jailed monks".
    """
    word = row.tokens[at].word
    if "verbs:past" not in word.forms or _TOWARDS_PERSONS.isdisjoint(word.verbal):
        return False
    opened = next((spot for spot in range(at - 1) if opens_clause(row, spot)), -1)
    verb = opened + 1
    while opened >= 0 and verb < at and row.tags[verb] == "R":
        verb += 1
    if opened < 0 or row.tags[verb] != "V" or set("VXM,:=S") & set(row.tags[verb + 1 :]):
        return False
    first = row.tokens[verb].word
    is_like = not _TOWARDS_PERSONS.isdisjoint(first.verbal)
    meets = any("nouns.person" in token.word.nominal for token in row.tokens[verb + 1 : at])
    if "verbs:past" not in first.forms or (meets and not is_like):
        return False  # "met monks and jailed lawyers" may be two objects
    return not has_finite_later(row, at)


def _is_finite(row: Row, at: int) -> bool:
    options, before = row.all[at], row.all[at - 1]
    if options in ("X", "M"):
        return True
    return "V" in options and set(options) <= set("VBEJ") and before not in ("X", "M")


def is_after_date(row: Row, at: int) -> bool:
    """Whether the number before `at` is of a date, and counts no noun: "on May 3 jailed"."""
    if at < 2 or row.tags[at - 1] != "#":
        return False
    return row.tags[at - 2] == "N" and "function.time" in row.tokens[at - 2].classes
