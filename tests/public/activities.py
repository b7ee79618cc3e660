"""Activities and materials made by hand, as the agenda and the library take them."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from netralitas.cases.domain import Theme
from netralitas.law.domain import Zone
from netralitas.prevention.domain import ActivityKind, ActivityState, CancelReason
from netralitas.public.agenda.domain import Announced, Change, News, Speaker
from netralitas.public.library.domain import Material

TODAY = date(2024, 9, 2)
TOLD = datetime(2024, 8, 20, 2, 0, tzinfo=UTC)
SITE = "https://netralitas.example.id"


def told(on: date) -> Change:
    """The announcement of an activity for a day."""
    return Change(news=News.ANNOUNCED, at=TOLD, on=on)


def activity(number: int = 1, on: date = TODAY, **changes: Any) -> Announced:  # noqa: ANN401 - fields by name
    """An announced socialization of the morning, told of once."""
    values: dict[str, Any] = {
        "id": number,
        "kind": ActivityKind.SOCIALIZATION,
        "theme": Theme.NEUTRALITY,
        "title": f"Sosialisasi {number}",
        "state": ActivityState.ANNOUNCED,
        "on": on,
        "begins_at": time(9),
        "ends_at": time(11, 30),
        "zone": Zone.WITA,
        "region": "Kecamatan Melati",
        "place": "Aula Camat",
        "audience": "ASN kecamatan",
        "organiser": "Bawaslu Kabupaten Contoh",
        "others": ("Pemerintah Kabupaten Contoh",),
        "notice": None,
        "speakers": (Speaker(name="Sari Contoh", capacity="Dosen"),),
        "changes": (told(on),),
    }
    return Announced(**(values | changes))


def moved(number: int = 1) -> Announced:
    """An activity that was announced for TODAY and then put two days later."""
    later = TODAY + timedelta(days=2)
    change = Change(news=News.MOVED, at=TOLD + timedelta(days=1), on=later, before=TODAY)
    return activity(number, later, changes=(told(TODAY), change))


def cancelled(number: int = 1, on: date = TODAY) -> Announced:
    """An activity that was announced and then cancelled."""
    change = Change(
        news=News.CANCELLED, at=TOLD + timedelta(days=1), on=on, reason=CancelReason.BUDGET
    )
    return activity(number, on, state=ActivityState.CANCELLED, changes=(told(on), change))


def material(number: int = 1, **changes: Any) -> Material:  # noqa: ANN401 - fields by name
    """A shared leaflet."""
    values: dict[str, Any] = {
        "digest": f"{number:064x}",
        "size": 2_516_582,
        "media_type": "application/pdf",
        "title": f"Selebaran {number}",
        "on": TODAY,
        "theme": Theme.NEUTRALITY,
        "office": "Bawaslu Kabupaten Contoh",
        "activity": None,
    }
    return Material(**(values | changes))
