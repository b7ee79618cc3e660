"""What the office says of its service, and two complaints about it: one answered, one open."""

from datetime import datetime, timedelta
from typing import Final

from netralitas.database.transactions import EVERYTHING, writing
from netralitas.demo import recording
from netralitas.demo.inbox_stories import Counter
from netralitas.demo.posting import Posted
from netralitas.demo.receipts import Sample
from netralitas.demo.regency import REGENCY
from netralitas.demo.telling import Teller, type_story
from netralitas.editions.current import LAW
from netralitas.service.commands import Complaints, add_duty, answer, set_profile
from netralitas.service.domain import Profile
from netralitas.service.door import Said

_PROFILE: Final = Profile(
    address="Jalan Seroja Raya 12, Muara Embun, Kabupaten Tanjung Lestari",
    telephone="0812 0000 0070",
    email="kantor@bawaslu-tanjunglestari.example",
    competence="Pengetahuan tentang kepemiluan dan netralitas ASN; keterampilan pelayanan publik.",
    supervision="Koordinator Sekretariat Bawaslu Kabupaten Tanjung Lestari.",
    evaluation="Setiap bulan; hasilnya dipakai untuk memperbaiki pelayanan.",
)
_DUTIES: Final = (
    ("Petugas penerima laporan", "Senin sampai Jumat, 08.00 sampai 16.00", "rina"),
    ("Petugas informasi (PPID)", "Senin sampai Kamis, 09.00 sampai 15.00", None),
)
_WAITED: Final = Said(
    what=(
        "Saya datang sebelum jam tutup, tetapi loket sudah kosong dan saya diminta kembali besok. "
        "Mohon jam pelayanan ditepati."
    ),
    when="Dua hari sebelum pengaduan ini",
)
_ANSWER: Final = (
    "Mohon maaf atas kejadian itu. Loket kini dijaga bergantian sampai jam tutup, dan petugas jaga "
    "tercantum pada halaman standar layanan. Pelayanan kami tidak dipungut biaya."
)
_NO_RAMP: Final = Said(
    what="Pintu masuk hanya bertangga. Ibu saya memakai kursi roda dan tidak dapat masuk sendiri.",
    when="Kemarin pagi",
)
_COMPLAINT: Final = "SELECT id FROM service_complaint WHERE digest = $1"


class ServiceStories:
    """Tells what was said about the service; `samples` are the receipts of the complaints."""

    def __init__(self, teller: Teller, counter: Counter) -> None:
        """`counter` has both sides of the public door."""
        self._t = teller
        self._counter = counter
        self.samples: list[Sample] = []

    def all(self) -> list[type_story]:
        """Return each story, not yet begun."""
        return [self.standard(), self.answered(), self.waiting()]

    async def standard(self) -> None:
        """The administrator of the office says where it is and who is on duty."""
        actor = self._t.stepped_up("hanif")
        with await self._t.at(self._t.when(120, 10, 30)):
            await set_profile(actor, _PROFILE)
            for post, hours, who in _DUTIES:
                officer = self._t.actors[who].officer if who else None
                await add_duty(actor, post, hours, officer)

    async def answered(self) -> None:
        """An empty counter, answered by Sari two days later."""
        at = self._t.when(45, 15, 20)
        posted = await self._complain(at, _WAITED)
        with await self._t.at(at + timedelta(days=2)):
            complaint = await recording.value(_COMPLAINT, posted.holder.digest)
            await answer(self._t.actors["sari"], complaint, _ANSWER, keys=self._counter.keys)
        self._show(posted, "pengaduan tentang pelayanan, dengan jawabannya")

    async def waiting(self) -> None:
        """Stairs without a ramp, yesterday; nobody has answered yet."""
        posted = await self._complain(self._t.when(1, 10, 5), _NO_RAMP)
        self._show(posted, "pengaduan tentang pelayanan yang menunggu jawaban")

    async def _complain(self, at: datetime, said: Said) -> Posted:
        with await self._t.at(at):
            posted = await self._counter.citizens.complain(said, REGENCY)
            round_ = Complaints(keys=lambda: self._counter.keys, law=LAW.follow)
            async with writing(EVERYTHING) as connection:
                await round_.collect(connection)
        return posted

    def _show(self, posted: Posted, about: str) -> None:
        self.samples.append(Sample(number=posted.number, code=posted.holder.code, about=about))
