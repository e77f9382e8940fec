"""Tells a record of speech from a text: paragraphs that open with the name of who speaks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lintwords.model import Segment

_LABEL = re.compile(r"([^\W\d_a-z][^.:!?]{0,60}):\s+\S")
_FEWEST = 3  # labelled paragraphs, of which one speaker has two


def spoken(segments: Sequence[Segment]) -> range:
    """The segments, by index, from the first that a speaker opens to the last; maybe none.

    What they hold is a finding like any other, but no fix may change it: the words are those of
    who spoke.
    """
    labels = [(at, match.group(1)) for at, segment in enumerate(segments)
              if (match := _LABEL.match(segment.text))]  # fmt: skip
    if len(labels) < _FEWEST or len({label for _, label in labels}) == len(labels):
        return range(0)
    return range(labels[0][0], labels[-1][0] + 1)
