"""How steps and states are called, here and there; a state that is not known here by its code."""

from typing import Final

import msgspec

from netralitas.cases.words import sentence
from netralitas.workflows import current, workflow

_LONGEST: Final = 60


class Apart(msgspec.Struct, frozen=True, kw_only=True):
    """A proceeding that stands otherwise there than here."""

    workflow: str
    version: int
    here: str
    there: str
    name: str | None = None


def apart(found: list[object]) -> list[Apart]:
    """Return what a statement found of such proceedings."""
    return msgspec.convert(found, list[Apart])


def state_said(code: str, version: int, state: str) -> str:
    """Return what a state is called."""
    for declared in (workflow(code, version), current(code)):
        for one in declared.states:
            if one.code == state:
                return one.label
    return state[:_LONGEST]


def process(one: Apart) -> str:
    """Return which proceeding it is: of whom, and what."""
    label = workflow(one.workflow, one.version).label
    return f"{label} {one.name}" if one.name else label


def step_said(name: str, version: int) -> str:
    """Return what a step is called in one sentence."""
    return sentence(name, version)
