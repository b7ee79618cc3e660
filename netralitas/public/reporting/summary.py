"""The answers as people check them, line by line."""

from collections.abc import Iterator

from netralitas.audit.domain import Precision
from netralitas.intake.door import Answers, OfficeShown, Reporter
from netralitas.law.words import day, month
from netralitas.public.reporting import words
from netralitas.public.reporting.file_words import megabytes
from netralitas.public.reporting.files import Kept
from netralitas.public.reporting.pages import Line
from netralitas.public.reporting.questions import FILES, asked_of


def summary_lines(
    answers: Answers, files: tuple[Kept, ...], office: OfficeShown | None
) -> tuple[Line, ...]:
    """Return a line for each question of this report, in order."""
    said = dict(_answers(answers, files, office))
    return tuple(
        Line(label=each.short, value=said[each.key] or words.NOT_GIVEN, href=each.href)
        for each in asked_of(answers)
    )


def _answers(
    answers: Answers, files: tuple[Kept, ...], office: OfficeShown | None
) -> Iterator[tuple[str, str]]:
    told = answers.respondent
    yield "nama", words.LEVELS[answers.level] if answers.level else ""
    yield "kejadian", answers.story or ""
    yield (
        "siapa",
        "\n".join(filter(None, (told.name, told.position, told.unit))) if told else words.UNKNOWN,
    )
    yield "pemilihan", words.REGIMES[answers.regime] if answers.regime else ""
    yield "kapan", _when(answers)
    yield "diketahui", day(answers.known_on) if answers.known_on else words.UNKNOWN
    yield "tempat", "\n".join(filter(None, (answers.place, _region(answers, office))))
    yield "tautan", "\n".join(answers.links)
    yield FILES, "\n".join(f"{file.name} ({megabytes(file.size)})" for file in files)
    yield (
        "saksi",
        "\n".join(", ".join(filter(None, (who.name, who.contact))) for who in answers.witnesses),
    )
    yield "anda", _person(answers.reporter)


def _region(answers: Answers, office: OfficeShown | None) -> str:
    known = office.regions if office else ()
    return next((each.name for each in known if each.code == answers.region), "")


def _when(answers: Answers) -> str:
    if answers.act_on is None:
        return words.UNKNOWN
    if answers.act_precision is Precision.YEAR:
        return str(answers.act_on.year)
    if answers.act_precision is Precision.MONTH:
        return month(answers.act_on)
    return day(answers.act_on)


def _person(person: Reporter | None) -> str:
    if person is None:
        return ""
    voter = str(words.VOTER) if person.voter else None
    said = (person.name, person.address, person.telephone, person.email, voter)
    return "\n".join(filter(None, said))
