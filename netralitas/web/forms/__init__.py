"""Forms of our own: every error found, everything typed kept, nothing raised on any input."""

from netralitas.web.forms.base import Form
from netralitas.web.forms.bound import Bound
from netralitas.web.forms.choices import Choice, Choices, Option, Ticked
from netralitas.web.forms.citation import Citation
from netralitas.web.forms.dates import DateField, Happened, HappenedField, TimeField
from netralitas.web.forms.field import Field, optional
from netralitas.web.forms.files import (
    EVIDENCE,
    LETTERS,
    MEBIBYTE,
    FileField,
    FileKind,
    Received,
    Upload,
    Uploads,
)
from netralitas.web.forms.identity import Email, Nik, Nip, Phone
from netralitas.web.forms.numbers import Integer, Version
from netralitas.web.forms.text import Hidden, Paragraph, Password, Secret, Text

__all__ = [
    "EVIDENCE",
    "LETTERS",
    "MEBIBYTE",
    "Bound",
    "Choice",
    "Choices",
    "Citation",
    "DateField",
    "Email",
    "Field",
    "FileField",
    "FileKind",
    "Form",
    "Happened",
    "HappenedField",
    "Hidden",
    "Integer",
    "Nik",
    "Nip",
    "Option",
    "Paragraph",
    "Password",
    "Phone",
    "Received",
    "Secret",
    "Text",
    "Ticked",
    "TimeField",
    "Upload",
    "Uploads",
    "Version",
    "optional",
]
