"""The day of a move, who signed, and the day on which an end is meant."""

from netralitas.agreements.forms.parties import NumbersForm
from netralitas.cases.words import THEMES
from netralitas.web.forms import Choice, Choices, DateField, Form, Version


class StepForm(Form):
    """The day of a move."""

    on = DateField("Tanggal", missing="Isi tanggalnya.", past=True)
    version = Version()


class SignForm(NumbersForm):
    """The day of a signing, who signed, and the number that each party gave its copy."""

    on = DateField("Tanggal", missing="Isi tanggalnya.", past=True)
    signed = Choices("Sudah ditandatangani oleh", missing="Centang setiap pihak yang sudah.")
    version = Version()


class ExtendForm(StepForm):
    """Until when all parties agreed to go on."""

    signed = Choices("Sudah ditandatangani oleh", missing="Centang setiap pihak yang sudah.")
    until = DateField("Hari terakhir yang baru", missing="Isi hari terakhir yang baru.")


class StagesForm(Form):
    """The day on which all stages end."""

    ends = DateField("Hari selesainya seluruh tahapan", missing="Isi hari selesainya tahapan.")
    version = Version()


class DutyForm(Form):
    """A duty of the text, and the theme whose activities do it."""

    at = Choice("Tugas", missing="Pilih tugasnya.")
    theme = Choice("Tema pencegahan", [(theme.value, said) for theme, said in THEMES.items()])


class EndForm(Form):
    """The day on which an agreement is meant to end before its time."""

    ends = DateField("Hari pengakhiran yang dikehendaki", missing="Isi hari pengakhirannya.")
