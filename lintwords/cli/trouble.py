"""Trouble with the tool, as the terminal tells it: what, where, and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from lintwords import api
from lintwords.api import EXPERIMENTAL, LANGUAGES, Config, Let
from lintwords.cli.program_name import as_started
from lintwords.errors import LintwordsError, RulePackError, SettingsError
from lintwords.interface import say, say_many
from lintwords.model import Cannot, Report, Unread
from lintwords.model.document import Spoken
from lintwords.reports.cells import visible
from lintwords.reports.words import capital, count, unjudged, without_names

NOTHING = "Nothing was checked."
_NOTHING_TOLD = "nothing tells another language than that of the rules"
_NAMED = 5
_WORDS_TELL = "its words: "  # what tells a language, and else what stands in its list


def told(problem: str, hint: str = "") -> str:
    """The lines of a trouble: `lintwords: …` and the hint, indented by two spaces."""
    lines = [f"lintwords: {visible(problem)}"]
    lines += [f"  {visible(line)}" for line in as_started(hint).splitlines() if line.strip()]
    return "\n".join(lines) + "\n"


def told_error(error: LintwordsError) -> str:
    """An error that stops the run."""
    hint = error.hint
    if isinstance(error, (SettingsError, RulePackError)) and say(NOTHING) not in hint:
        hint = f"{hint}\n{say(NOTHING)}"
    return told(error.problem, hint)


def told_cannot(report: Report) -> str:
    """All that could not be checked or looked for; of paths the last says what became of others."""
    files = [trouble for trouble in report.cannot if not trouble.is_rule]
    troubled = {trouble.path for trouble in files}
    rows = _each(files, sum(f.path not in troubled for f in report.files))
    return "".join((*rows, *_each([one for one in report.cannot if one.is_rule], 0)))


def told_unread(path: Path, parts: Sequence[Unread], *, quiet: bool = False) -> str:
    """What was not read of a file that was: first what a reader sees; with `quiet` only that."""
    seen = [one for one in parts if one.is_seen]
    rest = [one.what for one in parts if not one.is_seen]
    said = ""
    if seen:
        kinds = ",".join(sorted({one.kind for one in seen}))
        lines = [f"{capital(one.what)}." for one in seen]
        lines.append(say("To accept that: --accept-unread {kinds}", kinds=kinds))
        said = told(say("cannot read all of {path}", path=path), "\n".join(lines))
    return said + (told(f"{path}: {', '.join(rest)}") if rest and not quiet else "")


def told_all_unread(report: Report, *, quiet: bool = False) -> str:
    """What was not read of all files that were, and what was passed over among them: reports of our
    own, repositories that rules come from."""
    passed = () if quiet else (
        *(told(say("{path} is a report of lintwords, and was passed over", path=path))
          for path in report.reports),
        *(told(
            say("{path} is another repository, which rules come from: its texts were passed over",
                path=path),
            say("To check them, name it: lintwords check {path}", path=path),
        ) for path in report.of_rules),
    )
    unread = (told_unread(file.path, file.unread, quiet=quiet) for file in report.files)
    return "".join((*passed, *unread))


def told_others(path: object, others: int) -> str:
    """That a file was replaced under one of its names only."""
    if not others:
        return ""
    return told(say_many(
        "{path}: its {n} other name (a hard link) keeps the old text",
        "{path}: its {n} other names (hard links) keep the old text", others, path=path,
    ))


def told_unjudged(report: Report) -> str:
    """That nothing was judged, where all that was read is in languages that are not judged."""
    if not report.files or report.judged:
        return ""
    named = say("Name a file of names in that language for the paths of these texts: "
                "docs/names.md")
    nameless = [without_names(file) for file in report.files]
    if all(nameless):
        return told(unjudged(report).rstrip("."), f"{named}\n{say(NOTHING)}")
    known = say("Languages with rules: {languages}. --lang says what a text is written in.",
                languages=", ".join(LANGUAGES))
    out = say("Files that are meant so are left out by exclude in the settings.")
    langs = {lang for file in report.files for lang in file.unjudged}.intersection(EXPERIMENTAL)
    if langs:
        known += "\n" + say("There is an experimental pack: --lang {lang} judges by it.",
                            lang="|".join(sorted(langs)))
    if any(nameless):
        known += "\n" + named
    return told(unjudged(report).rstrip("."), f"{known}\n{out}\n{say(NOTHING)}")


def told_overruled(report: Report) -> str:
    """Which files say that they are in another language than their words."""
    rows = [
        say("{path} says {said}, its words {lang}", path=file.path, said=one.said, lang=one.lang)
        for file in report.files for one in file.spoken[:1] if one.said
    ]
    if not rows:
        return ""
    left = len(rows) - _NAMED
    more = [say_many("and {n} more", "and {n} more", left)] if left > 0 else []
    problem = say_many("{n} file in another language than said: the words count",
                       "{n} files in another language than said: the words count", len(rows))
    return told(problem, "\n".join([*rows[:_NAMED], *more]))


def _for_keepers(problem: str, hint: str) -> str:
    """A note that a person who only writes can do nothing about, and need not."""
    return told(problem, f"{hint}\n" + say(
        "This is for whoever keeps the settings and the baseline; what was found holds."
    ))


def told_unfit(config: Config) -> str:
    """Which tables of settings for paths fit no file."""
    rows = api.unfit(config)
    if not rows:
        return ""
    left = len(rows) - _NAMED
    more = [say_many("and {n} more", "and {n} more", left)] if left > 0 else []
    named = [f'[path."{glob}"], {place}' for glob, place in rows[:_NAMED]]
    return _for_keepers(
        say_many("{n} path of the settings fits no file here",
                 "{n} paths of the settings fit no file here", len(rows)),
        "\n".join([*named, *more, say("Was it renamed? Write its name of now.")]),
    )


def told_readings(report: Report) -> str:
    """That known findings were found by another reading than the present one."""
    if not report.known_by:
        return ""
    from lintwords.api import baseline  # most runs have none

    by_cause: dict[str, list[tuple[str, str]]] = {}  # of languages for which it is the same
    for pair in baseline.others(report.known_by, report.readings):
        by_cause.setdefault(_why_another(*pair), []).append(pair)
    return "".join(
        _for_keepers(
            say(
                "the baseline is of the reading {before}, this run reads by {now}",
                before=", ".join(before for before, _ in pairs),
                now=", ".join(now for _, now in pairs),
            ),
            why,
        )
        for why, pairs in by_cause.items()
    )


def _why_another(before: str, now: str) -> str:
    """What may make a run read by another reading than a baseline, and what to do about it."""
    from lintwords.api import head_of

    last = say("Else: what came and went: lintwords audit. To take it as known: --baseline-write")
    lang = now.partition("-")[0]
    if head_of(lang):
        return "\n".join((say(
            "This run asks an encoder. If it was written without one, use one of the two "
            "everywhere: install the encoder there, or set LINTWORDS_ENCODER=off here."), last,
        ))
    if _number(before) > _number(now):
        return "\n".join((say(
            "No encoder is asked here. If it was written with one, install it here too: "
            "pip install ./encoder, in the clone of lintwords; in hooks and jobs: docs/ci.md",
        ), last,
        ))
    return say("What came and went: lintwords audit. To take it as known: --baseline-write")


def _number(reading: str) -> int:
    """The number of a reading, such as 5 of en-5; one that a person has named may have none."""
    number = reading.rpartition("-")[2]
    return int(number) if number.isdecimal() else 0


def told_unasked(report: Report) -> str:
    """Which packs name no language, where texts are in another than theirs is taken to be."""
    return "".join(
        _for_keepers(
            say("{pack} names no language, so no text in {lang} was asked by it", pack=pack,
                lang=lang),
            say('Write the language of its rules at its top, lang = "{lang}", or beside the id of '
                'one; lang = "{first}" where it has none in {lang}.',
                lang=lang, first=LANGUAGES[0]),
        )
        for pack, lang in report.unasked
    )


def told_moved(report: Report) -> str:
    """That findings stand where the baseline knows another rule."""
    if not report.moved:
        return ""
    what = say_many("{n} finding stands where the baseline knows another rule",
                    "{n} findings stand where the baseline knows another rule",
                    report.moved)
    from lintwords.api import baseline

    if baseline.others(report.known_by, report.readings):
        return _for_keepers(what, say("The other reading finds another rule there. Use one reading "
                                      "everywhere, and nothing need be written anew."))
    return _for_keepers(what, say(
        "A rule of a pack, or of another version, has taken its place there. "
        "Where this lintwords is the older one, upgrade it; else, to take that "
        "as known: --baseline-write"))


def told_languages(report: Report) -> str:
    """What was decided for each file, and why."""
    lines = []
    for file in report.files:
        said = "; ".join(
            f"{one.lang}, {count(one.words, 'word')} ({_because(one)})" for one in file.spoken
        )
        lines.append(told(f"{file.path}: {said or say(_NOTHING_TOLD)}"))
    return "".join(lines)


def _because(one: Spoken) -> str:
    head, mark, words = one.why.partition(_WORDS_TELL)
    why = say("its words: {words}", words=words) if mark and not head else say(one.why)
    return say("{why}; it says {said}", why=why, said=one.said) if one.said else why


def told_opened(report: Report) -> str:
    """For which words files were read in which nothing was found: a line each."""
    found = {finding.path for finding in report.findings}
    return "".join(
        say("{path}: nothing found; read because of {words}", path=visible(str(file.path)),
            words=" … ".join(map(visible, file.opened))) + "\n"
        for file in report.judged if file.opened and file.path not in found
    )


def told_copies(report: Report) -> str:
    """Which files were passed over, since they are copies that an earlier run wrote: a line each.
    """
    return "".join(
        say("{path}: a copy that lintwords wrote, not checked", path=visible(str(path))) + "\n"
        for path in report.copies
    )


def told_settings(let: Iterable[Let]) -> str:
    """By which settings less is told than the rules would: a line each."""
    return "".join(f"{visible(one.where)}: {visible(one.says)}\n" for one in let)


def _each(cannot: Sequence[Cannot], checked: int) -> list[str]:
    lines = [told(trouble.message, trouble.hint) for trouble in cannot]
    if lines and checked:
        others = say_many("The other file was checked.", "The other {n} files were checked.",
                          checked)
        lines.append(f"  {others}\n")
    return lines
