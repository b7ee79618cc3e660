"""Figures and releases made by hand, for pages without a database."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import msgspec

from netralitas.cases.domain import Source, Theme
from netralitas.language import heard, locale
from netralitas.law import book
from netralitas.law.domain import Regime
from netralitas.law.violations import load
from netralitas.public.agenda.composing import agenda_sheets
from netralitas.public.composing import section_sheets
from netralitas.public.counting.counting import Counted
from netralitas.public.counting.cube import cube_sheets
from netralitas.public.guide.composing import guide_sheet
from netralitas.public.library.composing import library_sheets
from netralitas.public.opendata.composing import OpenData, open_data, version_files
from netralitas.public.opendata.domain import Kept
from netralitas.public.opendata.rows import tables_of
from netralitas.public.outcomes import LATEST, lines, outcome_sheets
from netralitas.public.service.composing import service_sheet
from netralitas.public.sheets import Sheet
from netralitas.publication.domain import Answered, EndReason, Group, Level, ProtectedOutcome, Stage
from netralitas.publication.policy import THRESHOLD
from netralitas.publication.policy.totals import (
    Milestone,
    Place,
    Receiver,
    Span,
    Took,
    Totals,
    protected,
)
from netralitas.publication.queries import PublicRelease, Published
from netralitas.publication.words import ANSWERS

TODAY = date(2024, 9, 2)
AT = datetime(2024, 9, 2, 3, 20, tzinfo=UTC)


def figures(**amounts: int) -> Counted:
    """Totals in which so many steps were reached, all of them in 2024; unnamed ones by default."""
    found = {"came_in": 100, "registered": 60, "settled": 40, "forwarded": 60, "recommended": 50}
    found |= {"decided": 11, "reported": 8}
    found |= amounts
    totals = Totals(
        years={Milestone(name): {2024: amount} for name, amount in found.items() if amount},
        took=(Took(span=Span.TO_REGISTER, amount=60, median=5, ninth=9),),
        recommended={Level.MEDIUM: found["recommended"]},
        imposed={Level.MORAL: max(0, found["decided"] - 2), Level.NONE: min(2, found["decided"])},
        receivers=(Receiver(name="BKN", of_everybody=True, handed=60, answered=50, median=41),),
        offices=(Place(code="99.01", name="Kabupaten Contoh", cases=100),),
        districts=(
            Place(code="99.01.01", name="Melati", cases=70, staff=500),
            Place(code="99.01.02", name="Kenanga", cases=30, staff=40),
        ),
    )
    return Counted(totals=protected(totals, THRESHOLD), activities=(), at=AT, threshold=THRESHOLD)


def record(**changes: Any) -> ProtectedOutcome:  # noqa: ANN401 - fields of the record
    values: dict[str, Any] = {
        "year": 2024,
        "regime": Regime.PEMILIHAN,
        "source": Source.REPORT,
        "theme": Theme.NEUTRALITY,
        "group": Group.STAFF,
        "stage": Stage.CONCLUDED,
        "level": Level.MORAL,
        "months": 3,
    }
    return ProtectedOutcome(**(values | changes))


def release(number: int, **changes: Any) -> PublicRelease:  # noqa: ANN401 - fields of the struct
    values: dict[str, Any] = {
        "code": str(number),
        "party": "Bawaslu Kabupaten Contoh",
        "region": "19.06",
        "version": 1,
        "published_on": date(2024, 9, 2) + timedelta(days=number),
        "published_at": datetime(2024, 9, 2, 3, tzinfo=UTC) + timedelta(days=number),
        "told": changes.get("records", (record(),)),
        "records": (record(),),
        "summary": None,
        "answered": ANSWERS[Answered.SILENCE],
        "objection": False,
        "ended_on": None,
        "ended_at": None,
        "ending": None,
        "reason": None,
        "note": None,
        "replaced_by": None,
    }
    return PublicRelease(**(values | changes))


def ended(number: int, **changes: Any) -> PublicRelease:  # noqa: ANN401 - fields of the struct
    """A release that was corrected or withdrawn in October."""
    at = {"ended_on": date(2024, 10, 1), "ended_at": datetime(2024, 10, 1, 3, tzinfo=UTC)}
    return release(number, **{**at, "reason": EndReason.WRONG_DATA, **changes})


def published(amount: int, **others: tuple[PublicRelease, ...]) -> Published:
    """So many releases that hold, the newest first."""
    current = tuple(release(number) for number in range(amount, 0, -1))
    return Published(**({"current": current, "corrected": (), "withdrawn": ()} | others))


def compose(counted: Counted, told: Published) -> tuple[Sheet, ...]:
    """Every page of the public site, without any activity."""
    return (
        *section_sheets(counted, lines(told.current[:LATEST])),
        *outcome_sheets(told),
        *cube_sheets((one for each in told.current for one in each.records), THRESHOLD),
        *agenda_sheets((), {}, lambda _: TODAY),
        *library_sheets((), ()),
        guide_sheet(load(), TODAY),
        service_sheet(book.load(), (), {}, {}, (), TODAY),
        data_sheet(told),
    )


def data_sheet(told: Published) -> Sheet:
    """The page of the open data in the language that is spoken, at its Indonesian address."""
    (found,) = (sheet for sheet in open_data_of(told).sheets if sheet.locale == locale())
    return msgspec.structs.replace(found, path=heard(found.path)[1])


def open_data_of(told: Published) -> OpenData:
    """The open data of these releases, in their first version."""
    site = "http://test"
    tables = tables_of(told, site)
    files = version_files(tables, TODAY, site, demo=True)
    kept = Kept(day=TODAY, schema=1, digests={file.name: file.digest for file in files})
    return open_data(tables, files, (kept,), site, demo=True)
