"""Rules that test themselves: run the examples that stand beside them.

With mutation it is also asked whether each part of a rule does something: each filter is named by
an example, which must give a finding without it; without a key of `mention`, a word or class in its
list, or one of several tables, at least one example must change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from lintwords.fixes.choosing import choose
from lintwords.interface import say
from lintwords.judge.compiled_pack import CompiledPack
from lintwords.judge.document_linter import DocumentLinter
from lintwords.judge.one_document import judge
from lintwords.judge.remit import Remit
from lintwords.judge.scene import Scene
from lintwords.match.phrases.seen_sentence import Line
from lintwords.model import (
    Document,
    FileResult,
    Finding,
    Options,
    Part,
    Piece,
    Run,
    Segment,
    SourceMap,
)
from lintwords.model.rule import CATEGORIES, MENTION_LISTS, Example, MentionPattern, Rule
from lintwords.readers.common.source import splice
from lintwords.settings.selection import is_on, is_own, showing_all
from lintwords.values import dataclass, replace
from lintwords.values import names as names_of

# what lists of a table are asked about word by word; what a mention is read as is asked as a whole
_LISTS = tuple(key for key in MENTION_LISTS if key != "reading")


@dataclass(frozen=True, slots=True)
class Failure:
    """An example or a part of a rule that does not do what the pack says."""

    rule: str
    path: Path
    line: int
    text: str  # the example's text; empty for a part of the rule
    expected: str
    got: str


def test_rules(
    linter: DocumentLinter, rules: Sequence[Rule] | None = None, *, mutate: bool = False,
    watch: Callable[[Rule], None] = lambda _: None,
) -> list[Failure]:
    """Run the examples of the linter's rules, or of those of them that `rules` holds.

    `watch` is told of each rule before its examples run.
    """
    failures: list[Failure] = []
    for rule in linter.rules if rules is None else rules:
        watch(rule)
        failures += _sorts(rule)
        failures += failed_examples(linter, rule)
        if mutate:
            failures += _mutants(linter.compiled, rule)
    return failures


def skeleton(rule_id: str, phrase: str = "") -> str:
    """A rule to fill in; it passes `rules test` once its texts are true.

    One that looks for `phrase` where that is given, else for what a mention does.
    """
    # what looks for words alone is seldom about who acts
    category = "euphemism" if phrase else "conflation"
    others = ", ".join(one for one in CATEGORIES if one != category)
    written = _SKELETON.replace("RULE-ID", rule_id).replace("CATEGORY", category)
    written = written.replace("OTHERS", others)
    if not phrase:
        return written.replace("KIND", _MENTION)
    return written.replace("KIND", f"phrase = {_quoted(phrase)}\ninstead = [\"…\"]")


def _quoted(text: str) -> str:
    """A text as TOML takes it."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


# -- examples -----------------------------------------------------------------------------------


def _sorts(rule: Rule) -> Iterator[Failure]:
    if not any(example.finds for example in rule.examples):
        yield Failure(rule.id, rule.path, rule.line, "", say("an example that finds"), say("none"))
    if all(example.finds for example in rule.examples):
        wanted = say("an example that is silent")
        yield Failure(rule.id, rule.path, rule.line, "", wanted, say("none"))
    if not rule.sources:
        wanted = say("a source with a date: [[rule.source]]")
        yield Failure(rule.id, rule.path, rule.line, "", wanted, say("none"))


def failed_examples(linter: DocumentLinter, rule: Rule) -> Iterator[Failure]:
    """The examples of a rule that the linter does not find, let go or fix as they say."""
    compiled = linter.compiled
    for example in rule.examples:
        found = _found(compiled, rule, example)
        expected, got = _wanted(example), _seen(found, example)
        if expected != got:
            yield Failure(
                rule.id, rule.path, example.line, example.text,
                _words(expected), _why(_words(got), compiled, rule, example, bool(found)),
            )
        elif rule.fix and example.finds:
            yield from _fixes(rule, example, found)


def _fixes(rule: Rule, example: Example, found: Sequence[Finding]) -> Iterator[Failure]:
    """The safe fixes must give the text of `fixed`; with `safe = false` there must be none."""
    choices = choose(found)
    edits = [edit for choice in choices for edit in choice.fix.edits]
    text = splice(example.text, edits) if edits else ""
    if text == example.fixed and bool(edits) is example.safe:
        return
    if rule.is_line and not example.fixed:
        yield Failure(
            rule.id, rule.path, example.line, example.text,
            say("no `fix`: it puts the government for a name, and a phrase holds none"),
            say('fix = "{fix}"; the wordings of a phrase stand in instead', fix=rule.fix),
        )
        return
    expected = example.fixed or (
        say("fixed, or safe = false") if example.safe else say("no safe fix")
    )
    doubts = [fix.why_not for finding in found for fix in finding.fixes[:1] if fix.why_not]
    yield Failure(
        rule.id, rule.path, example.line, example.text, expected,
        text or (say("no safe fix: {why}", why=doubts[0]) if doubts else say("no safe fix")),
    )


def _found(compiled: CompiledPack, rule: Rule, example: Example) -> list[Finding]:
    result = _judged(compiled, rule, example)
    return [finding for finding in result.findings if finding.rule == rule.id]


def _wanted(example: Example) -> list[str]:
    extra = [example.severity.word] if example.severity else []
    extra += [example.voice] if example.voice else []
    return [" ".join((words, *extra)) for words in example.finds]


def _seen(found: Sequence[Finding], example: Example) -> list[str]:
    rows = []
    for finding in found:
        extra = [finding.severity.word] if example.severity else []
        extra += [finding.voice.value] if example.voice else []
        rows.append(" ".join((finding.words, *extra)))
    return rows


def _words(rows: Sequence[str]) -> str:
    if not rows:
        return say("no finding")
    return say("a finding at {words}", words=", ".join(f'"{row}"' for row in rows))


def _why(got: str, compiled: CompiledPack, rule: Rule, example: Example, found: bool) -> str:
    """What was got, with the reason where it is known."""
    if found or not example.finds:
        return got
    result = _judged(compiled, rule, example, keep_passed=True)
    reasons = [p.reason for p in result.passed if p.rule == rule.id]
    others = [finding.rule for finding in result.findings]
    if reasons:
        return say("{got}: let go as {reason}", got=got, reason=reasons[0])
    if not _found(compiled.with_rule(rule), rule, example):
        anywhere = replace(rule, context="", about=())
        if rule.about and _found(compiled.with_rule(anywhere), rule, example):
            return say("{got}: no word of what the rule is about stands there", got=got)
        return _seen_there(got, compiled, rule, example)
    named = ", ".join(others)
    return say("{got}: {rules} stands there instead", got=got, rules=named) if others else got


def _seen_there(got: str, compiled: CompiledPack, rule: Rule, example: Example) -> str:
    """What was got, with what a rule about mentions asks and what is seen instead."""
    asked = dict.fromkeys(key for keys in rule.mention for key in keys.given())
    if not asked:
        return say(
            "{got}: the words stand there, but the grammar ties one part of a & b to no other, as "
            "with an adverb (back, still, well). Write a longer part, or the words in a row",
            got=got,
        ) if _stands_untied(compiled, rule, example) else got
    scene = _scene(compiled, example, Options())
    rows = []
    for slot in (one for row in scene.sentences for each in row for one in compiled.slots(each)):
        seen = {
            "name": slot.name, "slot": slot.kind, "head": slot.head, "prep": slot.prep,
            "governor": ", ".join(one.lemma for one in slot.governors), "reading": slot.reading,
        }
        rows.append(", ".join(f'{key} "{seen[key]}"' for key in asked if key in seen))
    return say("{got}; seen is {seen}", got=got, seen="; ".join(rows)) if rows else say(
        "{got}, and no name of the country", got=got
    )


def _stands_untied(compiled: CompiledPack, rule: Rule, example: Example) -> bool:
    """Whether the parts of a concept stand in an example, where no grammar is asked."""
    compiler = compiled.patterns.compiler
    rows = [compiler.compile(one.pattern) for one in rule.phrase if one.is_concept]
    scene = _scene(compiled, example, Options())
    lines = [Line.of(one) for row in scene.sentences for one in row] if rows else []
    return any(
        end > at for line in lines for row in rows for at in range(len(line.words))
        for end in row.ends(line, at)
    )


def _judged(
    compiled: CompiledPack, rule: Rule, example: Example, *, keep_passed: bool = False
) -> FileResult:
    """What any rule of a pack finds in an example, whatever is shown by default.

    For a rule of a user's pack: what those find that are shown by default, and those of packs.
    """
    plain = Options(keep_passed=keep_passed)
    shown = [one for one in compiled.rules
             if not is_own(rule) or is_own(one) or is_on(one, plain)]
    everything = showing_all(plain, shown)
    scene = _scene(compiled, example, everything)
    return judge(scene, compiled.gate.paragraphs([example.text]))


def _scene(compiled: CompiledPack, example: Example, options: Options) -> Scene:
    """An example before a pack, taken for a text in its language."""
    remit = Remit(compiled.pack.lang, options.lang)
    return Scene(compiled, _document(example.text), options, remit)


def _document(text: str) -> Document:
    """A document of one segment with the example's text, in which nothing is joined."""
    run = Run(0, len(text), Piece(0, 0, len(text), True))
    segment = Segment(text, SourceMap((run,)))
    return Document(Path("example"), "text", (Part(0, text),), (segment,))


# -- mutation -----------------------------------------------------------------------------------


def _mutants(compiled: CompiledPack, rule: Rule) -> Iterator[Failure]:
    # what the whole sentence says hides what a named word does: each is asked without the other
    named = tuple(keys for keys in rule.mention if not keys.reading)
    by_name = replace(rule, mention=named, weighed=False) if named else rule
    yield from _filters(compiled, rule, by_name)
    yield from _mutants_of(compiled, by_name)
    read = [nth for nth, keys in enumerate(rule.mention) if keys.reading] if named else []
    if read:
        rows = ((nth, (*rule.mention[:nth], *rule.mention[nth + 1 :])) for nth in read)
        parts = [
            (say("table {nth} of mention", nth=nth + 1), replace(rule, mention=row))
            for nth, row in rows
        ]
        any_reading = tuple(_without(keys, "reading") for keys in rule.mention)
        parts.append(("`reading`", replace(rule, mention=any_reading)))
        yield from _idle(compiled, rule, parts)


def _filters(compiled: CompiledPack, rule: Rule, by_name: Rule) -> Iterator[Failure]:
    """Filters that no example names, and examples that need not the filter that they name.

    `by_name` is the rule without what the whole sentence says: a filter may be needed by either.
    """
    for example in rule.examples:
        if not example.because:
            continue
        unless = tuple(name for name in rule.unless if name != example.because)
        changed = (replace(one, unless=unless) for one in (rule, by_name))
        if not any(_found(compiled.with_rule(one), rule, example) for one in changed):
            yield Failure(
                rule.id, rule.path, example.line, example.text,
                say('a finding once filter "{filter}" is taken away', filter=example.because),
                say("no finding"),
            )
    named = {example.because for example in rule.examples}
    for name in rule.unless:
        if name not in named:
            yield Failure(
                rule.id, rule.path, rule.line, "",
                say('an example that "{filter}" lets go', filter=name), say("none"),
            )


def _mutants_of(compiled: CompiledPack, rule: Rule) -> Iterator[Failure]:
    # a table that leaves its fix to a person finds what others find: they are asked without it
    sure = tuple(keys for keys in rule.mention if not keys.by_hand)
    without = replace(rule, mention=sure) if sure else rule
    yield from _idle(compiled, without, _without_a_part(without))
    yield from _unneeded_reasons(compiled, rule)


def _unneeded_reasons(compiled: CompiledPack, rule: Rule) -> Iterator[Failure]:
    """Tables that say why no fix is safe change no finding: a fix must give their reason."""
    is_read = compiled.mentions.reader is not None
    rows = (keys for keys in rule.mention if keys.by_hand and (is_read or not keys.reading))
    asked = {keys.by_hand for keys in rows}
    if not asked:
        return
    found = (row for example in rule.examples for row in _found(compiled, rule, example))
    for reason in sorted(asked - {fix.why_not for row in found for fix in row.fixes}):
        yield Failure(rule.id, rule.path, rule.line, "",
                      say('a fix left "{reason}"', reason=reason), say("none"))


def _idle(
    compiled: CompiledPack, rule: Rule, parts: Iterable[tuple[str, Rule]]
) -> Iterator[Failure]:
    """The parts of a rule that no example needs."""
    alone = compiled.with_rule(rule)
    before = [_seen(_found(alone, rule, example), example) for example in rule.examples]
    for what, mutant in parts:
        changed = compiled.with_rule(mutant)
        after = [_seen(_found(changed, rule, example), example) for example in rule.examples]
        if after == before:
            wanted = say("an example that changes when {what} is taken away", what=what)
            yield Failure(rule.id, rule.path, rule.line, "", wanted, say("none"))


def _without_a_part(rule: Rule) -> Iterator[tuple[str, Rule]]:
    """The rule without each of its tables and each of its keys in turn."""
    finding = [keys for keys in rule.mention if not keys.by_hand]
    for nth, keys in enumerate(rule.mention):
        rest = (*rule.mention[:nth], *rule.mention[nth + 1 :])
        if rest and keys in finding:
            yield say("table {nth} of mention", nth=nth + 1), replace(rule, mention=rest)
        if keys in finding:
            for what, fewer in _with_fewer(keys):
                mention = (*rule.mention[:nth], fewer, *rule.mention[nth + 1 :])
                yield f"{what} in table {nth + 1} of mention", replace(rule, mention=mention)
    for key in dict.fromkeys(key for keys in finding for key in keys.given()):
        mutant = tuple(_without(keys, key) for keys in rule.mention)
        yield f"`{key}`", replace(rule, mention=mutant)
    for nth in range(len(rule.alike)):
        rest_of_sets = (*rule.alike[:nth], *rule.alike[nth + 1 :])
        if rest_of_sets:
            yield say("set {nth} of alike", nth=nth + 1), replace(rule, alike=rest_of_sets)
    if rule.context:
        yield "`about`", replace(rule, context="", about=())


def _with_fewer(keys: MentionPattern) -> Iterator[tuple[str, MentionPattern]]:
    """A table without each word or class of its lists in turn, where others are left."""
    for key in _LISTS:
        listed: tuple[str, ...] = getattr(keys, key)
        if len(listed) > 1:
            for one in listed:
                rest = tuple(other for other in listed if other != one)
                given = {field: getattr(keys, field) for field in names_of(keys)}
                yield f'{key} "{one}"', MentionPattern(**{**given, key: rest})


def _without(keys: MentionPattern, key: str) -> MentionPattern:
    name = "but_not" if key == "not" else key
    assert name in names_of(keys)
    given = {field: getattr(keys, field) for field in names_of(keys)}
    return MentionPattern(**{**given, name: ()})


# a rule of names alone would be refused, so the skeleton asks for a slot and a governor
_MENTION = 'mention = { name = "country", slot = "subject", governor = ["verbs.state"] }'
_SKELETON = '''[[rule]]
id = "RULE-ID"
# lang = "fr"  # the language of its sentences, where it is not that of your settings
category = "CATEGORY"  # or one of: OTHERS
severity = "warning"
title = "Say in one line what to do, the actor first"
why = """
Say in one sentence of at most 25 words what the wording blurs. Add one or two more if needed.
"""
KIND

[[rule.source]]
title = "The title of the page or document that gives this advice"
publisher = "Who published it"
date = "2021-02-18"
supports = "What exactly it says"

[[rule.example]]
text = "A new sentence in which the rule finds its words."
finds = ["words"]

[[rule.example]]
text = "A sentence that looks alike and is fine."
finds = []
note = "why it is fine"
'''
