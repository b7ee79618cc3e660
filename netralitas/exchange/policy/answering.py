"""What a decision, a hand-over and a return must say. Pure."""

from datetime import date

from netralitas.exchange.domain import Decision, Delivery, Ending, Kind, Outcome, Request
from netralitas.exchange.policy.problems import say, type_problems


def decision_problems(decision: Decision, request: Request, today: date) -> type_problems:
    """Return what a decision contradicts, by field."""
    found: type_problems = {}
    _day(found, "on", decision.on, request.asked_on, today)
    if decision.outcome is Outcome.REFUSED:
        if not decision.reason:
            say(found, "reason", "Tulis alasan penolakan; pihak yang meminta membacanya.")
        if decision.ending or decision.return_by:
            say(found, "ending", "Yang ditolak tidak diserahkan, jadi tidak dikembalikan.")
        return found
    if decision.outcome is Outcome.PARTIAL:
        _partial(found, decision, request)
    if bool(decision.ending) != bool(decision.return_by):
        missing = "return_by" if decision.ending else "ending"
        say(found, missing, "Isi keduanya: yang disepakati, dan sampai hari apa.")
    if decision.return_by and decision.return_by < decision.on:
        say(found, "return_by", "Batas pengembalian tidak boleh sebelum hari keputusan.")
    if decision.ending is Ending.ERASED and request.kind is not Kind.DATA:
        say(found, "ending", "Yang dimusnahkan adalah data; fasilitas dikembalikan.")
    return found


def delivery_problems(delivery: Delivery, request: Request, today: date) -> type_problems:
    """Return what a hand-over contradicts, by field."""
    found: type_problems = {}
    _day(found, "on", delivery.on, request.decided_on or request.asked_on, today)
    if delivery.label.rank < request.label.rank:
        say(found, "label", "Label jawaban tidak boleh lebih terbuka daripada label permintaan.")
    return found


def return_problems(on: date, request: Request, today: date) -> type_problems:
    """Return what the day of a return contradicts, by field."""
    found: type_problems = {}
    _day(found, "on", on, request.delivered_on or request.asked_on, today)
    return found


def _partial(found: type_problems, decision: Decision, request: Request) -> None:
    if request.kind is Kind.DATA:
        if not 0 < len(decision.granted) < request.items and not decision.conditions:
            said = "Centang isian yang dikabulkan, atau tulis syaratnya."
            say(found, "granted", said)
    elif not decision.conditions:
        say(found, "conditions", "Tulis syarat, atau bagian yang dikabulkan.")


def _day(found: type_problems, name: str, on: date, since: date, today: date) -> None:
    if on > today:
        say(found, name, "Tanggal tidak boleh setelah hari ini.")
    if on < since:
        say(found, name, "Tanggal tidak boleh mendahului langkah sebelumnya.")
