"""English: what stands around a word while it is tagged: its neighbours, subject, auxiliary."""

from __future__ import annotations

from collections.abc import Sequence

from lintwords.grammar.en.letters import candidates
from lintwords.text.sentences import Token

_BORDER = ",:.=()WSO"


class Neighbours:
    """A sentence of which the tokens on the left have their letters."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.all = [candidates(token) for token in tokens]
        self.tags: list[str] = []

    def _before(self, at: int) -> str:
        spot = at - 1
        while spot >= 0 and (
            self.tags[spot] == '"' or self.tags[spot] in "R!" and self._transparent(spot)
        ):
            spot -= 1
        return self.tags[spot] if spot >= 0 else ""

    def _transparent(self, spot: int) -> bool:
        return spot > 0 or self.tags[spot] == "!"

    def _after(self, at: int) -> str:
        """The options of the next token, adverbs and quotation marks passed over."""
        spot = at + 1
        while spot < len(self.all) and self.all[spot] in ('"', "R", "!"):
            spot += 1
        return self.all[spot] if spot < len(self.all) else ""

    def _look(self, at: int, steps: int) -> str:
        spot = at + steps
        return self.all[spot] if spot < len(self.all) else ""

    def _next_is_noun(self, at: int) -> bool:
        following = self._after(at)
        return bool(following) and (following[0] in "NJZK" or "N" in following)

    def _next_is_verb(self, at: int) -> bool:
        following = self._after(at)
        return bool(following) and following in ("V", "X", "M", "VE", "EV")

    def _ends_with_s(self, at: int) -> bool:
        return "verbs:third" in self.tokens[at].word.forms

    def _finite_later(self, at: int) -> bool:
        """Whether a verb that can only be finite stands further on in this clause."""
        for spot in range(at + 1, min(at + 14, len(self.all))):
            options = self.all[spot]
            if options[0] in _BORDER or "S" in options or "W" in options:
                return False
            if options == "C" and self._ends_with_s(at) and "V" in self._look(spot, 1):
                return False  # "welcomes journalists but opposes": two verbs, no subject
            if options in ("X", "M", "V"):
                return self.all[spot - 1] != "T"
            if options == "B":
                return self.all[spot - 1] not in ("T", "TP", "M")
            if options in ("VE", "EV"):
                follows = self.all[spot + 1][:1] if spot + 1 < len(self.all) else ""
                by = spot + 1 < len(self.tokens) and (
                    "function.by" in self.tokens[spot + 1].classes
                )
                return not by and self.all[spot - 1][-1:] in "NZ#R" and follows != "N"
            if "V" in options and not set(options) & set("NJP"):
                return True
        return False

    # -- clause, subject, auxiliary ----------------------------------------------------------

    def _has_verb(self, at: int) -> bool:
        """Whether the clause has its finite verb already, and no new clause can open here."""
        inside = False
        for spot in range(at - 1, max(at - 16, -1), -1):
            tag = self.tags[spot]
            inside = tag == ")" or inside and tag != "("
            if inside:
                continue
            if tag in "XM":
                return True
            if tag == "V":
                return not self.tokens[spot].classes & {"verbs.clause", "verbs.speech"}
            if tag in ",:.=SWC(":
                return False
        return False

    def _subject_before(self, at: int) -> str:
        """What noun phrase stands straight before: "", singular, plural or list."""
        spot = at - 1
        while spot >= 0 and self.tags[spot] in 'R!"':
            spot -= 1
        if spot < 0:
            return ""
        tag = self.tags[spot]
        if tag in ")=,":
            return "singular" if any(t in "ZN" for t in self.tags[:spot]) else ""
        if tag == "K":
            return "plural"
        if tag not in "NZO":
            return ""
        if spot >= 2 and self.tags[spot - 1] == "C" and self.tags[spot - 2] in "NZ,":
            return "list"
        if self._headline_list(spot):
            return "list"
        if tag == "Z" and self._after_example(spot):
            return "list"
        while tag == "Z" and spot >= 2 and self.tags[spot - 2 : spot] == ["N", "P"]:
            spot, tag = spot - 2, "N"  # "doctors in China": the doctors act
        forms = self.tokens[spot].word.forms
        return "plural" if "nouns:plural" in forms else "singular"

    def _headline_list(self, spot: int) -> bool:
        """"Canada, Japan urge": states at the start, with commas and no *and*."""
        first = spot
        while first >= 2 and self.tags[first - 1] == "," and self._is_state(first):
            first -= 2
        opens = first == 0 or self.tags[first - 1] == ":"
        return first < spot and opens and self._is_state(first)

    def _is_state(self, at: int) -> bool:
        return self.tags[at] == "Z" or "names.country" in self.tokens[at].classes

    def _after_example(self, spot: int) -> bool:
        """"Countries like China jail …"."""
        return spot > 0 and "function.like" in self.tokens[spot - 1].classes

    def _subject_open(self, at: int) -> bool:
        """Whether a subject before the comma still waits for its verb."""
        finite = sum(t in "VXM" for t in self.tags) - sum(t in "WS" for t in self.tags)
        return any(t in "ZNKO" for t in self.tags) and finite <= 0

    def _inverted(self, at: int) -> bool:
        """An auxiliary before the subject: "Does China plan …"."""
        if "B" not in self.all[at] and "E" not in self.all[at] and "G" not in self.all[at]:
            return False
        spot = at - 1
        while spot >= 0 and self.tags[spot] in "DJNZK#'RC":
            spot -= 1
        if spot < 0 or self.tags[spot] not in ("X", "M") or spot == at - 1:
            return False
        return spot == 0 or self.tags[spot - 1] in 'WSC,:="R!'

    def _auxiliary_is_do(self, at: int) -> bool:
        for earlier in range(at - 1, max(at - 5, -1), -1):
            if self.tags[earlier] == "X":
                return "function.do" in self.tokens[earlier].classes
        return False

    def _auxiliary_open(self, at: int) -> bool:
        """"has detained and tortured": the auxiliary of the first verb serves the second."""
        if self._before(at) not in ("C", ",") or self._after_aside(at):
            return False
        for spot in range(at - 1, max(at - 8, -1), -1):
            tag = self.tags[spot]
            if tag in "VBWS":
                return False
            if tag == "E":
                group = self.tags[max(spot - 3, 0) : spot]
                return "X" in group and "W" not in group
        return False

    def _after_aside(self, at: int) -> bool:
        """"China, having promised restraint, jailed": the auxiliary stands in the parenthesis."""
        opening = at - 2
        while opening > 0 and self.tags[opening] not in ",:=":
            opening -= 1
        if self.tags[at - 1] != "," or opening <= 0 or self.tags[opening] != ",":
            return False
        first = self.tokens[opening + 1]
        return self.tags[opening + 1] in "WSG" or (
            self.tags[opening + 1] == "X" and first.low.endswith("ing")
        )

    def _interrupted(self, at: int) -> int:
        """The auxiliary before an aside that ends here: "has, for years, jailed"; -1 if none."""
        close = {",": ",", "=": "=", ")": "("}.get(self.tags[at - 1] if at else "")
        if not close:
            return -1
        for spot in range(at - 2, max(at - 16, 0), -1):
            if self.tags[spot] == close:
                before = spot - 1
                while before > 0 and self.tags[before] in "R!":
                    before -= 1
                return before if self.tags[before] in ("X", "M") else -1
            if self.tags[spot] in ":.":
                return -1
        return -1
