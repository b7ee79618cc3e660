"""Figures and releases made by hand, for pages without a database."""

from datetime import date, timedelta
from typing import Any

from netralitas.cases.domain import Source, Theme
from netralitas.evaluation.domain import Figures, Gathered, Tally, count_up
from netralitas.law import book
from netralitas.law.domain import Regime
from netralitas.law.violations import load
from netralitas.public.agenda.composing import agenda_sheets
from netralitas.public.composing import section_sheets
from netralitas.public.guide.composing import guide_sheet
from netralitas.public.library.composing import library_sheets
from netralitas.public.outcomes import latest, outcome_sheets
from netralitas.public.service.composing import service_sheet
from netralitas.public.sheets import Sheet
from netralitas.publication.domain import Group, Level, ProtectedOutcome, Stage
from netralitas.publication.policy import THRESHOLD
from netralitas.publication.queries import OutcomeLine, PublicRelease, Published

TODAY = date(2024, 9, 2)


def figures(position: int = 120, **amounts: int) -> Figures:
    """Figures in which so many events of the given kinds happened; unnamed ones did not."""
    found = {"received": 80, "findings": 20, "decided": 40, "not": 10, "sent": 60, "imposed": 9}
    found |= amounts
    tallies = (
        _tally("handling", "receive_report", None, "report_received", found["received"]),
        _tally("handling", "submit_finding", None, "finding_submitted", found["findings"]),
        _tally("handling", "go_on", "report_received", "plenary", found["decided"] + found["not"]),
        _tally("handling", "decide", "plenary", "other_law_violation", found["decided"]),
        _tally("handling", "decide_not", "plenary", "not_violation", found["not"]),
        _tally("referral", "send", None, "forwarded", found["sent"]),
        _tally("discipline", "arrive", None, "examined", found["imposed"] + 2),
        _tally("discipline", "impose", "examined", "decree_fixed", found["imposed"], "moral_open"),
        _tally("discipline", "impose_nothing", "examined", "decree_fixed", 2, "none"),
    )
    return count_up(Gathered(tallies=tallies), position=position, organisation=None)


def _tally(
    workflow: str, name: str, before: str | None, after: str, amount: int, imposed: str = ""
) -> Tally:
    return Tally(
        kind="move",
        name=f"{workflow}.{name}",
        workflow=workflow,
        from_state=before,
        to_state=after,
        recommended=None,
        imposed=imposed or None,
        amount=amount,
    )


def outcome(**changes: Any) -> OutcomeLine:  # noqa: ANN401 - fields of the struct
    values: dict[str, Any] = {
        "year": 2024,
        "regime": "Pemilihan",
        "source": "Laporan",
        "theme": "Netralitas ASN",
        "group": "Pelaksana",
        "stage": "Selesai",
        "became": "Selesai: sanksi moral",
        "since": None,
        "months": 3,
        "sentence": "Pelaksana: perkara netralitas ASN yang masuk tahun 2024. Sanksi moral.",
    }
    return OutcomeLine(**(values | changes))


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
        "id": number,
        "party": "Bawaslu Kabupaten Contoh",
        "version": 1,
        "published_on": date(2024, 9, 2) + timedelta(days=number),
        "outcomes": (outcome(),),
        "records": (record(),),
        "summary": None,
        "answered": "Pihak lain tidak menanggapi sampai batas waktunya.",
        "objection": False,
        "ended_on": None,
        "ending": None,
        "replaced_by": None,
    }
    return PublicRelease(**(values | changes))


def published(amount: int, **others: tuple[PublicRelease, ...]) -> Published:
    """So many releases that hold, the newest first."""
    current = tuple(release(number) for number in range(amount, 0, -1))
    return Published(**({"current": current, "corrected": (), "withdrawn": ()} | others))


def compose(counted: Figures, told: Published) -> tuple[Sheet, ...]:
    """Every page of the public site, without any activity."""
    return (
        *section_sheets(counted, latest(told), THRESHOLD),
        *outcome_sheets(told),
        *agenda_sheets((), {}, lambda _: TODAY),
        *library_sheets((), ()),
        guide_sheet(load(), TODAY),
        service_sheet(book.load(), (), {}, {}, (), TODAY),
    )
