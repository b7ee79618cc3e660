"""The forms of people: filters, an invitation, desks, secrets, deputies, a successor."""

from typing import Final

from netralitas.access.domain import Role
from netralitas.accounts.people.domain import LENDABLE
from netralitas.accounts.people.words import ESTABLISHED, PASSWORDS_DIFFER
from netralitas.accounts.words import ROLES
from netralitas.web.forms import (
    Choice,
    Choices,
    DateField,
    Email,
    Form,
    Hidden,
    Password,
    Text,
    Ticked,
    optional,
)

_ROLES: Final = tuple((role.value, ROLES[role]) for role in Role)
_LENDABLE: Final = tuple((role.value, ROLES[role]) for role in LENDABLE)
_STATES: Final = (
    ("aktif", "Aktif"),
    ("menunggu", "Belum membuat kata sandi"),
    ("berakhir", "Penugasan berakhir dalam 30 hari"),
    ("nonaktif", "Dinonaktifkan"),
)
_LAST: Final = "Kosongkan bila tanpa batas. Hari terakhir masih termasuk."


class FilterForm(Form):
    """Which people are listed."""

    marks_optional = False
    kantor = optional(Choice("Instansi"))
    keadaan = optional(Choice("Keadaan", _STATES))


class InviteForm(Form):
    """Who is to get an account, and where they are to sit."""

    name = Text("Nama lengkap", maximum=120)
    login = Text(
        "Nama pengguna",
        hint="3 sampai 64 huruf kecil, angka, atau tanda . _ @ -",
        maximum=64,
    )
    organisation = Choice("Instansi")
    title = Text("Sebutan tugas", hint="Seperti pada surat: Staf penanganan.", maximum=120)
    roles = Choices("Peran", _ROLES)
    first = optional(DateField("Hari pertama", hint="Kosongkan bila mulai hari ini."))
    last = optional(DateField("Hari terakhir", hint=_LAST))
    email = optional(
        Email("Surel dinas", hint="Undangan dikirim juga ke sini bila surel kantor diatur.")
    )


class RolesForm(Form):
    """What somebody does at a desk."""

    roles = Choices("Peran", _ROLES)


class DeskForm(Form):
    """A further desk of somebody."""

    organisation = Choice("Instansi")
    title = Text("Sebutan tugas", hint="Seperti pada surat: Staf penanganan.", maximum=120)
    roles = Choices("Peran", _ROLES)
    first = optional(DateField("Hari pertama", hint="Kosongkan bila mulai hari ini."))
    last = optional(DateField("Hari terakhir", hint=_LAST))


class EndForm(Form):
    """The last day of a desk."""

    last = DateField("Hari terakhir", hint="Pada hari ini orangnya masih dapat bertugas.")


class DisableForm(Form):
    """That an account is disabled, ticked."""

    sure = Ticked("Semua sesinya diakhiri dan orang ini tidak dapat masuk lagi", must=True)


class MailForm(Form):
    """Where reminders go."""

    email = optional(Email("Surel dinas", hint="Kosongkan untuk tidak mengirim pengingat."))


class EstablishedForm(Form):
    """How the second administrator knows who it is."""

    established = Choice(
        "Bagaimana Anda memastikan bahwa itu benar orangnya?",
        tuple((each.value, said) for each, said in ESTABLISHED.items()),
        missing="Pilih bagaimana Anda memastikannya.",
    )


class MailConfirmedForm(EstablishedForm):
    """That an address is the person's own, and which one the second administrator saw."""

    email = Hidden("Surel dinas", maximum=254)


class SuperiorForm(Form):
    """Who is the direct superior."""

    superior = optional(Choice("Atasan langsung", hint="Kosongkan bila tidak ada dalam sistem."))


class ResetForm(Form):
    """What of somebody's secrets is replaced."""

    what = Choices(
        "Yang diganti",
        (
            ("password", "Kata sandi: yang lama tidak berlaku lagi begitu disetujui"),
            ("factor", "Faktor kedua: perangkatnya hilang atau diganti"),
        ),
    )


class ConfirmForm(Form):
    """That the second administrator agrees to an invitation."""

    sure = Ticked("Saya mengenal orang ini dan setuju ia bertugas di sana", must=True)


class CodeForm(Form):
    """A one-time code."""

    code = Text(
        "Kode sekali pakai",
        hint="Lima kelompok huruf dan angka yang diserahkan administrator kepada Anda.",
        maximum=60,
    )


class NewPasswordForm(Form):
    """A password of one's own, twice; the code goes along in the body."""

    code = Hidden("Kode", maximum=60)
    password = Password("Kata sandi baru", hint="Paling sedikit 12 karakter.")
    again = Password("Ketik sekali lagi")

    def check(self) -> None:
        """Hold that both are the same."""
        first, second = self.read_value("password"), self.read_value("again")
        if first and second and first != second:
            self.refuse("again", PASSWORDS_DIFFER)


class PresentPasswordForm(Form):
    """The present password, where only the second factor is taken off."""

    code = Hidden("Kode", maximum=60)
    password = Password("Kata sandi Anda sekarang")


class AskForm(Form):
    """Whose password was forgotten."""

    login = Text("Nama pengguna", missing="Isi nama pengguna Anda.", maximum=64)


class DeputyForm(Form):
    """Who stands in, with which roles, on which days."""

    deputy = Choice("Wakil", hint="Orang lain yang bertugas di instansi yang sama.")
    roles = Choices("Peran yang dipinjamkan", _LENDABLE)
    first = DateField("Hari pertama")
    last = DateField("Hari terakhir")


class HandoverForm(Form):
    """Who takes over the open work, and when."""

    successor = Choice("Penerima pekerjaan")
    on = DateField("Diserahterimakan pada")
