"""English: whether a word is a verb where it stands, and in which form."""

from __future__ import annotations

from lintwords.grammar.en.neighbours import Neighbours

FEARING = "function.fearing"
MANDATIVE = frozenset(("verbs.mandative", "nouns.mandative", "adjectives.mandative"))


class Verbs(Neighbours):
    """Tells verbs from nouns, and one form of a verb from another."""

    def _is_verb(self, at: int, verbal: list[str], before: str) -> bool:
        """Noun or verb, after a noun, a border or another verb."""
        if before in ("V", "B", "E", "G"):
            return self._after_verb(at, verbal)
        if before in ("Z", "N", "K", "O") and self._bare_infinitive(at, verbal):
            return True
        if "G" in verbal and len(verbal) == 1:
            return before in ("Z", "N", "O") or not self._next_is_verb(at)
        if before == "Z" and self._is_wished(at):
            return True
        following = self._after(at)
        subject = self._subject_before(at)
        inverted = self._inverted(at)
        if inverted:
            return True
        if before == "C":
            return self._parallel(at, verbal, following)
        if before in ("", ",", ":", ".", "=", "S", '"'):
            if subject == "":
                opens = bool(following) and following[0] in "DOZK" and (
                    "B" in verbal or self._resolves(at)
                )
                return opens and before in ("", ":", ".", "=")
            if before == "S":
                return False
        if "V" in verbal or "E" in verbal:
            if subject == "plural" and self._ends_with_s(at):
                return False  # "the courts sanctions": no agreement
            if following and (following[0] in "DOTSWR#" or "O" in following):
                return True
            if following in ("Z", "K"):
                return True
            if before == "Z" and self._has_particle(at):
                return True  # "China hits out at drills"
            return not self._finite_later(at) and not self._has_verb(at)
        if "B" in verbal and self._mandative(at):
            return any(letter in following for letter in "DOZKJNTPR#.")
        if "B" in verbal and subject in ("plural", "list"):
            if following and (following[0] in "DOZK" or "O" in following):
                return True
            return bool(following) and not self._finite_later(at)
        return False

    def _is_wished(self, at: int) -> bool:
        """"what China wants", "what China fears": no plural noun after *what* and a name."""
        if at < 2 or self.tags[at - 2] != "W" or not self._ends_with_s(at):
            return False
        question = "function.question" in self.tokens[at - 2].classes
        return question and "verbs.mind" in self.tokens[at].word.verbal

    def _mandative(self, at: int) -> bool:
        """"ask that China drop it", "lest China jail him": a base form of what is not yet."""
        spot = at - 1
        while spot > 0 and self.tags[spot] in "R!":
            spot -= 1
        if spot < 1 or self.tags[spot] != "Z":
            return False
        if FEARING in self.tokens[spot - 1].classes:
            return True
        that = self.tags[spot - 1] == "S"  # "demand China drop the charges" leaves it out
        asked = self.tokens[spot - 1 - that].classes if spot > that else frozenset()
        return "verbs.mandative" in asked or that and not MANDATIVE.isdisjoint(asked)

    def _resolves(self, at: int) -> bool:
        """A resolution's verb at the start: "Urges China to ratify", not "Bans China imposed"."""
        return self._ends_with_s(at) and not any(x in self._look(at, 2) for x in "VXM")

    def _has_particle(self, at: int) -> bool:
        if at + 1 >= len(self.tokens):
            return False
        longer = self.tokens[at].word.longer.get(self.tokens[at + 1].low, ())
        return any(entry.reading.cls.startswith("verbs.") for entry in longer)

    def _parallel(self, at: int, verbal: list[str], following: str) -> bool:
        """After *and*: a verb if a verb of the same form stands before and an object follows."""
        earlier = next((t for t in reversed(self.tags) if t in "VBEXM"), "")
        if not earlier or not (set(verbal) & {"V", "B", "E"}):
            return False
        if earlier in "XM":
            return "B" in verbal and bool(following) and following[0] in "DOZKJN#"
        fits = earlier in verbal or (earlier == "V" and "E" in verbal)
        return fits and bool(following) and following[0] in "DOZKJN#PTR"

    def _after_verb(self, at: int, verbal: list[str]) -> bool:
        earlier = self.tokens[at - 1].classes if at else frozenset()
        if "G" in verbal:
            return "verbs.catenative" in earlier or self._after(at)[:1] in tuple("DOZK#")
        return "B" in verbal and "verbs.bare-infinitive" in earlier and "N" not in self.all[at]

    def _bare_infinitive(self, at: int, verbal: list[str]) -> bool:
        """"help Beijing silence its critics"."""
        spot = at - 1
        while spot >= 0 and self.tags[spot] in "NZKJD":
            spot -= 1
        if "B" not in verbal or spot < 0 or self.tags[spot] not in "VBEG":
            return False
        follows = self._after(at)[:1]
        if "verbs.bare-infinitive" not in self.tokens[spot].classes:
            return False
        return follows in tuple("DOZKTPN.") or "N" in self._after(at)

    def _group_acts(self, at: int, before: str, verbal: list[str]) -> bool:
        """"The Chinese plan a base": a plural verb straight after the people's name."""
        if before != "K" or at < 2 or self.tags[at - 2] not in "D":
            return False
        following = self._after(at)
        if "B" not in verbal and "V" not in verbal:
            return False
        if at > 2 and "verbs.let-be" in self.tokens[at - 3].classes and "B" in verbal:
            # "let the Chinese walk all over us", but "let the Chinese ban stand"
            return following[:1] in tuple("PRDOZKT!.,")
        if "B" in verbal and following[:1] == "." and self._is_alone(at):
            return True
        if not {"N", "J"} & set(self.all[at]) and following[:1] in tuple("DOSZT"):
            return True  # "the Chinese said the ship was theirs"
        if self._opens_clause(at - 2) and "N" not in self.all[at]:
            # "the Chinese sent inspectors", but "met the Chinese appointed governor"
            blamed = "verbs.reproach" in self.tokens[at].word.verbal  # "the Chinese accused of"
            after = "NJ" if "E" in verbal and blamed else "NJP.,"
            if following[:1] in tuple(after) and not self._finite_later(at):
                return not self._by_follows(at)
        return bool(following) and following[0] in "DOZTKR#SW" and not self._finite_later(at)

    def _is_alone(self, at: int) -> bool:
        """Whether the clause that ends here would have no verb: "So the Chinese stall"."""
        border = at - 2
        while border > 0 and self.tags[border - 1] not in ",:=.C":
            border -= 1
        before = self.tags[border : at - 2]
        return border + 1 <= at - 2 and set(before) <= set("RSC") and bool(before)

    def _opens_clause(self, at: int) -> bool:
        """Whether a clause begins at `at`, as far as the tag before tells."""
        if at > 1 and self.tags[at - 1] in "N#" and self.tags[at - 2] == "P":
            opens = at == 2 or self.tags[at - 3] in ",:=SC"
            return opens and self.tokens[at - 1].low[:1].isdigit()  # "In 1979 the Chinese marched"
        return at == 0 or self.tags[at - 1] in ",:=SWCR(\""

    # -- the verb's form --------------------------------------------------------------------

    def _verb(self, at: int, verbal: list[str]) -> str:
        if len(verbal) == 1:
            return verbal[0]
        before = self._before(at)
        if "B" in verbal and (
            before in ("T", "M") or self._inverted(at) or self._mandative(at)
        ):
            return "B"
        if "V" in verbal and "E" in verbal:
            return self._past_or_participle(at, before)
        if "B" in verbal:
            return "B"
        return verbal[0]

    def _past_or_participle(self, at: int, before: str) -> str:
        following = self._after(at)
        if before == "X" or self._inverted(at):
            return "E"
        if self._auxiliary_open(at):
            return "E"
        if before in ("D", "'", "J", "P", "K") and self._next_is_noun(at):
            return "V" if self._group_acts(at, before, ["V", "E"]) else "J"
        by_next = self._by_follows(at)
        if following[:1] == "T" and before in ("N", "Z", "K"):
            classes = self.tokens[at].classes
            if "verbs.transitive-to" in classes and "verbs.catenative" not in classes:
                return "E"  # a headline: "China urged to free nurse"
        if before in ("Z", "K") and following[:1] == "P" and not by_next:
            if "verbs.reproach" in self.tokens[at].word.verbal:
                return "E"  # a headline: "China accused of hacking ferry"
        if before == "Z" and at >= 2 and self.tags[at - 2] in "NWS" and "V" in self.all[at]:
            return "V"  # "the bans China slapped on barley", "sanctions that China imposed"
        if before in ("N", "Z", "O", "K", ")", "#"):
            if by_next and "G" not in self._look(at, 2):
                return "E"
            if before != "O" and self._preposition_after(at) and self._finite_later(at):
                return "E"
            return "V"
        if before in ("", ","):
            if following[:1] == "P" and (before == "" or not self._subject_open(at)):
                return "E"
            return "V" if before == "," and self._subject_before(at) else "E"
        if before == "C":
            return "V" if any(t in "VXM" for t in self.tags) else "E"
        return "V"

    def _by_follows(self, at: int) -> bool:
        """"spied by", and with a particle or a preposition left behind "spied on by"."""
        by = at + 1
        stranded = {"function.particle", "function.preposition", "function.stranded"}
        if by + 1 < len(self.tokens) and stranded & self.tokens[by].classes:
            by += "function.by" in self.tokens[by + 1].classes
        return by < len(self.tokens) and "function.by" in self.tokens[by].classes

    def _preposition_after(self, at: int) -> bool:
        following = self._after(at)
        if following == "TP":  # "hackers tied to China were", not "tied to win"
            return any(letter in self._look(at, 2) for letter in "ZKDNJ#O")
        return following[:1] == "P"
