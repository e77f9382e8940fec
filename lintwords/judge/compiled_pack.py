"""A pack made ready to judge: patterns, matchers, filters, the grammar of its language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from lintwords.fixes.making import FixMaker
from lintwords.grammar import Grammar, grammar_of
from lintwords.grammar.model import Slot
from lintwords.match.filters import Filters
from lintwords.match.matchers import LineMatcher, MentionMatcher
from lintwords.match.patterns import Indexes, Patterns
from lintwords.match.trial import Trial
from lintwords.model.rule import Pack, Rule
from lintwords.prefilter.gate import Gate
from lintwords.prefilter.index import table
from lintwords.reading import Reader, WeighedMentions
from lintwords.text.lexicon import Lexicon
from lintwords.text.sentences import Sentence
from lintwords.text.splitting import Splitter
from lintwords.text.tokens import NameTable
from lintwords.values import dataclass, field, replace


@dataclass
class CompiledPack:
    """What judges documents by one pack; the same input gives the same findings in any process."""

    patterns: Patterns
    gate: Gate
    splitter: Splitter
    mentions: WeighedMentions
    filters: Filters
    line_rules: LineMatcher
    mention_rules: MentionMatcher
    fix_maker: FixMaker | None  # none where only findings are asked for
    _topic_gates: dict[str, Gate] = field(default_factory=dict, init=False)

    @classmethod
    def of(cls, patterns: Patterns, indexes: Indexes, gate: Gate) -> CompiledPack:
        """All of a pack; `indexes` may have been kept from an earlier start."""
        pack, reading = patterns.pack, patterns.loaded.reading
        grammar = grammar_of(pack.lang)
        reader = Reader(reading, grammar, pack.names.forms, patterns.lexicon) if reading else None
        mentions = WeighedMentions(grammar, reader)
        filters = patterns.filters(indexes.excuses, grammar.links_of)
        lines = patterns.lines(indexes.lines, filters, grammar.links_of)
        rules = MentionMatcher([r for r in patterns.rules if not r.is_line], filters, reading)
        trial = Trial(pack.names, patterns.names, patterns.lexicon, mentions, lines, rules)
        return cls(
            patterns, gate, Splitter(patterns.lexicon), mentions, filters, lines, rules,
            FixMaker.of(pack, patterns.term, grammar, trial),
        )

    @property
    def pack(self) -> Pack:
        return self.patterns.pack

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that speak of the country of the names file, and those of any country."""
        return self.patterns.rules

    @property
    def lexicon(self) -> Lexicon:
        return self.patterns.lexicon

    @property
    def names(self) -> NameTable:
        return self.patterns.names

    @cached_property
    def plural(self) -> Mapping[str, bool]:
        """Number of the wordings, so that a singular verb is not given a plural subject."""
        names = self.pack.names
        return {
            str(wording.get(names.lang)): wording.get("number") == "plural"
            for wording in names.wordings.values()
        }

    @property
    def grammar(self) -> Grammar:
        return self.mentions.grammar

    def slots(self, sentence: Sentence) -> list[Slot]:
        """Each mention of a sentence in its place, with what it stands for."""
        return self.mentions.of(sentence)

    def topic(self, rule: Rule) -> Gate:
        """A gate that only a text with a word of what the rule is about opens."""
        if rule.id not in self._topic_gates:
            opening = self.patterns.opening(rule.about)
            self._topic_gates[rule.id] = Gate(table((), opening))
        return self._topic_gates[rule.id]

    def with_rule(self, rule: Rule) -> CompiledPack:
        """The same pack with another rule in place of the one of this id.

        No other mention rule is asked, so that what this rule says is seen by itself; no fix is
        made.
        """
        rules = tuple(rule if other.id == rule.id else other for other in self.pack.rules)
        loaded = replace(self.patterns.loaded, pack=replace(self.pack, rules=rules))
        patterns = Patterns(loaded, like=self.patterns)
        if not rule.is_line:  # nothing of the phrases changes
            alone = MentionMatcher([rule], self.filters, loaded.reading)
            return replace(self, patterns=patterns, mention_rules=alone, fix_maker=None)
        indexes = patterns.indexes()
        changed = CompiledPack.of(patterns, indexes, Gate(indexes.asked))
        return replace(changed, mentions=self.mentions, fix_maker=None)
