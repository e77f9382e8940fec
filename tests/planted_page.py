"""Print a page on a document, a rule and a file name that are full of markup."""

from __future__ import annotations

from dataclasses import replace

from fakes import finding

from lintwords.model import (
    Cannot,
    FileReport,
    Report,
    Source,
)
from lintwords.reports import View, render
from lintwords.run.one_file import source_lines

PLANTED = '<script>window.planted = 1</script> "\' javascript:x \u202e Ruritania jailed her.'


def planted_report() -> Report:
    """Markup in the document, the rule, its source and the file's name."""
    bad = replace(
        finding(PLANTED, "Ruritania", path=f"{PLANTED}.md"), rule="<script>", message=PLANTED,
        why=PLANTED, category='"><b>', lang='"><i>', instead=(PLANTED,),
        sources=(Source("x", PLANTED, PLANTED, "2021", "javascript:alert(1)"),),
    )
    return Report(files=(FileReport(bad.path, "en", 3, source_lines(PLANTED)),),
                    findings=(bad,), cannot=(Cannot(bad.path, PLANTED, PLANTED),))


if __name__ == "__main__":
    print(render("html", planted_report(), View()))
