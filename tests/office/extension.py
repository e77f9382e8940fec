"""The extension for LibreOffice, installed and asked as Writer asks it.

    /usr/bin/python3 tests/office/extension.py LINTWORDS FILE.oxt

Installs the extension into a fresh profile, opens texts in Writer without a window, lets Writer's
own iterator ask it about each paragraph, puts the first wording of each finding in its place as the
dialog does, saves the file and compares it with what `lintwords fix` makes of it. Needs the
packages libreoffice-writer and python3-uno, and so the system's own Python. LINTWORDS is the
command.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import uno  # type: ignore[import-not-found]  # noqa: F401  it makes the others importable
from com.sun.star.lang import Locale  # type: ignore[import-not-found]
from com.sun.star.text.TextMarkupType import PROOFREADING  # type: ignore[import-not-found]
from libreoffice import PATIENCE, PIPE, connect, each, option

NAME = "org.lintwords.Proofreader"
SERVICE = "com.sun.star.linguistic2.Proofreader"
ENGLISH, FRENCH, GERMAN = Locale("en", "US", ""), Locale("fr", "FR", ""), Locale("de", "DE", "")
TEXTS = {  # file → its language, its words
    "letter.txt": (
        ENGLISH,
        "Notes 😀 from the desk: China jailed two poets. The choir sang.\n\n"
        "In May we condemn China for the raids.\n"
        "The Chinese government answered. China has detained a third poet.\n",
    ),
    "lettre.txt": (
        FRENCH,
        "😀 La Chine a emprisonné deux poètes. Le chœur a chanté.\n"
        "La répression de la Chine continue à l'été.\n",
    ),
}


def main() -> None:
    lintwords, extension = sys.argv[1:]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        install(Path(extension), folder, profile)
        office = subprocess.Popen([
            "soffice", "--headless", "--norestore", "--nologo", f"--accept=pipe,name={PIPE};urp;",
            profile,
        ], env={"PATH": "/usr/bin:/bin", "HOME": name})
        try:
            context = connect()
            checker = presented(context)
            for file, (locale, text) in TEXTS.items():
                same(lintwords, context, folder / file, locale, text)
            ignores(checker)
            silent(checker)
        finally:
            office.terminate()
            office.wait(PATIENCE)


def install(extension: Path, folder: Path, profile: str) -> None:
    """Add the extension to the profile in `folder`; unopkg refuses root, who lends it to nobody."""
    is_root = os.geteuid() == 0
    inside = Path(shutil.copy(extension, folder))
    if is_root:
        shutil.chown(folder, "nobody", "nogroup")
    subprocess.run(
        ["unopkg", "add", "--suppress-license", inside, profile], check=True,
        env={"PATH": "/usr/bin:/bin", "HOME": str(folder)},
        **({"user": "nobody", "group": "nogroup"} if is_root else {}),
    )
    if is_root:
        for path in (folder, *folder.rglob("*")):
            shutil.chown(path, "root", "root")


def presented(context: Any) -> Any:
    """The checker as LibreOffice lists it: its name, its languages, and that it is asked."""
    make = context.ServiceManager.createInstanceWithContext
    checker = make(NAME, context)
    assert checker.getImplementationName() == NAME
    assert checker.supportsService(SERVICE) and not checker.isSpellChecker()
    assert checker.getServiceDisplayName(ENGLISH) == "lintwords"
    manager = make("com.sun.star.linguistic2.LinguServiceManager", context)
    for locale in (ENGLISH, FRENCH):
        assert checker.hasLocale(locale)
        assert list(manager.getConfiguredServices(SERVICE, locale)) == [NAME], locale.Language
    assert not checker.hasLocale(GERMAN)
    tags = sorted(f"{one.Language}-{one.Country}" for one in checker.getLocales())
    print(f"asked for {', '.join(tags)}")
    return checker


def same(lintwords: str, context: Any, path: Path, locale: Any, text: str) -> None:
    """A file that Writer has changed by it is what `lintwords fix` writes."""
    path.write_text(text, "utf-8")
    changed = corrected(context, path, locale)
    subprocess.run(
        [lintwords, "fix", "--isolated", "--lang", locale.Language, path.name], cwd=path.parent,
        check=True, stdout=subprocess.DEVNULL,
    )
    fixed = path.read_bytes()
    assert fixed != text.encode(), "there is nothing to fix"
    if changed != fixed:
        raise SystemExit(f"LibreOffice wrote {changed!r}, and lintwords fix {fixed!r}")
    print(f"as lintwords fix writes it: {changed.decode()}", end="")


def corrected(context: Any, path: Path, locale: Any) -> bytes:
    """The bytes of a text file once each finding has its first wording."""
    make = context.ServiceManager.createInstanceWithContext
    filters = (option("FilterName", "Text (encoded)"), option("FilterOptions", "UTF8,LF"))
    document = make("com.sun.star.frame.Desktop", context).loadComponentFromURL(
        path.as_uri(), "_blank", 0, (option("Hidden", True), *filters)
    )
    for paragraph in each(document.Text):
        paragraph.CharLocale = locale
    iterator = make("com.sun.star.linguistic2.ProofreadingIterator", context)
    paragraphs = document.getFlatParagraphIterator(PROOFREADING, False)
    paragraph = paragraphs.getFirstPara()
    while paragraph is not None:
        text = paragraph.getText()
        found = iterator.checkSentenceAtPosition(document, paragraph, text, locale, 0, -1, 0)
        for one in sorted(found.aErrors, key=lambda one: -one.nErrorStart):
            page = next(row.Value for row in one.aProperties if row.Name == "FullCommentURL")
            assert one.aRuleIdentifier in Path(unquote(urlsplit(page).path)).read_text("utf-8")
            paragraph.changeText(one.nErrorStart, one.nErrorLength, one.aSuggestions[0], ())
        paragraph = paragraphs.getNextPara()
    saved = path.with_name("saved.txt")
    document.storeToURL(saved.as_uri(), filters)
    document.close(True)
    return saved.read_bytes().removeprefix(b"\xef\xbb\xbf")


def ignores(checker: Any) -> None:
    """A rule that is ignored is silent in its language until all are asked again."""
    text = "China jailed two poets."
    (found,) = asked(checker, text)
    checker.ignoreRule(found.aRuleIdentifier, ENGLISH)
    assert asked(checker, text) == ()
    assert asked(checker, "La Chine a emprisonné deux poètes.", FRENCH) != ()
    checker.resetIgnoreRules()
    assert asked(checker, text) == (found,)
    print(f"{found.aRuleIdentifier} can be ignored: {found.aFullComment}")


def silent(checker: Any) -> None:
    """What is before the asked place, in another language or not there gives no finding."""
    assert asked(checker, "China jailed two poets. The choir sang.", start=24) == ()
    assert asked(checker, "China jailed two poets.", GERMAN) == ()
    assert asked(checker, "") == asked(checker, " ") == ()


def asked(checker: Any, text: str, locale: Any = ENGLISH, start: int = 0) -> Any:
    return checker.doProofreading("1", text, locale, start, len(text), ()).aErrors


if __name__ == "__main__":
    main()
