"""HTTP on the loopback address: who may ask, how much, which question it is, and the answer.

Every connection has a thread. Nothing is logged: neither addresses nor texts.
"""

from __future__ import annotations

import io
import json
import os
import socket
import socketserver
from collections.abc import Callable, Collection, Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import BoundedSemaphore
from typing import Any
from urllib.parse import parse_qsl, unquote

from lintwords.api import Config
from lintwords.errors import LintwordsError
from lintwords.interface import number, say
from lintwords.serve import languagetool, own_api, paste_page, rule_html
from lintwords.serve.connections import TimedBytes, Waiting
from lintwords.serve.limits import Limits, Refused, Room, Turns
from lintwords.serve.service import Service
from lintwords.serve.visitors import admitted, from_elsewhere, target
from lintwords.values import dataclass, field

ADDRESS = "127.0.0.1"
_JSON, _FORM = "application/json", "application/x-www-form-urlencoded"
_HTML = "text/html; charset=utf-8"
_BLOCK = 65536
_MAKING_ROOM = 1.0  # seconds in which a connection that was dropped ends
_RULES = "/rules/"
_SECURITY = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


@dataclass(frozen=True, slots=True)
class Request:
    """A request that has come in: its body, the fields of its address, and the Host it names."""

    body: bytes
    query: str
    host: str

    @property
    def json(self) -> Any:
        """The body as JSON. Raises Refused."""
        try:
            return json.loads(self.body)
        except (ValueError, RecursionError) as trouble:
            raise Refused(
                400, say("the request is no JSON"),
                say("See docs/serve.md."),
            ) from trouble

    @property
    def form(self) -> dict[str, str]:
        """The fields of the address and of a form. Raises Refused."""
        try:
            rows = [parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=100)
                    for text in (self.query, self.body.decode("ascii"))]
        except ValueError as trouble:
            raise Refused(400, say("the request is no form in UTF-8")) from trouble
        return {name: value for row in rows for name, value in row}


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes back."""

    body: bytes
    kind: str = _JSON
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Route:
    """One question: who answers it, and what the body of a request must be; "" for none."""

    answer: Callable[[Service, Request], Answer]
    kind: str = ""
    is_file: bool = False  # it may be as large as a file


def _json(value: Any) -> Answer:
    return Answer(json.dumps(value, ensure_ascii=True).encode("ascii"))


def _page(_service: Service, _asked: Request) -> Answer:
    made = paste_page.page()
    return Answer(made.body, _HTML, headers={"Content-Security-Policy": made.policy})


def _check(service: Service, asked: Request) -> Answer:
    pages = f"http://{asked.host}{_RULES}{{rule}}"
    return _json(languagetool.check(service, asked.form, pages))


def _languages(_service: Service, _asked: Request) -> Answer:
    return _json(languagetool.languages())


def _own_check(service: Service, asked: Request) -> Answer:
    return _json(own_api.check(service, asked.json))


def _own_fix(service: Service, asked: Request) -> Answer:
    return _json(own_api.fix(service, asked.json))


def _own_words(service: Service, asked: Request) -> Answer:
    return _json(own_api.words(service, asked.json))


_ROUTES: Mapping[tuple[str, str], _Route] = {
    ("GET", "/"): _Route(_page),
    ("GET", "/v2/languages"): _Route(_languages),
    ("GET", "/v2/check"): _Route(_check),
    ("POST", "/v2/check"): _Route(_check, _FORM),
    ("POST", "/api/check"): _Route(_own_check, _JSON, is_file=True),
    ("POST", "/api/fix"): _Route(_own_fix, _JSON, is_file=True),
    ("POST", "/api/words"): _Route(_own_words, _JSON, is_file=True),
}


class Server(ThreadingHTTPServer):
    """Serves until it is told to stop; `config` gives the settings for texts in a language.

    `allowed` are Origins of others that may ask. Raises OSError where the port cannot be had.
    """

    daemon_threads = True
    request_queue_size = 64
    allow_reuse_address = os.name != "nt"  # there it would let two programs have one port

    def __init__(
        self, port: int, config: Callable[[str], Config], *, allowed: Collection[str] = (),
        limits: Limits | None = None,
    ) -> None:
        self.limits = limits or Limits()
        self.service, self.allowed = Service(config), frozenset(allowed)
        self.turns = Turns(self.limits.judged, self.limits.seconds)
        self.room = Room(self.limits.held)
        self._connections = BoundedSemaphore(self.limits.connections)
        self.waiting = Waiting()
        super().__init__((ADDRESS, port), Handler)

    def server_bind(self) -> None:
        """Take the port without asking anybody for the name of this machine."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = self.server_address[:2]  # type: ignore[assignment]

    @property
    def url(self) -> str:
        """The address of the page."""
        return f"http://{ADDRESS}:{self.server_port}/"

    def process_request(self, request: Any, client_address: Any) -> None:
        if not self._connections.acquire(blocking=False) and not (
            self.waiting.drop_oldest() and self._connections.acquire(timeout=_MAKING_ROOM)
        ):
            self.shutdown_request(request)
            return
        super().process_request(request, client_address)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._connections.release()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A connection that breaks is no news, and a traceback could quote a text."""


class Handler(BaseHTTPRequestHandler):
    """One connection: a request after the other."""

    server: Server
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "lintwords", ""

    def setup(self) -> None:
        super().setup()
        self._incoming = TimedBytes(self.connection)
        self.rfile.close()
        self.rfile = io.BufferedReader(self._incoming)
        self.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, True)

    def handle_one_request(self) -> None:
        """Read a request and answer it; what has not come in when its time is over is dropped."""
        self._incoming.begin(self.server.limits.reading)
        self.server.waiting.add(self.connection)
        try:
            super().handle_one_request()
        finally:
            self.server.waiting.take(self.connection)

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing is logged."""

    def send_error(
        self, code: int, _message: str | None = None, _explain: str | None = None
    ) -> None:
        """What the standard library refuses, without a word of the request."""
        self.close_connection = True
        self.request_version = self.protocol_version  # or an answer would have no status
        self._send(_refusal(Refused(code, HTTPStatus(code).phrase.lower()), is_own=True), "")

    def do_GET(self) -> None:
        self._answer("GET")

    def do_POST(self) -> None:
        self._answer("POST")

    def do_OPTIONS(self) -> None:
        """Whether a browser may let another site ask: only one that the user has named."""
        origin = ""
        if "Content-Length" in self.headers or "Transfer-Encoding" in self.headers:
            self.close_connection = True  # a body that nobody reads is no next request
        try:
            _, origin = admitted(self.headers, self.server.server_port, self.server.allowed)
            answer = Answer(b"", "", 204)
        except Refused as refused:
            answer = _refusal(refused, is_own=True)
        self._send(answer, origin, {
            "Access-Control-Allow-Methods": "GET, POST",
            "Access-Control-Allow-Headers": "Content-Type",
        } if origin else {})

    def _answer(self, method: str) -> None:
        if self.request_version == "HTTP/0.9":  # it has no headers that say who asks
            return self.send_error(400)
        self.close_connection = True  # until the body is read, what follows is no request
        is_own, origin = not self.path.startswith("/v2/"), ""
        try:
            host, origin = admitted(self.headers, self.server.server_port, self.server.allowed)
            path = target(self.path, host)
            is_own = not path.path.startswith("/v2/")
            route = _route(method, path.path)
            is_page = method == "GET" and not path.path.startswith("/v2/")
            if not is_page and not origin and from_elsewhere(self.headers):
                raise Refused(
                    403, say("another site may not ask here"),
                    say("To let it: --allow-origin"),
                )
            answer = self._made(route, path.query, host)
        except Refused as refused:
            answer = _refusal(refused, is_own)
        except LintwordsError as trouble:  # the settings have changed for the worse
            answer = _refusal(Refused(500, trouble.problem, trouble.hint), is_own)
        except (ConnectionError, TimeoutError):
            self.close_connection = True
            return
        except Exception as error:  # its words could be those of a text
            kind = type(error).__name__
            answer = _refusal(Refused(
                500, say("cannot go on: {kind}", kind=kind),
                say("This is a bug in lintwords, not in your text."),
            ), is_own)
        self._send(answer, origin)

    def _made(self, route: _Route, query: str, host: str) -> Answer:
        number = self._length(route)
        with self.server.room.of(number):
            asked = Request(self._body(number), query, host)
            return self.server.turns.take(lambda: route.answer(self.server.service, asked))

    def _length(self, route: _Route) -> int:
        """How many bytes the body has."""
        given, most = self.headers.get("Content-Length", "0"), 0
        if "Transfer-Encoding" in self.headers:
            raise Refused(411, say("the request does not say how long it is"))
        if len(self.headers.get_all("Content-Length", ())) > 1:
            raise Refused(400, say("the length of the request is no number"))
        if route.kind:
            most = self.server.limits.file if route.is_file else self.server.limits.text
            if "Content-Length" not in self.headers:
                raise Refused(411, say("the request does not say how long it is"))
            if self.headers.get_content_type() != route.kind:
                raise Refused(415, say("the request is not of the type {kind}", kind=route.kind))
        if not (given.isascii() and given.isdecimal() and len(given) < 20):
            raise Refused(400, say("the length of the request is no number"))
        if int(given) > most:
            raise Refused(
                413, say("the request is larger than {most} bytes", most=number(most)),
                say("Split the text."),
            )
        return int(given)

    def _body(self, left: int) -> bytes:
        if left:
            self._incoming.begin(self.server.limits.reading)
        blocks = []
        while left:
            block = self.rfile.read1(min(left, _BLOCK))
            if not block:
                raise TimeoutError
            blocks.append(block)
            left -= len(block)
        self.server.waiting.take(self.connection)
        self.close_connection = self.headers.get("Connection", "").lower() == "close"
        return b"".join(blocks)

    def _send(
        self, answer: Answer, origin: str, headers: Mapping[str, str] | None = None
    ) -> None:
        self.connection.settimeout(self.server.limits.reading)
        shared = {"Access-Control-Allow-Origin": origin, "Vary": "Origin"} if origin else {}
        self.send_response(answer.status)
        for name, value in {**_SECURITY, **shared, **answer.headers, **(headers or {})}.items():
            self.send_header(name, value)
        if answer.kind:
            self.send_header("Content-Type", answer.kind)
        if answer.status != 204:
            self.send_header("Content-Length", str(len(answer.body)))
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(answer.body)


def _route(method: str, path: str) -> _Route:
    if route := _ROUTES.get((method, path)):
        return route
    if method == "GET" and path.startswith(_RULES):
        return _Route(lambda service, _: _rule(service, unquote(path[len(_RULES) :])))
    if any(known == path for _, known in _ROUTES):
        raise Refused(405, say("{path} is not asked in this way", path=path))
    raise Refused(404, say("there is nothing at this address"), say("The page is at /"))


def _rule(service: Service, name: str) -> Answer:
    made = rule_html.page(service, name)
    return Answer(made.body, _HTML, headers={"Content-Security-Policy": made.policy})


def _refusal(refused: Refused, is_own: bool) -> Answer:
    """A refusal as our own answers tell it, or in LanguageTool's manner: one line of text."""
    if is_own:
        told = {"cannot": refused.problem, "hint": refused.hint}
        return Answer(_json(told).body, status=refused.status)
    line = " ".join(f"Error: {refused.problem}. {refused.hint}".split())
    return Answer(line.encode("utf-8", "replace"), "text/plain; charset=utf-8", refused.status)
