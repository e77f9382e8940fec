"""French: what the endings of determiners, participles and adjectives tell of a noun's number."""

from __future__ import annotations

ONE, MANY = "one", "many"
_MANY = ("s", "x")
_BOTH = ("is", "us", "os")  # participles of one and of many: "pris", "inclus", "clos"


def counted(determiner: str) -> str:
    """How many a determiner stands before: "les" and "aux" before many, "la" and "du" before one.
    """
    return MANY if determiner.endswith(_MANY) else ONE


def agreed(form: str, base: str) -> tuple[bool | None, str]:
    """Whether a participle or adjective shows a feminine, and its number; `base` is the masculine.

    Of a participle the base is empty: none is a masculine that ends in "e". None where the form is
    that of both genders, an empty number where it is that of both.
    """
    either = form.endswith(_BOTH) if not base else form == base and base.endswith(_MANY)
    number = "" if either else counted(form)
    single = form[:-1] if number is MANY and form.endswith("s") else form
    if base.endswith("e"):
        return None, number
    return single.endswith("e"), number
