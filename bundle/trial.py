"""Try the program as one folder, where parts of it run as processes of their own.

    python bundle/trial.py PROGRAM FOLDER

PROGRAM is the folder that holds it, FOLDER one to write in. Needs the extra `dev`.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from fpdf import FPDF

TEXT = "China jailed two poets in May. The choir sang in the church."


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", type=Path)
    parser.add_argument("folder", type=Path)
    asked = parser.parse_args()
    os.chdir(asked.folder)
    env = {"HOME": str(asked.folder), "PATH": str(asked.program)}
    program = str(asked.program / "lintwords")
    reads_pdf(program, env)
    speaks_to_editors(program, env)
    serves(program, env)
    print(f"start: {seconds([program, '--version'], env):.2f} s to say its version, "
          f"{seconds([program, 'check', '--no-cache', 'a.md'], env):.2f} s for a short text")
    return 0


def reads_pdf(program: str, env: dict[str, str]) -> None:
    page = FPDF()
    page.add_page()
    page.set_font("helvetica", size=12)
    page.multi_cell(0, text=TEXT)
    page.output("a.pdf")
    done = subprocess.run([program, "check", "-f", "line", "a.pdf"], env=env, capture_output=True,
                          encoding="utf-8")
    assert done.returncode == 1 and "country-as-abuser" in done.stdout, done


def speaks_to_editors(program: str, env: dict[str, str]) -> None:
    asked = {"jsonrpc": "2.0", "id": 1, "method": "initialize",
             "params": {"processId": None, "rootUri": None, "capabilities": {}}}
    body = json.dumps(asked).encode()
    with subprocess.Popen(
        [program, "lsp"], env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as server:
        assert server.stdin is not None and server.stdout is not None
        server.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        server.stdin.flush()
        head = server.stdout.readline()
        server.kill()
    assert head.startswith(b"Content-"), head


def serves(program: str, env: dict[str, str]) -> None:
    with subprocess.Popen(
        [program, "serve", "--port", "0"], env=env, stdout=subprocess.PIPE, encoding="utf-8"
    ) as server:
        try:
            assert server.stdout is not None
            address = re.search(r"http:\S+/", server.stdout.readline())
            assert address is not None
            with urllib.request.urlopen(address[0]) as page:
                assert b"<h1" in page.read()
            form = b"language=en-US&text=China+jailed+two+poets."
            with urllib.request.urlopen(f"{address[0]}v2/check", form) as answer:
                (match,) = json.load(answer)["matches"]
            assert match["rule"]["id"] == "country-as-abuser"
        finally:
            server.terminate()


def seconds(command: list[str], env: dict[str, str]) -> float:
    """The least of five runs."""
    Path("a.md").write_text(f"{TEXT}\n", "utf-8")
    taken = []
    for _ in range(5):
        began = time.perf_counter()
        subprocess.run(command, env=env, stdout=subprocess.DEVNULL)
        taken.append(time.perf_counter() - began)
    return min(taken)


if __name__ == "__main__":
    sys.exit(main())
