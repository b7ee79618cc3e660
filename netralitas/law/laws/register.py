"""The register of laws as committed data: laws by name, their standing, citations."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from netralitas.law.domain import Certainty
from netralitas.law.laws.citations import Citations
from netralitas.law.laws.domain import Law, Standing, State
from netralitas.law.refusals import UnknownLaw

_DATA: Final = Path(__file__).parents[1] / "data" / "laws.toml"
_DERIVED: Final = {"replaced_by", "amended_by"}
_FIELDS: Final = {field.name for field in fields(Law)} - _DERIVED


class Register:
    """Every law by its id, with what replaced and what amended it."""

    def __init__(self, laws: Iterable[Law], kinds: Mapping[str, Sequence[str]]) -> None:
        """Tie the laws to their successors; refuse doublets and dangling names with ValueError."""
        given: dict[str, Law] = {}
        for law in laws:
            if law.id in given:
                raise ValueError(f"{law.id}: it stands twice")
            if law.kind not in kinds:
                raise ValueError(f"{law.id}: unknown kind {law.kind}")
            given[law.id] = law
        self._laws = {law.id: _tied(law, given) for law in given.values()}
        self._citations = Citations(given.values(), kinds)

    def laws(self) -> tuple[Law, ...]:
        """Return every law, in the order of the file."""
        return tuple(self._laws.values())

    def law(self, name: str) -> Law:
        """Return the law of the id; raise UnknownLaw."""
        if name not in self._laws:
            raise UnknownLaw(name)
        return self._laws[name]

    def cited(self, text: str) -> tuple[Law, ...]:
        """Return the laws of the register that the text cites, each once, in its order."""
        return tuple(self._laws[name] for name in self._citations.found_in(text))

    def standing(self, name: str, on: date) -> Standing:
        """Return how the law stands on the day `on`; raise UnknownLaw."""
        law = self.law(name)
        if law.begun(on) is False:
            return _plain(law, on, State.NOT_YET)
        replaced = self._followed(law, law.replaced_by, on, State.REPLACED)
        if replaced:
            return replaced
        if law.valid_to and law.valid_to < on:
            return _plain(law, on, State.REPLACED)
        amended = self._followed(law, law.amended_by, on, State.AMENDED)
        if amended:
            return amended
        known = law.checked and law.begun(on)
        return _plain(law, on, State.IN_FORCE if known else State.UNKNOWN)

    def stale(self, text: str, on: date) -> str | None:
        """Return what replaced the laws cited in the text by the day `on`, or None.

        In the year of a successor whose first day no source states, the sentence says so.
        """
        standings = (self.standing(law.id, on) for law in self.cited(text) if law.replaced_by)
        said = [s.sentence for s in standings if State.REPLACED in {s.state, s.perhaps}]
        return "; ".join(said) or None

    def _followed(self, law: Law, names: Iterable[str], on: date, state: State) -> Standing | None:
        """Return the standing that later laws gave it; UNKNOWN if perhaps not yet on that day."""
        later = [self._laws[name] for name in names]
        sure = [each for each in later if each.begun(on)]
        perhaps = [each for each in later if each.begun(on) is None]
        by = sure or perhaps
        if not by:
            return None
        return Standing(
            law=law.id,
            on=on,
            state=state if sure else State.UNKNOWN,
            perhaps=None if sure else state,
            by=tuple(each.id for each in by),
            since=by[0].begins if len(by) == 1 else None,
            certainty=_weakest(each.relation_certainty or Certainty.M for each in by),
            checked=law.checked,
        )


def law(name: str) -> Law:
    """Return the law of the id, as "UU 7/2017"; raise UnknownLaw."""
    return load().law(name)


def standing(name: str, on: date) -> Standing:
    """Return how the law stands on the day `on`; raise UnknownLaw."""
    return load().standing(name, on)


def cited(text: str) -> tuple[Law, ...]:
    """Return the laws of the register that the text cites, each once, in its order."""
    return load().cited(text)


def stale(text: str, on: date) -> str | None:
    """Return what replaced the laws cited in the text by the day `on`, in a sentence, or None."""
    return load().stale(text, on)


@lru_cache(maxsize=1)
def load() -> Register:
    """Return the committed register; read once in the life of the process."""
    return read_register(tomllib.loads(_DATA.read_text(encoding="utf-8")))


def read_register(table: Mapping[str, Any]) -> Register:
    """Return the register written in the table; raise ValueError that names the faulty law."""
    return Register([_read(entry) for entry in table["law"]], table["kinds"])


def _read(entry: Mapping[str, Any]) -> Law:
    name = entry.get("id", "?")
    unknown = entry.keys() - _FIELDS
    if unknown:
        raise ValueError(f"{name}: unknown fields {sorted(unknown)}")
    values: dict[str, Any] = {
        key: tuple(v) if isinstance(v, list) else v for key, v in entry.items()
    }
    try:
        for key in {"certainty", "relation_certainty"} & values.keys():
            values[key] = Certainty(values[key])
        found = Law(**values)
    except (TypeError, ValueError) as error:
        raise ValueError(f"{name}: {error}") from error
    fault = _fault(found)
    if fault:
        raise ValueError(f"{name}: {fault}")
    return found


def _fault(law: Law) -> str | None:
    if not all(text.strip() for text in (law.number, law.about, law.source)):
        return "number, about and source must not be empty"
    if law.valid_from and law.valid_to and law.valid_to < law.valid_from:
        return "it ends before it begins"
    if law.checked and not re.fullmatch(r"[0-9]{4}-[0-9]{2}", law.checked):
        return "checked is a month, as 2026-11"
    if bool(law.replaces or law.amends) is not bool(law.relation_certainty):
        return "what it replaces or amends needs its certainty, and nothing else has it"
    return None


def _tied(law: Law, laws: Mapping[str, Law]) -> Law:
    for named in (*law.replaces, *law.amends):
        if named not in laws or named == law.id:
            raise ValueError(f"{law.id}: it cannot replace or amend {named}")
    return replace(
        law,
        replaced_by=tuple(other.id for other in laws.values() if law.id in other.replaces),
        amended_by=tuple(other.id for other in laws.values() if law.id in other.amends),
    )


def _plain(law: Law, on: date, state: State) -> Standing:
    return Standing(
        law=law.id,
        on=on,
        state=state,
        since=law.begins,
        certainty=law.certainty,
        checked=law.checked,
    )


def _weakest(certainties: Iterable[Certainty]) -> Certainty:
    """Return the least sure of them: Certainty lists the surest first."""
    order = list(Certainty)
    return max(certainties, key=order.index)
