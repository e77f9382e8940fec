"""What a program hands over: a value of another type is refused by its name, with a way out."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from lintwords.errors import SettingsError


def text(name: str, value: Any, default: str | None = None) -> str:
    """A text; None or no words stand for the default. Raises SettingsError for anything else."""
    if default is not None and (value is None or value == ""):
        return default
    if isinstance(value, str):
        return value
    hint = "Decode it first, as with .decode()." if isinstance(value, bytes) else "Give a str."
    raise SettingsError(f"{name} is no text but {_type(value)}", hint, setting=name)


def texts(name: str, value: Any) -> tuple[str, ...]:
    """Several texts. Raises SettingsError for anything else, one text alone as well."""
    return tuple(text(name, one) for one in _several(name, value))


def path(name: str, value: Any) -> Path:
    """A path. Raises SettingsError for what is no name of a file."""
    if isinstance(value, (str, os.PathLike)) and isinstance(os.fspath(value), str):
        return Path(value)
    raise SettingsError(
        f"{name} is no path but {_type(value)}", "Give a str or a Path.", setting=name
    )


def paths(name: str, value: Any) -> tuple[Path, ...]:
    """Several paths. Raises SettingsError for anything else, one path alone as well."""
    return tuple(path(name, one) for one in _several(name, value))


def _several(name: str, value: Any) -> Iterable[Any]:
    if isinstance(value, Iterable) and not isinstance(value, (str, bytes)):
        return value
    raise SettingsError(
        f"{name} is no list but {_type(value)}", f"Give a list: {name}=[…].", setting=name
    )


def _type(value: Any) -> str:
    return "None" if value is None else f"of the type {type(value).__name__}"
