"""What a change of the law may be: refused, asked about, or plain. Pure.

Every refusal is a sentence for the administrator; nothing here depends on who they are.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise
from typing import Final

from netralitas.editions.domain import Bodies, Entry, EntryKind, Question
from netralitas.law.book import read_rules
from netralitas.law.calendar import KIND_WORDS, DayKind
from netralitas.law.domain import Rule
from netralitas.law.entries import Body, Key, live
from netralitas.law.words import day
from netralitas.refusals import RuleBroken

DECREE_AFTER: Final = "decree_after"
WITHDRAWN: Final = "withdrawn"
RETROACTIVE: Final = "retroactive"
PAST_DAY: Final = "past_day"
KNOWN_DAY: Final = "known_day"

QUESTIONS: Final = (DECREE_AFTER, WITHDRAWN, RETROACTIVE, PAST_DAY, KNOWN_DAY)
"""The codes of everything that is asked about."""


def changed(before: Bodies, entries: Iterable[Entry]) -> dict[Key, Body]:
    """Return what stands after the change."""
    after = dict(before)
    for entry in entries:
        if entry.body is None:
            after.pop((entry.kind, entry.key), None)
        else:
            after[entry.kind, entry.key] = entry.body
    return after


def check(before: Bodies, entries: tuple[Entry, ...]) -> None:
    """Hold that the change can be made to what stands before it; RuleBroken says what is wrong.

    What the entries say is well formed, each for itself.
    """
    for entry in entries:
        if entry.body is None and (entry.kind, entry.key) not in before:
            raise RuleBroken(
                f"“{entry.key}” tidak ada, jadi tidak dapat dicabut.", rule="law.unknown"
            )
    if not any(before.get((entry.kind, entry.key)) != entry.body for entry in entries):
        raise RuleBroken("Usulan ini tidak mengubah apa pun.", rule="law.no_change")
    after = changed(before, entries)
    for entry in entries:
        _check_entry(entry, after)


def questions(before: Bodies, entries: Iterable[Entry], today: date) -> tuple[Question, ...]:
    """Return what the administrator is asked to confirm before the change is saved."""
    return tuple(question for entry in entries for question in _questions(before, entry, today))


def _check_entry(entry: Entry, after: Bodies) -> None:
    if entry.kind is EntryKind.HOLIDAY and entry.body is not None:
        _check_holiday(entry, after)
    if entry.kind is EntryKind.YEAR:
        _check_years(after)
    if entry.kind in {EntryKind.HOLIDAY, EntryKind.YEAR}:
        _check_decrees(after)
    if entry.kind is EntryKind.RULE:
        _check_versions(entry.key.partition("#")[0], after)


def _check_holiday(entry: Entry, after: Bodies) -> None:
    on = date.fromisoformat(entry.key.partition("@")[0])
    national = after.get((EntryKind.HOLIDAY, on.isoformat()))
    if "@" in entry.key and national is not None:
        raise RuleBroken(
            f"{day(on)} sudah libur di seluruh Indonesia: {national['name']}.",
            rule="law.holiday_twice",
        )
    if (EntryKind.YEAR, str(on.year)) not in after:
        raise RuleBroken(
            f"Kalender tahun {on.year} belum dimuat. Muat tahunnya lebih dahulu.",
            rule="law.year_not_loaded",
        )


def _check_years(after: Bodies) -> None:
    years = sorted(int(key) for kind, key in after if kind == EntryKind.YEAR)
    if not years or any(later - earlier != 1 for earlier, later in pairwise(years)):
        raise RuleBroken(
            "Tahun kalender harus berurutan tanpa celah.", rule="law.years_follow_one_another"
        )


def _check_decrees(after: Bodies) -> None:
    years = {key: live(body) for (kind, key), body in after.items() if kind == EntryKind.YEAR}
    days = (live(body) for (kind, _), body in after.items() if kind == EntryKind.HOLIDAY)
    for one in days:
        on, year = one["on"], years.get(str(one["on"].year))
        if year and not one.get("source") and one["kind"] not in year["source"]:
            raise RuleBroken(
                f"{day(on)} tidak menyebut dasarnya, dan tahun {on.year} tidak memuat dasar "
                f"{KIND_WORDS[DayKind(one['kind'])]}.",
                rule="law.no_decree",
            )


def _check_versions(code: str, after: Bodies) -> None:
    own = [
        live(body)
        for (kind, key), body in after.items()
        if kind == EntryKind.RULE and key.partition("#")[0] == code
    ]
    versions = sorted(read_rules(own), key=lambda rule: rule.valid_from or date.min)
    for earlier, later in pairwise(versions):
        begins = later.valid_from or date.min
        if earlier.valid_to is None or begins <= earlier.valid_to:
            raise RuleBroken(
                f"Versi {later.version} berlaku bersamaan dengan versi {earlier.version}. "
                f"Versi baru harus mulai sesudah {_first_day(earlier)}.",
                rule="law.overlap",
            )


def _first_day(rule: Rule) -> str:
    begins = rule.valid_from
    return day(begins) if begins else f"versi {rule.version} mulai berlaku"


def _questions(before: Bodies, entry: Entry, today: date) -> Iterator[Question]:
    if entry.kind is EntryKind.HOLIDAY:
        on = date.fromisoformat(entry.key.partition("@")[0])
        yield from _questions_of_day(before.get((entry.kind, entry.key)), entry, on, today)
    if entry.kind is EntryKind.RULE and entry.body and (entry.kind, entry.key) not in before:
        [rule] = read_rules([live(entry.body)])
        if rule.valid_from is None or rule.valid_from < today:
            yield Question(
                code=RETROACTIVE,
                sentence=(
                    "Versi ini berlaku surut: tenggat yang sedang berjalan dan dimulai sejak "
                    "tanggal berlakunya ikut dihitung ulang."
                ),
            )


def _questions_of_day(
    known: Body | None, entry: Entry, on: date, today: date
) -> Iterator[Question]:
    if entry.body is None:
        yield Question(
            code=WITHDRAWN,
            sentence=f"{day(on)} tidak lagi dicatat sebagai hari libur.",
        )
        return
    if known is not None:
        yield Question(
            code=KNOWN_DAY,
            sentence=(
                f"{day(on)} sudah tercatat: {known['name']}. Catatan itu diganti, bukan ditambah."
            ),
        )
    decree = live(entry.body).get("decree_on")
    if decree and decree > on:
        yield Question(
            code=DECREE_AFTER,
            sentence=(
                f"Keputusannya bertanggal {day(decree)}, sesudah hari libur itu sendiri "
                f"({day(on)})."
            ),
        )
    if on < today:
        yield Question(code=PAST_DAY, sentence=f"{day(on)} sudah lewat.")
