"""The manifest of a package: composed, written in one way only, and read again. Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Final

import msgspec

from netralitas.cases import words as case_words
from netralitas.cases.domain import Employment, NumberKind
from netralitas.documents.domain import DocumentKind
from netralitas.documents.queries import Document
from netralitas.law.words import day
from netralitas.referral.packages import words
from netralitas.referral.packages.domain import (
    CHOSEN,
    IDENTITIES,
    OTHERS,
    TRAVELS,
    HeldBack,
    Manifest,
    PaperSaid,
    PersonSaid,
)
from netralitas.web.formats import file_size

FORM: Final = 1
"""Which fields a manifest has; another number, other fields."""


def canonical(manifest: Manifest) -> bytes:
    """Return the manifest as JSON in UTF-8, keys in order, without spaces: always these bytes."""
    return msgspec.json.encode(manifest, order="sorted")


def read_manifest(content: bytes) -> Manifest:
    """Return what `canonical` wrote; msgspec.ValidationError for anything else."""
    return msgspec.json.decode(content, type=Manifest)


def digest_of(content: bytes) -> str:
    """Return the SHA-256 of a manifest in hexadecimal."""
    return sha256(content).hexdigest()


def travelling(
    papers: Sequence[Document], evidence: Iterable[int]
) -> tuple[list[Document], list[Document]]:
    """Return the papers that travel, and those that are held back."""
    chosen = set(evidence)
    going: list[Document] = []
    staying: list[Document] = []
    for paper in papers:
        goes = paper.kind in TRAVELS or (paper.kind == CHOSEN and paper.id in chosen)
        (going if goes else staying).append(paper)
    return going, staying


def held_back(
    identities: Mapping[str, int], staying: Iterable[Document], others: int
) -> tuple[HeldBack, ...]:
    """Return what does not travel, each kind with its amount and the reason.

    Identities are named whether or not there is one: that they never travel is to be read.
    """
    papers = Counter(paper.kind for paper in staying)
    amounts = {whose: identities.get(whose, 0) for whose in IDENTITIES}
    amounts |= {kind.value: papers[kind.value] for kind in DocumentKind if papers[kind.value]}
    if others:
        amounts[OTHERS] = others
    return tuple(
        HeldBack(what=what, amount=amount, reason=words.reason(what))
        for what, amount in amounts.items()
    )


def in_words(manifest: Manifest, digest: str) -> str:
    """Return the manifest as a text that anybody can read without a program."""
    lines = [words.MANIFEST.upper(), "", f"{words.SENDER}: {manifest.sender}"]
    lines += [f"{words.RECEIVER}: {manifest.receiver}"]
    if manifest.letter:
        lines += [f"{words.LETTER}: {letter_line(manifest)}", f"Perihal: {manifest.letter.subject}"]
    lines += [
        f"{case_words.NUMBER_KINDS[NumberKind(said.kind)]}: {said.printed}"
        for said in manifest.numbers
    ]
    lines += ["", words.RESPONDENTS.upper()]
    lines += [f"{said.ordinal}. {person_line(said)}" for said in manifest.respondents]
    lines += ["", words.INSIDE.upper()]
    for place, paper in enumerate(manifest.papers, start=1):
        lines += [f"{place}. {paper_line(paper)}", f"   SHA-256 {paper.sha256}"]
    lines += ["", words.HELD_BACK.upper()]
    lines += [f"- {held_line(held)} {held.reason}" for held in manifest.held_back]
    lines += ["", f"{words.DIGEST}: {digest}", ""]
    return "\n".join(lines)


def letter_line(manifest: Manifest) -> str:
    """Return number and date of the letter, what is unknown said as unknown."""
    if manifest.letter is None:
        return words.NO_LETTER
    dated = manifest.letter.dated_on
    said = day(dated).split(", ", 1)[1] if dated else words.NO_DATE
    return f"{manifest.letter.printed or words.NO_NUMBER}, {said}"


def person_line(person: PersonSaid) -> str:
    """Return a respondent in one line: name, number, kind of employment, post, unit."""
    employment = case_words.EMPLOYMENTS[Employment(person.employment)]
    named = (person.name or case_words.UNIDENTIFIED, person.nip and f"NIP {person.nip}")
    known = (*named, employment, person.position, person.unit, person.employer)
    return ", ".join(said for said in known if said)


def paper_line(paper: PaperSaid) -> str:
    """Return a paper in one line: kind, title, size."""
    kind = case_words.PAPERS[DocumentKind(paper.kind)]
    title = "" if paper.title.casefold() == kind.casefold() else f": {paper.title}"
    return f"{kind}{title}, {file_size(paper.size)}"


def held_line(held: HeldBack) -> str:
    """Return what was held back and how much of it."""
    label = words.held(held.what)
    return f"{label}: {held.amount}." if held.amount else f"{label}: {words.NEVER_THERE}."
