"""Letters under an agreement: where they go, what was sent, from which day each counts."""

from collections.abc import Iterator
from datetime import date

from netralitas.agreements.pages import RecordLine, RecordSection, RecordsPage
from netralitas.agreements.paper import Paper
from netralitas.agreements.queries.records import way
from netralitas.agreements.queries.register import PATH
from netralitas.agreements.records.letters import PROOFS, WAYS, addresses, received
from netralitas.agreements.records.values import Letter, NewAddress, Receipt, Record
from netralitas.agreements.store.records import records_of
from netralitas.agreements.words import caption_of, cited
from netralitas.database.connection import Connection
from netralitas.law.words import day
from netralitas.web.parts import Crumb, Link


async def letters_page(
    c: Connection, agreement: int, paper: Paper, today: date, *, keeps: bool
) -> RecordsPage:
    """Return the addresses of today and those to come, and every letter; one statement."""
    kept = await records_of(c, agreement)
    here = f"{PATH}/{agreement}"
    return RecordsPage(
        crumbs=(Crumb("Kerja sama", PATH), Crumb(paper.title, here), Crumb("Surat-menyurat")),
        title="Surat-menyurat",
        caption=caption_of(paper),
        sections=(
            RecordSection(
                title="Alamat korespondensi",
                nothing="Belum ada alamat",
                hint="Alamat setiap pihak untuk surat di bawah kerja sama ini.",
                about=_said(paper, "change_at"),
                lines=tuple(_addresses(paper, kept, today)),
                way=way("Catat alamat", f"{here}/catatan/alamat", keeps=keeps),
            ),
            RecordSection(
                title="Surat",
                nothing="Belum ada surat",
                hint="Surat antara para pihak di bawah kerja sama ini, dengan hari diterimanya.",
                about=_said(paper, "at"),
                lines=tuple(_letters(here, paper, kept, keeps=keeps)),
                way=way("Catat surat", f"{here}/catatan/surat", keeps=keeps),
            ),
        ),
    )


def _said(paper: Paper, name: str) -> str:
    at = getattr(paper.correspondence, name) if paper.correspondence else ""
    return cited(paper, at) if at else ""


def _addresses(paper: Paper, kept: tuple[Record, ...], today: date) -> Iterator[RecordLine]:
    now = addresses(paper, kept, today)
    for place, held in sorted(now.items()):
        address = held.address
        yield RecordLine(
            title=paper.parties[place - 1].called.capitalize(),
            on=f"Sejak {day(held.since)}" if held.since else "Menurut naskah",
            texts=(address.to, address.street, f"{address.phone} · {address.email}"),
            state="Berlaku",
            tone="done",
        )
    for each in kept:
        if isinstance(each.entry, NewAddress) and each.on > today:
            address = each.entry.address
            yield RecordLine(
                title=paper.parties[address.party - 1].called.capitalize(),
                on=f"Mulai {day(each.on)}, diberitahukan {day(each.entry.told_on)}",
                texts=(address.to, address.street, f"{address.phone} · {address.email}"),
                state="Akan berlaku",
                tone="waiting",
            )


def _letters(
    here: str, paper: Paper, kept: tuple[Record, ...], *, keeps: bool
) -> Iterator[RecordLine]:
    """Yield the letters, the latest first."""
    for record in reversed(kept):
        letter = record.entry
        if not isinstance(letter, Letter):
            continue
        found = received(paper, record, kept)
        sender, receiver = (
            paper.parties[place - 1].called.capitalize()
            for place in (letter.sender, letter.receiver)
        )
        given = [
            f"{PROOFS[each.entry.proof]}: {day(each.on)}."
            for each in kept
            if each.about == record.id and isinstance(each.entry, Receipt)
        ]
        steps = [said for said in found.steps if said not in given]
        yield RecordLine(
            title=f"{letter.number}: {letter.subject}",
            on=f"{day(record.on)}, {WAYS[letter.way].lower()}, {sender} kepada {receiver.lower()}",
            texts=(*given, *steps),
            state=f"Diterima {day(found.on)}" if found.on else "Belum dianggap diterima",
            tone="done" if found.on else "waiting",
            ways=(
                (Link(label="Catat bukti penerimaan", href=f"{here}/catatan/{record.id}/bukti"),)
                if keeps
                else ()
            ),
        )
