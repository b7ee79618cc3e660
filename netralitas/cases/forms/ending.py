"""Why a published release ends, as everybody will read it."""

from collections.abc import Iterator
from typing import Any, Final

from netralitas.publication.domain import EndReason
from netralitas.publication.words import END_REASONS, SAY_MORE
from netralitas.web.forms import Choice, Field, Form, Paragraph, optional
from netralitas.workflow.domain import Ask
from netralitas.workflow.words import ASKS

LONGEST: Final = 300
_REASON_HINT: Final = "Tertulis di daftar koreksi dan penarikan, terbaca oleh siapa pun."
_NOTE_HINT: Final = "Satu atau dua kalimat. Tanpa nama, NIP, jabatan, atau unit kerja."


def fields() -> Iterator[tuple[str, Field[Any]]]:
    """Yield the reason from the fixed list, and a sentence beside it."""
    options = tuple((reason.value, said) for reason, said in END_REASONS.items())
    yield Ask.PUBLIC_REASON.value, Choice(ASKS[Ask.PUBLIC_REASON], options, hint=_REASON_HINT)
    note = Paragraph("Keterangan yang diumumkan", hint=_NOTE_HINT, maximum=LONGEST)
    yield "public_note", optional(note)


def check(form: Form) -> None:
    """Hold that another reason than those of the list is said in a sentence."""
    if form.read_value("public_reason") == EndReason.OTHER and not form.read_value("public_note"):
        form.refuse("public_note", SAY_MORE)
