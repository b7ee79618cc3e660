"""The respondents of a case as cards: as they were at the time of the act, and how they stand."""

import msgspec

from netralitas.access.policy import Field, Permission, part_of
from netralitas.audit.domain import Moment, Precision
from netralitas.cases import words
from netralitas.cases.domain import Employment, Person, PositionClass, SealedNip
from netralitas.cases.dossier import LockedProceeding
from netralitas.cases.queries.file import CaseView, hold_possible, state_of
from netralitas.cases.queries.office_notes import office_notes, office_pages
from netralitas.cases.queries.steps import respondent_steps
from netralitas.cases.queries.strips import waiting
from netralitas.database.connection import Connection, Row
from netralitas.discipline.sanctions import imposed_said, recommended_said
from netralitas.investigation.study.domain import Finding
from netralitas.investigation.study.words import findings_said
from netralitas.referral.external.domain import ExternalStanding, ExternalSystem, ExternalWord
from netralitas.referral.external.words import NO_SYSTEMS, Systems, systems_said
from netralitas.refusals import NotVisible
from netralitas.web.parts import NextStep, type_tone
from netralitas.workflow.domain import Holder
from netralitas.workflow_words import WORDS

_RESPONDENTS = """
SELECT id, ordinal, name, employment, position_class, position, unit, employer, grade, nip_last,
       (SELECT coalesce(s.kind, s.level) FROM sanction s
        WHERE s.respondent = r.id AND s.side = 'recommended'
        ORDER BY s.event DESC LIMIT 1) AS recommended,
       (SELECT coalesce(s.kind, s.level) FROM sanction s
        WHERE s.respondent = r.id AND s.side = 'imposed'
        ORDER BY s.event DESC LIMIT 1) AS imposed,
       (SELECT e.details ->> 'signed_by' FROM event e
        JOIN proceeding p ON p.id = e.proceeding AND p.respondent = r.id
        WHERE e.stream = r.case_file AND e.details ? 'signed_by'
          AND NOT EXISTS (SELECT FROM event c WHERE c.corrects = e.id)
        ORDER BY e.id DESC LIMIT 1) AS signer,
       ARRAY(SELECT d.finding FROM respondent_decision d
             WHERE d.respondent = r.id AND d.event = (
                 SELECT max(l.event) FROM respondent_decision l WHERE l.respondent = r.id)
             ORDER BY d.id) AS decided,
       ARRAY(SELECT ROW(x.id, x.system, x.number, x.standing, x.as_of, x.as_of_precision,
                        x.according_to)
             FROM external_record x WHERE x.respondent = r.id ORDER BY x.id) AS external
FROM respondent r WHERE case_file = $1 ORDER BY ordinal
"""
_ONE = """
SELECT name, employment, position_class, position, unit, employer, grade, nip_cipher, nip_digest,
       nip_last, staff
FROM respondent WHERE case_file = $1 AND id = $2
"""
_NIP_LENGTH = 18
_TONES: dict[Holder, type_tone] = {
    Holder.AUTHORITY: "waiting",
    Holder.FOLLOW_UP: "waiting",
    Holder.APPOINTING: "waiting",
    Holder.INVESTIGATOR: "soon",
}


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """A proceeding on a respondent: what it is, and how it stands."""

    title: str
    state: str
    tone: type_tone
    waiting: str
    notes: tuple[str, ...]
    pages: tuple[NextStep, ...]
    steps: tuple[NextStep, ...]


class Respondent(msgspec.Struct, frozen=True, kw_only=True):
    """A respondent in words; `nip` shows the last four digits at most."""

    id: int
    ordinal: int
    name: str
    identified: bool
    employment: str
    position: str | None
    nip: str | None
    decided: str | None
    recommended: str | None
    imposed: str | None
    standings: tuple[Standing, ...]
    systems: Systems
    systems_page: str | None
    edit: str | None
    history: str | None


async def respondents_of(connection: Connection, view: CaseView) -> tuple[Respondent, ...]:
    """Return the respondents in their order, as far as the reader may see them."""
    if Field.RESPONDENTS not in view.seen:
        return ()
    rows = await connection.fetch(_RESPONDENTS, view.dossier.id)
    return tuple(_card(view, row) for row in rows)


async def person_of(connection: Connection, view: CaseView, respondent: int) -> Person:
    """Return a respondent as their row knows them; NotVisible when the reader sees no such one."""
    hold_possible(respondent)
    row = await connection.fetchrow(_ONE, view.dossier.id, respondent)
    if row is None or Field.RESPONDENTS not in view.seen:
        raise NotVisible
    return person_in_row(row, staff=row["staff"])


def person_in_row(row: Row, *, staff: int | None) -> Person:
    """Return the person of a row that has the columns of one; `staff` is their line of a list."""
    nip = None
    if row["nip_cipher"] is not None:
        nip = SealedNip(cipher=row["nip_cipher"], digest=row["nip_digest"], last4=row["nip_last"])
    return Person(
        name=row["name"],
        employment=Employment(row["employment"]),
        position_class=PositionClass(row["position_class"]),
        position=row["position"],
        unit=row["unit"],
        employer=row["employer"],
        grade=row["grade"],
        nip=nip,
        staff=staff,
    )


def masked(last: str | None) -> str | None:
    """Return a NIP of which only its last digits are known; the front holds the birth date."""
    return None if last is None else "•" * (_NIP_LENGTH - len(last)) + last


def _card(view: CaseView, row: Row) -> Respondent:
    edit = f"/perkara/{view.dossier.id}/terlapor/{row['id']}"
    sent = [p for p in view.dossier.proceedings if p.respondent == row["id"]]
    recommended, imposed = row["recommended"], row["imposed"]
    return Respondent(
        id=row["id"],
        ordinal=row["ordinal"],
        name=row["name"] or words.UNIDENTIFIED,
        identified=row["name"] is not None,
        employment=words.EMPLOYMENTS[Employment(row["employment"])],
        position=_position(row),
        nip=masked(row["nip_last"]) if Field.NIP_MASKED in view.seen else None,
        decided=_decided(view, row),
        recommended=recommended_said(recommended) if recommended else None,
        imposed=imposed_said(imposed) if imposed and Field.REFERRAL in view.seen else None,
        standings=tuple(_standing(view, p, row) for p in sent if part_of(p.workflow) in view.seen),
        systems=_systems(view, row),
        systems_page=f"{edit}/sistem-lain" if Field.REFERRAL in view.seen else None,
        edit=edit if view.may(Permission.ADD_RESPONDENT) else None,
        history=f"{edit}/riwayat" if Field.NIP_MASKED in view.seen else None,
    )


def _decided(view: CaseView, row: Row) -> str | None:
    """Return what the plenary found of the respondent, to those who follow its decision."""
    if Field.DECISION not in view.seen or not row["decided"]:
        return None
    return findings_said(tuple(map(Finding, row["decided"])))


def _systems(view: CaseView, row: Row) -> Systems:
    """Return what other systems say of the respondent, to those who follow hand-overs."""
    if Field.REFERRAL not in view.seen or not row["external"]:
        return NO_SYSTEMS
    return systems_said(
        ExternalWord(
            id=identity,
            system=ExternalSystem(system),
            number=number,
            standing=ExternalStanding(standing),
            as_of=Moment(precision=Precision(precision), on=on),
            according_to=according_to,
        )
        for identity, system, number, standing, on, precision, according_to in row["external"]
    )


def _position(row: Row) -> str | None:
    """Return post, unit and employer in one line; the class of the post where no post is known."""
    post = row["position"]
    if post is None and row["position_class"] != PositionClass.UNKNOWN:
        post = words.POSITION_CLASSES[PositionClass(row["position_class"])]
    said = [text for text in (post, row["unit"], row["employer"]) if text]
    if row["grade"]:
        said.append(f"golongan {row['grade']}")
    return ", ".join(said) or None


def _standing(view: CaseView, proceeding: LockedProceeding, row: Row) -> Standing:
    state = state_of(proceeding)
    title = WORDS[proceeding.workflow].title
    return Standing(
        title=title.format(office=view.file.organisation(proceeding.addressee)),
        state=state.label,
        tone=_TONES.get(state.holder, "neutral"),
        waiting=waiting(view, proceeding),
        notes=office_notes(view, proceeding, row),
        pages=office_pages(view, proceeding),
        steps=respondent_steps(view, proceeding),
    )
