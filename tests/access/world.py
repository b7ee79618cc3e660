"""The world of the access matrix: one case in each phase, built by the product's own commands.

Offices: `prov` above `kab` (the owner), `lain` beside it; `bkn` and `unit` receive. Of the two
respondents the first is forwarded to `bkn`, which accepts, the second to `unit`, which has not yet
answered.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from netralitas import clock
from netralitas.access.domain import Actor, Role
from netralitas.accounts.commands import administration
from netralitas.accounts.domain import NewOrganisation, OrganisationKind, Seat
from netralitas.accounts.queries import desks_of
from netralitas.audit.domain import Moment, Precision
from netralitas.cases.answers import Answers, LetterAnswer, Paper
from netralitas.cases.archive.commands import open_handover
from netralitas.cases.archive.domain import NewHandover
from netralitas.cases.commands import make_move
from netralitas.cases.corrections import CorrectionRequest, propose_correction
from netralitas.cases.domain import (
    Channel,
    Employment,
    ExclusionGround,
    NewCase,
    Person,
    PositionClass,
    Source,
    Theme,
)
from netralitas.cases.exclusions import exclude
from netralitas.cases.moving import MoveRequest, Target
from netralitas.database.connection import Row
from netralitas.database.transactions import EVERYTHING, reading, writing
from netralitas.documents.domain import DocumentKind
from netralitas.documents.official.commands import Content, Issue, issue_in
from netralitas.evaluation.commands import NewDecision, NewMeeting, Plan, decide, hold, plan
from netralitas.evaluation.domain import MeetingKind
from netralitas.evidence.storage import Storage
from netralitas.evidence.web.commands import add_address, ask_capture
from netralitas.evidence.web.domain import Category, Finder, NewAddress, Platform
from netralitas.intake.commands import take_in
from netralitas.intake.sealing import ReceiptSealer
from netralitas.law.book import RuleBook
from netralitas.law.domain import Regime
from netralitas.prevention.commands import plan_activity
from netralitas.prevention.domain import ActivityKind, NewActivity, Together
from netralitas.vault.cipher import Keys
from tests.access.visitors import PHASES
from tests.make import from_minutes

ABSENT: Final = 999_999
PASSWORD: Final = "kata sandi yang panjang"
REGION: Final = "19.06.01"

OFFICES: Final = (
    ("prov", None, OrganisationKind.BAWASLU),
    ("kab", "prov", OrganisationKind.BAWASLU),
    ("lain", "prov", OrganisationKind.BAWASLU),
    ("bkn", None, OrganisationKind.AUTHORITY),
    ("unit", None, OrganisationKind.AUTHORITY),
    ("pemda", None, OrganisationKind.GOVERNMENT),
)
"""Code, code of the superior, kind."""

PEOPLE: Final = {
    "investigator": ("kab", Role.INVESTIGATOR),
    "commissioner": ("kab", Role.COMMISSIONER),
    "supervisor": ("kab", Role.SUPERVISOR),
    "auditor": ("kab", Role.AUDITOR),
    "publisher": ("kab", Role.PUBLISHER),
    "secretary": ("kab", Role.SECRETARY),
    "administrator": ("kab", Role.ADMINISTRATOR),
    "excluded": ("kab", Role.INVESTIGATOR),
    "superior": ("prov", Role.COMMISSIONER),
    "liaison": ("bkn", Role.LIAISON),
    "asked": ("unit", Role.LIAISON),
    "outsider": ("lain", Role.INVESTIGATOR),
}
"""Visitor, who is also the login: where they sit, as what."""

OFFERED: Final = {
    "intake": "start_preliminary_study",
    "preliminary": "finish_preliminary_study",
    "registered": "start_clarification",
    "study": "finish_clarification",
    "plenary": "decide_other_law",
    "decided": "forward",
    "referred": "announce_status",
    "closed": "reopen",
}
"""The move of the handling that leads on from each phase."""

PATH: Final = (
    ("intake", ()),
    ("preliminary", ("start_preliminary_study",)),
    ("registered", ("finish_preliminary_study", "register")),
    ("study", ("start_clarification",)),
    ("plenary", ("finish_clarification", "submit_to_plenary")),
    ("decided", ("decide_other_law",)),
    ("referred", ("forward", "forward_more", "receive")),
    ("closed", ("announce_status", "close")),
)
"""The moves that lead from each phase to the next."""

_PROCEEDINGS = """
    SELECT id, version, workflow, addressee FROM proceeding WHERE case_file = $1 ORDER BY id
"""
_EVIDENCE = "SELECT min(id) FROM document WHERE case_file = $1 AND kind = 'evidence_list'"
_RESPONDENTS = "SELECT id FROM respondent WHERE case_file = $1 ORDER BY ordinal"
_FIRST_LETTER = "SELECT min(id) FROM letter WHERE case_file = $1"
_FIRST_EVENT = "SELECT min(id) FROM event WHERE stream = $1"
_FIRST_CLOCK = "SELECT min(id) FROM clock WHERE case_file = $1"
_FIRST_PACKAGE = "SELECT min(id) FROM package WHERE case_file = $1"
_CLOCK_OF = "SELECT min(id) FROM clock WHERE proceeding = $1"
_FIRST_PAPER = "SELECT min(id) FROM document WHERE case_file = $1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What the addresses of a case in one phase are made of; ABSENT for what it has not."""

    case: int
    handling: int
    move: str
    fact: str
    event: int
    proposal: int
    respondent: int
    document: int
    evidence: int
    accepted: int
    package: int
    waiting: int
    clock: int
    verification: int
    activity: int
    archive: int
    web_address: int
    meeting: int
    held: int
    spare: int
    decision: int
    thread: str = field(default="criminal", init=False)
    opening: str = field(default="open", init=False)
    letter_draft: str = field(default="surat-pengantar-penerusan", init=False)
    letter: int
    keeping: str = field(default="penyimpanan", init=False)
    official: int
    official_form: str = field(default="surat-penerusan", init=False)
    official_file: str = field(default="pdf", init=False)


class World:
    """Builds the world on the open engine; afterwards `places` holds a case for each phase."""

    def __init__(self, *, book: RuleBook, keys: Keys, receipts: ReceiptSealer, data: Path) -> None:
        """`data` is the folder in which papers are kept."""
        self.book = book
        self.keys = keys
        self.receipts = receipts
        self.storage = Storage(data / "files")
        self.actors: dict[str, Actor] = {}
        self.offices: dict[str, int] = {}
        self.places: dict[str, Place] = {}
        self.activity = ABSENT
        self.archive = ABSENT
        self.web_address = ABSENT
        self.meetings: dict[str, int] = {}
        self._letters = 0

    async def build(self) -> None:
        """Add offices and people, and one case for each phase."""
        await self._people()
        self.activity = await plan_activity(self.actors["investigator"], _activity())
        self.archive = await open_handover(self.actors["investigator"], _parties())
        self.web_address = await add_address(self.actors["investigator"], _web_address())
        await ask_capture(self.actors["investigator"], self.web_address)  # it waits for ever
        await self._meetings()
        for number, phase in enumerate(PHASES):
            case = await self._opened(phase)
            for _, moves in PATH[: number + 1]:
                for move in moves:
                    await self._make(case, move)
            excluded = self.actors["excluded"].officer
            await exclude(
                self.actors["commissioner"], case, excluded, ExclusionGround.RELATED, "Kerabat."
            )
            self.places[phase] = await self._place(case, phase)

    async def _meetings(self) -> None:
        """Plan three meetings with the local government, of which one is held and decides."""
        secretary, today = self.actors["secretary"], clock.now().date()
        for name in ("meeting", "held", "spare"):
            wanted = Plan(title="Rapat rekaan", planned_on=today, place="Aula")
            new = NewMeeting(
                kind=MeetingKind.PERIODIC, other_party=self.offices["pemda"], plan=wanted
            )
            self.meetings[name] = await plan(secretary, new)
        await hold(secretary, self.meetings["held"], today)
        said = NewDecision(text="Keputusan", organisation=self.offices["pemda"], due_on=today)
        self.meetings["decision"] = await decide(secretary, self.meetings["held"], said)

    async def _people(self) -> None:
        system = await administration.as_system()
        for code, superior, kind in OFFICES:
            new = NewOrganisation(
                code=code,
                name=f"Kantor {code}",
                kind=kind,
                superior=self.offices[superior] if superior else None,
            )
            self.offices[code] = await administration.add_organisation(new, actor=system)
        for login, (code, role) in PEOPLE.items():
            seat = Seat(
                organisation=self.offices[code],
                title="Meja",
                roles=(role,),
                valid_from=date(2020, 1, 1),
            )
            officer = await administration.add_officer(
                login=login, name=f"Nama {login}", password=PASSWORD, seat=seat, actor=system
            )
            kind = next(kind for each, _, kind in OFFICES if each == code)
            self.actors[login] = await self._actor(officer, f"Nama {login}", kind)

    async def _actor(self, officer: int, name: str, kind: OrganisationKind) -> Actor:
        async with reading(EVERYTHING) as c:
            [desk] = await desks_of(c, officer, clock.now())
        return Actor(
            officer=officer,
            organisation=desk.organisation,
            desk=desk.id,
            name=name,
            organisation_name=desk.organisation_name,
            organisation_kind=kind,
            roles=desk.roles,
            stepped_up_at=clock.now(),
            zone=desk.zone,
        )

    async def _opened(self, phase: str) -> int:
        now = clock.now()
        act_on = (now - timedelta(days=2)).date()
        new = NewCase(
            source=Source.REPORT,
            channel=Channel.DESK,
            regime=Regime.PEMILIHAN,
            theme=Theme.NEUTRALITY,
            region=REGION,
            subject=f"Perkara pada tahap {phase}",
            description="Perkara rekaan untuk menguji akses.",
            received=Moment.time(now),
            act_on=act_on,
            act_precision=Precision.DAY,
            known_on=act_on,
            respondents=(_person("Terlapor Pertama"), _person("Terlapor Kedua")),
        )
        opened = await take_in(
            *(self.actors["investigator"], new, None),
            book=self.book,
            keys=self.keys,
            receipts=self.receipts,
        )
        return opened.id

    async def _make(self, case: int, move: str) -> None:
        """Make one move of PATH, by the person whose move it is, with the papers it asks for."""
        who = {
            "decide_other_law": "commissioner",
            "forward": "commissioner",
            "forward_more": "commissioner",
            "receive": "liaison",
        }.get(move, "investigator")
        async with reading(EVERYTHING) as c:
            rows = await c.fetch(_PROCEEDINGS, case)
            people = [row["id"] for row in await c.fetch(_RESPONDENTS, case)]
        wanted = self.offices["bkn"] if move == "receive" else None
        target = next(row for row in rows if row["addressee"] == wanted)
        request = MoveRequest(
            case=case,
            targets=(Target(id=target["id"], version=target["version"]),),
            move=move,
            happened=Moment.time(clock.now()),
            answers=await self._answers(move, people),
        )
        await make_move(self.actors[who], from_minutes(request), book=self.book)

    async def _answers(self, move: str, people: list[int]) -> Answers:
        papers = {
            "finish_preliminary_study": DocumentKind.PRELIMINARY_STUDY,
            "submit_to_plenary": DocumentKind.STUDY,
            "decide_other_law": DocumentKind.MINUTES,
            "forward": DocumentKind.EVIDENCE_LIST,
        }
        given: dict[str, Any] = {}
        if move in papers:
            stored = await self.storage.keep(f"Berkas {move}".encode(), 1_000_000)
            given["papers"] = (Paper(kind=papers[move], title=f"Berkas {move}", stored=stored),)
        if move in {"forward", "forward_more"}:
            first = move == "forward"
            given["letter_out"] = self._letter(clock.now())
            given["addressee"] = self.offices["bkn" if first else "unit"]
            given["respondents"] = (people[0 if first else 1],)
        return Answers(**given)

    def _letter(self, on: datetime) -> LetterAnswer:
        self._letters += 1
        return LetterAnswer(
            printed=f"{self._letters:03}/PP.01/K.XX/{on:%m/%Y}",
            dated_on=on.date(),
            subject="Penerusan",
            method="kurir",
            sent_on=on.date(),
        )

    async def _place(self, case: int, phase: str) -> Place:
        async with reading(EVERYTHING) as c:
            rows = await c.fetch(_PROCEEDINGS, case)
            event = await c.fetchval(_FIRST_EVENT, case)
            document = await c.fetchval(_FIRST_PAPER, case)
            evidence = await c.fetchval(_EVIDENCE, case)
            letter = await c.fetchval(_FIRST_LETTER, case)
            first = await c.fetch(_RESPONDENTS, case)
            by_addressee = {row["addressee"]: row["id"] for row in rows}
            accepted = by_addressee.get(self.offices["bkn"], ABSENT)
            package = await c.fetchval(_FIRST_PACKAGE, case)
            clock = await c.fetchval(_FIRST_CLOCK, case)
            verification = await c.fetchval(_CLOCK_OF, accepted)
        handling = next(row for row in rows if row["addressee"] is None)
        return Place(
            case=case,
            handling=handling["id"],
            move=OFFERED[phase],
            fact="letter_received",
            event=event,
            proposal=await self._proposed(case, handling, event),
            respondent=first[0]["id"],
            document=document or ABSENT,
            evidence=evidence or ABSENT,
            letter=letter or ABSENT,
            official=await self._issued(case),
            accepted=accepted,
            package=package or ABSENT,
            clock=clock,
            verification=verification or ABSENT,
            waiting=by_addressee.get(self.offices["unit"], ABSENT),
            activity=self.activity,
            archive=self.archive,
            web_address=self.web_address,
            **self.meetings,
        )

    async def _issued(self, case: int) -> int:
        """Issue a letter of the case, and return its id."""
        content = Content(subject="Naskah rekaan")
        issue = Issue(case=case, paper="surat-penerusan", content=content, on=clock.now().date())
        actor = self.actors["investigator"]
        async with writing(actor) as c:
            return (await issue_in(c, actor, issue, storage=self.storage)).id

    async def _proposed(self, case: int, handling: Row, event: int) -> int:
        """Propose that the event happened an hour earlier, and return the proposal."""
        request = CorrectionRequest(
            case=case,
            target=Target(id=handling["id"], version=handling["version"]),
            event=event,
            happened=Moment.time(clock.now() - timedelta(hours=1)),
            reason="Menurut tanda terima.",
        )
        return await propose_correction(self.actors["investigator"], request)


def _parties() -> NewHandover:
    """A hand-over of static archives that the owner prepares, still without a case."""
    said = ("receiver", "verification", "giver", "giver_post", "taker", "taker_post")
    return NewHandover(**dict.fromkeys(said, "Contoh"))


def _activity() -> NewActivity:
    """An activity that the owner plans alone, so that the office above reads it and nobody else."""
    return NewActivity(
        theme=Theme.NEUTRALITY,
        kind=ActivityKind.SOCIALIZATION,
        title="Sosialisasi rekaan",
        planned_on=clock.now().date(),
        region=REGION,
        audience="ASN kecamatan",
        together=Together.ALONE,
    )


def _web_address() -> NewAddress:
    """An address of the owner, so that the office above reads it and nobody else."""
    return NewAddress(
        url="https://contoh.example/unggahan",
        platform=Platform.WEBSITE,
        category=Category.OTHER,
        finder=Finder.BAWASLU,
        seen_on=clock.now().date(),
    )


def _person(name: str) -> Person:
    return Person(name=name, employment=Employment.PNS, position_class=PositionClass.STAFF)
