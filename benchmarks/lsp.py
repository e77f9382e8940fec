"""How much memory the language server takes while a text is edited again and again.

    python benchmarks/lsp.py [--edits 5000] [--warm 1000] [--most 4]

A text of a hundred paragraphs is changed in one place, and what is found is asked for after each
change. Lines say the megabytes of the server and the milliseconds an edit. Ends with 1 if it takes
more than `--most` megabytes more at the end than after the first `--warm` edits. Linux only: what
a process takes is read from /proc.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

PARAGRAPH = "The committee met in the old hall. China jailed a poet 🙂 and her friends wrote.\n\n"
STEPS = 10  # lines that are printed


class Server:
    """A server on pipes; one question at a time."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "lintwords", "lsp"], stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        self._number = 0

    def tell(self, method: str, params: Mapping[str, Any], **more: int) -> None:
        message = {"jsonrpc": "2.0", "method": method, "params": params, **more}
        data = json.dumps(message).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        self.process.stdin.flush()

    def ask(self, method: str, params: Mapping[str, Any]) -> Any:
        self._number += 1
        self.tell(method, params, id=self._number)
        while True:
            message = self._read()
            if message.get("id") == self._number and "method" not in message:
                return message["result"]

    def _read(self) -> dict[str, Any]:
        stream = self.process.stdout
        assert stream is not None
        size = 0
        while (line := stream.readline()).strip():
            if line.lower().startswith(b"content-length:"):
                size = int(line.split(b":")[1])
        found: dict[str, Any] = json.loads(stream.read(size))
        return found

    def megabytes(self) -> float:
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        row = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
        return int(row.split()[1]) / 1024


def main() -> int:
    parser = argparse.ArgumentParser(description="Memory of the language server over edits.")
    parser.add_argument("--edits", type=int, default=5000)
    parser.add_argument("--warm", type=int, default=1000)
    parser.add_argument("--most", type=float, default=4.0)
    given = parser.parse_args()
    server, uri = Server(), "file:///tmp/lintwords-edits.md"
    server.ask("initialize", {
        "processId": None, "rootUri": None, "capabilities": {"textDocument": {"diagnostic": {}}},
    })
    server.tell("initialized", {})
    server.tell("textDocument/didOpen", {"textDocument": {
        "uri": uri, "languageId": "markdown", "version": 0, "text": PARAGRAPH * 100,
    }})
    base, began = 0.0, time.perf_counter()
    for edit in range(1, given.edits + 1):
        text = PARAGRAPH * 50 + f"Edit {edit}. " + PARAGRAPH * 50
        server.tell("textDocument/didChange", {
            "textDocument": {"uri": uri, "version": edit}, "contentChanges": [{"text": text}],
        })
        found = server.ask("textDocument/diagnostic", {"textDocument": {"uri": uri}})
        assert len(found["items"]) == 100, len(found["items"])
        if edit == given.warm:
            base = server.megabytes()
        if edit % max(given.edits // STEPS, 1) == 0:
            spent = (time.perf_counter() - began) / edit * 1000
            print(f"{edit:>6} edits {server.megabytes():>7.1f} MB {spent:>7.1f} ms an edit")
    more = server.megabytes() - base
    print(f"{more:+.1f} MB since edit {given.warm}")
    server.process.kill()
    return 1 if more > given.most else 0


if __name__ == "__main__":
    sys.exit(main())
