"""The demo's register of addresses: a page that is gone, one that was asked about, a new one."""

from datetime import date, timedelta

from netralitas.demo.telling import Teller, type_story
from netralitas.evidence.web.commands import add_address, note_taken_down, refer_address
from netralitas.evidence.web.domain import (
    Category,
    Finder,
    NewAddress,
    Platform,
    Referral,
    Taker,
)


class AddressStories:
    """What was found in the oversight of internet content, and what became of it."""

    def __init__(self, teller: Teller) -> None:
        """Take the people and the moments of the demo."""
        self._t = teller

    def all(self) -> list[type_story]:
        """Return each story, not yet begun."""
        return [self.gone(), self.asked(), self.fresh()]

    async def gone(self) -> None:
        """The communication office found it, it went back to them, and a week later it is gone."""
        number = await self._entered(
            *(20, "https://media-warga.example/akun/unggahan/4410", Platform.FACEBOOK),
            *(Category.ASN_SUPPORT, Finder.DISKOMINFO),
            account="suara.tanjung.rekaan",
            note="Foto pegawai berseragam dengan simbol jari. Rekaan.",
        )
        await self._asked(number, 19, Taker.DISKOMINFO, "021")
        at = self._t.when(12, 9)
        with await self._t.at(at):
            await note_taken_down(self._t.actors["rina"], number, at.date())

    async def asked(self) -> None:
        """The office found it itself, and asked the platform."""
        number = await self._entered(
            *(8, "https://video-warga.example/tonton/9921", Platform.TIKTOK),
            *(Category.BLACK_CAMPAIGN, Finder.BAWASLU),
            account="kabar.lestari.rekaan",
        )
        await self._asked(number, 6, Taker.PLATFORM, "024")

    async def fresh(self) -> None:
        """A citizen told of it; nothing was done yet."""
        await self._entered(
            *(2, "https://media-warga.example/akun/unggahan/5127", Platform.INSTAGRAM),
            *(Category.ASN_SUPPORT, Finder.PUBLIC),
            note="Ajakan memilih dari akun sebuah kantor kelurahan. Rekaan.",
        )

    async def _entered(  # noqa: PLR0913 - the fields of an address
        self,
        ago: int,
        url: str,
        platform: Platform,
        category: Category,
        finder: Finder,
        *,
        account: str | None = None,
        note: str | None = None,
    ) -> int:
        at = self._t.when(ago, 10)
        new = NewAddress(
            url=url,
            platform=platform,
            category=category,
            finder=finder,
            seen_on=_before(at.date()),
            account=account,
            note=note,
        )
        with await self._t.at(at):
            return await add_address(self._t.actors["rina"], new)

    async def _asked(self, number: int, ago: int, taker: Taker, place: str) -> None:
        at = self._t.when(ago, 14)
        printed = f"{place}/PM.00.02/{at.year}"
        referral = Referral(taker=taker, number=printed, asked_on=at.date())
        with await self._t.at(at):
            await refer_address(self._t.actors["rina"], number, referral)


def _before(on: date) -> date:
    return on - timedelta(days=1)
