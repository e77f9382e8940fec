"""Who may ask: programs on this machine, and the page that this server has sent.

A page of another site can make a browser send requests to the loopback address. It cannot choose
the Host that the browser writes, so a name that was turned to this machine shows; nor can it hide
its Origin.
"""

from __future__ import annotations

from collections.abc import Collection
from email.message import Message

from lintwords.interface import say
from lintwords.serve.limits import Refused

_NAMES = ("127.0.0.1", "localhost", "[::1]")
_OWN = ("same-origin", "none")  # Sec-Fetch-Site: this page, or a person that typed the address


def admitted(headers: Message[str, str], port: int, allowed: Collection[str]) -> tuple[str, str]:
    """The Host that was asked for, and the foreign Origin if it is one of `allowed`.

    Raises Refused for any other Host or Origin.
    """
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


def from_elsewhere(headers: Message[str, str]) -> bool:
    """Whether a browser says that another site's page asks."""
    return headers.get("Sec-Fetch-Site", "none") not in _OWN
