"""`lintwords fix` on Word files: a marked copy, comments on what is left, and nothing twice."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from wordfiles import box, field, members, packed, par, run, tracked, word

from lintwords import api, readers
from lintwords.cli.main import main as lintwords
from lintwords.fixes.tracked_changes import Remark, Tracking, mark_up
from lintwords.model import Finding, Fix
from lintwords.reports.remarks import LONGEST, remarks

AGAIN = "China has jailed five lawyers."
TEXT = par("China jailed a poet.") + par("The Chinese are closing the magazine, its printer hears.")


@pytest.fixture
def release(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772546520")
    file = tmp_path / "release.docx"
    file.write_bytes(word(TEXT))
    return Path("release.docx")


def texts(file: str | Path) -> list[str]:
    path = Path(file)
    return [part.text for part in readers.read(path, path.read_bytes()).parts]


def part(file: str | Path, name: str = "word/document.xml") -> str:
    return zipfile.ZipFile(io.BytesIO(Path(file).read_bytes())).read(name).decode()


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_copy_holds_tracked_changes_and_the_original_stays(
    release: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = release.read_bytes()
    assert lintwords(["fix", "--author", "Ed", "--fail-on", "error", "release.docx"]) == 0
    assert release.read_bytes() == before
    assert names(tmp_path) == ["release.docx", "release.lintwords.docx"]
    assert texts("release.lintwords.docx")[0] == "The Chinese government jailed a poet."
    stamp = 'w:author="Ed" w:date="2026-03-03T14:02:00Z"'
    for tag in ("ins", "del"):
        assert re.findall(rf"<w:{tag} [^>]*>", part("release.lintwords.docx")) == [
            f'<w:{tag} w:id="{ {"del": 1, "ins": 2}[tag] }" {stamp}>'
        ]
    assert part("release.lintwords.docx", "word/comments.xml").count(stamp) == 2
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("release.lintwords.docx  1 changed, 1 left")
    assert said[-1] == (
        "release.lintwords.docx: 1 tracked change, 2 comments. Open it in Word: Review > Next."
    )


def test_a_file_without_links_gets_some_for_its_first_comment(release: Path) -> None:
    content = members(par("China jailed a poet."))
    del content["word/_rels/document.xml.rels"]
    release.write_bytes(packed(content))
    assert lintwords(["fix", "release.docx"]) == 0
    copy = "release.lintwords.docx"
    assert texts(copy)[0] == "The Chinese government jailed a poet."
    assert 'Target="comments.xml"' in part(copy, "word/_rels/document.xml.rels")
    assert len(comments(copy)) == 1


def test_a_file_that_names_no_types_is_only_read_and_says_why(
    release: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = members(par("China jailed a poet."))
    del content["[Content_Types].xml"]
    release.write_bytes(packed(content))
    assert lintwords(["fix", "release.docx"]) == 2
    assert "unusual layout" in capsys.readouterr().err


def test_a_second_run_on_the_copy_adds_nothing(release: Path, tmp_path: Path) -> None:
    lintwords(["fix", str(release)])
    copy = Path("release.lintwords.docx")
    first = copy.read_bytes()
    lintwords(["fix", str(copy)])
    assert copy.read_bytes() == first
    assert names(tmp_path) == ["release.docx", "release.lintwords.docx"]


def reviewed(monkeypatch: pytest.MonkeyPatch, answers: str, name: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join([*answers.split(), ""])))
    assert lintwords(["review", "--plain", "--fresh", name]) == 0


def comments(file: str) -> list[str]:
    """What each comment says, line by line."""
    said = part(file, "word/comments.xml").split("<w:comment ")[1:]
    return [" | ".join(re.findall(r"<w:t [^>]*>([^<]*)</w:t>", one)) for one in said]


@pytest.mark.parametrize(("answers", "begins", "never"), [
    pytest.param("i h ours w t q", "Left as it is: ours | ", "Write instead", id="left"),
    pytest.param("a w t q", "Name who", "Write instead", id="changed"),
])
def test_what_is_decided_in_a_copy_stands_in_the_comment_that_is_there(
    release: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str], answers: str, begins: str, never: str,
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    lintwords(["fix", str(release)])
    before = comments("release.lintwords.docx")
    assert never in before[1]
    capsys.readouterr()
    reviewed(monkeypatch, answers, "release.lintwords.docx")
    assert "written: release.lintwords-2.docx" in capsys.readouterr().out
    after = comments("release.lintwords-2.docx")
    assert after[1].startswith(begins)
    assert after[1].endswith(before[1].rpartition(" | ")[2])
    assert never not in after[1]
    assert (after[0], len(after)) == (before[0], len(before))
    assert lintwords(["check", "release.lintwords-2.docx"]) == 0


def test_a_comment_said_anew_keeps_the_id_by_which_it_is_answered(release: Path) -> None:
    path, data = Path("a.docx"), word(par("China jailed a poet."))
    document = readers.read(path, data)
    first = Remark(0, 0, 5, "some-rule", "As found.\nlintwords: some-rule")
    data = mark_up(data, document, [], [first], Tracking("Ed", ""))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        files = {name: package.read(name).decode() for name in package.namelist()}
    before, _, end = files["word/comments.xml"].rpartition("<w:p>")
    data = packed({**files, "word/comments.xml": f'{before}<w:p w:rsidR="0A1B2C3D">{end}'})
    anew = replace(first, text="Left.\nlintwords: some-rule", decided=True)
    after = mark_up(data, document, [], [anew], Tracking("Al", ""))
    path.write_bytes(after)
    assert comments("a.docx") == ["Left. | lintwords: some-rule"]
    assert '<w:p w:rsidR="0A1B2C3D">' in part("a.docx", "word/comments.xml")
    assert mark_up(data, document, [], [first], Tracking("Al", "")) == data


def test_the_copy_of_a_second_review_keeps_the_reasons_of_the_first(
    release: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    reviewed(monkeypatch, "a i h ours w t q", "release.docx")
    reviewed(monkeypatch, "a w t q", "release.docx")
    first, second = comments("release.lintwords.docx"), comments("release.lintwords-2.docx")
    assert first[1].startswith("Left as it is: ours | ")
    assert second == first


@pytest.mark.parametrize("reach", ["h", "f"])
def test_what_was_left_with_a_reason_is_known_in_the_copy_too(
    release: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str], reach: str,
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    reviewed(monkeypatch, f"a i {reach} ours w t q", "release.docx")
    assert "Check again: lintwords check release.lintwords.docx" in capsys.readouterr().out
    assert lintwords(["check", "release.lintwords.docx"]) == 0
    assert "1 known finding is in the baseline" in capsys.readouterr().out
    assert lintwords(["check", "release.docx", "release.lintwords.docx"]) == 1
    assert "1 finding in 1 of 2 files" in capsys.readouterr().out


BY_HAND = "The panel heard that China had jailed a nurse, and its army."


NOTED = par(run("See."), '<w:r><w:footnoteReference w:id="2"/></w:r>')


@pytest.mark.parametrize(
    ("body", "noted", "comments"),
    [
        pytest.param(par(AGAIN) + NOTED, par(BY_HAND), 2, id="explained above a change before"),
        pytest.param(par(AGAIN, style="Heading1") + box(par(BY_HAND)), "", 2, id="in a box"),
        pytest.param(par(AGAIN) + NOTED, par(BY_HAND) * 2, 3, id="the same words twice"),
    ],
)
def test_a_second_run_repeats_no_comment_that_stands_elsewhere(
    body: str, noted: str, comments: int, release: Path
) -> None:
    release.write_bytes(word(body, {"footnotes": f'<w:footnote w:id="2">{noted}</w:footnote>'}))
    lintwords(["fix", "--in-place", str(release)])
    first = release.read_bytes()
    assert part(release, "word/comments.xml").count("<w:comment ") == comments
    lintwords(["fix", "--in-place", str(release)])
    assert release.read_bytes() == first


def resaved(file: Path) -> None:
    """As a word processor saves it: the same XML, written anew."""
    whole = {
        name: part(file, name).partition("<!-- lintwords")[0]
        for name in zipfile.ZipFile(file).namelist()
    }
    file.write_bytes(packed(whole))


def edited(file: Path) -> None:
    """As a program that keeps all it does not know, with a word changed."""
    whole = {name: part(file, name) for name in zipfile.ZipFile(file).namelist()}
    whole["word/document.xml"] = whole["word/document.xml"].replace("magazine", "weekly")
    file.write_bytes(packed(whole))


def restyled(file: Path) -> None:
    whole = {name: part(file, name) for name in zipfile.ZipFile(file).namelist()}
    file.write_bytes(packed({**whole, "word/styles.xml": "<a/>"}))


def test_a_second_run_on_the_original_replaces_a_copy_that_nobody_saved(
    release: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lintwords(["fix", str(release)])
    copy = Path("release.lintwords.docx")
    first = copy.read_bytes()
    assert lintwords(["fix", "--fail-on", "error", str(release)]) == 0
    assert copy.read_bytes() == first
    release.write_bytes(word(par("China jailed a nurse.")))
    assert lintwords(["fix", str(release)]) == 0
    assert texts(copy) == ["The Chinese government jailed a nurse."]
    assert names(tmp_path) == ["release.docx", "release.lintwords.docx"]
    assert capsys.readouterr().err == ""


def test_a_folder_with_the_copy_in_it_is_told_once(
    release: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lintwords(["fix", "."])
    first = capsys.readouterr().out
    assert lintwords(["fix", "--fail-on", "error", "."]) == 0
    assert capsys.readouterr().out == first


@pytest.mark.parametrize("act", [resaved, edited, restyled])
def test_a_copy_that_may_hold_decisions_is_not_replaced(
    act: Callable[[Path], None], release: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lintwords(["fix", str(release)])
    copy = Path("release.lintwords.docx")
    act(copy)
    kept = copy.read_bytes()
    capsys.readouterr()
    assert lintwords(["fix", str(release)]) == 2
    assert copy.read_bytes() == kept
    assert capsys.readouterr().err == (
        "lintwords: cannot write release.lintwords.docx\n"
        "  It is there already, perhaps with your decisions in it.\n"
        "  Name another with -o, or replace it with --force.\n"
    )
    assert lintwords(["fix", "--force", "--fail-on", "error", str(release)]) == 0
    assert copy.read_bytes() != kept


@pytest.mark.parametrize("there", [b"mine", b"", b"PK\3\4"])
def test_another_file_of_that_name_is_not_replaced(there: bytes, release: Path) -> None:
    Path("release.lintwords.docx").write_bytes(there)
    assert lintwords(["fix", str(release)]) == 2
    assert Path("release.lintwords.docx").read_bytes() == there


def test_output_names_the_copy(
    release: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = release.read_bytes()
    assert lintwords(["fix", "release.docx", "-o", "marked.docx", "--fail-on", "error"]) == 0
    assert release.read_bytes() == before
    assert names(tmp_path) == ["marked.docx", "release.docx"]
    assert capsys.readouterr().out.splitlines()[-1].startswith("marked.docx: 1 tracked change, 2")
    Path("a.md").write_text("China jailed a poet.\n")
    assert lintwords(["fix", "a.md", "-o", "b.md"]) == 0
    assert Path("a.md").read_text() == "China jailed a poet.\n"
    assert Path("b.md").read_text() == "The Chinese government jailed a poet.\n"
    assert lintwords(["fix", "a.md", "-o", "b.md"]) == 2  # text files carry no seal


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["release.docx", "a.md", "-o", "b.docx"], "names one file, but there are 2"),
        (["-", "-o", "b.docx"], "does not go with standard input"),
        (["release.docx", "-o", "b.md"], "not of the type of release.docx"),
        (["release.docx", "-o", "release.docx"], "is release.docx itself"),
        (["release.docx", "-o", "b.docx", "--in-place"], "exclude each other"),
        (["release.docx", "-o", "b.docx", "--diff"], "exclude each other"),
        (["release.docx", "-o", "nowhere/b.docx"], "cannot write nowhere/b.docx"),
    ],
)
def test_an_output_that_cannot_be(
    args: list[str], says: str, release: Path, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    Path("a.md").write_text("Calm.\n")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"Calm.")))
    before = release.read_bytes()
    assert lintwords(["fix", *args]) == 2
    assert says in capsys.readouterr().err
    assert release.read_bytes() == before
    assert not Path("b.docx").exists()


def test_in_place_without_tracking_replaces_the_words(release: Path, tmp_path: Path) -> None:
    lintwords(["fix", "--in-place", "--no-tracked", str(release)])
    assert names(tmp_path) == ["release.docx"]
    assert texts(release)[0] == "The Chinese government jailed a poet."
    assert not re.search(r"<w:(?:ins|del|comment)", part(release))


def test_in_place_with_tracking_marks_the_file_itself(release: Path, tmp_path: Path) -> None:
    lintwords(["fix", "--in-place", str(release)])
    assert names(tmp_path) == ["release.docx"]
    assert "<w:ins " in part(release)


def test_a_diff_shows_paragraphs_and_writes_nothing(
    release: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert lintwords(["fix", "--diff", str(release)]) == 1
    said = capsys.readouterr().out
    assert "-China jailed a poet.\n+The Chinese government jailed a poet.\n" in said
    assert names(tmp_path) == ["release.docx"]


def test_a_clean_file_gets_no_copy(release: Path, tmp_path: Path) -> None:
    release.write_bytes(word(par("Calm words.")))
    assert lintwords(["fix", str(release)]) == 0
    assert names(tmp_path) == ["release.docx"]


def test_a_signed_file_is_only_read_and_says_why(
    release: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    release.write_bytes(packed({**members(TEXT), "_xmlsignatures/sig1.xml": "<a/>"}))
    assert lintwords(["fix", str(release)]) == 2
    assert names(tmp_path) == ["release.docx"]
    assert "It is signed" in capsys.readouterr().err


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(tracked("ins", run(AGAIN)), id="an insertion of somebody"),
        pytest.param(field(" REF a ", run(AGAIN)), id="the result of a field"),
    ],
)
def test_words_of_others_get_a_comment_and_no_fix(content: str, release: Path) -> None:
    release.write_bytes(word(par(content)))
    (finding,) = api.check([release]).findings
    assert finding.fixes == ()
    lintwords(["fix", str(release)])
    assert texts("release.lintwords.docx") == [AGAIN]
    assert part("release.lintwords.docx").count("commentReference") == 1


def findings(text: str) -> list[Finding]:
    return list(api.lint(text).findings)


def test_a_comment_says_message_wordings_why_and_rule() -> None:
    (finding,) = findings("China jailed a poet.")
    (remark,) = remarks([finding], {})
    lines = remark.text.split("\n")
    assert lines[0] == f"{finding.message}."
    assert lines[1] == "Write instead: The Chinese government."
    assert lines[2].startswith("Or: ")
    assert lines[-2].startswith("Why: ")
    assert lines[-1] == f"lintwords: {finding.rule}"
    assert (remark.start, remark.end) == (0, 5)


def test_a_comment_on_a_change_offers_the_other_wordings() -> None:
    (finding,) = findings("China jailed a poet.")
    (remark,) = remarks([finding], {id(finding): finding.fixes[0]})
    assert f"Or: {finding.fixes[0].label}." not in remark.text.split("\n")


def test_the_same_words_are_explained_once() -> None:
    found = findings("China jailed a poet. China detained an editor.")
    first, second = remarks(found, {})
    lines = second.text.split("\n")  # its title and wordings stand everywhere
    assert second.again.split("\n") == [*lines[:-2], f"Why: as above ({found[0].rule})"]
    assert lines[1].startswith("Write instead: ")
    assert first.topic == second.topic


MARK = '<w:r><w:footnoteReference w:id="2"/></w:r>'


@pytest.mark.parametrize(("body", "told"), [
    pytest.param(par("China jailed a poet. China detained an editor."),
                 [("", False), ("", True)], id="in a paragraph"),
    pytest.param(par(run("He fled."), MARK) + par("China jailed a poet."),
                 [("Footnote 1: “China”", False), ("", True)], id="a note marked above"),
    pytest.param(par("China jailed a poet.") + par(run("He fled."), MARK),
                 [("", False), ("Footnote 1: “China”", True)], id="a note marked below"),
    pytest.param(par(run("China jailed a poet."), box(par("China jailed him."))),
                 [("Text box 1: “China”", False), ("", False)], id="a box beside the words"),
])
def test_a_comment_says_as_above_only_where_the_other_stands_above(
    release: Path, body: str, told: list[tuple[str, bool]]
) -> None:
    note = f'<w:footnote w:id="2">{par("China detained him.")}</w:footnote>'
    release.write_bytes(word(body, {"footnotes": note}))
    lintwords(["fix", str(release)])
    copy = "release.lintwords.docx"
    ids = re.findall(r'<w:comment [^>]*?w:id="(\d+)"', part(copy, "word/comments.xml"))
    said = dict(zip(ids, comments(copy), strict=True))
    order = re.findall(r'<w:commentRangeStart w:id="(\d+)"', part(copy))
    found = [said[id].split(" | ") for id in order]
    assert [
        (row[0] if "“" in row[0] else "", row[-1].startswith("Why: as above")) for row in found
    ] == told


def test_a_comment_on_a_note_speaks_the_language_of_its_words(release: Path) -> None:
    said_there = par("La Chine a emprisonné des avocats et des moines.")
    note = f'<w:footnote w:id="2">{said_there}</w:footnote>'
    body = par(run("Il a fui le pays avec ses enfants."), MARK)
    release.write_bytes(word(body, {"footnotes": note}))
    lintwords(["fix", "--lang", "fr", str(release)])
    (said,) = comments("release.lintwords.docx")
    assert said.startswith("Note de bas de page 1\xa0: «\xa0La Chine\xa0»")


def test_a_comment_names_own_words_as_such() -> None:
    (finding,) = findings("China jailed a poet.")
    own, ready = (
        remarks([finding], {id(finding): replace(finding.fixes[0], label=label)})[0].text
        for label in ("Two judges", finding.fixes[0].label)
    )
    told = "A person chose the new words."
    assert told in own.split("\n")
    assert told not in ready


def test_an_offered_wording_that_changes_the_verb_too_is_no_word_of_a_person() -> None:
    from lintwords.model import Edit
    from lintwords.tui.changed_bytes import made_by
    from lintwords.tui.finding import Decision, State, item_of

    (finding,) = findings("China jailed a poet.")
    first = finding.fixes[0]
    verb = Edit(finding.at.part, finding.at.end + 1, finding.at.end + 7, "held")
    found = replace(finding, fixes=(replace(first, edits=(*first.edits, verb)),))
    item = item_of(0, 0, found)
    taken = Decision(State.ACCEPTED, 0, item.choices[0].edits)
    lines = remarks([found], {id(found): made_by(taken, item)})[0].text.split("\n")
    assert "A person chose the new words." not in lines
    assert f"Or: {first.label}." not in lines


def test_what_asks_for_words_is_answered_by_those_that_were_taken() -> None:
    (finding,) = findings("China jailed a poet.")
    asking = replace(finding, fixes=(), instead=("[name the court]", "A court in China"))
    lines = remarks([asking], {})[0].text.split("\n")
    assert lines[1:3] == ["Write instead: [name the court].", "Or: A court in China."]
    own = Fix("The court of Leeds", (), True)
    lines = remarks([asking], {id(asking): own})[0].text.split("\n")
    assert "Or: A court in China." in lines
    assert not any("name the court" in line for line in lines)


def test_a_comment_on_a_quotation_says_whose_words_they_are() -> None:
    (finding,) = findings("“China jailed a poet,” she said.")
    lines = remarks([finding], {})[0].text.split("\n")
    assert lines[0].startswith("The speaker's words stay: ")
    assert sum("speaker's words" in line for line in lines) == 1  # once is enough
    own = replace(finding, message="Say it in other words")
    assert remarks([own], {})[0].text.split("\n")[0] == "These are the speaker's words."
    assert not any(line.startswith(("Or: ", "Write instead: ")) for line in lines)  # nor a wording


def test_a_comment_on_words_that_were_left_says_why_in_whole() -> None:
    first, second = findings("China jailed a poet. China detained an editor.")
    reason = "the words of a resolution " * 30
    left, other = remarks([first, second], {}, {id(first): reason})
    told = f"Left as it is: {reason.strip()}"
    assert left.text.split("\n") == [told, f"{first.message}.", f"lintwords: {first.rule}"]
    assert other.text.startswith(f"{second.message}.")  # and is no "as above" of what was left


def test_a_comment_is_short() -> None:
    for finding in findings("China jailed a poet. We condemn China. The Chinese are spying on us."):
        assert len(remarks([finding], {})[0].text) <= LONGEST


@pytest.mark.parametrize(("text", "doubt"), [
    pytest.param("China sentenced the lawyer to four years.",
                 "a court does that: name it if you can", id="English"),
    pytest.param("La Chine a condamné l'avocat à quatre ans de prison.",
                 "c’est un tribunal qui fait cela : nommez-le si vous le pouvez", id="French"),
])
def test_a_comment_says_what_speaks_against_its_first_wording(text: str, doubt: str) -> None:
    (finding,) = findings(text)
    first = finding.fixes[0]
    assert (first.safe, first.why_not) == (False, doubt)
    left = remarks([finding], {})[0].text.split("\n")
    made = remarks([finding], {id(finding): first})[0].text.split("\n")
    taken = remarks([finding], {id(finding): replace(first, safe=True, why_not="")})[0].text
    above = [left[-3], made[-3]]  # the reason and the rule
    assert [line for line in (*left, *made) if doubt in line] == above
    assert left[-3] != made[-3]  # one is left to a person, the other was made for them to look at
    assert doubt not in taken  # what a person took, they have seen


def test_a_comment_does_not_tell_who_is_offered_wordings_to_choose() -> None:
    (finding,) = findings("The virus was called the Chinese virus then.")
    assert not finding.fixes
    told = remarks([finding], {})[0].text
    assert "Write instead: " in told
    assert "choose" not in told
