"""Our data classes are used as those of the library would be, which takes longer to make them."""

from __future__ import annotations

import copy
import dataclasses
import pickle
import subprocess
import sys

import pytest

from lintwords import values
from lintwords.model import Options
from lintwords.values import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Coast:
    name: str
    miles: int = 0
    towns: list[str] = field(default_factory=list, compare=False)
    note: str = field(default="", repr=False)


@dataclass
class Log:
    words: list[str] = field(default_factory=list)
    kept: dict[str, int] = field(default_factory=dict, init=False)
    mark: str = "-"


@dataclass(frozen=True)
class Room:
    wide: int
    long: int

    def __post_init__(self) -> None:
        object.__setattr__(self, "long", max(self.wide, self.long))


@dataclass(slots=True, eq=False)
class Counter:
    number: int = 0


def same(cls):
    """The class as the library makes it of the same lines."""
    rows = [(one.name, one.type, dataclasses.field(
        default=one.default, default_factory=one.default_factory, init=one.init, repr=one.repr,
        compare=one.compare,
    )) for one in dataclasses.fields(cls)]
    return dataclasses.make_dataclass(cls.__name__, rows, frozen=True, slots=True)


def test_a_value_is_equal_hashed_and_shown_as_the_library_does_it():
    theirs = same(Coast)
    for given in (("east",), ("east", 3), ("west", 3, ["a"], "b")):
        ours, other = Coast(*given), theirs(*given)
        assert repr(ours) == repr(other)
        assert hash(ours) == hash(other)
        assert dataclasses.astuple(ours) == dataclasses.astuple(other)
    assert Coast("east", towns=["a"]) == Coast("east", towns=["b"])
    assert Coast("east", 1) != Coast("east", 2)
    assert Coast("east") != theirs("east")


def test_a_frozen_value_is_not_changed_and_takes_no_other_names():
    value = Coast("east")
    for name in ("miles", "other"):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(value, name, 1)
    with pytest.raises(dataclasses.FrozenInstanceError):
        del value.miles
    assert value == Coast("east")
    assert not hasattr(value, "__dict__")


@pytest.mark.parametrize(
    "given", [pytest.param({}, id="one is missing"), pytest.param({"name": "a", "x": 1}, id="x")]
)
def test_fields_that_there_are_not_are_refused(given):
    with pytest.raises(TypeError, match=r"Coast\.__init__\(\)"):
        Coast(**given)


def test_each_value_has_its_own_list():
    first, second = Log(), Log()
    first.words.append("a")
    first.kept["a"] = 1
    assert (second.words, second.kept, Log.mark) == ([], {}, "-")
    with pytest.raises(TypeError):
        Log(kept={})
    with pytest.raises(TypeError, match="unhashable"):
        hash(first)


def test_what_is_asked_for_after_making_is_done():
    assert Room(3, 2) == Room(3, 3)


def test_values_without_equality_are_told_apart():
    assert Counter() != Counter()
    assert len({Counter(), Counter()}) == 2


def test_a_value_is_replaced_copied_and_sent():
    value = Coast("east", 3, ["a"])
    assert repr(replace(value, miles=4)) == "Coast(name='east', miles=4, towns=['a'])"
    assert repr(dataclasses.replace(value, miles=4)) == "Coast(name='east', miles=4, towns=['a'])"
    assert value.__replace__(miles=4) == replace(value, miles=4)  # as copy.replace asks for it
    for made in (copy.copy(value), copy.deepcopy(value), pickle.loads(pickle.dumps(value))):
        assert (made, made.towns) == (value, ["a"])
    assert values.names(Coast) == ("name", "miles", "towns", "note")
    assert values.row(value) == ("east", 3, ["a"], "")


def test_the_library_takes_a_value_for_its_own():
    assert dataclasses.is_dataclass(Coast)
    assert [one.name for one in dataclasses.fields(Room(1, 2))] == ["wide", "long"]
    assert dataclasses.asdict(Coast("east")) == {
        "name": "east", "miles": 0, "towns": [], "note": "",
    }
    assert {one.name for one in dataclasses.fields(Options)} == set(values.names(Options))


def test_a_value_class_is_not_built_on_another():
    with pytest.raises(TypeError, match="not built on another"):

        @dataclass
        class Island(Log):
            area: int


def test_a_default_that_changes_is_refused():
    with pytest.raises(ValueError, match=r"Shelf\.books: .* default_factory"):

        @dataclass
        class Shelf:
            books: list[str] = []


@pytest.mark.parametrize("unknown", ["order", "kw_only", "unsafe_hash", "init", "repr"])
def test_what_only_the_library_does_is_refused(unknown):
    with pytest.raises(TypeError, match=unknown):
        dataclass(**{unknown: True})(Counter)


def test_what_belongs_to_the_class_is_no_field():
    import typing
    from typing import ClassVar

    @dataclass
    class Tower:
        bells: typing.ClassVar[int] = 3
        steps: ClassVar[int] = 4
        storeys: int = 5

    assert values.names(Tower) == ("storeys",)


def test_the_library_is_not_loaded_to_define_values():
    told = "import sys, lintwords.model; print('dataclasses' in sys.modules)"
    assert subprocess.check_output([sys.executable, "-c", told], text=True) == "False\n"
