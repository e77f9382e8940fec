"""Reads all stretches of a sentence that are not plainly the writer's own.

One reader for each class of cue; the modules beside this one hold them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from lintwords.voices import adjuncts, answers, claims, distance, reporting
from lintwords.voices.cues import ATTRIBUTED, REBUTTED, Scan, Stretch


def stretches(s: Scan) -> list[Stretch]:
    """All stretches of a sentence; they may overlap, and the strongest voice wins."""
    found: list[Stretch] = []
    for at, cues in enumerate(s.cues):
        if not cues or "no_cue" in cues:
            continue
        for name, end in cues.items():
            if name in _READERS:
                found.extend(_READERS[name](s, at, end))
    found.extend(distance.read_whole_sentence(s))
    return [_answered(s, row) for row in found if row.high > row.low]


def _answered(s: Scan, row: Stretch) -> Stretch:
    """A report that the same sentence answers ("..., but economists dispute the figure")."""
    if row.voice is not ATTRIBUTED:
        return row
    edge = max(row.high, row.cue_end)
    turn = s.right_edge(edge)
    contrast = s.low(turn) in (",", ";") and s.cue(turn + 1, "contrast", "all_the_same") > 0
    if contrast or s.find("answer", edge, len(s)) >= 0 or _conceded(s, row):
        return row._replace(voice=REBUTTED, answered=True)
    return row


def _conceded(s: Scan, row: Stretch) -> bool:
    start = s.left_edge(row.cue)
    return s.cue(start, "concede") > 0 and s.low(row.high) == ","


Reader = Callable[[Scan, int, int], Iterator[Stretch]]
_READERS: Mapping[str, Reader] = MappingProxyType(
    {
        "report": reporting.read_reports,
        "report_that": reporting.read_reports,
        "tell": reporting.read_reports,
        "endorse": reporting.read_reports,
        "hail": reporting.read_praises,
        "deny": reporting.read_denies,
        "directs": reporting.read_directs,
        "according": adjuncts.read_according,
        "view_prep": adjuncts.read_view,
        "hearsay": adjuncts.read_hearsay,
        "or_so": adjuncts.read_or_so,
        "stated_aim": adjuncts.read_stated_aim,
        "for_whom": adjuncts.read_for_whom,
        "if_believed": adjuncts.read_if_believed,
        "relative": claims.read_relative,
        "the_one": claims.read_the_one,
        "tale": claims.read_tale,
        "word_noun": distance.read_word,
        "says_no": answers.read_turn,
        "unconfirmed": adjuncts.read_unconfirmed,
        "that_claimed": claims.read_claimed,
        "believe": claims.read_believes,
        "claim_noun": claims.read_claims,
        "text_noun": claims.read_claims,
        "false": claims.read_untrue,
        "untrue": claims.read_untrue,
        "false_noun": claims.read_untrue,
        "unfit": claims.read_untrue,
        "far_from": claims.read_far_from,
        "so_called": distance.read_so_called,
        "call": distance.read_calls,
        "describe": distance.read_describes,
        "set_apart": distance.read_set_apart,
        "whether": distance.read_whether,
        "thought_gone": distance.read_put_away,
        "granted": distance.read_granted,
        "enough_of": distance.read_enough,
        "dares": distance.read_dares,
        "nothing": distance.read_nothing,
        "euphemism": distance.read_euphemism,
        "meta": distance.read_meta,
        "phrase_noun": distance.read_phrase,
    }
)
