"""The sections of the meeting itself: its agreement, agenda, decisions, minutes, presence."""

from collections.abc import Iterator

from netralitas.evaluation.packs.domain import Section, Table
from netralitas.evaluation.packs.pages import Content
from netralitas.evaluation.pages import DecisionLine


def agreement(content: Content) -> Iterator[Section]:
    """Yield the sheet of the agreement that asks for the meeting, if one does."""
    sheet = content.agreement
    if sheet is not None:
        facts = (
            ("Judul", sheet.title),
            *sheet.parties,
            ("Ditandatangani", sheet.signed),
            ("Berlaku sampai", f"{sheet.ends} ({sheet.left})"),
        )
        yield Section(title=sheet.kind, facts=facts)


def agenda(content: Content) -> Section:
    """Return what the meeting is to speak about."""
    items = content.record.agenda
    return Section(
        title="Acara",
        said=() if items else ("Tidak ada acara selain yang tercantum dengan sendirinya.",),
        table=Table(
            name="acara",
            title="Acara",
            heads=("No.", "Acara"),
            rows=tuple((place, item.text) for place, item in enumerate(items, start=1)),
        ),
    )


def carried(content: Content) -> Section:
    """Return what earlier meetings decided and is not done."""
    lines = content.record.carried
    return Section(
        title="Keputusan rapat terdahulu yang masih terbuka",
        said=() if lines else ("Tidak ada keputusan rapat terdahulu yang belum selesai.",),
        table=_decisions("keputusan-terbuka", "Keputusan terbuka", lines),
    )


def decided(content: Content) -> Section:
    """Return what this meeting decided."""
    lines = content.record.decisions
    return Section(
        title="Keputusan rapat ini",
        said=() if lines else ("Belum ada keputusan yang dicatat.",),
        table=_decisions("keputusan", "Keputusan", lines),
    )


def sitting(content: Content) -> Iterator[Section]:
    """Yield the minutes, if there are any, and who came."""
    record = content.record
    if record.minutes:
        yield Section(title="Notulen", typed=record.minutes)
    yield Section(
        title="Kehadiran",
        said=() if record.presence else ("Kehadiran belum dicatat.",),
        table=Table(
            name="kehadiran",
            title="Kehadiran",
            heads=("Instansi", "Orang", "Hadir sebagai"),
            rows=tuple((one.organisation, one.persons, one.capacity) for one in record.presence),
        ),
    )


def _decisions(name: str, title: str, lines: tuple[DecisionLine, ...]) -> Table:
    return Table(
        name=name,
        title=title,
        heads=("Keputusan", "Pelaksana", "Tenggat", "Keadaan", "Rapat"),
        rows=tuple(
            (line.text, line.organisation, line.due_on, line.standing, line.meeting)
            for line in lines
        ),
    )
