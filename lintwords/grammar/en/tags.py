"""English: one letter a token, so that phrases can be read off a string.

    N noun            Z the country         K its adjective      J adjective
    D determiner      # number              O pronoun            ' possessive
    V finite verb     B base form           E past participle    G -ing form
    X be, have, do    M modal               T infinitive *to*    P preposition
    R adverb          ! negation            C and, or            S subordinator
    W relative, wh-   , comma               : colon, semicolon   ( )  brackets
    = spaced dash     - hyphen              " quotation mark     . end

A word's possible letters come from the lexicon; its neighbours decide. Each decision is local and
made once, left to right (after the idea of ordered contextual rules in Brill 1992, "A simple
rule-based part of speech tagger"); the only look-ahead asks whether a finite verb is still to come
in the clause, which tells the noun in "China exports fell" from the verb in "China exports rice".
"""

from __future__ import annotations

from collections.abc import Sequence

from lintwords.lexicon import Word
from lintwords.segments import Token

_MARKS = {
    ",": ",", ";": ":", "|": ":", "•": ":", ":": ":", "(": "(", ")": ")", "[": "(", "]": ")",
    ".": ".", "!": ".",
    "?": ".", "…": ".", "...": ".", "--": "=", "—": "=", "–": "=", "-": "=", "'s": "'",
    "/": "C",
}  # fmt: skip
_QUOTES = frozenset("\"“”„«»‘’'‚‹›*_")
_NAMES = {
    "country": "Z", "capital": "Z", "formal": "Z", "cold-war": "Z", "adjective": "K",
    "prefix": "K", "group": "K",
}  # fmt: skip
# function classes whose words have one reading only, in this order of say
_FUNCTION = (
    ("modal", "M"), ("be", "X"), ("have", "X"), ("do", "X"), ("negator", "!"),
    ("coordinator", "C"), ("reflexive", "R"), ("possessive", "D"), ("determiner", "D"),
    ("pronoun-subject", "O"), ("pronoun-object", "O"), ("relative", "W"), ("question", "W"),
    ("preposition", "P"), ("preposition-phrase", "P"), ("subordinator", "S"),
    ("number", "#"), ("ordinal", "J"), ("quantity", "#"), ("degree", "R"), ("adverb", "R"),
    ("mid-adverb", "R"), ("connective", "R"),
    ("existential", "O"), ("time", "N"),
)  # fmt: skip
_FORMS = (
    ("verbs:base", "B"), ("verbs:third", "V"), ("verbs:past", "V"), ("verbs:participle", "E"),
    ("verbs:ing", "G"), ("nouns:singular", "N"), ("nouns:plural", "N"), ("verbs:act", "N"),
    ("nouns", "N"), ("adjectives", "J"), ("adverbs", "R"), ("names", "N"),
)  # fmt: skip
_BORDER = ",:.=()WSO"
FEARING = "function.fearing"
MANDATIVE = frozenset(("verbs.mandative", "nouns.mandative", "adjectives.mandative"))


def candidates(token: Token) -> str:
    """All letters that a token may have, before its neighbours are asked."""
    if token.name:
        return _NAMES.get(token.name, "N")
    if token.joined:
        return "-"
    low = token.low
    if low in _MARKS:
        return _MARKS[low]
    if low in _QUOTES:
        return '"'
    kept = token.word.kept
    if "tags" not in kept:
        kept["tags"] = _letters(token.word)
    letters: str = kept["tags"]
    return letters or _guess(token)


def _letters(word: Word) -> str:
    """The letters of the lexicon; an empty string for a word that it does not hold."""
    classes, forms = word.classes, word.forms
    found = ""
    if "function" in forms:
        if "function.to" in classes:
            return "TP"
        for name, letter in _FUNCTION:
            if f"function.{name}" in classes and letter not in found:
                found += letter
    for form, letter in _FORMS:
        if form in forms and letter not in found:
            found += letter
    if "names.nationality" in classes and "J" not in found:
        found = "J" + found
    return found


def _guess(token: Token) -> str:
    """The letter of a word that the lexicon does not hold, by its shape."""
    text, low = token.text, token.low
    if low[:1].isdigit():
        return "N#" if len(low) == 4 and low.isdigit() else "#"
    if not low[:1].isalpha():
        return '"'
    if text[:1].isupper():
        return "N"
    if low.endswith("ly"):
        return "R"
    if low.endswith("ing"):
        return "G"
    if low.endswith("ed"):
        return "VE"
    if low.endswith(("ous", "ful", "ive", "able", "ible", "ic", "less", "ish", "ian")):
        return "J"
    return "N"


class Tagger:
    """Tags one sentence; `tags` is the result."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.all = [candidates(token) for token in tokens]
        self.tags: list[str] = []
        for at in range(len(tokens)):
            self.tags.append(self._decide(at))

    def _decide(self, at: int) -> str:
        options = self.all[at]
        if options == "'" and self._is_contraction(at):
            return "X"
        if len(options) == 1:
            return options
        before = self._before(at)
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
        if any(letter in "MXPSCDOW!#R" for letter in options):
            return self._function(at, options, before)
        return self._open(at, options, before)

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
            if later > at + 1 and self._moves(later):
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

    def _group_acts(self, at: int, before: str, verbal: list[str]) -> bool:
        """"The Chinese plan a base": a plural verb straight after the people's name."""
        if before != "K" or at < 2 or self.tags[at - 2] not in "D":
            return False
        following = self._after(at)
        if "B" not in verbal and "V" not in verbal:
            return False
        if not {"N", "J"} & set(self.all[at]) and following[:1] in tuple("DOSZT"):
            return True  # "the Chinese said the ship was theirs"
        return bool(following) and following[0] in "DOZTKR#SW" and not self._finite_later(at)

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

    def _auxiliary_is_do(self, at: int) -> bool:
        for earlier in range(at - 1, max(at - 5, -1), -1):
            if self.tags[earlier] == "X":
                return "function.do" in self.tokens[earlier].classes
        return False

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

    def _is_verb(self, at: int, verbal: list[str], before: str) -> bool:
        """Noun or verb, after a noun, a border or another verb."""
        if before in ("V", "B", "E", "G"):
            return self._after_verb(at, verbal)
        if before in ("Z", "N", "K", "O") and self._bare_infinitive(at, verbal):
            return True
        if "G" in verbal and len(verbal) == 1:
            return before in ("Z", "N", "O") or not self._next_is_verb(at)
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
            return "J"
        by_next = at + 1 < len(self.tokens) and "function.by" in self.tokens[at + 1].classes
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

    def _preposition_after(self, at: int) -> bool:
        following = self._after(at)
        if following == "TP":  # "hackers tied to China were", not "tied to win"
            return any(letter in self._look(at, 2) for letter in "ZKDNJ#O")
        return following[:1] == "P"

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

    def _subject_open(self, at: int) -> bool:
        """Whether a subject before the comma still waits for its verb."""
        finite = sum(t in "VXM" for t in self.tags) - sum(t in "WS" for t in self.tags)
        return any(t in "ZNKO" for t in self.tags) and finite <= 0

    # -- neighbours -------------------------------------------------------------------------

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
