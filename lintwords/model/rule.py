"""The nouns of a rule pack: rules, the keys they match by, filters, examples, names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from lintwords.model import Severity, Source
from lintwords.values import dataclass, field, names

# kinds of names that a mention is one of
MENTIONS = ("country", "adjective", "group", "capital", "formal", "cold-war")
NAMES = (*MENTIONS, "prefix")
SLOTS = (
    "subject", "passive", "object", "agent", "prep", "possessive", "adjective", "compound",
    "predicate", "list", "tag", "fixed", "named", "bare",
)
READINGS = ("abuse", "act", "perhaps", "naming", "other")
BY_NAME, UNREAD = ("capital", "formal"), "other"  # names of a state that no reading is asked of
PROFILES = ("default", "strict", "newsroom", "academic")
FIXES = ("actor",)
CATEGORIES = (
    "conflation", "propaganda-line", "euphemism", "speaks-for-people", "territorial-name",
    "ethnic-harm", "erasure",
)
NAMING = ("euphemism", "ethnic-harm", "erasure")  # of these, the ones that are about a name
COMMENT = "comment"  # the category of findings about ignore comments


@dataclass(frozen=True, slots=True)
class MentionPattern:
    """What a mention must be: each key that is given must fit, and a list means any of it.

    `governor`, `object` and `complement` are asked of one and the same governor. `object` and
    `complement` may hold `none` (there is nothing there) and `any`. `reading` is what the mention
    stands for, all cues weighed: an abuse or an act of state, perhaps one of them (more likely than
    not), a bare naming, or something else.
    """

    name: tuple[str, ...] = ()
    slot: tuple[str, ...] = ()
    governor: tuple[str, ...] = ()
    head: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    complement: tuple[str, ...] = ()
    prep: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    reading: tuple[str, ...] = ()
    but_not: tuple[MentionPattern, ...] = ()
    severity: Severity | None = None
    by_hand: str = ""  # why no fix of what fits here is safe

    def weight(self) -> tuple[int, int]:
        """How closely a row asks: keys that name words, and keys in all."""
        words = (self.governor, self.head, self.object, self.complement, self.prep, self.near)
        return sum(map(bool, words)), len(self.given())

    @property
    def asks_a_governor(self) -> bool:
        """Whether it names a verb or a noun that the mention stands by."""
        return bool(self.governor or self.object or self.complement or self.head)

    def given(self) -> tuple[str, ...]:
        """The keys that are given, by their name in TOML."""
        keys = tuple(key for key in MENTION_LISTS if getattr(self, key))
        return (*keys, "not") if self.but_not else keys


# the keys of a mention that are lists of words
MENTION_LISTS = tuple(
    key for key in names(MentionPattern) if key not in ("but_not", "severity", "by_hand")
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A pattern over words, as written in a pack."""

    pattern: str
    severity: Severity | None = None
    anywhere: bool = False  # it names one thing only, whatever the text is about

    @property
    def is_concept(self) -> bool:
        """Whether it holds words in any order."""
        return any(not part.startswith("not ") for part in self.pattern.split(" & ")[1:])


@dataclass(frozen=True, slots=True)
class Fit:
    """For what words a wording fits; each key that is given must fit, and a list means any of it.

    Entries are words as they are written, or classes of the lexicon.
    """

    found: tuple[str, ...] = ()  # in the words found
    near: tuple[str, ...] = ()  # in the sentence
    but_not: tuple[str, ...] = ()  # nowhere in the sentence
    slot: tuple[str, ...] = ()  # where the mention stands
    bare: bool = False  # only where no article stands before
    whole: bool = False  # only where the words found are a clause of their own
    opens: tuple[str, ...] = ()  # at the start of the words found
    part: tuple[str, ...] = ()  # what it stands for: the rest of the words found stays
    governor: tuple[str, ...] = ()  # classes of the verb or noun that the mention depends on
    own: bool = False  # only where the writer says it, and reports nobody

    @property
    def is_for_own_words(self) -> bool:
        """Whether it would change what somebody said, where the words found are reported."""
        return self.own or self.whole


@dataclass(frozen=True, slots=True)
class Filter:
    """A named reason to let a candidate go: it fits if any of its keys or phrases does."""

    id: str
    title: str
    mention: tuple[MentionPattern, ...] = ()
    phrase: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that shows what a rule finds, or what it leaves alone and why."""

    text: str
    finds: tuple[str, ...]
    because: str = ""
    fixed: str = ""
    safe: bool = True  # false: a fix must not be safe here
    severity: Severity | None = None
    voice: str = ""
    note: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """One piece of guidance, with its reason, sources and examples."""

    id: str
    category: str
    severity: Severity
    title: str
    why: str
    lang: str
    path: Path
    line: int
    mention: tuple[MentionPattern, ...] = ()
    phrase: tuple[Phrase, ...] = ()
    regex: str = ""
    alike: tuple[tuple[str, ...], ...] = ()  # sets of patterns that say one thing
    unless: tuple[str, ...] = ()
    fix: str = ""
    by_hand: str = ""  # why no fix of this rule is safe
    instead: tuple[str, ...] = ()
    fits: Mapping[str, Fit] = field(default_factory=dict)  # wording → where alone it is offered
    sources: tuple[Source, ...] = ()
    examples: Sequence[Example] = ()
    default: bool = True
    preview: bool = False
    profiles: Mapping[str, str] = field(default_factory=dict)
    attributed: str = ""
    quoted: str = ""
    context: str = ""
    about: tuple[str, ...] = ()
    country: str = ""
    aliases: tuple[str, ...] = ()
    ok_when: tuple[str, ...] = ()
    weighed: bool = False  # rows without a reading count only where it may be the government
    priority: int = 0  # of rules that are as strong at one place the highest speaks
    contested: str = ""  # what is disputed, or how little the rule rests on
    takes_article: bool = False  # an article before the words found is found with them

    @property
    def names(self) -> tuple[str, ...]:
        """What settings, options and comments may call it by."""
        return (self.id, self.category, *self.aliases)

    @property
    def is_line(self) -> bool:
        """Whether this rule looks for a phrase, not for a mention of the country."""
        return not self.mention

    @property
    def summary(self) -> str:
        """The first sentence of `why`."""
        first, stop, _ = self.why.partition(". ")
        return first + stop.strip()


@dataclass(frozen=True, slots=True)
class Brief:
    """What settings ask of a rule, known without reading its pack."""

    id: str
    category: str
    aliases: tuple[str, ...]
    default: bool
    preview: bool
    profiles: Mapping[str, str]

    @property
    def names(self) -> tuple[str, ...]:
        """What settings, options and comments may call it by."""
        return (self.id, self.category, *self.aliases)

    @classmethod
    def of(cls, rule: Rule) -> Brief:
        return cls(
            rule.id, rule.category, rule.aliases, rule.default, rule.preview, rule.profiles
        )


@dataclass(frozen=True, slots=True)
class Names:
    """The country profile: how the state, its people and its government are named."""

    id: str
    title: str
    lang: str
    forms: Mapping[str, tuple[str, ...]]  # kind of name → names
    wordings: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    bodies: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    together: str = ""  # the governments of several states, which stand at {names}
    path: str = ""  # the file of a user; empty for what comes with the rules


def classes_of(row: Mapping[str, object], key: str) -> tuple[str, ...]:
    """The classes that a table of a names file lists; one text stands for a list of one."""
    value = row.get(key, ())
    return tuple(map(str, value)) if isinstance(value, (list, tuple)) else (str(value),)


@dataclass(frozen=True, slots=True)
class EncoderFile:
    """An encoder that is asked beside the weights of a reading, where it is installed."""

    path: Path
    asked: tuple[int, int]  # in thousandths: about what has a chance so far between these
    share: int  # in thousandths: what it counts beside all that spoke so far


@dataclass(frozen=True, slots=True)
class ReadingFile:
    """Which weights tell what a mention stands for, and from which chance on they speak."""

    path: Path
    version: str  # the language, and a number that goes up: en-2
    sha256: str
    unit: int  # how much of a weight is one natural unit
    bias: tuple[int, ...]  # for each code
    report: int  # in thousandths: from here on a mention stands for the government
    perhaps: int  # from here on it may
    safe: int  # from here on a fix of it may be safe
    encoders: tuple[EncoderFile, ...] = ()  # in the order in which they are asked

    @property
    def lang(self) -> str:
        """The language that its version begins with."""
        return self.version.partition("-")[0]


@dataclass(frozen=True, slots=True)
class Pack:
    """All rules of one language, with the filters they name and the names they speak of."""

    lang: str
    names: Names
    rules: tuple[Rule, ...]
    filters: Mapping[str, Filter]
    messages: Mapping[str, str] = field(default_factory=dict)  # what findings say beside rules

    def says(self, key: str) -> str:
        """The text of a message by its key; what is no key is a text already."""
        return self.messages.get(key, key)
