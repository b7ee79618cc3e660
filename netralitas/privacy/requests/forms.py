"""Forms of what people ask about their own data."""

from typing import Final

from netralitas.privacy.requests import words
from netralitas.privacy.requests.domain import Decided, NewRequest, Right, Role
from netralitas.web.forms import Choice, DateField, Form, Integer, Paragraph, Text, optional

_OF: Final = {
    "respondent": {Role.RESPONDENT.value},
    "place": {Role.REPORTER.value, Role.WITNESS.value},
    "code": {Role.REPORTER.value},
    "account": {Role.OFFICER.value},
}
"""By which field it is said whose data they are, and for whom that is one."""

NO_NAME: Final = "Jangan menulis nama atau hal lain yang mengenalkan orangnya."


class RequestForm(Form):
    """A request as it came in."""

    right = Choice("Yang diminta", [(each.value, said) for each, said in words.RIGHTS.items()])
    role = Choice("Pemohon sebagai", [(each.value, said) for each, said in words.ROLES.items()])
    case_file = optional(Integer("Nomor perkara di alamat halamannya", least=1, most=2**31))
    respondent = optional(Integer("Urutan terlapor", hint=words.FOR_RESPONDENT, least=1, most=999))
    place = optional(
        Integer("Urutan pelapor atau saksi", hint=words.FOR_IDENTITY, least=1, most=999)
    )
    code = optional(Text("Kode tanda terima", hint=words.FOR_REPORTER))
    account = optional(Text("Nama akun petugas", hint=words.FOR_OFFICER))
    letter = Text("Nomor surat permintaan", hint=NO_NAME)
    received_on = DateField("Diterima tanggal", past=True)
    established = Paragraph("Cara identitas pemohon dipastikan", hint=NO_NAME, maximum=1000)
    asked = Paragraph("Isi permintaan", hint=NO_NAME, maximum=4000)
    answer_by = optional(
        DateField("Batas jawaban", hint="Ditetapkan kantor Anda; perlu konfirmasi.")
    )

    def check(self) -> None:
        """Hold that whose data it is fits who asks, and that a place is one of a case."""
        if self.errors:
            return
        given = {name: self.read_value(name) is not None for name in ("case_file", *_OF)}
        for name, roles in _OF.items():
            if given[name] and self.read_value("role") not in roles:
                self.refuse(name, words.NOT_OF_ROLE)
        if (given["respondent"] or given["place"]) and not (given["case_file"] or given["code"]):
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
            place=self.place,
            code=self.code,
            account=self.account,
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
    """Nothing is typed: a password is made."""


class PasswordForm(Form):
    """The password that was shown, as the page sends it back."""

    secret = Text("Kata sandi")
