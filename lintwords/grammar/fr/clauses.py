"""French: the verbs that a subject governs, and what may stand between the two."""

from __future__ import annotations

from collections.abc import Sequence

from lintwords.grammar.fr.phrases import Phrases
from lintwords.grammar.fr.tags import Tagger
from lintwords.grammar.model import Governor, Slot
from lintwords.grammar.tagged import REACH, VerbGroup
from lintwords.text.sentences import Token

_OPENS_GROUP = "XMVQ!"


class Clauses:
    """Reads predicates of one sentence."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.tags = Tagger(tokens).tags
        self.read = Phrases(tokens, self.tags)
        self.question = any(token.low == "?" for token in tokens[-2:])

    def _predicates(self, end: int, slot: Slot) -> list[Governor]:
        """The verbs whose subject ends at `end`; the mention's slot is passive if the first is."""
        extra: list[Governor] = []
        spot, limit = end, min(end + REACH, len(self.tokens))
        while spot < limit:
            tag = self.tags[spot]
            if tag in 'R"':
                spot += 1
            elif tag in "(=":
                close = self.read.closing(spot, ")" if tag == "(" else "=")
                if not close:
                    break
                spot = close + 1
            elif tag == ",":
                close = self._parenthesis(spot, extra)
                if not close:
                    break
                spot = close + 1
            elif tag == "W":
                after = self._relative(spot, extra)
                if after < 0:
                    break
                spot = max(after, spot + 1)
            elif tag == "P":
                phrase = self.read.noun_phrase(self.read.skip(spot + 1))
                if not phrase.heads:
                    break
                spot = phrase.end
            elif tag in _OPENS_GROUP or tag == "E":
                group = self.read.verb_group(spot)
                if group is None:
                    break
                obliged = self.read.has(group.main, "adjectives.obliged")
                slot.kind = "passive" if group.passive and not obliged else "subject"
                return [*self._chain(group, group.negated), *extra]
            elif tag == "G" and spot == end:  # "la Chine refusant de répondre"
                slot.kind = "subject"
                return [self.read.governor(spot), *extra]
            elif tag == "C" and spot == end and self._is_subject(spot + 1):
                slot.listed, spot = True, self.read.whole(spot + 1).end
            elif tag == "N" and self.read.has(spot, "function.time"):
                spot += 1
            elif tag == "D" and self._time_after(spot):
                spot = self._time_after(spot)
            else:
                break
        return extra

    def _time_after(self, at: int) -> int:
        """The index after a time that stands between subject and verb ("cette semaine")."""
        phrase = self.read.noun_phrase(at, coordinated=False)
        is_time = bool(phrase.heads) and self.read.has(phrase.heads[0], "function.time")
        return phrase.end if is_time else 0

    def _chain(self, group: VerbGroup, negated: bool) -> list[Governor]:
        """A predicate's verb, what hangs on it with the same subject, and its conjuncts."""
        read = self.read
        first = read.governor(group.main, negated=negated)
        first.negated = first.negated or negated
        first.classes |= group.modal
        found = [first]
        spot = first.end
        if group.copula and self.tags[group.main] == "X":
            after = read.skip(spot)
            spot = after + 1 if read.tag(after) in ("J", "E") else spot
        for _ in range(4):
            nxt = read.skip(spot, 'R!"Q')
            verb = nxt
            if read.tag(nxt) == "P" and read.tag(read.skip(nxt + 1, 'R!"Q')) in ("B", "X", "G"):
                verb = read.skip(nxt + 1, 'R!"Q')
                if self._is_anothers(found[-1], group):
                    break
            if read.tag(verb) not in ("B", "X", "G") or not self._is_infinite(verb):
                break
            obliged = read.has(group.main, "adjectives.obliged")
            if group.passive and found[-1] is first and not obliged:
                break
            inner = read.verb_group(verb)
            main = inner.main if inner else verb
            found.append(read.governor(main, negated=first.negated))
            if obliged:
                found[-1].classes |= {"function.obligation"}
            if inner and inner.passive and self.tags[main] == "E":
                found[-1].role = "passive"
            spot = found[-1].end
        self._conjuncts(found, spot, group)
        return found

    def _is_infinite(self, at: int) -> bool:
        """Whether an auxiliary is an infinitive ("avoir fermé"); true of all other verbs."""
        return self.tags[at] != "X" or "verbs:base" in self.tokens[at].word.forms

    def _is_anothers(self, verb: Governor, group: VerbGroup) -> bool:
        """Whether an infinitive after an object is the object's: "force les moines à signer"."""
        return bool(verb.object - {"none"}) and "verbs.transitive-to" in verb.classes

    def _conjuncts(self, found: list[Governor], start: int, group: VerbGroup) -> None:
        """Further verbs of the same subject: "a arrêté et torturé", "libère … et rend …"."""
        read = self.read
        wanted = {self.tags[governor.at] for governor in found} & set("VBEG")
        if self.tags[group.main] in "XM":
            wanted |= set("E")
        spot, limit = start, min(start + REACH, len(self.tokens))
        after_subject = False
        while spot < limit:
            tag = self.tags[spot]
            if tag in ".:=S":
                break
            if tag == "W":
                after_subject = True
            if tag in "C,":
                nxt = read.skip(spot + 1)
                if read.tag(nxt) == "P" and read.tag(nxt + 1) == "B" and "B" in wanted:
                    nxt += 1
                opens = read.tag(nxt)
                first = read.tag(read.skip(nxt, 'R"Q!'))
                same = opens in wanted and tag == "C" or tag == "," and opens in wanted and (
                    self.read.in_series(nxt)
                )
                finite = tag == "C" and first in ("V", "X", "M") and not after_subject
                if same or finite:
                    inner = read.verb_group(nxt)
                    if inner:
                        found.append(read.governor(inner.main, negated=inner.negated))
                        if inner.passive != group.passive and opens in ("X", "V", "Q", "!"):
                            found[-1].role = "passive" if inner.passive else "subject"
                        spot = max(inner.end, spot + 1)
                        continue
                if tag == "C" and opens in ("O", "Z"):
                    break
                if tag == "C" and opens in ("D", "N") and self._is_subject(nxt):
                    break
            spot += 1

    def _is_subject(self, at: int) -> bool:
        """Whether a noun phrase here has a verb of its own: a new clause."""
        phrase = self.read.whole(at)
        after = self.read.skip(phrase.end)
        return bool(phrase.heads) and self.read.tag(after) in ("V", "X", "M", "Q")

    # -- what may stand between subject and predicate ----------------------------------------

    def _parenthesis(self, at: int, extra: list[Governor]) -> int:
        """The comma that closes what a comma opened, its relative verbs taken up; 0 if none."""
        read = self.read
        nxt = read.skip(at + 1)
        tag = read.tag(nxt)
        first = at + 1
        if tag == "W":
            end = self._relative(nxt, extra)
            if end < 0:
                return 0
            first = max(first, end - 1)
        elif tag == "E":
            verb = read.governor(nxt)
            verb.role = "passive"
            extra.append(verb)
        for spot in range(first, min(first + REACH, len(self.tokens))):
            if self.tags[spot] == ",":
                following = read.tag(read.skip(spot + 1))
                if following in ("V", "X", "M", "Q", "!", ",", "E", "=", "R") or spot == at + 1:
                    return spot
                if following in ("P", "W", "G"):
                    return spot
            if self.tags[spot] in ":.":
                return 0
        return 0

    def _relative(self, at: int, extra: list[Governor]) -> int:
        """Take up the verbs of a relative clause at `at`; the index after them, -1 if none."""
        read = self.read
        spot = read.skip(at + 1)
        if read.has(at, "function.relative-subject"):
            group = read.verb_group(spot)
            if group is None:
                return -1
            chain = self._chain(group, group.negated)
            for verb in chain:
                verb.role = verb.role or ("passive" if group.passive else "subject")
            extra.extend(chain)
            return max(governor.at for governor in chain) + 1
        phrase = read.whole(spot)
        if not phrase.heads:
            return -1
        group = read.verb_group(phrase.end)
        return group.end if group else -1

    def _relative_objects(self, end: int) -> list[Governor]:
        """"la Chine, qu'ils ont condamnée": the relative clause's verb governs too."""
        read = self.read
        spot = read.skip(end, 'R",')
        if read.tag(spot) != "W" or not read.has(spot, "function.relative-object"):
            return []
        phrase = read.noun_phrase(read.skip(spot + 1))
        group = read.verb_group(phrase.end) if phrase.heads else None
        found = [read.governor(group.main)] if group else []
        for verb in found:
            verb.role = "object"
        return found

    def _fronted(self, start: int) -> list[Governor]:
        """"Accusée de génocide, la Chine …": a participle before its noun."""
        read = self.read
        comma = read.back(start)
        if comma < 1 or self.tags[comma] != ",":
            return []
        opening = comma - 1
        while opening > 0 and self.tags[opening - 1] not in ".:=":
            opening -= 1
        first = read.skip(opening)
        if read.tag(first) == "C":
            first = read.skip(first + 1)
        if read.tag(first) != "E" or any(tag in "VXM" for tag in self.tags[first:comma]):
            return []
        verb = read.governor(first)
        verb.role = "passive"
        return [verb]
