"""What pages of the server have in common, and the policy that lets only their own parts run."""

from __future__ import annotations

import base64
import hashlib
import html
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent


class Page(NamedTuple):
    """A page and its Content-Security-Policy."""

    body: bytes
    policy: str


def part(name: str) -> str:
    """A part of a page that is shipped beside this module."""
    return (HERE / name).read_text("utf-8")


def policy(styles: Sequence[str], scripts: Sequence[str] = ()) -> str:
    """What a page may do: run these scripts, wear these styles, ask this server, nothing else."""
    rules = [
        "default-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
        f"style-src {_hashes(styles)}",
    ]
    if scripts:
        rules += [f"script-src {_hashes(scripts)}", "connect-src 'self'"]
    return "; ".join(rules)


def alone(page: Page, *more: str) -> bytes:
    """A page for a folder of files, with its policy and `more` rules of one inside."""
    rules = [rule for rule in page.policy.split("; ") if not rule.startswith("frame-ancestors")]
    inside = html.escape("; ".join([*rules, *more]))
    meta = f'<meta http-equiv="Content-Security-Policy" content="{inside}">'
    head = b"<head>\n"
    return page.body.replace(head, head + meta.encode() + b"\n", 1)


def _hashes(sources: Sequence[str]) -> str:
    digests = (hashlib.sha256(source.encode()).digest() for source in sources)
    return " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)
