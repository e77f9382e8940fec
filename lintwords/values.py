"""Data classes that are quick to define and quick to make.

`dataclass`, `field` and `replace` are called as those of the standard library, and a type checker
takes them for those. A check that finds something defines some eighty classes, for each of which
the library writes and compiles six methods: a fourth of the time of a short run. Here only
`__init__` is written, all other methods are shared, and `dataclasses` itself is loaded when
somebody asks for what only it knows: its `fields`, `asdict` and `astuple` take these values for
its own.

What is not as in the library, each refused with a TypeError when the class is defined, whatever a
type checker says:
- `dataclass` knows `frozen`, `slots` and `eq`, `field` knows `default`, `default_factory`, `init`,
  `repr` and `compare`; all else, as `order` or `kw_only`, there is not;
- a value class has no fields from a class above it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass", "field", "names", "replace", "row"]

_MISSING: Any = object()
_OF_THE_LIBRARY = ("__dataclass_fields__", "__dataclass_params__")  # it knows a data class by these


class _Field:
    """What is known of one field."""

    __slots__ = ("default", "default_factory", "init", "repr", "compare")

    def __init__(
        self, default: Any = _MISSING, *, default_factory: Any = _MISSING, init: bool = True,
        repr: bool = True, compare: bool = True,
    ) -> None:
        self.default, self.default_factory = default, default_factory
        self.init, self.repr, self.compare = init, repr, compare


def _dataclass(
    cls: type | None = None, *, frozen: bool = False, slots: bool = False, eq: bool = True
) -> Any:
    if cls is None:
        return partial(_made, frozen=frozen, slots=slots, eq=eq)
    return _made(cls, frozen=frozen, slots=slots, eq=eq)


def _made(cls: type, *, frozen: bool, slots: bool, eq: bool) -> type:
    """The class with its fields and methods; with `slots` it is a new one."""
    if any("__match_args__" in base.__dict__ for base in cls.__mro__[1:]):
        raise TypeError(f"{cls.__name__}: a value class is not built on another")
    own = dict(cls.__dict__)
    fields: dict[str, _Field] = {}
    for name, kind in cls.__annotations__.items():
        if not str(kind).startswith(("ClassVar", "typing.ClassVar")):
            given = own.pop(name, _MISSING)
            fields[name] = one = given if isinstance(given, _Field) else _Field(given)
            if type(one.default).__hash__ is None:  # all values would share it
                raise ValueError(f"{cls.__name__}.{name}: a default that changes: default_factory")
    shared: dict[str, Any] = {
        "__match_args__": tuple(name for name, one in fields.items() if one.init),
        **{name: _Late(name, fields, frozen) for name in _OF_THE_LIBRARY},
        "_shown": tuple(name for name, one in fields.items() if one.repr),
        "__repr__": _repr, "__replace__": _replace,
    }
    if eq:
        compared = [name for name, one in fields.items() if one.compare]
        shared |= {
            "_compared": staticmethod(attrgetter(*compared) if compared else type), "__eq__": _eq,
            "__hash__": _hash if frozen else None,
        }
    if frozen:
        shared |= {"__setattr__": _refuse, "__delattr__": _refuse}
        if slots:
            shared |= {"__getstate__": _getstate, "__setstate__": _setstate}
    for name in shared.keys() & own.keys():
        if own[name] is not None or name != "__hash__":  # it is None where only __eq__ is defined
            del shared[name]
    if slots:
        own = {key: value for key, value in own.items() if key not in ("__dict__", "__weakref__")}
        made = type(cls)(cls.__name__, cls.__bases__, own | shared | {"__slots__": tuple(fields)})
        made.__qualname__ = cls.__qualname__
    else:
        made = cls
        for name, one in fields.items():
            if one.default is not _MISSING:
                setattr(made, name, one.default)
            elif name in made.__dict__:
                delattr(made, name)
        for name, value in shared.items():
            setattr(made, name, value)
    made.__init__ = _init(made, fields, frozen, slots)  # type: ignore[misc]  # it is what is made here
    return made


def _init(
    made: type, fields: dict[str, _Field], frozen: bool, slots: bool
) -> Callable[..., None]:
    """The `__init__` of a class, written out and compiled."""
    known: dict[str, Any] = {"MISSING": _MISSING}
    asked, lines = ["self"], []
    for name, one in fields.items():
        value = name
        if one.default_factory is not _MISSING:
            known[f"make_{name}"] = one.default_factory
            value = f"make_{name}() if {name} is MISSING else {name}" if one.init \
                else f"make_{name}()"
        elif one.default is not _MISSING:
            known[f"default_{name}"] = one.default
            value = name if one.init else f"default_{name}"
        if one.init:
            default = "MISSING" if one.default_factory is not _MISSING else f"default_{name}"
            asked.append(f"{name}={default}" if default in known else name)
        if not frozen:
            lines.append(f"self.{name} = {value}")
        elif slots:
            known[f"set_{name}"] = made.__dict__[name].__set__
            lines.append(f"set_{name}(self, {value})")
        else:
            lines.append(f"self.__dict__[{name!r}] = {value}")
    if hasattr(made, "__post_init__"):
        lines.append("self.__post_init__()")
    body = "\n ".join(lines or ["pass"])
    exec(f"def __init__({', '.join(asked)}):\n {body}", known)
    init: Callable[..., None] = known["__init__"]
    init.__qualname__ = f"{made.__qualname__}.__init__"
    return init


class _Late:
    """What the library keeps with a class, made by the library itself for whoever asks."""

    def __init__(self, name: str, fields: dict[str, _Field], frozen: bool) -> None:
        self._name, self._fields, self._frozen = name, fields, frozen
        self._made: type | None = None

    def __get__(self, instance: object, owner: type) -> Any:
        import dataclasses  # late: what this module is there for

        if self._made is None:
            rows = [
                (name, owner.__annotations__[name], dataclasses.field(
                    init=one.init, repr=one.repr, compare=one.compare, **_defaults(one)
                )) for name, one in self._fields.items()
            ]
            self._made = dataclasses.make_dataclass(owner.__name__, rows, frozen=self._frozen)
        return getattr(self._made, self._name)


def _defaults(one: _Field) -> dict[str, Any]:
    names = ("default", "default_factory")
    return {name: value for name in names if (value := getattr(one, name)) is not _MISSING}


# -- the methods that all share ---------------------------------------------------------------


def _repr(self: Any) -> str:
    shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in self._shown)
    return f"{type(self).__qualname__}({shown})"


def _eq(self: Any, other: Any) -> bool:
    if other.__class__ is not self.__class__:
        return NotImplemented  # type: ignore[no-any-return]  # as Python asks for it
    return bool(self._compared(self) == self._compared(other))


def _hash(self: Any) -> int:
    return hash(self._compared(self))


def _refuse(_self: object, name: str, *_value: object) -> None:
    from dataclasses import FrozenInstanceError  # late: nobody should come here

    raise FrozenInstanceError(f"cannot change field {name!r}")


def _getstate(self: Any) -> list[Any]:
    return [getattr(self, name) for name in self.__slots__]


def _setstate(self: Any, state: list[Any]) -> None:
    for name, value in zip(self.__slots__, state, strict=True):
        object.__setattr__(self, name, value)


def _replace(value: Any, /, **changes: Any) -> Any:
    """The value with other values in some of its fields."""
    for name in value.__match_args__:
        if name not in changes:
            changes[name] = getattr(value, name)
    return value.__class__(**changes)


def names(kind: Any) -> tuple[str, ...]:
    """The names of the fields of a value or a class that it can be made with, in their order."""
    found: tuple[str, ...] = kind.__match_args__
    return found


def row(value: Any) -> tuple[Any, ...]:
    """What stands in these fields."""
    return tuple(getattr(value, name) for name in names(value))


if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
    from dataclasses import field as field
    from dataclasses import replace as replace
else:
    dataclass, field, replace = _dataclass, _Field, _replace
