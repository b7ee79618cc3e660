"""The written notice of a failure, from what the register knows."""

from collections.abc import Sequence
from datetime import datetime

import msgspec

from netralitas.documents.rendering import render
from netralitas.law.domain import Zone
from netralitas.law.words import moment
from netralitas.privacy.incidents import words
from netralitas.privacy.incidents.domain import NoteKind
from netralitas.privacy.incidents.queries import Incident, Note
from netralitas.web.formats import number


class Notice(msgspec.Struct, frozen=True, kw_only=True):
    """The letter as it is printed."""

    title: str
    office: str
    footer: str
    letterhead: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    parts: tuple[tuple[str, str], ...]
    basis: str


async def notice(one: Incident, notes: Sequence[Note], to: str, at: datetime, zone: Zone) -> bytes:
    """Return the notice to whom it says, as PDF, as things stood at that moment."""
    measures = [note.text for note in reversed(notes) if note.kind is NoteKind.MEASURE]
    content = Notice(
        title="Pemberitahuan kegagalan pelindungan data pribadi",
        office=one.office,
        footer=f"{words.TITLE} {one.id}",
        letterhead=(),
        facts=(
            ("Kepada", to),
            ("Diketahui", moment(one.discovered_at, zone)),
            ("Keadaan per", moment(at, zone)),
            (
                "Orang yang terkena",
                words.UNKNOWN if one.people is None else number(one.people),
            ),
        ),
        parts=(
            ("Data pribadi yang terkena", one.data),
            ("Kapan dan bagaimana", one.happened),
            ("Penanganan dan pemulihan", "\n".join(measures) or "Belum ada tindakan yang dicatat."),
        ),
        basis="Undang-Undang Nomor 27 Tahun 2022 Pasal 46 (sumber kedua, perlu konfirmasi)",
    )
    return await render("incident_notice", content, at)
