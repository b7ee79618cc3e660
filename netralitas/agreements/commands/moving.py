"""Moving an agreement along its stages, and extending it by consent of all parties."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from msgspec.structs import replace

from netralitas.access.domain import Actor
from netralitas.agreements import store
from netralitas.agreements.checking import hold_whole_text
from netralitas.agreements.commands.opening import Opened, opened
from netralitas.agreements.dates import last_day
from netralitas.agreements.duties import planned
from netralitas.agreements.paper import Paper
from netralitas.agreements.stages import BY_CODE, IN_FORCE, Move, Stage
from netralitas.law.book import RuleBook
from netralitas.law.domain import Zone
from netralitas.refusals import Invalid, RuleBroken


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A move as it is asked for: of which version, on which day, signed by which parties.

    `numbers` are what the parties gave their copies at the signing; an empty one changes nothing.
    """

    move: str
    version: int
    on: date
    signed: tuple[int, ...] = ()
    numbers: tuple[str, ...] = ()


async def move_agreement(actor: Actor, agreement: int, step: Step, *, book: RuleBook) -> Stage:
    """Return the stage at which the agreement stands from that day on.

    Raises Stale, RuleBroken for a move that is out of place, for a text that contradicts itself and
    for an approval by who wrote it; Invalid for a day or a signature that is missing.
    """
    async with opened(actor, agreement) as now:
        now.hold_fresh(step.version)
        move = _in_place(now, step)
        paper = now.paper
        if move.second_person and now.now.writer in actor.hands:
            raise RuleBroken("Naskah disetujui oleh orang lain daripada yang menulisnya.")
        if move.all_sign:
            _all_signed(paper, step.signed)
            paper = _numbered(replace(paper, signed_on=step.on), step.numbers)
            _hold_numbers(paper)
        if move.whole:
            elsewhere = await store.numbers_elsewhere(now.connection, agreement, paper)
            hold_whole_text(paper, elsewhere)
        if move.all_sign:
            await _sign(now, paper, step.on, book)
        elif move.to is Stage.ENDED:
            await _end(now, step.on)
        await store.set_stage(now.connection, agreement, move.to)
        details = {"move": move.code, "from": now.now.stage.value, "to": move.to.value}
        await now.happened("agreement.moved", step.on, **details)
    return move.to


async def extend_agreement(
    actor: Actor, agreement: int, until: date, on: date, signed: Collection[int]
) -> None:
    """Let an agreement in force hold until a later day, as all its parties signed on the day `on`.

    Raises Invalid where one signature is missing or a day is out of order, RuleBroken for one that
    is not in force or has no last day.
    """
    async with opened(actor, agreement) as now:
        if now.now.stage not in IN_FORCE or now.now.ends_on is None:
            raise RuleBroken("Yang diperpanjang adalah kerja sama berjangka waktu yang berjalan.")
        _all_signed(now.paper, signed, "Adendum")
        if until <= now.now.ends_on:
            raise Invalid({"until": ["Hari terakhir yang baru harus sesudah yang lama."]})
        _hold_day(now, on)
        await store.set_last_day(now.connection, agreement, until)
        was = now.now.ends_on.isoformat()
        await now.happened("agreement.extended", on, until=until.isoformat(), was=was)


async def note_end_of_stages(actor: Actor, agreement: int, on: date) -> None:
    """Let an agreement that ends with all stages have the day on which they end.

    Raises RuleBroken for one that ends otherwise, Invalid for a day before its signing.
    """
    async with opened(actor, agreement) as now:
        if now.now.stage not in IN_FORCE or not (now.paper.term and now.paper.term.until_stages):
            raise RuleBroken("Kerja sama ini tidak berakhir bersama selesainya tahapan.")
        if now.now.signed_on and on < now.now.signed_on:
            raise Invalid({"ends": ["Tanggal tidak boleh sebelum penandatanganan."]})
        await store.set_last_day(now.connection, agreement, on)
        await now.happened("agreement.stages_end", ends_on=on.isoformat())


def _in_place(now: Opened, step: Step) -> Move:
    move = BY_CODE.get(step.move)
    if move is None or now.now.stage not in move.leaves:
        raise RuleBroken("Langkah ini tidak tersedia pada tahap kerja sama sekarang.")
    _hold_day(now, step.on)
    return move


def _hold_day(now: Opened, on: date) -> None:
    if on > now.today:
        raise Invalid({"on": ["Tanggal tidak boleh setelah hari ini."]})
    if now.now.signed_on and on < now.now.signed_on:
        raise Invalid({"on": ["Tanggal tidak boleh sebelum penandatanganan."]})


def _all_signed(paper: Paper, signed: Collection[int], what: str = "Naskah") -> None:
    missing = [
        party.called
        for place, party in enumerate(paper.parties, start=1)
        if place not in set(signed)
    ]
    if missing:
        said = f"{what} berlaku setelah semua pihak menandatangani; belum: {', '.join(missing)}."
        raise Invalid({"signed": [said]})


def _numbered(paper: Paper, numbers: tuple[str, ...]) -> Paper:
    given = (*numbers, *("" for _ in paper.parties[len(numbers) :]))[: len(paper.parties)]
    return replace(
        paper,
        parties=tuple(
            replace(party, number=number or party.number)
            for party, number in zip(paper.parties, given, strict=True)
        ),
    )


def _hold_numbers(paper: Paper) -> None:
    numberless = [party.called for party in paper.parties if not party.number]
    if numberless:
        raise RuleBroken(f"Nomor dari {', '.join(numberless)} belum diisi.")


async def _sign(now: Opened, paper: Paper, on: date, book: RuleBook) -> None:
    counted = last_day(paper, on, book.calendar(), Zone(now.actor.zone))
    ends_on = paper.term.ends_on if paper.term else None
    if counted:
        ends_on = counted.due.on
    await store.restate(now.connection, now.now.id, paper, ends_on)
    await now.write(paper)
    await store.add_duties(now.connection, now.now.id, tuple(planned(paper)))


async def _end(now: Opened, on: date) -> None:
    if now.now.ends_on is None or on < now.now.ends_on:
        await store.set_last_day(now.connection, now.now.id, on)
