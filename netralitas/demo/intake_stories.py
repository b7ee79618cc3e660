"""What officers do around the desk: lists, drafts, reports of one matter, interests, erasing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

from netralitas.cases.domain import Channel, InterestKind, Person, PositionClass, Source
from netralitas.cases.interests.commands import declare_interest
from netralitas.cases.merging.joining import MergeRequest, merge
from netralitas.cases.nip import NipSealer
from netralitas.database.transactions import writing
from netralitas.demo import recording
from netralitas.demo.matters import REPORTERS
from netralitas.demo.staff_list import SIZE, SOURCE, staff_file
from netralitas.demo.steps import Steps
from netralitas.demo.telling import type_story
from netralitas.imports.commands import NewList, take_in_staff
from netralitas.imports.domain import ImportKind
from netralitas.imports.examining import open_table
from netralitas.imports.staff import staff_lines
from netralitas.intake.drafts import new_token, read_token, save_in
from netralitas.vault.cipher import Keys
from netralitas.vault.erasing import erase_identities

_VERSION: Final = "SELECT version FROM proceeding WHERE case_file = $1 AND workflow = 'handling'"
_ENTRIES: Final = "SELECT id FROM vault_entry WHERE case_file = $1"
_POST: Final = "https://kabar-warga.example/unggahan/7731"
_CLASSES: Final = (
    *(PositionClass.FUNCTIONAL, PositionClass.STAFF, PositionClass.FUNCTIONAL),
    *(PositionClass.SUPERVISOR, PositionClass.ADMINISTRATOR),
)
_TYPED: Final[Mapping[str, list[str]]] = {
    "subject": ["Pegawai kelurahan membagikan kartu nama bakal calon"],
    "description": [
        "Pelapor datang ke meja, fotokopi KTP belum dibawa. Kejadian di pasar pagi. Rekaan."
    ],
    "regime": ["pemilihan"],
    "theme": ["neutrality"],
    "channel": ["desk"],
    "place": ["Pasar Kecamatan Muara Embun"],
    "position": ["Pengadministrasi Umum"],
    "unit": ["Kelurahan Embun Pagi"],
}
"""What Rina has typed so far; the name of who reports is not there yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What seals what is typed at the desk: keys of drafts, numbers of civil servants."""

    drafts: Keys
    nips: NipSealer = field(repr=False)


class IntakeStories:
    """Tells what happens around the desk."""

    def __init__(self, steps: Steps, desk: Desk) -> None:
        """`steps` are those of the cases that it is about."""
        self._steps = steps
        self._t = steps.t
        self._desk = desk

    def all(self) -> list[type_story]:
        """Return each story, not yet begun."""
        return [
            *(self.merged(), self.alike(), self.interest(), self.erased()),
            *(self.draft(), self.staff_list()),
        ]

    async def merged(self) -> None:
        """Two neighbours report one evening at the ward office; the second goes on in the first."""
        at = self._t.when(2, 9, 20)
        person = self._steps.cast.civil_servant(PositionClass.WARD_HEAD)
        said = "Lurah diduga menjamu tim bakal calon di kantor kelurahan"
        first = await self._steps.take(at, said, (person,), district=2)
        await self._steps.walk(first, at, (("start_preliminary_study", 2),))
        at += timedelta(hours=4)
        second = await self._steps.take(
            *(at, "Kantor kelurahan dipakai makan malam tim bakal calon", (person,)),
            reporter=REPORTERS[4],
            district=2,
        )
        with await self._t.at(at + timedelta(hours=1)):
            request = MergeRequest(
                case=second.id,
                version=await recording.value(_VERSION, second.id),
                into=first.id,
                respondents=(),  # the one respondent is there already
                reason="Peristiwa, malam, dan terlapor yang sama; dilaporkan oleh dua tetangga.",
            )
            await merge(self._t.actors["rina"], request)

    async def alike(self) -> None:
        """Yesterday a report with a number, today a message with a name: likely one matter."""
        at = self._t.when(1, 10, 5)
        person = self._steps.cast.civil_servant(PositionClass.FUNCTIONAL)
        said = "Guru diduga mengunggah ajakan memilih bakal calon"
        await self._steps.take(
            *(at, said, (person,)),
            who="bagas",
            district=5,
            description=f"{said}, lihat {_POST}. Peristiwa rekaan untuk contoh.",
        )
        at = self._t.when(0, 7, 35)
        told = Person(name=f"{person.name}, S.Pd.", position="Guru")
        await self._steps.take(
            *(at, "Unggahan guru mengajak memilih bakal calon", (told,)),
            reporter=REPORTERS[5],
            channel=Channel.WHATSAPP,
            district=5,
            act_on=self._t.when(1).date() - timedelta(days=2),
            description=f"Unggahan masih dapat dilihat di {_POST}?utm_source=grup. Rekaan.",
        )

    async def interest(self) -> None:
        """Wulan declares a relative; a moment later a case of theirs exists for her no more."""
        at = self._t.when(7, 8, 45)
        person = self._steps.cast.civil_servant(PositionClass.STAFF)
        with await self._t.at(at):
            await declare_interest(self._t.actors["wulan"], InterestKind.PERSON, person.name or "")
        at = self._t.when(2, 13, 15)
        said = "Pegawai diduga ikut konvoi tim bakal calon"
        await self._steps.take(at, said, (person,), who="bagas", reporter=REPORTERS[6], district=6)

    async def erased(self) -> None:
        """Long after a report was withdrawn, its reporter asks to be forgotten, and is."""
        at = self._t.when(400, 10, 30)
        person = self._steps.cast.civil_servant(PositionClass.STAFF)
        case = await self._steps.take(
            at, "Pegawai diduga memasang stiker bakal calon", (person,), reporter=REPORTERS[7]
        )
        why = "Pelapor mencabut secara tertulis."
        await self._steps.walk(case, at, (("withdraw", 5),), note=why)
        with await self._t.at(at + timedelta(days=90)):
            entries = [row["id"] for row in await recording.rows(_ENTRIES, case.id)]
            await erase_identities(
                *(self._t.stepped_up("sari"), case.id, entries),
                "Atas permintaan tertulis orang yang bersangkutan; penanganan sudah berakhir.",
                book=self._t.book,
            )

    async def draft(self) -> None:
        """Somebody stood at the desk and went to fetch a copy; what was typed is kept."""
        with await self._t.at(self._t.when(0, 7, 50)):
            token = read_token(new_token())
            if token is None:
                raise LookupError("a new token is one")
            rina = self._t.actors["rina"]
            async with writing(rina) as connection:
                await save_in(
                    connection, rina, token, Source.REPORT.value, _TYPED, self._desk.drafts
                )

    async def staff_list(self) -> None:
        """Rina takes in the list of the personnel office, in which some respondents stand."""
        with await self._t.at(self._t.when(0, 8, 5)):
            cast = self._steps.cast
            for place in range(SIZE // 2):  # the others were reported, one time or another
                cast.civil_servant(_CLASSES[place % len(_CLASSES)])
            file = open_table(staff_file(cast.listed[-SIZE:]), ImportKind.STAFF)
            mapping = file.guessed()
            checked = file.check(mapping)
            new = NewList(
                source=SOURCE,
                digest=file.digest,
                columns=file.heads(mapping),
                lines=staff_lines(checked.good, self._desk.nips),
                refused=checked.refused_rows,
            )
            await take_in_staff(self._t.actors["rina"], new)
