"""One rule as a page: what, why, examples, when it is fine, what is contested, sources.

`sections` says what stands on the page; `render` lays it out for a terminal. The pages in `docs/`
are laid out from the same sections.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lintwords.interface import say
from lintwords.model import Source
from lintwords.model.rule import PROFILES, Example, Rule
from lintwords.packs import loader
from lintwords.reports.cells import cells, one_line, wrap
from lintwords.reports.sources import named
from lintwords.reports.view import View
from lintwords.values import dataclass

INDENT = "  "
SHOWN = 6  # examples of each sort on the page

Item = str | Example | Source


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page; texts of `items` are one line each. `rest` says what is not shown."""

    title: str
    items: tuple[Item, ...]
    is_list: bool = True
    rest: str = ""
    is_commands: bool = False  # to be copied as they stand


def sections(
    rule: Rule, filters: Mapping[str, str], program: str = "lintwords"
) -> list[Section]:
    """What stands on the page of `rule`, in its language; `filters`: id → title."""
    says = loader.messages(rule.lang)
    fine = [*rule.ok_when, *(filters.get(name, name) for name in rule.unless)]
    found = [
        Section(says["page-why"], (rule.why,), is_list=False),
        _examples(rule, True),
        _examples(rule, False),
        Section(says["page-fine"], tuple(fine)),
        Section(says["page-instead"], tuple(wordings(rule))),
        Section(
            says["page-unknown"], (says["page-unknown-how"],) if rule.fix else (), is_list=False
        ),
        Section(
            says["page-contested"], (rule.contested,) if rule.contested else (), is_list=False
        ),
        Section(says["page-sources"], rule.sources),
        Section(
            says["page-switch"], tuple(switches(rule, program)), is_list=False, is_commands=True
        ),
    ]
    return [section for section in found if section.items]


def wordings(rule: Rule) -> Iterator[str]:
    """Each wording, with the words that it is for where it does not fit all."""
    says = loader.messages(rule.lang)
    for text in rule.instead:
        fit = rule.fits.get(text)
        asked = (*fit.found, *fit.near, *fit.opens, *fit.part) if fit else ()
        names = ", ".join(dict.fromkeys(map(_in_words, asked[:SHOWN])))
        more = ", …" if len(asked) > SHOWN else ""
        yield f"{text} ({says['page-for'].format(names=f'{names}{more}')})" if names else text


def _in_words(entry: str) -> str:
    """A class by its name: "words.about-tibet" is "about tibet"."""
    cls, dot, key = entry.partition(".")
    return key.replace("-", " ") if dot else cls


def state(rule: Rule) -> str:
    """In which profiles the rule is on."""
    says = loader.messages(rule.lang)
    if rule.preview:
        return says["page-preview"]
    usual = "on" if rule.default else "off"
    by_profile = {profile: rule.profiles.get(profile, usual) for profile in PROFILES}
    told = {"on": "", "softer": f" ({says['page-softer']})", "own": f" ({says['page-own']})"}
    on = [f"{name}{told[how]}" for name, how in by_profile.items() if how in told]
    return says["page-on"].format(profiles=", ".join(on)) if on else says["page-off"]


def switches(rule: Rule, program: str = "lintwords") -> Iterator[str]:
    """The commands that switch the rule for a run."""
    says = loader.messages(rule.lang)
    if rule.preview or not rule.default:
        yield f"{says['page-on-for-run']}  {program} check --select {rule.id}"
    if not rule.preview:
        yield f"{says['page-off-for-run']}  {program} check --ignore {rule.id}"
    here = f"<!-- lintwords: ignore {rule.id}: {says['page-reason']} -->"
    yield f"{says['page-off-here']}  {here}"


def render(rule: Rule, filters: Mapping[str, str], view: View, here: str = "") -> str:
    """The page for a terminal; `here` says where the rule stands under the settings."""
    return "\n".join(_lines(rule, filters, view, here)) + "\n"


def _examples(rule: Rule, is_flagged: bool) -> Section:
    says = loader.messages(rule.lang)
    chosen = [example for example in rule.examples if bool(example.finds) is is_flagged]
    if chosen and is_flagged:  # the plainest one says most to who reads it first
        chosen.insert(0, chosen.pop(chosen.index(min(chosen, key=_remarked))))
    left = len(chosen) - SHOWN
    more = says["page-more"].format(number=left, file=rule.path.name)
    title = says["page-flagged" if is_flagged else "page-left-alone"]
    return Section(title, tuple(chosen[:SHOWN]), rest=more if left > 0 else "")


# -- laid out for a terminal ---------------------------------------------------------------------


def _lines(rule: Rule, filters: Mapping[str, str], view: View, here: str) -> Iterator[str]:
    word = view.paint(say(rule.severity.word), rule.severity)
    yield f"{view.bold(rule.id)}  {word}, {rule.category}, {rule.lang}"
    yield state(rule)
    yield from wrap(one_line(here), view.width) if here else ()
    yield from (view.bold(text) for text in wrap(one_line(rule.title), view.width))
    for section in sections(rule, filters, view.started.program):
        yield ""
        yield view.bold(section.title)
        yield from (f"{INDENT}{line}" for line in _body(section, rule, view))


def _body(section: Section, rule: Rule, view: View) -> Iterator[str]:
    for item in section.items:
        if isinstance(item, Example):
            yield from _example(item, rule, view)
        elif isinstance(item, Source):
            yield from _source(item, rule.lang, view)
        elif section.is_commands:  # never broken, so that it can be copied
            yield one_line(item)
        elif section.is_list:
            yield from _hanging("- ", one_line(item), view)
        else:
            yield from wrap(one_line(item), view.width - len(INDENT))
    if section.rest:
        yield section.rest


def _hanging(sign: str, text: str, view: View) -> Iterator[str]:
    room = view.width - len(INDENT) - len(sign)
    for index, line in enumerate(wrap(text, room)):
        yield f"{' ' * len(sign) if index else sign}{line}"


def _example(example: Example, rule: Rule, view: View) -> Iterator[str]:
    room = view.width - len(INDENT)
    text = one_line(example.text)
    yield from wrap(text, room)
    words = one_line(example.finds[0]) if example.finds else ""
    if words and cells(text) <= room and words in text:
        yield " " * cells(text[: text.index(words)]) + view.paint("^" * cells(words), rule.severity)
    if example.fixed:
        write = loader.messages(rule.lang)["page-write"]
        yield from _hanging(f"  {write}  ", one_line(example.fixed), view)
    for note in notes(example, rule.lang):
        yield from _hanging("  ", f"({one_line(note)})", view)


def _remarked(example: Example) -> tuple[int, int]:
    """How much has to be said beside an example; then how long it is."""
    asked = (example.severity, example.voice, example.note, example.because, not example.safe)
    return sum(map(bool, asked)), len(example.text)


def notes(example: Example, lang: str) -> Sequence[str]:
    """What is to be said about an example of a rule in that language."""
    says, weight = loader.messages(lang), ""
    if example.severity:
        word = says[f"severity-{example.severity.word}"]
        weight = says["page-here"].format(severity=word)
    return [note for note in (example.note, weight) if note]


def _source(source: Source, lang: str, view: View) -> Iterator[str]:
    yield from _hanging("- ", named(source, lang), view)
    if source.url:  # never broken, so that it can be opened
        yield f"{INDENT}{one_line(source.url)}"
    if source.where:
        where = loader.messages(lang)["page-where"].format(where=source.where)
        yield from _hanging(INDENT, one_line(where), view)
    if source.supports:
        yield from _hanging(INDENT, one_line(source.supports), view)
