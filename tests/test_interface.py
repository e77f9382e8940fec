"""The interface in other languages: each table is whole, and every command speaks it."""

from __future__ import annotations

import ctypes
import errno
import io
import json
import re
import subprocess
import sys
import time
from collections.abc import Sequence
from string import Formatter
from types import SimpleNamespace

import click
import pytest
from interface_texts import PACKAGE, plain_trouble, texts

from lintwords import interface
from lintwords.cli import main as program
from lintwords.cli.main import main
from lintwords.interface import table, windows
from lintwords.model import Severity
from lintwords.serve import english as page_words
from lintwords.tui import english as review_words
from lintwords.tui.finding import READY
from lintwords.tui.lines import letter

OTHERS = [lang for lang in interface.choices() if lang != interface.ENGLISH]
TABLES = {lang: table.read(str(PACKAGE / "interface" / f"{lang}.toml")) for lang in OTHERS}
LETTER = """New York, 3 March. China detained the lawyer on Tuesday.

The Chinese are hiding the evidence.

"China is lying," he said.
"""


def forms(entry: table.Entry) -> Sequence[str]:
    return [entry] if isinstance(entry, str) else entry


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("lang", OTHERS)
def test_each_text_stands_in_the_table_and_nothing_else(lang):
    known = TABLES[lang].texts
    assert [f"{where}: {text}" for text, where in texts().items() if text not in known] == []
    assert [text for text in known if text not in texts()] == []


# what click says: a language may leave out what it needs not name
OF_CLICK = {"{name} {filename!r} does not exist.", "{name} {filename!r} is a file.",
            "{name} {filename!r} is a directory.", "{value!r} is not a valid {number_type}."}

# what click says and the program tells in its own words
OURS = {"{value!r} is not one of {choices}.", "No such option {name!r}.",
        "Missing argument", "Missing option"}


@pytest.mark.parametrize("lang", OTHERS)
def test_fields_are_those_of_the_english(lang):
    wrong = [
        (text, form) for text, entry in TABLES[lang].texts.items() for form in forms(entry)
        if (fields(form) != fields(text) if len(forms(entry)) == 1
            else not fields(text) - {"n", "hit"} <= fields(form) <= fields(text))
        and text not in OF_CLICK
    ]
    assert wrong == []


@pytest.mark.parametrize("lang", OTHERS)
def test_what_is_counted_has_its_forms(lang):
    number = max(TABLES[lang].form(n) for n in range(200)) + 1
    counted = {text: entry for text, entry in TABLES[lang].texts.items() if "{n}" in text}
    assert [text for text, entry in counted.items() if len(forms(entry)) != number] == []
    assert [text for text, entry in TABLES[lang].texts.items()
            if len(forms(entry)) not in (1, number)] == []


NONE_AS_ONE = [one for one in OTHERS if TABLES[one].form(0) == TABLES[one].form(1)]


@pytest.mark.parametrize("lang", NONE_AS_ONE)
def test_where_none_is_counted_as_one_no_form_says_one(lang):
    table = TABLES[lang]
    counted = {key: forms(entry)[table.form(0)] for rows in (table.texts, *table.sections.values())
               for key, entry in rows.items() if len(forms(entry)) > 1}
    says_one = re.compile(r"(?<![\d{}])1(?![\d,.]\d)")
    assert counted and [key for key, form in counted.items() if says_one.search(form)] == []


@pytest.mark.parametrize("lang", OTHERS)
def test_ends_and_white_space_are_those_of_the_english(lang):
    wrong = [
        text for text, entry in TABLES[lang].texts.items() for form in forms(entry)
        if text.endswith("\n") != form.endswith("\n") or form.strip("\n") != form.strip("\n ")
        or text.count("\n") != form.count("\n") or text[-1:] == "." != form[-1:]
    ]
    assert wrong == []


# what is said by key: the English of each section, whose table has the same keys
BY_KEY = {"review": review_words.EN, "page": page_words.EN}


@pytest.mark.parametrize("section", BY_KEY)
@pytest.mark.parametrize("lang", OTHERS)
def test_what_is_said_by_key_is_whole(lang, section):
    english, other = BY_KEY[section], TABLES[lang].sections[section]
    assert (set(english) - set(other), set(other) - set(english)) == (set(), set())
    number = max(TABLES[lang].form(n) for n in range(200)) + 1
    wrong = [
        key for key, entry in other.items()
        if len(forms(entry)) not in (1, number) or len(forms(english[key])) > len(forms(entry))
        or {name for form in forms(english[key]) for name in fields(form)} - {"n"}
        != {name for form in forms(entry) for name in fields(form)} - {"n"}
        or any(form[-1:] in ". " and form[-1:] != forms(english[key])[-1][-1:]
               for form in forms(entry))
    ]
    assert wrong == []


FRENCH = [
    (text, form) for text, entry in TABLES["fr"].texts.items() for form in forms(entry)
] + [(key, form) for section in TABLES["fr"].sections.values()
     for key, entry in section.items() for form in forms(entry)]


def test_french_signs_stand_as_in_print():
    """No plain space before a high sign or inside quotation marks, and no straight apostrophe."""
    bad = re.compile(r" [;:!?»](?!\S)|« |(?<=\w)'(?=\w)|(?<=[^\W\d_])[;!?](?=\s|$)")
    assert [form for _, form in FRENCH if bad.search(re.sub(r"\n .*", "", form))] == []


def test_rights_are_those_of_human_beings():
    assert [form for _, form in FRENCH if re.search(r"droits de l.homme", form, re.I)] == []


def test_no_other_language_stands_in_the_program():
    words = re.compile(r"\b(?:fichier|impossible d|aucun|vous|règles?)\b", re.I)
    told = {
        path.name for path in PACKAGE.rglob("*.py")
        if "grammar" not in path.parts and "spelling" not in path.parts
        and words.search(path.read_text("utf-8"))
    }
    assert told == set()


def test_numbers_are_written_as_people_do(speaking):
    speaking("fr")
    assert interface.say_many("{n} file", "{n} files", 0) == "0 fichier"
    assert interface.say_many("{n} file", "{n} files", 1) == "1 fichier"
    assert interface.say_many("{n} file", "{n} files", 9412) == "9\u202f412 fichiers"
    assert interface.signed(-0.25) == "-0,2"
    speaking("en")
    assert interface.signed(3) == "+3.0"


@pytest.mark.parametrize("lang", OTHERS)
def test_the_letter_of_a_weight_is_that_of_its_word(lang, speaking):
    """What stands in the margin of a review is the word beside the finding, cut short."""
    speaking(lang)
    assert [letter(weight) for weight in Severity] == [
        interface.say(weight.word)[0].upper() for weight in Severity
    ]


@pytest.mark.parametrize("lang", OTHERS)
def test_what_the_system_says_is_known_by_its_name(lang):
    assert set(TABLES[lang].sections["system"]) - set(vars(errno)) <= {"EDQUOT"}  # not on Windows


@pytest.mark.parametrize(
    ("trouble", "said"),
    [
        pytest.param(OSError(errno.ENOENT, "No such file or directory"),
                     "fichier ou dossier introuvable", id="common"),
        pytest.param(OSError(errno.EDOM, "Math argument out of domain"),
                     "Math argument out of domain", id="not in the table"),
        pytest.param(OSError("closed by hand"), "closed by hand", id="without a number"),
    ],
)
def test_reasons_of_the_system_are_french(trouble, said, speaking):
    assert interface.system(trouble) == (trouble.strerror or str(trouble))
    speaking("fr")
    assert interface.system(trouble) == said


@pytest.mark.parametrize(
    ("lang", "said"),
    [("en", "--width: 30 is out of bounds: from 40 to 120"),
     ("fr", "--width : 30 sort des bornes : de 40 à 120")],
)
def test_bounds_of_numbers_are_said_as_people_say_them(lang, said, capsys, monkeypatch):
    monkeypatch.setenv(interface.VARIABLE, lang)
    assert main(["check", "--width", "30", "a.md"]) == 2
    assert main(["check", "--help"]) == 0
    told = capsys.readouterr()
    assert said in re.sub(r"[\u00a0\u202f]", " ", told.err)
    assert "x<=" not in told.out and "x>=" not in told.out


def test_no_reason_of_the_system_is_told_past_the_table():
    told = {path.name for path in PACKAGE.rglob("*.py") if ".strerror" in path.read_text("utf-8")}
    assert told == {"__init__.py"}  # of the interface


@pytest.mark.parametrize(
    ("arguments", "env", "lang"),
    [
        pytest.param([], {}, "en", id="nothing asked"),
        pytest.param(["check", "--ui-lang", "fr"], {"LANG": "en_US"}, "fr", id="option first"),
        pytest.param(["--ui-lang=fr", "check"], {}, "fr", id="option with a sign"),
        pytest.param(["check", "--", "--ui-lang", "fr"], {}, "en", id="a path of that name"),
        pytest.param([], {"LINTWORDS_UI_LANG": "fr", "LANG": "en_US"}, "fr", id="variable"),
        pytest.param([], {"LANG": "fr_CA.UTF-8"}, "fr", id="system"),
        pytest.param([], {"LC_ALL": "C", "LANG": "fr_FR"}, "en", id="system, the strongest"),
        pytest.param(["--ui-lang", "auto"], {"LANG": "fr"}, "fr", id="auto"),
        pytest.param([], {"LANG": "../fr"}, "en", id="no name of a language"),
        pytest.param(["--ui-lang", "xx"], {}, "en", id="not spoken"),
    ],
)
def test_language_is_asked_for_in_this_order(arguments, env, lang):
    assert interface.wanted_language(arguments, env) == lang


@pytest.mark.parametrize(("number", "lang"), [(0x040C, "fr_FR"), (0x0409, "en_US"), (0, "")])
def test_windows_is_asked_for_the_language_of_the_desktop(number, lang, monkeypatch):
    system = SimpleNamespace(kernel32=SimpleNamespace(GetUserDefaultUILanguage=lambda: number))
    monkeypatch.setattr(ctypes, "windll", system, raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    assert windows.language() == lang


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("paragraph 4", "paragraphe 4"),
        ('paragraph 4 ("A page, a table 3")', 'paragraphe 4 ("A page, a table 3")'),
        ("table 2, row 3, column 1", "tableau 2, ligne 3, colonne 1"),
        ('attachment "page 3, notes.docx", paragraph 2',
         'pièce jointe "page 3, notes.docx", paragraphe 2'),
        ("line 12", "ligne 12"),
    ],
)
def test_places_are_told_in_the_language_of_the_interface(english, french, speaking):
    assert interface.place(english) == english
    speaking("fr")
    assert interface.place(english) == french


# -- the commands, driven -----------------------------------------------------------------------

COMMANDS = {
    "help": ["--help"], "check-help": ["check", "--help"], "fix-help": ["fix", "--help"],
    "rules-help": ["rules", "--help"], "review-help": ["review", "--help"],
    "check": ["check", "a.md"], "verbose": ["check", "-v", "a.md"], "line": ["check", "-q", "a.md"],
    "groups": ["check", "--group-by", "rule", "a.md"], "counts": ["check", "--statistics", "a.md"],
    "html": ["check", "-f", "html", "a.md"], "github": ["check", "-f", "github", "a.md"],
    "junit": ["check", "-f", "junit", "a.md"], "sarif": ["check", "-f", "sarif", "a.md"],
    "mentions": ["check", "--explain-mentions", "a.md"], "clean": ["check", "clean.txt"],
    "missing": ["check", "none.md"], "binary": ["check", "picture.md"], "empty": ["check", "empty"],
    "diff": ["fix", "--diff", "a.md"], "fix": ["fix", "b.md"], "again": ["fix", "b.md"],
    "baseline": ["check", "--baseline-write", "a.md"], "audit": ["audit", "a.md"],
    "explain": ["explain", "country-as-abuser"], "explain-unknown": ["explain", "nothing-at-all"],
    "list": ["rules", "list", "--lang", "fr"], "test": ["rules", "test", "own.toml"],
    "stale": ["rules", "test", "--stale"], "new": ["rules", "new", "a-rule"],
    "init": ["init"], "init-again": ["init"], "show": ["init", "--show"],
    "completion": ["completion", "bash", "--install"],
    "alarm": ["report-false-alarm", "clean.txt"], "review": ["review", "clean.txt"],
    "no-option": ["check", "--nothing"], "no-choice": ["check", "--fail-on", "x", "a.md"],
    "no-value": ["check", "--width"], "no-number": ["check", "--width", "x"],
    "no-command": ["chekc"], "no-argument": ["explain"],
}


@pytest.fixture
def desk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(LETTER, "utf-8")
    (tmp_path / "clean.txt").write_text("A calm day at sea.\n", "utf-8")
    (tmp_path / "picture.md").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "empty").mkdir()
    (tmp_path / "own.toml").write_text("[[rule]]\nid = 'x'\n", "utf-8")
    return tmp_path


def test_no_sentence_stays_english(desk, monkeypatch, capsys):
    """Every text that is asked for while the commands run has another in the table."""
    asked: set[str] = set()

    class Watched(dict):
        def get(self, key, default=None):
            asked.add(default[1] if isinstance(default, tuple) else key)
            return super().get(key, default)

    monkeypatch.setenv(interface.VARIABLE, "fr")
    interface.use("fr")
    with monkeypatch.context() as watching:  # over before the language is another one
        watching.setattr(interface, "_texts", Watched(interface._texts))
        for arguments in COMMANDS.values():
            assert main(arguments) in (0, 1, 2)
    said = capsys.readouterr()
    known = TABLES["fr"].texts
    told_before = [text for text in known.values() if isinstance(text, str)]
    new = asked - {*known, *told_before} - OURS  # click's option of help keeps its first language
    unknown = [text for text in new if re.search("[a-z]{3} [a-z]", text)]
    assert [text for text in unknown if not text.endswith("]")] == []  # a default: said by parts
    told = f"{said.out}\n{said.err}"
    assert len(asked & set(known)) > 150
    english = {
        text for text in asked & set(known)
        if len(text) > 14 and text != known[text] and "{" not in text and text in told
    }
    assert english == set()


def test_help_of_every_command_holds_no_english_text(monkeypatch, capsys):
    monkeypatch.setenv(interface.VARIABLE, "fr")
    helps = [text for text, where in texts().items() if where == "help" and " " in text]
    for name in program.lintwords.list_commands(None):
        main([name, "--help"])
    for name in ("list", "test", "new", "export"):
        main(["rules", name, "--help"])
    told = " ".join(capsys.readouterr().out.split())
    assert [text for text in helps if text in told] == []


def test_a_shell_is_told_in_french_what_commands_do(speaking):
    speaking("fr")
    items = program.lintwords.shell_complete(click.Context(program.lintwords), "fi")
    assert [(item.value, item.help) for item in items] == [
        ("fix", "Appliquer les corrections sûres.")
    ]


def test_the_review_asks_in_french(desk, monkeypatch, capsys):
    monkeypatch.setenv(interface.VARIABLE, "fr")
    monkeypatch.setenv("XDG_STATE_HOME", str(desk / "state"))
    answers = ["?", "c", "i", "h", "1", "u", "e", "", "x9", "a", "d", "q", "k"]
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{answer}\n" for answer in answers)))
    assert main(["review", "--plain", "a.md"]) == 0
    told = capsys.readouterr().out
    sentences = [form for entry in review_words.EN.values() for form in forms(entry) if " " in form]
    ready = [review_words.EN[key] for key in READY]  # in the language of the text they stand in
    assert [text for text in sentences if "{" not in text and text in told] == ready
    assert "Constat 1 sur 2. a.md ligne 1. Erreur. country-as-abuser." in told
    assert "Laissé tel quel, ligne 1." in told


def test_a_finding_is_explained_in_french_and_worded_in_its_own_language(desk, monkeypatch, capsys):
    monkeypatch.setenv(interface.VARIABLE, "fr")
    main(["check", "-f", "json", "a.md"])
    first = json.loads(capsys.readouterr().out)["findings"][0]
    assert first["message"] == "Nommez qui agit\u00a0: le gouvernement chinois, et non le pays" \
        or first["message"] == "Nommez qui agit : le gouvernement chinois, et non le pays"
    assert first["lang"] == "en"
    assert first["fixes"][0]["label"] == "The Chinese government"


IN_FRENCH = "La Russie et la Chine ont torturé un moine. La Chine a arrêté des élus, selon eux.\n"
IN_ENGLISH = "Russia and China vetoed it. China lifted 800 million people out of poverty.\n"
OF_A_FINDING = {  # what stands beside a finding: by the language that it is explained in
    "fr": ("Pourquoi", "à la main", "écrire", "dans", "correction"),
    "en": ("Why", "by hand", "write:", "in:", "fix:"),
}


@pytest.mark.parametrize(
    ("speaks", "text", "explained"),
    [
        pytest.param("en", IN_FRENCH, "fr", id="a French text under an English interface"),
        pytest.param("fr", IN_ENGLISH, "fr", id="an English text under a French interface"),
        pytest.param("en", IN_ENGLISH, "en", id="English throughout"),
    ],
)
def test_what_stands_beside_a_finding_is_in_one_language_with_it(
    speaks, text, explained, desk, monkeypatch, capsys
):
    monkeypatch.setenv(interface.VARIABLE, speaks)
    monkeypatch.setenv("XDG_STATE_HOME", str(desk / "state"))
    (desk / "a.md").write_text(text, "utf-8")
    monkeypatch.setattr(sys, "stdin", io.StringIO("s\nq\n"))
    assert main(["review", "--plain", "a.md"]) == 0
    rows = [row for row in capsys.readouterr().out.splitlines() if re.match(r"[0-9]\s?: |P|W", row)]
    main(["check", "-f", "line", "a.md"])
    told = "\n".join([*rows, *capsys.readouterr().out.splitlines()])
    (other,) = OF_A_FINDING.keys() - {explained}
    assert [word for word in OF_A_FINDING[other] if re.search(rf"(?<!\w){word}", told)] == []
    assert all(word in told for word in OF_A_FINDING[explained][:4])


def test_baseline_holds_in_every_language(desk, monkeypatch, capsys):
    """What is kept beside texts does not hang on who reads it."""
    assert main(["check", "--baseline-write", "a.md"]) == 0
    monkeypatch.setenv(interface.VARIABLE, "fr")
    assert main(["check", "a.md"]) == 0


def test_english_reads_no_table(tmp_path):
    code = (
        "import sys; from lintwords.cli.main import main; main(['--version']);"
        "print('lintwords.interface.table' in sys.modules, 'gettext' in sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.split()[-2] == "False"


def test_asking_for_the_language_takes_no_time():
    began = time.perf_counter()
    for _ in range(100):
        interface.wanted_language(["check", "a.md"], {"LANG": "en_US.UTF-8"})
        interface.use("en")
    assert (time.perf_counter() - began) / 100 < 0.001


def test_what_stops_a_run_is_said_in_the_language_of_the_interface():
    """No trouble is made of words that pass no table, but for what programmers read."""
    programs = ("corpus/part.py", "reading/weights.py", "run/for_programs.py",
                "serve/languagetool.py", "settings/given.py")
    told = [where for where in plain_trouble() if where.partition(":")[0] not in programs]
    assert told == []
