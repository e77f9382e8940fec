"""Who may ask: programs on this machine, and the page that this server has sent.

A page of another site can make a browser send requests to the loopback address. It cannot choose
the Host that the browser writes, so a name that was turned to this machine shows; nor can it hide
its Origin.
"""

from __future__ import annotations

from collections.abc import Collection
from email.message import Message
from urllib.parse import SplitResult, urlsplit

from lintwords.interface import say
from lintwords.serve.limits import Refused

_NAMES = ("127.0.0.1", "localhost", "[::1]")
# what proxies and servers would understand in two ways
_ONCE = ("Host", "Origin", "Content-Length", "Content-Type", "Transfer-Encoding")
_OWN = ("same-origin", "none")  # Sec-Fetch-Site: this page, or a person that typed the address


def admitted(headers: Message[str, str], port: int, allowed: Collection[str]) -> tuple[str, str]:
    """The Host that was asked for, and the foreign Origin if it is one of `allowed`.

    Raises Refused for any other Host or Origin, and where a request says more than one of them.
    """
    for name in _ONCE:
        if len(headers.get_all(name, ())) > 1:
            raise Refused(400, say("the request says {name} twice", name=name))
    host = headers.get("Host", "").lower()
    names = {f"{name}:{port}" for name in _NAMES} | (set(_NAMES) if port == 80 else set())
    if host not in names:
        raise Refused(
            421, say("this address is not served"),
            say("Ask http://{names}:{port}/", names=_NAMES[0], port=port),
        )
    origin = headers.get("Origin", "")
    if not origin or origin == f"http://{host}":
        return host, ""
    if origin in allowed:
        return host, origin
    raise Refused(403, say("another site may not ask here"), say("To let it: --allow-origin"))


def target(asked: str, host: str) -> SplitResult:
    """The address that is asked for. Raises Refused where it names another host than the Host."""
    try:
        path = urlsplit(asked)
    except ValueError as trouble:
        raise Refused(400, say("the request is not understood")) from trouble
    if (path.scheme or path.netloc) and (path.scheme, path.netloc.lower()) != ("http", host):
        raise Refused(421, say("this address is not served"), say("Ask http://{host}/", host=host))
    return path


def from_elsewhere(headers: Message[str, str]) -> bool:
    """Whether a browser says that another site's page asks."""
    return headers.get("Sec-Fetch-Site", "none") not in _OWN
