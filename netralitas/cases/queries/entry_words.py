"""What an event says beside its sentence: numbers, letters, papers, addressees, in words."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Final

import msgspec

from netralitas.access.policy import Field
from netralitas.cases import words
from netralitas.cases.decision_words import NOT_DECIDED, NOT_DECIDED_SAID
from netralitas.cases.domain import ExclusionGround, SanctionLevel
from netralitas.cases.letter_words import SAME_NUMBER, SAME_NUMBER_SAID
from netralitas.cases.queries.file import CaseView
from netralitas.correspondence.words import PROOFS
from netralitas.discipline.domain import Executor, PersonStanding, Signer, StandingSource
from netralitas.discipline.sanctions import kind_of, recommended_said
from netralitas.discipline.words import EXECUTORS, SIGNERS, STANDING_SOURCES, STANDINGS
from netralitas.documents.domain import DocumentKind
from netralitas.law.domain import Zone
from netralitas.law.words import day, units
from netralitas.publication.domain import EndReason
from netralitas.publication.words import END_REASONS
from netralitas.referral.external.words import SystemSaid, told_in_words
from netralitas.workflow.domain import Requirement
from netralitas.workflows import WORKFLOWS

_DIGEST_SHOWN: Final = 12


class LetterSaid(msgspec.Struct, frozen=True, kw_only=True):
    """A letter as an event refers to it."""

    direction: str
    printed: str
    dated: date | None


class PaperSaid(msgspec.Struct, frozen=True, kw_only=True):
    """A paper as an event refers to it."""

    kind: DocumentKind


class ImposedSaid(msgspec.Struct, frozen=True, kw_only=True):
    """A sanction as an event says it: how heavy, and which kind of the catalogue."""

    level: SanctionLevel
    kind: str | None


class DeadlineSaid(msgspec.Struct, frozen=True, kw_only=True):
    """The deadline that a letter names."""

    kind: str
    on: date | None = None


class MovedSaid(msgspec.Struct, frozen=True, kw_only=True):
    """A deadline that a new edition of the law has moved; without a date none can be given."""

    rule: str
    before: datetime | None
    after: datetime | None


class CheckedSaid(msgspec.Struct, frozen=True, kw_only=True):
    """What a check of a person found."""

    standing: PersonStanding
    source: StandingSource
    since: date | None = None


class Details(msgspec.Struct, frozen=True, kw_only=True):
    """The coded values of an event that can be said in words; what is unknown is passed over."""

    register_number: str | None = None
    letters: tuple[LetterSaid, ...] = ()
    proof: str | None = None
    documents: tuple[PaperSaid, ...] = ()
    respondents: tuple[int, ...] = ()
    respondent: int | None = None
    addressee: int | None = None
    successor: int | None = None
    recommended: str | None = None
    recommended_kind: str | None = None
    foreign_number: str | None = None
    follow_up_office: int | None = None
    letter_deadline: DeadlineSaid | None = None
    exam_on: date | None = None
    decree_number: str | None = None
    imposed: ImposedSaid | None = None
    answer_by: date | None = None
    embargo: date | None = None
    public_reason: EndReason | None = None
    told_by: str | None = None
    person_check: CheckedSaid | None = None
    signed_by: Signer | None = None
    executor: Executor | None = None
    overrides: tuple[str, ...] = ()
    officer: int | None = None
    ground: ExclusionGround | None = None
    moved: MovedSaid | None = None
    edition: int | None = None
    rule: str | None = None
    added: int | None = None
    imported: bool = False
    package: str | None = None
    file: str | None = None
    external: tuple[SystemSaid, ...] = ()


def details_in_words(
    view: CaseView, coded: Mapping[str, object], names: Mapping[int, str]
) -> tuple[str, ...]:
    """Return the details of an event as short sentences; names only of respondents seen."""
    said = msgspec.convert(coded, Details)
    return (
        *_numbers(said),
        *_papers(view, said),
        *_parties(view, said, names),
        *_follow_up(said),
        *_released(said),
        *_officials(said),
        *_checked(said.person_check),
        *(f"Syarat dikesampingkan: {_requirement(code)}" for code in said.overrides),
        *_package(said),
        *_exclusion(view, said),
        *told_in_words(said.external, names),
        *_moved(view, said),
        *_lengthened(view, said),
        *(("Disalin dari register lama.",) if said.imported else ()),
    )


def _numbers(said: Details) -> list[str]:
    found = []
    if said.register_number:
        found.append(f"Nomor registrasi {said.register_number}.")
    if said.foreign_number:
        found.append(f"Nomor di instansi lain {said.foreign_number}.")
    return found


def _papers(view: CaseView, said: Details) -> list[str]:
    found = []
    if Field.LETTERS in view.seen:
        for letter in said.letters:
            way = "Surat keluar" if letter.direction == "out" else "Surat masuk"
            numbered = letter.printed or "tanpa nomor yang diketahui"
            dated = f", {_plain(letter.dated)}" if letter.dated else ""
            found.append(f"{way} {numbered}{dated}.")
    if said.proof:
        found.append(f"Bukti: {PROOFS[said.proof].lower()}.")
    if said.documents:
        kinds = ", ".join(words.PAPERS[paper.kind].lower() for paper in said.documents)
        found.append(f"Dilampirkan: {kinds}.")
    return found


def _parties(view: CaseView, said: Details, names: Mapping[int, str]) -> list[str]:
    found = []
    if said.addressee:
        found.append(f"Kepada {view.file.organisation(said.addressee)}.")
    if said.successor:
        found.append(f"Instansi pengganti: {view.file.organisation(said.successor)}.")
    if said.follow_up_office:
        found.append(f"Ditindaklanjuti oleh {view.file.organisation(said.follow_up_office)}.")
    concerned = [names[one] for one in (*said.respondents, said.respondent or 0) if one in names]
    if concerned:
        found.append(f"Terlapor: {', '.join(concerned)}.")
    if said.recommended:
        word = recommended_said(said.recommended_kind or said.recommended)
        found.append(f"Direkomendasikan: {word}.")
    return found


def _follow_up(said: Details) -> list[str]:
    """Return the dates and the sanction that an office following up has told."""
    found = []
    if said.letter_deadline:
        named = words.LETTER_DEADLINES[said.letter_deadline.kind]
        on = f": {_plain(said.letter_deadline.on)}" if said.letter_deadline.on else ""
        found.append(f"{named}{on}.")
    if said.exam_on:
        found.append(f"Dijadwalkan {_plain(said.exam_on)}.")
    if said.decree_number:
        found.append(f"Surat keputusan nomor {said.decree_number}.")
    if said.imposed:
        kind, level = said.imposed.kind, said.imposed.level
        found.append(f"Dijatuhkan: {kind_of(kind).label if kind else words.SANCTIONS[level]}.")
    if said.told_by:
        found.append(f"Pelapor diberi tahu: {words.TOLD_BY[said.told_by].lower()}.")
    if said.answer_by:
        found.append(f"Tanggapan ditunggu sampai {_plain(said.answer_by)}.")
    return found


def _released(said: Details) -> list[str]:
    """Return when a release opens to everybody, and why it ended."""
    found = []
    if said.embargo:
        found.append(f"Terbuka untuk umum mulai {_plain(said.embargo)}.")
    if said.public_reason:
        found.append(f"Alasan yang diumumkan: {END_REASONS[said.public_reason].lower()}.")
    return found


def _officials(said: Details) -> list[str]:
    """Return who acts in the place of the official, and who signed."""
    found = []
    if said.executor:
        found.append(f"Dilaksanakan: {EXECUTORS[said.executor]}.")
    if said.signed_by:
        found.append(f"Ditandatangani: {SIGNERS[said.signed_by]}.")
    return found


def _checked(said: CheckedSaid | None) -> list[str]:
    if said is None:
        return []
    since = f" sejak {_plain(said.since)}" if said.since else ""
    source = STANDING_SOURCES[said.source]
    return [f"Status kepegawaian: {STANDINGS[said.standing].lower()}{since}. Sumber: {source}."]


def _plain(on: date) -> str:
    return day(on).split(", ", 1)[1]


def _exclusion(view: CaseView, said: Details) -> list[str]:
    if said.officer is None or said.ground is None:
        return []
    names = {excluded.officer: excluded.name for excluded in view.file.exclusions}
    who = names.get(said.officer, "pejabat")
    return [f"{who}, {words.EXCLUSION_GROUNDS[said.ground]}."]


def _package(said: Details) -> list[str]:
    """Return the beginning of the digest of what was handed over, and of its sealed file."""
    found = []
    if said.package:
        found.append(f"Paket berkas dengan sidik {said.package[:_DIGEST_SHOWN]}….")
    if said.file:
        found.append(f"Berkas tersegel dengan sidik {said.file[:_DIGEST_SHOWN]}….")
    return found


def _moved(view: CaseView, said: Details) -> list[str]:
    """Return which deadline moved, from when to when, and by which edition of the law."""
    moved = said.moved
    if moved is None:
        return []
    before, after = (_due(at, view.dossier.zone) for at in (moved.before, moved.after))
    rule = _limited(view, moved.rule)
    return [f"{rule}: dari {before} menjadi {after} (edisi hukum {said.edition})."]


def _lengthened(view: CaseView, said: Details) -> list[str]:
    """Return which deadline was extended or paused, and by how much it became longer."""
    if said.rule is None:
        return []
    if said.added is None or said.rule not in view.book.codes():
        return [f"{_limited(view, said.rule)}."]
    unit = view.book.versions(said.rule)[-1].unit
    return [f"{_limited(view, said.rule)}: ditambah {units(unit, said.added)}."]


def _limited(view: CaseView, rule: str) -> str:
    """Return what a rule limits, or its code where it is known no more."""
    return view.book.versions(rule)[-1].label if rule in view.book.codes() else rule


def _due(at: datetime | None, zone: str) -> str:
    return day(at.astimezone(Zone(zone).tz).date()) if at else "tanpa tanggal"


_ASKED_AFTERWARDS: Final = {SAME_NUMBER: SAME_NUMBER_SAID, NOT_DECIDED: NOT_DECIDED_SAID}


def _requirement(code: str) -> str:
    """Return the sentence of a requirement that was passed over, in whichever workflow it is."""
    if code in _ASKED_AFTERWARDS:
        return _ASKED_AFTERWARDS[code]
    for declared in WORKFLOWS:
        found: Requirement | None = next(
            (item for item in declared.requirements if item.code == code), None
        )
        if found is not None:
            return found.missing
    return code
