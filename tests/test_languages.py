"""Which language a text is in, and that one without rules is never called clean."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

import lintwords
from lintwords import api
from lintwords.cli.main import main
from lintwords.judge.document_linter import LANGUAGES, DocumentLinter, load
from lintwords.model import FileReport, Options
from lintwords.readers import read
from lintwords.reports import View, render
from lintwords.reports.words import summary
from lintwords.text.langtag import language, tag

GERMAN = "China hat gestern fünf Anwälte verhaftet.\n"
ENGLISH = "Ruritania won the final.\n"


pytestmark = pytest.mark.usefixtures("in_own_folder")


def one(name: str, text: str, options: Options | None = None) -> FileReport:
    Path(name).write_text(text, "utf-8")
    (file,) = api.check([name], options or Options(), cache=False).files
    return file


def word(name: str, *paragraphs: tuple[str, str]) -> None:
    """A Word file of which each paragraph is marked with a language."""
    document = docx.Document()
    for text, lang in paragraphs:
        run = document.add_paragraph().add_run(text)
        mark = OxmlElement("w:lang")
        mark.set(qn("w:val"), lang)
        run._r.get_or_add_rPr().append(mark)
    document.save(name)


def judged(name: str, text: str) -> tuple[list[tuple[str, str]], tuple[str, ...]]:
    """Language and words of each finding in a file, and what of it was not judged."""
    Path(name).write_text(text, "utf-8")
    report = api.check([name], Options(), cache=False)
    return [(one.lang, one.words) for one in report.findings], report.files[0].unjudged


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", f"---\nlang: en-GB\n---\n{ENGLISH}"),
        ("a.md", ENGLISH),
        ("a.md", f"{ENGLISH}\nThe field `lang: de` is read, and so is <html lang='de'>.\n"),
        ("a.html", f"<html lang='en'><p>{ENGLISH}</p><a lang='de' href='x'>Deutsch</a>"),
        ("a.html", f"<p>{ENGLISH}</p><ul><li lang='de'>Deutsch</li></ul>"),
        ("a.txt", "lang: de\n"),
    ],
)
def test_a_text_that_is_judged_says_nothing_of_languages(name: str, text: str) -> None:
    file = one(name, text)
    assert (file.unjudged, file.is_judged) == ((), True)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", f"---\nlang: de\n---\n{GERMAN}"),
        ("a.md", "---\nlang: de_AT\n---\nKein Name.\n"),
        ("a.html", f"<!doctype html><html lang=\"de-CH\"><p>{GERMAN}</p>"),
        ("a.html", "<html xml:lang='de'><p>Kein Name.</p>"),
        ("a.adoc", f"= Titel\n:lang: de\n\n{GERMAN}"),
    ],
)
def test_a_text_in_another_language_is_not_judged(name: str, text: str) -> None:
    file = one(name, text)
    assert (file.unjudged, file.is_judged) == (("de",), False)


def test_a_language_that_is_named_is_that_of_the_text() -> None:
    file = one("a.md", "---\nlang: de\n---\nKein Name.\n", Options(lang="en"))
    assert (file.unjudged, file.is_judged) == ((), True)


def test_passages_in_another_language_are_told_and_the_rest_is_judged() -> None:
    text = f"<html lang='en'><p>China jailed her.</p><p lang='de'>{GERMAN}</p>"
    Path("a.html").write_text(text)
    report = api.check(["a.html"], Options(), cache=False)
    assert len(report.findings) == 1
    assert (report.files[0].unjudged, report.files[0].is_judged) == (("de",), True)
    assert [one.what for one in report.files[0].missed] == [
        "1 passage in de was not checked: there are no rules for it (6 words; line 1)"
    ]
    assert summary(report).endswith("1 file was not read in full.")


def test_a_word_file_tells_its_language() -> None:
    word("a.docx", (GERMAN, "de-DE"), (GERMAN, "de-DE"))
    word("b.docx", (GERMAN, "de-DE"), ("China jailed her.", "en-GB"))
    report = api.check(["a.docx", "b.docx"], Options(), cache=False)
    assert [(file.unjudged, file.is_judged) for file in report.files] == [
        (("de",), False), (("de",), True),
    ]
    assert [finding.path for finding in report.findings] == [Path("b.docx")]


def fill() -> None:
    Path("de").mkdir()
    Path("de/a.md").write_text(f"---\nlang: de\n---\n{GERMAN}", "utf-8")
    Path("b.md").write_text(ENGLISH)


def test_a_sentence_said_again_and_again_is_as_one() -> None:
    for text in ("China jailed a poet.\n" * 8, "Poets met in town.\n\n" * 30):
        assert len(api.Linter().lint(text).findings) == text.count("China")


def test_a_short_passage_without_a_known_word_is_named(capsys) -> None:
    passage = "Yakuvim tavunyoku vatatu kwimatu zoku. Davurekku nerovikku tulasemku ngorinatu yaku."
    calm = "The report was written by a group of lawyers who had worked in the region. " * 3
    Path("a.txt").write_text(f"{calm}\n\n{passage}\n\n{calm}\n")
    assert main(["check", "a.txt"]) == 2
    assert "passage" in capsys.readouterr().err


@pytest.mark.parametrize(
    "command",
    ["check", "check --baseline-write", "audit", "fix", "fix --diff", "report-false-alarm"],
)
def test_no_command_is_content_with_a_text_that_no_rule_was_for(command: str, capsys) -> None:
    Path("a.md").write_text(f"---\nlang: de\n---\n{GERMAN}", "utf-8")
    Path("b.md").write_text("It rains.\n")
    assert main([*command.split(), "a.md"]) == 2
    capsys.readouterr()
    if command != "report-false-alarm":  # it takes one file
        assert main([*command.split(), "a.md", "b.md"]) == 0


def test_every_report_says_what_was_not_checked(capsys) -> None:
    fill()
    said = "1 file not checked, in a language without rules (de): de/a.md."
    for _ in range(2):  # without the cache, and from it
        assert main(["check", "."]) == 0
        shown = capsys.readouterr()
        assert "in 1 file (" in shown.out and said in " ".join(shown.out.split())
    assert main(["check", "-q", "."]) == 0
    assert capsys.readouterr().err == f"lintwords: {said[:-1]}\n"
    report = api.check(["."], Options())
    assert said in render("html", report, View())
    assert "No findings in 1 file (" in render("html", report, View())
    value = json.loads(render("json", report, View()))
    assert value["summary"]["unjudged"] == 1
    assert [(row["judged"], row["unjudged"]) for row in value["files"]] == [
        (True, []), (False, ["de"]),
    ]
    assert 'name="not checked"' in render("junit", report, View())
    for name in ("line", "sarif", "gitlab"):
        assert main(["check", "--format", name, "."]) == 0
        assert said in " ".join(capsys.readouterr().err.split())


def test_a_run_that_could_judge_nothing_ends_with_2(capsys) -> None:
    fill()
    assert main(["check", "de"]) == 2
    assert "Languages with rules: en, fr." in capsys.readouterr().err
    assert main(["check", "--lang", "en", "--fail-on", "never", "de"]) == 0


# -- which language it is ------------------------------------------------------------------------

SET = [
    json.loads(line)
    for line in (Path(__file__).parent / "data" / "languages.jsonl").read_text("utf-8").splitlines()
]
SPANISH = (
    "No sabemos dónde se encuentra, y pedimos a las autoridades que nos respondan antes de que "
    "termine este mes de otoño."
)
PROSE = (
    "The court opened at nine. Nobody was allowed in, and the families waited outside in the rain "
    "for hours."
)
LETTERHEAD = "Réseau suisse pour les droits humains – 人权联盟 – Genève\n\n"


@pytest.fixture(scope="module")
def linter() -> DocumentLinter:
    return load(Options())


def _words(row: dict[str, str]) -> int:
    signs = sum("\u4e00" <= sign <= "\u9fff" for sign in row["text"])
    return max(len(row["text"].split()), signs // 2)


@pytest.mark.parametrize(("least", "floor"), [(1, 0.99), (16, 1.0)])
def test_passages_are_told_apart(least: int, floor: float, linter: DocumentLinter) -> None:
    rows = [row for row in SET if _words(row) >= least]
    right = sum(linter.languages.tell(row["text"]).lang == row["lang"] for row in rows)
    assert right / len(rows) >= floor


def test_the_alarm_rings_for_every_passage_in_another_language(linter: DocumentLinter) -> None:
    """Else it would be taken for clean without having been read."""
    silent = [row for row in SET if row["lang"] not in LANGUAGES
              and not linter.languages.alarm.hears(row["text"])]
    assert silent == []


# languages near to others that are read, small ones, and English full of foreign names
NEAR = [
    json.loads(line) for line in
    (Path(__file__).parent / "data" / "languages_near.jsonl").read_text("utf-8").splitlines()
]


ENGLISH = "They met in the old town hall and talked until late, and the mayor thanked them all. "


@pytest.mark.parametrize(
    ("sentence", "hears"),
    [
        pytest.param("Die Räte der Stadt haben im Mai fünf Brücken gesperrt.", True, id="German"),
        pytest.param("In der Stadt sind fünf Gäste und der Rat gewesen.", True, id="of few words"),
        pytest.param("From Ürümqi to the north of Ürümqi is a day.", False, id="a name, twice"),
        pytest.param("They left the café early.", False, id="one word"),
    ],
)
def test_the_alarm_hears_a_sentence_among_many(
    linter: DocumentLinter, sentence: str, hears: bool
) -> None:
    alarm = linter.languages.alarm
    assert alarm.hears(ENGLISH * 4 + sentence + ENGLISH * 4) is hears


def test_a_short_sentence_between_english_paragraphs_is_named() -> None:
    german = "In Norland haben die Räte am Abend fünf der Gäste gestern verhaftet."
    file = one("a.txt", "\n\n".join((ENGLISH * 3, german, ENGLISH * 3)))
    assert file.unjudged == ("de",)


def test_no_passage_is_judged_by_the_rules_of_another_language() -> None:
    wrong = []
    for row in NEAR:
        file = one("a.txt", row["text"] + "\n")
        if (row["lang"] in LANGUAGES) != file.is_judged or (file.is_judged and file.unjudged):
            wrong.append(row)
    assert wrong == []


def test_short_sentences_without_small_words_are_judged() -> None:
    text = "\n\n".join(["China jailed poets.", "China banned books.", "China closed schools."] * 9)
    Path("a.txt").write_text(text)
    report = api.check(["a.txt"], Options(), cache=False)
    assert len(report.findings) == 27
    assert report.files[0].unjudged == ()


# two sentences each in small languages, in dialects, and in others without their marks
SMALL = [
    json.loads(line) for line in
    (Path(__file__).parent / "data" / "languages_small.jsonl").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize(
    ("frame", "floor"),
    [("{}\n", 0.95), ("{prose}\n\n{}\n\n{prose}\n", 0.9), ("{prose} {}\n", 0.7)],
)
def test_what_is_only_nearest_to_a_language_with_rules_is_not_judged_by_them(
    frame: str, floor: float
) -> None:
    named = [
        bool(one("a.txt", frame.format(row["text"], prose=PROSE)).unjudged) for row in SMALL
    ]
    assert sum(named) / len(SMALL) >= floor


@pytest.mark.parametrize("row", SMALL, ids=lambda row: row["lang"])
def test_a_whole_page_in_a_small_language_is_never_clean(row: dict[str, str]) -> None:
    assert one("a.txt", "\n\n".join([row["text"]] * 5) + "\n").unjudged


def test_near_languages_are_told_apart(linter: DocumentLinter) -> None:
    right = sum(linter.languages.tell(row["text"]).lang == row["lang"] for row in NEAR)
    assert right / len(NEAR) >= 0.94


@pytest.mark.parametrize("lang", ["de", "es", "pt", "it", "nl", "zh", "pl", "vi"])
def test_a_text_that_does_not_say_its_language_is_named(lang: str) -> None:
    rows = [row["text"] for row in SET if row["lang"] == lang]
    for name in ("a.txt", "a.md", "a.html"):
        file = one(name, "\n\n".join(rows))
        assert (file.unjudged, file.is_judged, file.lang) == ((lang,), False, lang)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ja", "弁護士たちは三月から拘束されていて、家族は何も知らされていない。"),
        ("ko", "변호사들은 삼월부터 구금되어 있으며 가족들은 아무 소식도 듣지 못했다."),
        ("ru", "Адвокаты находятся под стражей с марта, и семьям ничего не сообщили."),
        ("uk", "Адвокати перебувають під вартою з березня, і їхнім родинам нічого не повідомили."),
        ("ar", "المحامون محتجزون منذ شهر مارس ولم تعرف عائلاتهم شيئا عنهم حتى اليوم."),
        ("he", "עורכי הדין עצורים מאז מרץ והמשפחות לא קיבלו כל ידיעה עד היום."),
        ("el", "Οι δικηγόροι κρατούνται από τον Μάρτιο και οι οικογένειες δεν ξέρουν τίποτα."),
    ],
)
def test_another_script_is_another_language(lang: str, text: str) -> None:
    file = one("a.txt", text)
    assert (file.unjudged, file.is_judged) == ((lang,), False)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Vakasunga mudetembi uyu nekuti akanyora nezvekodzero dzevanhu vake munyika.",
                     id="Shona, with an ending as in another language"),
        pytest.param("Dalku wuxuu xabsiga u taxaabay qoraagii iyo walaashiis sanadkii hore.",
                     id="Somali, with a letter that is a word of many languages"),
        pytest.param("Urhulumente uvalele umbhali emva kokuba ebhale incwadi ngamalungelo oluntu.",
                     id="Xhosa"),
    ],
)
def test_a_sentence_of_eight_strange_words_is_in_no_known_language(text: str) -> None:
    assert one("a.txt", text).unjudged == ("und",)


def test_frisian_is_told_by_its_verbs() -> None:
    text = "De regearing hat de dichter finzen set en hie syn suster oer de grins brocht."
    assert one("a.txt", text).unjudged == ("fy",)


def test_prose_without_a_known_word_is_in_no_known_language() -> None:
    text = "Avukalo mirebin tosku halipe dorvani sukel. Remi datoli fersu onkalb vidre. " * 4
    assert one("a.txt", text).unjudged == ("und",)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("a.txt", LETTERHEAD + PROSE, id="a letterhead"),
        pytest.param("a.txt", f"{PROSE}\n\nVeillée du 4 juin, place Neuve\n", id="a title"),
        pytest.param("a.txt", "Li Wen, Zhao Qiang, Ma Jun\n\nMarie Dubois, Lyon\n", id="names"),
        pytest.param(
            "a.txt", "Signatories:\n\n- Action des chrétiens pour l'abolition de la torture\n"
            "- Ligue des droits de l'homme\n- Reporters sans frontières\n"
            f"- Association des amis du Tibet de la vallée\n\n{PROSE}", id="names of bodies",
        ),
        pytest.param(
            "a.txt", "Press Office\n12 Rue de la Paix\n1202 Genève\n\n" + PROSE, id="an address"
        ),
        pytest.param(
            "a.html", "<ul><li>English<li>Français<li>Deutsch<li>Español<li>中文</ul>"
            f"<p>{PROSE}</p>", id="a menu of languages",
        ),
        pytest.param(
            "a.txt", f"{PROSE} Le Monde, Die Zeit, El País and La Repubblica were there.",
            id="names of papers",
        ),
        pytest.param(
            "a.txt", f"{PROSE} He said „nie wieder“ and c’est la vie, and left.", id="a few words"
        ),
        pytest.param("a.md", f"{PROSE}\n\n```\nle la les des est dans\n```\n", id="code"),
        pytest.param("a.txt", "alpha beta gamma delta\n" * 40, id="words that are no prose"),
        pytest.param("a.txt", "Growth 4.6 % (Q3), 2024: 5.2\n" * 20, id="figures"),
    ],
)
def test_what_stands_among_english_is_no_other_language(name: str, text: str) -> None:
    file = one(name, text)
    assert (file.unjudged, file.unread, file.is_judged) == ((), (), True)


@pytest.mark.parametrize(
    ("name", "text", "what"),
    [
        ("a.txt", f"{PROSE}\n\n{SPANISH}\n\nChina jailed her.\n", "(21 words; line 3)"),
        ("a.txt", f"{PROSE}\nShe wrote: « {SPANISH} » China jailed her.", "(21 words; line 2)"),
        ("a.md", f"China jailed her.\n\n> {SPANISH}\n\n{PROSE}\n", "(21 words; line 3)"),
        ("a.html", f"<p>{PROSE}<p>China jailed her.<p>{SPANISH}", "(21 words; line 1)"),
        ("a.txt", f"{PROSE}\n\n" * 900 + f"China jailed her.\n\n{SPANISH}\n",
         "(21 words; line 1803)"),
    ],
    ids=["a paragraph", "inside a paragraph", "a block quotation", "HTML", "at the far end"],
)
def test_a_passage_is_named_and_the_rest_is_judged(name: str, text: str, what: str) -> None:
    Path(name).write_text(text, "utf-8")
    report = api.check([name], Options(), cache=False)
    (file,) = report.files
    assert [finding.words for finding in report.findings] == ["China"]
    assert [one.what for one in file.missed] == [
        f"1 passage in es was not checked: there are no rules for it {what}"
    ]
    assert (file.unjudged, file.is_judged) == (("es",), True)


def test_a_long_text_is_not_judged_either() -> None:
    file = one("a.txt", f"{SPANISH} Pekín calla. \n\n\n" * 4000)
    assert (file.unjudged, file.is_judged, file.unread) == (("es",), False, ())


def test_a_passage_in_a_text_without_any_trigger_is_named() -> None:
    assert one("a.txt", f"{PROSE}\n\n" * 200 + f"{SPANISH}\n").unjudged == ("es",)


def test_nothing_is_found_in_a_passage_of_another_language() -> None:
    german = "Es hieß dort: „China verhaftet niemanden ohne Grund, und das wird auch so bleiben.“"
    Path("a.txt").write_text(f"{PROSE} {german}", "utf-8")
    report = api.check(["a.txt"], Options(), cache=False)
    assert report.findings == ()
    assert report.files[0].unjudged == ("de",)


# -- what a document says ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "first", "whole"),
    [("en_GB", "en", "en-GB"), ("de-CH", "de", "de-CH"), ("zh-Hant", "zh", "zh-Hant"),
     ("FR", "fr", "fr"), ("pt_BR.UTF-8", "pt", "pt-BR")],
)
def test_a_tag_is_read_as_people_write_it(text: str, first: str, whole: str) -> None:
    assert (language(text), tag(text)) == (first, whole)


def test_words_count_more_than_what_is_said(capsys) -> None:
    word("a.docx", (PROSE, "de-CH"), ("China jailed her.", "de-CH"))
    word("b.docx", (SPANISH, "en-US"))
    Path("c.md").write_text(f"---\nlang: en_GB\n---\n{PROSE}\n")
    report = api.check(["a.docx", "b.docx", "c.md"], Options(), cache=False)
    assert [(f.is_judged, f.unjudged, f.spoken[0].said if f.spoken else "") for f in report.files] \
        == [(True, (), "de"), (False, ("es",), "en"), (True, (), "")]
    assert [finding.path.name for finding in report.findings] == ["a.docx"]
    assert main(["check", "a.docx", "--debug"]) == 1
    said = capsys.readouterr().err
    assert "lintwords: 1 file in another language than said: the words count\n" in said
    assert "  a.docx says de, its words en\n" in said
    assert "lintwords: a.docx: en, 22 words (its words: the" in said


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.html", "<html lang=en_GB><p>China jailed her."),
        ("a.html", f"<html lang=de><p>{PROSE} China jailed her."),
        ("a.adoc", f"= Title\n:lang: en_GB\n\n{PROSE} China jailed her.\n"),
        ("a.md", "---\nlang: en_GB\n---\nChina jailed her.\n"),
        ("a.eml", f"Subject: x\nContent-Language: de\n\n{PROSE} China jailed her.\n"),
    ],
)
def test_english_is_judged_whatever_a_document_says(name: str, text: str) -> None:
    Path(name).write_text(text, "utf-8")
    report = api.check([name], Options(), cache=False)
    assert [finding.words for finding in report.findings] == ["China"]
    assert report.files[0].unjudged == ()


def test_a_few_words_are_in_the_language_that_is_said() -> None:
    assert one("a.md", "---\nlang: de\n---\nKein Name.\n").unjudged == ("de",)


def test_a_text_is_left_as_it_is_where_nothing_tells_another_language(
    linter: DocumentLinter,
) -> None:
    document = read(Path("a.md"), PROSE.encode())
    assert linter.with_passage_languages(document) is document


def test_the_cache_keeps_what_was_told() -> None:
    Path("a.txt").write_text(f"{PROSE}\n\n{SPANISH}\n", "utf-8")
    Path("b.txt").write_text(PROSE)
    first, second = (api.check(["."], Options()) for _ in range(2))
    assert first == second
    assert [file.unjudged for file in second.files] == [("es",), ()]


def test_a_review_names_a_text_that_no_rule_could_judge(capsys) -> None:
    Path("a.txt").write_text(SPANISH, "utf-8")
    assert main(["review", "--plain", "a.txt"]) == 2
    assert "All of it is in es: there are no rules for it." in capsys.readouterr().err


# -- passages that other rules read -----------------------------------------------------------

FRENCH = (
    "La Chine a emprisonné deux éditeurs, et leurs familles n'ont plus de nouvelles depuis trois "
    "mois."
)


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        pytest.param("a.txt", FRENCH, [("fr", "Chine")], id="all of it"),
        pytest.param("a.txt", f"{PROSE}\n\n{FRENCH}\n\nChina jailed her.\n",
                     [("fr", "Chine"), ("en", "China")], id="a paragraph"),
        pytest.param("a.md", f"China jailed her.\n\n> {FRENCH}\n\n{PROSE}\n",
                     [("en", "China"), ("fr", "Chine")], id="a block quotation"),
        pytest.param("a.html", f"<p>{PROSE}<p>{FRENCH}", [("fr", "Chine")], id="HTML"),
        pytest.param("a.html", f"<p>China jailed her.<p lang=fr>{FRENCH}",
                     [("en", "China"), ("fr", "Chine")], id="said by the document"),
    ],
)
def test_a_passage_is_read_by_the_rules_of_its_language(
    name: str, text: str, found: list[tuple[str, str]]
) -> None:
    assert judged(name, text) == (found, ())


def test_rules_for_one_language_read_no_passage_in_another() -> None:
    text = f"{PROSE}\n\n{FRENCH}\n\nChina jailed her.\n"
    for lang, words in (("fr", ["Chine"]), ("en", ["China"])):
        Path("a.txt").write_text(text, "utf-8")
        report = api.check(["a.txt"], Options(lang=lang), cache=False)
        assert [finding.words for finding in report.findings] == words


# -- short passages ----------------------------------------------------------------------------

VERDICT = "Les avocats sont en prison depuis trois mois et leurs familles restent sans nouvelles."


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("La Chine menace Taïwan", "fr"),
        ("La Chine réprime les Ouïghours.", "fr"),
        ("La Chine censure la presse", "fr"),
        ("La Chine arrête des avocats", "fr"),
        ("La Chine ment", "fr"),
        ("Les avocats sont libres", "fr"),
        ("La Cina minaccia Taiwan", "it"),
        ("La Xina amenaça Taiwan", "ca"),
        ("China jails five lawyers", "en"),
        ("La Paz", None),
        ("Le Monde", None),
        ("China menace Taiwan", None),
    ],
)
def test_a_few_words_are_told_where_they_tell_plainly(
    text: str, lang: str | None, linter: DocumentLinter
) -> None:
    assert linter.languages.tell(text).lang == lang


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        pytest.param("a.txt", "La Chine menace Taïwan\n", [("fr", "Chine")], id="all of it"),
        pytest.param("a.md", f"# La Chine emprisonne cinq avocats\n\n{PROSE * 5}\n",
                     [("fr", "Chine")], id="a heading"),
        pytest.param("a.html", f"<title>La Chine censure la presse</title><p>{PROSE}",
                     [("fr", "Chine")], id="a title"),
        pytest.param("a.eml", f"Subject: La Chine emprisonne cinq avocats\n\n{PROSE}\n",
                     [("fr", "Chine")], id="a subject"),
        pytest.param("a.txt", f"{PROSE * 6}\n\nLa Chine emprisonne cinq avocats\n\n{PROSE}\n",
                     [("fr", "Chine")], id="a paragraph"),
        pytest.param("a.txt", f"{VERDICT} « China jails five lawyers », {VERDICT}\n",
                     [("en", "China")], id="English in a French paragraph"),
        pytest.param("a.md", f"# China jailed her\n\n{VERDICT}\n", [("en", "China")],
                     id="an English heading"),
        pytest.param("a.txt", f"{PROSE} In Le Monde: China jailed her.\n", [("en", "China")],
                     id="the name of a paper"),
        pytest.param("a.txt", f"{PROSE * 6} Shanklin Chine is open. China jailed her.\n",
                     [("en", "China")], id="a word of both"),
    ],
)
def test_a_few_words_are_judged_by_the_rules_of_their_language(
    name: str, text: str, found: list[tuple[str, str]]
) -> None:
    assert judged(name, text) == (found, ())


FRENCH_PROSE = (
    "Le tribunal a ouvert à neuf heures. Personne n'a pu entrer, et les familles ont attendu "
    "dehors sous la pluie."
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(f"{PROSE} La Chine a emprisonné deux éditeurs. {PROSE}", [("fr", "Chine")],
                     id="a French sentence"),
        pytest.param(f"{PROSE} La Chine emprisonne des avocats. La Chine se tait, et personne ne "
                     f"sait pourquoi. {PROSE}", [("fr", "Chine")] * 2, id="two French sentences"),
        pytest.param(f"{PROSE} Le Figaro wrote: La Chine a emprisonné un poète. {PROSE}",
                     [("fr", "Chine")], id="behind a colon"),
        pytest.param(f"{PROSE} « La Chine a jailed », she said, and China jailed her. {PROSE}",
                     [("en", "China")], id="no French sentence"),
        pytest.param(f"{FRENCH_PROSE} China jailed two publishers. {FRENCH_PROSE}",
                     [("en", "China")], id="an English sentence"),
        pytest.param(f"{FRENCH_PROSE} China has jailed two publishers, and their families have "
                     f"heard nothing. {FRENCH_PROSE}", [("en", "China")],
                     id="a long English sentence"),
        pytest.param(f"{FRENCH_PROSE} Beijing Review et China Daily se taisent. {FRENCH_PROSE}",
                     [], id="English names in French"),
    ],
)
def test_a_sentence_inside_a_paragraph_is_judged_by_the_rules_of_its_language(
    text: str, found: list[tuple[str, str]]
) -> None:
    Path("a.txt").write_text(text, "utf-8")
    report = api.check(["a.txt"], Options(), cache=False)
    assert [(finding.lang, finding.words) for finding in report.findings] == found
    assert report.files[0].unjudged == ()


@pytest.mark.parametrize("around", ["{}", "\n\n{}\n\n", " {} "])
@pytest.mark.parametrize(
    "said", ["China bullies Taiwan.", "China cheated.", "Stop China.", "China hacked La Poste."]
)
def test_a_name_in_english_spelling_tells_a_short_sentence_in_a_french_text(
    said: str, around: str
) -> None:
    before, after = (FRENCH_PROSE, FRENCH_PROSE) if len(around) > 2 else ("", "")
    Path("a.txt").write_text(f"{before}{around.format(said)}{after}", "utf-8")
    report = api.check(["a.txt"], Options(), cache=False)
    assert [(finding.lang, finding.words) for finding in report.findings] == [("en", "China")]
    assert report.files[0].unjudged == ()


def test_the_small_words_inside_a_name_tell_no_other_language(linter: DocumentLinter) -> None:
    for text in (
        "China jailed Anne de la Roche et Cie.", "China jailed Jan von der Heide und Sohn.",
        "China jailed Ana de los Ríos.",
    ):
        assert linter.languages.tell(text).lang in (None, "en")
    assert linter.languages.tell("Il a vu le maire de la ville et les élus.").lang == "fr"


def test_a_title_with_one_telling_name_is_in_its_language(linter: DocumentLinter) -> None:
    for title in ("Pékin réprime", "Pékin", "Pékin menace", "Les Ouïghours"):
        assert linter.languages.tell(title).lang == "fr"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", "L’association s’est réunie lundi à Genève.\n\n> China jailed a poet.\n"),
        ("a.md", "---\nlang: fr\n---\n\nChina jailed a poet.\n"),
        ("a.html", '<html lang="fr"><h1>China jailed a poet.</h1></html>'),
        ("a.md", "Elle s’est réunie lundi à Genève. China bans the film. Nous y étions tous.\n"),
    ],
)
def test_a_short_english_sentence_is_judged_where_all_else_is_french(name: str, text: str) -> None:
    assert judged(name, text)[0] == [("en", "China")]


def test_short_sentences_that_begin_with_a_name_are_in_its_spelling():
    text = " ".join(f"La Chine {verb}." for verb in ("emprisonne", "torture", "ment", "menace"))
    found = lintwords.Linter().lint(f"{text} {text}").findings
    assert {finding.lang for finding in found} == {"fr"}


# -- two languages in a sentence ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "finds"),
    [
        pytest.param("La Chine jailed five poets yesterday in the capital.", ["La Chine"],
                     id="a French name in English"),
        pytest.param("China a emprisonné cinq poètes hier soir.", ["China"],
                     id="an English name in French"),
        pytest.param("Le poète a écrit que « China represses the poets » et il part.", ["China"],
                     id="a short quotation in French"),
        pytest.param("We stayed in the rue de la Chine in Paris.", [], id="a street"),
        pytest.param("Elle lit China Daily et menace de partir.", [], id="a paper"),
        pytest.param("Elle parle de la motion no action on China depuis hier.", [],
                     id="English words"),
    ],
)
def test_a_sentence_in_two_languages_is_judged(text: str, finds: list[str]) -> None:
    assert [finding.words for finding in lintwords.lint(text).findings] == finds


@pytest.mark.parametrize(("text", "is_judged"), [
    pytest.param("Déjà vu à la carte\n", True, id="loans alone"),
    pytest.param("Crème brûlée and café au lait\n", True, id="loans in English"),
    pytest.param("Le ministre a mangé à la carte\n", False, id="a loan in French"),
    pytest.param("La Ruritanie a emprisonné un poète.\n", False, id="no loan"),
])
def test_loans_alone_tell_of_no_other_language(text: str, is_judged: bool) -> None:
    names = Path(__file__).parents[1] / "examples" / "names-other.toml"
    assert one("a.txt", text, Options(names=names)).is_judged is is_judged
