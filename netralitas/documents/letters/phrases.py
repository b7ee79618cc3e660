"""Phrases that several papers share: who it is about, what was received, who signs."""

from netralitas.documents.domain import Signature
from netralitas.documents.letters.known import BLANK, Block, Known, KnownPerson
from netralitas.language import gettext as _


def identity(person: KnownPerson) -> tuple[tuple[str, str], ...]:
    """Return a respondent as labels and values; what is not known is blank."""
    return (
        (_("Nama"), person.name or BLANK),
        ("NIP", BLANK),
        (_("Pangkat, golongan"), person.grade or BLANK),
        (_("Jabatan"), person.position or BLANK),
        (_("Unit kerja"), person.unit or BLANK),
    )


def about(known: Known, text: str) -> Block:
    """Return a paragraph followed by the one respondent it is about."""
    return Block(text=(text,), pairs=identity(known.person))


def addressed(person: KnownPerson) -> tuple[str, ...]:
    """Return how a letter is addressed to a respondent."""
    place = person.unit or BLANK
    return (_("Kepada Yth."), person.name or BLANK, f"{person.position or BLANK}, {place}")


def referred(known: Known) -> str:
    """Return what the office acts on: the recommendation, and when it was received."""
    said = _("Memperhatikan {letter}, yang diterima tanggal {received}, perihal tindak lanjut")
    rest = _("dugaan pelanggaran netralitas ASN.")
    told = said.format(letter=known.recommendation, received=known.on("recommendation_received"))
    return f"{told} {rest}"


def signed(*labels: str) -> tuple[Signature, ...]:
    """Return blank places for signatures."""
    return tuple(Signature(label=label) for label in labels)
