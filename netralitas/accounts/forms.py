"""The forms of sign-in, of the choice of a desk, and of the demo's change of person."""

from collections.abc import Sequence

from netralitas.accounts import words
from netralitas.accounts.domain import Desk
from netralitas.web.forms import Choice, Form, Hidden, Integer, Password, Text, optional


class SignInForm(Form):
    """Login, password, and where the person wanted to go."""

    login = Text("Nama pengguna", missing="Isi nama pengguna Anda.", maximum=64)
    password = Password("Kata sandi", missing="Isi kata sandi Anda.")
    next = optional(Hidden("Tujuan", maximum=2000))


class PasswordForm(Form):
    """The present password, and twice the new one."""

    present = Password("Kata sandi sekarang", missing="Isi kata sandi Anda yang sekarang.")
    new = Password(
        "Kata sandi baru",
        hint="Sedikitnya 12 karakter. Beberapa kata yang mudah Anda ingat sudah cukup.",
        missing="Isi kata sandi yang baru.",
    )
    repeated = Password("Kata sandi baru sekali lagi", missing="Ketik kata sandi baru sekali lagi.")

    def check(self) -> None:
        """Refuse two new ones that differ."""
        if self.read_value("new") != self.read_value("repeated"):
            self.refuse("repeated", "Kedua kata sandi baru tidak sama. Ketik ulang keduanya.")


class SessionForm(Form):
    """Which session to end."""

    session = optional(Hidden("Sesi", maximum=64))


class DeskForm(Form):
    """One of the officer's desks."""

    desk = Choice("Tempat tugas", missing="Pilih tempat tugas Anda sekarang.")
    next = optional(Hidden("Tujuan", maximum=2000))


class PersonForm(Form):
    """The desk of a person of the demo, as the demo bar posts it."""

    orang = Integer("Orang")


def desk_choices(desks: Sequence[Desk]) -> list[tuple[str, str]]:
    """Return the desks as options: title, office, roles."""
    return [
        (
            str(desk.id),
            f"{desk.title}, {desk.organisation_name} ({words.role_names(desk.roles)})",
        )
        for desk in desks
    ]
