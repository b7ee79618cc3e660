"""What is wrong with a text before it is signed: a sentence for each fault. Pure.

The slips are those of agreements that were really signed (domain.md 9): another title in the
closing, one name for all parties and for each of them, a regulation cited with the gazette of
another year.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

from netralitas.agreements.domain import AgreementKind
from netralitas.agreements.paper import Paper
from netralitas.refusals import RuleBroken

_YEAR: Final = re.compile(r"Tahun\s+(\d{4})")
_GAZETTE: Final = re.compile(r"\((?:Lembaran|Berita) (?:Negara|Daerah)\b[^)]*?Tahun\s+(\d{4})")
_OWN_NAMES: Final = {
    AgreementKind.NOTA_KESEPAKATAN: "nota kesepakatan",
    AgreementKind.NOTA_KESEPAHAMAN: "nota kesepahaman",
    AgreementKind.PERJANJIAN_KERJA_SAMA: "perjanjian kerja sama",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What is wrong, and whether it `stops` the signing or is only pointed out."""

    text: str
    stops: bool = True


def faults(paper: Paper, elsewhere: Collection[str] = ()) -> tuple[Fault, ...]:
    """Return every fault of a text; `elsewhere` are the numbers of other agreements."""
    found = (_parties, _term, _duties, _places)
    stops = [Fault(text=text) for check in found for text in check(paper)]
    stops += [
        Fault(text=f"Nomor {party.number} sudah dipakai kerja sama lain.")
        for party in paper.parties
        if party.number and party.number in elsewhere
    ]
    return (*stops, *(Fault(text=text, stops=False) for text in _slips(paper)))


def hold_whole_text(paper: Paper, elsewhere: Collection[str] = ()) -> None:
    """Hold that nothing forbids to sign the text; RuleBroken with the first sentences else."""
    stopping = [fault.text for fault in faults(paper, elsewhere) if fault.stops]
    if stopping:
        raise RuleBroken(" ".join(stopping[:3]), remedy="Betulkan naskah pada tahap penyusunan.")


def _parties(paper: Paper) -> Iterator[str]:
    if len(paper.parties) < 2:
        yield "Kerja sama memerlukan sedikitnya dua pihak yang berbeda."
    called = [party.called for party in paper.parties]
    for name in sorted({name for name in called if called.count(name) > 1}):
        yield f"Dua pihak sama-sama disebut {name}."
    numbers = [party.number for party in paper.parties if party.number]
    for number in sorted({number for number in numbers if numbers.count(number) > 1}):
        yield f"Nomor {number} tercantum untuk dua pihak; setiap pihak memiliki nomornya sendiri."
    for party in paper.parties:
        if not party.signatory or not party.capacity:
            yield f"Penanda tangan {party.called} belum lengkap: isi nama dan jabatannya."


def _term(paper: Paper) -> Iterator[str]:
    term = paper.term
    if term is None or not (term.years or term.ends_on or term.until_stages):
        yield "Masa berlaku belum ditentukan."
    elif term.ends_on and paper.signed_on and term.ends_on < paper.signed_on:
        yield "Kerja sama berakhir sebelum dimulai: hari terakhir mendahului penandatanganan."


def _duties(paper: Paper) -> Iterator[str]:
    known = set(range(1, len(paper.parties) + 1))
    for at, provision in paper.sentences():
        if not known.issuperset(provision.owed_by):
            yield f"{at} memberi tugas kepada pihak yang tidak ada."
    for place, row in enumerate(paper.plan, start=1):
        if not known.issuperset(duty.party for duty in row.duties):
            yield f"Rencana kerja baris {place} memberi tugas kepada pihak yang tidak ada."


def _places(paper: Paper) -> Iterator[str]:
    """Yield each article that a rule names and the text does not have."""
    known = {at for at, _ in paper.sentences()}
    rules = (paper.term, paper.evaluation, paper.survival, paper.addendum, paper.disputes)
    named = [rule.at for rule in (*rules, paper.succession, paper.suspension) if rule]
    named += [notice.at for notice in paper.notices]
    for at in sorted({at for at in named if at and at not in known}):
        yield f"{at} disebut sebagai dasar, tetapi tidak ada di naskah."


def _slips(paper: Paper) -> Iterator[str]:
    own = _plain(_OWN_NAMES[paper.kind])
    for named in paper.named:
        said = _plain(named.text)
        rest = said.removeprefix(own)
        if rest == said or rest not in {"", _plain(paper.title), _plain(f"tentang {paper.title}")}:
            yield f"Bagian {named.where} menyebut judul lain: “{named.text}”."
    if paper.together and paper.together == paper.alone:
        yield (
            f"“{paper.together}” dipakai untuk para pihak bersama-sama dan juga untuk masing-masing"
            " pihak."
        )
    for cited in paper.cites:
        gazette = _GAZETTE.search(cited)
        if gazette and gazette[1] not in _YEAR.findall(cited[: gazette.start()]):
            yield f"Tahun lembarannya ({gazette[1]}) bukan tahun peraturannya: “{_short(cited)}”."


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", text).casefold()


def _short(text: str) -> str:
    return text if len(text) <= 90 else f"{text[:90].rsplit(' ', 1)[0]} …"
