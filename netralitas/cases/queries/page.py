"""The page of one case: everything its reader may see, in the order in which it is read."""

import msgspec

from netralitas.access.domain import Role
from netralitas.access.policy import Field, Permission, Relation
from netralitas.audit.domain import Moment
from netralitas.cases import words
from netralitas.cases.domain import Channel, NumberKind, Source, Theme
from netralitas.cases.queries.deadlines import clocks_of
from netralitas.cases.queries.embargo import embargo_of, plenary_of, study_of
from netralitas.cases.queries.ended import EndedClock
from netralitas.cases.queries.file import CaseView
from netralitas.cases.queries.filed import File, Kept, Proposed
from netralitas.cases.queries.joined import Joined, joined_of
from netralitas.cases.queries.papers import LetterLine, Papers, correspondence_of, papers_of
from netralitas.cases.queries.people import Respondent, respondents_of
from netralitas.cases.queries.steps import StepGroup, opening_steps, step_groups
from netralitas.cases.queries.strips import groups_of, strips
from netralitas.cases.queries.timeline import Timeline, Wanted, timeline_of
from netralitas.database.connection import Connection
from netralitas.law.domain import Regime, Zone
from netralitas.partners.queries import Exchanged, exchanged_of
from netralitas.publication.queries import CaseRelease, releases_of
from netralitas.publication.workflow import PUBLICATIONS
from netralitas.referral.packages.queries.listing import PackageLine, packages_of
from netralitas.web.parts import Crumb, Deadline, NextStep, Strip


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the summary: what, and what is known of it."""

    label: str
    value: str


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """A correction that waits for a second person; `confirm` is None for who proposed it."""

    sentence: str
    by: str
    note: str | None
    confirm: str | None
    version: int


class Ways(msgspec.Struct, frozen=True, kw_only=True):
    """Where else this reader may go from the case; None: not they."""

    add_respondent: str | None
    exclude: str | None
    lift: str | None
    attach: str | None
    bundle: str | None
    papers: str | None
    upload: str | None
    capture: str | None
    openings: tuple[NextStep, ...]
    identity: str | None
    erase_identity: str | None
    messages: str | None
    unread: int
    study: str | None
    plenary: str | None


class CasePage(msgspec.Struct, frozen=True, kw_only=True):
    """One case as its reader sees it."""

    id: int
    crumbs: tuple[Crumb, ...]
    number: str
    caption: str
    numbers: tuple[Figure, ...]
    subject: str | None
    done: str | None
    note: str | None
    embargo: str | None
    joined: Joined
    strips: tuple[Strip, ...]
    shows_clocks: bool
    deadlines: tuple[Deadline, ...]
    ended: tuple[EndedClock, ...]
    steps: tuple[StepGroup, ...]
    proposals: tuple[Waiting, ...]
    summary: tuple[Figure, ...]
    description: str | None
    kept: tuple[Kept, ...]
    respondents: tuple[Respondent, ...]
    papers: Papers
    letters: tuple[LetterLine, ...]
    packages: tuple[PackageLine, ...]
    exchanged: Exchanged | None
    releases: tuple[CaseRelease, ...]
    timeline: Timeline
    ways: Ways


async def page_of(connection: Connection, view: CaseView, wanted: Wanted) -> CasePage:
    """Return the page of the case, with the part of its timeline that is asked for."""
    groups = groups_of(view)
    clocks = await clocks_of(connection, view, groups)
    shows_clocks = Field.CLOCKS in view.seen
    respondents = await respondents_of(connection, view)
    timeline = await timeline_of(connection, view, respondents, wanted)
    numbers = _numbers(view)
    return CasePage(
        id=view.dossier.id,
        crumbs=(Crumb("Beranda", "/beranda"), Crumb("Perkara", "/perkara"), Crumb(title(view))),
        number=title(view),
        caption=_caption(view),
        numbers=numbers if len(numbers) > 1 else (),
        subject=view.file.subject if Field.SUMMARY in view.seen else None,
        done=timeline.entries[0].sentence if wanted.just_done and timeline.entries else None,
        note=_note(view),
        embargo=embargo_of(view),
        joined=await joined_of(connection, view),
        strips=strips(view, groups),
        shows_clocks=shows_clocks,
        deadlines=clocks.running if shows_clocks else (),
        ended=clocks.ended if shows_clocks else (),
        steps=step_groups(view, groups),
        proposals=_proposals(view),
        summary=_summary(view),
        description=view.file.description if Field.SUMMARY in view.seen else None,
        kept=view.file.kept if Field.NOTES in view.seen else (),
        respondents=respondents,
        papers=await papers_of(connection, view),
        letters=await correspondence_of(connection, view),
        packages=await _packages(connection, view),
        exchanged=await exchanged_of(connection, view.actor, view.dossier),
        releases=await _releases(connection, view),
        timeline=timeline,
        ways=_ways(view),
    )


async def _packages(connection: Connection, view: CaseView) -> tuple[PackageLine, ...]:
    """Return what was handed over; nobody is asked where nothing was."""
    handed = any(found.addressee is not None for found in view.dossier.proceedings)
    if not handed or Field.REFERRAL not in view.seen:
        return ()
    return await packages_of(connection, view.dossier.id)


async def _releases(connection: Connection, view: CaseView) -> tuple[CaseRelease, ...]:
    """Return the releases of a case; nobody is asked where none was ever drafted."""
    if not any(found.workflow in PUBLICATIONS for found in view.dossier.proceedings):
        return ()
    return await releases_of(connection, view.dossier.id)


def title(view: CaseView) -> str:
    """Return the number by which the case is called: its register number, else its receipt."""
    printed = {number.kind: number.printed for number in view.file.numbers}
    for kind in (NumberKind.REGISTER, NumberKind.RECEIPT, NumberKind.PREVIOUS):
        if kind in printed:
            return printed[kind]
    return f"Perkara {view.dossier.id}"


def _caption(view: CaseView) -> str:
    """Return what kind of case it is: "Laporan lewat surat · Pemilu · Bawaslu Kabupaten …"."""
    file = view.file
    source = words.SOURCES[Source(file.source)]
    channel = Channel(file.channel)
    if Field.INTAKE in view.seen and channel is not Channel.UNKNOWN:
        source = f"{source} lewat {words.CHANNELS[channel]}"
    return f"{source} · {words.REGIMES[Regime(file.regime)]} · {file.owner_name}"


def _numbers(view: CaseView) -> tuple[Figure, ...]:
    return tuple(
        Figure(label=words.NUMBER_KINDS[NumberKind(number.kind)], value=number.printed)
        for number in view.file.numbers
    )


def _note(view: CaseView) -> str | None:
    """Return who must not see the case, for those who keep its exclusions."""
    if Field.EXCLUSIONS not in view.seen or not view.file.exclusions:
        return None
    names = ", ".join(excluded.name for excluded in view.file.exclusions)
    return f"Dikecualikan dari perkara ini karena benturan kepentingan: {names}."


def _summary(view: CaseView) -> tuple[Figure, ...]:
    if Field.SUMMARY not in view.seen:
        return ()
    file = view.file
    acted = Moment(precision=file.act_precision, on=file.act_on, zone=file.zone)
    known = Moment.day(file.known_on, file.zone) if file.known_on else None
    said = [
        ("Kejadian", words.when(acted)),
        ("Tempat", file.place),
        ("Wilayah", file.region),
        ("Diketahui", words.when(known) if known else None),
        ("Diterima", _received(file)),
        ("Tema", words.THEMES[Theme(file.theme)]),
        ("Pemilihan", file.election),
        ("Ditangani oleh", file.investigator if Field.HANDLING in view.seen else None),
    ]
    return tuple(Figure(label=label, value=value) for label, value in said if value)


def _received(file: File) -> str | None:
    """Return when it came in; nothing to those who do not see the event that says how exactly."""
    if file.received_precision is None:
        return None
    return words.received_in_words(file.received_at, file.received_precision, Zone(file.zone))


def _proposals(view: CaseView) -> tuple[Waiting, ...]:
    if not view.may(Permission.CORRECT):
        return ()
    versions = {p.id: p.version for p in view.dossier.proceedings}
    return tuple(
        Waiting(
            sentence=_proposal(proposed),
            by=proposed.actor_name,
            note=proposed.note if Field.NOTES in view.seen else None,
            confirm=_confirm(view, proposed.id, proposed.actor),
            version=versions[proposed.proceeding],
        )
        for proposed in view.file.proposals
        if proposed.proceeding in versions
    )


def _proposal(proposed: Proposed) -> str:
    """Return which event is to be corrected, from when to when."""
    about = words.sentence(proposed.name, proposed.workflow_version).rstrip(".")
    before = Moment(
        precision=proposed.precision,
        on=proposed.happened_on,
        at=proposed.happened_at,
        zone=proposed.zone,
    )
    after = words.when(proposed.details.moment)
    return f"“{about}” seharusnya {after}; sekarang tercatat {words.when(before)}."


def _confirm(view: CaseView, proposal: int, proposer: int) -> str | None:
    if proposer in view.actor.hands:
        return None
    return f"/perkara/{view.dossier.id}/koreksi/{proposal}/persetujuan"


def _ways(view: CaseView) -> Ways:
    base = f"/perkara/{view.dossier.id}"
    return Ways(
        add_respondent=f"{base}/terlapor" if view.may(Permission.ADD_RESPONDENT) else None,
        exclude=f"{base}/pengecualian" if view.may(Permission.EXCLUDE) else None,
        lift=f"{base}/pengecualian/pencabutan" if _may_lift(view) else None,
        attach=f"{base}/dokumen" if may_attach(view) else None,
        bundle=f"{base}/bundel" if view.may(Permission.READ_DOCUMENT) else None,
        papers=f"{base}/naskah" if _handled(view) else None,
        upload=f"{base}/bukti/unggah" if may_attach(view) else None,
        capture=f"{base}/tangkapan" if may_attach(view) else None,
        openings=opening_steps(view),
        identity=f"{base}/identitas" if _identity_open(view) else None,
        erase_identity=(
            f"{base}/identitas/penghapusan" if view.may(Permission.ERASE_IDENTITY) else None
        ),
        messages=f"{base}/pesan" if _reads_messages(view) else None,
        unread=view.file.unread,
        study=study_of(view),
        plenary=plenary_of(view),
    )


def _may_lift(view: CaseView) -> bool:
    lifts = bool(view.file.exclusions) and Role.COMMISSIONER in view.actor.roles
    return lifts and view.may(Permission.EXCLUDE)


def _reads_messages(view: CaseView) -> bool:
    """Say whether this reader has the messages with whoever holds the code of the receipt."""
    owner = view.towards is Relation.OWNER
    return owner and view.file.mailbox and Field.INTAKE in view.seen


def _identity_open(view: CaseView) -> bool:
    """Say whether this reader may look at the identities: they asked for it, and it is open."""
    return any(
        found.workflow == "identity_access"
        and found.state == "opened"
        and found.begun_by == view.actor.officer
        for found in view.dossier.proceedings
    )


def _handled(view: CaseView) -> bool:
    """Say whether the reader follows the handling, and so the papers issued in it."""
    return any(p.workflow == "handling" for p in view.dossier.proceedings)


def may_attach(view: CaseView) -> bool:
    """Say whether the reader may add papers: whoever handles the case."""
    return _handled(view) and view.may(Permission.ATTACH)
