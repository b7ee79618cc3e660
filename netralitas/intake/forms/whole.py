"""The whole form of the desk: the matter, and as many people and files as were added to it."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final, Self

from netralitas.cases.domain import Source
from netralitas.cases.nip import NipSealer
from netralitas.intake.domain import Evidence, Handed, Manner
from netralitas.intake.forms.matter import FORMS, FindingForm, MatterForm
from netralitas.intake.forms.people import (
    EvidenceForm,
    InformantForm,
    ReporterForm,
    RespondentForm,
    WitnessForm,
)
from netralitas.vault.domain import Identity
from netralitas.web.forms import Form
from netralitas.web.forms.given import gather

MOST: Final = 50
"""How many of one group a page takes."""

type_choices = Mapping[str, Sequence[tuple[str, str]]]
_PEOPLE: Final[Mapping[Source, type[ReporterForm | InformantForm]]] = {
    Source.REPORT: ReporterForm,
    Source.INFORMATION: InformantForm,
}


class Group(StrEnum):
    """What is added several times; the value stands in the names of the inputs."""

    RESPONDENT = "terlapor"
    WITNESS = "saksi"
    EVIDENCE = "bukti"


@dataclass(slots=True, kw_only=True)
class Whole:
    """Every form of the page, in its order. The first respondent is always there, unnumbered."""

    matter: MatterForm
    respondents: list[RespondentForm]
    reporter: ReporterForm | InformantForm | None
    witnesses: list[WitnessForm] = field(default_factory=list)
    evidence: dict[int, EvidenceForm] = field(default_factory=dict)

    @classmethod
    def blank(cls, source: Source, values: Mapping[str, object], choices: type_choices) -> Self:
        """Return the form as first shown, `values` filled in where they belong."""
        matter, people = FORMS[source], _PEOPLE.get(source)
        known = {name: value for name, value in values.items() if name in matter.fields}
        of_people = {n: v for n, v in values.items() if people and n in people.fields}
        return cls(
            matter=matter.blank(values=known, choices=choices),
            respondents=[RespondentForm()],
            reporter=people.blank(values=of_people) if people else None,
        )

    @classmethod
    def parse(
        cls,
        source: Source,
        typed: object,
        choices: type_choices,
        files: Collection[int],
        today: date | None,
    ) -> Self:
        """Return the form with what was typed; `files` are ids of uploads. Never raises."""
        people = _PEOPLE.get(source)
        names = gather(typed)
        return cls(
            matter=FORMS[source].parse(typed, choices=choices, today=today),
            respondents=[
                RespondentForm.parse(typed),
                *(
                    RespondentForm.parse(typed, prefix=prefix(Group.RESPONDENT, number))
                    for number in numbered(names, Group.RESPONDENT)
                ),
            ],
            reporter=people.parse(typed) if people else None,
            witnesses=[
                WitnessForm.parse(typed, prefix=prefix(Group.WITNESS, number))
                for number in numbered(names, Group.WITNESS)
            ],
            evidence={
                each: EvidenceForm.parse(typed, prefix=prefix(Group.EVIDENCE, each))
                for each in files
            },
        )

    def forms(self) -> Iterator[Form]:
        """Yield every form in the order of the page."""
        yield self.matter
        yield from self.respondents
        if self.reporter:
            yield self.reporter
        yield from self.witnesses
        yield from self.evidence.values()

    @property
    def valid(self) -> bool:
        """Whether nothing is wrong anywhere."""
        return all(form.valid for form in self.forms())

    def keep_errors(self, wanted: Collection[str] = ()) -> None:
        """Forget what is wrong with every field but those wanted, which are of the matter."""
        for form in self.forms():
            kept = form.errors if form is self.matter else {}
            form.errors = {name: said for name, said in kept.items() if name in wanted}

    @property
    def typed(self) -> dict[str, list[str]]:
        """Everything that was typed, by input name."""
        return {name: texts for form in self.forms() for name, texts in form.typed.items()}

    def identity(self) -> Identity | None:
        """Return who brought the matter, for the vault; None: nobody with a name."""
        return self.reporter.identity() if self.reporter else None

    def manner(self) -> Manner | None:
        """Return how the matter was brought."""
        if isinstance(self.matter, FindingForm):
            return self.matter.manner()
        return self.reporter.manner() if self.reporter else None

    def handed(
        self, zone: str, sealer: NipSealer, evidence: tuple[Evidence, ...], token: bytes | None
    ) -> Handed:
        """Return everything that is handed in; raises Invalid with the errors of the first form."""
        for form in self.forms():
            form.require()
        people = tuple(form.person(sealer) for form in self.respondents)
        return Handed(
            new=self.matter.new_case(zone, people),
            reporter=self.identity(),
            manner=self.manner(),
            witnesses=tuple(form.identity() for form in self.witnesses),
            evidence=evidence,
            token=token,
        )


def prefix(group: Group, number: int) -> str:
    """Return what stands in front of the names of one of a group: "saksi-2-"."""
    return f"{group.value}-{number}-"


def numbered(names: Collection[str], group: Group) -> list[int]:
    """Return the numbers of a group that occur among the names of inputs, in order."""
    pattern = re.compile(rf"{group.value}-([1-9][0-9]{{0,3}})-\w")
    found = {int(match[1]) for match in map(pattern.match, names) if match}
    return sorted(found)[:MOST]


def following(names: Collection[str], group: Group) -> int:
    """Return the number of one more of a group; the first respondent has none, so theirs is 2."""
    first = 2 if group is Group.RESPONDENT else 1
    return max([first - 1, *numbered(names, group)]) + 1
