"""Offices, officers and cases for tests, made through the product's own commands."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import count
from typing import Any

import asyncpg

from netralitas import clock
from netralitas.access.domain import Actor, Role
from netralitas.accounts import store
from netralitas.accounts.domain import (
    Level,
    NewOrganisation,
    OrganisationKind,
    ReceiverRole,
    Seat,
)
from netralitas.audit.domain import Moment, Precision
from netralitas.cases.answers import NOTHING, Answers, LetterAnswer, Paper
from netralitas.cases.commands import make_move
from netralitas.cases.domain import (
    Channel,
    Employment,
    NewCase,
    OpenedCase,
    Person,
    PositionClass,
    Source,
    Theme,
)
from netralitas.cases.facts import FactRequest, record_fact
from netralitas.cases.moving import MoveRequest, Target
from netralitas.database.connection import Connection
from netralitas.database.engine import ENGINE
from netralitas.database.transactions import EVERYTHING, reading, writing
from netralitas.documents.domain import DocumentKind
from netralitas.evidence.domain import Stored
from netralitas.intake.commands import take_in
from netralitas.intake.sealing import ReceiptSealer
from netralitas.investigation.workflow import DECIDED_BY_A_PLENARY
from netralitas.law import book
from netralitas.law.domain import Regime, Zone
from netralitas.vault.cipher import Keys, Purpose
from netralitas.vault.domain import Identity

ZONE = "Asia/Jakarta"
REGION = "99.01"
KEYS = Keys.derive(Purpose.IDENTITY, "1", {"1": b"k" * 32})
RECEIPTS = ReceiptSealer(
    keys=Keys.derive(Purpose.RECEIPT, "1", {"1": b"k" * 32}), secret=b"demo".ljust(32, b".")
)
_letters = count(1)

PEOPLE = (
    ("rina", "Rina Paramita", "kab", Role.INVESTIGATOR),
    ("bagas", "Bagas Wiratama", "kab", Role.INVESTIGATOR),
    ("sari", "Sari Kusumawati", "kab", Role.COMMISSIONER),
    ("tono", "Tono Adiputra", "kab", Role.COMMISSIONER),
    ("wulan", "Wulan Maheswari", "kab", Role.SUPERVISOR),
    ("nita", "Nita Rahmadani", "kab", Role.AUDITOR),
    ("galih", "Galih Pranowo", "prov", Role.COMMISSIONER),
    ("maya", "Maya Larasati", "bkn", Role.LIAISON),
    ("dewa", "Dewa Santika", "bkpsdm", Role.FOLLOW_UP),
    ("endah", "Endah Wijayanti", "bkpsdm", Role.APPOINTING),
    ("putri", "Putri Anggraini", "bkpsdm", Role.SECRETARY),
    ("lain", "Lain Orang", "lain", Role.INVESTIGATOR),
    ("hadi", "Hadi Nugraha", "kab", Role.ADMINISTRATOR),
)

PROVED = frozenset({Role.ADMINISTRATOR, Role.PUBLISHER})
"""Roles of which nearly every act takes a second factor: in tests theirs was shown just now."""


def from_minutes(request: MoveRequest) -> MoveRequest:
    """Return the request; a decision of a plenary is entered from the minutes of its meeting."""
    if request.move not in DECIDED_BY_A_PLENARY:
        return request
    note = request.note or "Rapat diadakan sebelum dicatat di Netralitas."
    return replace(request, note=note, overrides=frozenset({"plenary_recorded"}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    """Everybody by login, and the offices by code."""

    actors: dict[str, Actor]
    offices: dict[str, int]

    def __getattr__(self, login: str) -> Actor:
        """The person of a login."""
        try:
            return self.actors[login]
        except KeyError:
            raise AttributeError(login) from None


async def make_town() -> Town:
    """Commit two levels of Bawaslu, two authorities of which one has ended, and their people."""
    offices: dict[str, int] = {}
    await _make_region()
    async with writing(EVERYTHING) as c:
        for code, superior, name, kind, ended in _OFFICES:
            new = NewOrganisation(
                code=code,
                name=name,
                kind=kind,
                level=_LEVELS.get(code),
                region=REGION,
                superior=offices.get(superior),
                active_to=ended,
                role=_RECEIVE.get(code),
                doubtful_from=ended,
                doubtful_to=date(2024, 9, 4) if ended else None,
            )
            added = await store.add_organisation(c, new)
            assert added is not None
            offices[code] = added
        actors = {
            login: await add_person(c, offices, login, name, office, role)
            for login, name, office, role in PEOPLE
        }
    return Town(actors=actors, offices=offices)


_OFFICES = (
    ("prov", "", "Bawaslu Provinsi Contoh", OrganisationKind.BAWASLU, None),
    ("kab", "prov", "Bawaslu Kabupaten Contoh", OrganisationKind.BAWASLU, None),
    ("lain", "", "Bawaslu Kabupaten Lain", OrganisationKind.BAWASLU, None),
    ("kasn", "", "KASN", OrganisationKind.AUTHORITY, date(2024, 8, 24)),
    ("bkn", "", "BKN", OrganisationKind.AUTHORITY, None),
    ("bkpsdm", "", "BKPSDM Kabupaten Contoh", OrganisationKind.GOVERNMENT, None),
)
_RECEIVE = {
    "kasn": ReceiverRole.OVERSIGHT,
    "bkn": ReceiverRole.OVERSIGHT,
    "bkpsdm": ReceiverRole.STAFF_OFFICE,
}
_LEVELS = {"prov": Level.PROVINCE, "kab": Level.REGENCY, "lain": Level.REGENCY}


async def _make_region() -> None:
    """Insert the regions as the owner would: the application only reads them."""
    dsn = str(ENGINE.config["dsn"]).replace("netralitas_app", "netralitas_owner")
    root = await asyncpg.connect(dsn)
    try:
        await root.execute(
            "INSERT INTO region (code, name, level) VALUES ('99', 'Provinsi Contoh', 'province'),"
            " ('99.01', 'Kabupaten Contoh', 'regency') ON CONFLICT DO NOTHING"
        )
    finally:
        await root.close()


async def add_person(
    c: Connection, offices: dict[str, int], login: str, name: str, office: str, role: Role
) -> Actor:
    """Add an officer with a desk at the office of that code, in the caller's transaction."""
    officer = await store.add_officer(c, login=login, name=name, password=None)
    assert officer is not None
    seat = Seat(organisation=offices[office], title="Petugas", roles=(role,))
    desk = await store.add_desk(c, officer, seat, date(2020, 1, 1))
    assert desk is not None
    _, _, said, kind, _ = next(o for o in _OFFICES if o[0] == office)
    return Actor(
        officer=officer,
        organisation=offices[office],
        desk=desk,
        name=name,
        organisation_name=said,
        organisation_kind=kind.value,
        roles=frozenset({role}),
        zone=ZONE,
        stepped_up_at=clock.now() if role in PROVED else None,
    )


def person(number: int = 1, **changes: Any) -> Person:  # noqa: ANN401 - fields by name
    """A respondent with a name and a post."""
    made = Person(
        name=f"Terlapor Contoh {number}",
        employment=Employment.PNS,
        position_class=PositionClass.ADMINISTRATOR,
        position="Kepala Bidang",
        unit="Dinas Contoh",
        employer="Pemerintah Kabupaten Contoh",
    )
    return replace(made, **changes)


def days_ago(number: int) -> date:
    """The day so many days before today, at the office."""
    return clock.today(Zone(ZONE).tz) - timedelta(days=number)


async def make_case(
    town: Town,
    *respondents: Person,
    received: int = 0,
    reporter: Identity | None = None,
    **changes: Any,  # noqa: ANN401 - fields of NewCase by name
) -> OpenedCase:
    """A report taken in by Rina, so many days ago; about one respondent unless told otherwise."""
    at = clock.now() - timedelta(days=received, minutes=5)
    new = NewCase(
        source=Source.REPORT,
        channel=Channel.DESK,
        regime=Regime.PEMILIHAN,
        theme=Theme.NEUTRALITY,
        region=REGION,
        subject="Hadir pada deklarasi pasangan calon",
        description="Terlapor hadir dengan atribut pasangan calon.",
        received=Moment.time(at, ZONE),
        act_on=days_ago(received + 3),
        act_precision=Precision.DAY,
        known_on=days_ago(received + 2),
        place="Gedung pertemuan",
        respondents=respondents or (person(),),
    )
    return await take_in(
        *(town.rina, replace(new, **changes), reporter),
        book=book.load(),
        keys=KEYS,
        receipts=RECEIPTS,
    )


async def proceedings(case: int) -> list[Any]:
    """Every proceeding of a case, in the order in which they were opened."""
    async with reading(EVERYTHING) as c:
        return await c.fetch(
            "SELECT id, version, workflow, state, respondent FROM proceeding"
            " WHERE case_file = $1 ORDER BY id",
            case,
        )


async def move(
    actor: Actor,
    case: int,
    code: str,
    *,
    workflow: str = "handling",
    happened: Moment | None = None,
    note: str | None = None,
    answers: Answers = NOTHING,
) -> None:
    """Make a move on the handling, or on all open referrals; the second factor is shown.

    What a plenary decides is entered from the minutes of a meeting that was held elsewhere.
    """
    targets = tuple(
        Target(id=row["id"], version=row["version"])
        for row in await proceedings(case)
        if row["workflow"] == workflow
    )
    request = MoveRequest(
        case=case,
        targets=targets,
        move=code,
        happened=happened or Moment.time(clock.now(), ZONE),
        note=note,
        answers=answers,
    )
    await make_move(stepped_up(actor), from_minutes(request), book=book.load())


async def step_up_sessions(*officers: int) -> None:
    """Let the second factor have been shown just now in every session of these officers."""
    async with writing(EVERYTHING) as c:
        await c.execute(
            "UPDATE session SET stepped_up_at = $2 WHERE desk IN"
            " (SELECT id FROM desk WHERE officer = ANY ($1))",
            *(list(officers), clock.now()),
        )


def stepped_up(actor: Actor) -> Actor:
    """The same person, who has just shown their second factor."""
    return replace(actor, stepped_up_at=clock.now())


async def fact(
    actor: Actor,
    case: int,
    code: str,
    answers: Answers = NOTHING,
    *,
    workflow: str = "handling",
) -> int:
    """Record a fact on the first proceeding of the workflow."""
    row = next(each for each in await proceedings(case) if each["workflow"] == workflow)
    request = FactRequest(
        case=case,
        target=Target(id=row["id"], version=row["version"]),
        fact=code,
        happened=Moment.time(clock.now(), ZONE),
        answers=answers,
    )
    return await record_fact(actor, request, book=book.load())


def letter(subject: str = "Penerusan") -> LetterAnswer:
    """A letter of today with a number of its own."""
    printed = f"{next(_letters):03}/PM.00.02/K/2026"
    return LetterAnswer(printed=printed, dated_on=days_ago(0), subject=subject)


def paper(kind: DocumentKind) -> Paper:
    """A paper that is known by digest only; its file is not on the disk."""
    stored = Stored(
        digest=f"{kind.value.encode().hex():0<64}"[:64], size=9, media_type="application/pdf"
    )
    return Paper(kind=kind, title=kind.value, stored=stored)


async def forwarded_case(
    town: Town, *respondents: Person, sent: Moment | None = None, received: int = 0
) -> OpenedCase:
    """A case forwarded to BKN along the usual path, all of its respondents in one letter."""
    opened = await make_case(town, *respondents, received=received)
    await forward_as_usual(town, opened.id, sent)
    return opened


async def forward_as_usual(
    town: Town, case: int, sent: Moment | None = None, *, to: str = "bkn"
) -> None:
    """Bring a report along the usual path to the plenary, and forward everybody."""
    await decide_as_usual(town, case)
    await forward(town, case, sent, to=to)


async def decide_as_usual(town: Town, case: int) -> None:
    """Bring a report along the usual path to the decision of the plenary."""
    await move(town.rina, case, "start_preliminary_study")
    study = Answers(papers=(paper(DocumentKind.PRELIMINARY_STUDY),))
    await move(town.rina, case, "finish_preliminary_study", answers=study)
    await move(town.rina, case, "register")
    await move(town.rina, case, "start_clarification")
    await move(town.rina, case, "finish_clarification")
    study = Answers(papers=(paper(DocumentKind.STUDY),))
    await move(town.rina, case, "submit_to_plenary", answers=study)
    minutes = Answers(papers=(paper(DocumentKind.MINUTES),))
    await move(town.sari, case, "decide_other_law", answers=minutes)


async def forward(town: Town, case: int, sent: Moment | None = None, *, to: str = "bkn") -> None:
    """Forward every respondent of the case to an office."""
    async with reading(EVERYTHING) as c:
        rows = await c.fetch("SELECT id FROM respondent WHERE case_file = $1 ORDER BY id", case)
    answers = Answers(
        letter_out=letter(),
        respondents=tuple(row["id"] for row in rows),
        addressee=town.offices[to],
        papers=(paper(DocumentKind.EVIDENCE_LIST),),
    )
    await move(town.rina, case, "forward", happened=sent, answers=answers)
