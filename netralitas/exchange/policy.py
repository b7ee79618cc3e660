"""The rules of requests: who asks and decides, what a letter must say, who reads it. Pure."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from netralitas.exchange.domain import (
    Decision,
    Delivery,
    Ending,
    Ground,
    Kind,
    Label,
    NewRequest,
    Outcome,
    Request,
)
from netralitas.exchange.workflow import Step
from netralitas.refusals import NotAllowed, RuleBroken

type_problems = dict[str, list[str]]

NO_PARTY: Final = (
    "Permintaan diajukan dan dijawab oleh pihak kerja sama; kantor Anda bukan pihak kerja sama ini."
)
NOT_IN_FORCE: Final = "Permintaan diajukan di bawah kerja sama yang ditandatangani dan berlaku."
_DECIDED_BY_OTHER: Final = (
    "Permintaan diputuskan dan dijawab oleh pihak yang diminta, bukan oleh pihak yang meminta."
)
_ENDED_BY_ASKER: Final = (
    "Pencabutan dan pengembalian dicatat oleh pihak yang meminta, bukan oleh pihak yang diminta."
)
_LEAST_BASIS: Final = 5


def hold_party(ground: Ground, chain: Iterable[int]) -> int:
    """Return the party for which an office acts; NotAllowed for an office of none."""
    party = ground.party_of(chain)
    if party is None:
        raise NotAllowed(NO_PARTY, rule="exchange.party")
    return party


def hold_in_force(ground: Ground) -> None:
    """Hold that requests may be made under an agreement; RuleBroken else."""
    if not ground.in_force:
        raise RuleBroken(NOT_IN_FORCE, rule="exchange.in_force")


def hold_step(request: Request, step: Step, party: int) -> None:
    """Hold that a party may take a step now.

    NotAllowed for the wrong party, RuleBroken for the wrong moment, or a return nobody agreed on.
    """
    if party != (request.asked if step.by_asked else request.asking):
        raise NotAllowed(wrong_party(step), rule=f"exchange.{step.code}")
    if request.state not in step.leaves:
        raise RuleBroken(
            step.early,
            rule=f"exchange.{step.code}",
            remedy="Muat ulang halaman permintaan untuk melihat langkah yang tersedia.",
        )
    if step.code == "pengembalian" and request.ending is None:
        raise RuleBroken(
            "Keputusan atas permintaan ini tidak meminta pengembalian atau pemusnahan.",
            rule="exchange.pengembalian",
        )


def wrong_party(step: Step) -> str:
    """Return the sentence for the party whose step it is not."""
    return _DECIDED_BY_OTHER if step.by_asked else _ENDED_BY_ASKER


def readers_of(label: Label, everybody: Iterable[int], between: Iterable[int]) -> tuple[int, ...]:
    """Return the offices that read what bears a label.

    `everybody` are those that read the agreement; `between` the office that asks, the one that was
    asked, and then the parties for which they act.
    """
    asker, addressee, *parties = between
    inner = {asker, addressee} if label is Label.SECRET else {asker, addressee, *parties}
    return tuple(sorted({*everybody, *inner} if label is Label.PLAIN else inner))


def request_problems(new: NewRequest, ground: Ground, today: date) -> type_problems:
    """Return what a request contradicts, by field."""
    found: type_problems = {}
    if new.asked_on > today:
        _say(found, "asked_on", "Tanggal surat tidak boleh setelah hari ini.")
    if ground.signed_on and new.asked_on < ground.signed_on:
        _say(found, "asked_on", "Tanggal surat tidak boleh sebelum kerja sama ditandatangani.")
    if ground.ends_on and new.asked_on > ground.ends_on:
        _say(found, "asked_on", "Pada tanggal surat ini kerja sama sudah berakhir.")
    if new.article and new.article not in ground.articles:
        _say(found, "article", f"{new.article} tidak ada pada naskah kerja sama ini.")
    if ground.articles and not new.article:
        _say(found, "article", "Pilih pasal kerja sama yang menjadi dasar permintaan.")
    _items(found, new)
    _use(found, new)
    _answer_by(found, new, ground)
    return found


def decision_problems(decision: Decision, request: Request, today: date) -> type_problems:
    """Return what a decision contradicts, by field."""
    found: type_problems = {}
    _day(found, "on", decision.on, request.asked_on, today)
    if decision.outcome is Outcome.REFUSED:
        if not decision.reason:
            _say(found, "reason", "Tulis alasan penolakan; pihak yang meminta membacanya.")
        if decision.ending or decision.return_by:
            _say(found, "ending", "Yang ditolak tidak diserahkan, jadi tidak dikembalikan.")
        return found
    if decision.outcome is Outcome.PARTIAL:
        _partial(found, decision, request)
    if bool(decision.ending) != bool(decision.return_by):
        missing = "return_by" if decision.ending else "ending"
        _say(found, missing, "Isi keduanya: yang disepakati, dan sampai hari apa.")
    if decision.return_by and decision.return_by < decision.on:
        _say(found, "return_by", "Batas pengembalian tidak boleh sebelum hari keputusan.")
    if decision.ending is Ending.ERASED and request.kind is not Kind.DATA:
        _say(found, "ending", "Yang dimusnahkan adalah data; fasilitas dikembalikan.")
    return found


def delivery_problems(delivery: Delivery, request: Request, today: date) -> type_problems:
    """Return what a hand-over contradicts, by field."""
    found: type_problems = {}
    _day(found, "on", delivery.on, request.decided_on or request.asked_on, today)
    if delivery.label.rank < request.label.rank:
        _say(found, "label", "Label jawaban tidak boleh lebih terbuka daripada label permintaan.")
    return found


def return_problems(on: date, request: Request, today: date) -> type_problems:
    """Return what the day of a return contradicts, by field."""
    found: type_problems = {}
    _day(found, "on", on, request.delivered_on or request.asked_on, today)
    return found


def _items(found: type_problems, new: NewRequest) -> None:
    names = [item.name.casefold() for item in new.items]
    if not new.items:
        _say(found, "items", "Sebutkan sedikitnya satu yang diminta.")
    if len(set(names)) < len(names):
        _say(found, "items", "Setiap yang diminta ditulis satu kali.")
    if new.kind is Kind.DATA:
        for item in new.items:
            if len(item.basis) < _LEAST_BASIS:
                said = f"Isian “{item.name}” belum mempunyai dasar hukum; tulis setelah titik koma."
                _say(found, "items", said)


def _use(found: type_problems, new: NewRequest) -> None:
    use = new.use
    if use is None:
        if new.kind is not Kind.DATA:
            _say(found, "needed_on", "Isi hari dan tempat pemakaian.")
        return
    if use.on < new.asked_on:
        _say(found, "needed_on", "Hari pemakaian tidak boleh sebelum tanggal surat.")
    if use.until and use.until < use.on:
        _say(found, "needed_until", "Hari terakhir tidak boleh sebelum hari pertama.")


def _answer_by(found: type_problems, new: NewRequest, ground: Ground) -> None:
    if bool(new.answer_by) != bool(new.answer_at):
        missing = "answer_at" if new.answer_by else "answer_by"
        _say(found, missing, "Batas waktu jawaban dicatat bersama pasal yang memberikannya.")
    if new.answer_at and new.answer_at not in ground.articles:
        _say(found, "answer_at", f"{new.answer_at} tidak ada pada naskah kerja sama ini.")
    if new.answer_by and new.answer_by < new.asked_on:
        _say(found, "answer_by", "Batas waktu jawaban tidak boleh sebelum tanggal surat.")


def _partial(found: type_problems, decision: Decision, request: Request) -> None:
    if request.kind is Kind.DATA:
        if not 0 < len(decision.granted) < request.items and not decision.conditions:
            said = "Centang isian yang dikabulkan, atau tulis syaratnya."
            _say(found, "granted", said)
    elif not decision.conditions:
        _say(found, "conditions", "Tulis syarat, atau bagian yang dikabulkan.")


def _day(found: type_problems, name: str, on: date, since: date, today: date) -> None:
    if on > today:
        _say(found, name, "Tanggal tidak boleh setelah hari ini.")
    if on < since:
        _say(found, name, "Tanggal tidak boleh mendahului langkah sebelumnya.")


def _say(found: type_problems, name: str, sentence: str) -> None:
    found.setdefault(name, []).append(sentence)
