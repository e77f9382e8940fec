"""A small editor for tests: it speaks the language server protocol over pipes, and no more.

It counts positions by itself, in the units that were agreed on, so that a server which counts
wrong changes the wrong words here.
"""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

WAIT = 30.0  # seconds for an answer; a busy machine is no failure
_SIZES: Mapping[str, Callable[[str], int]] = {
    "utf-8": lambda text: len(text.encode()),
    "utf-16": lambda text: len(text.encode("utf-16-le")) // 2,
    "utf-32": len,
}


class Editor:
    """One editor with one server. `settings` are what it answers when it is asked for them."""

    def __init__(
        self, *folders: Path, pulls: bool = False, units: tuple[str, ...] = ("utf-16",),
        settings: Any = None, start: Any = None, resolves: bool = True, versions: bool = True,
        markdown: bool = True,
    ) -> None:
        self.settings, self.units = settings, units[0]
        self.texts: dict[str, str] = {}
        self.versions: dict[str, int] = {}
        self.said: list[str] = []  # messages for the person
        self.asked: list[str] = []  # what the server asked of the editor
        self._published: queue.Queue[dict[str, Any]] = queue.Queue()
        self._answers: dict[int, queue.Queue[dict[str, Any]]] = {}
        self._last = 0
        self._pen = threading.Lock()
        self.junk = b""  # what stood between messages
        self._process = subprocess.Popen(
            [sys.executable, "-m", "lintwords", "lsp"], stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=folders[0] if folders else None,
        )
        threading.Thread(target=self._read, daemon=True).start()
        can: dict[str, Any] = {
            "general": {"positionEncodings": list(units)},
            "workspace": {
                "configuration": settings is not None, "workspaceFolders": True,
                "workspaceEdit": {"documentChanges": versions},
                "didChangeConfiguration": {"dynamicRegistration": True},
                "didChangeWatchedFiles": {"dynamicRegistration": True},
                "diagnostics": {"refreshSupport": pulls},
            },
            "textDocument": {
                "publishDiagnostics": {"codeDescriptionSupport": True, "versionSupport": True},
                "hover": {"contentFormat": ["markdown"] if markdown else ["plaintext"]},
                "codeAction": {"resolveSupport": {"properties": ["edit"]}} if resolves else {},
                **({"diagnostic": {}} if pulls else {}),
            },
        }
        rows = [{"uri": one.as_uri(), "name": one.name} for one in folders]
        self.can = self.ask("initialize", {
            "processId": None, "rootUri": None, "capabilities": can,
            "workspaceFolders": rows, "initializationOptions": start,
        })["capabilities"]
        self.tell("initialized", {})

    # -- messages ------------------------------------------------------------------------------

    def send(self, method: str, params: Any) -> int:
        """Ask without waiting; the number of the question."""
        self._last += 1
        self._answers[self._last] = queue.Queue()
        self._write({"id": self._last, "method": method, "params": params})
        return self._last

    def answer(self, number: int) -> dict[str, Any]:
        """The whole answer to a question, an error too."""
        return self._answers[number].get(timeout=WAIT)

    def ask(self, method: str, params: Any) -> Any:
        """The result of a question."""
        found = self.answer(self.send(method, params))
        assert "error" not in found, found
        return found["result"]

    def tell(self, method: str, params: Any) -> None:
        self._write({"method": method, "params": params})

    def _write(self, message: dict[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        with self._pen:
            self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
            self._process.stdin.flush()

    def _read(self) -> None:
        stream = self._process.stdout
        assert stream is not None
        while line := stream.readline():
            if not line.startswith(b"Content-"):
                self.junk += line.strip()
                continue
            size = 0
            while line.strip():
                if line.lower().startswith(b"content-length:"):
                    size = int(line.split(b":")[1])
                line = stream.readline()
            self._take(json.loads(stream.read(size)))

    def _take(self, message: dict[str, Any]) -> None:
        method = message.get("method")
        if method is None:
            self._answers[message["id"]].put(message)
        elif "id" in message:
            self.asked.append(method)
            result = None
            if method == "workspace/configuration":
                rows = message["params"]["items"]
                result = [self.settings(row) if callable(self.settings) else self.settings
                          for row in rows]
            self._write({"id": message["id"], "result": result})
        elif method == "textDocument/publishDiagnostics":
            self._published.put(message["params"])
        elif method == "window/showMessage":
            self.said.append(message["params"]["message"])

    # -- texts ---------------------------------------------------------------------------------

    def open(self, where: Path | str, text: str, language: str = "markdown") -> str:
        uri = where if isinstance(where, str) else where.as_uri()
        self.texts[uri], self.versions[uri] = text, 1
        self.tell("textDocument/didOpen", {"textDocument": {
            "uri": uri, "languageId": language, "version": 1, "text": text,
        }})
        return uri

    def change(self, uri: str, text: str) -> None:
        self.texts[uri] = text
        self.versions[uri] += 1
        self.tell("textDocument/didChange", {
            "textDocument": {"uri": uri, "version": self.versions[uri]},
            "contentChanges": [{"text": text}],
        })

    def published(self, uri: str) -> list[dict[str, Any]]:
        """What was pushed about the newest version of a text; waits for it."""
        while True:
            found = self._published.get(timeout=WAIT)
            if found["uri"] == uri and found.get("version") in (None, self.versions[uri]):
                rows: list[dict[str, Any]] = found["diagnostics"]
                return rows

    def pushes(self) -> int:
        """How many pushes wait to be read."""
        return self._published.qsize()

    def pulled(self, uri: str) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = self.ask(
            "textDocument/diagnostic", {"textDocument": {"uri": uri}}
        )["items"]
        return rows

    def actions(
        self, uri: str, where: dict[str, Any], only: list[str] | None = None
    ) -> list[dict[str, Any]]:
        context: dict[str, Any] = {"diagnostics": []}
        if only is not None:
            context["only"] = only
        rows: list[dict[str, Any]] = self.ask("textDocument/codeAction", {
            "textDocument": {"uri": uri}, "range": where, "context": context,
        })
        return rows

    def words(self, uri: str, where: dict[str, Any]) -> str:
        """The words at a place."""
        text = self.texts[uri]
        return text[self._offset(text, where["start"]) : self._offset(text, where["end"])]

    def apply(self, edit: dict[str, Any]) -> None:
        """Make an edit in the texts here and tell the server, as an editor does."""
        rows = [(uri, edits) for uri, edits in edit.get("changes", {}).items()]
        for one in edit.get("documentChanges", ()):
            assert one["textDocument"]["version"] == self.versions[one["textDocument"]["uri"]]
            rows.append((one["textDocument"]["uri"], one["edits"]))
        for uri, edits in rows:
            text = self.texts[uri]
            places = sorted(
                ((self._offset(text, one["range"]["start"]),
                  self._offset(text, one["range"]["end"]), one["newText"]) for one in edits),
                reverse=True,
            )
            for start, end, words in places:
                text = text[:start] + words + text[end:]
            self.change(uri, text)

    def _offset(self, text: str, position: dict[str, int]) -> int:
        rows = text.replace("\r\n", "\n\n").replace("\r", "\n").split("\n")
        place = line = 0  # a CR LF counts as one line with a sign more
        for row in rows:
            if line == position["line"]:
                break
            place += len(row) + 1
            line += not text.startswith("\n", place) or text[place - 1] != "\r"
        units = 0
        while units < position["character"]:
            units += _SIZES[self.units](text[place])
            place += 1
        assert units == position["character"], "a position inside a sign"
        return place

    # -- the end -------------------------------------------------------------------------------

    def close(self) -> tuple[int, str]:
        """Leave in order; the exit code and what stands on standard error."""
        self.ask("shutdown", None)
        self.tell("exit", None)
        code = self._process.wait(timeout=WAIT)
        assert self._process.stderr is not None
        return code, self._process.stderr.read().decode()

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()
