"""Cases to look at: one in each phase of the handling, and some that strain a page."""

from typing import Final

from netralitas.access.domain import Role
from netralitas.accounts.commands import administration
from netralitas.accounts.domain import Seat
from netralitas.audit.domain import Moment
from netralitas.cases.answers import NOTHING, Answers
from netralitas.cases.corrections import CorrectionRequest, propose_correction
from netralitas.cases.deadlines import DeadlineRequest, pause_deadline
from netralitas.cases.domain import ExclusionGround, Person
from netralitas.cases.exclusions import exclude
from netralitas.cases.moving import Target
from netralitas.database.transactions import EVERYTHING, reading
from netralitas.documents.domain import DocumentKind
from netralitas.editions.current import LAW
from netralitas.vault.domain import Identity
from tests.make import (
    Town,
    days_ago,
    forward,
    letter,
    make_case,
    move,
    paper,
    person,
    proceedings,
)

LONG: Final = "Kesinambungan" * 6 + " " + "pemberdayaan masyarakat desa dan kelurahan " * 3
CROWD: Final = 40
FIRST: Final = """
SELECT min(id) FROM event WHERE stream = $1 AND 'preliminary_study_started' = ANY (facts)
"""

REPORTER: Final = Identity(name="Pelapor Contoh", telephone="0812 0000 0000")

STEPS: Final = (
    ("received", ()),
    ("studied", ("start_preliminary_study", "finish_preliminary_study")),
    ("registered", ("register",)),
    ("clarified", ("start_clarification", "finish_clarification")),
    ("plenary", ("submit_to_plenary",)),
    ("decided", ("decide_other_law",)),
    ("forwarded", ("forward",)),
    ("answered", ("recommend",)),
    ("closed", ("announce_status", "close")),
)
"""Each phase, and the moves that lead there from the one before."""

_PAPERS: Final = {
    "finish_preliminary_study": DocumentKind.PRELIMINARY_STUDY,
    "submit_to_plenary": DocumentKind.STUDY,
    "decide_other_law": DocumentKind.MINUTES,
}


async def make_cases(town: Town) -> dict[str, int]:
    """Commit a case for each phase, one with a crowd, one late, one with everything rare."""
    cases = {phase: await come_to(town, phase) for phase, _ in STEPS}
    cases["late"] = (await make_case(town, received=12, subject="Unggahan di media sosial")).id
    cases["crowd"] = await _crowd(town)
    cases["rare"] = await _rare(town)
    cases["verified"] = await _verified(town)
    cases["paused"] = await _paused(town)
    await _second_desk(town)
    return cases


async def come_to(town: Town, phase: str) -> int:
    """Return a new case in this phase."""
    case = (await make_case(town, received=1, reporter=REPORTER)).id
    for reached, moves in STEPS:
        await _walk(town, case, moves)
        if reached == phase:
            break
    return case


async def _walk(town: Town, case: int, moves: tuple[str, ...]) -> None:
    for code in moves:
        if code == "forward":
            await forward(town, case)
        elif code == "recommend":
            answers = Answers(
                recommended="discipline_medium",
                follow_up_office=town.offices["bkpsdm"],
                letter_in=letter("Rekomendasi"),
            )
            await move(town.maya, case, code, workflow="referral", answers=answers)
        else:
            who = town.sari if code == "decide_other_law" else town.rina
            papers = (paper(_PAPERS[code]),) if code in _PAPERS else ()
            answers = Answers(papers=papers) if papers else NOTHING
            await move(who, case, code, answers=answers)


async def _crowd(town: Town) -> int:
    """Forward a case with forty respondents, all of it as long as the forms allow."""
    people = [
        person(number, name=f"{LONG} {number}"[-200:], unit=LONG[:200], employer=LONG[:200])
        for number in range(1, CROWD + 1)
    ]
    opened = await make_case(
        town, *people, subject=LONG[:200], description=LONG * 10, place=LONG[:200]
    )
    for _, moves in STEPS[:7]:
        await _walk(town, opened.id, moves)
    return opened.id


async def _rare(town: Town) -> int:
    """Open a case with nobody identified, an officer excluded, and a correction that waits."""
    opened = await make_case(town, Person(), person(2), received=2, place=None)
    await _walk(town, opened.id, ("start_preliminary_study",))
    reason = "Kerabat dari terlapor."
    who = town.actors["tono"].officer
    await exclude(town.sari, opened.id, who, ExclusionGround.RELATED, reason)
    [row] = await proceedings(opened.id)
    async with reading(EVERYTHING) as c:
        event = await c.fetchval(FIRST, opened.id)
    request = CorrectionRequest(
        case=opened.id,
        target=Target(id=row["id"], version=row["version"]),
        event=event,
        happened=Moment.day(days_ago(1), "Asia/Jakarta"),
        reason="Lembar disposisi bertanggal kemarin.",
    )
    await propose_correction(town.rina, request)
    return opened.id


async def _verified(town: Town) -> int:
    """Let BKN receive a case, on which its verification is due then."""
    case = await come_to(town, "forwarded")
    await move(town.maya, case, "receive", workflow="referral")
    return case


async def _paused(town: Town) -> int:
    """Let the deadline of a preliminary study stand still since it was known why."""
    case = await come_to(town, "received")
    [row] = await proceedings(case)
    async with reading(EVERYTHING) as c:
        clock = await c.fetchval("SELECT min(id) FROM clock WHERE case_file = $1", case)
        law = await LAW.follow(c)
    request = DeadlineRequest(
        case=case,
        clocks=(clock,),
        version=row["version"],
        happened=Moment.day(days_ago(0), "Asia/Jakarta"),
        reason="Menunggu keterangan tambahan dari pelapor.",
        basis="Surat pelapor nomor 12 tanggal hari ini",
    )
    await pause_deadline(town.rina, request, law=law)
    return case


async def _second_desk(town: Town) -> None:
    seat = Seat(organisation=town.offices["kab"], title="Anggota", roles=(Role.COMMISSIONER,))
    system = await administration.as_system()
    await administration.add_desk(login="galih", seat=seat, actor=system)
