"""Archives: folders, rows and crawls come in, parts of findings and counts for each text come out.

`partitions` cuts the sources; `records` reads one cut text by text; `part` judges it and writes
what was found under its number, whole or not at all. Who does that is `crew` (processes here) or
`cluster` (an existing one); `run` asks for what is not finished, and adds up the counts.
"""

from lintwords.corpus.counts import Counts
from lintwords.corpus.job import FORMATS, Columns, Job
from lintwords.corpus.picture import drawn
from lintwords.corpus.run import Progress, Run, run

__all__ = ["FORMATS", "Columns", "Counts", "Job", "Progress", "Run", "drawn", "run"]
