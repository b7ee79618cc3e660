"""The fields of a letter on the form of a move or fact: what stands on it, and its way."""

from collections.abc import Iterator
from typing import Any, Final

from netralitas.cases.answers import LetterAnswer
from netralitas.cases.words import METHODS
from netralitas.correspondence.words import PROOFS, copies_in
from netralitas.web.forms import Choice, DateField, Field, Form, Paragraph, Text, optional
from netralitas.workflow.domain import Ask

LETTERS: Final = {Ask.LETTER_OUT: "Surat keluar", Ask.LETTER_IN: "Surat masuk"}
WAY: Final = ("reply_to", "method", "sent", "received", "proof", "kept_at", "copies")
"""What is known of a letter's way, seldom all at once: the page folds it away."""

_PARTS: Final = ("number", "date", "subject", *WAY)
_MOST_COPIES: Final = 30
_NUMBER_HINT: Final = "Seperti tercetak; kosongkan bila tidak diketahui."
_DATE_HINT: Final = "Kosongkan bila tidak diketahui sampai hari."
_RECEIVED_HINT: Final = "Kosongkan bila tanda terimanya belum ada."
_PROOF_HINT: Final = "Tembusan kepada pihak lain bukan bukti penerimaan."
_KEPT_HINT: Final = "Misalnya lemari arsip 2, map Pilkada 2024. Jangan menulis nama orang."
_COPIES_HINT: Final = "Satu penerima tembusan per baris, seperti tercetak pada surat."


def letter_fields(ask: Ask) -> Iterator[tuple[str, Field[Any]]]:
    """Yield the fields of a letter by name, in the order in which they are asked."""
    name, said = ask.value, LETTERS[ask]
    low = said.lower()
    yield f"{name}_number", optional(Text(f"Nomor {low}", hint=_NUMBER_HINT, maximum=120))
    yield f"{name}_date", optional(DateField(f"Tanggal {low}", past=True, hint=_DATE_HINT))
    yield f"{name}_subject", Text(f"Perihal {low}", maximum=200)
    yield f"{name}_reply_to", optional(Choice("Membalas surat"))
    yield f"{name}_method", optional(Choice("Cara pengiriman", tuple(METHODS.items())))
    yield f"{name}_sent", optional(DateField("Tanggal dikirim", past=True))
    received = DateField("Tanggal diterima", past=True, hint=_RECEIVED_HINT)
    yield f"{name}_received", optional(received)
    proof = Choice("Bukti penerimaan", tuple(PROOFS.items()), hint=_PROOF_HINT)
    yield f"{name}_proof", optional(proof)
    yield f"{name}_kept_at", optional(Text("Tempat penyimpanan", hint=_KEPT_HINT, maximum=200))
    yield f"{name}_copies", optional(Paragraph("Tembusan", hint=_COPIES_HINT, maximum=2000))


def check_letter(form: Form, ask: Ask) -> None:
    """Hold that a letter is whole, and nothing of its way is before it was possible."""
    name = ask.value
    told = {part: form.read_value(f"{name}_{part}") for part in _PARTS}
    subject = f"{name}_subject"
    some = any(value is not None for value in told.values())
    if some and told["subject"] is None and subject not in form.errors:
        form.refuse(subject, f"{form.fields[subject].label} wajib diisi.")
    for part, word in (("sent", "dikirim"), ("received", "diterima")):
        if told["date"] and told[part] and told[part] < told["date"]:
            form.refuse(f"{name}_{part}", f"Tanggal {word} tidak boleh sebelum tanggal surat.")
    if told["sent"] and told["received"] and told["received"] < told["sent"]:
        sentence = "Tanggal diterima tidak boleh sebelum tanggal dikirim."
        form.refuse(f"{name}_received", sentence)
    if len(copies_in(told["copies"])) > _MOST_COPIES:
        form.refuse(f"{name}_copies", f"Tembusan paling banyak {_MOST_COPIES} baris.")


def letter_answer(form: Form, ask: Ask) -> LetterAnswer | None:
    """Return the letter that a valid form tells of, None where it tells of none."""
    told = {part: form.read_value(f"{ask.value}_{part}") for part in _PARTS}
    if told["subject"] is None:
        return None
    return LetterAnswer(
        printed=told["number"] or "",
        dated_on=told["date"],
        subject=told["subject"],
        method=told["method"],
        sent_on=told["sent"],
        received_on=told["received"],
        proof=told["proof"],
        kept_at=told["kept_at"],
        copies=copies_in(told["copies"]),
        reply_to=int(told["reply_to"]) if told["reply_to"] else None,
    )
