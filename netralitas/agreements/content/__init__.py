"""The agreements of three regencies, entered in full from their public documents."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Final

import msgspec

from netralitas.agreements.paper import Paper

NAMES: Final = ("belitung_timur", "kudus", "banjarnegara")


@cache
def read(name: str) -> Paper:
    """Return the agreement of a regency, one of NAMES; ValidationError where its file is no paper.

    Each sentence is as printed, slips included: a test compares them with the documents.
    """
    text = (Path(__file__).parent / f"{name}.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), Paper)
