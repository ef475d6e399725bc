"""Values that are made quickly are still values, and what is kept is worked out once."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field

from generator.quick import kept, quick


@dataclass(frozen=True, slots=True, kw_only=True)
class Slow:
    """A frozen value as Python makes it."""

    name: str


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """A value with a default that is not compared."""

    weight: int = field(default=1, compare=False)


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Named(Thing):
    """One that inherits it."""

    name: str
    parts: list[str] = field(default_factory=list)

    @property
    def long(self) -> str:
        """Return the name with the parts."""
        return "/".join([self.name, *self.parts])


def change(thing: Named) -> None:
    """Show that the type checker refuses it: without an error here, it would object to the exception."""
    thing.name = "b"  # type: ignore[misc] # frozen


def test_a_value_has_its_defaults_its_methods_and_its_equals() -> None:
    one, other = Named(name="a"), Named(name="a", weight=2)
    assert (one.weight, one.parts, one.long) == (1, [], "a")
    assert one.parts is not other.parts
    assert one == other
    assert one != Named(name="b")
    assert repr(one) == "Named(weight=1, name='a', parts=[])"
    assert hash(Thing()) == hash(Thing(weight=2))


def test_a_changed_copy_is_made_as_of_any_dataclass() -> None:
    assert dataclasses.replace(Named(name="a"), name="b") == Named(name="b")
    assert [each.name for each in dataclasses.fields(Named)] == ["weight", "name", "parts"]


def test_no_field_takes_the_detour_that_freezes() -> None:
    assert Slow.__setattr__ is not object.__setattr__
    assert Thing.__setattr__ is object.__setattr__
    assert Named.__setattr__ is object.__setattr__


class Counting:
    """How often something is worked out."""

    times = 0

    @kept
    def answer(self) -> int:
        """Return how often it has been worked out."""
        self.times += 1
        return self.times


def test_what_is_kept_is_worked_out_once_an_object_until_it_is_dropped() -> None:
    one, other = Counting(), Counting()
    assert (one.answer, one.answer, other.answer) == (1, 1, 1)
    del one.__dict__["answer"]
    assert one.answer == 2
    assert Counting.answer.__doc__ == "Return how often it has been worked out."
