"""The simple form: one respondent in a row, rows of one key are one case."""

import json
from pathlib import Path

from netralitas.imports.cases.table import COLUMNS
from tests.imports.cases.conftest import Office

_HEADS = (
    "key;regime;source;subject;received;register_number;name;employment;handling;handling_when;"
    "referral;referral_when;referral_office;letter_number;recommended;discipline;discipline_office;"
    "imposed;imposed_kind;loker"
)
_FIRST = (
    "12/2020;pemilihan;finding;Unggahan;2020-10;12/TM/PB/X/2020;Lurah S;pns;forwarded;2020-11;"
    "recommended;2020-12-15;kasn;R-4353/KASN/12/2019;discipline_medium;in_force;bkpsdm;"
    "discipline_medium;promotion_delayed;Rak 4"
)
_ROWS = (
    _FIRST,
    "12/2020;pemilihan;;;;;Staf kelurahan;contract;;;forwarded;;bkpsdm;;;;;;;",
    "13/2020;pemilihan;;Tanpa apa-apa;;;;;;;;;;;;;;;;",
    ";;;;;;;;;;;;;;;;;;;",
)


async def test_rows_of_one_key_are_one_case(office: Office, tmp_path: Path) -> None:
    file = tmp_path / "buku.csv"
    file.write_text("\n".join((_HEADS, *_ROWS)), "utf-8-sig")
    done = await office.take_in(file)
    assert done.exit_code == 1
    noted, refused, last = done.output.splitlines()
    assert noted.startswith("2\tnoted\tloker\tNama isian ini tidak dikenal")
    assert refused.startswith("4\trefused\thappenings\tSumber perkara tidak diketahui")
    assert last == "1 cases taken in, 1 refused."
    [line] = (await office.export()).stdout.splitlines()
    case = json.loads(line)
    assert [one["name"] for one in case["respondents"]] == ["Lurah S", "Staf kelurahan"]
    assert [(one["workflow"], one["addressee"]) for one in case["proceedings"]] == [
        ("referral", "kasn"),
        ("discipline", "bkpsdm"),
        ("referral", "bkpsdm"),
    ]
    assert [one.get("when") for one in case["happenings"]] == ["2020-11", "2020-12-15", None, None]
    assert case["happenings"][2]["imposed"]["kind"] == "promotion_delayed"
    assert case["letters"][0]["number"] == "R-4353/KASN/12/2019"
    assert case["loker"] == "Rak 4"


async def test_a_table_without_keys_is_refused_as_a_whole(office: Office, tmp_path: Path) -> None:
    file = tmp_path / "buku.csv"
    file.write_text("nomor;perihal\n1;x\n", "utf-8")
    refused = await office.take_in(file)
    assert refused.exit_code == 2
    assert "kolom “key” dan “regime”" in refused.output


def test_the_document_names_every_column() -> None:
    text = Path("docs/import-format.md").read_text("utf-8")
    assert [name for name in COLUMNS if f"`{name}`" not in text] == []
