"""What LibreOffice makes of Word files: opened, all changes accepted or rejected, saved again.

    /usr/bin/python3 tests/office/libreoffice.py convert FOLDER FILE…
    /usr/bin/python3 tests/office/libreoffice.py odt FOLDER FILE…
    /usr/bin/python3 tests/office/libreoffice.py settle FOLDER FILE…

Needs the packages libreoffice-writer and python3-uno, and so the system's own Python. `convert`
writes each file as FOLDER/NAME.docx, `odt` as FOLDER/NAME.odt. `settle` writes
FOLDER/NAME.saved.docx, NAME.accepted.docx and NAME.rejected.docx, and prints a line of JSON a file:
how many changes and comments it saw.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import uno  # type: ignore[import-not-found]
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]
from com.sun.star.connection import NoConnectException  # type: ignore[import-not-found]

PIPE = "lintwords-tests"
PATIENCE = 60  # seconds until it has started


def main() -> None:
    verb, folder, *files = sys.argv[1:]
    with tempfile.TemporaryDirectory() as profile:
        office = subprocess.Popen([
            "soffice", "--headless", "--norestore", "--nologo", f"--accept=pipe,name={PIPE};urp;",
            f"-env:UserInstallation={Path(profile).as_uri()}",
        ])
        try:
            context = connect()
            for file in files:
                {"convert": convert, "odt": to_odt, "settle": settle}[verb](
                    context, Path(file), Path(folder)
                )
        finally:
            office.terminate()
            office.wait(PATIENCE)


def connect() -> Any:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(PATIENCE * 4):
        try:
            return resolver.resolve(f"uno:pipe,name={PIPE};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.25)
    raise SystemExit("LibreOffice did not start")


def convert(context: Any, file: Path, folder: Path) -> None:
    document = opened(context, file)
    save(document, folder / f"{file.stem}.docx")
    document.close(True)


def to_odt(context: Any, file: Path, folder: Path) -> None:
    document = opened(context, file)
    save(document, folder / f"{file.stem}.odt", "writer8")
    document.close(True)


def settle(context: Any, file: Path, folder: Path) -> None:
    document = opened(context, file)
    save(document, folder / f"{file.stem}.saved.docx")
    seen = {
        "file": file.name,
        "changes": len(list(each(document.Redlines))),
        "comments": [
            field.Content for field in each(document.TextFields)
            if field.supportsService("com.sun.star.text.textfield.Annotation")
        ],
    }
    document.close(True)
    for verb, name in (("Accept", "accepted"), ("Reject", "rejected")):
        document = opened(context, file)
        manager = context.ServiceManager
        helper = manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
        frame = document.CurrentController.Frame
        helper.executeDispatch(frame, f".uno:{verb}AllTrackedChanges", "", 0, ())
        save(document, folder / f"{file.stem}.{name}.docx")
        document.close(True)
    print(json.dumps(seen))


def each(access: Any) -> Any:
    enumeration = access.createEnumeration()
    while enumeration.hasMoreElements():
        yield enumeration.nextElement()


def opened(context: Any, file: Path) -> Any:
    desktop = context.ServiceManager.createInstanceWithContext(
        "com.sun.star.frame.Desktop", context
    )
    document = desktop.loadComponentFromURL(
        file.resolve().as_uri(), "_blank", 0, (option("Hidden", True),)
    )
    if document is None:
        raise SystemExit(f"LibreOffice cannot open {file}")
    return document


def save(document: Any, file: Path, filter: str = "MS Word 2007 XML") -> None:
    document.storeToURL(file.resolve().as_uri(), (option("FilterName", filter),))


def option(name: str, value: Any) -> Any:
    found = PropertyValue()
    found.Name, found.Value = name, value
    return found


if __name__ == "__main__":
    main()
