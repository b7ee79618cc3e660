"""What may be said of an address of the register, and when. Pure."""

from datetime import date

from netralitas.evidence.web.domain import Address
from netralitas.law.words import day
from netralitas.refusals import Invalid, RuleBroken


def check_seen(seen_on: date, today: date) -> None:
    """Hold that a page was seen today or before; Invalid by field."""
    if seen_on > today:
        raise Invalid({"seen_on": [f"Tanggal dilihat tidak boleh sesudah {day(today)}."]})


def check_referral(address: Address, asked_on: date, today: date) -> None:
    """Hold that it can have been asked on this day to take it down.

    Raises RuleBroken where it was asked before or is gone, Invalid for a day that cannot be.
    """
    if address.asked_on is not None:
        raise RuleBroken("Permintaan penurunan alamat ini sudah dicatat.", rule="address.asked")
    if address.done_on is not None:
        raise RuleBroken("Halaman ini sudah dicatat turun.", rule="address.done")
    _hold_day("asked_on", asked_on, address.seen_on, today, "halaman dilihat")


def check_taken_down(address: Address, done_on: date, today: date) -> None:
    """Hold that it can be gone since this day; raises as `check_referral`."""
    if address.done_on is not None:
        raise RuleBroken("Halaman ini sudah dicatat turun.", rule="address.done")
    if address.asked_on is not None:
        _hold_day("done_on", done_on, address.asked_on, today, "penurunan diminta")
    else:
        _hold_day("done_on", done_on, address.seen_on, today, "halaman dilihat")


def check_link(address: Address) -> None:
    """Hold that no case was opened from an address yet; RuleBroken else."""
    if address.case_file is not None:
        raise RuleBroken("Alamat ini sudah terhubung dengan perkara.", rule="address.linked")


def _hold_day(name: str, on: date, since: date, today: date, what: str) -> None:
    if on > today:
        raise Invalid({name: [f"Tanggal ini tidak boleh sesudah hari ini ({day(today)})."]})
    if on < since:
        raise Invalid({name: [f"Tanggal ini tidak boleh sebelum {what} ({day(since)})."]})
