"""A wording is offered only where it fits: names, number, article, the place of a mention."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import fewer_rules
import pytest

from lintwords.errors import RulePackError
from lintwords.fixes.offers import offers_of
from lintwords.judge.document_linter import DocumentLinter, load
from lintwords.model import Finding, Options
from lintwords.model.rule import Rule
from lintwords.packs import loader
from lintwords.readers import read
from lintwords.settings.selection import showing_all
from lintwords.text.lexicon import Lexicon
from lintwords.text.spelling.en import split_entry

# of places, peoples and faiths: what says that a text is about one, in classes and words
ABOUT = {
    "Tibet": ("words.about-tibet", "dharamsala", "rikaze", "naqu"),
    "Xinjiang": (
        "words.about-xinjiang", "weiwuer", "ouighur", "sinkiang", "chinese turkestan", "kunming",
    ),
    "Mongolia": ("words.about-mongolia",),
    "Guangxi": ("guangxi", "zhuang"),
    "Ningxia": ("ningxia",),
    "Hui": ("hui", "ningxia"),
    "Hong Kong": ("words.about-hong-kong",),
    "Taiwan": ("words.about-taiwan", "2758"),
    "Falun Gong": ("falun", "falun gong", "falun dafa"),
    "Christians": ("church", "churches", "christian", "christians"),
    "Cantonese": ("cantonese",),
    "Japan": ("japan", "japanese"),
    "Korea": ("korea", "korean"),
    "Vietnam": ("vietnam", "vietnamese"),
    "Arunachal": ("words.arunachal-word", "zangnan"),
    "Hambantota": ("hambantota",),
    "Radio Free Asia": ("radio free asia",),
    "the coronavirus": (
        "words.about-covid", "flu", "wuflu", "kungflu", "plague", "rona", "sicken", "chinavirus",
        "wuhanvirus",
    ),
}
SINGULAR_VERBS, PLURAL_VERBS = ("is", "was", "has"), ("are", "were", "have")


@pytest.fixture(scope="module")
def linter() -> DocumentLinter:
    return load(Options())


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon(loader.load("en").tables)


@pytest.fixture(scope="module")
def offered(linter: DocumentLinter) -> list[tuple[str, Finding, str]]:
    """Each wording with the example that it is offered for."""
    shown = load(showing_all(linter.options, linter.rules), linter)
    return [
        (example.text, finding, wording)
        for rule in linter.rules for example in rule.examples if example.finds
        for finding in found(shown, example.text) if finding.rule == rule.id
        for wording in finding.instead
    ]


def found(linter: DocumentLinter, text: str) -> tuple[Finding, ...]:
    return linter.lint(read(Path("fit.txt"), text.encode())).findings


def words(text: str) -> str:
    return f" {' '.join(split_entry(text.replace('-', ' ')))} "


def named(text: str, lexicon: Lexicon) -> set[str]:
    """The places, peoples and faiths that a text names."""
    held = words(text)
    return {
        name for name, entries in ABOUT.items()
        for entry in entries
        if any(f" {form} " in held for form in forms(entry, lexicon))
    }


def forms(entry: str, lexicon: Lexicon) -> Iterator[str]:
    yield from lexicon.members(entry).forms if lexicon.knows(entry) else (entry,)


def head_forms(text: str, lexicon: Lexicon) -> frozenset[str]:
    """The forms of the noun that a wording is about; none where it is a clause of its own."""
    cut = split_entry(text)
    if any({"verbs:third", "verbs:past"} & lexicon[word].forms for word in cut):
        return frozenset()
    head = ""
    for word in cut:
        if "function.preposition" in lexicon[word].classes:
            break
        head = word
    return lexicon[head].forms & {"nouns:plural", "nouns:singular"}


def test_no_wording_names_a_place_or_people_that_the_sentence_does_not(offered, lexicon):
    strange = [
        (finding.rule, text, wording) for text, finding, wording in offered
        if named(wording, lexicon) - named(text, lexicon)
    ]
    assert strange == []


def test_no_wording_brings_a_second_article(offered, lexicon):
    loud = [
        (finding.rule, text, wording) for text, finding, wording in offered
        if before(text, finding) in ("a", "an", "the")
        and wording.split()[0].lower() in ("a", "an", "the")
    ]
    assert loud == []


def test_a_and_an_stand_before_a_singular_that_opens_as_they_ask(offered, lexicon):
    loud = [
        (finding.rule, text, wording) for text, finding, wording in offered
        if before(text, finding) in ("a", "an") and (
            ((before(text, finding) == "an") is not (wording[0].lower() in "aeiou")
            and wording[0].lower() != "u")
            or head_forms(wording, lexicon) == {"nouns:plural"}
        )
    ]
    assert loud == []


def test_the_number_of_a_wording_is_that_of_the_verb_after_it(offered, lexicon):
    loud = []
    for text, finding, wording in offered:
        opening = split_entry(text[: text.index(finding.text)])
        if finding.category == "conflation" or any(
            "function.preposition" in lexicon[word].classes for word in opening
        ):
            continue  # the names file says the number of each; the verb may be of another noun
        number, verb = head_forms(wording, lexicon), after(text, finding)
        if (verb in SINGULAR_VERBS and number == {"nouns:plural"}) or (
            verb in PLURAL_VERBS and number == {"nouns:singular"} and " and " not in wording
        ):
            loud.append((finding.rule, text, wording))
    assert loud == []


def before(text: str, finding: Finding) -> str:
    at = text.index(finding.text)
    return (text[:at].lower().split() or [""])[-1] if text[:at].endswith(" ") else ""


def after(text: str, finding: Finding) -> str:
    at = text.index(finding.text) + len(finding.text)
    return (text[at:].lower().split() or [""])[0]


# -- the keys ------------------------------------------------------------------------------------

PACK = """
[[rule]]
id = "own-rule"
category = "euphemism"
severity = "error"
title = "Say more"
why = "It says little."
phrase = ["(new|old) (wings|wing)", "wings"]
instead = [WORDINGS]

[[rule.source]]
title = "House style"
publisher = "An office"
date = "2024-01-01"
supports = "It."
"""


FITTING = [
    pytest.param('"blocks"', "They built wings.", ("blocks",), id="a text fits everywhere"),
    pytest.param(
        '{ text = "block", found = ["wing"] }', "The new wings stand.", (), id="not found"
    ),
    pytest.param(
        '{ text = "block", found = ["wing"] }', "The old wing stands.", ("block",), id="found"
    ),
    pytest.param(
        '{ text = "blocks", near = ["words.about-tibet"] }', "In Lhasa wings rose.",
        ("blocks",), id="a class in the sentence",
    ),
    pytest.param(
        '{ text = "blocks", near = ["words.about-tibet"] }', "In Leeds wings rose.", (),
        id="no word of a class",
    ),
    pytest.param(
        '{ text = "blocks", not = ["hotel"] }', "The hotel built wings.", (), id="but not"
    ),
    pytest.param(
        '{ text = "block", opens = ["old"] }', "The old wing stands.", ("block",), id="opens so"
    ),
    pytest.param(
        '{ text = "block", opens = ["wing"] }', "The old wing stands.", (), id="opens otherwise"
    ),
    pytest.param(
        '{ text = "fresh", part = ["new"] }', "The new wing stands.", ("fresh wing",),
        id="for a part of it, the rest stays",
    ),
    pytest.param(
        '{ text = "fresh", part = ["new"] }', "The old wing stands.", (), id="no such part"
    ),
    pytest.param('"the block"', "He saw the wings.", ("block",), id="one article is enough"),
    pytest.param('"an annex"', "He saw a new wing.", (), id="a does not stand before a vowel"),
    pytest.param('"a block"', "He saw a new wing.", ("block",), id="the article that is there"),
    pytest.param('"houses"', "He saw a new wing.", (), id="a does not stand before a plural"),
    pytest.param('"the block"', "New wings stood.", ("The block",), id="no article before it"),
    pytest.param('{ text = "Block 9", bare = true }', "He saw the wings.", (), id="a name"),
    pytest.param(
        '{ text = "Block 9", bare = true }', "He saw wings.", ("Block 9",), id="a name alone"
    ),
    pytest.param(
        '{ text = "it rose", whole = true }', "It is so that new wings, it seems, rose.",
        ("it rose",), id="a clause for a clause",
    ),
    pytest.param(
        '{ text = "it rose", whole = true }', "New wings, the forum concluded.", (),
        id="no clause for what somebody concluded",
    ),
    pytest.param(
        '{ text = "it rose", whole = true }', "He says that new wings, it seems, rose.", (),
        id="no clause for what somebody says",
    ),
    pytest.param(
        '{ text = "it rose", whole = true }', "New wings, the song goes.", (),
        id="no clause where the sentence may end in its speaker",
    ),
    pytest.param(
        '{ text = "it rose", whole = true }', "New wings, and the town fell.", ("It rose",),
        id="a clause before another",
    ),
    pytest.param(
        '{ text = "blocks", own = true }', "He says that they built wings in Leeds.", (),
        id="for the writer's own voice only",
    ),
    pytest.param(
        '{ text = "blocks", own = true }', "They built wings in Leeds.", ("blocks",),
        id="in the writer's own voice",
    ),
    pytest.param(
        '"blocks, which fell"', "They saw wings near Leeds.", ("blocks, which fell,",),
        id="an apposition is closed",
    ),
    pytest.param(
        '"blocks, called \'wings, new\'"', "They saw wings near Leeds.",
        ("blocks, called 'wings, new',",), id="a comma in a quotation counts for nothing",
    ),
    pytest.param(
        '"blocks, which fell,"', "They saw wings.", ("blocks, which fell",),
        id="no comma before a stop",
    ),
    pytest.param(
        '"blocks, as some say, and towers"', "They saw wings near Leeds.",
        ("blocks, as some say, and towers",), id="an apposition that is closed",
    ),
    pytest.param(
        '"blocks, barns and towers"', "They saw wings near Leeds.",
        ("blocks, barns and towers",), id="a list is not closed",
    ),
    pytest.param('"protesters"', "They saw new wing's walls.", (), id="no plural before 's"),
    pytest.param(
        '"house in Leeds"', "They saw new wing's walls.", (), id="no phrase of place before 's"
    ),
    pytest.param('"house"', "They saw new wing's walls.", ("house",), id="a noun before 's"),
    pytest.param(
        '{ text = "the house rose", whole = true }', "The wings, it seems, rose.",
        ("house rose",), id="a clause behind its own article",
    ),
    pytest.param(
        '{ text = "it rose", whole = true }', "He says that new wings rose.", (),
        id="no clause for a noun",
    ),
    pytest.param('"what they call wings"', "He saw the wings.", (), id="a clause"),
    pytest.param('"the block"', "They saw its wings.", (), id="no article after its"),
]
# what `wing` is in each of them, so that all their rules can stand in one pack
NOUNS = (
    "wing", "tower", "barn", "garage", "porch", "cellar", "kitchen", "roof", "chimney", "gable",
    "fence", "gutter", "pillar", "vault", "terrace", "loft", "hedge", "pond", "lamp", "ladder",
    "door", "window", "chair", "table", "carpet", "curtain", "mirror", "shelf", "drawer", "pillow",
    "blanket", "basket", "bucket", "broom", "kettle", "saucer", "teapot", "spoon", "plate",
)


def loaded(pack: Path, rules: Path) -> DocumentLinter:
    """A linter with a pack and no other rules, put together."""
    with fewer_rules.only(rules):
        linter = load(Options(packs=(pack,)))
        assert linter.index and linter.compiled  # late else, among all rules
    return linter


@pytest.fixture(scope="module")
def fitting(tmp_path_factory: pytest.TempPathFactory, no_rules: Path) -> DocumentLinter:
    """A linter with a rule for each case."""
    pack = tmp_path_factory.mktemp("fits") / "own.toml"
    pairs = zip(FITTING, NOUNS[: len(FITTING)], strict=True)
    pack.write_text("".join(
        PACK.replace("WORDINGS", str(case.values[0])).replace("own-rule", f"own-rule-{noun}")
        .replace("wing", noun) for case, noun in pairs
    ))
    return loaded(pack, no_rules)


@pytest.mark.parametrize(
    ("noun", "text", "wordings"),
    [pytest.param(noun, *case.values[1:], id=case.id)
     for case, noun in zip(FITTING, NOUNS, strict=False)],
)
def test_a_wording_is_offered_where_its_keys_fit(fitting, noun, text, wordings):
    rule, findings = f"own-rule-{noun}", found(fitting, text.replace("wing", noun))
    expected = tuple(wording.replace("wing", noun) for wording in wordings)
    assert [finding.instead for finding in findings if finding.rule == rule] == [expected]


def test_a_french_plural_stands_behind_the_article_of_many():
    text = "Des Ouïghours furent envoyés dans des centres de formation professionnelle."
    findings = found(load(Options(lang="fr")), text)
    assert "camps d’internement" in [wording for each in findings for wording in each.instead]


def test_one_french_centre_is_one_camp():
    text = "Une Ouïghoure fut menée dans un centre de formation professionnelle."
    (only,) = found(load(Options(lang="fr")), text)
    assert only.instead[0] == "camp d’internement"
    assert not [wording for wording in only.instead if "camps" in wording]


@pytest.fixture(scope="module")
def taking(tmp_path_factory: pytest.TempPathFactory, no_rules: Path) -> DocumentLinter:
    """A linter with a rule that finds the article too."""
    pack = tmp_path_factory.mktemp("taking") / "own.toml"
    pack.write_text(PACK.replace("WORDINGS", '"blocks"').replace(
        'phrase = ', 'takes-article = true\nphrase = '
    ))
    return loaded(pack, no_rules)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("They built wings.", "wings", id="no article"),
        pytest.param("They built the wings.", "the wings", id="the article"),
        pytest.param("They built those wings.", "those wings", id="a demonstrative"),
        pytest.param("They built tall wings.", "wings", id="another word before it"),
        pytest.param("They saw the wings plan.", "wings", id="the article of the noun after it"),
        pytest.param("The wings grew.", "The wings", id="a verb after it"),
        pytest.param("It was the, wings stood.", "wings", id="a comma between"),
        pytest.param("He said that wings grew.", "wings", id="that opens a clause"),
    ],
)
def test_a_rule_may_find_the_article_too(taking, text, words):
    findings = found(taking, text)
    assert [one.text for one in findings if one.rule == "own-rule"] == [words]


@pytest.mark.usefixtures("own_rules")
def test_an_unknown_class_in_a_wording_is_told(tmp_path):
    with pytest.raises(RulePackError, match="unknown class"):
        instead(tmp_path, '{ text = "blocks", near = ["words.no-such-class"] }', "Wings.")


@pytest.mark.usefixtures("own_rules")
def test_a_wording_given_twice_is_told(tmp_path):
    with pytest.raises(RulePackError, match='"blocks" is given twice'):
        instead(tmp_path, '"blocks", { text = "blocks", not = ["hotel"] }', "Wings.")


@pytest.mark.usefixtures("own_rules")
def test_an_unknown_key_of_a_wording_is_told(tmp_path):
    with pytest.raises(RulePackError, match='unknown key "beside"'):
        instead(tmp_path, '{ text = "blocks", beside = ["hotel"] }', "Wings.")


def instead(folder: Path, wordings: str, text: str) -> list[tuple[str, ...]]:
    pack = folder / "own.toml"
    pack.write_text(PACK.replace("WORDINGS", wordings))
    linter = load(Options(packs=(pack,)))
    return [finding.instead for finding in found(linter, text) if finding.rule == "own-rule"]


@pytest.mark.usefixtures("own_rules")
@pytest.mark.parametrize(("text", "offered"), [
    pytest.param("They built a new wing.", (), id="a before it"),
    pytest.param("They built a tall new wing.", (), id="an adjective between"),
    pytest.param("They built a tall, large new wing.", (), id="two of them and a comma"),
    pytest.param("They built a tit-for-tat new wing.", (), id="words that hyphens join"),
    pytest.param("They built the tall new wing.", ("blocks",), id="the takes many"),
    pytest.param("A man built tall new wings.", ("blocks",), id="the a of another noun"),
])
def test_a_plural_is_not_offered_behind_an_article_of_one(tmp_path, text, offered):
    assert instead(tmp_path, '"blocks"', text) == [offered]


@pytest.mark.usefixtures("own_rules")
@pytest.mark.parametrize(("text", "words", "wording"), [
    pytest.param("Les avis du nouveau pavillon comptent.", "du nouveau pavillon",
                 "du palais neuf", id="drawn together: of"),
    pytest.param("Elle parle au nouveau pavillon.", "au nouveau pavillon", "au palais neuf",
                 id="drawn together: to"),
    pytest.param("Le nouveau pavillon ouvre.", "Le nouveau pavillon", "Le palais neuf",
                 id="an article alone"),
    pytest.param("Un nouveau pavillon ouvre.", "Un nouveau pavillon", "", id="an article of one"),
])
def test_a_wording_with_its_article_is_drawn_into_a_preposition(tmp_path, text, words, wording):
    pack = tmp_path / "own.toml"
    pack.write_text(re.sub("phrase = .*", 'lang = "fr"\ntakes-article = true\n'
                           'phrase = "nouveau pavillon"', PACK)
                    .replace("WORDINGS", '"le palais neuf"'), "utf-8")
    findings = found(load(Options(packs=(pack,), lang="fr")), text)
    rows = [(one.words, one.instead) for one in findings if one.rule == "own-rule"]
    assert [row[0] for row in rows] == [words]
    assert [row[1] for row in rows] == [(wording,) if wording else ()]


def test_a_page_says_what_a_wording_is_for(linter):
    from lintwords.reports import rule_page

    rules: dict[str, Rule] = {rule.id: rule for rule in linter.rules}
    texts = list(rule_page.wordings(rules["xinjiang-province"]))
    assert "Guangxi (for: guangxi)" in texts


@pytest.mark.parametrize(
    ("text", "found", "wording"),
    [
        pytest.param(
            "Le Xinjiang mène la rénovation des mosquées.", "rénovation des mosquées",
            "transformation de mosquées", id="same gender: the article stays",
        ),
        pytest.param(
            "L'incident de Tiananmen reste tabou.", "L'incident de Tiananmen",
            "Le massacre de Tiananmen", id="an elided article goes, the capital stays",
        ),
        pytest.param(
            "Pékin promeut la souveraineté sur internet.", "la souveraineté sur internet",
            "le contrôle d’internet par l’État", id="another gender",
        ),
        pytest.param(
            "Ce pays reste fidèle au principe d'une seule Chine.", "au principe d'une seule Chine",
            "à la politique d’une seule Chine qui est la sienne", id="drawn together before",
        ),
        pytest.param(
            "L'auberge du Tibet du Sud affiche complet.", "du Tibet du Sud",
            "de l’Arunachal Pradesh, État indien revendiqué par le gouvernement chinois,",
            id="drawn together with an elided article",
        ),
        pytest.param(
            "La Chine défend un véritable multilatéralisme.", "un véritable multilatéralisme",
            "ce que le ministère chinois des Affaires étrangères appelle le « véritable "
            "multilatéralisme »",
            id="no article before what somebody calls it",
        ),
    ],
)
def test_a_wording_brings_its_article_where_the_gender_changes(
    text: str, found: str, wording: str
) -> None:
    linter = load(Options(lang="fr"))
    findings = load(showing_all(linter.options, linter.rules), linter).lint(
        read(Path("fit.txt"), text.encode())
    ).findings
    offered = {one.words: [text.replace("\xa0", " ") for text in one.instead] for one in findings}
    assert wording in offered.get(found, ()), offered


# nouns that a French wording may open with behind an article of one: their gender
FEMININE = frozenset(
    "chine conscience covid fin diffusion dissolution démocratie doctrine détention entreprise "
    "formule gouvernance ingérence lecture limitation mise mort ouïghoure pandémie pauvreté "
    "personne politique prise région république répression résolution réforme sentence "
    "souveraineté surveillance tendance transformation ville voie".split()
)
MASCULINE = frozenset(  # "que" stands for "ce que l'on appelle"
    "camp cercle coronavirus covid19 déplacement fugitif gouvernement grand massacre mouvement "
    "nouveau ouïghour parti passeport poids principe programme projet prétendu que remplacement "
    "respect siècle sud système taux tibet tibétain transfert xinjiang".split()
)
ARTICLES = {
    **dict.fromkeys(("la", "une", "cette"), FEMININE),
    **dict.fromkeys(("le", "un", "ce", "du", "au"), MASCULINE),
}
MANY = ("les", "des", "ces", "aux", "ses")


def put_in(linter: DocumentLinter) -> Iterator[tuple[str, str, str]]:
    """Rule, the sentence of its example with a wording in it, and the wording with its article."""
    for rule in linter.rules:
        for example in rule.examples:
            for finding in found(linter, example.text) if example.finds else ():
                for fix in offers_of(finding) if finding.rule == rule.id else ():
                    if finding.category != "conflation" and len(fix.edits) == 1:
                        start, end = fix.edits[0].start, fix.edits[0].end
                        led = example.text[:start].rpartition(" ")[0].rpartition(" ")[2]
                        text = f"{example.text[:start]}{fix.edits[0].text}{example.text[end:]}"
                        yield rule.id, text, f"{led} {fix.edits[0].text}"


def test_every_french_wording_agrees_in_every_example_of_its_rule():
    linter = load(Options(lang="fr"))
    loud = []
    for rule, text, wording in put_in(load(showing_all(linter.options, linter.rules), linter)):
        cut = re.findall(r"[^\W_]+", wording.lower())
        for article, noun in zip(cut[:2], cut[1:3], strict=False):
            opens = article in ARTICLES and noun not in ARTICLES[article]
            if opens and noun in FEMININE | MASCULINE:
                loud.append((rule, text, f"{article} {noun}"))
        head = next((word for word in cut[:3] if word not in (*ARTICLES, *MANY)), "")
        if cut[0] in ARTICLES and cut[1] == head and head not in FEMININE | MASCULINE:
            loud.append((rule, text, f"of which gender is {head}?"))
        if cut[0] in MANY and cut[1] == head and not head.endswith(("s", "x")):
            loud.append((rule, text, f"{cut[0]} {head}"))
    assert loud == []


FRENCH = """
[[rule]]
id = "own-rule"
category = "euphemism"
severity = "error"
title = "Dites ce qui a eu lieu en mots simples"
why = "Le mot ne dit rien de ce qui a eu lieu dans la maison."
phrase = [
  "grange dorée", "granges dorées", "moulin bleu", "moulins bleus", "étang vert",
  "tour grise , grange du village",
]
instead = [WORDINGS]

[[rule.source]]
title = "Charte de la maison"
publisher = "Un bureau"
date = "2024-01-01"
supports = "Le mot."
"""


@pytest.mark.usefixtures("own_rules")
@pytest.mark.parametrize(
    ("wording", "text", "offered"),
    [
        pytest.param(
            "le massacre", "Les granges dorées ont trente ans.", (), id="a verb of many"
        ),
        pytest.param(
            "le massacre", "La grange dorée a trente ans.", ("Le massacre",), id="a verb of one"
        ),
        pytest.param(
            "le massacre", "Il parle des granges dorées.", ("du massacre",), id="no subject"
        ),
        pytest.param(
            "le contrôle", "La grange dorée a été appliquée.", (), id="a participle of a feminine"
        ),
        pytest.param(
            "la limitation", "La grange dorée a été appliquée.", ("limitation",),
            id="a participle of its gender",
        ),
        pytest.param(
            "le contrôle", "La grange dorée n'est pas encore isolée.", (),
            id="words between verb and participle",
        ),
        pytest.param(
            "le contrôle", "La grange dorée est devenue utile.", (),
            id="a participle that is a link",
        ),
        pytest.param(
            "la tour", "La grange dorée est devenue utile.", ("tour",),
            id="a link that agrees",
        ),
        pytest.param(
            "le moine et ses amis", "La grange dorée agite la ville.", (), id="two subjects"
        ),
        pytest.param(
            "des visiteurs", "Une grange dorée attend dehors.", (), id="many before a verb of one"
        ),
        pytest.param(
            "un grand nombre de visiteurs", "Une grange dorée attend dehors.",
            ("Un grand nombre de visiteurs",), id="the number of its first noun",
        ),
        pytest.param(
            "camps de toile", "La grange dorée dort.", (), id="many after an article of one"
        ),
        pytest.param(
            "camps de toile", "Ces granges dorées dorment.", ("camps de toile",),
            id="many after a demonstrative of many",
        ),
        pytest.param(
            "des camps de toile", "On a ouvert des granges dorées.", ("camps de toile",),
            id="the article of many that is there",
        ),
        pytest.param(
            "ourdou", "Il parle le moulin bleu.", (), id="no article before a vowel that loses it"
        ),
        pytest.param(
            "l’ourdou", "Il parle le moulin bleu.", ("l’ourdou",), id="an elided article of its own"
        ),
        pytest.param(
            "les gens du moulin", "Il parle de moulins bleus.", (), id="of and the become one word"
        ),
        pytest.param(
            "le moulin", "Il parle d'étang vert.", (), id="an elided preposition before an article"
        ),
        pytest.param(
            "orge", "Il parle de moulins bleus.", (), id="a preposition that would be elided"
        ),
        pytest.param(
            "orge", "Il parle d'étang vert.", ("orge",), id="a preposition that is elided"
        ),
        pytest.param(
            "halle", "La tour grise, grange du village, dort.", (),
            id="no comma is left that closed what was found",
        ),
        pytest.param(
            "halle, qui fut une grange", "La tour grise, grange du village, dort.",
            ("halle, qui fut une grange",), id="the comma closes an apposition of the wording",
        ),
        pytest.param(
            "l’ourdou", "Il chante en moulin bleu.", (), id="no elided article where none stands"
        ),
        pytest.param(
            "ce que l’on appelle « moulin »", "Il vante son moulin bleu.", (),
            id="no clause behind a possessive",
        ),
        pytest.param(
            "le massacre", "Les granges dorées qui ont brûlé coûtent cher.", (),
            id="a verb behind a relative",
        ),
    ],
)
def test_a_french_wording_agrees_with_what_stays_beside_it(tmp_path, wording, text, offered):
    pack = tmp_path / "own.toml"
    pack.write_text(FRENCH.replace("WORDINGS", f'"{wording}"'), "utf-8")
    linter = load(Options(lang="fr", packs=(pack,)))
    assert [one.instead for one in found(linter, text) if one.rule == "own-rule"] == [offered]


def test_a_clause_is_not_put_where_a_verb_has_its_subject_before_it():
    text = "À Macao, « un pays, deux systèmes » est une réussite indéniable."
    findings = found(load(Options(lang="fr")), text)
    assert [one.instead for one in findings if one.rule == "two-systems-success"] == [()]


@pytest.mark.usefixtures("own_rules")
def test_what_is_written_already_is_no_choice(tmp_path):
    pack = tmp_path / "own.toml"
    pack.write_text(FRENCH.replace("WORDINGS", '"moulin bleu", "moulin"'), "utf-8")
    linter = load(Options(lang="fr", packs=(pack,)))
    (finding,) = found(linter, "Il parle de ce moulin bleu.")
    assert [fix.edits[0].text for fix in offers_of(finding)] == ["moulin"]


@pytest.mark.parametrize(
    ("rule", "text", "wordings"),
    [
        pytest.param(
            "taiwan-province", "Selon les autorités de Taïwan, le port est rouvert.",
            ("le gouvernement taïwanais",), id="an organ has its name",
        ),
        pytest.param(
            "taiwan-province", "Taïwan est une province chinoise.",
            ("Taïwan est revendiquée par le gouvernement chinois",), id="no name for a sentence",
        ),
        pytest.param(
            "choice-of-the-people", "Le socialisme est le choix du peuple chinois.",
            ("système mis en place par le Parti communiste",), id="a system that was chosen",
        ),
        pytest.param(
            "choice-of-the-people", "Le Parti communiste est le choix du peuple chinois.", (),
            id="no party is a system",
        ),
        pytest.param(
            "taiwan-renegade", "Aux yeux de Pékin, Taïwan est une province rebelle.", (),
            id="not what another sees",
        ),
        pytest.param(
            "xj-counter-terrorism", "La lutte antiterroriste au Xinjiang est efficace.",
            ("Ce que les autorités chinoises appellent la « lutte antiterroriste »",),
            id="no detention works",
        ),
        pytest.param(
            "hk-patriots", "Ils saluent le perfectionnement du système électoral de Hong Kong.", (),
            id="no apposition before a complement",
        ),
        pytest.param(
            "reunification-term", "Taïwan refuse toute réunification par la force.", (),
            id="who refuses is not dropped",
        ),
        pytest.param(
            "reunification-term", "Après la réunification, Taïwan gardera son système.",
            ("Après l’unification",), id="a preposition stays",
        ),
        pytest.param(
            "taiwan-renegade", "La province rebelle de Taïwan résiste.", (),
            id="not between a noun and its complement",
        ),
        pytest.param(
            "chinese-modernisation", "La modernisation chinoise offre des chances.", (),
            id="a verb is not dropped",
        ),
        pytest.param(
            "cyber-sovereignty", "La Chine purifie le cyberespace.", (), id="no noun for a deed"
        ),
        pytest.param(
            "tell-chinas-story", "Le film montre une Chine vraie, vivante et complète.", (),
            id="no deed for a picture",
        ),
        pytest.param(
            "xinjiang-province", "Dans la province du Ningxia, il pleut.",
            ("région autonome hui du Ningxia",), id="a region keeps its name",
        ),
        pytest.param(
            "hk-riots", "Les émeutes de Hong Kong de 1967 ont laissé des traces.", (),
            id="not the year of another revolt",
        ),
        pytest.param(
            "compatriots", "Nos compatriotes taïwanais sont les bienvenus.", (),
            id="no people is ours",
        ),
    ],
)
def test_a_french_wording_says_what_its_sentence_is_about(rule, text, wordings):
    linter = load(Options(lang="fr"))
    findings = found(load(showing_all(linter.options, linter.rules), linter), text)
    offered = [[text.replace("\xa0", " ") for text in one.instead]
               for one in findings if one.rule == rule]
    assert offered in ([], [list(wordings)])
