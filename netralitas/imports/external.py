"""The rows of a table of other systems, placed: which respondent of which case each one means.

Nothing is invented: a row that names a case or a person nobody knows is refused in a sentence.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, Phase, Relation, refusal
from netralitas.audit.domain import Moment, Precision
from netralitas.cases.likeness.keys import plain_name
from netralitas.cases.nip import NipSealer
from netralitas.database.connection import Connection, Row
from netralitas.imports.domain import Checked, GoodRow, Refused
from netralitas.imports.external_schema import EXTERNAL
from netralitas.referral.external.commands import Told
from netralitas.referral.external.domain import (
    ExternalStanding,
    ExternalSystem,
    ExternalWord,
    unknown_day,
)
from netralitas.referral.external.words import NOTHING_SAID

_NIP_DIGITS: Final = 18
_DAY, _MONTH = 10, 7  # letters of a day and of a month as they are written here

_NO_CASE: Final = "Nomor perkara “{number}” tidak ditemukan di antara perkara yang Anda baca."
_MANY_CASES: Final = (
    "Nomor perkara “{number}” dimiliki {amount} perkara. Tulis nomor lain perkara itu."
)
_NOT_YOURS: Final = (
    "Catatan sistem lain pada perkara ini ditulis oleh Bawaslu pemiliknya atau instansi penerima."
)
_NO_PERSON: Final = "{label} “{person}” bukan terlapor dalam perkara ini yang dapat Anda baca."
_MANY_PERSONS: Final = (
    "Nama “{person}” dimiliki lebih dari satu terlapor dalam perkara ini. Tulis nomor urutnya."
)
_FUTURE: Final = "Tanggal status belum terjadi."
_KNOWN: Final = "Catatan ini sudah ada, dengan isi yang sama."
_TWICE: Final = "Baris ini sama dengan baris {row}."

_CASES: Final = """
SELECT DISTINCT n.printed, f.id, f.owner, f.zone,
       EXISTS (SELECT FROM proceeding p WHERE p.case_file = f.id AND p.addressee = $2) AS handed
FROM case_number n JOIN case_file f ON f.id = n.case_file WHERE n.printed = ANY ($1)
"""
_PEOPLE: Final = """
SELECT id, case_file, ordinal, name, nip_digest FROM respondent WHERE case_file = ANY ($1)
"""
_RECORDS: Final = """
SELECT respondent, system, number, standing, said, as_of, as_of_precision, according_to
FROM external_record WHERE respondent = ANY ($1)
"""

type_key = tuple[object, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """The rows of a table that can be recorded, each with whom it is about, and the others."""

    checked: Checked
    lines: list[Told]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """The cases that the rows name, and the respondents of these, as far as the actor sees them."""

    cases: Mapping[str, Sequence[Row]]
    people: Mapping[int, Sequence[Row]]


class _Unplaced(Exception):  # noqa: N818 - an answer about a row, not an error
    """A row cannot be recorded: the code of the column, and why."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.fault = (code, sentence)


async def place_rows(
    c: Connection, actor: Actor, checked: Checked, sealer: NipSealer, source: str, today: date
) -> Placed:
    """Return the good rows with the respondents they mean; the others refused, with the reason.

    A row that does not say according to whom holds according to the `source` of the table.
    """
    known = await _known(c, actor, checked.good)
    placed: list[tuple[GoodRow, Told]] = []
    faults: list[Refused] = []
    for good in checked.good:
        try:
            placed.append((good, _placed(actor, good, known, sealer, source, today)))
        except _Unplaced as unplaced:
            code, sentence = unplaced.fault
            faults.append(_refused(good, code, sentence))
    before = await _before(c, [told.respondent for _, told in placed])
    repeated = list(_repeated(placed, before))
    gone = {fault.row for fault in repeated}
    return Placed(
        checked=checked.less([*faults, *repeated]),
        lines=[told for good, told in placed if good.row not in gone],
    )


async def _known(c: Connection, actor: Actor, rows: Iterable[GoodRow]) -> _Known:
    numbers = sorted({str(good.values["case"]) for good in rows})
    cases: dict[str, list[Row]] = defaultdict(list)
    for row in await c.fetch(_CASES, numbers, actor.organisation):
        cases[row["printed"]].append(row)
    ids = sorted({row["id"] for found in cases.values() for row in found})
    people: dict[int, list[Row]] = defaultdict(list)
    for row in await c.fetch(_PEOPLE, ids):
        people[row["case_file"]].append(row)
    return _Known(cases=cases, people=people)


def _placed(
    actor: Actor, good: GoodRow, known: _Known, sealer: NipSealer, source: str, today: date
) -> Told:
    case = _case(actor, known, str(good.values["case"]))
    person = str(good.values["respondent"])
    respondent = _respondent(known.people.get(case["id"], ()), person, sealer)
    word = _word(good, source)
    if word.as_of.on is not None and word.as_of.on > today:
        raise _Unplaced("as_of", _FUTURE)
    if not word.says_something:
        raise _Unplaced("number", NOTHING_SAID)
    return Told(respondent=respondent, word=word)


def _case(actor: Actor, known: _Known, number: str) -> Row:
    found = known.cases.get(number, ())
    if not found:
        raise _Unplaced("case", _NO_CASE.format(number=number))
    if len(found) > 1:
        raise _Unplaced("case", _MANY_CASES.format(number=number, amount=len(found)))
    (case,) = found
    if not _may_record(actor, case):
        raise _Unplaced("case", _NOT_YOURS)
    return case


def _may_record(actor: Actor, case: Row) -> bool:
    """Say whether the actor records there; row security has said already that they read it."""
    side = Relation.SUPERIOR
    if case["owner"] == actor.organisation:
        side = Relation.OWNER
    elif case["handed"]:
        side = Relation.RECEIVER_ASKED
    return refusal(actor, Permission.RECORD_EXTERNAL, side, Phase.REFERRED) is None


def _respondent(people: Sequence[Any], person: str, sealer: NipSealer) -> int:
    """Return whom a row means: by the place on the list, the whole NIP, or the name."""
    shown = person
    if person.isdecimal() and len(person) == _NIP_DIGITS:
        digest, shown = sealer.digest(person), f"…{person[-4:]}"
        found = [row["id"] for row in people if row["nip_digest"] == digest]
    elif person.isdecimal():
        found = [row["id"] for row in people if str(row["ordinal"]) == person.lstrip("0")]
    else:
        found = _named(people, person)
    if not found:
        label = EXTERNAL.column("respondent").label
        raise _Unplaced("respondent", _NO_PERSON.format(label=label, person=shown))
    if len(found) > 1:
        raise _Unplaced("respondent", _MANY_PERSONS.format(person=shown))
    return int(found[0])


def _named(people: Sequence[Any], name: str) -> list[int]:
    """Return who is called exactly so; else whose name is the same without titles and spelling."""
    named = [row for row in people if row["name"]]
    exact = [row["id"] for row in named if row["name"].casefold() == name.casefold()]
    wanted = plain_name(name)
    return exact or [row["id"] for row in named if plain_name(row["name"]) == wanted]


def _word(good: GoodRow, source: str) -> ExternalWord:
    said = {code: str(value) for code, value in good.values.items() if value is not None}
    return ExternalWord(
        system=ExternalSystem(said["system"]),
        number=said.get("number", ""),
        standing=ExternalStanding(said.get("standing", ExternalStanding.UNKNOWN)),
        said=said.get("said", ""),
        as_of=as_of_from(said.get("as_of")),
        according_to=said.get("according_to", source),
    )


def as_of_from(text: str | None) -> Moment:
    """Return the day of a cell: "2025-03-14", "2025-03", "2025" or nothing."""
    if text is None:
        return unknown_day()
    precision = {_DAY: Precision.DAY, _MONTH: Precision.MONTH}.get(len(text), Precision.YEAR)
    return Moment(precision=precision, on=date.fromisoformat(f"{text}-01-01"[:_DAY]))


async def _before(c: Connection, respondents: Sequence[int]) -> frozenset[type_key]:
    rows = await c.fetch(_RECORDS, sorted(set(respondents)))
    return frozenset(tuple(row.values()) for row in rows)


def _repeated(
    placed: Sequence[tuple[GoodRow, Told]], before: frozenset[type_key]
) -> Iterable[Refused]:
    """Yield the rows that say again what is recorded, or what an earlier row says."""
    rows: dict[type_key, int] = {}
    for good, told in placed:
        key = _key(told)
        first = rows.setdefault(key, good.row)
        if key in before:
            yield _refused(good, "system", _KNOWN)
        elif first != good.row:
            yield _refused(good, "system", _TWICE.format(row=first))


def _key(told: Told) -> type_key:
    word = told.word
    return (
        *(told.respondent, word.system.value, word.number, word.standing.value, word.said),
        *(word.as_of.on, word.as_of.precision.value, word.according_to),
    )


def _refused(good: GoodRow, code: str, sentence: str) -> Refused:
    return Refused(row=good.row, column=EXTERNAL.column(code).label, sentence=sentence)
