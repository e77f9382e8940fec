"""What a program asks that imports lintwords: a text it holds → a report, or the text fixed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from lintwords import readers
from lintwords.errors import CannotRead, CannotWrite, SettingsError, nearest
from lintwords.interface import say
from lintwords.model import Fix, Options, Report, Severity
from lintwords.run.check_files import lint_bytes
from lintwords.run.linter_choice import shared
from lintwords.settings import given
from lintwords.values import replace

if TYPE_CHECKING:
    import pyarrow as pa


class Linter:
    """The rules for one set of options, read once for many texts; threads may share it.

    Options are called as the settings. Raises SettingsError for one that is not known, and
    RulePackError for a mistake in `packs`, `names` or `readings`.
    """

    def __init__(
        self, *, lang: str | None = None, profile: str | None = None,
        government_term: str | None = None, severity: str = "suggestion",
        select: Sequence[str] = (), ignore: Sequence[str] = (), fixed: Sequence[str] = (),
        packs: Sequence[str | os.PathLike[str]] = (), names: str | os.PathLike[str] | None = None,
        readings: Sequence[str | os.PathLike[str]] = (),
    ) -> None:
        words = [one.word for one in Severity]
        if given.text("severity", severity) not in words:
            hint = nearest(severity, words) or say("Use one of {names}.", names=', '.join(words))
            raise SettingsError(
                say('severity cannot be "{severity}"', severity=severity), hint,
                setting="severity",
            )
        self._linter = shared(
            Options(
                lang=given.text("lang", lang, "auto"),
                profile=given.text("profile", profile, "default"),
                government_term=given.text("government_term", government_term, "government"),
                severity=Severity[severity.upper()], select=given.texts("select", select),
                ignore=given.texts("ignore", ignore), fixed=given.texts("fixed", fixed),
                packs=given.files("packs", packs),
                names=None if names is None else given.file("names", names),
                readings=given.files("readings", readings),
            ),
        )
        if packs or readings or names is not None:
            _ = self._linter.compiled  # now: the files may go or change

    def lint(self, text: str, *, format: str = "text") -> Report:
        """Check a text in memory; `format` is one of `lintwords.readers.TEXTS`.

        Offsets are code points in `text`. Raises CannotRead for a text that is none (a lone
        surrogate, a zero character) or that lintwords falls over, SettingsError for an unknown
        format and for what is no str.
        """
        if given.text("format", format) not in readers.TEXTS:
            hint = nearest(format, readers.TEXTS) or say(
                "Formats of texts: {texts}", texts=', '.join(readers.TEXTS),
            )
            raise SettingsError(say('format not known: "{format}"', format=format), hint)
        try:
            data = given.coded(given.text("text", text))
        except UnicodeEncodeError as trouble:
            hint = f"Character {trouble.start} is half of a surrogate pair."
            raise CannotRead(say("cannot read the text"), hint) from trouble
        return replace(
            lint_bytes(self._linter, data, format), rules=self._linter.in_force,
            readings=self._linter.readings,
        )

    def lint_batch(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """Check the texts of an Arrow record batch; see `lintwords.run.arrow_batches`."""
        from lintwords.run import arrow_batches  # needs an extra

        return arrow_batches.lint_batch(batch, self._linter)


def lint(
    text: str, *, format: str = "text", lang: str | None = None, profile: str | None = None
) -> Report:
    """Check a text in memory, as `Linter.lint`; the rules are read by the first call.

    Raises SettingsError for an unknown language or profile, too.
    """
    return Linter(lang=lang, profile=profile).lint(text, format=format)


def lint_batch(
    batch: pa.RecordBatch, *, lang: str | None = None, profile: str | None = None
) -> pa.RecordBatch:
    """Check the texts of an Arrow record batch; see `lintwords.run.arrow_batches`."""
    return Linter(lang=lang, profile=profile).lint_batch(batch)


def apply(report: Report, fixes: Iterable[Fix]) -> str:
    """The text of a report of one text, as `lint` gives it, with `fixes` of its findings made.

    Of fixes that overlap, as those of one finding do, the first in order wins: "all that are safe"
    may be given as they come. Raises CannotWrite for a report of several files, or of one that has
    no source lines, SettingsError for what is no report or no fixes, and for fixes of another
    report, which would be made where other words stand.
    """
    from lintwords.fixes.choosing import compatible  # late: a check makes no fixes
    from lintwords.readers.common.source import splice

    given.instance("report", report, Report, "the report of one text, as lint gives it")
    wanted = given.instances("fixes", fixes, Fix, "fixes of its findings")
    if len(report.files) != 1:
        raise CannotWrite(
            f"cannot apply fixes to {len(report.files)} files", "Lint one text, then apply."
        )
    own = {fix for finding in report.findings for fix in finding.fixes}
    if strange := [fix for fix in wanted if fix not in own]:
        raise SettingsError(
            f'fixes holds one of no finding of this report: "{strange[0].label}"',
            "Give fixes of report.findings, of the report that you give.", setting="fixes",
        )
    edits = [edit for fix in compatible(wanted) for edit in fix.edits]
    return splice("".join(report.files[0].lines), edits)
