"""What addenda made of a text, beside each place that they change. Pure."""

from collections.abc import Sequence
from typing import Final

from netralitas.agreements.paper import Paper
from netralitas.agreements.records.values import Addendum, Change, Record
from netralitas.law.words import day

HOWS: Final = {"replace": "diubah menjadi", "add": "ditambahkan", "drop": "dihapus"}

_CAUTION: Final = (
    "Adendum mengubah {places}, dasar penghitungan tanggal. Tanggal di bawah dihitung menurut"
    " naskah semula; catat perpanjangan bila hari terakhirnya berubah."
)


def changes_of(addenda: Sequence[Record]) -> dict[str, tuple[str, ...]]:
    """Return by place what each addendum made of it, the first one first."""
    found: dict[str, tuple[str, ...]] = {}
    for record in addenda:
        if isinstance(record.entry, Addendum):
            source = f"adendum nomor {record.entry.numbers[0]}, {day(record.on)}"
            for change in record.entry.changes:
                said = f"{changed(change)} ({source})"
                found[change.at] = (*found.get(change.at, ()), said)
    return found


def changed(change: Change) -> str:
    """Return what an addendum does to a place: "Pasal 7 diubah menjadi: …"."""
    said = f"{change.at} {HOWS[change.how]}"
    return f"{said}: {change.text}" if change.text else f"{said}."


def caution(paper: Paper, addenda: Sequence[Record]) -> str:
    """Return that addenda changed what dates are counted by; "" where they did not."""
    rules = (paper.term, paper.evaluation, *paper.notices)
    counted = {rule.at for rule in rules if rule and rule.at}
    touched = sorted(
        at for at in changes_of(addenda) if any(f"{each} ".startswith(f"{at} ") for each in counted)
    )
    return _CAUTION.format(places=", ".join(touched)) if touched else ""
