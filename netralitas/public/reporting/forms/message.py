"""A message to the office."""

from netralitas.language import phrase
from netralitas.web.forms import (
    Form,
    Paragraph,
)


class MessageForm(Form):
    """A message to the office, by whoever holds the code."""

    text = Paragraph(phrase("Pesan Anda"), missing=phrase("Tulis pesan Anda dahulu."), maximum=2000)
