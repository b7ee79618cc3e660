"""The forms of the second factor: a code, and an offered secret with the code that proves it."""

from netralitas.web.forms import Form, Hidden, Text, optional

_DIGITS = "Enam angka yang sekarang tampil di aplikasi autentikator Anda."


class StepUpForm(Form):
    """A code, and where the person was going."""

    code = Text("Kode", hint=_DIGITS, missing="Ketik kode dari aplikasi Anda.", maximum=20)
    next = optional(Hidden("Tujuan", maximum=2000))


class EnrolForm(Form):
    """The offered secret, sealed, and a code of it."""

    offer = optional(Hidden("Kunci", maximum=600))
    code = Text("Kode", hint=_DIGITS, missing="Ketik kode dari aplikasi Anda.", maximum=20)
    next = optional(Hidden("Tujuan", maximum=2000))


class ReplaceForm(Form):
    """A code of the present device, the offered secret, and a code of the new device."""

    offer = optional(Hidden("Kunci", maximum=600))
    present = Text(
        "Kode dari perangkat lama",
        hint="Enam angka yang sekarang tampil di perangkat yang Anda ganti.",
        missing="Ketik kode dari perangkat lama.",
        maximum=20,
    )
    code = Text(
        "Kode dari perangkat baru",
        hint="Enam angka yang tampil setelah kode QR dipindai.",
        missing="Ketik kode dari perangkat baru.",
        maximum=20,
    )


class PasskeyForm(Form):
    """The answer of a passkey, as the script of the page has put it in, and where one was going."""

    credential = optional(Hidden("Kunci sandi", maximum=20_000))
    next = optional(Hidden("Tujuan", maximum=2000))


class NewPasskeyForm(Form):
    """What a person calls a passkey, and what their device has made."""

    name = Text(
        "Nama kunci sandi",
        hint="Agar Anda mengenalinya di daftar, misalnya Ponsel atau Laptop kantor.",
        missing="Beri nama kunci sandi ini.",
        maximum=60,
    )
    credential = optional(Hidden("Kunci sandi", maximum=20_000))
