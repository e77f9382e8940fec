"""`lintwords serve`: who may ask, what it may cost, LanguageTool's shapes, files as fixed."""

from __future__ import annotations

import base64
import contextlib
import io
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wordfiles import par, word

from lintwords import serve
from lintwords.api import LANGUAGES, Config, baseline
from lintwords.cli.main import main
from lintwords.model.rule import CATEGORIES
from lintwords.reports import Became
from lintwords.serve import Limits, Server, english, languagetool
from lintwords.serve import own_api as questions
from lintwords.serve.limits import Refused
from lintwords.serve.service import Service, shown
from lintwords.serve.service import decided as decided_in
from lintwords.serve.utf16 import Units

ROOT = Path(__file__).parents[1]
OFFICE = ROOT / "examples" / "foundation.docx"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
JSON = {"Content-Type": "application/json"}
JAILED = "China jailed two poets."
PATIENCE = 50  # seconds: after a change of the rules the first request waits for all of them


def config(lang: str) -> Config:
    return Config({"lang": lang} if lang else {}, isolated=True)


def served(**values: Any) -> Iterator[Server]:
    with Server(0, config, **values) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def server() -> Iterator[Server]:
    yield from served(allowed=["app://notes.test"])


def ask(
    server: Server, method: str, path: str, body: str | bytes | None = None,
    headers: Mapping[str, str] | None = None,
) -> tuple[int, Mapping[str, str], bytes]:
    line = HTTPConnection("127.0.0.1", server.server_port, timeout=PATIENCE)
    try:
        line.request(method, path, body, dict(headers or {}))
        answer = line.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read()
    finally:
        line.close()


def check(server: Server, **fields: str) -> Any:
    asked = urlencode({"language": "en-US", **fields})
    status, _, body = ask(server, "POST", "/v2/check", asked, FORM)
    return json.loads(body) if status == 200 else (status, body.decode())


def own(server: Server, path: str, **fields: Any) -> Any:
    status, _, body = ask(server, "POST", f"/api/{path}", json.dumps(fields), JSON)
    return json.loads(body) if status == 200 else (status, json.loads(body))


def utf16(text: str, offset: int, length: int) -> str:
    """What a client that counts in UTF-16 finds at an offset."""
    units = text.encode("utf-16-le", "surrogatepass")
    return units[2 * offset : 2 * (offset + length)].decode("utf-16-le")


# -- who may ask --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        pytest.param({}, 200, id="a program"),
        pytest.param({"Origin": "http://127.0.0.1:{port}"}, 200, id="its own page"),
        pytest.param({"Host": "localhost:{port}"}, 200, id="by name"),
        pytest.param({"Host": "localhost:{port}", "Origin": "http://localhost:{port}"}, 200,
                     id="its own page by name"),
        pytest.param({"Origin": "app://notes.test"}, 200, id="an origin that the user named"),
        pytest.param({"Host": "news.test:{port}"}, 421, id="a name turned to this machine"),
        pytest.param({"Host": "127.0.0.1"}, 421, id="another port"),
        pytest.param({"Origin": "https://news.test"}, 403, id="another site"),
        pytest.param({"Origin": "null"}, 403, id="a file or a sandbox"),
        pytest.param({"Origin": "http://localhost:{port}"}, 403, id="another name than the Host"),
        pytest.param({"Origin": "http://127.0.0.1:1"}, 403, id="another port of this machine"),
        pytest.param({"Sec-Fetch-Site": "cross-site"}, 403, id="another site, without an Origin"),
    ],
)
def test_only_programs_and_the_page_itself_may_ask(
    server: Server, headers: dict[str, str], status: int
) -> None:
    named = {name: value.format(port=server.server_port) for name, value in headers.items()}
    body = urlencode({"language": "en", "text": JAILED})
    given, answered, _ = ask(server, "POST", "/v2/check", body, {**FORM, **named})
    allowed = {"app://notes.test": "app://notes.test"}.get(named.get("Origin", ""))
    assert (given, answered.get("Access-Control-Allow-Origin")) == (status, allowed)


@pytest.mark.parametrize(
    ("origin", "status", "allowed"),
    [("https://news.test", 403, None), ("app://notes.test", 204, "app://notes.test")],
)
def test_a_preflight_lets_in_whom_the_user_named(server, origin, status, allowed) -> None:
    headers = {"Origin": origin, "Access-Control-Request-Method": "POST"}
    given, answered, _ = ask(server, "OPTIONS", "/api/check", headers=headers)
    assert (given, answered.get("Access-Control-Allow-Origin")) == (status, allowed)


def test_it_listens_on_the_loopback_address_alone(server: Server) -> None:
    assert server.socket.getsockname()[0] == "127.0.0.1"


# -- what a request may be ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("method", "path", "headers", "body", "status"),
    [
        ("GET", "/etc/passwd", {}, None, 404),
        ("GET", "/rules/../../etc/passwd", {}, None, 404),
        ("GET", "/rules/no-such-rule", {}, None, 404),
        ("GET", "/api/check", {}, None, 405),
        ("POST", "/", JSON, "{}", 405),
        ("PUT", "/api/check", JSON, "{}", 501),
        ("POST", "/api/check", {"Content-Type": "text/plain"}, "{}", 415),
        ("POST", "/api/check", {**JSON, "Content-Length": "-1"}, None, 400),
        ("POST", "/api/check", {**JSON, "Content-Length": "99999999999"}, None, 413),
        ("POST", "/v2/check", {**FORM, "Content-Length": "6000000"}, None, 413),
        ("POST", "/api/check", {**JSON, "Transfer-Encoding": "chunked"}, None, 411),
        ("POST", "/api/check", JSON, "no json", 400),
        ("POST", "/api/check", JSON, "[" * 100_000, 400),
        ("POST", "/api/check", JSON, "[]", 400),
        ("POST", "/api/check", JSON, '{"text": 3}', 400),
        ("POST", "/api/check", JSON, '{"text": "a", "nme": "b"}', 400),
        ("POST", "/api/check", JSON, '{"text": "a", "report": "poem"}', 400),
        ("POST", "/api/check", JSON, '{"text": "\\ud83d"}', 400),
        ("POST", "/api/check", JSON, '{"data": "?"}', 400),
        ("POST", "/api/check", JSON, '{"text": "a", "lang": "xx"}', 400),
        ("POST", "/api/fix", JSON, '{"text": "a", "choices": [3]}', 400),
        ("POST", "/v2/check", FORM, "language=xx&text=a", 400),
        ("POST", "/v2/check", FORM, "language=en", 400),
        ("POST", "/v2/check", FORM, "language=en&text=%FF", 400),
        ("POST", "/v2/check", FORM, "language=en&data=%7B%7D", 400),
        ("POST", "/v2/check", FORM, "language=en&data=%7B%22annotation%22%3A%5B1%5D%7D", 400),
    ],
)
def test_what_is_not_as_it_should_be_is_refused_in_a_sentence(
    server: Server, method: str, path: str, headers: dict[str, str], body: str | None, status: int
) -> None:
    given, answered, said = ask(server, method, path, body, headers)
    assert given == status
    if answered["Content-Type"] == "application/json":
        assert json.loads(said)["cannot"]
    else:
        assert said.startswith(b"Error: ")


@pytest.mark.parametrize("asked", [b"GET /", b"\x16\x03\x01", b"GET / HTTP/x"])
def test_what_is_no_request_gets_a_status(server: Server, asked: bytes) -> None:
    with socket.create_connection(("127.0.0.1", server.server_port), timeout=10) as line:
        line.sendall(asked + b"\r\n\r\n")
        assert line.recv(12) == b"HTTP/1.1 400"


def test_a_request_that_never_ends_is_dropped() -> None:
    for server in served(limits=Limits(reading=0.3)):
        with socket.create_connection(("127.0.0.1", server.server_port), timeout=10) as line:
            head = [f"Host: 127.0.0.1:{server.server_port}", "Content-Length: 9",
                    f"Content-Type: {FORM['Content-Type']}"]
            asked = "\r\n".join(["POST /v2/check HTTP/1.1", *head, "", "text"])
            line.sendall(asked.encode())
            assert line.recv(100) == b""


OWN = "Host: 127.0.0.1:{port}\r\n"


def say_to(server: Server, asked: str) -> bytes:
    """What comes back for a request that is written as it stands."""
    with socket.create_connection(("127.0.0.1", server.server_port), timeout=PATIENCE) as line:
        line.sendall(asked.format(port=server.server_port).encode())
        line.shutdown(socket.SHUT_WR)
        return b"".join(iter(partial(line.recv, 65536), b""))


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        (f"GET /v2/languages HTTP/1.1\r\n{OWN}\r\n", 200),
        ("GET http://127.0.0.1:{port}/v2/languages HTTP/1.1\r\n" + f"{OWN}\r\n", 200),
        (f"GET http://news.test/v2/languages HTTP/1.1\r\n{OWN}\r\n", 421),
        ("GET https://127.0.0.1:{port}/v2/languages HTTP/1.1\r\n" + f"{OWN}\r\n", 421),
        (f"GET http://[/v2/languages HTTP/1.1\r\n{OWN}\r\n", 400),
        (f"GET /v2/languages HTTP/1.1\r\n{OWN}{OWN}\r\n", 400),
        (f"GET /v2/languages HTTP/1.1\r\n{OWN}Host: news.test\r\n\r\n", 400),
        (f"GET /v2/languages HTTP/1.1\r\n{OWN}Origin: \r\nOrigin: https://news.test\r\n\r\n", 400),
        (f"POST /v2/check HTTP/1.1\r\n{OWN}Content-Type: {FORM['Content-Type']}\r\n"
         "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab", 400),
    ],
)
def test_what_could_be_understood_in_two_ways_is_refused(server, asked, status) -> None:
    assert say_to(server, asked).startswith(f"HTTP/1.1 {status} ".encode())


def test_a_head_that_comes_letter_by_letter_is_dropped() -> None:
    for server in served(limits=Limits(reading=0.5)):
        with socket.create_connection(("127.0.0.1", server.server_port), timeout=10) as line:
            line.settimeout(0.05)
            until = time.monotonic() + 20
            with pytest.raises(ConnectionError):
                line.sendall(b"GET / HTTP/1.1\r\nX: ")
                while time.monotonic() < until:
                    line.sendall(b"a")
                    with contextlib.suppress(TimeoutError):
                        if not line.recv(1):
                            raise ConnectionError


NEXT = b"GET /v2/languages HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n"
ELSEWHERE = "Origin: http://evil.example\r\nSec-Fetch-Site: cross-site\r\n"


@pytest.mark.parametrize(
    ("start", "headers"),
    [
        pytest.param("POST /api/check", f"{ELSEWHERE}Content-Type: text/plain\r\n{{length}}",
                     id="of another site"),
        pytest.param("POST /api/none", "{length}", id="to nowhere"),
        pytest.param("POST /api/check", "Host: evil.example\r\n{length}", id="for another host"),
        pytest.param("OPTIONS /v2/check", "{length}", id="asked before"),
        pytest.param("GET /v2/languages", "Transfer-Encoding: chunked\r\n", id="in pieces"),
        pytest.param("GET /v2/languages", "Content-Length: 0\r\n{length}", id="of two lengths"),
    ],
)
def test_the_body_of_what_is_refused_is_no_request(
    server: Server, start: str, headers: str
) -> None:
    port = server.server_port
    body = NEXT.replace(b"{port}", str(port).encode())
    host = "" if "Host:" in headers else f"Host: 127.0.0.1:{port}\r\n"
    told = headers.replace("{length}", f"Content-Length: {len(body)}\r\n")
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as line:
        line.sendall(f"{start} HTTP/1.1\r\n{host}{told}\r\n".encode() + body)
        answer = b""
        with contextlib.suppress(ConnectionError):
            while block := line.recv(65536):
                answer += block
    assert answer.count(b"HTTP/1.1 ") <= 1 and b"languages" not in answer


@pytest.mark.parametrize(
    "begun", ["GET / HTTP/1.1\r\nX: ", f"POST /v2/check HTTP/1.1\r\n{OWN}Content-Length: 9\r\n"
              f"Content-Type: {FORM['Content-Type']}\r\n\r\ntext"],
    ids=["head", "body"],
)
def test_slow_requests_keep_nobody_out(begun) -> None:
    for server in served(limits=Limits(connections=4)):
        lines = []
        for _ in range(12):
            line = socket.create_connection(("127.0.0.1", server.server_port), timeout=10)
            line.sendall(begun.format(port=server.server_port).encode())
            lines.append(line)
        assert check(server, text=JAILED)["matches"]
        for line in lines:
            line.close()


def test_what_takes_too_long_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    gate = threading.Event()
    monkeypatch.setattr(languagetool, "check", lambda *given: gate.wait(20))
    for server in served(limits=Limits(seconds=0.3, judged=1)):
        late, crowded = (check(server, text=JAILED) for _ in range(2))
        gate.set()
    assert late == (503, "Error: it takes more than 0 seconds. Split the text.")
    assert crowded[0] == 503


def test_bodies_together_are_bounded() -> None:
    for server in served(limits=Limits(held=100)):
        assert check(server, text="Calm words. " * 20)[0] == 503
        assert check(server, text="Calm.")["matches"] == []


def test_twenty_ask_at_once(server: Server) -> None:
    texts = [f"{'Calm words. ' * number}{JAILED}" for number in range(20)]
    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(lambda text: check(server, text=text), texts))
    assert [one["matches"][0]["offset"] for one in answers] == [12 * n for n in range(20)]


def test_one_connection_serves_many_requests(server: Server) -> None:
    line = HTTPConnection("127.0.0.1", server.server_port, timeout=PATIENCE)
    for _ in range(3):
        line.request("POST", "/v2/check", urlencode({"language": "en", "text": JAILED}), FORM)
        assert len(json.loads(line.getresponse().read())["matches"]) == 1
    line.close()


def test_a_bug_is_told_without_the_text(server, monkeypatch, capsys) -> None:
    def fall(*given: object) -> None:
        raise ValueError(JAILED)

    monkeypatch.setattr(languagetool, "check", fall)
    status, said = check(server, text=JAILED)
    assert (status, said) == (
        500, "Error: cannot go on: ValueError. This is a bug in lintwords, not in your text."
    )
    assert capsys.readouterr() == ("", "")


# -- as LanguageTool answers --------------------------------------------------------------------


def test_a_match_has_the_shape_that_clients_read(server: Server) -> None:
    text = f"😀 Calm. {JAILED}"
    answer = check(server, text=text)
    (match,) = answer["matches"]
    assert answer["language"]["code"] == "en-US"
    assert answer["warnings"] == {"incompleteResults": False}
    assert utf16(text, match["offset"], match["length"]) == "China"
    at = match["context"]
    assert utf16(at["text"], at["offset"], at["length"]) == "China"
    assert match["replacements"][:2] == [
        {"value": "The Chinese government"}, {"value": "Chinese authorities"}
    ]
    assert match["rule"]["id"] == "country-as-abuser"
    assert match["rule"]["category"] == {
        "id": "conflation", "name": "A country or a people in place of its government"
    }
    (page,) = match["rule"]["urls"]
    assert page["value"] == f"http://127.0.0.1:{server.server_port}/rules/country-as-abuser"
    status, _, body = ask(server, "GET", page["value"].partition(str(server.server_port))[2])
    assert (status, b"<h1>country-as-abuser</h1>" in body) == (200, True)


def test_a_fix_of_several_edits_replaces_one_stretch(server: Server) -> None:
    text = "China has jailed two poets."
    (match,) = check(server, text=text)["matches"]
    made = [text.replace(text[: match["length"]], one["value"]) for one in match["replacements"]]
    assert made[:2] == [
        "The Chinese government has jailed two poets.", "Chinese authorities have jailed two poets."
    ]


def test_words_in_a_quotation_have_no_replacement(server: Server) -> None:
    (match,) = check(server, text='"China jailed her," the neighbour said.')["matches"]
    assert match["replacements"] == []


@pytest.mark.parametrize(
    ("annotation", "words", "has_wordings"),
    [
        pytest.param([{"text": JAILED}], "China", True, id="text alone"),
        pytest.param([{"markup": "<b>😀</b>"}, {"text": JAILED}], "China", True, id="after markup"),
        pytest.param([{"text": "Calm"}, {"markup": "<br>", "interpretAs": ". "}, {"text": JAILED}],
                     "China", True, id="markup that is read as something"),
        pytest.param([{"text": "Chi"}, {"markup": "*"}, {"text": "na jailed two poets."}],
                     "Chi*na", False, id="markup among the words"),
    ],
)
def test_annotations_lead_back_to_all_that_was_sent(
    server: Server, annotation: list[dict[str, str]], words: str, has_wordings: bool
) -> None:
    whole = "".join(one.get("text", one.get("markup", "")) for one in annotation)
    (match,) = check(server, data=json.dumps({"annotation": annotation}))["matches"]
    assert utf16(whole, match["offset"], match["length"]) == words
    assert bool(match["replacements"]) is has_wordings


@pytest.mark.parametrize(
    ("fields", "number"),
    [
        ({}, 1),
        ({"disabledRules": "UPPERCASE_SENTENCE_START,country-as-abuser"}, 0),
        ({"disabledCategories": "conflation"}, 0),
        ({"enabledRules": "cold-war-name"}, 1),
        ({"enabledRules": "cold-war-name", "enabledOnly": "true"}, 0),
        ({"enabledCategories": "conflation", "enabledOnly": "true"}, 1),
    ],
)
def test_rules_are_chosen_as_languagetool_has_it(server, fields, number) -> None:
    assert len(check(server, text=JAILED, **fields)["matches"]) == number


def test_silence_about_a_language_without_rules_is_no_all_clear(server: Server) -> None:
    text = "Die Behörden haben am Montag mitgeteilt, dass die Sitzung nicht öffentlich sein wird."
    answer = check(server, text=text, language="auto")
    assert (answer["matches"], answer["warnings"]) == ([], {"incompleteResults": True})


def test_the_languages_are_those_with_rules(server: Server) -> None:
    _, _, body = ask(server, "GET", "/v2/languages")
    rows = json.loads(body)
    assert {row["code"] for row in rows} == set(LANGUAGES)
    assert {"name": "English (US)", "code": "en", "longCode": "en-US"} in rows


@pytest.mark.parametrize("text", ["", f"\ufeff{JAILED}", f"Calm.\r\n{JAILED}"])
def test_offsets_hold_at_odd_texts(server: Server, text: str) -> None:
    matches = check(server, text=text)["matches"]
    found = [utf16(text, one["offset"], one["length"]) for one in matches]
    assert found == ["China"] * bool(text)


def test_units_of_utf16() -> None:
    text = "a😀b😀"
    assert [Units(text)(at) for at in range(5)] == [0, 1, 3, 4, 6]


# -- our own --------------------------------------------------------------------------------


@pytest.fixture
def dated(monkeypatch: pytest.MonkeyPatch) -> None:
    """Marks are of one time, so that two runs can be compared."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        pytest.param("a.md", f"# Heading\r\n\r\n{JAILED}\r\n".encode(), id="Markdown, CRLF"),
        pytest.param("a.html", f'<meta charset="latin-1"><p>\xe9. {JAILED}</p>'.encode("latin-1"),
                     id="HTML, Latin-1"),
        pytest.param("a.txt", f"\ufeff{JAILED} 😀".encode(), id="plain text with a mark"),
        pytest.param("a.txt", b"Calm words.", id="nothing to fix"),
        pytest.param("release.docx", OFFICE.read_bytes(), id="Word"),
    ],
)
def test_a_file_is_fixed_as_the_command_fixes_it(
    server: Server, dated: None, name: str, data: bytes, tmp_path: Path, capsys: Any
) -> None:
    (tmp_path / name).write_bytes(data)
    main(["fix", str(tmp_path / name), "--isolated"])
    copy = tmp_path / "release.lintwords.docx"
    written = (copy if copy.exists() else tmp_path / name).read_bytes()
    made = own(server, "fix", name=name, data=base64.b64encode(data).decode())
    assert base64.b64decode(made["data"]) == written
    assert made["name"] == name.replace(".", ".lintwords.")


def test_all_safe_choices_are_what_fix_makes(server: Server, dated: None) -> None:
    data = base64.b64encode(OFFICE.read_bytes()).decode()
    found = own(server, "check", name="release.docx", data=data)["report"]["findings"]
    safe = [
        {"finding": at, "fingerprint": one["fingerprint"],
         "fix": [fix["safe"] for fix in one["fixes"]].index(True)}
        for at, one in enumerate(found) if any(fix["safe"] for fix in one["fixes"])
    ]
    chosen = own(server, "fix", name="release.docx", data=data, choices=safe)
    fixed = own(server, "fix", name="release.docx", data=data)
    assert (chosen["changed"], chosen["data"]) == (len(safe), fixed["data"])
    assert len(safe) > 1


def test_a_person_decides(server: Server) -> None:
    text = f"{JAILED} China has detained a nurse. China tortured a monk."
    found = own(server, "check", name="a.md", text=text)["report"]["findings"]
    marks = [one["fingerprint"] for one in found]
    made = own(server, "fix", name="a.md", text=text, comments=True, choices=[
        {"finding": 0, "fingerprint": marks[0], "fix": 1},
        {"finding": 1, "fingerprint": marks[1], "words": "The county office"},
        {"finding": 2, "fingerprint": marks[2], "reason": "words of a report"},
    ])
    assert made["text"] == (
        "<!-- lintwords: ignore country-as-abuser: words of a report -->\n"
        "Chinese authorities jailed two poets. The county office has detained a nurse. "
        "China tortured a monk."
    )
    assert (made["changed"], made["report"]["findings"]) == (2, [])


def test_a_reason_stands_in_the_copy_and_in_the_report(server: Server) -> None:
    data = base64.b64encode(OFFICE.read_bytes()).decode()
    found = own(server, "check", name="release.docx", data=data)["report"]["findings"]
    chosen = [
        {"finding": 0, "fingerprint": found[0]["fingerprint"], "reason": "a name <of> theirs"},
        {"finding": 1, "fingerprint": found[1]["fingerprint"], "words": "A court in the south"},
    ]
    made = own(server, "fix", name="release.docx", data=data, choices=chosen)
    with ZipFile(io.BytesIO(base64.b64decode(made["data"]))) as package:
        comments = package.read("word/comments.xml").decode()
    assert comments.count("Left as it is: a name &lt;of&gt; theirs") == 1
    assert comments.count("<w:comment ") == made["comments"] == len(found)
    asked = {"name": "release.docx", "data": data, "report": "html"}
    page = own(server, "check", **asked, choices=chosen)["rendered"]
    became = re.findall(r'<p class="decided"[^>]*>([^<]*)</p>', page)
    assert became == [
        f"Decided: 1 changed, 1 left as it is, {len(found) - 2} open.",
        "Left as it is, with the reason “a name &lt;of&gt; theirs”.",
        "Changed to “A court in the south”.", *["Open."] * (len(found) - 2),
    ]
    assert '<ins>A court in the south</ins>' in page
    assert 'class="decided"' not in own(server, "check", **asked)["rendered"]


def test_a_web_page_is_shown_as_it_reads(server: Server) -> None:
    page = "<html><h1>News &amp; more</h1>\n<p>China <b>jailed</b>\n two poets.</p></html>"
    told = own(server, "check", name="a.html", text=page)["document"]
    shown = ["".join(page[low:high] if words is None else words for low, high, words in passage)
             for passage in told["read"]]
    assert shown == ["News & more", "China jailed two poets."]
    assert own(server, "check", name="a.md", text=JAILED)["document"]["read"] is None


def test_own_words_are_judged_in_the_language_of_their_passage(server: Server) -> None:
    text = "The choir sang all night in the old hall.\n\nLa Chine a emprisonné deux poètes.\n"
    told = own(server, "check", name="a.md", text=text)["report"]["findings"]
    number, found = next((n, one) for n, one in enumerate(told) if one["lang"] == "fr")
    mark = found["fingerprint"]
    chosen = [{"finding": number, "fingerprint": mark, "words": "Pékin et la Chine"}]
    (rules,) = own(server, "words", name="a.md", text=text, choices=chosen)["found"].values()
    assert any("country-as-abuser" in rule for rule in rules)


def test_a_note_to_an_open_finding_stands_in_the_copy_and_in_the_report(server: Server) -> None:
    data = base64.b64encode(OFFICE.read_bytes()).decode()
    found = own(server, "check", name="release.docx", data=data)["report"]["findings"]
    mark = found[0]["fingerprint"]
    chosen = [{"finding": 0, "fingerprint": mark, "note": "ask for another quote"}]
    made = own(server, "fix", name="release.docx", data=data, choices=chosen)
    with ZipFile(io.BytesIO(base64.b64decode(made["data"]))) as package:
        comments = package.read("word/comments.xml").decode()
    assert comments.count("Note: ask for another quote") == 1
    assert made["changed"] == 0 and made["comments"] == len(found)
    page = own(server, "check", name="release.docx", data=data, report="html", choices=chosen)
    assert "Open, with the note “ask for another quote”." in page["rendered"]
    assert f"Decided: 0 changed, 0 left as they are, {len(found)} open." in page["rendered"]
    assert f"{len(found)} of them are open." in page["rendered"]


def test_a_copy_that_comes_back_keeps_reasons_and_notes_of_its_comments(server: Server) -> None:
    data = base64.b64encode(OFFICE.read_bytes()).decode()
    first = own(server, "check", name="release.docx", data=data)
    assert first["document"]["before"] == {}
    mark = first["report"]["findings"][0]["fingerprint"]
    other = first["report"]["findings"][1]["fingerprint"]
    chosen = [{"finding": 0, "fingerprint": mark, "reason": "a name of theirs"},
              {"finding": 1, "fingerprint": other, "note": "ask for another quote"}]
    made = own(server, "fix", name="release.docx", data=data, choices=chosen)
    again = own(server, "check", name=made["name"], data=made["data"])["document"]
    assert again["before"] == {
        "0": {"reason": "a name of theirs"}, "1": {"note": "ask for another quote"},
    }


def test_what_a_baseline_knows_is_told_in_the_copy_and_in_the_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    known = tmp_path / baseline.NAME
    service = Service(lambda lang: Config())
    whole = service.check("release.docx", OFFICE.read_bytes())
    (tmp_path / "release.docx").write_bytes(OFFICE.read_bytes())
    one = whole.report.findings[0]
    baseline.add(known, [one], "a name of theirs")
    left = service.check("release.docx", OFFICE.read_bytes())
    assert len(left.report.findings) == len(whole.report.findings) - 1
    made = service.decide("release.docx", OFFICE.read_bytes(), [])
    with ZipFile(io.BytesIO(made.data)) as package:
        assert "Left as it is: a name of theirs" in package.read("word/comments.xml").decode()
    assert made.comments == len(whole.report.findings)
    report, decided = decided_in(left, [])
    assert len(report.findings) == len(whole.report.findings)
    assert [(row.became, row.words) for row in decided.values()] == [
        (Became.KNOWN, "a name of theirs")
    ]


def test_the_report_on_a_mail_says_what_is_to_be_changed_by_hand(server: Server) -> None:
    mail = "Subject: News\n\nChina jailed two poets.\n"
    data = base64.b64encode(mail.encode()).decode()
    told = own(server, "check", name="a.eml", data=data)
    assert [one["section"] for one in told["document"]["parts"]] == ["subject", "text"]
    mark = told["report"]["findings"][0]["fingerprint"]
    chosen = [{"finding": 0, "fingerprint": mark, "fix": 0}]
    page = own(server, "check", name="a.eml", data=data, report="html", choices=chosen)["rendered"]
    assert "Decided: 0 changed, 1 to be changed by hand, 0 left as they are, 0 open." in page
    assert "None of them is open." in page
    assert "To be changed by hand to “The Chinese government”: files of this type" in page
    assert "Changed to" not in page and "Write instead" not in page


def test_a_sentence_in_the_report_shows_what_else_is_decided_in_it(server: Server) -> None:
    text = "China jailed two poets and China tortured a monk."
    found = own(server, "check", name="a.md", text=text)["report"]["findings"]
    chosen = [{"finding": number, "fingerprint": one["fingerprint"], "words": "A court"}
              for number, one in enumerate(found)]
    page = own(server, "check", name="a.md", text=text, report="html", choices=chosen)["rendered"]
    shown = re.findall(r"<blockquote[^>]*><bdi>(.*?)</bdi>", page)
    assert len(shown) == 2
    assert all(re.sub(r"<del>.*?</del>", "", row).count("China") == 0 for row in shown)


def test_the_report_shows_a_changed_sentence_before_and_after(server: Server) -> None:
    text = f"{'One more word stands here. ' * 8}La Chine a emprisonné deux poètes.\nUn <b>vers</b>."
    (found,) = own(server, "check", name="a.txt", text=text, lang="fr")["report"]["findings"]
    chosen = [{"finding": 0, "fingerprint": found["fingerprint"], "words": "La police", "fix": 0}]
    page = own(server, "check", name="a.txt", text=text, lang="fr", report="html", choices=chosen)
    (shown,) = re.findall(r"<blockquote[^>]*><bdi>(.*?)</bdi>", page["rendered"])
    assert re.fullmatch(
        r"… .*here\. <del>La Chine</del> <ins>La police</ins> a emprisonné deux poètes\. Un .*",
        shown,
    )


def test_the_report_shows_each_item_of_a_list_by_itself(server: Server) -> None:
    rows = ("We ask Norway:", "to press the Chinese today;", "to free the poets whom China jailed.")
    data = base64.b64encode(word("".join(map(par, rows)))).decode()
    found = own(server, "check", name="a.docx", data=data)["report"]["findings"]
    chosen = [{"finding": number, "fingerprint": one["fingerprint"], "fix": 0}
              for number, one in enumerate(found)]
    page = own(server, "check", name="a.docx", data=data, report="html", choices=chosen)["rendered"]
    assert re.findall(r"<blockquote[^>]*><bdi>(.*?)</bdi>", page) == [
        "to press <del>the Chinese</del> <ins>Chinese authorities</ins> today;",
        "to free the poets whom <del>China</del> <ins>the Chinese government</ins> jailed.",
    ]


def test_the_report_shows_a_changed_web_page_as_it_reads_and_leads_to_what_is_open(
    server: Server,
) -> None:
    text = "<body><p>Officially, China&rsquo;s police\n<i>know</i> nothing. <b>China</b> " \
        "jailed a poet.</p><p>China locked up two singers.</p></body>"
    found = own(server, "check", name="a.html", text=text)["report"]["findings"]
    number = next(at for at, one in enumerate(found) if "jailed" in text[one["end"] :][:12])
    chosen = [{"finding": number, "fingerprint": found[number]["fingerprint"], "fix": 0}]
    page = own(server, "check", name="a.html", text=text, report="html", choices=chosen)["rendered"]
    (shown,) = [row for row in re.findall(r"<bdi>(.*?)</bdi></blockquote>", page) if "<del>" in row]
    assert shown.startswith("Officially, China’s police know nothing. <del>China</del> <ins>")
    assert shown.endswith("</ins> jailed a poet.")
    head = page.partition("</header>")[0]
    places = re.findall(r'<a href="#(f-\d+)">a\.html, ', head)
    assert len(places) == len(found) - 1
    for place in places:
        assert re.search(rf'<li class="finding [^"]* open" id="{place}"', page)
    assert 'body:has(#done:not(:checked)) .done { display: none; }' in page
    assert re.search(r'id="done" checked> decided 1<', page)


def test_a_copy_of_the_page_with_decisions_stays(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("release.docx").write_bytes(OFFICE.read_bytes())
    data = base64.b64encode(OFFICE.read_bytes()).decode()
    found = own(server, "check", name="release.docx", data=data)["report"]["findings"]
    chosen = [{"finding": 0, "fingerprint": found[0]["fingerprint"], "reason": "a name"}]
    made = own(server, "fix", name="release.docx", data=data, choices=chosen)
    copy = Path("release.lintwords.docx")
    copy.write_bytes(decided := base64.b64decode(made["data"]))
    fix = ["fix", "--isolated", "--fail-on", "never", "release.docx"]
    assert main(fix) == 2
    assert copy.read_bytes() == decided
    fixed = own(server, "fix", name="release.docx", data=data)  # what nobody decided goes
    copy.write_bytes(base64.b64decode(fixed["data"]))
    assert main(fix) == 0


def test_what_the_page_decides_in_a_copy_stands_in_its_comment(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("release.docx").write_bytes(OFFICE.read_bytes())
    assert main(["fix", "--isolated", "--fail-on", "never", "release.docx"]) == 0
    name = "release.lintwords.docx"
    data = base64.b64encode(Path(name).read_bytes()).decode()
    found = own(server, "check", name=name, data=data)["report"]["findings"]
    chosen = [{"finding": 0, "fingerprint": found[0]["fingerprint"], "reason": "a name of theirs"}]
    made = own(server, "fix", name=name, data=data, choices=chosen)
    with zipfile.ZipFile(io.BytesIO(base64.b64decode(made["data"]))) as package:
        after = package.read("word/comments.xml").decode()
    with zipfile.ZipFile(name) as package:
        before = package.read("word/comments.xml").decode()
    assert after.count("Left as it is: a name of theirs") == 1
    assert after.count("<w:comment ") == before.count("<w:comment ")


ADVICE = "Name who acts: the Chinese government, not China"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        pytest.param("A court in the north", {}, id="who acted"),
        pytest.param("Brave China", {"1": [f"{ADVICE} (country-as-abuser)"]},
                     id="the country again"),
    ],
)
def test_own_words_that_are_a_finding_again_are_told(
    server: Server, words: str, found: dict[str, list[str]]
) -> None:
    text = f"{JAILED}\n\nOn Monday China tortured a monk.\n"
    first, second = own(server, "check", text=text, name="a.md")["report"]["findings"]
    choices = [
        {"finding": 0, "fingerprint": first["fingerprint"], "fix": 0},
        {"finding": 1, "fingerprint": second["fingerprint"], "words": words},
    ]
    assert own(server, "words", text=text, name="a.md", choices=choices) == {"found": found}


def test_own_words_beside_a_reason_are_put_nowhere(server: Server) -> None:
    (found,) = own(server, "check", text=JAILED, name="a.md")["report"]["findings"]
    choice = {"finding": 0, "fingerprint": found["fingerprint"], "words": "China", "reason": "so"}
    assert own(server, "words", text=JAILED, name="a.md", choices=[choice]) == {"found": {}}


def test_the_page_is_told_what_a_baseline_knows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text(JAILED, "utf-8")
    told = []
    service = Service(lambda _: Config())
    for _ in range(2):
        checked = service.check("a.md", JAILED.encode())
        told.append((shown(checked)["known"], len(checked.report.findings)))
        assert main(["check", "--baseline-write", "a.md"]) == 0
    assert told[0] == ("", 1) and told[1][1] == 0
    assert told[1][0].startswith("1 known finding is in the baseline. What was decided before")


def test_own_words_stand_where_a_fix_would(server: Server) -> None:
    text = "La Chine a emprisonné deux poètes dans la ville."
    (found,) = own(server, "check", name="a.txt", text=text)["report"]["findings"]
    asked = {"finding": 0, "fingerprint": found["fingerprint"], "words": "La police de Harbin"}
    made = [own(server, "fix", name="a.txt", text=text, choices=[{**asked, **fix}])["text"]
            for fix in ({"fix": 0}, {"fix": 1}, {})]
    rest = " emprisonné deux poètes dans la ville."
    assert made == [f"La police de Harbin a{rest}", f"La police de Harbin{rest}",
                    f"La La police de Harbin a{rest}"]


@pytest.mark.parametrize(
    ("name", "text", "choices", "status", "says"),
    [
        ("a.md", JAILED, [{"finding": 7, "fix": 0}], 409, "the findings are not those"),
        ("a.md", JAILED, [{"finding": 0, "fix": 0}], 409, "the findings are not those"),
        ("a.md", JAILED, [{"finding": 0, "fingerprint": "{0}", "fix": 9}], 422, "no such fix"),
        ("a.md", JAILED, [{"finding": 0, "fingerprint": "{0}", "words": "It", "fix": 9}], 422,
         "no such fix"),
        ("a.md", JAILED, [{"finding": 0, "fingerprint": "{0}", "fix": 0}] * 2, 409,
         "two decisions"),
        ("a.md", '"China jailed her," he said.',
         [{"finding": 0, "fingerprint": "{0}", "words": "It"}], 422, 'cannot change "China"'),
        ("a.eml", f"Subject: Calm\n\n{JAILED}",
         [{"finding": 0, "fingerprint": "{0}", "fix": 0}], 422, "cannot change a.eml"),
        ("a.docx", "no package", [], 422, "cannot open a.docx"),
        ("a.zip", "no text", [], 422, "cannot read a.zip"),
    ],
)
def test_a_decision_that_cannot_be_made_is_refused(
    server: Server, name: str, text: str, choices: list[dict[str, Any]], status: int, says: str
) -> None:
    found = own(server, "check", name=name, text=text)["report"]["findings"]
    marks = [one["fingerprint"] for one in found]
    asked = [{key: value.format(*marks) if isinstance(value, str) else value
              for key, value in one.items()} for one in choices]
    given, said = own(server, "fix", name=name, text=text, choices=asked)
    assert (given, says in said["cannot"]) == (status, True)


def test_a_page_gets_the_text_as_it_was_read(server: Server) -> None:
    data = base64.b64encode(OFFICE.read_bytes()).decode()
    answer = own(server, "check", name=r"C:\news\release.docx", data=data, report="html")
    document, findings = answer["document"], answer["report"]["findings"]
    texts = [document["parts"][one["part"]]["text"] for one in findings]
    assert [text[one["start"] : one["end"]] for text, one in zip(texts, findings, strict=True)] == [
        one["text"] for one in findings
    ]
    assert (document["tracked"], document["copy"]) == (True, "release.lintwords.docx")
    assert len(document["stays"]) == len(findings)
    assert answer["rendered"].startswith("<!doctype html>")


def test_labels_beside_a_finding_are_in_its_language(server: Server) -> None:
    text = "La Chine a emprisonné deux poètes dans la ville."
    answer = own(server, "check", name="a.txt", text=text)
    assert {one["lang"] for one in answer["report"]["findings"]} == {"fr"}
    assert answer["labels"] == {
        "fr": {"instead": "Écrire plutôt", "why": "Pourquoi", "sources": "Sources"}
    }
    assert own(server, "check", name="a.txt", text="Calm words.")["labels"] == {}


def test_a_rule_of_any_language_has_a_page(server: Server) -> None:
    for name, title in (("country-as-abuser", "conflation, fr"), ("monde-himalayen", ", fr;")):
        status, _, page = ask(server, "GET", f"/rules/{name}")
        assert (status, title in page.decode()) == (200, True)


def test_a_name_leads_nowhere(server: Server, tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text(JAILED)
    answer = own(server, "check", name=f"{tmp_path}/secret.md", text="Calm words.")
    assert [file["path"] for file in answer["report"]["files"]] == ["secret.md"]
    assert answer["report"]["findings"] == []


_SCALARS = st.none() | st.booleans() | st.integers() | st.text(st.characters(), max_size=20)
_ROWS = st.dictionaries(st.sampled_from(["finding", "fingerprint", "fix", "words", "reason", "x"]),
                        _SCALARS, max_size=4)
_NAMES = st.sampled_from(["", "a.html", "a.docx", "../a.md"])
_REST = {
    "name": _NAMES | st.text(st.characters(), max_size=5).map(lambda name: f"{name}.md"),
    "lang": st.sampled_from(["en", "auto"]), "unsafe": st.booleans(),
    "report": st.sampled_from(["html", "full"]), "choices": st.lists(_ROWS, max_size=2),
    "comments": st.booleans(),
}
_TEXTS = st.sampled_from([JAILED, f'"{JAILED}" he said.', "", "\x00"])
_DATA = st.binary(max_size=20).map(lambda data: base64.b64encode(data).decode()) | _SCALARS
_ASKED = st.fixed_dictionaries({"text": _TEXTS}, optional=_REST) \
    | st.fixed_dictionaries({"data": _DATA}, optional=_REST)


@given(asked=_ASKED, is_fix=st.booleans())
@settings(max_examples=60, deadline=None,
          suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_asked_is_answered_or_refused(asked: Any, is_fix: bool) -> None:
    try:
        answer = (questions.fix if is_fix else questions.check)(Service(config), asked)
    except Refused as refused:
        assert 400 <= refused.status < 500
        assert refused.problem
    else:
        assert "report" in json.loads(json.dumps(answer))


# -- the page -----------------------------------------------------------------------------------


def test_the_page_asks_nobody_else_and_runs_only_its_own(server: Server) -> None:
    status, headers, body = ask(server, "GET", "/")
    page, policy = body.decode(), headers["Content-Security-Policy"]
    assert status == 200
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert re.findall(r"""(?:src|href)=["'](?!#)[^"']*|url\(|@import|https?://""", page) == []
    assert re.findall(r"\{\{|\son\w+=|style=", page) == []


def test_every_word_that_the_page_says_is_in_the_table() -> None:
    folder = Path(serve.__file__).parent
    script, page = ((folder / f"page.{kind}").read_text("utf-8") for kind in ("js", "html"))
    said = set(re.findall(r"""\bsay\(\s*["']([\w-]+)["']""", script))
    said |= set(re.findall(r"\{\{([\w-]+)\}\}", page))
    fields = {"style", "script", "words", "suffixes", "version", "rule-page", "lang"}
    assert said - set(english.EN) == fields
    assert {f"category-{one}" for one in (*CATEGORIES, "comment")} <= set(english.EN)


def test_words_speak_of_words_not_of_people() -> None:
    entries = english.EN.values()
    rows = [row for one in entries for row in ([one] if isinstance(one, str) else one)]
    banned = re.compile(r"!|\b(?:you wrote|please|oops|great|wrong|bad|biased|offensive)\b", re.I)
    assert [row for row in rows if banned.search(row)] == []


# -- the command --------------------------------------------------------------------------------


def test_a_port_that_is_taken_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        assert main(["serve", "--isolated", "--port", str(port)]) == 2
    said = capsys.readouterr().err
    assert said.startswith(f"lintwords: cannot serve on port {port}: another program has it\n")


def test_a_mistake_in_the_settings_is_told_before(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--isolated", "--select", "no-such-rule"]) == 2
    assert "no-such-rule" in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="signals of Unix")
def test_control_c_stops_it_and_nothing_is_logged(tmp_path: Path) -> None:
    command = [sys.executable, "-u", "-m", "lintwords", "serve", "--port", "0", "--isolated"]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    # what is started in the background of a script has SIGINT ignored; a person's terminal has not
    heard = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    with subprocess.Popen(command, cwd=tmp_path, env=env, text=True, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, preexec_fn=heard) as run:
        assert run.stdout is not None
        told = [run.stdout.readline() for _ in range(4)]
        address = re.search(r"http://127\.0\.0\.1:(\d+)/", told[0])
        assert address
        line = HTTPConnection("127.0.0.1", int(address[1]), timeout=PATIENCE)
        line.request("GET", f"/v2/check?{urlencode({'language': 'en', 'text': JAILED})}")
        assert len(json.loads(line.getresponse().read())["matches"]) == 1
        run.send_signal(signal.SIGINT)
        said, trouble = run.communicate(timeout=20)
    assert (run.returncode, trouble) == (0, "")
    assert "jailed" not in said
    assert told[2:] == ["Reading the rules.\n", "Ready.\n"]
    assert said == "Stopped.\n"
    assert list(tmp_path.iterdir()) == []
