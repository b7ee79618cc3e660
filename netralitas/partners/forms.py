"""The forms of a new partner, and of another token."""

from typing import Final

from netralitas.partners import words
from netralitas.partners.domain import NewPartner
from netralitas.web.forms import Choice, Form, Secret, Text

MARK: Final = "ntr_"
TOKEN_LENGTH: Final = 47
_KEPT: Final = "Diawali ntr_. Disimpan tersegel dan tidak pernah ditampilkan kembali."


def _is_token(text: str) -> bool:
    bare = text.removeprefix(MARK).replace("-", "").replace("_", "")
    right = len(text) == TOKEN_LENGTH and text.startswith(MARK) and text.isascii()
    return right and (bare.isalnum() or not bare)


class PartnerForm(Form):
    """How a partner is called, where it is, whom it stands for, and the token it gave."""

    name = Text("Nama mitra", hint="Misalnya: Bawaslu Kabupaten Belitung Timur.", maximum=120)
    address = Text(
        "Alamat instalasi mitra",
        hint="Diawali https:// dan terbuka dari internet publik, tanpa apa pun sesudah namanya.",
        maximum=300,
    )
    sender = Choice(
        "Instansi pengirim",
        hint="Kantor Bawaslu yang perkaranya datang dari mitra ini.",
        missing=words.SENDER_UNKNOWN,
    )
    token = Secret("Token dari mitra", hint=_KEPT)

    def check(self) -> None:
        """Hold that the token is one of this product."""
        if (token := self.read_value("token")) and not _is_token(token):
            self.refuse("token", words.NOT_OURS)

    @property
    def new(self) -> NewPartner:
        """Return the partner; Invalid when the form has errors."""
        return NewPartner(
            name=self.name, address=self.address, sender=int(self.sender), token=self.token
        )


class TokenForm(Form):
    """Another token of the same partner."""

    token = Secret("Token baru dari mitra", hint=_KEPT)

    def check(self) -> None:
        """Hold that it is one of this product."""
        if (token := self.read_value("token")) and not _is_token(token):
            self.refuse("token", words.NOT_OURS)
