"""LibreOffice's own LanguageTool client, with no extension, asks `lintwords serve`.

    /usr/bin/python3 tests/office/languagetool.py LINTWORDS

Writes a text into a new document, asks the client as Writer does, puts the first wording of each
finding in its place, saves the text and compares it with what `lintwords fix` makes of it. Needs
the packages libreoffice-writer and python3-uno, and so the system's own Python. LINTWORDS is the
command.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import uno  # type: ignore[import-not-found]  # noqa: F401  it makes the others importable
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]
from com.sun.star.lang import Locale  # type: ignore[import-not-found]
from libreoffice import PATIENCE, PIPE, connect

TEXT = "😀 China jailed two poets. The choir sang. We condemn China for the raids."
_SETTINGS = "/org.openoffice.Office.Linguistic/GrammarChecking/LanguageTool"


def main() -> None:
    (lintwords,) = sys.argv[1:]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        server = subprocess.Popen(
            [lintwords, "serve", "--port", "0", "--isolated"], cwd=folder, stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        office = subprocess.Popen([
            "soffice", "--headless", "--norestore", "--nologo", f"--accept=pipe,name={PIPE};urp;",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        ])
        try:
            assert server.stdout is not None
            address = re.search(r"http:\S+/", server.stdout.readline())
            assert address is not None
            changed = corrected(connect(), f"{address[0]}v2", folder / "changed.txt")
        finally:
            office.terminate()
            server.terminate()
            office.wait(PATIENCE)
        (folder / "text.txt").write_text(TEXT, "utf-8")
        subprocess.run([lintwords, "fix", "--isolated", "text.txt"], cwd=folder, check=True)
        fixed = (folder / "text.txt").read_bytes()
    if changed != fixed:
        raise SystemExit(f"LibreOffice wrote {changed!r}, and lintwords fix {fixed!r}")
    print(f"as lintwords fix writes it: {changed.decode()}")


def corrected(context: Any, base: str, path: Path) -> bytes:
    """The bytes of the text once each finding has its first wording."""
    client = set_up(context, base)
    document = context.ServiceManager.createInstanceWithContext(
        "com.sun.star.frame.Desktop", context
    ).loadComponentFromURL("private:factory/swriter", "_blank", 0, (value("Hidden", True),))
    body = document.Text
    body.setString(TEXT)
    length = len(TEXT.encode("utf-16-le")) // 2
    found = client.doProofreading("1", TEXT, Locale("en", "US", ""), 0, length, ()).aErrors
    assert found, "the client shows nothing"
    for one in sorted(found, key=lambda one: -one.nErrorStart):
        cursor = body.createTextCursor()
        cursor.goRight(steps(0, one.nErrorStart), False)
        cursor.goRight(steps(one.nErrorStart, one.nErrorLength), True)
        cursor.setString(one.aSuggestions[0])
    document.storeToURL(
        path.as_uri(), (value("FilterName", "Text (encoded)"), value("FilterOptions", "UTF8,LF"))
    )
    document.close(True)
    return path.read_bytes().removeprefix(b"\xef\xbb\xbf").removesuffix(b"\n")


def steps(start: int, length: int) -> int:
    """How many characters a cursor goes over where the client counts UTF-16 code units."""
    return len(TEXT.encode("utf-16-le")[2 * start : 2 * (start + length)].decode("utf-16-le"))


def set_up(context: Any, base: str) -> Any:
    """The client with the settings of its dialog: enabled, and the base address."""
    make = context.ServiceManager.createInstanceWithContext
    provider = make("com.sun.star.configuration.ConfigurationProvider", context)
    settings = provider.createInstanceWithArguments(
        "com.sun.star.configuration.ConfigurationUpdateAccess", (value("nodepath", _SETTINGS),)
    )
    settings.setPropertyValue("BaseURL", base)
    settings.setPropertyValue("IsEnabled", True)
    settings.commitChanges()
    return make("org.openoffice.lingu.LanguageToolGrammarChecker", context)


def value(name: str, of: Any) -> Any:
    made = PropertyValue()
    made.Name, made.Value = name, of
    return made


if __name__ == "__main__":
    main()
