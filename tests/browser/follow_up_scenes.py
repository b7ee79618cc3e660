"""Cases to look at after Bawaslu has forwarded them: at BKPSDM, with a release, opened, sued."""

from typing import Final

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.audit.domain import Moment
from netralitas.cases.answers import Answers
from netralitas.cases.commands import open_by_hand
from netralitas.cases.domain import Employment, PositionClass
from netralitas.cases.moving import MoveRequest
from netralitas.database.transactions import writing
from netralitas.discipline.examiners.commands import name_examiner
from netralitas.discipline.examiners.domain import Body, NewExaminer, Part, Represents
from netralitas.documents.domain import DocumentKind
from netralitas.law import book
from netralitas.vault.commands import put_in
from netralitas.vault.domain import Identity, Subject
from netralitas.vault.erasing import erase_identities
from tests import make
from tests.browser.case_scenes import REPORTER, come_to
from tests.discipline.handing import follow, handed_over, in_hand, remind
from tests.make import (
    ZONE,
    Town,
    days_ago,
    letter,
    make_case,
    move,
    paper,
    person,
    proceedings,
    stepped_up,
)
from tests.publication.conftest import (
    approve,
    approve_own,
    concluded_case,
    draft,
    draft_own,
    publish,
    recommended_case,
    respondents_of,
)
from tests.referral.packaging import forwarded_outside
from tests.referral.systems import say_different_things

_THREADS: Final = ("criminal", "organiser_ethics", "litigation")


async def make_follow_ups(town: Town) -> dict[str, int]:
    """Commit a case for each stretch of the follow-up, and for what stands beside a case."""
    return {
        "direct": await _direct(town),
        "outside": (await forwarded_outside(town))[0],
        "handed": await _handed(town),
        "overdue": await _overdue(town),
        "hearing": await _hearing(town),
        "decree": await _decree(town),
        "delivered": await _delivered(town),
        "notified": await _notified(town),
        "released": await _released(town),
        "identity": await _identity(town),
        "threads": await _threads(town),
    }


async def _direct(town: Town) -> int:
    """A case that Bawaslu forwarded to the office itself, of which two systems say two things."""
    case = await come_to(town, "decided")
    answers = Answers(
        letter_out=letter(),
        respondents=await respondents_of(case),
        addressee=town.offices["bkpsdm"],
        papers=(paper(DocumentKind.EVIDENCE_LIST),),
    )
    await move(town.rina, case, "forward", answers=answers)
    await say_different_things(town.rina, case)
    return case


async def _handed(town: Town) -> int:
    """Three persons of three kinds of employment, of whom nobody has recorded the receipt."""
    kinds = (Employment.PNS, Employment.PPPK, Employment.UNKNOWN)
    people = [person(number, employment=kind) for number, kind in enumerate(kinds, start=1)]
    return await handed_over(town, *people, days=12)


async def _overdue(town: Town) -> int:
    """A letter whose deadline has passed, and after which Bawaslu has asked."""
    case = await in_hand(town, days=60)
    await follow(town, case, "choose_discipline", days=59)
    await remind(town, case)
    return case


async def _hearing(town: Town) -> int:
    """The route of the code of ethics: summoned for a day to come."""
    case = await in_hand(town, days=3, level="moral_open")
    await follow(town, case, "choose_ethics", days=2)
    summons = Answers(letter_out=letter("Panggilan sidang"), exam_on=days_ago(-14))
    await follow(town, case, "summon_ethics", answers=summons)
    return case


async def _decree(town: Town) -> int:
    """Somebody was examined and it was reported; the decree is waited for."""
    case = await in_hand(town, days=20)
    await follow(town, case, "choose_discipline", days=19)
    summons = Answers(letter_out=letter("Panggilan"), exam_on=days_ago(10))
    await follow(town, case, "summon", days=18, answers=summons)
    await _examined_by(town, case)
    await follow(town, case, "examine", days=10)
    await follow(town, case, "report_exam", days=8)
    return case


async def _examined_by(town: Town, case: int) -> None:
    """Two of a team, of whom one sits lower than whom they examine."""
    found = [row["id"] for row in await proceedings(case) if row["workflow"] == "discipline"]
    for part, represents, name, post in (
        (Part.CHAIR, Represents.SUPERIOR, "Wahyu Pradipta", PositionClass.JPT_PRATAMA),
        (Part.MEMBER, Represents.STAFF_OFFICE, "Ratna Maharani", PositionClass.STAFF),
    ):
        member = NewExaminer(
            body=Body.TEAM,
            part=part,
            represents=represents,
            name=name,
            position=None,
            position_class=post,
            officer=None,
        )
        await name_examiner(town.dewa, case, found[0], member, book=book.load())


async def _delivered(town: Town) -> int:
    """A decree that was delivered: the days of objection run."""
    case = await in_hand(town, days=20)
    await follow(town, case, "choose_pppk", days=19)
    await follow(town, case, "fix_decree", days=4, answers=Answers(imposed="grade_lowered"))
    await follow(town, case, "deliver", days=2)
    return case


async def _notified(town: Town) -> int:
    """Releases of both parties, on each of which the other one is asked."""
    case = await concluded_case(town)
    await draft(town, case)
    await approve(town, case)
    await draft_own(town, case)
    await approve_own(town, case)
    return case


async def _released(town: Town) -> int:
    """A release that everybody reads, to which the other party objected."""
    case = await recommended_case(town, person(1), person(2))
    await draft(town, case, summary="Dua orang pegawai hadir pada kampanye pasangan calon.")
    await publish(town, case, answer="objection_raised")
    return case


async def _identity(town: Town) -> int:
    """A case whose reporter's identity Rina may read for a while; a witness's was erased."""
    case = (await make_case(town, reporter=REPORTER)).id
    async with writing(town.rina) as c:
        witness = await put_in(
            c,
            case_file=case,
            subject=Subject.WITNESS,
            identity=Identity(name="Saksi Contoh"),
            readers=(town.offices["kab"],),
            keys=make.KEYS,
        )
    asked = "Saksi meminta identitasnya dihapus."
    await erase_identities(stepped_up(town.sari), case, (witness,), asked, book=book.load())
    await _open(town.rina, case, "identity_access", "request", note="Pelapor perlu dihubungi.")
    await move(town.sari, case, "approve", workflow="identity_access")
    await move(town.rina, case, "open", workflow="identity_access")
    return case


async def _threads(town: Town) -> int:
    """A case on which each of the other bodies has something to say."""
    case = (await make_case(town)).id
    everybody = await respondents_of(case)
    for workflow in _THREADS:
        await _open(town.rina, case, workflow, "open", respondents=everybody)
    return case


async def _open(
    actor: Actor,
    case: int,
    workflow: str,
    code: str,
    *,
    note: str | None = None,
    respondents: tuple[int, ...] = (),
) -> None:
    """Open a proceeding by hand."""
    request = MoveRequest(
        case=case,
        targets=(),
        move=code,
        happened=Moment.time(clock.now(), ZONE),
        note=note,
        answers=Answers(respondents=respondents),
    )
    await open_by_hand(actor, request, workflow, book=book.load())
