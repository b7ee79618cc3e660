"""What came of an activity: people, duties with what shows them, the test, words and cost."""

from collections.abc import Iterable, Mapping

from netralitas.access.domain import Actor
from netralitas.agreements.domain import Duty
from netralitas.database.connection import Connection
from netralitas.prevention import words
from netralitas.prevention.activity_pages import DutyMark, PartyDuties, ResultTab, TestLine
from netralitas.prevention.attending.domain import Phase, TestResult
from netralitas.prevention.attending.queries.presence import attendance_of
from netralitas.prevention.attending.queries.quiz import test_result
from netralitas.prevention.attending.words import PHASES
from netralitas.prevention.attending.words import gain as gain_words
from netralitas.prevention.domain import ActivityState, Proof
from netralitas.prevention.queries.activity import money_facts
from netralitas.prevention.queries.files import ActivityFile, files_of
from netralitas.prevention.queries.head import head
from netralitas.prevention.queries.lines import PATH
from netralitas.prevention.queries.materials import file_address
from netralitas.prevention.queries.opened import Opened, open_activity
from netralitas.prevention.queries.posts import Post, posts_of
from netralitas.prevention.queries.proofs import proofs_of
from netralitas.prevention.tabs import OUTCOME
from netralitas.web.parts import Link


async def result_tab(c: Connection, actor: Actor, activity: int, done: str | None) -> ResultTab:
    """Return what came of an activity, with what its reader can still say of it."""
    opened = await open_activity(c, actor, activity)
    above = head(actor, opened, OUTCOME, done)
    came = await attendance_of(c, activity)
    test = await test_result(c, activity)
    held = opened.activity.state is ActivityState.HELD
    return ResultTab(
        head=above,
        people=came.people,
        units=len(came.units),
        guests=came.guests,
        facts=tuple(money_facts(opened)),
        outcome=opened.facts["outcome"],
        parties=await party_duties(c, opened, above.ways.conclude),
        tests=test_lines(test),
        gain=gain(test),
        two_groups=words.TWO_GROUPS,
        report=f"{PATH}/{activity}/hasil/laporan.pdf" if held else None,
    )


async def party_duties(
    c: Connection, opened: Opened, conclude: str | None = None
) -> tuple[PartyDuties, ...]:
    """Return the duties of each party for the theme, done or not, with what shows those done.

    `conclude` is the beginning of the address under which that is said.
    """
    number = opened.activity.id
    proofs = await proofs_of(c, number)
    files = {one.id: one for one in await files_of(c, number)}
    posts = {one.id: one for one in await posts_of(c, number)}

    def mark(duty: Duty) -> DutyMark:
        proof = proofs.get(duty.id)
        if proof is None:
            return DutyMark(text=duty.text, done=False)
        return DutyMark(
            text=duty.text,
            done=True,
            note=proof.note,
            proofs=tuple(_proofs(number, proof, files, posts)),
            prove=f"{conclude}/tugas/{duty.id}" if conclude else None,
        )

    return tuple(
        PartyDuties(
            party=opened.names[party],
            duties=tuple(mark(duty) for duty in opened.duties if duty.organisation == party),
        )
        for party in dict.fromkeys(duty.organisation for duty in opened.duties)
    )


def test_lines(test: TestResult | None) -> tuple[TestLine, ...]:
    """Return the groups that took a test, before first; none without a test."""
    sittings = ((Phase.BEFORE, test.before), (Phase.AFTER, test.after)) if test else ()
    return tuple(
        TestLine(label=PHASES[phase], people=taken.people, mean=taken.mean)
        for phase, taken in sittings
        if taken is not None
    )


def gain(test: TestResult | None) -> str | None:
    """Return by how much the mean of the groups rose or fell, in words; None without both."""
    return None if test is None or test.gain is None else gain_words(test.gain)


def _proofs(
    activity: int, proof: Proof, files: Mapping[int, ActivityFile], posts: Mapping[int, Post]
) -> Iterable[Link]:
    file = files.get(proof.file or 0)
    if file is not None:
        yield Link(label=file.title, href=file_address(activity, file.id))
    post = posts.get(proof.post or 0)
    if post is not None:
        yield Link(label=f"Unggahan di {words.PLATFORMS[post.platform]}", href=post.address)
