"""A study in the making, one decided in a plenary, and a case that lies on the table."""

from netralitas.evidence.storage import Storage
from netralitas.investigation.plenary.commands import decide_in_plenary, lay_on_table
from netralitas.investigation.study.commands import add_comment, save_version
from netralitas.investigation.study.domain import Section
from tests.investigation.writing import (
    BOOK,
    all_for,
    ruling,
    sitting,
    submitted,
    to_study,
    whole,
)
from tests.make import Town, make_case, person

THERE = ("sari", "tono")


async def make_plenaries(town: Town, storage: Storage, waiting: int) -> dict[str, int]:
    """Write a study with two versions and a comment, hold a plenary; `waiting` lies on its table.

    Returns the cases by name, and the meeting.
    """
    drafted = (await make_case(town, person(1), person(2), received=1)).id
    await to_study(town, drafted)
    await save_version(town.rina, drafted, await whole(drafted), base=0, book=BOOK)
    await save_version(town.bagas, drafted, await whole(drafted), base=1, book=BOOK)
    await add_comment(town.sari, drafted, Section.FACTS, "Sebut jam kejadiannya.", book=BOOK)
    case = (await make_case(town, person(1), person(2), received=1)).id
    await submitted(town, case, storage)
    meeting = await sitting(town, *THERE, case=case)
    asked = await ruling(town, meeting, case, *THERE, votes=all_for(town, *THERE))
    await decide_in_plenary(town.sari, asked, book=BOOK, storage=storage)
    await lay_on_table(town.rina, meeting, waiting, book=BOOK)
    return {"drafted": drafted, "ruled": case, "plenary_meeting": meeting}
