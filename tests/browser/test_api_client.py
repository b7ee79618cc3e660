"""The client of the documentation, run as a program of its own against the site as it is served."""

import os
import subprocess
import sys
from datetime import timedelta

from netralitas import clock
from netralitas.access.domain import Role
from netralitas.api.commands.tokens import make_token
from netralitas.api.domain import NewToken, Scope
from netralitas.law.domain import Zone
from tests.browser.site import Site
from tests.make import make_case, proceedings
from tests.programs import ROOT

CLIENT = ROOT / "examples" / "client.py"
MOVE = "start_preliminary_study"


async def prepared(site: Site) -> tuple[str, int, int]:
    """A token of a system of Bawaslu, and a case that came in."""
    new = NewToken(
        name="Aplikasi contoh",
        scopes=(Scope.CASES_READ, Scope.CASES_WRITE),
        until=(clock.now() + timedelta(days=9)).date(),
        roles=(Role.INVESTIGATOR,),
    )
    made = await make_token(site.town.hadi, site.town.offices["kab"], new)
    opened = await make_case(site.town)
    [row] = await proceedings(opened.id)
    return made.token, opened.id, row["id"]


def run(site: Site, token: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """What the client prints."""
    return subprocess.run(  # noqa: S603 - our own example
        [sys.executable, str(CLIENT), *map(str, arguments)],
        env={**os.environ, "NETRALITAS_API": site.address, "NETRALITAS_TOKEN": token},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_the_client_lists_asks_and_moves(site: Site) -> None:
    token, case, proceeding = site.made(prepared(site))
    listed = run(site, token, "cases")
    assert (listed.returncode, listed.stderr) == (0, "")
    assert str(case) in [line.split("\t")[0] for line in listed.stdout.splitlines()]
    assert f"{MOVE}\tpossible" in run(site, token, "steps", case).stdout
    assert "happened" in run(site, token, "form", case, proceeding, MOVE).stdout
    without = run(site, token, "move", case, proceeding, MOVE)
    assert without.returncode == 1
    assert "happened: " in without.stderr
    today = clock.today(Zone.WIB.tz).isoformat()
    moved = run(site, token, "move", case, proceeding, MOVE, f"happened={today}")
    assert moved.stdout.startswith(f"{proceeding}\tpreliminary_study\t"), moved.stderr
    again = run(site, token, "move", case, proceeding, MOVE, f"happened={today}")
    assert again.returncode == 1
    assert run(site, "ntr_wrong", "cases").returncode == 1
    assert run(site, token, "move", case).returncode == 2
