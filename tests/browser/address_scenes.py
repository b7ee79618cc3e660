"""The register of addresses to look at: one captured and linked, one that failed, one alone."""

from hashlib import sha256
from typing import Final

from netralitas import clock
from netralitas.database.transactions import EVERYTHING, writing
from netralitas.evidence.commands import add_in
from netralitas.evidence.domain import Stored
from netralitas.evidence.web import store
from netralitas.evidence.web.commands import (
    add_address,
    ask_capture,
    ask_capture_for_case,
    refer_address,
)
from netralitas.evidence.web.domain import (
    Captured,
    Category,
    Finder,
    NewAddress,
    Platform,
    Problem,
    Referral,
    Shot,
    Stamped,
    StampVerdict,
    Taker,
)
from netralitas.law import book
from tests.make import Town, days_ago

LONG: Final = "https://contoh.example/akun/unggahan-yang-panjang/" + "0123456789abcdef" * 8


async def ask_for_pages(town: Town, case: int) -> dict[str, int]:
    """Enter addresses and ask for captures; their ids by name."""
    captured = await _entered(town, LONG)
    failed = await _entered(town, "https://contoh.example/pindah")
    await _entered(town, "https://contoh.example/lain", category=Category.OTHER)
    referral = Referral(taker=Taker.PLATFORM, number="017/PM.00/XI/2026", asked_on=days_ago(1))
    await refer_address(town.rina, captured, referral)
    url = "https://contoh.example/bukti"
    return {
        "captured": captured,
        "failed": failed,
        "capture_done": await ask_capture(town.rina, captured),
        "capture_failed": await ask_capture(town.rina, failed),
        "capture_of_case": await ask_capture_for_case(town.rina, case, url, book=book.load()),
    }


async def make_captures(ids: dict[str, int]) -> None:
    """Let what was asked for be done, or have failed; in the role of the worker."""
    async with writing(EVERYTHING) as c:
        for name in ("capture_done", "capture_of_case"):
            found = _found(name)
            for stored in (found.warc, found.warc_stamp.reply, found.picture):
                if stored is not None:
                    await add_in(c, stored)
            await store.done(c, ids[name], found, clock.now())
        await store.failed(c, ids["capture_failed"], Problem.NOT_PUBLIC, clock.now())


async def _entered(town: Town, url: str, category: Category = Category.ASN_SUPPORT) -> int:
    new = NewAddress(
        url=url,
        platform=Platform.INSTAGRAM,
        category=category,
        finder=Finder.DISKOMINFO,
        seen_on=days_ago(3),
        account="akun.rekaan",
        note="Foto bersama bakal calon.",
    )
    return await add_address(town.rina, new)


def _found(name: str) -> Captured:
    reply = Stamped(verdict=StampVerdict.VALID, at=clock.now(), reply=_stored(f"{name} reply"))
    return Captured(
        url=LONG,
        status=200,
        warc=_stored(f"{name} warc"),
        warc_stamp=reply,
        shot=Shot.TAKEN,
        picture=_stored(f"{name} picture"),
        picture_stamp=Stamped(verdict=StampVerdict.OTHER_NONCE),
    )


def _stored(content: str) -> Stored:
    digest = sha256(content.encode()).hexdigest()
    return Stored(digest=digest, size=123_456, media_type="application/octet-stream")
