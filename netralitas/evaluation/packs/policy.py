"""What may be done with packs when: pure; each refusal is a sentence."""

from dataclasses import dataclass
from datetime import date

from netralitas.evaluation.domain import Meeting, MeetingState
from netralitas.evaluation.packs.domain import PackState
from netralitas.law.words import day
from netralitas.refusals import RuleBroken


@dataclass(frozen=True, slots=True, kw_only=True)
class Signable:
    """A pack as it stands when a party signs; `signed` are the packs and parties so far."""

    id: int
    state: PackState
    draft: bool
    signed: tuple[tuple[int, int], ...]


def check_asking(meeting: Meeting, *, signed: bool, unfinished: bool) -> None:
    """Hold that a pack can be made: not for a cancelled meeting, nor a signed one, nor twice."""
    if meeting.state is MeetingState.CANCELLED:
        raise RuleBroken("Bahan tidak dibuat untuk rapat yang dibatalkan.", rule="meeting.state")
    if signed:
        raise RuleBroken(
            "Bahan rapat ini sudah ditandatangani, jadi tidak dibuat lagi.",
            rule="meeting.signed",
            remedy="Angka dan catatan yang lebih baru masuk ke bahan rapat berikutnya.",
        )
    if unfinished:
        raise RuleBroken(
            "Bahan rapat ini sedang dibuat.", rule="meeting.pack", remedy="Tunggu sampai selesai."
        )


def hold_signable(meeting: Meeting, pack: Signable, organisation: int) -> None:
    """Hold that a party can sign this pack: held, frozen, whole, no other signed, not twice."""
    if meeting.state is not MeetingState.HELD:
        raise RuleBroken(
            "Bahan rapat ditandatangani setelah rapat terlaksana.",
            rule="meeting.state",
            remedy="Catat dahulu pelaksanaan rapat.",
        )
    if pack.draft:
        raise RuleBroken(
            "Draf tidak ditandatangani, karena angkanya belum dibekukan.",
            rule="meeting.pack",
            remedy="Bekukan angka, lalu buat bahan rapat lagi.",
        )
    if pack.state is not PackState.READY:
        raise RuleBroken("Bahan rapat ini belum selesai dibuat.", rule="meeting.pack")
    if any(other != pack.id for other, _ in pack.signed):
        raise RuleBroken(
            "Pihak lain sudah menandatangani bahan rapat yang lain. Kedua pihak menandatangani"
            " bahan yang sama.",
            rule="meeting.pack",
        )
    if (pack.id, organisation) in pack.signed:
        raise RuleBroken("Instansi Anda sudah menandatangani bahan rapat ini.", rule="meeting.pack")


def check_signed_on(meeting: Meeting, signed_on: date, today: date) -> None:
    """Hold that the paper can have been signed on this day."""
    if signed_on > today:
        raise RuleBroken(
            f"Tanggal tanda tangan tidak boleh sesudah hari ini ({day(today)}).",
            rule="meeting.signed_on",
        )
    if signed_on < meeting.day:
        raise RuleBroken(
            f"Tanggal tanda tangan tidak boleh sebelum rapat itu sendiri ({day(meeting.day)}).",
            rule="meeting.signed_on",
        )
