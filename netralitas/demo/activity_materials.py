"""What the demo puts beside its activities: speakers, materials, photos, posts, proofs."""

from datetime import date
from typing import Final

from netralitas.access.domain import Actor
from netralitas.demo.activity_deck import Activity
from netralitas.demo.activity_people import note_names, note_test
from netralitas.demo.papers import example_pdf
from netralitas.demo.photograph import photograph
from netralitas.evidence.storage import Storage
from netralitas.evidence.views import view_copy
from netralitas.prevention.commands import (
    Kept,
    Target,
    add_file,
    add_post,
    add_speaker,
    prove_duty,
    record_achieved,
)
from netralitas.prevention.domain import (
    Achieved,
    ActivityKind,
    FileUse,
    Fund,
    NewFile,
    NewPost,
    NewSpeaker,
    Platform,
    Proof,
    Record,
)

_LARGEST: Final = 20 * 1024 * 1024
_SPEAKER: Final = NewSpeaker(
    name="Sekar Anindya", capacity="Anggota Bawaslu Kabupaten Tanjung Lestari"
)
_OUTCOME: Final = (
    "Peserta dapat menyebut perbuatan yang dilarang beserta contohnya. Pertanyaan terbanyak tentang"
    " media sosial; bahan paparan berikutnya memuatnya."
)
_COST, _PER_PERSON = 1_500_000, 25_000  # rupiah
_POSTS: Final = (
    (Platform.WEBSITE, "https://bawaslu.contoh.example/berita/netralitas", 412),
    (Platform.INSTAGRAM, "https://media.contoh.example/netral-itu-keren", 1_930),
)
_PHOTOGRAPHED: Final = frozenset(
    {"Netralitas menjelang pemilihan ulang", "Netralitas bagi penyuluh dan pendamping"}
)


class Beside:
    """Puts beside an activity what its organiser has; each word of it is invented."""

    def __init__(self, storage: Storage) -> None:
        """Keep the files there."""
        self._storage = storage

    async def put(
        self, actor: Actor, held: Target, activity: Activity, on: date, said: Record
    ) -> None:
        """Put it beside an activity that was `held` on a day, as it stands after that."""
        if activity.kind is ActivityKind.DISSEMINATION:
            await self._posts(actor, held.activity, on)
            return
        await record_achieved(
            actor,
            held,
            Achieved(
                outcome=_OUTCOME,
                fund=Fund.APBD if activity.who == "dewa" else Fund.APBN,
                cost=_COST + _PER_PERSON * sum(one.present for one in said.attendance),
            ),
        )
        await add_speaker(actor, held.activity, _SPEAKER)
        material = await self._material(actor, held.activity, activity.title)
        if said.duties:
            proof = Proof(note="Bahan disiapkan dan dibagikan.", file=material)
            await prove_duty(actor, held.activity, said.duties[0], proof)
        await note_test(actor, held.activity, said.attendance)
        if activity.title in _PHOTOGRAPHED:
            await note_names(actor, held.activity, said.attendance)
            await self._photo(actor, held.activity)
            await self._posts(actor, held.activity, on)

    async def _material(self, actor: Actor, activity: int, title: str) -> int:
        """Keep what was shown as a material that everybody gets; return its id."""
        stored = await self._storage.keep(example_pdf(title), _LARGEST)
        new = NewFile(use=FileUse.MATERIAL, title=f"Paparan: {title}", shared=True)
        return await add_file(actor, activity, new, Kept(file=stored))

    async def _photo(self, actor: Actor, activity: int) -> None:
        content = photograph("Netral itu melayani semua")
        kept = Kept(
            file=await self._storage.keep(content, _LARGEST),
            view=await self._storage.keep(view_copy(content), _LARGEST),
        )
        new = NewFile(use=FileUse.PHOTO, title="Spanduk di halaman kantor")
        await add_file(actor, activity, new, kept)

    async def _posts(self, actor: Actor, activity: int, on: date) -> None:
        for platform, address, reach in _POSTS:
            new = NewPost(
                platform=platform, address=address, posted_on=on, reach=reach, reach_on=on
            )
            await add_post(actor, activity, new)
