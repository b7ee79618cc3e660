"""The form of a bundle: what it is for."""

from netralitas.cases.bundle import words
from netralitas.web.forms import Choice, Form


class BundleForm(Form):
    """Why the case is taken along; without a reason it is not."""

    purpose = Choice("Tujuan", tuple(words.PURPOSES.items()))
