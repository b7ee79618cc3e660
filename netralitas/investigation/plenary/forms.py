"""The forms of plenary meetings: a plan, who is there, a case for the table, what is decided."""

from collections.abc import Sequence

from netralitas.investigation.plenary.domain import Cast, Decided, Outcome, Vote
from netralitas.investigation.plenary.policy import NEEDS_A_REASON
from netralitas.investigation.plenary.words import QUORUM, VOTES
from netralitas.investigation.study.domain import Finding
from netralitas.investigation.study.policy import contradicts
from netralitas.investigation.study.words import FINDINGS, FORBIDDEN_TOGETHER
from netralitas.web.forms import (
    Choice,
    Choices,
    DateField,
    Form,
    Integer,
    Paragraph,
    Text,
    TimeField,
    Version,
    optional,
)


class MeetingForm(Form):
    """When and where a meeting is, and who chairs it."""

    held_on = DateField("Hari rapat", missing="Isi hari rapat.")
    starts = TimeField("Pukul", hint="Misalnya: 09.00.", missing="Isi pukul rapat dimulai.")
    place = Text("Tempat", maximum=200)
    chair = Choice("Pimpinan rapat", missing="Pilih pimpinan rapat.")


class PresenceForm(Form):
    """Who of the commissioners is there."""

    marks_optional = False
    officers = optional(Choices("Anggota yang hadir"))


class TableForm(Form):
    """A case that is laid on the table."""

    case = Choice("Perkara", missing="Pilih perkara.")


class QuorumForm(Form):
    """How many must take part."""

    least = optional(
        Integer(
            "Sekurang-kurangnya anggota yang ikut memutus",
            hint=f"Kosongkan untuk lebih dari separuh anggota ({QUORUM}).",
            least=1,
            most=50,
        )
    )


class RulingForm(Form):
    """What comes of the case, and why where it does not go on."""

    version = Version()
    outcome = Choice("Keputusan", missing="Pilih keputusan rapat.")
    reason = optional(
        Paragraph(
            "Alasan",
            hint="Wajib bila dikembalikan, ditolak, atau dihentikan.",
            maximum=5000,
        )
    )

    def check(self) -> None:
        """Hold that what does not go on has its reason."""
        picked = self.read_value("outcome")
        if picked and Outcome(picked) in NEEDS_A_REASON and not self.read_value("reason"):
            self.refuse("reason", "Isi alasan keputusan ini.")


class RespondentForm(Form):
    """What is found of one respondent."""

    marks_optional = False
    findings = optional(Choices("Putusan", [(each.value, said) for each, said in FINDINGS.items()]))

    def check(self) -> None:
        """Hold that the findings do not contradict one another."""
        if contradicts(self.found):
            self.refuse("findings", FORBIDDEN_TOGETHER)

    @property
    def found(self) -> tuple[Finding, ...]:
        """Return the findings that are ticked."""
        return tuple(Finding(each) for each in self.read_value("findings") or ())


class VoteForm(Form):
    """How one member votes."""

    marks_optional = False
    vote = Choice("Suara", [(each.value, said) for each, said in VOTES.items()])
    reason = optional(Paragraph("Alasan pendapat berbeda", maximum=5000))

    def check(self) -> None:
        """Hold that who dissents says why."""
        if self.read_value("vote") == Vote.DISSENT and not self.read_value("reason"):
            self.refuse("reason", "Isi alasan pendapat berbeda.")

    def cast(self, officer: int) -> Cast:
        """Return it as the vote of a member."""
        return Cast(
            officer=officer, vote=Vote(self.read_value("vote")), reason=self.read_value("reason")
        )


def decided_in(rows: Sequence[tuple[int, RespondentForm]]) -> tuple[Decided, ...]:
    """Return what the forms find of each respondent of whom they find something."""
    return tuple(Decided(respondent=one, findings=form.found) for one, form in rows if form.found)
