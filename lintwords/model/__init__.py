"""The nouns of lintwords: frozen values, without input or output, that all stages speak of.

Nothing comes in. Out go the nouns of documents, findings, reports and options, offered here, and
those of rules in `model.rule`.
"""

from lintwords.model.document import (
    UNREAD_KINDS,
    Bound,
    Comment,
    Document,
    Foreign,
    Kind,
    Locked,
    Part,
    Piece,
    Run,
    Segment,
    SourceMap,
    Span,
    Spoken,
    Unread,
    hull,
)
from lintwords.model.finding import (
    SEVERITIES,
    Edit,
    Finding,
    Fix,
    Ignored,
    MentionNote,
    Passage,
    Passed,
    Place,
    Severity,
    Source,
    Voice,
)
from lintwords.model.options import Options
from lintwords.model.report import (
    Cannot,
    FileReport,
    FileResult,
    Report,
    Subject,
)

__all__ = [
    "SEVERITIES",
    "Cannot",
    "Bound",
    "Comment",
    "Document",
    "Edit",
    "FileReport",
    "FileResult",
    "Finding",
    "Fix",
    "Foreign",
    "Ignored",
    "Kind",
    "Locked",
    "MentionNote",
    "Options",
    "Part",
    "Passage",
    "Passed",
    "Piece",
    "Place",
    "Report",
    "Run",
    "Segment",
    "Severity",
    "Source",
    "SourceMap",
    "Span",
    "Spoken",
    "Subject",
    "UNREAD_KINDS",
    "Unread",
    "Voice",
    "hull",
]
