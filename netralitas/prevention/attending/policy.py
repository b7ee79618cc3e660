"""The rules of a list of presence and of a test: pure.

Somebody stands once on the list of an activity: known by the number, else by name and unit. Never
are more of a unit on the list, or counted, than work there.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from netralitas.law.words import day
from netralitas.prevention.attending.domain import (
    FEWEST_CHOICES,
    LONGEST_OPEN,
    MOST_CHOICES,
    MOST_QUESTIONS,
    NewAttendee,
    Question,
)
from netralitas.prevention.domain import Activity, ActivityState, Unit
from netralitas.refusals import RuleBroken

type_fault = tuple[str, str]
"""The field that is wrong, and the sentence that says why."""


type_listed = tuple[bytes | None, str, int | None]
"""Somebody on a list: the digest of the number, the name as names are compared, the unit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What stands on a list, and how many of each unit are counted as present."""

    units: Mapping[int, Unit]
    people: Sequence[type_listed] = ()
    present: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Who can be added, what is wrong with the others by their place, the counts after it.

    `raised` has the units whose count was too small for those who are named.
    """

    added: tuple[NewAttendee, ...]
    faults: Mapping[int, type_fault]
    raised: Mapping[int, int]


class _List:
    """A list of presence while people are put on it."""

    def __init__(self, people: Iterable[type_listed]) -> None:
        self.named: Counter[int] = Counter()
        self._numbers: set[bytes] = set()
        self._names: dict[tuple[str, int | None], list[bytes | None]] = {}
        for one in people:
            self.put(one)

    def put(self, one: type_listed) -> None:
        """Put somebody on the list."""
        number, name, unit = one
        self._names.setdefault((name, unit), []).append(number)
        if number is not None:
            self._numbers.add(number)
        if unit is not None:
            self.named[unit] += 1

    def has(self, one: type_listed) -> bool:
        """Say whether somebody is on it: by number, else by name and unit."""
        number, name, unit = one
        if number is not None and number in self._numbers:
            return True
        of_name = self._names.get((name, unit), [])
        return any(number is None or other is None for other in of_name)


def name_key(name: str) -> str:
    """Return a name as names are compared: letters and digits of its words, in small letters."""
    kept = (letter if letter.isalnum() else " " for letter in name.casefold())
    return " ".join("".join(kept).split())


def listed(one: NewAttendee) -> type_listed:
    """Return somebody as a list knows them."""
    return one.nip.digest if one.nip else None, name_key(one.name), one.unit


def place_people(known: Known, people: Sequence[NewAttendee]) -> Placed:
    """Return who of `people` can be added to a list, in their order, and what the others lack."""
    standing = _List(known.people)
    added: list[NewAttendee] = []
    faults: dict[int, type_fault] = {}
    for place, one in enumerate(people):
        fault = _fault(known, standing, one)
        if fault is not None:
            faults[place] = fault
            continue
        added.append(one)
        standing.put(listed(one))
    raised = {
        unit: number
        for unit, number in standing.named.items()
        if number > known.present.get(unit, 0)
    }
    return Placed(added=tuple(added), faults=faults, raised=raised)


def as_guests(known: Known, people: Sequence[NewAttendee]) -> tuple[NewAttendee, ...]:
    """Return people as a phone adds them: whoever is on the list is left out.

    Who names a unit of which everybody is there already, or none of this activity, is a guest who
    says so: nobody in the room can be refused, and no unit has more people than work in it.
    """
    standing = _List(known.people)
    found: list[NewAttendee] = []
    for one in people:
        if standing.has(listed(one)):
            continue
        unit = known.units.get(one.unit) if one.unit is not None else None
        if one.unit is not None and (unit is None or standing.named[unit.id] >= unit.staff):
            origin = unit.name if unit else one.origin
            placed = replace(one, unit=None, origin=origin)
            if standing.has(listed(placed)):
                continue
        else:
            placed = one
        standing.put(listed(placed))
        found.append(placed)
    return tuple(found)


def after_removal(present: int, named: int) -> int:
    """Return how many of a unit were present once one of its `named` is off the list.

    Who was counted because of the list is not counted any more; who was counted beside it stays.
    """
    return present - 1 if present == named else present


def hold_day_come(activity: Activity, today: date) -> None:
    """Hold that people can be noted as present: the day has come and it was not cancelled."""
    hold_not_cancelled(activity)
    if activity.state is not ActivityState.HELD and activity.planned_on > today:
        raise RuleBroken(
            "Daftar hadir diisi mulai hari kegiatan, yaitu"
            f" {day(activity.planned_on)}. Halaman HP dan soal tes dapat disiapkan sebelumnya."
        )


def hold_not_cancelled(activity: Activity) -> None:
    """Hold that an activity was not cancelled."""
    if activity.state is ActivityState.CANCELLED:
        raise RuleBroken("Kegiatan ini dibatalkan, jadi tidak ada yang hadir dan tidak ada tesnya.")


def door_problems(opens_at: datetime, closes_at: datetime) -> Mapping[str, list[str]]:
    """Return what is wrong with the hours of the page for phones, by field."""
    if closes_at <= opens_at:
        return {"closes": ["Jam tutup harus sesudah jam buka."]}
    if closes_at - opens_at > timedelta(hours=LONGEST_OPEN):
        return {"closes": [f"Halaman HP dibuka paling lama {LONGEST_OPEN} jam."]}
    return {}


def question_problems(questions: Sequence[Question]) -> Sequence[str]:
    """Return what a test lacks, a sentence each."""
    found = []
    if not questions:
        found.append("Tulis sedikitnya satu pertanyaan.")
    if len(questions) > MOST_QUESTIONS:
        found.append(f"Tes paling banyak {MOST_QUESTIONS} pertanyaan.")
    for number, question in enumerate(questions, start=1):
        found += [f"Pertanyaan {number}: {said}" for said in _wrong_with(question)]
    return found


def papers_problems(people: int, points: int, questions: int) -> Mapping[str, list[str]]:
    """Return what papers added up cannot say, by field."""
    most = people * questions
    if points <= most:
        return {}
    return {
        "points": [
            f"Jumlah jawaban benar paling banyak {most}: {people} orang kali {questions} soal."
        ]
    }


def right_answers(questions: Sequence[Question], chosen: Sequence[int | None]) -> list[int]:
    """Return 1 for each question that was answered rightly, else 0."""
    given = [*chosen, *[None] * len(questions)]
    return [int(choice == one.right) for one, choice in zip(questions, given, strict=False)]


def _wrong_with(question: Question) -> Iterable[str]:
    if not FEWEST_CHOICES <= len(question.choices) <= MOST_CHOICES:
        yield f"isi {FEWEST_CHOICES} sampai {MOST_CHOICES} pilihan jawaban."
    if len({choice.casefold() for choice in question.choices}) < len(question.choices):
        yield "dua pilihan jawaban sama."
    if not 0 <= question.right < len(question.choices):
        yield "beri tanda bintang (*) pada satu jawaban yang benar."


def _fault(known: Known, standing: _List, one: NewAttendee) -> type_fault | None:
    """Return what is wrong with somebody beside those who stand on the list, None of nothing."""
    if one.unit is not None and one.unit not in known.units:
        return "unit", "Unit kerja ini bukan unit kerja dari pihak kegiatan."
    if standing.has(listed(one)):
        return "name", _twice(one)
    if one.unit is not None and standing.named[one.unit] >= known.units[one.unit].staff:
        return "unit", too_many(known.units[one.unit])
    return None


def too_many(unit: Unit) -> str:
    """Return the sentence for one person more than a unit has."""
    return (
        f"{unit.name} hanya berpegawai {unit.staff} orang menurut hitungan"
        f" {day(unit.counted_on)}, dan semuanya sudah ada pada daftar hadir. Periksa unitnya, atau"
        " catat sebagai tamu."
    )


def _twice(one: NewAttendee) -> str:
    if one.nip is not None:
        return f"{one.name} sudah ada pada daftar hadir: NIP atau namanya sama."
    return (
        f"{one.name} sudah ada pada daftar hadir dengan unit yang sama. Bila orangnya berbeda, isi"
        " NIP."
    )
