"""What was kept under an agreement beside its text and its letters, as lines of a page."""

from collections.abc import Iterator

from netralitas.agreements import words
from netralitas.agreements.pages import RecordLine, RecordSection, RecordsPage
from netralitas.agreements.paper import Paper, Rule
from netralitas.agreements.queries.addenda import changed
from netralitas.agreements.queries.register import PATH
from netralitas.agreements.records import values
from netralitas.agreements.records.values import Addendum, Record
from netralitas.agreements.store.records import records_of
from netralitas.database.connection import Connection
from netralitas.law.words import day
from netralitas.web.parts import Crumb, Link


async def records_page(c: Connection, agreement: int, paper: Paper, *, keeps: bool) -> RecordsPage:
    """Return addenda, officials, initials, documents and questions; one statement."""
    kept = await records_of(c, agreement)
    here = f"{PATH}/{agreement}"
    made = (_addenda, _officials, _initials, _documents, _questions)
    return RecordsPage(
        crumbs=(Crumb("Kerja sama", PATH), Crumb(paper.title, here), Crumb("Catatan")),
        title="Catatan pelaksanaan",
        caption=words.caption_of(paper),
        sections=tuple(each(here, paper, kept, keeps=keeps) for each in made),
    )


def _addendum(record: Record, entry: Addendum) -> RecordLine:
    """Return an addendum: its numbers, and each place it changes with how that reads now."""
    numbers = "; ".join(entry.numbers)
    return RecordLine(
        title=f"Adendum nomor {numbers}",
        on=day(record.on),
        state="Berlaku",
        tone="done",
        texts=tuple(changed(each) for each in entry.changes),
    )


def way(label: str, href: str, *, keeps: bool) -> Link | None:
    """Return the way to a form, for who keeps agreements."""
    return Link(label=label, href=href) if keeps else None


def _addenda(here: str, paper: Paper, kept: tuple[Record, ...], *, keeps: bool) -> RecordSection:
    found = [(each, each.entry) for each in kept if isinstance(each.entry, Addendum)]
    return RecordSection(
        title="Adendum",
        nothing="Belum ada adendum",
        hint="Adendum mengubah pasal tertentu dan berlaku setelah semua pihak menandatanganinya.",
        about=_rule(paper, paper.addendum),
        lines=tuple(_addendum(each, entry) for each, entry in found),
        way=way("Catat adendum", f"{here}/catatan/adendum", keeps=keeps),
    )


def _officials(here: str, paper: Paper, kept: tuple[Record, ...], *, keeps: bool) -> RecordSection:
    return RecordSection(
        title="Pejabat para pihak",
        nothing="Belum ada pergantian pejabat",
        hint="Pergantian pejabat dicatat di sini; kerja sama tetap berlaku seperti semula.",
        about=_rule(paper, paper.succession),
        lines=tuple(_official_lines(paper, kept)),
        way=way("Catat pergantian pejabat", f"{here}/catatan/pejabat", keeps=keeps),
    )


def _official_lines(paper: Paper, kept: tuple[Record, ...]) -> Iterator[RecordLine]:
    """Yield who acts for each party, from its signatory on; each until the next one begins."""
    for place, party in enumerate(paper.parties, start=1):
        later = [
            (each.on, each.entry)
            for each in kept
            if isinstance(each.entry, values.Official) and each.entry.party == place
        ]
        if not later:
            continue
        until = day(later[0][0])
        yield RecordLine(
            title=f"{party.called.capitalize()}: {party.signatory}",
            on=f"Penanda tangan, sampai {until}",
            texts=(party.capacity,),
        )
        for number, (on, entry) in enumerate(later):
            further = later[number + 1 :]
            ends = f" sampai {day(further[0][0])}" if further else ""
            yield RecordLine(
                title=f"{party.called.capitalize()}: {entry.name}",
                on=f"Sejak {day(on)}{ends}",
                texts=tuple(filter(None, (entry.capacity, entry.basis))),
                state="" if further else "Menjabat",
                tone="done",
            )


def _initials(here: str, paper: Paper, kept: tuple[Record, ...], *, keeps: bool) -> RecordSection:
    return RecordSection(
        title="Paraf hierarki",
        nothing="Belum ada paraf",
        hint="Siapa yang memaraf halaman mana, sebelum naskah ditandatangani.",
        lines=tuple(
            RecordLine(
                title=f"{each.entry.name}, {each.entry.capacity}",
                on=day(each.on),
                texts=(_pages(paper, each.entry),),
            )
            for each in kept
            if isinstance(each.entry, values.Initials)
        ),
        way=way("Catat paraf", f"{here}/catatan/paraf", keeps=keeps),
    )


def _pages(paper: Paper, entry: values.Initials) -> str:
    return f"{paper.parties[entry.party - 1].called.capitalize()}, halaman {entry.pages}"


def _documents(here: str, _: Paper, kept: tuple[Record, ...], *, keeps: bool) -> RecordSection:
    return RecordSection(
        title="Dokumen",
        nothing="Belum ada dokumen",
        hint="Simpan di sini pindaian naskah yang ditandatangani dan adendumnya.",
        lines=tuple(
            RecordLine(
                title=each.entry.title,
                on=day(each.on),
                link=Link(label="Unduh", href=f"{here}/dokumen/{each.id}"),
            )
            for each in kept
            if isinstance(each.entry, values.Document)
        ),
        way=way("Tambah dokumen", f"{here}/catatan/dokumen", keeps=keeps),
    )


def _questions(here: str, paper: Paper, kept: tuple[Record, ...], *, keeps: bool) -> RecordSection:
    return RecordSection(
        title="Perbedaan penafsiran dan perselisihan",
        nothing="Tidak ada perbedaan yang dicatat",
        hint="Perbedaan diselesaikan para pihak dengan musyawarah; pertemuannya dicatat di sini.",
        about=_rule(paper, paper.disputes),
        lines=tuple(
            _question(here, each, each.entry, kept, keeps=keeps)
            for each in kept
            if isinstance(each.entry, values.Question)
        ),
        way=way("Catat perbedaan", f"{here}/catatan/penafsiran", keeps=keeps),
    )


def _question(
    here: str, record: Record, entry: values.Question, kept: tuple[Record, ...], *, keeps: bool
) -> RecordLine:
    answers = [each for each in kept if each.about == record.id]
    settled = any(isinstance(each.entry, values.Settlement) for each in answers)
    said = [entry.text]
    for each in answers:
        if isinstance(each.entry, values.Talk):
            said.append(f"Musyawarah {day(each.on)}: {each.entry.text}")
        elif isinstance(each.entry, values.Settlement):
            said.append(f"Disepakati {day(each.on)}: {each.entry.text}")
    place = f"{here}/catatan/{record.id}"
    ways = (
        Link(label="Catat pertemuan", href=f"{place}/pertemuan"),
        Link(label="Catat penyelesaian", href=f"{place}/penyelesaian"),
    )
    return RecordLine(
        title=f"{'Perselisihan' if entry.dispute else 'Penafsiran'} {entry.at}",
        on=f"Diajukan {day(record.on)}",
        texts=tuple(said),
        state="Selesai" if settled else "Terbuka",
        tone="done" if settled else "waiting",
        ways=ways if keeps and not settled else (),
    )


def _rule(paper: Paper, rule: Rule | None) -> str:
    return words.cited(paper, rule.at) if rule else ""
