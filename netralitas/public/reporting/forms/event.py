"""What happened, where, which election it touches, and where it can be seen."""

from collections.abc import Mapping
from typing import Final

from msgspec.structs import replace

from netralitas.intake.door import Answers
from netralitas.language import phrase
from netralitas.law.domain import Regime
from netralitas.public.reporting import words
from netralitas.public.reporting.forms.base import Question
from netralitas.web.forms import (
    Choice,
    Paragraph,
    Text,
    optional,
)

_MOST_LINKS: Final = 10


class StoryForm(Question):
    """What happened."""

    story = Paragraph(
        phrase("Cerita Anda"),
        hint=phrase(
            "Tulis dengan kata-kata Anda sendiri: apa yang dilakukan, untuk mendukung siapa, dan"
            " bagaimana Anda mengetahuinya."
        ),
        missing=phrase("Ceritakan apa yang terjadi, beberapa kalimat saja."),
        minimum=20,
        maximum=5000,
    )

    @classmethod
    def values(cls, answers: Answers) -> Mapping[str, object]:
        """Return the story."""
        return {"story": answers.story}

    def put(self, answers: Answers) -> Answers:
        """Return the answers with the story."""
        return replace(answers, story=self.story)


class RegimeForm(Question):
    """Which election it has to do with."""

    regime = Choice(
        phrase("Ini berkaitan dengan apa?"),
        [(regime.value, label) for regime, label in words.REGIMES.items()],
        missing=phrase("Pilih yang paling dekat. Petugas memeriksanya lagi."),
    )

    @classmethod
    def values(cls, answers: Answers) -> Mapping[str, object]:
        """Return the election."""
        return {"regime": answers.regime}

    def put(self, answers: Answers) -> Answers:
        """Return the answers with the election."""
        return replace(answers, regime=Regime(self.regime))


class WhereForm(Question):
    """Where it happened: the region decides which office reads it."""

    region = Choice(
        phrase("Kecamatan, kabupaten, atau kota"),
        missing=phrase("Pilih daerah tempat kejadiannya."),
    )
    place = Text(
        phrase("Tempatnya"),
        hint=phrase("Misalnya Lapangan Desa Lenggang, halaman kantor camat, atau media sosial"),
        missing=phrase(
            "Tulis tempatnya dengan kata-kata Anda. Bila tidak tahu, tulis “tidak tahu”."
        ),
        maximum=300,
    )

    @classmethod
    def values(cls, answers: Answers) -> Mapping[str, object]:
        """Return the place."""
        return {"region": answers.region, "place": answers.place}

    def put(self, answers: Answers) -> Answers:
        """Return the answers with the place."""
        return replace(answers, region=self.region, place=self.place)


class LinksForm(Question):
    """Addresses of posts, one to a line."""

    links = optional(
        Paragraph(
            phrase("Alamat unggahan"),
            hint=phrase("Satu alamat di setiap baris, misalnya https://contoh.id/unggahan/123"),
            maximum=5500,
        )
    )

    def check(self) -> None:
        """Refuse lines that are no address, and too many."""
        lines = self.lines
        if len(lines) > _MOST_LINKS:
            self.refuse("links", words.TOO_MANY_LINKS)
        for number, line in enumerate(lines[:_MOST_LINKS], 1):
            if not _is_address(line):
                self.refuse("links", words.no_address(number))

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines that were typed, without those left empty."""
        typed: str = self.read_value("links") or ""
        return tuple(line.strip() for line in typed.splitlines() if line.strip())

    @classmethod
    def values(cls, answers: Answers) -> Mapping[str, object]:
        """Return the addresses, a line each."""
        return {"links": "\n".join(answers.links) or None}

    def put(self, answers: Answers) -> Answers:
        """Return the answers with the addresses."""
        self.require()
        return replace(answers, links=self.lines)


def _is_address(line: str) -> bool:
    scheme, found, rest = line.partition("://")
    host = (rest if found else line).partition("/")[0]
    known = not found or scheme.lower() in {"http", "https"}
    return known and "." in host.strip(".") and " " not in line and len(line) <= 500
