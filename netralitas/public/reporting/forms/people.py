"""Who did it, who saw it, who reports, and what becomes of that name."""

from collections.abc import Mapping
from typing import Final, cast

from msgspec.structs import replace

from netralitas.intake.domain import Confidentiality
from netralitas.intake.door import Answers, Reporter, Told, Witness
from netralitas.language import phrase
from netralitas.public.reporting import words
from netralitas.public.reporting.forms.base import Question
from netralitas.web.forms import (
    Choice,
    Email,
    Phone,
    Text,
    Ticked,
    optional,
)

_WITNESSES: Final = ("first", "second", "third")


class LevelForm(Question):
    """How openly somebody reports."""

    level = Choice(
        phrase("Bagaimana dengan nama Anda?"),
        [(level.value, label) for level, label in words.LEVELS.items()],
        missing=phrase("Pilih salah satu. Anda masih dapat mengubahnya sebelum mengirim."),
    )

    @classmethod
    def values(cls, answers: Answers) -> Mapping[str, object]:
        """Return the level."""
        return {"level": answers.level}

    def put(self, answers: Answers) -> Answers:
        """Return the answers at this level; without a name nothing about the person is kept."""
        level = Confidentiality(self.level)
        reporter = None if level is Confidentiality.ANONYMOUS else answers.reporter
        return replace(answers, level=level, reporter=reporter)


class WhoForm(Question):
    """Who did it, as far as that is known."""

    marks_optional = False

    name = optional(Text(phrase("Nama"), hint=phrase("Nama lengkap atau panggilannya")))
    position = optional(
        Text(phrase("Jabatan atau pekerjaan"), hint=phrase("Misalnya camat, guru, atau lurah"))
    )
    unit = optional(
        Text(phrase("Tempat kerja"), hint=phrase("Misalnya Dinas Perhubungan atau SD Negeri 1"))
    )
    unknown = Ticked(phrase("Saya tidak tahu siapa orangnya"))

    def check(self) -> None:
        """Hold that something is said about the person, or that nothing is known."""
        told = any(self.read_value(name) for name in ("name", "position", "unit"))
        unknown = self.read_value("unknown")
        if not told and not unknown and not self.errors:
            self.refuse("name", words.WHO_IS_IT)
        if told and unknown:
            self.refuse("unknown", words.WHO_IS_BOTH)

    @classmethod
    def values(cls, answers: Answers) -> Mapping[str, object]:
        """Return what is known of the person."""
        told = answers.respondent
        if told is None:
            return {"unknown": "siapa" in answers.done or None}
        return {"name": told.name, "position": told.position, "unit": told.unit}

    def put(self, answers: Answers) -> Answers:
        """Return the answers with the person, or with nobody."""
        told = Told(name=self.name, position=self.position, unit=self.unit)
        return replace(answers, respondent=None if self.unknown else told)


class WitnessForm(Question):
    """Who else saw it: at most three, and how to reach them."""

    first_name = optional(Text(phrase("Saksi 1: nama atau panggilan")))
    first_contact = optional(
        Text(phrase("Saksi 1: cara menghubungi"), hint=phrase("Telepon atau alamat"))
    )
    second_name = optional(Text(phrase("Saksi 2: nama atau panggilan")))
    second_contact = optional(Text(phrase("Saksi 2: cara menghubungi")))
    third_name = optional(Text(phrase("Saksi 3: nama atau panggilan")))
    third_contact = optional(Text(phrase("Saksi 3: cara menghubungi")))

    def check(self) -> None:
        """Refuse a way to reach somebody who has no name."""
        for place in _WITNESSES:
            if self.read_value(f"{place}_contact") and not self.read_value(f"{place}_name"):
                self.refuse(f"{place}_name", words.WITNESS_WITHOUT_NAME)

    @classmethod
    def values(cls, answers: Answers) -> Mapping[str, object]:
        """Return the witnesses, in their order."""
        found: dict[str, object] = {}
        for place, witness in zip(_WITNESSES, answers.witnesses, strict=False):
            found |= {f"{place}_name": witness.name, f"{place}_contact": witness.contact}
        return found

    def put(self, answers: Answers) -> Answers:
        """Return the answers with the witnesses."""
        self.require()
        witnesses = tuple(
            Witness(
                name=cast("str", self.read_value(f"{place}_name")),
                contact=self.read_value(f"{place}_contact"),
            )
            for place in _WITNESSES
            if self.read_value(f"{place}_name")
        )
        return replace(answers, witnesses=witnesses)


class ReporterForm(Question):
    """Who reports: asked only of those who give their name."""

    name = Text(phrase("Nama lengkap"), hint=phrase("Seperti pada KTP"))
    address = Text(phrase("Alamat"), maximum=500)
    telephone = optional(Phone(phrase("Nomor telepon"), hint=phrase("Misalnya 0812 3456 7890")))
    email = optional(Email(phrase("Alamat surel (email)"), hint=phrase("Misalnya nama@contoh.id")))
    voter = Ticked(phrase("Saya warga negara Indonesia dan punya hak pilih"))

    @classmethod
    def values(cls, answers: Answers) -> Mapping[str, object]:
        """Return the person."""
        known = answers.reporter
        if known is None:
            return {}
        return {
            "name": known.name,
            "address": known.address,
            "telephone": known.telephone,
            "email": known.email,
            "voter": known.voter or None,
        }

    def put(self, answers: Answers) -> Answers:
        """Return the answers with the person."""
        person = Reporter(
            name=self.name,
            address=self.address,
            telephone=self.telephone,
            email=self.email,
            voter=bool(self.voter),
        )
        return replace(answers, reporter=person)
