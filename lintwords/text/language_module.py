"""What a language has of its own in Python, or what stands in for it where it has nothing."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType


def module_for(package: str, lang: str, otherwise: str) -> ModuleType:
    """The module of a package that is called as a language, else the one that is for any."""
    name = f"{package}.{lang}"
    try:
        return import_module(name)
    except ModuleNotFoundError as trouble:
        if trouble.name != name:
            raise  # the language has a module, which lacks something
    return import_module(f"{package}.{otherwise}")
