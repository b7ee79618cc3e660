"""The inventory as it is declared in the files of `data/`, one for each part of the product."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

import msgspec

from netralitas.privacy.inventory.domain import Table

DATA: Final = Path(__file__).parent / "data"


class DeclaredTwiceError(ValueError):
    """Two files declare the same table."""


@cache
def inventory() -> Mapping[str, Table]:
    """Return every table by name, those beside the application's with their schema.

    Raises ValidationError where a file says what is none, DeclaredTwiceError.
    """
    found: dict[str, Table] = {}
    for path in sorted(DATA.glob("*.toml")):
        read = tomllib.loads(path.read_text(encoding="utf-8"))
        declared = msgspec.convert(read, dict[str, Table])
        twice = found.keys() & declared.keys()
        if twice:
            raise DeclaredTwiceError(f"{path.name} declares again: {', '.join(sorted(twice))}")
        found |= declared
    return dict(sorted(found.items(), key=_place))


def _place(item: tuple[str, Table]) -> tuple[bool, str]:
    return "." in item[0], item[0]
