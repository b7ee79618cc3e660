"""Who came to the activities of the demo by name, and what they knew before and after."""

from typing import Final

from netralitas.access.domain import Actor
from netralitas.prevention.attending.commands import list_people, note_papers, write_questions
from netralitas.prevention.attending.domain import NewAttendee, Phase, Question
from netralitas.prevention.domain import Attendance

TEST: Final = (
    Question(
        text="Bolehkah ASN menyukai atau membagikan unggahan calon?",
        choices=("Boleh, di luar jam kerja", "Boleh, dengan akun sendiri", "Tidak boleh"),
        right=2,
    ),
    Question(
        text="Kepada siapa dugaan pelanggaran netralitas dilaporkan?",
        choices=("Bawaslu", "Partai politik", "Tidak perlu dilaporkan"),
        right=0,
    ),
    Question(
        text="Bolehkah fasilitas negara dipakai untuk kampanye?",
        choices=("Boleh, di hari libur", "Tidak boleh"),
        right=1,
    ),
)
_NAMES: Final = (
    ("Ratna Pertiwi", "Kepala Subbagian"),
    ("Bayu Saputra", "Pengelola Kepegawaian"),
    ("Laras Setyowati", "Analis Kebijakan Ahli Muda"),
)
_GUEST: Final = NewAttendee(
    name="Surya Wirawan", unit=None, origin="Forum komunikasi pemuda", position="Ketua"
)
_TAKERS: Final = 60  # hundredths of those who came took the test, somewhat fewer the second time
_KNEW, _KNOWS, _SPREAD = 41, 68, 9  # hundredths of right answers


async def note_test(actor: Actor, activity: int, came: tuple[Attendance, ...]) -> None:
    """Write the test of an activity, and what its papers say before and after."""
    people = sum(one.present for one in came) * _TAKERS // 100
    if not people:
        return
    await write_questions(actor, activity, TEST)
    spread = people % _SPREAD
    for phase, takers, share in (
        (Phase.BEFORE, people, _KNEW + spread),
        (Phase.AFTER, max(1, people - spread), _KNOWS + spread),
    ):
        points = takers * len(TEST) * share // 100
        await note_papers(actor, activity, phase, takers, points)


async def note_names(actor: Actor, activity: int, came: tuple[Attendance, ...]) -> None:
    """Write some of those who came onto the list by name, and a guest."""
    named = [
        NewAttendee(name=name, unit=one.unit, position=position)
        for one, (name, position) in zip(came, _NAMES, strict=False)
    ]
    await list_people(actor, activity, dict(enumerate([*named, _GUEST], start=1)))
