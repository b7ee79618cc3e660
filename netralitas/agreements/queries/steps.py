"""Where an agreement stands on its stages, and the ways on from there. Pure."""

from netralitas.agreements import words
from netralitas.agreements.stages import IN_FORCE, NINE, WRITABLE, Stage, moves_from
from netralitas.web.parts import Link, Strip
from netralitas.web.parts import Stage as Phase


def strip_of(stage: Stage) -> Strip:
    """Return the nine stages; of a suspended or ended agreement none is the present one."""
    present = NINE.index(stage) if stage in NINE else len(NINE)
    phases = [
        Phase(
            label=words.STAGES[each],
            state="done" if place < present else "current" if place == present else "ahead",
        )
        for place, each in enumerate(NINE)
    ]
    beside = () if stage in NINE else (Phase(label=words.STAGES[stage], state="current"),)
    return Strip(title="Tahapan kerja sama", stages=(*phases, *beside))


def moves_of(stage: Stage, href: str, *, by_stages: bool) -> tuple[Link, ...]:
    """Return the moves that leave a stage, and what changes the end of what is in force."""
    found = [
        Link(label=move.label, href=f"{href}/langkah/{move.code}") for move in moves_from(stage)
    ]
    if stage in IN_FORCE:
        if by_stages:
            found.append(Link(label="Catat selesainya tahapan", href=f"{href}/tahapan"))
        found.append(Link(label="Catat perpanjangan", href=f"{href}/perpanjangan"))
        found.append(Link(label="Tandai tugas untuk pencegahan", href=f"{href}/tugas"))
    return tuple(found)


def writes_of(stage: Stage, href: str) -> tuple[Link, ...]:
    """Return the forms of the text while it may be written."""
    if stage not in WRITABLE:
        return ()
    return (
        Link(label="Ubah pokok naskah", href=f"{href}/naskah"),
        Link(label="Tambah ketentuan", href=f"{href}/ketentuan"),
        Link(label="Atur korespondensi", href=f"{href}/korespondensi"),
        Link(label="Tambah baris rencana kerja", href=f"{href}/rencana"),
    )
