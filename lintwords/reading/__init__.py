"""What a mention stands for, read from all cues of its sentence at once.

In come a sentence and the slot of a mention in it; out go how likely the mention stands for the
government, whether in an abuse or in an act of state, and the words that weighed most.
"""

from lintwords.reading.reader import Cue, Reader, Reading
from lintwords.reading.weighed_mentions import WeighedMentions

__all__ = ["Cue", "WeighedMentions", "Reader", "Reading"]
