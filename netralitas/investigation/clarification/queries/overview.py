"""The list of people to be heard in a case, with their sessions."""

from collections.abc import Sequence
from typing import Final

from netralitas.cases.queries import CaseView, title
from netralitas.cases.queries.deadlines import clocks_of
from netralitas.database.connection import Connection
from netralitas.investigation.clarification import store, words
from netralitas.investigation.clarification.domain import (
    HeardRole,
    Mode,
    Person,
    Session,
    SessionState,
)
from netralitas.investigation.clarification.pages import (
    ClarificationPage,
    PersonLine,
    SessionLine,
)
from netralitas.investigation.clarification.policy import NOT_NOW, OPEN, next_invitation
from netralitas.investigation.holding import keeps
from netralitas.investigation.workflow import bases
from netralitas.law.domain import Zone
from netralitas.law.words import day
from netralitas.refusals import NotVisible, RuleBroken
from netralitas.vault.domain import Subject
from netralitas.vault.queries import entries_of
from netralitas.web.parts import Crumb, Link, type_tone
from netralitas.workflow.engine import basis_in

TONES: Final[dict[SessionState, type_tone]] = {
    SessionState.PLANNED: "soon",
    SessionState.HELD: "done",
    SessionState.ABSENT: "late",
    SessionState.CANCELLED: "neutral",
}
_BASIS: Final = (*bases.CLARIFICATION, *bases.INVITATION, *bases.SESSION)
_OFFICERS: Final = """
SELECT DISTINCT o.id, o.name FROM officer o JOIN desk d ON d.officer = o.id
WHERE d.organisation = $1 AND d.roles && '{investigator,commissioner}'::text[]
  AND (d.valid_to IS NULL OR d.valid_to >= $2) AND o.disabled_at IS NULL
  AND NOT o.is_system
ORDER BY o.name, o.id LIMIT 200
"""
_RESPONDENTS: Final = """
SELECT id, ordinal, name FROM respondent WHERE case_file = $1 ORDER BY ordinal
"""
_ROLE_OF: Final = {
    Subject.REPORTER: HeardRole.REPORTER,
    Subject.INFORMANT: HeardRole.INFORMANT,
    Subject.WITNESS: HeardRole.WITNESS,
}

type_pairs = list[tuple[str, str]]


def base(view: CaseView) -> str:
    """Return where the clarification of the case stands."""
    return f"/perkara/{view.dossier.id}/klarifikasi"


def crumbs(view: CaseView, *further: Crumb) -> tuple[Crumb, ...]:
    """Return the way to a page of the clarification."""
    way = (Crumb("Perkara", "/perkara"), Crumb(title(view), f"/perkara/{view.dossier.id}"))
    if not further:
        return (*way, Crumb(words.TITLE))
    return (*way, Crumb(words.TITLE, base(view)), *further)


async def clarification_page(c: Connection, view: CaseView) -> ClarificationPage:
    """Return who is heard in the case, and what became of their sessions."""
    sessions = await store.sessions(c, view.dossier.id)
    handling = view.dossier.handling()
    open_now = handling.state in OPEN
    writes = keeps(view) and open_now
    finish = f"/perkara/{view.dossier.id}/langkah/{handling.id}/finish_clarification"
    return ClarificationPage(
        crumbs=crumbs(view),
        title=words.TITLE,
        caption=title(view),
        back=f"/perkara/{view.dossier.id}",
        people=tuple(
            _line(view, person, sessions, writes=writes)
            for person in await store.people(c, view.dossier.id)
        ),
        basis=tuple(dict.fromkeys(basis_in(_BASIS, view.dossier.regime))),
        deadlines=(await clocks_of(c, view, ())).running,
        add=f"{base(view)}/orang" if writes else None,
        finish=finish if writes and handling.state == "clarification" else None,
        note=None if open_now else NOT_NOW,
    )


async def person_seen(c: Connection, view: CaseView, identity: int) -> Person:
    """Return somebody to be heard; NotVisible for anybody else."""
    for person in await store.people(c, view.dossier.id):
        if person.id == identity:
            return person
    raise NotVisible


async def session_seen(c: Connection, view: CaseView, identity: int) -> tuple[Session, Person]:
    """Return a session of the case with whom it is held; NotVisible for any other."""
    for session in await store.sessions(c, view.dossier.id):
        if session.id == identity:
            return session, await person_seen(c, view, session.person)
    raise NotVisible


async def officers(c: Connection, view: CaseView) -> type_pairs:
    """Return who may hear and write: investigators and commissioners not excluded from the case."""
    excluded = {one.officer for one in view.file.exclusions}
    rows = await c.fetch(_OFFICERS, view.dossier.owner, view.today)
    return [(str(row["id"]), row["name"]) for row in rows if row["id"] not in excluded]


async def people_to_choose(c: Connection, view: CaseView) -> dict[str, type_pairs]:
    """Return the respondents, and the entries of the vault by role and number alone."""
    rows = await c.fetch(_RESPONDENTS, view.dossier.id)
    counted: dict[Subject, int] = {}
    entries = []
    for entry in await entries_of(c, view.dossier.id):
        counted[entry.subject] = counted.get(entry.subject, 0) + 1
        if entry.erased_at is None:
            said = words.label(_ROLE_OF[entry.subject], counted[entry.subject], None)
            entries.append((str(entry.id), said))
    return {
        "respondent": [
            (str(row["id"]), words.label(HeardRole.RESPONDENT, row["ordinal"], row["name"]))
            for row in rows
        ],
        "vault_entry": entries,
    }


def _line(
    view: CaseView, person: Person, sessions: Sequence[Session], *, writes: bool
) -> PersonLine:
    own = [session for session in sessions if session.person == person.id]
    return PersonLine(
        label=person.label,
        said=person.expertise or (words.NAMELESS if person.protected else None),
        sessions=tuple(_session(view, session) for session in own),
        invite=_invite(view, person, own) if writes else None,
    )


def _invite(view: CaseView, person: Person, own: Sequence[Session]) -> Link | None:
    try:
        ordinal = next_invitation(own)
    except RuleBroken:
        return None
    label = words.INVITE if ordinal == 1 else words.INVITE_AGAIN
    return Link(label=label, href=f"{base(view)}/orang/{person.id}/undangan")


def _session(view: CaseView, session: Session) -> SessionLine:
    zone = Zone(view.dossier.zone)
    received = session.received_on
    return SessionLine(
        href=f"{base(view)}/sesi/{session.id}",
        when=words.hours(session.begins_at, session.ends_at, zone),
        place=place_of(session),
        officer=session.officer_name,
        state=words.STATES[session.state],
        tone=TONES[session.state],
        invitation=invitation_of(session),
        received=day(received) if received else None,
    )


def place_of(session: Session) -> str:
    """Return where a session is held."""
    return "Daring" if session.mode is Mode.ONLINE else session.place


def invitation_of(session: Session) -> str:
    """Return which invitation called to a session, with its number."""
    said = words.INVITATIONS[session.invitation]
    return f"{said}, nomor {session.printed}" if session.printed else said
