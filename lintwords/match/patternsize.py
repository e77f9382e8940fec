"""How large a regular expression becomes when it is compiled, told from its text.

A repeat is compiled as many times as it must stand, repeats inside each other multiply: twenty
characters can ask for gigabytes, and no clock bounds that. The text is read in each way that flags
inside it can ask for, as they may stand anywhere, and the largest size counts.
"""

from __future__ import annotations

import re

from lintwords import later

MOST = 10**9  # what is larger is as large

_TOKEN = later.pattern(
    r"\\.|(?P<note>\(\?\#[^)]*\)?)|(?P<count>\{[^{}]*\})|(?P<open>[(\[])|(?P<close>[)\]])"
    r"|(?P<line>\#[^\n]*)|(?P<space>\s)|(?P<quick>[?*+])|.",
    re.DOTALL,
)
_CLASS = later.pattern(r"\[\^?\]?(?:\\.|[^\]\\])*\]?", re.DOTALL)
_FIRST = later.pattern(r"\^?\]")  # a sign of the class, not its end
_NUMBER = later.pattern(r"\d+")


def expanded(pattern: str) -> int:
    """The parts of `pattern` with each counted repeat written out, at most `MOST`."""
    return max(
        _size(pattern, nested=nested, verbose=verbose)
        for nested in (False, True) for verbose in (False, True)
    )


def _size(pattern: str, *, nested: bool, verbose: bool) -> int:
    """`nested`: a class may stand inside a class; `verbose`: spaces and remarks say nothing."""
    totals, last = [0], 0  # of each bracket that is open, what stands in it; the part before
    depth = at = 0  # depth of classes
    while token := _TOKEN.match(pattern, at):
        at = token.end()
        sign = token[0]
        if sign == "[" and not nested and (whole := _CLASS.match(pattern, token.start())):
            at, last = whole.end(), len(whole[0])
            totals[-1] += last
        elif depth and sign not in ("[", "]"):
            totals[-1] += len(sign)
        elif token["open"]:
            totals.append(1)
            depth += sign == "["
            if sign == "[" and (first := _FIRST.match(pattern, at)):
                at = first.end()
        elif token["close"] and len(totals) > 1 and (sign == ")" or depth):
            depth -= depth > 0
            last = totals.pop()
            totals[-1] += last
        elif token["count"]:
            more = last * (_times(sign) - 1)
            totals[-1], last = min(totals[-1] + more, MOST), min(last + more, MOST)
        elif token["note"] or token["quick"] or (verbose and (token["line"] or token["space"])):
            continue
        else:
            if token["line"]:
                at = token.start() + 1  # only a sign
            last = 1
            totals[-1] += 1
    return min(sum(totals), MOST)


def _times(count: str) -> int:
    """How often what stands before a count must stand, at least."""
    least = "".join(_NUMBER.findall(count.partition(",")[0]))
    return min(max(int(least or "1"), 1), MOST)
