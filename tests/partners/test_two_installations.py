"""Two installations, each with its servers, exchange what is handed over and what came of it."""

import shutil
from collections.abc import AsyncIterator
from typing import Final

import pytest

from netralitas.access.domain import Role
from netralitas.database.embedded import EmbeddedServer
from tests.api.lines import Line, letter
from tests.partners.exchanges import WRONG, Pair, both
from tests.security.canaries import HIDDEN, singing
from tests.security.dump import dumped

DECREE: Final = {"imposed": "post_lowered", "decree_number": "SK-800/7/2026"}


@pytest.fixture(scope="module")
async def pair(
    server: EmbeddedServer, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Pair]:
    """Bawaslu's installation and that of the office that follows up, which asks it."""
    async with both(server, *map(tmp_path_factory.mktemp, ("sender", "receiver"))) as started:
        yield started


def follow_up(pair: Pair, case: int) -> Line:
    """The office's own case, as its officers go through it."""
    return Line(pair.receiver, case, office="bkpsdm", role=Role.FOLLOW_UP)


async def test_what_is_handed_over_comes_back_as_its_outcome_and_names_nobody_who_spoke(
    pair: Pair,
) -> None:
    there = await pair.hand_over()
    here = await pair.arrived(there)
    assert await pair.papers(here) == await pair.said_papers(there)
    line = follow_up(pair, here)
    await line.step("referral", "receive", foreign_number="800/SBT/7")
    await pair.seen(there, "referral", "received")
    await pair.sender.end("serve")
    await line.step("referral", "take_up")
    await pair.in_vain()
    await pair.sender.serve()
    await pair.seen(there, "discipline", "arrived")
    for code, fields in (
        ("receive", {"letter_deadline": "default"}),
        ("choose_discipline", {}),
        ("examine", {"reason": "Terlapor hadir bersama atasannya."}),
        ("fix_decree", DECREE),
        ("deliver", {}),
        ("enter_into_force", {}),
        ("report_back", {"letter_out_number": "800/9/2026", **letter("Laporan hasil")}),
    ):
        await line.step("discipline", code, **fields)
    await pair.seen(there, "discipline", "reported")
    told = (await pair.sender("GET", f"/cases/{there}")).json()
    assert "Penurunan jabatan" in told["respondents"][0]["imposed"]
    assert ("800/9/2026", "Laporan hasil") in {
        (one["number"], one["subject"]) for one in told["letters"]
    }
    assert "Terlapor hadir" not in str((await pair.sender("GET", f"/cases/{there}/events")).json())
    crossed = b"".join(dumped(pair.receiver.database).values()) + pair.receiver.log
    kept = b"".join(path.read_bytes() for path in pair.files(pair.receiver))
    assert singing(b"".join(dumped(pair.sender.database).values()), HIDDEN) == []  # sealed there
    assert singing(crossed + kept, HIDDEN) == []


async def test_what_is_returned_is_sent_again_into_the_same_case(pair: Pair) -> None:
    there = await pair.hand_over()
    here = await pair.arrived(there)
    why = "Daftar bukti kurang dua lampiran."
    await follow_up(pair, here).step("referral", "return", reason=why)
    await pair.seen(there, "referral", "returned")
    events = (await pair.sender("GET", f"/cases/{there}/events")).json()["items"]
    assert why in {one["note"] for one in events}
    await pair.hand_over_again(there)
    assert await pair.arrived(there, times=2) == here
    assert (await follow_up(pair, here).at("referral"))["state"] == "forwarded"


async def test_a_token_that_does_not_hold_and_a_changed_byte_are_refused_and_shown(
    pair: Pair,
) -> None:
    await pair.use_token(WRONG)
    await pair.stopped("denied")
    there, evidence = await pair.hand_over_changed()
    await pair.use_token(await pair.sender.token("bkpsdm", Role.FOLLOW_UP))
    assert await pair.held() == ("paper", evidence.name)
    shutil.copyfile(evidence.with_suffix(".whole"), evidence)
    here = await pair.arrived(there)
    assert evidence.name in await pair.papers(here)
