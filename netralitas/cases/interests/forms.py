"""The form by which an officer declares an interest."""

from netralitas.cases.interests import words
from netralitas.web.forms import Choice, Form, Text


class InterestForm(Form):
    """One unit or one person."""

    kind = Choice(
        "Apa yang Anda nyatakan?", tuple((kind.value, said) for kind, said in words.KINDS.items())
    )
    name = Text(
        "Nama unit atau orang",
        hint="Tulis seperti pada surat keputusan, misalnya Dinas Perhubungan.",
        minimum=3,
        maximum=200,
    )
