"""B11: an official paper as PDF/A and PDF/UA, warm, beside typst alone on the same source."""

import asyncio
import time
from datetime import UTC, date, datetime
from typing import Final

import msgspec
import typst

from bench.figures import Figure, compared
from netralitas.documents.official.catalogue import CATALOGUE
from netralitas.documents.official.commands import Block, Content
from netralitas.documents.official.sheet import Sheet, Template, as_data, as_pdf, composed
from netralitas.documents.rendering.letters import FONTS, printable
from netralitas.documents.rendering.paper import STANDARDS, TEMPLATES

LETTERS: Final = 20
"""So many letters are one sample, each another: typst remembers what it set before."""

_MOST: Final = 1.5
_AT: Final = datetime(2026, 11, 22, 3, 20, tzinfo=UTC)


def measure(rounds: int) -> list[Figure]:
    """Return B11; every letter has a number and a text of its own, and both sides set each once.

    The limit is given what the template reads and nothing else to do: fonts and data are ready.
    """
    return asyncio.run(_measured(rounds))


async def _measured(rounds: int) -> list[Figure]:
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS]
    )
    ours, limits = [], []
    for turn in range(rounds + 1):
        took = limit = 0.0
        for place in range(LETTERS):  # one after the other, as a page asks for one
            number = 2 * (turn * LETTERS + place)
            took += await _ours(_letter(number))
            limit += _alone(_letter(number + 1), fonts)
        if turn:  # the first warms both
            ours.append(took / LETTERS)
            limits.append(limit / LETTERS)
    ratio, met = compared(ours, limits, lambda found: found <= _MOST)
    return [
        Figure(
            code="B11",
            work="a letter as PDF/A-2a and PDF/UA-1, with its QR",
            unit="ms",
            samples=tuple(ours),
            limit_name="typst alone, the same source, data and standards",
            limits=tuple(limits),
            ratio=ratio,
            target=f"≤ {_MOST}",
            met=met,
        )
    ]


async def _ours(letter: Sheet) -> float:
    """Return the milliseconds of a letter."""
    begun = time.perf_counter()
    await as_pdf(letter)
    return (time.perf_counter() - begun) * 1000


def _alone(letter: Sheet, fonts: typst.Fonts) -> float:
    """Return the milliseconds of a letter in a compiler that is given its data."""
    data = msgspec.json.encode(printable(msgspec.to_builtins(as_data(letter)))).decode()
    begun = time.perf_counter()
    typst.compile(
        TEMPLATES / "official.typ",
        root=TEMPLATES,
        font_paths=fonts,
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards=list(STANDARDS),
        sys_inputs={"data": data, "bookmarks": "yes"},
        timestamp=_AT,
    )
    return (time.perf_counter() - begun) * 1000


def _letter(number: int) -> Sheet:
    """Return an invitation that no other is like."""
    return composed(
        CATALOGUE["undangan-klarifikasi"],
        Content(
            subject=f"Undangan memberi keterangan {number}",
            facts=(("Perkara", f"{number:03}/LP/PB/Kab/99.01/XI/2026"),),
            to=("Kepada Yth.", f"Terlapor Contoh {number}", "di tempat"),
            body=(
                Block(text=(f"Kami mengundang Saudara pada sidang ke-{number}. " * 12,) * 3),
                Block(pairs=(("Pukul", "10.00 WIB"), ("Tempat", "Kantor Bawaslu"))),
                Block(heading="Yang dibawa", items=("Kartu identitas", "Surat ini")),
            ),
            copies=("Arsip",),
        ),
        Template(letterhead=("Jalan Contoh 1, Contoh", "Telepon 0000 000000")),
        office="Bawaslu Kabupaten Contoh",
        regime="pemilu",
        on=date(2026, 11, 22),
        number=f"{number:03}/Surat/XI/2026",
        at=_AT,
        code=f"K7QX-2M4P-9RTV-3WYZ-{number:04}",
        site="https://netralitas.example",
    )
