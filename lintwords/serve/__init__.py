"""A small server on the loopback address: a page for people, LanguageTool's answers for editors.

Texts and files come in by HTTP, findings and changed files go out; nothing is kept or logged.
"""

from lintwords.serve.limits import Limits
from lintwords.serve.server import Server

__all__ = ["Limits", "Server"]
