"""The register of laws: the list, one law, and the laws that a citation names."""

from collections.abc import Iterable
from datetime import date

from netralitas.law.entries import LawData
from netralitas.law.laws import Law, Register, State
from netralitas.law.refusals import UnknownLaw
from netralitas.legislation import addresses
from netralitas.legislation.pages.laws import (
    Cited,
    CitedOn,
    FoundLaws,
    LawGroup,
    LawLine,
    LawShown,
    Relation,
)
from netralitas.legislation.words import month_said, plain_day, unsure, validity
from netralitas.legislation.words.laws import KINDS, STATES, TONES, slug
from netralitas.legislation.words.rules import group_of


def found_laws(laws: Register, wanted: str | None, today: date) -> FoundLaws:
    """Return the register by kind, or what matches the words, with how each law stands today."""
    matching = (law for law in laws.laws() if not wanted or _matches(laws, law, wanted))
    found = sorted(matching, key=_place)
    return FoundLaws(
        groups=tuple(
            LawGroup(
                title=KINDS.get(kind, kind),
                lines=tuple(_line(laws, law, today) for law in found if law.kind == kind),
            )
            for kind in dict.fromkeys(law.kind for law in found)
        ),
        amount=len(found),
        searched=wanted,
    )


def law_shown(law: LawData, name: str, on: date) -> LawShown:
    """Return the law at an address, standing as on the day `on`; raises UnknownLaw."""
    found = _by_slug(law.laws, name)
    rules = (law.book.versions(code)[-1] for code in law.book.codes())
    return LawShown(
        name=found.id,
        about=found.about,
        facts=tuple((label, text) for label, text in _facts(found).items() if text),
        unsure=unsure(found.certainty),
        relations=tuple(relation for relation in _relations(law.laws, found) if relation.laws),
        rules=tuple(
            (f"{group_of(rule.code)}: {rule.label}", addresses.rule(rule.code))
            for rule in rules
            if found in law.laws.cited(rule.article)
        ),
        on=on,
        standing=law.laws.standing(found.id, on).sentence,
    )


def cited_on(laws: Register, text: str, on: date) -> CitedOn:
    """Return the laws that the text names as they stood on the day, each with its sentence."""
    return CitedOn(
        on=on,
        laws=tuple(_cited(laws, law, on) for law in laws.cited(text)),
        stale=laws.stale(text, on) is not None,
    )


def _place(law: Law) -> tuple[int, int, str]:
    """Return the place in the list: by kind as ranked, the newest first."""
    kinds = list(KINDS)
    rank = kinds.index(law.kind) if law.kind in KINDS else len(kinds)
    return rank, -law.year, law.number.zfill(4)


def _matches(laws: Register, law: Law, wanted: str) -> bool:
    """Say whether every word is in what the register says of the law, or the text cites it."""
    said = " ".join(
        (law.id, KINDS.get(law.kind, ""), *law.further_numbers, *law.spellings, law.about)
    ).casefold()
    return all(word in said for word in wanted.casefold().split()) or law in laws.cited(wanted)


def _line(laws: Register, law: Law, today: date) -> LawLine:
    standing = laws.standing(law.id, today)
    return LawLine(
        href=addresses.law(law.id),
        name=law.id,
        about=law.about,
        published=law.gazette or "",
        state=STATES[standing.state],
        tone=TONES[standing.state],
        by=", ".join(standing.by),
        unsure=unsure(standing.certainty),
    )


def _facts(law: Law) -> dict[str, str]:
    return {
        "Jenis": KINDS.get(law.kind, law.kind),
        "Nomor": ", ".join((law.number, *law.further_numbers)),
        "Tahun": str(law.year),
        "Lembaran negara": law.gazette or "tidak ditemukan",
        "Ditetapkan": plain_day(law.set_on) if law.set_on else "tanggal tidak ditemukan",
        "Berlaku": validity(law.valid_from, law.valid_to),
        "Pengganti terakhir dicari": month_said(law.checked) if law.checked else "",
        "Sumber": law.source,
        "Catatan": law.note,
    }


def _relations(laws: Register, law: Law) -> Iterable[Relation]:
    own = unsure(law.relation_certainty) if law.relation_certainty else None
    yield _relation("Mengganti", law.replaces, own)
    yield _relation("Mengubah", law.amends, own)
    yield _relation("Diganti oleh", law.replaced_by, _unsure_of(laws, law.replaced_by))
    yield _relation("Diubah oleh", law.amended_by, _unsure_of(laws, law.amended_by))


def _relation(label: str, names: Iterable[str], doubt: str | None) -> Relation:
    linked = tuple((name, addresses.law(name)) for name in names)
    return Relation(label=label, laws=linked, unsure=doubt)


def _unsure_of(laws: Register, names: Iterable[str]) -> str | None:
    found = (laws.law(name).relation_certainty for name in names)
    return unsure(*(certainty for certainty in found if certainty))


def _cited(laws: Register, law: Law, on: date) -> Cited:
    standing = laws.standing(law.id, on)
    state = standing.state if standing.perhaps is not State.REPLACED else State.UNKNOWN
    return Cited(
        href=addresses.law(law.id),
        name=law.id,
        about=law.about,
        sentence=standing.sentence,
        state=STATES[state],
        tone=TONES[state],
    )


def _by_slug(laws: Register, name: str) -> Law:
    for law in laws.laws():
        if slug(law.id) == name:
            return law
    raise UnknownLaw(name)
