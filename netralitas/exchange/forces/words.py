"""The Indonesian words of task forces, liaison officers and duty rosters."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from netralitas.exchange.forces.domain import ForceKind, Post
from netralitas.exchange.words import plain_day
from netralitas.web.parts import type_tone

TITLE: Final = "Satgas dan narahubung"
LEAD: Final = (
    "Satuan tugas dan narahubung para pihak: surat keputusan, masa tugas, dan siapa yang piket."
    " Yang berakhir tetap tercatat."
)
KINDS: Final[Mapping[ForceKind, str]] = {
    ForceKind.TASK_FORCE: "Satuan tugas",
    ForceKind.LIAISON: "Narahubung",
}
POSTS: Final[Mapping[Post, str]] = {
    Post.LEADER: "Ketua",
    Post.DEPUTY: "Wakil ketua",
    Post.SECRETARY: "Sekretaris",
    Post.MEMBER: "Anggota",
    Post.LIAISON: "Narahubung",
}
TOGETHER: Final = "Para pihak bersama-sama"

# From so many days on an end is marked, so that a new decree can be prepared: a choice of the
# product, no rule of an agreement.
SOON: Final = 30


def term(since: date, until: date | None) -> str:
    """Return "1 Januari 2024 s.d. 31 Desember 2024"."""
    return f"{plain_day(since)} s.d. {plain_day(until) if until else 'diakhiri'}"


def standing(since: date, until: date | None, today: date) -> tuple[str, type_tone]:
    """Return whether a term runs, with how long it still does: "Berakhir dalam 12 hari"."""
    if today < since:
        return f"Mulai {plain_day(since)}", "waiting"
    if until is None:
        return "Bertugas", "done"
    left = (until - today).days
    if left < 0:
        return f"Berakhir {plain_day(until)}", "neutral"
    if left <= SOON:
        return (f"Berakhir dalam {left} hari" if left else "Hari terakhir"), "soon"
    return "Bertugas", "done"


_EVENTS: Final[Mapping[str, str]] = {
    "task_force.formed": "Pembentukan dicatat.",
    "task_force.joined": "Seorang anggota dicatat.",
    "task_force.left": "Masa tugas seorang anggota diakhiri.",
    "task_force.ended": "Masa tugas diakhiri.",
    "task_force.duty_cancelled": "Satu hari piket dibatalkan.",
}


def event(name: str, details: Mapping[str, Any]) -> str:
    """Return what happened to a task force, in a sentence."""
    if name == "task_force.duty_set":
        return f"Piket diisi untuk {details['days']} hari."
    return _EVENTS.get(name, name)
