"""The pages of what is due: the lists, and one of them."""

from collections.abc import Iterator, Sequence
from typing import Final

from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, refusal
from netralitas.disposal import words
from netralitas.disposal.domain import DisposalState, Outcome
from netralitas.disposal.queries.lists import Known, Line
from netralitas.law.domain import Zone
from netralitas.law.words import day, moment
from netralitas.web.parts import Crumb, Link, Pages, type_tone
from netralitas.web.register import Cell, EntryPage, RegisterPage, Rows

RETENTION: Final = "/retensi"
LISTS: Final = "/pemusnahan"
_TONES: Final[dict[DisposalState, type_tone]] = {
    DisposalState.PROPOSED: "neutral",
    DisposalState.SUBMITTED: "waiting",
    DisposalState.APPROVED: "waiting",
    DisposalState.CARRIED_OUT: "done",
}


def lists_page(found: Sequence[Known], more: int | None) -> RegisterPage:
    """Return the lists of what is due, the newest first."""
    return RegisterPage(
        title=words.LISTS,
        lead=words.LISTS_LEAD,
        crumbs=(Crumb(words.RETENTION, RETENTION), Crumb(words.LISTS)),
        rows=Rows(
            caption=words.LISTS,
            heads=("Daftar", "Kantor", "Diusulkan", "#Baris", "Keadaan"),
            rows=tuple(
                (
                    Cell(text=words.CLASSES[each.kept], href=f"{LISTS}/{each.id}"),
                    Cell(text=each.office),
                    Cell(text=moment(each.proposed_at, Zone(each.zone))),
                    Cell(text=str(each.lines)),
                    Cell(text=words.STATES[each.state], tone=_TONES[each.state]),
                )
                for each in found
            ),
            pages=Pages(later=f"{LISTS}?sebelum={more}" if more else None),
            empty_title=words.NO_LIST,
            empty=words.NO_LIST_SAID,
        ),
    )


def list_page(actor: Actor, known: Known, lines: Sequence[Line], more: int | None) -> EntryPage:
    """Return one list with a page of its lines, and what this reader may do."""
    here = f"{LISTS}/{known.id}"
    own = known.organisation == actor.organisation
    keeps = own and refusal(actor, Permission.KEEP_DISPOSAL) is None
    approves = own and refusal(actor, Permission.APPROVE_DISPOSAL) is None
    reviewing = keeps and known.state is DisposalState.PROPOSED
    deciding = (
        approves and known.state is DisposalState.SUBMITTED and known.submitted_by != actor.officer
    )
    acts = [Link(label=words.SUBMIT, href=f"{here}/pengajuan")] if reviewing else []
    if deciding:
        acts.append(Link(label=words.APPROVE, href=f"{here}/persetujuan"))
    if known.minutes:
        acts.append(Link(label=words.GET_MINUTES, href=f"{here}/berita-acara.pdf"))
    back = (Link(label=words.GIVE_BACK, href=f"{here}/pengembalian"),) if deciding else ()
    return EntryPage(
        title=f"{words.LIST} {known.id}",
        crumbs=(
            Crumb(words.RETENTION, RETENTION),
            Crumb(words.LISTS, LISTS),
            Crumb(f"{words.LIST} {known.id}"),
        ),
        standing=words.STATES[known.state],
        tone=_TONES[known.state],
        acts=tuple(acts),
        posts=back,
        facts=tuple(_facts(known)),
        rows=Rows(
            caption=words.CONTENT,
            heads=("Yang dimusnahkan", "Jatuh tempo", "Hasil", "Jumlah"),
            rows=tuple(_line(here, line, reviewing=reviewing) for line in lines),
            pages=Pages(later=f"{here}?sesudah={more}" if more else None),
        ),
    )


def _facts(known: Known) -> Iterator[tuple[str, str]]:
    zone = Zone(known.zone)
    yield "Yang dimusnahkan", words.CLASSES[known.kept]
    yield "Kantor", known.office
    yield "Masa simpan", f"{known.months} bulan sejak {words.STARTS[known.kept]}"
    yield "Dasar", f"{known.basis} ({words.CERTAINTIES[known.certainty]})"
    yield "Diusulkan sistem", moment(known.proposed_at, zone)
    if known.submitter and known.submitted_at:
        yield "Diajukan", f"{known.submitter}, {moment(known.submitted_at, zone)}"
    if known.approver and known.approved_at:
        yield "Disetujui", f"{known.approver}, {moment(known.approved_at, zone)}"
    if known.consent and known.consent_on:
        yield "Surat persetujuan", f"{known.consent}, {day(known.consent_on)}"
    if known.number and known.carried_out_at:
        yield "Berita acara", f"{known.number}, {moment(known.carried_out_at, zone)}"


def _line(here: str, line: Line, *, reviewing: bool) -> tuple[Cell, ...]:
    if line.left_out is not None:
        result = Cell(text=words.LEFT_OUT, note=line.left_out)
    elif line.outcome is not None:
        tone: type_tone = "done" if line.outcome is Outcome.ERASED else "waiting"
        result = Cell(text=words.OUTCOMES[line.outcome], tone=tone, note=line.mark)
    elif reviewing:
        result = Cell(text=words.LEAVE_OUT, href=f"{here}/baris/{line.id}")
    else:
        result = Cell(text=words.TURN_TO_COME)
    case = None if line.case_file is None else f"/perkara/{line.case_file}"
    return (
        Cell(text=line.said, href=case),
        Cell(text=day(line.due_on)),
        result,
        Cell(text=words.counted(line.counts) or words.NONE),
    )
