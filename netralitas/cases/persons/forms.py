"""The form by which a whole number is opened: for which purpose."""

from netralitas.cases.persons.words import PURPOSES
from netralitas.web.forms import Choice, Form


class RevealForm(Form):
    """Why somebody looks at the whole number."""

    purpose = Choice(
        "Tujuan membuka NIP",
        tuple(PURPOSES.items()),
        hint="Pembukaan tercatat atas nama Anda dengan tujuannya. NIP tampil satu kali.",
        missing="Pilih tujuan membuka NIP.",
    )
