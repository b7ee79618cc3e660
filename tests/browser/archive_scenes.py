"""A hand-over of static archives that is being prepared, with one case in it and one to add."""

from netralitas.cases.answers import Answers
from netralitas.cases.archive.commands import add_cases, open_handover
from netralitas.cases.archive.domain import NewHandover
from netralitas.evidence.storage import Storage
from netralitas.law import book
from tests.make import Town, letter, make_case, move

_PARTIES = NewHandover(
    receiver="Dinas Perpustakaan dan Kearsipan Kabupaten Contoh",
    verification="Nomor 045/12/Arsip tanggal 2 Juni 2025",
    giver="Sari Kusumawati",
    giver_post="Ketua",
    taker="Arif Arsiparis",
    taker_post="Kepala Dinas",
)


async def prepare_archive(town: Town, files: Storage) -> int:
    """The id of the hand-over."""
    ended = []
    for _ in range(2):
        case = (await make_case(town)).id
        answers = Answers(letter_in=letter("Pencabutan"))
        await move(town.rina, case, "withdraw", note="Surat pencabutan.", answers=answers)
        ended.append(case)
    handover = await open_handover(town.rina, _PARTIES)
    await add_cases(town.rina, handover, ended[:1], book=book.load(), storage=files)
    return handover
