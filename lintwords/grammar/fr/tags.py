"""French: one letter for each token, by what stands around it."""

from __future__ import annotations

from collections.abc import Sequence

from lintwords.grammar.fr.tag_letters import candidates
from lintwords.grammar.tagged import Tagged
from lintwords.grammar.tagged import tagged as once
from lintwords.text.sentences import Sentence
from lintwords.text.tokens import Token

_VERBAL = frozenset("VBEGXM")
_FINITE = frozenset("VXM")
_BORDER = frozenset(":=.")
# after these a clause goes on that gives "que" the sense of "that"
_SAID = frozenset(("verbs.clause", "verbs.speech", "verbs.mind", "verbs.demand", "voices.report"))
_CLAIM = frozenset(("voices.claim_noun", "voices.false_noun", "nouns.of-proof", "voices.text_noun"))


def tagged(sentence: Sentence) -> Tagged:
    """The sentence with its letters, made once."""
    return once(sentence, tags_of)


def tags_of(tokens: Sequence[Token]) -> list[str]:
    """The letter of each token, decided from left to right."""
    return Tagger(tokens).tags


class Tagger:
    """Reads a sentence from left to right; `tags` holds the letters."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.all = [candidates(token) for token in tokens]
        self.tags: list[str] = []
        for at in range(len(tokens)):
            self.tags.append(self._choose(at))

    def has(self, at: int, cls: str) -> bool:
        return 0 <= at < len(self.tokens) and cls in self.tokens[at].classes

    def _next(self, at: int) -> str:
        """The letters that the next word may have, quotation marks passed over."""
        at += 1
        while at < len(self.all) and self.all[at] == '"':
            at += 1
        return self.all[at] if at < len(self.all) else ""

    def _before(self, at: int) -> str:
        """The letter of the word before, adverbs and quotation marks passed over."""
        at -= 1
        while at >= 0 and self.tags[at] in 'R"':
            at -= 1
        return self.tags[at] if at >= 0 else ""

    # -- the order of tests -----------------------------------------------------------------

    def _choose(self, at: int) -> str:
        options = self.all[at]
        if len(options) == 1:
            return options
        if "Q" in options:
            return self._pronoun(at, options)
        if "D" not in options and self.has(at, "function.negation-second") and self._ne_open(at):
            return "!"
        if "S" in options and "W" in options:
            return self._que(at)
        if "!" in options:
            return self._negator(at, options)
        if "D" in options:
            return self._determiner(at, options)
        if "S" in options and "R" in options:  # "si"
            return "R" if self._next(at)[:1] in ("J", "R") else "S"
        if "P" in options:
            return "P" if not set(options) & set("NV") or self._opens_phrase(at) else options[-1]
        if "O" in options:
            return "O" if not set(options) & _VERBAL else self._content(at, options)
        return self._content(at, options)

    def _pronoun(self, at: int, options: str) -> str:
        """A pronoun before its verb, or an article, a preposition, a subject, "si"."""
        follows = self._next(at)
        is_verb = bool(set(follows) & _VERBAL)
        after = self._before(at)
        if "D" in options:
            if "N" not in follows and "J" not in follows and is_verb and "E" not in follows:
                return "Q"
            if after in ("O", "!", "Q") and set(follows) & set("VXMB"):
                return "Q"  # "on la presse"
            if "V" in follows and self._ends_subject(at):
                return "Q"  # "La Chine les force à partir"
            return "Q" if follows[:1] == "X" and "N" not in follows else "D"
        if "S" in options:
            return "S" if follows[:1] == "O" else "Q"
        if "P" in options:
            if follows[:1] == "G":
                return "P"
            is_verb = follows[:1] in tuple("VXMQ") and "N" not in follows
            return "Q" if is_verb or after in ("Q", "!") else "P"
        for person, form in (("first", "verbs:we"), ("second", "verbs:you")):
            if "O" in options and self.has(at, f"function.{person}-person"):
                return "O" if self._next_form(at, form) or not is_verb else "Q"
        return "Q" if is_verb else "O"

    def _ends_subject(self, at: int) -> bool:
        """Whether a state that opens its clause stands just before: no noun follows it bare."""
        if at < 2 or not self.tokens[at - 1].name or self.tags[at - 2] != "D":
            return False
        return at == 2 or self.tags[at - 3] in ',:.=S"C'

    def _next_form(self, at: int, form: str) -> bool:
        return at + 1 < len(self.tokens) and form in self.tokens[at + 1].word.forms

    def _que(self, at: int) -> str:
        before = self._before(at)
        spot = at - 1
        classes = self.tokens[spot].classes if spot >= 0 else frozenset()
        denied = before == "B" and not _SAID.isdisjoint(classes)  # "on ne peut nier que"
        if self._ne_open(at) and not self._negated(at) and not denied and before in _VERBAL:
            return "R"  # "ne libère que"
        if spot < 0:
            return "S"
        if self.has(at, "function.complementizer") and not _SAID.isdisjoint(classes):
            return "S"
        if not self.has(at, "function.complementizer"):
            return "W"
        if before in ("N", "Z", "K", ")"):
            return "S" if not _CLAIM.isdisjoint(classes) else "W"
        if before == "O":
            return "W"
        if before == ",":
            inner = self.tags[spot - 1] if spot else ""
            return "W" if inner in ("N", "Z", "K") else "S"
        return "S"

    def _ne_open(self, at: int) -> bool:
        """Whether a first negator stands before in the clause."""
        for spot in range(at - 1, max(at - 9, -1), -1):
            if self.tags[spot] in ":=.SW":
                return False
            if self.has(spot, "function.negation-first"):
                return True
        return False

    def _negated(self, at: int) -> bool:
        """Whether a second negator stands between the first and here."""
        for spot in range(at - 1, max(at - 9, -1), -1):
            if self.has(spot, "function.negation-first"):
                return False
            if self.tags[spot] == "!" and self.has(spot, "function.negation-second"):
                return True
        return False

    def _negator(self, at: int, options: str) -> str:
        if self.has(at, "function.negation-first"):
            return "!"
        if "D" in options and set(self._next(at)) & set("NJ"):
            return "D"
        if "P" in options:
            return "P"
        if self._ne_open(at):
            return "!"
        rest = options.replace("!", "")
        if rest and self._before(at) in ("D", "J"):
            return rest[-1]
        return rest[0] if rest else "!"

    def _determiner(self, at: int, options: str) -> str:
        follows = self._next(at)
        if "P" in options:  # "des"
            return self._des(at)
        if "V" in options or "E" in options:
            return self._content(at, options)
        nominal = set(follows) & set("NJZK#DE")
        if nominal or follows == "":
            return "D"
        others = options.replace("D", "")
        return others[0] if others else "D"

    def _des(self, at: int) -> str:
        """What "des" is: an article, or "de" with one."""
        before = self._before(at)
        if before in ("", ",", "C", ":", "=", "P", "S", "W"):
            return "D"
        if before in ("V", "B", "E", "G", "X"):
            spot = at - 1
            while spot > 0 and self.tags[spot] in 'R"':
                spot -= 1
            longer = self.tokens[spot].word.longer.get(self.tokens[at].low, ())
            return "P" if any(len(entry.rest) == 1 for entry in longer) else "D"
        return "P"

    def _opens_phrase(self, at: int) -> bool:
        follows = self._next(at)
        return bool(set(follows) & set("DNZK#OBPJ")) and self._before(at) not in ("D",)

    # -- nouns, adjectives, verbs -----------------------------------------------------------

    def _content(self, at: int, options: str) -> str:
        nominal = "".join(letter for letter in options if letter in "NJ#")
        verbal = "".join(letter for letter in options if letter in "VBEGXM")
        before = self._before(at)
        if "R" in options and not nominal:
            return "R"  # "plus", which is a participle too
        if before in ("-",) and at > 1:
            before = self.tags[at - 2]
        if verbal and not nominal:
            return self._verb(at, verbal, before)
        if verbal and self._is_verb(at, verbal, before):
            return self._verb(at, verbal, before)
        if nominal:
            if "R" in options and before not in ("D", "J", "P", "#", "N"):
                return "R"
            return self._noun(at, nominal, before)
        return options[0]

    def _is_verb(self, at: int, verbal: str, before: str) -> bool:
        """Verb, or a noun or an adjective of the same form."""
        follows = self._next(at)
        if before == "!" and self._is_denied_being(at) and not set(verbal) & set("EX"):
            return False  # "n'est pas prête", no form of "prêter"
        if before in ("Q", "!"):
            return True
        if before in ("D", "#") or (before == "J" and not set(verbal) & _FINITE):
            return False
        if "X" in verbal and before not in ("P", "X", "M"):
            return True  # "est", not "l'est"
        if before == "X":
            return "E" in verbal
        if before == "M":
            return "B" in verbal
        if before == "P":
            return "B" in verbal or "G" in verbal
        if before == "O":
            return bool(set(verbal) & _FINITE)
        if before == "W":
            return bool(set(verbal) & _FINITE)
        if set(verbal) & {"V", "X", "M"}:
            if before in ("Z", "N", "K", "J", "E", ")", '"', "R"):
                return not self._has_finite(at) and self._subject_open(at)
            if before == ",":
                opens = follows[:1] in ("D", "Z", "N", "O", "S", "!")
                return opens and (self._subject_open(at) and not self._has_finite(at))
            if before == "C":
                finite = any(tag in _FINITE for tag in self.tags)
                return finite and follows[:1] in tuple("DZOQ!SPBR")
            if before in ("", ":", "="):
                return follows[:1] in ("D", "Z") and "E" not in verbal
        if "E" in verbal and before in ("N", "K", "Z", "J", "E", ",", "", "C"):
            return True
        return False

    def _is_denied_being(self, at: int) -> bool:
        """Whether an auxiliary stands before the negators before here: "n'est pas"."""
        spot = at - 1
        while spot >= 0 and self.tags[spot] in "!R":
            spot -= 1
        return spot >= 0 and self.tags[spot] == "X"

    def _has_finite(self, at: int) -> bool:
        """Whether the clause has its finite verb already."""
        depth = 0
        for spot in range(at - 1, max(at - 30, -1), -1):
            tag = self.tags[spot]
            if tag == ")":
                depth += 1
            elif tag == "(":
                depth -= 1
            if depth > 0:
                continue
            if tag in _FINITE:
                # a relative clause's verb is none of the main clause
                relative = next(
                    (i for i in range(spot - 1, max(spot - 8, -1), -1) if self.tags[i] == "W"), -1
                )
                between = self.tags[relative + 1 : spot] if relative >= 0 else []
                if relative >= 0 and not set(between) & (_FINITE | {","}):
                    if self._closed_after(spot, at):
                        continue
                return True
            if tag in ":=." or tag == "S":
                return False
            if tag == "W":
                return False
        return False

    def _closed_after(self, verb: int, at: int) -> bool:
        """Whether the relative clause of `verb` has ended before `at`."""
        return "," in self.tags[verb:at] or self._before(at) in ("N", "J", "E", "#", "B", "R")

    def _subject_open(self, at: int) -> bool:
        """Whether a noun before may be the subject."""
        for spot in range(at - 1, -1, -1):
            tag = self.tags[spot]
            if tag in _BORDER:
                return False
            if tag in "NZKO":
                return True
        return False

    def _verb(self, at: int, verbal: str, before: str) -> str:
        """Which form of a verb."""
        if len(verbal) == 1:
            return verbal
        for letter in "XM":
            if letter in verbal:
                return letter
        if "B" in verbal and before in ("P", "M"):
            return "B"
        if "V" in verbal and "E" in verbal:
            if before == "X":
                return "E"
            if before in ("Q", "!", "O", "W"):
                return "V"
            if before in ("D", "P", "J"):
                return "E"
            if before == "C":
                finite = next((tag for tag in reversed(self.tags) if tag in "VXME"), "")
                return "V" if finite == "V" else "E"
            is_open = self._subject_open(at) and not self._has_finite(at)
            return "V" if is_open and not self._by_follows(at) else "E"
        if "E" in verbal:
            return "E" if before in ("X", "N", "K", ",") else verbal[0]
        return verbal[0]

    def _by_follows(self, at: int) -> bool:
        return self.has(at + 1, "function.by")

    def _noun(self, at: int, nominal: str, before: str) -> str:
        """Noun or adjective."""
        if len(nominal) == 1:
            return nominal
        if "#" in nominal:
            return "N" if before in ("P", "N", "") else "#"
        follows = self._next(at)
        capital = self.tokens[at].text[:1].isupper() and at > 0
        if before in ("N", "K", "E") and not capital:
            return "J"
        if before in ("D", "J", "#", "P", "C", ",", ""):
            return "J" if follows[:1] == "N" and "V" not in follows else "N"
        if before in ("X", "R"):
            return "J"
        return nominal[0]
