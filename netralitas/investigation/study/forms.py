"""The forms of a study: its parts on one page, a comment, the reading of the second person."""

from typing import Final

from netralitas.investigation.study.domain import (
    Conclusion,
    Content,
    Element,
    Finding,
    Section,
    Verdict,
)
from netralitas.investigation.study.policy import contradicts
from netralitas.investigation.study.words import FINDINGS, FORBIDDEN_TOGETHER, SECTIONS
from netralitas.web.forms import (
    Choice,
    Choices,
    Citation,
    Form,
    Paragraph,
    Text,
    Version,
    optional,
)

LONGEST: Final = 30_000
SPARE: Final = 2
"""Empty rows that a page offers beside those that are filled in."""
MOST_ROWS: Final = 60


class StudyForm(Form):
    """What stands once in a study."""

    base = Version()
    facts = optional(
        Paragraph(
            "Duduk perkara",
            hint="Apa yang terjadi, kapan, di mana, menurut siapa. Pelapor dan saksi disebut"
            " menurut perannya, misalnya “Pelapor” atau “Saksi 2”, tidak dengan namanya.",
            maximum=LONGEST,
        )
    )
    evidence = optional(Choices("Alat bukti yang dirujuk"))
    evidence_said = optional(Paragraph("Uraian alat bukti", maximum=LONGEST))


class ElementForm(Form):
    """One element of an article."""

    marks_optional = False
    article = optional(Citation("Pasal", hint="Misalnya: Pasal 9 ayat (2) UU 20/2023."))
    element = optional(Text("Unsur", maximum=500))
    analysis = optional(Paragraph("Analisis", maximum=10_000))

    def check(self) -> None:
        """Hold that a row that is begun is whole."""
        given = [self.read_value(name) for name in ("article", "element", "analysis")]
        if any(given):
            for name, value in zip(("article", "element", "analysis"), given, strict=True):
                if not value and name not in self.errors:
                    self.refuse(name, f"Isi {self.fields[name].label.lower()} unsur ini.")

    @property
    def row(self) -> Element | None:
        """Return the element, None for an empty row."""
        if not self.read_value("article"):
            return None
        return Element(
            article=self.read_value("article"),
            element=self.read_value("element") or "",
            analysis=self.read_value("analysis") or "",
        )


class CitationForm(Form):
    """A law or article that is cited beside those of the elements."""

    marks_optional = False
    citation = optional(Citation("Peraturan"))


class ConclusionForm(Form):
    """What the study finds of one respondent."""

    marks_optional = False
    findings = optional(
        Choices(
            "Kesimpulan",
            [(each.value, said) for each, said in FINDINGS.items()],
            hint="Boleh lebih dari satu bila jenis pelanggarannya sejajar.",
        )
    )
    reason = optional(Paragraph("Alasan", maximum=10_000))

    def check(self) -> None:
        """Hold that findings do not contradict one another, and that a finding has its reason."""
        found = self.found
        if contradicts(found):
            self.refuse("findings", FORBIDDEN_TOGETHER)
        if found and not self.read_value("reason") and "reason" not in self.errors:
            self.refuse("reason", "Isi alasan kesimpulan ini.")
        if not found and self.read_value("reason") and "findings" not in self.errors:
            self.refuse("findings", "Pilih kesimpulannya.")

    @property
    def found(self) -> tuple[Finding, ...]:
        """Return the findings that are ticked."""
        return tuple(Finding(each) for each in self.read_value("findings") or ())

    def conclusion(self, respondent: int) -> Conclusion:
        """Return it as the conclusion on a respondent."""
        return Conclusion(
            respondent=respondent, findings=self.found, reason=self.read_value("reason") or ""
        )


class CommentForm(Form):
    """A comment on a section."""

    section = Choice("Bagian", [(each.value, said) for each, said in SECTIONS.items()])
    text = Paragraph("Catatan", missing="Isi catatan Anda.", maximum=5000)


class ReadingForm(Form):
    """What the second reader says."""

    version = Version()
    verdict = Choice(
        "Hasil pembacaan",
        [
            (Verdict.APPROVED.value, "Setujui versi ini"),
            (Verdict.RETURNED.value, "Kembalikan kepada penyusun"),
        ],
        missing="Pilih hasil pembacaan.",
    )
    reason = optional(
        Paragraph("Alasan pengembalian", hint="Wajib bila dikembalikan.", maximum=5000)
    )

    def check(self) -> None:
        """Hold that whoever returns says why."""
        returned = self.read_value("verdict") == Verdict.RETURNED
        if returned and not self.read_value("reason") and "reason" not in self.errors:
            self.refuse("reason", "Isi alasan pengembalian.")


class SubmitForm(Form):
    """Which version is submitted."""

    version = Version()


def written(content: Content) -> dict[str, object]:
    """Return what the once-only fields show of a version."""
    return {
        "facts": content.facts or None,
        "evidence": tuple(map(str, content.evidence)) or None,
        "evidence_said": content.evidence_said or None,
    }


def section_of(text: str) -> Section | None:
    """Return the section that an address names, None for anything else."""
    return Section(text) if text in set(Section) else None
