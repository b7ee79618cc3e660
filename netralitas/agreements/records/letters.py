"""Letters under an agreement: where a party takes them, and from which day each counts. Pure.

What the paper says of receipt holds for letters under that paper alone; where it says nothing, the
day on the proof is taken, and no article is named.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from netralitas.agreements.dates import NO_ARTICLE, OF_THE_PAPER
from netralitas.agreements.paper import Address, Correspondence, Deemed, Paper, type_proof, type_way
from netralitas.agreements.records.values import Letter, NewAddress, Receipt, Record
from netralitas.law.calendar import Calendar
from netralitas.law.domain import Side, Unit, Zone
from netralitas.law.explanation import Explanation, explain
from netralitas.law.words import day

WAYS: Final[dict[type_way, str]] = {
    "direct": "Diserahkan langsung",
    "post": "Pos tercatat",
    "email": "Surat elektronik",
}
PROOFS: Final[dict[type_proof, str]] = {
    "signature": "Tanda tangan penerima pada buku ekspedisi atau tanda terima",
    "mail": "Surat elektronik terkirim dengan baik",
    "telephone": "Pemberitahuan melalui telepon",
    "post": "Tanda terima pos tercatat",
}

_ARRIVED: Final = ("signature", "post")
_SILENT: Final = (
    "Naskah tidak mengatur kapan surat dianggap diterima; dipakai hari pada bukti penerimaannya."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """An address that holds from a day on; `since` None: from the paper."""

    address: Address
    since: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """From which day a letter counts as received, None: not yet; the article, and why, in steps."""

    on: date | None
    article: str
    steps: tuple[str, ...]


def addresses(paper: Paper, kept: Sequence[Record], on: date) -> dict[int, Held]:
    """Return where each party takes letters on a day, by its place."""
    known = paper.correspondence.addresses if paper.correspondence else ()
    found = {each.party: Held(address=each, since=None) for each in known}
    changes = [each for each in kept if isinstance(each.entry, NewAddress) and each.on <= on]
    for record in sorted(changes, key=lambda each: (each.on, each.id)):
        if isinstance(record.entry, NewAddress):
            address = record.entry.address
            found[address.party] = Held(address=address, since=record.on)
    return found


def last_day_to_tell(
    rule: Correspondence | None, on: date, calendar: Calendar, zone: Zone
) -> Explanation | None:
    """Return by when a change of address is told that holds from a day on; None without a rule."""
    if rule is None or not rule.change_workdays:
        return None
    counted = replace(
        OF_THE_PAPER,
        label="Pemberitahuan perubahan alamat",
        article=rule.change_at or NO_ARTICLE,
        number=rule.change_workdays,
        unit=Unit.WORKDAY,
        side=Side.BEFORE,
        start_label="alamat baru berlaku",
    )
    return explain(counted, on, calendar, zone)


def received(paper: Paper, letter: Record, kept: Sequence[Record]) -> Received:
    """Return from which day a letter counts as received, by the rule of the paper for its way."""
    proofs = _proofs(letter, kept)
    rule = _rule(paper, letter)
    if rule is None:
        return _by_proof(proofs, (_SILENT,))
    missing = [PROOFS[each].lower() for each in rule.needs if each not in proofs]
    if missing:
        said = f"Belum dianggap diterima menurut {rule.at}: belum ada {' dan '.join(missing)}."
        return _by_proof(proofs, (said,))
    days = {proofs[each] for each in rule.needs}
    if len(days) > 1 or (letter_way(letter) == "email" and days != {letter.on}):
        said = (
            f"Bukti menurut {rule.at} tidak pada hari yang sama; naskah tidak mengatur keadaan ini."
            " Perlu konfirmasi para pihak."
        )
        return _by_proof(proofs, (said,))
    on = days.pop()
    steps = [f"{PROOFS[each]}: {day(proofs[each])}." for each in rule.needs]
    same = f"Dianggap diterima pada hari yang sama: {day(on)}. Dasar: {rule.at}."
    return Received(on=on, article=rule.at, steps=(*steps, same))


def letter_way(letter: Record) -> str:
    """Return in which way a letter went; "" for what is no letter."""
    return letter.entry.way if isinstance(letter.entry, Letter) else ""


def _rule(paper: Paper, letter: Record) -> Deemed | None:
    known = paper.correspondence.deemed if paper.correspondence else ()
    return next((each for each in known if each.way == letter_way(letter)), None)


def _proofs(letter: Record, kept: Sequence[Record]) -> dict[type_proof, date]:
    """Return the first day of each proof of a letter."""
    found: dict[type_proof, date] = {}
    for record in sorted(kept, key=lambda each: each.on):
        if record.about == letter.id and isinstance(record.entry, Receipt):
            found.setdefault(record.entry.proof, record.on)
    return found


def _by_proof(proofs: dict[type_proof, date], why: tuple[str, ...]) -> Received:
    days = [on for proof, on in proofs.items() if proof in _ARRIVED]
    if not days:
        return Received(on=None, article="", steps=why)
    on = min(days)
    return Received(on=on, article="", steps=(*why, f"Bukti penerimaan: {day(on)}."))
