"""The forms of the register of addresses and of captures."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from netralitas.evidence.web import words
from netralitas.evidence.web.domain import (
    CaptureFailed,
    Category,
    Finder,
    NewAddress,
    Platform,
    Problem,
    Referral,
    Taker,
)
from netralitas.evidence.web.guard import LONGEST, Guard
from netralitas.web.forms import Choice, DateField, Form, Paragraph, Text, optional

_WRITTEN_WRONG = frozenset({Problem.ADDRESS, Problem.SCHEME, Problem.CREDENTIALS})


_Code = TypeVar("_Code", bound=StrEnum)


def _options(labels: Mapping[_Code, str]) -> list[tuple[str, str]]:
    return [(each.value, said) for each, said in labels.items()]


class _AddressForm(Form):
    """A form with the address of a page; where it leads is looked at when it is captured."""

    url = Text(
        "Alamat halaman",
        hint="Salin utuh dari peramban, diawali https:// atau http://.",
        missing="Isi alamat halaman.",
        maximum=LONGEST,
    )

    def check(self) -> None:
        """Say what is wrong with how the address is written."""
        url = self.read_value("url")
        if not url:
            return
        try:
            Guard().check(url)
        except CaptureFailed as failure:
            if failure.problem in _WRITTEN_WRONG:
                self.refuse("url", words.PROBLEMS[failure.problem])


class EntryForm(_AddressForm):
    """An address for the register."""

    platform = Choice("Platform", _options(words.PLATFORMS), missing="Pilih platform.")
    account = optional(Text("Akun", hint="Nama akun seperti tertulis pada halaman.", maximum=200))
    category = Choice("Kategori", _options(words.CATEGORIES), missing="Pilih kategori.")
    finder = Choice("Asal temuan", _options(words.FINDERS), missing="Pilih asal temuan.")
    seen_on = DateField("Tanggal dilihat", missing="Isi tanggal halaman dilihat.", past=True)
    note = optional(Paragraph("Catatan", hint="Apa yang terlihat pada halaman itu.", maximum=2000))

    def new(self) -> NewAddress:
        """Return the address as it is entered; Invalid when the form has errors."""
        self.require()
        return NewAddress(
            url=self.url,
            platform=Platform(self.platform),
            category=Category(self.category),
            finder=Finder(self.finder),
            seen_on=self.seen_on,
            account=self.account,
            note=self.note,
        )


class CaptureForm(_AddressForm):
    """A page to be captured for a case."""


class ReferralForm(Form):
    """That it was asked to take a page down."""

    asked_of = Choice("Diminta kepada", _options(words.TAKERS), missing="Pilih tujuan permintaan.")
    number = Text(
        "Nomor rujukan",
        hint="Nomor surat atau nomor laporan pada platform.",
        missing="Isi nomor rujukan.",
        maximum=100,
    )
    asked_on = DateField("Tanggal permintaan", missing="Isi tanggal permintaan.", past=True)

    def said(self) -> Referral:
        """Return what was asked; Invalid when the form has errors."""
        self.require()
        return Referral(taker=Taker(self.asked_of), number=self.number, asked_on=self.asked_on)


class TakenDownForm(Form):
    """Since when a page is gone."""

    done_on = DateField(
        "Tanggal turun",
        hint="Hari Anda melihat bahwa halaman itu tidak ada lagi.",
        missing="Isi tanggal halaman turun.",
        past=True,
    )


class LinkForm(Form):
    """The case of the finding that was opened from an address."""

    case = Choice("Perkara", missing="Pilih perkara.")
