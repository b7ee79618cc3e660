"""What a letter of request must say. Pure."""

from datetime import date
from typing import Final

from netralitas.exchange.domain import Ground, Kind, NewRequest
from netralitas.exchange.policy.problems import say, type_problems

_LEAST_BASIS: Final = 5


def request_problems(new: NewRequest, ground: Ground, today: date) -> type_problems:
    """Return what a request contradicts, by field."""
    found: type_problems = {}
    if new.asked_on > today:
        say(found, "asked_on", "Tanggal surat tidak boleh setelah hari ini.")
    if ground.signed_on and new.asked_on < ground.signed_on:
        say(found, "asked_on", "Tanggal surat tidak boleh sebelum kerja sama ditandatangani.")
    if ground.ends_on and new.asked_on > ground.ends_on:
        say(found, "asked_on", "Pada tanggal surat ini kerja sama sudah berakhir.")
    if new.article and new.article not in ground.articles:
        say(found, "article", f"{new.article} tidak ada pada naskah kerja sama ini.")
    if ground.articles and not new.article:
        say(found, "article", "Pilih pasal kerja sama yang menjadi dasar permintaan.")
    _items(found, new)
    _use(found, new)
    _answer_by(found, new, ground)
    return found


def _items(found: type_problems, new: NewRequest) -> None:
    names = [item.name.casefold() for item in new.items]
    if not new.items:
        say(found, "items", "Sebutkan sedikitnya satu yang diminta.")
    if len(set(names)) < len(names):
        say(found, "items", "Setiap yang diminta ditulis satu kali.")
    if new.kind is Kind.DATA:
        for item in new.items:
            if len(item.basis) < _LEAST_BASIS:
                said = f"Isian “{item.name}” belum mempunyai dasar hukum; tulis setelah titik koma."
                say(found, "items", said)


def _use(found: type_problems, new: NewRequest) -> None:
    use = new.use
    if use is None:
        if new.kind is not Kind.DATA:
            say(found, "needed_on", "Isi hari dan tempat pemakaian.")
        return
    if use.on < new.asked_on:
        say(found, "needed_on", "Hari pemakaian tidak boleh sebelum tanggal surat.")
    if use.until and use.until < use.on:
        say(found, "needed_until", "Hari terakhir tidak boleh sebelum hari pertama.")


def _answer_by(found: type_problems, new: NewRequest, ground: Ground) -> None:
    if bool(new.answer_by) != bool(new.answer_at):
        missing = "answer_at" if new.answer_by else "answer_by"
        say(found, missing, "Batas waktu jawaban dicatat bersama pasal yang memberikannya.")
    if new.answer_at and new.answer_at not in ground.articles:
        say(found, "answer_at", f"{new.answer_at} tidak ada pada naskah kerja sama ini.")
    if new.answer_by and new.answer_by < new.asked_on:
        say(found, "answer_by", "Batas waktu jawaban tidak boleh sebelum tanggal surat.")
