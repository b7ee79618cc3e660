"""A message to the office."""

from netralitas.web.forms import (
    Form,
    Paragraph,
)


class MessageForm(Form):
    """A message to the office, by whoever holds the code."""

    text = Paragraph("Pesan Anda", missing="Tulis pesan Anda dahulu.", maximum=2000)
