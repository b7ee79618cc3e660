"""What happened to an activity, as sentences."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from netralitas.agreements.words import plain_day
from netralitas.law import words as law_words
from netralitas.prevention import words
from netralitas.prevention.attending.words import event as attending_event
from netralitas.prevention.domain import CancelReason, FileUse, Platform


def event(name: str, details: Mapping[str, Any], happened_on: date | None) -> str:
    """Return the event `name` of an activity as a sentence. KeyError for one without words."""
    if name in _PLAIN:
        return _PLAIN[name]
    if name in _TOLD:
        return _TOLD[name](details, happened_on)
    said = attending_event(name, details)
    if said is None:
        raise KeyError(name)
    return said


def _held(details: Mapping[str, Any], happened_on: date | None) -> str:
    if happened_on is None:
        return "Kegiatan terlaksana."
    people = words.number(_people(details))
    return f"Kegiatan terlaksana pada {plain_day(happened_on)} dengan {people} orang hadir."


def _moved(details: Mapping[str, Any], _: date | None) -> str:
    before, after = (date.fromisoformat(details[name]) for name in ("from", "planned_on"))
    if before == after:
        return f"Jam atau tempat kegiatan diubah; harinya tetap {law_words.day(after)}."
    return f"Kegiatan dipindahkan dari {law_words.day(before)} ke {law_words.day(after)}."


def _announced(details: Mapping[str, Any], _: date | None) -> str:
    on = law_words.day(date.fromisoformat(details["planned_on"]))
    return f"Kegiatan diumumkan kepada publik untuk {on}."


def _corrected(details: Mapping[str, Any], _: date | None) -> str:
    people = words.number(_people(details))
    return f"Kehadiran dan tugas dibetulkan; menjadi {people} orang hadir."


def _cancelled(details: Mapping[str, Any], _: date | None) -> str:
    return f"Kegiatan dibatalkan: {words.REASONS[CancelReason(details['reason'])].lower()}."


def _filed(details: Mapping[str, Any], _: date | None) -> str:
    shared = " dan dibagikan kepada publik" if details["shared"] else ""
    return f"Berkas ditambahkan ({words.USES[FileUse(details['use'])].lower()}){shared}."


def _shared(details: Mapping[str, Any], _: date | None) -> str:
    if details["shared"]:
        return "Bahan dibagikan kepada publik."
    return "Bahan tidak dibagikan lagi kepada publik."


def _posted(details: Mapping[str, Any], _: date | None) -> str:
    return f"Unggahan di {words.PLATFORMS[Platform(details['platform'])]} dicatat."


def _counted(details: Mapping[str, Any], _: date | None) -> str:
    on = plain_day(date.fromisoformat(details["reach_on"]))
    return f"Jangkauan unggahan dicatat: {words.number(details['reach'])} per {on}."


def _people(details: Mapping[str, Any]) -> int:
    return sum(one["present"] for one in details.get("attendance", ()))


_PLAIN: Final = {
    "activity.planned": "Kegiatan direncanakan.",
    "activity.speaker_added": "Narasumber ditambahkan.",
    "activity.speaker_removed": "Narasumber dihapus.",
    "activity.file_removed": "Berkas dihapus dari kegiatan.",
    "activity.post_removed": "Unggahan dihapus dari kegiatan.",
    "activity.duty_proved": "Bukti pelaksanaan tugas dicatat.",
    "activity.achieved": "Capaian dan biaya kegiatan dicatat.",
}
_TOLD: Final[Mapping[str, Callable[[Mapping[str, Any], date | None], str]]] = {
    "activity.announced": _announced,
    "activity.moved": _moved,
    "activity.held": _held,
    "activity.attendance_recorded": _corrected,
    "activity.cancelled": _cancelled,
    "activity.file_added": _filed,
    "activity.file_shared": _shared,
    "activity.post_added": _posted,
    "activity.post_counted": _counted,
}
