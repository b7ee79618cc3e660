"""The text that is proposed for a paper, from what is known; what is not stays blank."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from netralitas.cases.domain import Source
from netralitas.documents.domain import Signature
from netralitas.documents.letters import BLANK, Block, Known, KnownPerson
from netralitas.documents.letters.known import plain
from netralitas.documents.letters.pressing_texts import covering, reminder
from netralitas.documents.letters.sheets import Text
from netralitas.documents.official import words
from netralitas.documents.official.content import Content
from netralitas.documents.official.queries import Knowledge
from netralitas.law import words as law_words
from netralitas.law.domain import Zone

_TO: Final = "Kepada Yth."
_REPORTER: Final = "Pelapor"
_REPORTED: Final = frozenset({Source.REPORT, Source.UNKNOWN})
"""What came in as a report, or may have."""


def proposed(paper: str, known: Knowledge) -> Content:
    """Return what is proposed for a paper of this code; KeyError where it has a page of its own."""
    return PROPOSED[paper](known)


def _report(known: Knowledge) -> Content:
    return Content(
        subject=known.subject,
        body=(
            Block(heading="Pelapor", text=(words.PROTECTED,)),
            *_matter(known),
            Block(heading="Uraian kejadian", text=(known.description,)),
            Block(
                heading="Pernyataan",
                text=("Pelapor menyatakan bahwa keterangan ini disampaikan dengan sebenarnya.",),
            ),
        ),
        signatures=(Signature(label="Penerima laporan"), Signature(label=_REPORTER)),
    )


def _finding(known: Knowledge) -> Content:
    return Content(
        subject=known.subject,
        body=(
            _finder(known),
            *_matter(known),
            Block(heading="Uraian kejadian", text=(known.description,)),
        ),
        signatures=(Signature(label="Pengawas", name=known.finder or ""),),
    )


def _supervision(known: Knowledge) -> Content:
    return Content(
        subject=known.subject,
        body=(
            _finder(known),
            *_matter(known),
            Block(heading="Uraian kejadian", text=(known.description,)),
            Block(heading="Hasil pengawasan", text=(known.supervision or BLANK,)),
        ),
        signatures=(Signature(label="Pengawas", name=known.finder or ""),),
    )


def _completed(known: Knowledge) -> Content:
    return Content(
        subject="Perbaikan laporan",
        to=(),
        body=(
            Block(
                text=(
                    (
                        f"Telah diterima perbaikan laporan nomor {_number(known)} pada tanggal"
                        f" {BLANK} pukul {BLANK}, berupa:"
                    ),
                ),
                items=known.evidence or (BLANK,),
            ),
        ),
        signatures=(Signature(label="Yang menerima"), Signature(label=_REPORTER)),
    )


def _incomplete(known: Knowledge) -> Content:
    return Content(
        subject="Kelengkapan laporan",
        to=(_TO, _REPORTER, f"laporan nomor {_number(known)}"),
        body=(
            Block(
                text=(
                    (
                        f"Laporan Saudara kami terima pada {_received(known)}. Setelah diperiksa,"
                        " yang masih perlu dilengkapi:"
                    ),
                ),
                items=(f"syarat formal: {BLANK}", f"syarat materiel: {BLANK}"),
            ),
            Block(text=(f"Mohon dilengkapi paling lambat {BLANK}.",)),
        ),
    )


def _status(known: Knowledge) -> Content:
    reported = known.source in _REPORTED
    begun = "Laporan Saudara kami terima" if reported else "Dugaan pelanggaran ini kami catat"
    return Content(
        subject="Status penanganan",
        to=(_TO, _REPORTER, f"laporan nomor {_number(known)}") if reported else (_TO, BLANK),
        body=(
            Block(
                text=(
                    f"{begun} pada {_received(known)} dengan nomor {_number(known)}.",
                    f"Status penanganannya sampai surat ini dibuat: {BLANK}.",
                    f"Alasan: {BLANK}.",
                )
            ),
        ),
    )


def _from(text: Callable[[Known], Text]) -> Callable[[Knowledge], Content]:
    def content(known: Knowledge) -> Content:
        said = text(known.letters)
        return Content(
            subject=said.subject,
            to=said.to,
            body=said.body,
            signatures=said.signatures,
            copies=said.copies,
        )

    return content


PROPOSED: Final[Mapping[str, Callable[[Knowledge], Content]]] = MappingProxyType(
    {
        "laporan": _report,
        "temuan": _finding,
        "tanda-terima-perbaikan": _completed,
        "pemberitahuan-kelengkapan": _incomplete,
        "surat-penerusan": _from(covering),
        "pemberitahuan-status": _status,
        "permintaan-keterangan": _from(reminder),
        "laporan-pengawasan": _supervision,
    }
)
"""The papers that are issued from a form; the others are issued by the page they belong to."""

_OF_REPORTS: Final = frozenset({"laporan", "tanda-terima-perbaikan", "pemberitahuan-kelengkapan"})


def offered(source: Source) -> tuple[str, ...]:
    """Return the papers that are issued from a form in a case that came in like this."""
    return tuple(code for code in PROPOSED if source in _REPORTED or code not in _OF_REPORTS)


def _finder(known: Knowledge) -> Block:
    return Block(
        heading="Pengawas",
        pairs=(
            ("Nama", known.finder or BLANK),
            ("Jabatan", known.finder_position or BLANK),
            ("Kantor", known.letters.bawaslu),
        ),
    )


def _matter(known: Knowledge) -> tuple[Block, ...]:
    """Return respondents, event, witnesses and evidence, in the order of the forms."""
    testify = tuple(f"Saksi {each}" for each in range(1, known.witnesses + 1))
    return (
        Block(heading="Terlapor", items=tuple(map(_person, known.letters.people)) or (BLANK,)),
        Block(
            heading="Peristiwa",
            pairs=(
                ("Peristiwa", known.subject),
                ("Tempat", ", ".join(part for part in (known.place, known.region) if part)),
                ("Tanggal kejadian", law_words.day(known.act_on) if known.act_on else BLANK),
                ("Tanggal diketahui", law_words.day(known.known_on) if known.known_on else BLANK),
            ),
        ),
        Block(heading="Saksi", items=testify or ("Tidak ada saksi yang dicatat.",)),
        Block(heading="Bukti", items=known.evidence or ("Tidak ada bukti yang dicatat.",)),
    )


def _person(person: KnownPerson) -> str:
    told = [person.name or BLANK, person.position, person.unit]
    return ", ".join(part for part in told if part)


def _number(known: Knowledge) -> str:
    return known.letters.case_number or BLANK


def _received(known: Knowledge) -> str:
    local = known.received_at.astimezone(Zone(known.zone).tz)
    return plain(local.date())
