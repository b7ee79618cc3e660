"""A field of a form: its words and how a value is read from what arrived."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from copy import copy
from typing import ClassVar, Final, Generic, Protocol, Self, TypeVar, cast, overload

from netralitas.language import say
from netralitas.web.forms.given import Given

T = TypeVar("T")
CONFIRMED: Final = "sure"
"""The part of a field that says a warning about it was read: it holds the text warned about."""


class Holder(Protocol):
    """A form, as its fields know it."""

    def value_of(self, name: str) -> object:
        """Return the value that was read, or raise Invalid."""
        ...


class Field(ABC, Generic[T]):
    """One question of a form, required unless wrapped in `optional`.

    Reading the attribute on a parsed form gives the value with its type, and raises `Invalid` when
    the form has errors. Subclasses say in `parts` which inputs belong to the field: the empty
    string is the input named as the field, "day" the input `<name>-day`.
    """

    kind: ClassVar[str]
    parts: ClassVar[tuple[str, ...]] = ("",)
    first_part: ClassVar[str] = ""

    def __init__(self, label: str, *, hint: str = "", missing: str | None = None) -> None:
        """`label` is what the page shows; `missing` replaces the sentence for an empty field."""
        self.label = label
        self.hint = hint
        self.required = True
        self.name = ""
        self._missing = missing

    def __set_name__(self, owner: type[object], name: str) -> None:
        """Take the name of the class attribute as the name of the input."""
        self.name = name

    @overload
    def __get__(self, instance: None, owner: type[object]) -> Self: ...
    @overload
    def __get__(self, instance: Holder, owner: type[object]) -> T: ...
    def __get__(self, instance: Holder | None, owner: type[object]) -> Self | T:
        """Return the field on the class, the value on a form."""
        if instance is None:
            return self
        return cast("T", instance.value_of(self.name))

    @abstractmethod
    def read(self, given: Given) -> T | None:
        """Return the value, None when nothing was given; raises Wrong with the sentences."""

    def write(self, value: T) -> Mapping[str, Sequence[str]]:
        """Return what would have to be typed, by part, to give `value`: fills a form in advance."""
        return {"": [str(value)]}

    @property
    def maximum(self) -> int | None:
        """The longest text the input takes, in characters; None when there is no such limit."""
        return None

    @property
    def missing(self) -> str:
        """The sentence for a required field that was left empty."""
        return str(self._missing or say("{label} wajib diisi.", label=self.label))


def optional(field: Field[T]) -> Field[T | None]:
    """Return the same field, which may be left empty and is None then."""
    relaxed = copy(field)
    relaxed.required = False
    return cast("Field[T | None]", relaxed)


def in_sentence(label: str) -> str:
    """Return a label as it stands inside a sentence: "nama pelapor", but NIP as it is."""
    label = str(label)
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]
