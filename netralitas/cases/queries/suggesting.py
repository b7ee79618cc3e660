"""What the form of a step at the office suggests: safe days, and what to know before it is sent."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

import msgspec

from netralitas.audit.domain import Precision
from netralitas.cases import words
from netralitas.cases.domain import PositionClass, SanctionLevel
from netralitas.cases.queries.acts import Act
from netralitas.database.connection import Connection
from netralitas.discipline.policy import imposing
from netralitas.discipline.policy.summons import (
    DISCIPLINE_SUMMONS,
    ETHICS_SUMMONS,
    SafeDay,
    safe_day,
    second_letter,
)
from netralitas.discipline.policy.terms import last_day
from netralitas.discipline.sanctions import kind_of
from netralitas.discipline.words import SIGNERS, STANDINGS
from netralitas.law.deadline import due
from netralitas.law.domain import Zone
from netralitas.law.refusals import CannotCompute, NotInForce
from netralitas.law.words import day
from netralitas.web.forms import Happened
from netralitas.workflow.domain import Ask

_EFFECTIVE: Final = "asn.sk_effective"
_STOPPED_BY: Final = ("objection_filed", "appeal_filed")
_LEVELS: Final = (SanctionLevel.LIGHT, SanctionLevel.MEDIUM, SanctionLevel.HEAVY)

_POSITION = "SELECT position_class FROM respondent WHERE case_file = $1 AND id = $2"
_WARNED = """
SELECT count(*) FROM event e
WHERE e.stream = $1 AND e.proceeding = $2 AND 'warned' = ANY (e.facts)
  AND NOT EXISTS (SELECT FROM event c WHERE c.corrects = e.id)
"""


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence to know before the form is sent, its article, and how sure that is."""

    text: str
    basis: str | None = None
    certainty: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggested:
    """What a form is first shown with, by field, and the notes above it."""

    values: Mapping[str, Any] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()


_NOTHING: Final = Suggested()


async def suggested_for(connection: Connection, act: Act) -> Suggested:
    """Return what the form of the act suggests; most suggest nothing."""
    if act.proceeding is None:
        return _NOTHING
    if act.workflow.code == "compliance" and act.code == "warn":
        return await _warning(connection, act)
    if act.workflow.code != "discipline":
        return _NOTHING
    if Ask.IMPOSED in act.asked:
        return await _decree(connection, act)
    suggest = _BY_CODE.get(act.code)
    return suggest(act) if suggest else _NOTHING


def _summons(act: Act) -> Suggested:
    safe = safe_day(act.code, act.view.today, act.view.book)
    if safe is None:
        return _NOTHING
    if act.code in DISCIPLINE_SUMMONS:
        said = (
            f"Usulan hari pemeriksaan: {day(safe.on)}, tepat {safe.rule.number} hari kerja setelah"
            " surat bertanggal hari ini. Jarak itu aman menurut kedua bacaan aturannya."
        )
    else:
        said = (
            f"Usulan hari sidang: {day(safe.on)}, {safe.rule.number} hari kerja setelah surat"
            " bertanggal hari ini. Aturan instansi lain dipakai sebagai pembanding."
        )
    return Suggested(values={"exam_on": safe.on}, notes=(_note(said, safe), *_second(act)))


def _second(act: Act) -> tuple[Note, ...]:
    """Return when the second ethics summons is due, counted from the first."""
    first = _told(act, "ethics_summoned")
    safe = second_letter(first, act.view.book) if first else None
    if act.code != "summon_ethics_again" or safe is None:
        return ()
    said = (
        f"Surat panggilan kedua menurut aturan pembanding bertanggal {day(safe.on)},"
        f" {safe.rule.number} hari kerja setelah panggilan pertama."
    )
    return (_note(said, safe),)


def _effect(act: Act) -> Suggested:
    """Return the day on which a delivered decree takes effect, if nothing has stopped it."""
    received = _told(act, "sk_received")
    if received is None or any(_told(act, fact) for fact in _STOPPED_BY):
        return _NOTHING
    try:
        rule = act.view.book.rule(_EFFECTIVE, received)
        on = due(rule, received, act.view.book.calendar(), Zone(act.view.dossier.zone)).on
    except (CannotCompute, NotInForce):
        return _NOTHING
    said = (
        f"Hari kerja ke-{rule.number} setelah surat keputusan diterima"
        f" ({day(received)}) jatuh pada {day(on)}."
    )
    return Suggested(values=_happened(act, on), notes=(_note(said, SafeDay(on=on, rule=rule)),))


def _term(act: Act) -> Suggested:
    """Return the last day of the punishment, by the months of its kind."""
    begun = _told(act, "in_force")
    imposed = act.view.dossier.imposed.get(act.proceeding.id if act.proceeding else 0)
    kind = kind_of(imposed) if imposed else None
    if begun is None or kind is None or kind.months is None:
        return _NOTHING
    on = last_day(begun, kind.months)
    said = f"{kind.label}: berlaku sejak {day(begun)}, masa {kind.months} bulan berakhir {day(on)}."
    note = Note(text=said, basis=kind.article, certainty=kind.certainty.value)
    return Suggested(values=_happened(act, on), notes=(note,))


async def _decree(connection: Connection, act: Act) -> Suggested:
    """Return who may impose which level on this respondent, and how they were found to stand."""
    proceeding = act.proceeding
    if proceeding is None:
        return _NOTHING
    checked = act.view.dossier.checks.get(proceeding.id)
    standing: tuple[Note, ...] = ()
    if checked is not None:
        since = f" sejak {day(checked.since)}" if checked.since else ""
        said = f"Pemeriksaan status terakhir: {STANDINGS[checked.standing].lower()}{since}."
        standing = (Note(text=said),)
    if Ask.SIGNED_BY not in act.asked or proceeding.respondent is None:
        return Suggested(notes=standing)
    row = await connection.fetchval(_POSITION, act.view.dossier.id, proceeding.respondent)
    return Suggested(notes=(*standing, *_able(PositionClass(row))))


def _able(position: PositionClass) -> tuple[Note, ...]:
    said = []
    for level in _LEVELS:
        signers = imposing.may_impose(level, position)
        if signers:
            named = " atau ".join(SIGNERS[signer] for signer in signers)
            said.append(f"{words.SANCTIONS[level].lower()} oleh {named}")
    if not said:
        return ()
    text = f"Yang berwenang menurut tabel, bagi {words.POSITION_CLASSES[position].lower()}: "
    return (
        Note(
            text=f"{text}{'; '.join(said)}. Tabel ini tidak menghalangi keputusan.",
            basis=imposing.SOURCE,
            certainty=imposing.CERTAINTY,
        ),
    )


async def _warning(connection: Connection, act: Act) -> Suggested:
    going = act.proceeding.id if act.proceeding else 0
    before = await connection.fetchval(_WARNED, act.view.dossier.id, going)
    return Suggested(notes=(Note(text=f"Ini teguran ke-{before + 1}."),))


def _told(act: Act, fact: str) -> date | None:
    found = act.view.dossier.told.get((act.proceeding.id if act.proceeding else 0, fact))
    return found.on if found else None


def _happened(act: Act, on: date) -> dict[str, Any]:
    """Return the day as when it happened, once it has come."""
    if on > act.view.today:
        return {}
    return {"happened": Happened(precision=Precision.DAY, on=on)}


def _note(said: str, safe: SafeDay) -> Note:
    return Note(text=said, basis=safe.rule.article, certainty=safe.rule.certainty.value)


_BY_CODE: Final[Mapping[str, Callable[[Act], Suggested]]] = {
    **dict.fromkeys((*DISCIPLINE_SUMMONS, *ETHICS_SUMMONS), _summons),
    "enter_into_force": _effect,
    "term_served": _term,
}
