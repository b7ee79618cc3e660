"""How the demo's own agreement came about, and how its work plan came to be counted."""

from datetime import date, datetime, timedelta
from typing import Final

from netralitas.agreements.commands import Step, enter_agreement, move_agreement
from netralitas.agreements.plan.commands import declare_feed, enter_figure
from netralitas.agreements.plan.domain import Aspect, Countable, Feed, NewEntry, Place
from netralitas.cases.domain import Theme
from netralitas.demo.agreement_paper import SIGNED_NUMBERS, agreement_paper
from netralitas.demo.pacing import ZONE
from netralitas.demo.telling import Teller

SIGNED_ON: Final = date(2024, 3, 4)

_BEFORE: Final = (
    ("perumusan", "sari", 80),
    ("penyusunan", "sari", 60),
    ("pengajuan", "sari", 25),
    ("persetujuan", "tono", 18),
)
"""The moves before the signing: who made each, so many days before it."""

_FEEDS: Final = (
    (1, 1, Feed(kind=Countable.ACTIVITIES, theme=Theme.NEUTRALITY)),
    (2, 1, Feed(kind=Countable.ACTIVITIES, theme=Theme.MONEY_POLITICS)),
    (3, 1, Feed(kind=Countable.ACTIVITIES, theme=Theme.BLACK_CAMPAIGN)),
    (3, 2, Feed(kind=Countable.POSTS, theme=Theme.BLACK_CAMPAIGN)),
    (4, 1, Feed(kind=Countable.REFERRALS)),
    (4, 2, Feed(kind=Countable.RECOMMENDATIONS)),
    (4, 3, Feed(kind=Countable.RELEASES)),
    (5, 1, Feed(kind=Countable.MEETINGS)),
)
"""What feeds which output: row, number, and what is counted."""

_FIGURES: Final = (
    (date(2025, 1, 10), 2024, 3, "Berita acara pertukaran data 1 sampai 3 tahun 2024"),
    (date(2026, 1, 12), 2025, 4, "Berita acara pertukaran data 1 sampai 4 tahun 2025"),
)
_VERSION: Final = 2


async def found_agreement(teller: Teller) -> int:
    """Return the id of the agreement once both parties have signed it."""
    sari, offices = teller.actors["sari"], teller.offices
    with await teller.at(_days_before(95)):
        paper = agreement_paper(offices["kab"], offices["pemkab"])
        agreement = await enter_agreement(sari, paper)
    for move, who, days in _BEFORE:
        with await teller.at(_days_before(days)):
            step = Step(move=move, version=1, on=_days_before(days).date())
            await move_agreement(teller.actors[who], agreement, step, book=teller.book)
    with await teller.at(_days_before(0)):
        step = Step(
            move="penandatanganan", version=1, on=SIGNED_ON, signed=(1, 2), numbers=SIGNED_NUMBERS
        )
        await move_agreement(sari, agreement, step, book=teller.book)
    return agreement


async def count_plan(teller: Teller, agreement: int) -> None:
    """Let the work plan be counted, and what cannot be counted be entered after each year."""
    seno = teller.actors["seno"]
    with await teller.at(_days_before(-2)):
        for row, number, feed in _FEEDS:
            await declare_feed(seno, agreement, _place(row, number), feed)
    for on, year, amount, source in _FIGURES:
        if on < teller.today:
            with await teller.at(datetime(on.year, on.month, on.day, 10, tzinfo=ZONE)):
                said = NewEntry(year=year, amount=amount, source=source)
                await enter_figure(seno, agreement, _place(5, 2), said)


def _place(row: int, number: int) -> Place:
    return Place(version=_VERSION, row=row, aspect=Aspect.OUTPUT, number=number)


def _days_before(days: int) -> datetime:
    on = SIGNED_ON - timedelta(days=days)
    return datetime(on.year, on.month, on.day, 9, tzinfo=ZONE)
