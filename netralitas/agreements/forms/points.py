"""The points of an agreement: its name, its parties, how long it holds, what is told when."""

from msgspec.structs import replace

from netralitas.agreements.domain import AgreementKind
from netralitas.agreements.forms.parties import PLACES, PartiesForm
from netralitas.agreements.forms.values import notice_of
from netralitas.agreements.paper import Copies, Evaluation, Notice, Paper, PaperParty, Term
from netralitas.agreements.words import CALLED, LASTS
from netralitas.web.forms import Choice, DateField, Form, Integer, Text, Version, optional


class PointsForm(PartiesForm):
    """The points of an agreement beside its articles: parties, how long, what is told when."""

    lasts = Choice("Masa berlaku", LASTS, missing="Pilih sampai kapan kerja sama berlaku.")
    years = optional(Integer("Lama berlaku dalam tahun", least=1, most=25))
    ends_on = optional(DateField("Hari terakhir"))
    term_at = optional(Text("Pasal masa berlaku", hint="Misalnya: Pasal 7."))
    notice_months = optional(
        Integer(
            "Pemberitahuan perpanjangan, bulan sebelum berakhir",
            hint="Kosongkan bila naskah tidak mengaturnya.",
            least=1,
            most=24,
        )
    )
    notice_at = optional(Text("Pasal pemberitahuan", hint="Misalnya: Pasal 11 ayat (2)."))
    early_number = optional(
        Integer(
            "Pemberitahuan pengakhiran lebih awal, sebelum harinya",
            hint="Angkanya saja; kosongkan bila naskah tidak mengaturnya.",
            least=1,
            most=365,
        )
    )
    early_unit = optional(Choice("Satuannya", [("calendar", "Hari"), ("month", "Bulan")]))
    early_at = optional(Text("Pasal pengakhiran lebih awal"))
    evaluation_months = optional(
        Integer("Evaluasi setiap berapa bulan", hint="Kosongkan bila tidak diatur.", most=60)
    )
    evaluation_at = optional(Text("Pasal evaluasi"))

    stamped = optional(Integer("Rangkap bermeterai", least=1, most=20))
    initialled = optional(
        Integer("Rangkap tanpa meterai, berparaf hierarki", hint="Untuk arsip.", least=1, most=20)
    )

    def check(self) -> None:
        """Say beside its field what the chosen end and notice need."""
        said = self.read_value
        if said("early_number") and not said("early_unit"):
            self.refuse("early_unit", "Pilih satuannya: hari atau bulan.")
        if said("lasts") == "years" and not said("years"):
            self.refuse("years", "Isi lama berlaku dalam tahun.")
        if said("lasts") == "day" and not said("ends_on"):
            self.refuse("ends_on", "Isi hari terakhir kerja sama.")

    def written(self, paper: Paper) -> Paper:
        """Return the paper with these points; Invalid when the form has errors."""
        self.require()
        return replace(
            paper,
            kind=AgreementKind(self.kind),
            title=self.title,
            place=self.place,
            parties=tuple(
                _party(party, self, name)
                for party, name in zip(paper.parties, PLACES, strict=False)
            ),
            term=Term(
                at=self.term_at or "",
                years=self.years if self.lasts == "years" else None,
                ends_on=self.ends_on if self.lasts == "day" else None,
                until_stages=self.lasts == "stages",
            ),
            notices=self._notices(paper),
            evaluation=self._evaluation(),
            copies=self._copies(),
        )

    def _notices(self, paper: Paper) -> tuple[Notice, ...]:
        """Return the two notices of the form; a third one of the paper stays as it is."""
        asked = {"extension", "early_termination"}
        found = [each for each in paper.notices if not asked & set(each.subjects)]
        if self.notice_months:
            old = notice_of(paper, "extension")
            found.append(
                Notice(
                    at=self.notice_at or "",
                    subjects=old.subjects if old else ("extension",),
                    number=self.notice_months,
                    unit="month",
                )
            )
        if self.early_number:
            old = notice_of(paper, "early_termination")
            found.append(
                Notice(
                    at=self.early_at or "",
                    subjects=("early_termination",),
                    number=self.early_number,
                    unit="month" if self.early_unit == "month" else "calendar",
                    with_reasons=bool(old and old.with_reasons),
                )
            )
        return tuple(found)

    def _evaluation(self) -> Evaluation | None:
        if self.evaluation_months or self.evaluation_at:
            return Evaluation(at=self.evaluation_at or "", months=self.evaluation_months)
        return None

    def _copies(self) -> tuple[Copies, ...]:
        made = []
        if self.stamped:
            made.append(Copies(number=self.stamped, stamped=True))
        if self.initialled:
            made.append(Copies(number=self.initialled, stamped=False, initialled=True))
        return tuple(made)


class EnterForm(PointsForm):
    """A new agreement: whose it is, with whom."""

    own = Choice("Pihak kesatu", hint="Kantor Anda atau kantor di atasnya.")
    other = Choice("Pihak kedua", missing="Pilih pihak lain.")
    third = optional(Choice("Pihak ketiga", hint="Kosongkan bila hanya dua pihak."))
    fourth = optional(Choice("Pihak keempat", hint="Kosongkan bila tidak ada."))
    parent = optional(Choice("Kerja sama induk", hint="Untuk adendum atau perjanjian turunan."))

    def blank_paper(self) -> Paper:
        """Return the paper of the two parties, without anything else."""
        self.require()
        given = [(name, self.value_of(name)) for name in ("own", "other", "third", "fourth")]
        chosen = [(name, str(office)) for name, office in given if office]
        parties = tuple(
            PaperParty(
                called=called,
                name=str(dict(self.options(name))[office]),
                number="",
                signatory="",
                capacity="",
                organisation=int(office),
            )
            for called, (name, office) in zip(CALLED, chosen, strict=False)
        )
        kind = AgreementKind(self.kind)
        return Paper(kind=kind, title=self.title, place=self.place, parties=parties)


class RewriteForm(PointsForm):
    """The points of a text that stands already."""

    version = Version()


def _party(party: PaperParty, form: Form, name: str) -> PaperParty:
    said = {
        part: form.value_of(f"{name}_{part}") or ""
        for part in ("number", "signatory", "capacity", "basis")
    }
    return replace(party, **said)
