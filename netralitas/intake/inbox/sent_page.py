"""The page of one report that waits: what was sent, and the forms that answer it."""

from collections.abc import Mapping, Sequence
from typing import Final

from netralitas.access.domain import Actor
from netralitas.audit.domain import Precision
from netralitas.cases.domain import Theme
from netralitas.database.connection import Connection
from netralitas.evidence.views import VIEWED
from netralitas.intake.domain import Confidentiality
from netralitas.intake.door import Answers, Reporter
from netralitas.intake.inbox import words
from netralitas.intake.inbox.forms import AccusedForm, RefusalForm, TakingForm
from netralitas.intake.inbox.opening import SentReport
from netralitas.intake.inbox.pages import FileLine, SentPage
from netralitas.intake.inbox.queries import CRUMBS, PATH
from netralitas.intake.queries import choices_for
from netralitas.reference.queries import in_words, region_chain
from netralitas.web.forms import Happened
from netralitas.web.parts import Crumb

type_choices = Mapping[str, Sequence[tuple[str, str]]]

_TYPES: Final = {
    "image/jpeg": "Gambar JPEG",
    "image/png": "Gambar PNG",
    "image/webp": "Gambar WEBP",
    "image/heic": "Gambar HEIC",
    "application/pdf": "PDF",
    "text/plain": "Teks",
    "video/mp4": "Video MP4",
    "audio/mpeg": "Suara MP3",
    "audio/mp4": "Suara M4A",
    "audio/ogg": "Suara OGG",
}


async def choices_of(
    connection: Connection, actor: Actor, report: SentReport
) -> dict[str, list[tuple[str, str]]]:
    """Return the regions of the office, with the one that was answered if it is none of them."""
    choices, _ = await choices_for(connection, actor)
    regions = list(choices["region"])
    answered = report.answers.region if report.answers else None
    if answered and answered not in dict(regions):
        chain = await region_chain(connection, answered)
        regions += [(answered, in_words(chain))] if chain else []
    return {"region": regions}


def filled(report: SentReport, choices: type_choices) -> tuple[TakingForm, AccusedForm] | None:
    """Return the forms with what was sent; None where it does not open."""
    answers = report.answers
    if answers is None:
        return None
    act = None
    if answers.act_on is not None:
        act = Happened(precision=answers.act_precision, on=answers.act_on)
        if answers.act_precision is Precision.UNKNOWN:
            act = Happened(precision=Precision.DAY, on=answers.act_on)
    taking = TakingForm.blank(
        values={
            "description": _story(answers),
            "regime": answers.regime,
            "theme": Theme.NEUTRALITY,
            "region": answers.region,
            "place": answers.place,
            "act": act,
            "known_on": answers.known_on,
        },
        choices=choices,
    )
    told = answers.respondent
    values = {"name": told.name, "position": told.position, "unit": told.unit} if told else {}
    nobody = told is None or told.name is None
    return taking, AccusedForm.blank(values={**values, "unidentified": True if nobody else None})


def sent_page(
    report: SentReport,
    forms: tuple[TakingForm, AccusedForm] | None,
    refusal: RefusalForm | None = None,
) -> SentPage:
    """Return the page; only a report by name shows who sent it."""
    answers, level = report.answers, report.confidentiality
    here = f"{PATH}/{report.id}"
    return SentPage(
        title=f"Kiriman {report.number}",
        crumbs=(*CRUMBS, Crumb(report.number)),
        kind=words.KINDS[level],
        about=words.ABOUT[level],
        number=report.number,
        sent_at=report.sent_at,
        proved=report.proved,
        unreadable=words.UNREADABLE if answers is None else None,
        identity=_identity(answers.reporter)
        if answers and answers.reporter and level is Confidentiality.NAMED
        else (),
        witnesses=len(answers.witnesses) if answers else 0,
        files=_files(report),
        taking=forms[0] if forms else None,
        accused=forms[1] if forms else None,
        refusal=refusal or RefusalForm.blank(),
        take=words.TAKEN_AS[level],
        action=f"{here}/penerimaan",
        refuse=f"{here}/penolakan",
    )


def _story(answers: Answers) -> str | None:
    """Return the account as it was told, with the addresses of posts under it."""
    links = [f"Tautan: {link}" for link in answers.links]
    return "\n".join(filter(None, (answers.story, *links))) or None


def _identity(reporter: Reporter) -> tuple[tuple[str, str], ...]:
    given = (
        ("Nama", reporter.name),
        ("Alamat", reporter.address),
        ("Telepon", reporter.telephone),
        ("Surel", reporter.email),
    )
    return tuple((label, value) for label, value in given if value)


def _files(report: SentReport) -> tuple[FileLine, ...]:
    return tuple(
        FileLine(
            title=words.title_of_file(file.ordinal),
            kind=_TYPES.get(file.media_type, "Dokumen"),
            size=file.size,
            digest=file.sha256.hex(),
            view=f"{PATH}/{report.id}/berkas/{file.ordinal}"
            if file.media_type in VIEWED and report.answers is not None
            else None,
        )
        for file in report.files
    )
