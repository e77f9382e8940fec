"""What a program hands over: a value of another type is refused by its name, with a way out."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

from lintwords.errors import SettingsError

T = TypeVar("T")


def text(name: str, value: Any, default: str | None = None) -> str:
    """A text; None or no words stand for the default. Raises SettingsError for anything else."""
    if default is not None and (value is None or value == ""):
        return default
    if isinstance(value, str):
        return value
    hint = "Decode it first, as with .decode()." if isinstance(value, bytes) else "Give a str."
    raise SettingsError(f"{name} is no text but {_type(value)}", hint, setting=name)


def coded(text: str, errors: str = "strict") -> bytes:
    """A text in UTF-8 as it is read back: a mark at its start stays a letter that offsets count."""
    return text.encode("utf-8-sig" if text.startswith("\ufeff") else "utf-8", errors)


def texts(name: str, value: Any) -> tuple[str, ...]:
    """Several texts. Raises SettingsError for anything else, one text alone as well."""
    return tuple(text(name, one) for one in _several(name, value))


def instance(name: str, value: Any, kind: type, wanted: str) -> None:
    """Raises SettingsError for anything but a value of a type; `wanted` says what to give."""
    if not isinstance(value, kind):
        raise SettingsError(
            f"{name} is no {kind.__name__} but {_type(value)}", f"Give {wanted}.", setting=name
        )


def instances(name: str, value: Any, kind: type[T], wanted: str) -> tuple[T, ...]:
    """Several values of a type. Raises SettingsError for anything else."""
    found = tuple(_several(name, value))
    for one in found:
        instance(name, one, kind, wanted)
    return found


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


def file(name: str, value: Any) -> Path:
    """A path to open. Raises SettingsError for what no system takes for the name of a file, too."""
    found = path(name, value)
    try:
        is_name = "\0" not in str(found) and bool(os.fsencode(found))
    except UnicodeEncodeError:
        is_name = False
    if not is_name:
        raise SettingsError(
            f"{name} holds a character that no name of a file has: {str(found)!a}",
            "Give the path as the system writes it.", setting=name,
        )
    return found


def files(name: str, value: Any) -> tuple[Path, ...]:
    """Several paths to open. Raises SettingsError for anything else, one path alone as well."""
    return tuple(file(name, one) for one in _several(name, value))


def _several(name: str, value: Any) -> Iterable[Any]:
    if isinstance(value, Iterable) and not isinstance(value, (str, bytes)):
        return value
    raise SettingsError(
        f"{name} is no list but {_type(value)}", f"Give a list: {name}=[…].", setting=name
    )


def _type(value: Any) -> str:
    return "None" if value is None else f"of the type {type(value).__name__}"
