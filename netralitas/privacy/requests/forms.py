"""Forms of what people ask about their own data."""

from typing import Final

from netralitas.privacy.requests import words
from netralitas.privacy.requests.domain import Decided, NewRequest, Right, Role
from netralitas.web.forms import Choice, DateField, Form, Integer, Paragraph, Text, optional

NO_NAME: Final = "Jangan menulis nama atau hal lain yang mengenalkan orangnya."


class RequestForm(Form):
    """A request as it came in."""

    right = Choice("Yang diminta", [(each.value, said) for each, said in words.RIGHTS.items()])
    role = Choice("Pemohon sebagai", [(each.value, said) for each, said in words.ROLES.items()])
    case_file = optional(Integer("Nomor perkara di alamat halamannya", least=1, most=2**31))
    respondent = optional(Integer("Urutan terlapor", least=1, most=999))
    letter = Text("Nomor surat permintaan", hint=NO_NAME)
    received_on = DateField("Diterima tanggal", past=True)
    established = Paragraph("Cara identitas pemohon dipastikan", hint=NO_NAME, maximum=1000)
    asked = Paragraph("Isi permintaan", hint=NO_NAME, maximum=4000)
    answer_by = optional(
        DateField("Batas jawaban", hint="Ditetapkan kantor Anda; perlu konfirmasi.")
    )

    def check(self) -> None:
        """Hold that a respondent is one of a case."""
        given = self.read_value("case_file"), self.read_value("respondent")
        if not self.errors and given[0] is None and given[1] is not None:
            self.refuse("case_file", words.BOTH)

    def new(self) -> NewRequest:
        """Return the request; Invalid when the form has errors."""
        self.require()
        return NewRequest(
            right=Right(self.right),
            role=Role(self.role),
            case_file=self.case_file,
            respondent=self.respondent,
            letter=self.letter,
            received_on=self.received_on,
            established=self.established,
            asked=self.asked,
            answer_by=self.answer_by,
        )


class DecisionForm(Form):
    """What was decided, and why."""

    decided = Choice("Keputusan", [(each.value, said) for each, said in words.DECISIONS.items()])
    reason = Paragraph("Alasan", hint=NO_NAME, maximum=4000)
    held_back = optional(Paragraph("Yang tidak diberikan, dan mengapa", hint=NO_NAME))

    def what(self) -> Decided:
        """Return the decision; Invalid when the form has errors."""
        self.require()
        return Decided(self.decided)


class HandForm(Form):
    """Nothing is typed: the data are taken along."""
