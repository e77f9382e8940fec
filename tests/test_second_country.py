"""The same sentences about another state: what is found does not hang on one country's names.

Half of the fifty rows are to report. At the first run 24 of 25 were found for China and 23 of 25
for Russia, with no false alarm for either; the test holds both at 24 of 25 and none.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lintwords import Linter
from lintwords.cli.main import main
from lintwords.errors import RulePackError, SettingsError
from lintwords.judge.document_linter import DocumentLinter, load
from lintwords.model import Options, Severity
from lintwords.readers import read
from lintwords.run.linter_choice import load_linter

HERE = Path(__file__).parent
OTHER = HERE.parent / "examples/names-other.toml"
ROWS = [
    line.split("\t") for line in (HERE / "data/second_country.tsv").read_text().splitlines()[1:]
]
SWAP = {
    "The Chinese are": "The Russians are", "China": "Russia", "Chinese": "Russian",
    "Beijing": "Moscow",
}
WEIGHT = {"W": Severity.ERROR, "S": Severity.WARNING}


@pytest.fixture(scope="module", params=[None, OTHER], ids=["china", "russia"])
def country(request) -> tuple[DocumentLinter, bool]:
    return load(Options(names=request.param)), request.param is not None


def swapped(text: str) -> str:
    return re.sub("|".join(sorted(SWAP, key=len, reverse=True)), lambda m: SWAP[m[0]], text)


def found(linter: DocumentLinter, text: str) -> list[tuple[str, str]]:
    findings = linter.lint(read(Path("x.txt"), text.encode())).findings
    return [(finding.rule, finding.severity.name) for finding in findings]


def test_half_of_the_rows_are_to_report():
    assert (len(ROWS), sum(label in WEIGHT for label, _ in ROWS)) == (50, 25)


def test_the_swap_leaves_no_name_of_the_first_country():
    assert not re.search("Chin|Beijing", " ".join(swapped(text) for _, text in ROWS))


def test_rows_are_reported_in_their_weight_or_not_at_all(country):
    linter, is_other = country
    wrong = []
    for label, text in ROWS:
        said = swapped(text) if is_other else text
        weights = {weight for _, weight in found(linter, said)}
        if weights != ({WEIGHT[label].name} if label in WEIGHT else set()):
            wrong.append((label, weights, said))
    missed = [row for row in wrong if row[0] in WEIGHT]
    assert (wrong, len(missed) < 2) == (missed, True)


def test_both_countries_give_the_same_findings():
    china, russia = load(Options()), load(Options(names=OTHER))
    differing = [
        text for _, text in ROWS if found(china, text) != found(russia, swapped(text))
    ]
    assert differing == []


@pytest.mark.parametrize("name", ["brainwashed", "euphemism", "monde-himalayen"])
def test_a_rule_about_another_country_or_language_may_be_named(name):
    plain = load_linter(Options(names=OTHER))
    named = load_linter(Options(names=OTHER, ignore=(name,), weights=((name, "warning"),)))
    assert named.in_force == plain.in_force


def test_a_slip_in_the_name_of_a_rule_about_another_country_is_told():
    with pytest.raises(SettingsError) as told:
        load_linter(Options(names=OTHER, ignore=("brainwashd",)))
    assert told.value.hint == "Did you mean brainwashed?"


NAMES = """id = "x"
title = "X"
lang = "en"
[names]
country = ["Xland"]
adjective = ["Xish"]
group = ["Xlanders"]
"""
WORDED = f'{NAMES}[wordings.government]\nen = "the Xish government"\nnumber = "singular"\n'


@pytest.mark.parametrize("more", ["", '[wordings.authorities]\nen = "Xish authorities"\n'])
def test_a_names_file_without_a_wording_of_the_government_is_led_to_its_page(tmp_path, more):
    names = tmp_path / "names.toml"
    names.write_text(NAMES + more, "utf-8")
    with pytest.raises(RulePackError) as told:
        load_linter(Options(names=names))
    assert told.value.problem == f"{names} line 1: there is no table [wordings.government]"
    assert told.value.hint == "It says what a fix writes: docs/names.md"


@pytest.mark.parametrize("key", ["acts", "objects"])
def test_a_class_of_a_names_file_that_nobody_has_is_refused_by_its_place(tmp_path, key):
    names = tmp_path / "names.toml"
    row = f'en = "a court"\n{key} = ["words.act-of-cort"]\nnumber = "singular"\n'
    names.write_text(f"{WORDED}[bodies.court]\n{row}", "utf-8")
    with pytest.raises(RulePackError) as told:
        load_linter(Options(names=names))
    assert told.value.problem == f'{names} line 13: bodies.court: unknown class "words.act-of-cort"'
    assert told.value.hint == "Did you mean words.act-of-court?"


@pytest.mark.usefixtures("few_rules")
def test_a_title_names_a_people_as_the_names_do(tmp_path):
    names = tmp_path / "names.toml"
    names.write_text(WORDED, "utf-8")
    titles = {rule.id: rule.title for rule in load_linter(Options(names=names)).rules}
    assert titles["nationality-as-actor"].endswith('not "the Xlanders"')
    names.write_text(WORDED.replace('group = ["Xlanders"]\n', ""), "utf-8")
    titles = {rule.id: rule.title for rule in load_linter(Options(names=names)).rules}
    assert titles["nationality-as-actor"].endswith('not "the Xish"')


PACK = """
[[rule]]
id = "x-line"
category = "propaganda-line"
severity = "error"
title = "Say what was done"
why = "It hides what was done."
country = "COUNTRY"
phrase = "the grand line"
[[rule.source]]
title = "A guide"
publisher = "An office"
date = "2021-02-18"
supports = "That it hides what was done"
[[rule.example]]
text = "They praised the grand line."
finds = ["the grand line"]
[[rule.example]]
text = "They praised the line."
finds = []
"""


@pytest.mark.usefixtures("few_rules")
@pytest.mark.parametrize(("country", "with_names", "code", "hint"), [
    ("chna", False, 2, "Did you mean china?"), ("x", False, 2, "With other names: --names FILE"),
    ("china", True, 2, "With other names: --names FILE"), ("china", False, 0, ""),
    ("x", True, 0, ""), ("", False, 0, ""),
])
def test_a_rule_about_another_country_is_not_left_out_in_silence(
    tmp_path, capsys, country, with_names, code, hint
):
    names, pack = tmp_path / "names.toml", tmp_path / "pack.toml"
    names.write_text(WORDED, "utf-8")
    pack.write_text(PACK.replace("COUNTRY", country), "utf-8")
    asked = ["--names", str(names)] if with_names else []
    assert main(["rules", "test", *asked, str(pack)]) == code
    err = capsys.readouterr().err
    assert hint in err
    said = ("was not tested", "Nothing was checked")  # a name that is none is refused at once
    assert any(words in err for words in said) is bool(code)


@pytest.fixture
def both(tmp_path) -> tuple[Path, list[str], list[str]]:
    """A pack of two languages about a country, and its names in each."""
    pack, english, french = (tmp_path / f"{name}.toml" for name in ("pack", "en", "fr"))
    rule = PACK.replace("COUNTRY", "x")
    in_french = rule.replace('id = "x-line"', 'id = "x-fr"\nlang = "fr"')
    for old, new in (("They praised the grand line.", "Ils louaient la grande ligne."),
                     ("They praised the line.", "Ils louaient la ligne."),
                     ("the grand line", "la grande ligne")):
        in_french = in_french.replace(old, new)
    pack.write_text(rule + in_french, "utf-8")
    english.write_text(WORDED, "utf-8")
    worded = WORDED.replace('lang = "en"', 'lang = "fr"').replace("\nen = ", "\nfr = ")
    french.write_text(f'{worded}gender = "masculine"\n', "utf-8")
    return pack, ["--names", str(english)], ["--names", str(french)]


@pytest.mark.usefixtures("few_rules")
def test_a_pack_of_two_languages_is_tested_with_names_in_both(both, capsys):
    pack, english, french = both
    assert main(["rules", "test", *english, *french, str(pack)]) == 0, capsys.readouterr().err
    assert "2 rules, 4 examples: all pass." in capsys.readouterr().out
    assert main(["rules", "test", *english, "--select", "x-line", str(pack)]) == 0
    assert main(["rules", "test", *english, str(pack)]) == 2
    assert 'is about "x", and the names in "fr" are of "china"' in capsys.readouterr().err


@pytest.mark.usefixtures("few_rules")
def test_names_that_no_rule_asks_or_that_are_given_twice_are_told(both, tmp_path, capsys):
    pack, english, french = both
    assert main(["rules", "test", *english, *english, str(pack)]) == 2
    assert 'are both names in "en"' in capsys.readouterr().err
    alone = tmp_path / "alone.toml"
    alone.write_text(PACK.replace("COUNTRY", "x"), "utf-8")
    assert main(["rules", "test", *french, str(alone)]) == 2
    assert "For rules that name no language: --lang fr" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("comment", "rules"),
    [
        ("brainwashed, country-as-abuser", set()),
        ("brainwashd", {"ignore-unknown", "country-as-abuser"}),
    ],
)
def test_a_comment_may_name_a_rule_about_another_country(comment, rules):
    text = f"<!-- lintwords: ignore {comment}: a term of the law -->\nRussia jailed her.\n"
    report = Linter(names=OTHER).lint(text, format="markdown")
    assert {finding.rule for finding in report.findings} == rules


def test_a_comment_names_a_rule_of_the_language_of_its_text():
    text = (
        "{}La salle du monde himalayen est ouverte tous les jours de la semaine, sauf le lundi.\n"
    )
    linter = Linter(select=["monde-himalayen", "ignore-unknown"])
    comment = "<!-- lintwords: ignore monde-himalayen: le nom de la salle -->\n"
    found = [linter.lint(text.format(one), format="markdown") for one in ("", comment)]
    assert [[one.rule for one in report.findings] for report in found] == [["monde-himalayen"], []]


FRENCH = "La Chine a emprisonné un poète parce qu'il avait écrit une lettre dans le journal."


@pytest.mark.usefixtures("few_rules")
@pytest.mark.parametrize(("country", "found"), [("china", 2), ("x", 1)])
def test_names_in_one_language_never_pass_a_text_in_the_other_as_clean(
    tmp_path, monkeypatch, capsys, country, found
):
    """Those that come with lintwords hold there, if they are of that country; else it is told."""
    monkeypatch.chdir(tmp_path)
    names = WORDED.replace('id = "x"', f'id = "{country}"')
    Path("names.toml").write_text(names, "utf-8")
    Path("lintwords.toml").write_text('names.file = "names.toml"\n', "utf-8")
    Path("en.txt").write_text("Xland jailed a poet.\n", "utf-8")
    Path("fr.txt").write_text(f"{FRENCH}\n", "utf-8")
    assert main(["check", "en.txt", "fr.txt"]) == 1
    summary = " ".join(capsys.readouterr().out.split())
    assert (f"{found} finding" in summary) is True
    told = "1 file not checked, in a language without names of the country (fr): fr.txt."
    assert (told in summary) is (country == "x")
    assert main(["check", "fr.txt"]) == (1 if country == "china" else 2)


@pytest.mark.usefixtures("few_rules")
@pytest.mark.parametrize(
    ("country", "found", "passages"), [("china", {"en", "fr"}, 0), ("x", {"en"}, 1)]
)
def test_nor_a_passage_in_the_other(tmp_path, country, found, passages):
    names = tmp_path / "names.toml"
    names.write_text(WORDED.replace('id = "x"', f'id = "{country}"'), "utf-8")
    text = f"<p>Xland jailed a poet.</p><p lang='fr'>{FRENCH}</p>"
    report = Linter(names=names).lint(text, format="html")
    assert {finding.lang for finding in report.findings} == found
    assert [one.what.partition(": ")[2][:24] for one in report.files[0].unread] == [
        "there are no names of th"
    ] * passages


AROUND = "The council met in the old hall on Monday and spoke of the roads in the town."


@pytest.mark.parametrize("row", [
    f"{AROUND}\n\nLa Russie torture des moines.\n\n{AROUND}\n",
    f"# La Russie a tué 300 moines\n\n{AROUND}\n",
    f"{AROUND}\n\n- La Russie a tué 300 moines\n- The mayor spoke.\n",
    f"{AROUND} La Russie torture des moines. {AROUND}\n",
    "La Russie torture des moines.\n",
])
def test_nor_a_few_words_that_name_the_country_in_the_other(tmp_path, row):
    (tmp_path / "a.md").write_text(row, "utf-8")
    assert main(["check", "--isolated", "--names", str(OTHER), str(tmp_path / "a.md")]) == 2


@pytest.mark.parametrize("row", [
    f"{AROUND}\n\nThe Russian envoy left Russia for La Paz.\n",
    f"# Les ballets russes\n\n{AROUND}\n",
    f"# Café de la Paix\n\n{AROUND}\n",
])
def test_names_of_places_are_no_passage(tmp_path, row):
    (tmp_path / "a.md").write_text(row, "utf-8")
    assert main(["check", "--isolated", "--names", str(OTHER), str(tmp_path / "a.md")]) == 0


@pytest.mark.usefixtures("few_rules")
def test_a_wording_of_their_own_holds_in_their_language(tmp_path):
    names = tmp_path / "names.toml"
    china = WORDED.replace('id = "x"', 'id = "china"')
    own = '[wordings.desk]\nen = "the rulers of Xland"\nnumber = "plural"\n'
    names.write_text(china + own, "utf-8")
    linter = Linter(names=names, government_term="desk")
    first = [linter.lint(text).findings[0].fixes[0].label for text in ("Xland jailed her.", FRENCH)]
    assert first == ["The rulers of Xland", "Le gouvernement chinois"]


def test_messages_write_whose_act_it_is_as_the_house_term_asks():
    said = Linter(government_term="authorities").lint("China's crackdown hurts.").findings[0]
    assert said.message == "Name whose act it is: Chinese authorities', not China's"
    said = Linter(government_term="capital").lint("China's crackdown hurts.").findings[0]
    assert said.message == "Name whose act it is: Beijing's, not China's"


@pytest.mark.usefixtures("few_rules")
def test_a_plural_of_their_own_takes_the_mark_alone_in_messages(tmp_path):
    names = tmp_path / "names.toml"
    own = '[wordings.desk]\nen = "the rulers of Xland\'s towns"\nnumber = "plural"\n'
    names.write_text(WORDED + own, "utf-8")
    said = Linter(names=names, government_term="desk").lint("Xland's crackdown hurts.").findings[0]
    assert said.message == "Name whose act it is: the rulers of Xland's towns', not Xland's"
    names.write_text(WORDED + own.replace("plural", "singular"), "utf-8")
    said = Linter(names=names, government_term="desk").lint("Xland's crackdown hurts.").findings[0]
    assert said.message == "Name whose act it is: the rulers of Xland's towns's, not Xland's"


@pytest.mark.parametrize(
    ("setting", "name"),
    [('packs = ["own.toml"]', "packs"), ('names.file = "own.toml"', "names.file")],
)
def test_a_file_that_is_not_there_is_told_with_the_line_that_asks_for_it(
    tmp_path, monkeypatch, capsys, setting, name
):
    monkeypatch.chdir(tmp_path)
    Path("lintwords.toml").write_text(f'lang = "en"\n{setting}\n')
    Path("a.txt").write_text("It rains.\n")
    assert main(["check", "a.txt"]) == 2
    said = capsys.readouterr().err
    assert said.startswith("lintwords: cannot open own.toml\n")
    assert f"  {name} in lintwords.toml line 2 asks for it.\n" in said
    assert main(["check", "--isolated", "--pack", "own.toml", "a.txt"]) == 2
    assert "asks for it" not in capsys.readouterr().err


@pytest.mark.parametrize(("lang", "told"), [
    ("en", "2 files were judged by the names of Russia alone, and not by those of China."),
    ("fr", "2 fichiers ont été jugés par les seuls noms d’un autre pays : Russia, et non Chine."),
])
def test_a_summary_says_which_country_was_not_judged(tmp_path, monkeypatch, capsys, lang, told):
    monkeypatch.chdir(tmp_path)
    for name in ("a/one.md", "a/two.md", "b.md"):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text("China jailed a poet.\n")
    main(["--ui-lang", lang, "check", "--names", str(OTHER), "a"])
    said = " ".join(capsys.readouterr().out.replace("\u00a0", " ").split())
    assert told in said
    Path("lintwords.toml").write_text(f'[path."a/**"]\nnames.file = {str(OTHER)!r}\n')
    main(["--ui-lang", lang, "check", "--config", "lintwords.toml", "b.md"])
    assert "Russia" not in capsys.readouterr().out


def test_names_of_the_same_country_leave_nothing_unjudged(tmp_path, capsys):
    names = tmp_path / "house.toml"
    names.write_bytes((HERE.parent / "rules/en/names.toml").read_bytes())
    (tmp_path / "a.md").write_text("China jailed a poet.\n")
    assert main(["check", "--names", str(names), str(tmp_path / "a.md")]) == 1
    assert "judged" not in capsys.readouterr().out
