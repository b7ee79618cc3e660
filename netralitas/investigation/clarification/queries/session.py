"""The page of one session."""

from netralitas.cases.queries import CaseView, title
from netralitas.database.connection import Connection
from netralitas.investigation.clarification import store, words
from netralitas.investigation.clarification.domain import (
    Conduct,
    Person,
    Said,
    Session,
    SessionState,
)
from netralitas.investigation.clarification.pages import AnswerLine, SessionPage
from netralitas.investigation.clarification.queries.overview import (
    TONES,
    base,
    crumbs,
    invitation_of,
    session_seen,
)
from netralitas.investigation.holding import keeps
from netralitas.law.domain import Zone
from netralitas.law.words import day
from netralitas.web.parts import Crumb, Link


async def session_page(c: Connection, view: CaseView, identity: int) -> SessionPage:
    """Return the session as it stands; the form of the next question is left to the caller."""
    session, person = await session_seen(c, view, identity)
    here = f"{base(view)}/sesi/{session.id}"
    writes = keeps(view) and session.state is SessionState.PLANNED
    begun = view.now >= session.begins_at
    return SessionPage(
        crumbs=crumbs(view, Crumb(person.short)),
        title=f"Sesi klarifikasi {person.short}",
        caption=title(view),
        back=base(view),
        state=words.STATES[session.state],
        tone=TONES[session.state],
        figures=(
            ("Yang diklarifikasi", person.label),
            *_figures(view, session),
            *_conducted(session.conduct),
        ),
        answers=tuple(
            _answer(each, here if writes else None) for each in await store.answers(c, session.id)
        ),
        form=None,
        action=f"{here}/jawaban",
        ways=_ways(here, session, begun=begun) if keeps(view) else (),
        close=f"{here}/penutupan" if writes and begun else None,
        protected=person.protected,
    )


async def answer_seen(
    c: Connection, view: CaseView, session: int, identity: int
) -> tuple[Session, Person, Said | None]:
    """Return an answer of a session, None where the session has none of that id."""
    found, person = await session_seen(c, view, session)
    said = await store.answers(c, session)
    return found, person, next((each for each in said if each.id == identity), None)


def _figures(view: CaseView, session: Session) -> tuple[tuple[str, str], ...]:
    zone = Zone(view.dossier.zone)
    received = None
    if session.received_how and session.received_on:
        received = f"{words.DELIVERIES[session.received_how]}, {day(session.received_on)}"
    said = (
        ("Waktu", words.hours(session.begins_at, session.ends_at, zone)),
        ("Cara", words.MODES[session.mode]),
        ("Alasan sesi daring", words.GROUNDS[session.ground] if session.ground else None),
        ("Tempat", session.place),
        ("Tautan", session.link),
        ("Petugas", session.officer_name),
        ("Pencatat", session.recorder_name),
        ("Undangan", invitation_of(session)),
        ("Diterima", received or words.NOT_PROVED),
        ("Alasan undangan terlambat", session.late_reason),
    )
    return tuple((label, value) for label, value in said if value)


def _conducted(conduct: Conduct | None) -> tuple[tuple[str, str], ...]:
    if conduct is None:
        return ()
    said = (
        ("Pemeriksaan identitas", "Sudah" if conduct.identity_checked else "Belum"),
        ("Sumpah atau janji", words.OATHS[conduct.oath]),
        ("Alasan tidak bersedia disumpah", conduct.oath_reason),
        ("Pendampingan", words.COMPANIONS[conduct.companion]),
        ("Dibacakan kembali", "Sudah" if conduct.read_back else "Belum"),
        ("Tanda tangan", words.SIGNATURES[conduct.signed]),
        ("Alasan tidak menandatangani", conduct.signed_reason),
        ("Rekaman", "Direkam secara audiovisual" if conduct.recorded else None),
    )
    return tuple((label, value) for label, value in said if value)


def _answer(said: Said, here: str | None) -> AnswerLine:
    return AnswerLine(
        ordinal=said.ordinal,
        question=said.question,
        answer=said.answer,
        change=f"{here}/jawaban/{said.id}" if here else None,
    )


def _ways(here: str, session: Session, *, begun: bool) -> tuple[Link, ...]:
    planned = session.state is SessionState.PLANNED
    found = []
    if planned and session.invitation:
        found.append(Link(label=words.NOTE_RECEIPT, href=f"{here}/penerimaan"))
    if planned and begun:
        found.append(Link(label=words.NOTE_ABSENCE, href=f"{here}/ketidakhadiran"))
    if planned:
        found.append(Link(label=words.CANCEL, href=f"{here}/pembatalan"))
    if session.state is SessionState.HELD or (planned and begun):
        found.append(Link(label=words.ATTACH, href=f"{here}/rekaman"))
    return tuple(found)
