"""A thousand lines, each in a transaction of its own, in the time that one drinks a coffee."""

import json
from pathlib import Path
from time import perf_counter

from tests.imports.cases.conftest import Office

_LINES = 1000
_SECONDS = 120  # it takes 8 on two idle cores; what this is about is that it does not grow


def line(number: int) -> str:
    """A case with a number, a respondent, a referral and a letter."""
    return json.dumps(
        {
            "key": f"2020/{number:05}",
            "regime": "pemilihan",
            "source": "report",
            "subject": "Unggahan dukungan",
            "received": "2020-10-05",
            "numbers": [{"kind": "register", "printed": f"{number:05}/Reg/LP/PB/Kab/X/2020"}],
            "respondents": [{"ref": "A", "name": f"Pegawai {number}", "employment": "pns"}],
            "proceedings": [
                {"ref": "r", "workflow": "referral", "respondent": "A", "addressee": "kasn"}
            ],
            "letters": [{"ref": "p", "direction": "out", "number": f"{number}/K/2020"}],
            "happenings": [
                {"when": "2020-11", "state": "forwarded", "letters": ["p"]},
                {"when": "2020-11", "of": "r", "step": "send", "letters": ["p"]},
            ],
        }
    )


async def test_a_thousand_lines_are_checked_and_taken_in_at_once(
    office: Office, tmp_path: Path
) -> None:
    file = tmp_path / "long.jsonl"
    file.write_text("\n".join(map(line, range(_LINES))), "utf-8")
    begun = perf_counter()
    done = await office.take_in(file)
    took = perf_counter() - begun
    assert done.output == f"{_LINES} cases taken in, 0 refused.\n"
    assert took < _SECONDS, took
    [row] = await office.rows("SELECT count(*) AS amount FROM imported_case")
    assert row["amount"] == _LINES
    exported = await office.export()
    assert len(exported.stdout.splitlines()) == _LINES
