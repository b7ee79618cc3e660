"""Belitung Timur 2020: thirteen respondents of one supervision, to three places (domain.md 5.4).

The source is a report of 27 October 2020. It gives no number, no day of any step and no name.
"""

from tests.cases.conftest import Visits
from tests.make import Town
from tests.matters.conftest import type_verified
from tests.matters.matter import UNKNOWN, Matter, taken_in
from tests.pages import PDF

ASN = range(1, 6)
CONTRACT = range(6, 12)
ORGANISERS = range(12, 14)
EMPLOYMENT = {**dict.fromkeys(ASN, "unknown"), **dict.fromkeys(CONTRACT, "contract")} | dict.fromkeys(ORGANISERS, "organiser")
REPORTED = "per 27 Oktober 2020"


async def entered(visit: Visits) -> Matter:
    people = [
        {"name": f"Terlapor {number}", "employment": kind} for number, kind in EMPLOYMENT.items()
    ]
    matter = await taken_in(
        visit,
        people,
        "2020",
        subject="Unggahan di media sosial yang menunjukkan keberpihakan",
        description="Ditemukan dalam pengawasan media sosial.",
    )
    await matter.handle("sari", "fix_finding", UNKNOWN, minutes=PDF)
    await matter.handle("rina", "register_finding", UNKNOWN)
    await matter.handle("rina", "skip_clarification", UNKNOWN, reason="Sumber tidak memuat klarifikasi.")
    await matter.handle("rina", "submit_to_plenary", UNKNOWN, study=PDF)
    await matter.handle("sari", "decide_other_law", UNKNOWN, minutes=PDF)
    return matter


async def test_x(town: Town, visit: Visits, verified: type_verified) -> None:
    matter = await entered(visit)
    verdict = await verified()
    assert verdict.whole, verdict
    print((await matter.page("rina")).text)
