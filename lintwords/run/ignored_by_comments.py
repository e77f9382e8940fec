"""What is found in a document, without what comments in it let be."""

from __future__ import annotations

from lintwords.judge.document_linter import DocumentLinter
from lintwords.model import Document, FileResult
from lintwords.model.rule import Brief, Rule
from lintwords.run.passage_counts import speaks, stretches

_SIGN = "lintwords:"  # of a comment, also of one that another format would read


def sifted(linter: DocumentLinter, document: Document, result: FileResult) -> FileResult:
    """What was found, without what comments let be, and with what is said of them."""
    if not document.comments and not (document.parts and _SIGN in document.parts[0].text):
        return result
    from lintwords.sift import comments  # 15 ms, and most texts hold no comment to lintwords

    rules: list[Rule | Brief] = [*linter.briefs_for(document), *comments.RULES]
    langs = [lang for _, lang, _ in stretches(document)] or [document.lang]
    judged = any(speaks(lang, linter) for lang in langs)
    others = linter.names_elsewhere
    return comments.sift(
        document, result, rules, linter.options, elsewhere=others, judged=judged
    )
