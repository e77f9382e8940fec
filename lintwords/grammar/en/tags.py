"""English: one letter a token, so that phrases can be read off a string.

What the letters stand for is said in `letters`. A word's possible letters come from the lexicon;
its neighbours decide. Each decision is local and made once, left to right (after the idea of
ordered contextual rules in Brill 1992, "A simple rule-based part of speech tagger"); the only
look-ahead asks whether a finite verb is still to come in the clause, which tells the noun in
"China exports fell" from the verb in "China exports rice".
"""

from __future__ import annotations

from collections.abc import Sequence

from lintwords.grammar.en.verbs import Verbs
from lintwords.text.sentences import Token


class Tagger(Verbs):
    """Tags one sentence; `tags` is the result."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        super().__init__(tokens)
        for at, options in enumerate(self.all):
            sure = len(options) == 1 and options != "'"
            self.tags.append(options if sure else self._decide(at))

    def _decide(self, at: int) -> str:
        options = self.all[at]
        if options == "'":
            return "X" if self._is_contraction(at) else options
        before = self._before(at)
        if before in ("Z", "N", "O") and self._floats(at):
            return "!" if "function.negator" in self.tokens[at].classes else "R"
        if options == "TP":
            return self._to(at)
        if options == "N#":  # a year, unless it counts something
            return "#" if self._next_is_noun(at) and before != "P" else "N"
        if "X" in options and "function.be" in self.tokens[at].classes:
            return "X"  # "have been very clear"
        if before == "X" and ("E" in options or "G" in options):
            return "E" if "E" in options else "G"
        if before == "X" and "R" in options and "!" not in options:
            if self._after(at)[:1] in ("X", "E", "G"):
                return "R"  # "has long been"
        if before == "M" and "R" in options and "B" in options and "B" in self._after(at):
            return "R"  # "will even admit"
        if any(letter in "MXPSCDOW!#R" for letter in options):
            return self._function(at, options, before)
        return self._open(at, options, before)

    def _floats(self, at: int) -> bool:
        """"China neither accepts nor", "both feeds and": *neither* between subject and verb."""
        if "function.correlative" not in self.tokens[at].classes:
            return False
        following = set(self._after(at))
        return bool(following & set("VX")) and "B" not in following or "M" in following

    def _is_contraction(self, at: int) -> bool:
        """"China's going to", "China's not", "China's been": a verb, no possessive."""
        if at == 0 or self.tags[at - 1] not in "ZNO":
            return False
        following = self._after(at)
        if not following or "function.clitic-s" not in self.tokens[at].classes:
            return False
        nxt = at + 1
        if "!" in self.all[nxt] or following == "X":
            return True
        if following[0] in "DO" and "B" not in following:  # but "China's own"
            return True
        classes = self.tokens[nxt].classes
        spoken = {"verbs.catenative", "verbs.copula"} & classes or "verbs.spoken" in classes
        goes_on = self._look(nxt, 1)[:1] in tuple("TDOWS.,VEBGPR")
        return "G" in following and bool(spoken) and goes_on

    # -- function words ---------------------------------------------------------------------

    def _to(self, at: int) -> str:
        following = self._after(at)
        if following and "B" in following and "N" not in following and "J" not in following:
            return "T"
        if not following or "B" not in following:
            return "P"
        # "to plan talks" or "to plan": a preposition wants a noun with an article or a plural
        later = self._look(at, 2)
        if any(letter in later for letter in "DOZKNJ#PTRW") or not later.strip("."):
            return "T"
        return "T" if later[:1] in ".,C" else "P"

    def _function(self, at: int, options: str, before: str) -> str:
        following = self._after(at)
        if "D" in options and "B" in options and before not in ("D", "'"):
            return self._open(at, options.replace("D", ""), before)  # "does China own"
        if "D" in options and "O" in options or "D" in options and "S" in options:
            nominal = following and any(letter in "NJKZ#" for letter in following)
            if "W" in options or "S" in options:  # that
                return self._that(at, before, following)
            return "D" if nominal else "O"
        if "M" in options and before == "K" and at > 1 and self.tags[at - 2] == "D":
            return "M"  # "the Chinese will not"
        if "M" in options:  # will, may, can, might; must
            return "N" if before in ("D", "J", "'", "K") and "N" in options else "M"
        if "X" in options:
            return "X"
        if "W" in options and "S" in options:
            return "S" if before not in ("N", ",", "Z") else "W"
        if "P" in options and "S" in options:  # before, after, since, as, until
            return self._preposition_or_subordinator(at)
        if "!" in options and "C" in options:  # nor
            return "C" if before in tuple("NZK") else "!"
        if "!" in options and "D" in options:  # no
            return "D" if following and any(x in following for x in "NJG") else "!"
        if "#" in options and "R" in options:
            return "#" if following and following[0] in "#ND" else "R"
        if "#" in options and "O" in options:
            return "#" if following and any(x in following for x in "NJ") else "O"
        if "S" in options and "R" in options and before in ("Z", "O") and following[:1] in "VXM":
            return "R"  # "China once pleaded"
        return self._first(options, "!CWPSD#OR", following, before)

    def _first(self, options: str, order: str, following: str, before: str) -> str:
        open_class = [letter for letter in options if letter in "NJVBEG"]
        if open_class and before in ("D", "J", "'", "K") and "N" in open_class:
            return "N"
        if open_class and "B" in open_class and before in ("T", "M"):
            return "B"
        for letter in order:
            if letter in options:
                return letter
        return options[0]

    def _that(self, at: int, before: str, following: str) -> str:
        if before in ("N", "Z", "K") and following and any(x in following for x in "VXM"):
            return "W"
        if before == "," and following and any(x in following for x in "VXM"):
            return "W"  # "It is China, and not the growers, that should pay"
        if before in ("N", "Z") and "B" in following and self._subject_before(at) != "singular":
            return "W"
        if before in ("V", "B", "E", "G", "N", "J", "Z", "R"):
            return "S"
        if following and any(letter in "NJ" for letter in following):
            return "D"
        if following and any(letter in "XMV" for letter in following):
            return "O"
        return "S"

    def _preposition_or_subordinator(self, at: int) -> str:
        """A finite verb before the next border makes it a subordinator."""
        if self._before(at) == "X" and "E" in self._after(at):
            return "R"  # "has since detained"
        for later in range(at + 1, min(at + 9, len(self.all))):
            options = self.all[later]
            if options in (",", ":", ".", "=", "(", ")", "C"):
                break
            if options in ("X", "M") or "V" in options and set(options) <= set("VBEJ"):
                if later > at + 1:
                    return "S"
            if later > at + 1 and (self._moves(later) or self._is_plural_clause(later)):
                return "S"
            if options[0] in "WS" and later > at + 1:
                break
            if options == "O":
                return "S"
        return "P"

    def _moves(self, at: int) -> bool:
        """A noun or verb after the country: "as China moves against", "after China cut tariffs"."""
        options, following = self.all[at], self._look(at, 1)
        if self.all[at - 1] != "Z" or "V" not in options or self._finite_later(at):
            return False
        if self._ends_with_s(at):
            return following[:1] in tuple("DPTOZ")
        return {"B", "E"} <= set(options) and following[:1] in tuple("DOZKN")

    def _is_plural_clause(self, at: int) -> bool:
        """"before the Chinese destroy it": a verb in the plural after the people's name."""
        options = self.all[at]
        if self.all[at - 1] != "K" or self.all[at - 2] != "D" or "B" not in options:
            return False
        return "N" not in options and "J" not in options

    # -- open classes -----------------------------------------------------------------------

    def _open(self, at: int, options: str, before: str) -> str:
        verbal = [letter for letter in options if letter in "VBEG"]
        nominal = "N" if "N" in options else ""
        if not verbal:
            return self._noun_or_adjective(at, options)
        if before in ("M", "T") and "B" in verbal:
            return "B"
        resumed = self._resumed(at, verbal)
        if resumed:
            return resumed
        if before == "X":
            return self._after_auxiliary(at, options, verbal)
        if before in ("D", "'", "K", "J", "#") and not self._group_acts(at, before, verbal):
            return self._modifier_or_noun(at, options, nominal)
        if before == "P":
            return self._after_preposition(at, options, verbal, nominal)
        degree = "R" in options or "J" in options and "E" not in options
        if before == "W" and degree and "function.question" in self.tokens[at - 1].classes:
            return "R"  # "how fast"
        if before == "W" and nominal and "function.possessive" in self.tokens[at - 1].classes:
            return "N"  # "whose shop China shut"
        if before in ("W", "O"):
            return self._verb(at, verbal)
        if nominal and not self._is_verb(at, verbal, before):
            return "N"
        if "J" in options and not nominal and before not in ("Z", "N", "O"):
            if self._next_is_noun(at) and self._after(at) != "Z":
                return "J"
        return self._verb(at, verbal)

    def _resumed(self, at: int, verbal: list[str]) -> str:
        """The form that an auxiliary before an aside asks for: "has, for years, jailed"."""
        auxiliary = self._interrupted(at)
        if auxiliary < 0:
            return ""
        if self.tags[auxiliary] == "M":
            return "B" if "B" in verbal else ""
        wanted = "EG" if "function.be" in self.tokens[auxiliary].classes else "E"
        return next((letter for letter in wanted if letter in verbal), "")

    def _noun_or_adjective(self, at: int, options: str) -> str:
        if "J" not in options or "N" not in options:
            return options[0]
        if self._after(at) == "C" and self._look(at, 2)[:1] in ("J", "N"):
            return "J" if self._look(at, 2)[:1] == "J" else "N"
        return "J" if self._next_is_noun(at) else "N" if self._before(at) in "DJ'KP" else "J"

    def _after_auxiliary(self, at: int, options: str, verbal: list[str]) -> str:
        for letter in "EG":
            if letter in verbal:
                return letter
        if "B" in verbal and self._auxiliary_is_do(at):
            return "B"
        if "J" in options:
            return "J"
        if "N" in options:
            # "does China plan": an inverted auxiliary is not straight before its verb
            return "N"
        return verbal[0]

    def _modifier_or_noun(self, at: int, options: str, nominal: str) -> str:
        if self._next_is_noun(at) and ("J" in options or "E" in options):
            return "J"
        if nominal:
            return "N"
        if "G" in options:
            return "G"
        if "J" in options or "E" in options:
            return "J"
        return options[0]

    def _after_preposition(
        self, at: int, options: str, verbal: list[str], nominal: str
    ) -> str:
        if "G" in verbal and (not nominal or self._takes_what_follows(at)):
            return "G"
        if self._next_is_noun(at) and ("J" in options or "E" in verbal) and not nominal:
            return "J"
        return "N" if nominal else "G" if "G" in verbal else "J" if "J" in options else verbal[0]

    def _takes_what_follows(self, at: int) -> bool:
        """An -ing form with an object or its own preposition: "by calling on"."""
        following = self._after(at)
        if following and (following[0] in "DOZK" or "O" in following):
            return True
        last = self.tokens[at + 1].low if at + 1 < len(self.tokens) else ""
        longer = self.tokens[at].word.longer.get(last, ())
        return any(len(entry.rest) == 1 and entry.reading.form == "ing" for entry in longer)
