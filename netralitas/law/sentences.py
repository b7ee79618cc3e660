"""The sentences of which an explanation of a date is made, in the language of the page."""

from netralitas.language import Phrase, phrase, say
from netralitas.law import words
from netralitas.law.calendar import Day
from netralitas.law.domain import Rule, Start, Unit


def begun(rule: Rule, at: str, *, uncounted: bool) -> str:
    """Return from when is counted, and that this day itself is not, where it is `uncounted`."""
    said = say("Awal hitungan: {begun} ({fact}).", begun=at, fact=rule.start_label)
    if not uncounted:
        return said
    itself = say("Hari itu sendiri tidak dihitung.")
    return f"{said} {itself}"


def nth(unit: Unit, ordinal: int) -> str:
    """Return which of the counted days a day is: "hari kerja ke-3"."""
    if unit is Unit.WORKDAY:
        return say("hari kerja ke-{ordinal}", ordinal=ordinal)
    return say("hari kalender ke-{ordinal}", ordinal=ordinal)


def judged(day: Day, counted: str) -> str:
    """Return whether a day counts: as which one, `counted`, or why it does not."""
    on = words.day(day.on)
    if not day.counted:
        return say("{day} tidak dihitung: {reason}.", day=on, reason=day.reason)
    return say("{day} dihitung: {counted}.", day=on, counted=counted)


def without_days(rule: Rule) -> str:
    """Return how a rule is counted that counts no single days."""
    amount = words.amount(rule)
    if rule.unit is Unit.HOURS:
        return say("Dihitung {amount} penuh, dari menit ke menit.", amount=amount)
    if rule.unit is Unit.MONTH:
        return _months(rule, amount)
    return say("Tidak ada hari yang dihitung: tanggalnya disebut dalam surat.")


def _months(rule: Rule, amount: str) -> str:
    said = say(
        "Dihitung {amount}, ke tanggal yang sama; bila bulan itu tidak memiliki tanggal "
        "tersebut, ke hari terakhirnya.",
        amount=amount,
    )
    if not rule.roll_over:
        return said
    rolls = say("Bila hari itu bukan hari kerja, tenggat bergeser ke hari kerja berikutnya.")
    return f"{said} {rolls}"


def alternative(start: Start, rule: Rule) -> str:
    """Return who counts from another fact, and from which one this rule does."""
    return say(
        "Menurut {basis}, hitungan dimulai sejak {other}; yang dipakai di sini: sejak {used}. "
        "Bandingkan kedua tanggal.",
        basis=start.basis,
        other=start.label,
        used=rule.start_label,
    )


def not_moved(reason: str) -> str:
    """Return that the last day is off, and that the deadline stays on it."""
    return say(
        "Hari terakhir adalah {reason}. Tenggat tidak digeser karena tidak ditemukan "
        "aturan yang menggesernya.",
        reason=reason,
    )


def moved(reason: str) -> Phrase:
    """Return why a day after the last one is not counted: the deadline moves over it."""
    return phrase("tenggat bergeser, {reason}", reason=reason)
