"""What may be kept under an agreement, and when. Pure; each refusal says which rule it is."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from netralitas.agreements.paper import Paper
from netralitas.agreements.records import values
from netralitas.agreements.records.content import hold_page, hold_step
from netralitas.agreements.records.letters import addresses, last_day_to_tell
from netralitas.agreements.records.values import ANSWERS, Entry, Record, kind_of
from netralitas.agreements.stages import BEFORE_SIGNING, Stage
from netralitas.law.calendar import Calendar
from netralitas.law.domain import Zone
from netralitas.law.refusals import CannotCompute
from netralitas.law.words import day
from netralitas.refusals import Invalid, RuleBroken

_PLACE: Final = re.compile(r"Pasal \d+[A-Z]?( .+)?")
_AT_ANY_STAGE: Final = (values.Initials, values.Document)
_MAY_PRECEDE: Final = (*_AT_ANY_STAGE, values.WebPage, values.PageStep)
"""What may be of a day before the signing: a page may have been found before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What is known when something is kept: the text, the stage, what was kept before.

    `elsewhere` are the numbers that other papers bear; `about` is what the entry answers.
    """

    paper: Paper
    stage: Stage
    signed_on: date | None
    today: date
    calendar: Calendar
    zone: Zone
    kept: Sequence[Record] = ()
    elsewhere: Collection[str] = ()
    about: Record | None = None


def hold(entry: Entry, on: date, now: Situation) -> None:
    """Hold that something may be kept as of a day; Invalid by field, RuleBroken else."""
    _hold_about(entry, now)
    _hold_stage(entry, now)
    _hold_day(entry, on, now)
    match entry:
        case values.Addendum():
            _hold_addendum(entry, now)
        case values.Settlement():
            _hold_settlement(entry, now)
        case values.Question():
            _hold_place(entry.at, now)
        case values.WebPage():
            hold_page(entry, now.kept)
        case values.PageStep() if now.about:
            hold_step(entry, on, now.about.id, now.kept)
        case _:
            _hold_correspondence(entry, on, now)


def _hold_correspondence(entry: Entry, on: date, now: Situation) -> None:
    match entry:
        case values.NewAddress():
            _hold_address(entry, on, now)
        case values.Letter():
            _hold_letter(entry)
        case values.Receipt():
            _hold_once(entry, now)


def _hold_about(entry: Entry, now: Situation) -> None:
    wanted = ANSWERS.get(kind_of(entry))
    found = now.about.kind if now.about else None
    if found is not wanted:
        raise RuleBroken("Catatan ini tidak menjawab catatan yang dipilih.")


def _hold_stage(entry: Entry, now: Situation) -> None:
    if isinstance(entry, _AT_ANY_STAGE):
        return
    if now.stage in BEFORE_SIGNING or now.signed_on is None:
        raise RuleBroken("Ini dicatat setelah kerja sama ditandatangani.")
    if isinstance(entry, values.Addendum) and now.stage is Stage.ENDED:
        raise RuleBroken("Kerja sama yang sudah berakhir tidak diubah dengan adendum.")


def _hold_day(entry: Entry, on: date, now: Situation) -> None:
    if on > now.today and not isinstance(entry, values.NewAddress):
        raise Invalid({"on": ["Tanggal tidak boleh setelah hari ini."]})
    if now.signed_on and on < now.signed_on and not isinstance(entry, _MAY_PRECEDE):
        raise Invalid({"on": ["Tanggal tidak boleh sebelum penandatanganan."]})
    if now.about and on < now.about.on:
        said = f"Tanggal tidak boleh sebelum {day(now.about.on)}, hari yang dijawabnya."
        raise Invalid({"on": [said]})


def _missing(now: Situation, places: Collection[int]) -> str:
    return ", ".join(
        party.called
        for place, party in enumerate(now.paper.parties, start=1)
        if place not in set(places)
    )


def _hold_addendum(entry: values.Addendum, now: Situation) -> None:
    missing = _missing(now, entry.signed)
    if missing:
        said = f"Adendum berlaku setelah semua pihak menandatangani; belum: {missing}."
        raise Invalid({"signed": [said]})
    numbers = [number for number in entry.numbers if number]
    if len(numbers) < len(now.paper.parties):
        raise RuleBroken("Setiap pihak memberi adendum nomornya sendiri; lengkapi nomornya.")
    own = {party.number for party in now.paper.parties}
    own |= {n for r in now.kept if isinstance(r.entry, values.Addendum) for n in r.entry.numbers}
    for number in numbers:
        if number in own or number in now.elsewhere or numbers.count(number) > 1:
            raise RuleBroken(f"Nomor {number} sudah dipakai naskah lain.")
    if not entry.changes:
        raise Invalid({"at_1": ["Sebut sedikitnya satu pasal yang diubah."]})
    problems = dict(_problems(entry.changes, places(now.paper, now.kept)))
    if problems:
        raise Invalid(problems)


def _problems(
    changes: Sequence[values.Change], known: Collection[str]
) -> Iterator[tuple[str, list[str]]]:
    for place, change in enumerate(changes, start=1):
        if not _PLACE.fullmatch(change.at):
            yield f"at_{place}", ["Sebut tempatnya, misalnya: Pasal 7 ayat (1)."]
        elif change.how == "add" and change.at in known:
            yield f"at_{place}", [f"{change.at} sudah ada; pilih diubah atau dihapus."]
        elif change.how != "add" and change.at not in known:
            yield f"at_{place}", [f"{change.at} tidak ada di naskah kerja sama induknya."]
        if change.how != "drop" and not change.text:
            yield f"text_{place}", ["Isi bunyi barunya."]


def places(paper: Paper, kept: Sequence[Record]) -> frozenset[str]:
    """Return the places that a text has after all its addenda."""
    found = {at for at, _ in paper.sentences()} | {f"Pasal {a.number}" for a in paper.articles}
    addenda = [record.entry for record in kept if isinstance(record.entry, values.Addendum)]
    for change in (each for addendum in addenda for each in addendum.changes):
        if change.how == "drop":
            found.discard(change.at)
        else:
            found.add(change.at)
    return frozenset(found)


def _hold_place(at: str, now: Situation) -> None:
    if at not in places(now.paper, now.kept):
        raise Invalid({"at": [f"{at} tidak ada di naskah kerja sama ini."]})


def _hold_settlement(entry: values.Settlement, now: Situation) -> None:
    answers = [each for each in now.kept if now.about and each.about == now.about.id]
    if any(isinstance(each.entry, values.Settlement) for each in answers):
        raise RuleBroken("Penyelesaiannya sudah dicatat.")
    if not any(isinstance(each.entry, values.Talk) for each in answers):
        raise RuleBroken(
            "Perbedaan diselesaikan dengan musyawarah.", remedy="Catat pertemuannya lebih dahulu."
        )
    missing = _missing(now, entry.agreed)
    if missing:
        said = f"Penyelesaian berlaku bila semua pihak menyepakatinya; belum: {missing}."
        raise Invalid({"agreed": [said]})


def _hold_address(entry: values.NewAddress, on: date, now: Situation) -> None:
    if entry.told_on > now.today:
        raise Invalid({"told_on": ["Tanggal tidak boleh setelah hari ini."]})
    if entry.address.party not in addresses(now.paper, now.kept, on):
        return  # it has none to change
    try:
        found = last_day_to_tell(now.paper.correspondence, on, now.calendar, now.zone)
    except CannotCompute as refused:
        raise Invalid({"on": [refused.reason]}) from refused
    if found and entry.told_on > found.due.on:
        said = (
            f"Perubahan yang berlaku {day(on)} diberitahukan paling lambat {day(found.due.on)}:"
            f" {found.rule.number} hari kerja sebelumnya ({found.rule.article})."
        )
        raise Invalid({"on": [said]})


def _hold_letter(entry: values.Letter) -> None:
    if entry.sender == entry.receiver:
        raise Invalid({"receiver": ["Pilih pihak lain sebagai penerima."]})


def _hold_once(entry: Entry, now: Situation) -> None:
    for each in now.kept:
        if now.about and each.about == now.about.id and each.entry == entry:
            raise RuleBroken("Catatan yang sama sudah ada.")
