"""Cases of the register on the pages: shown as far as they are known, and carried on."""

import re

from tests.cases.conftest import Visits, settings, site
from tests.imports.cases.conftest import TakenIn

__all__ = ["settings", "site"]

_CASES = """
SELECT i.key, f.id FROM case_file f JOIN imported_case i ON i.case_file = f.id ORDER BY f.id
"""


async def cases(taken_in: TakenIn) -> dict[str, int]:
    """The case of each line, by its key."""
    return {row["key"]: row["id"] for row in await taken_in.office.rows(_CASES)}


async def test_every_case_opens_and_shows_only_what_is_known(
    taken_in: TakenIn, visiting: Visits
) -> None:
    rina = await visiting("rina")
    shown = {}
    for key, case in (await cases(taken_in)).items():
        page = await rina.go(f"/perkara/{case}")
        assert page.status == 200, key
        assert "Disalin dari register lama." in page.text
        shown[key] = page.text
    assert "Sumber tidak diketahui" in shown["2018/027"]
    assert "lewat jalur" not in shown["2018/027"]
    assert "Diterima Mei 2018" in shown["2018/027"]
    assert "Perihal tidak disebut dalam register" in shown["2015/028"]
    assert "Diterima Tanggal tidak diketahui" in shown["2020/029"]
    assert "sejak tanggal yang tidak diketahui" in shown["2024/003"]
    assert "Menurut: petugas penerima, lewat telepon" in shown["2024/007"]
    assert "Penerusan ke instansi lain: terlapor 5" in shown["2020/026"]
    assert "Hasil pemeriksaan" not in shown["2015/028"]


async def test_what_found_no_place_is_read_by_the_office_and_by_no_receiver(
    taken_in: TakenIn, visiting: Visits
) -> None:
    kept = await taken_in.office.rows(
        "SELECT i.case_file, i.unplaced -> 0 ->> 'sentence' AS sentence, f.readers"
        " FROM imported_case i JOIN case_file f ON f.id = i.case_file"
        " WHERE jsonb_array_length(i.unplaced) > 0 ORDER BY i.id"
    )
    rina, dewa = await visiting("rina"), await visiting("dewa")
    for row in kept:
        page = await rina.go(f"/perkara/{row['case_file']}")
        assert "belum ditempatkan" in page.text
        assert row["sentence"] in page.text
        theirs = await dewa.go(f"/perkara/{row['case_file']}")
        assert "belum ditempatkan" not in theirs.text
    assert kept


async def test_no_act_became_late_by_being_entered_late(
    taken_in: TakenIn, visiting: Visits
) -> None:
    ended = await taken_in.office.rows(
        "SELECT c.rule FROM clock c JOIN event e ON e.id = c.ended_by"
        " WHERE c.ended_at IS NOT NULL AND c.ended_at > coalesce(e.happened_at,"
        " e.happened_on::timestamp AT TIME ZONE e.zone)"
    )
    assert ended == []
    begun = await taken_in.office.rows(
        "SELECT c.rule FROM clock c JOIN event e ON e.id = c.started_by"
        " WHERE e.precision NOT IN ('day', 'time') OR c.start_on IS DISTINCT FROM e.happened_on"
    )
    assert begun == []
    final = await taken_in.office.rows(
        "SELECT c.rule FROM clock c JOIN proceeding p ON p.id = c.proceeding"
        " JOIN declared_state s ON s.workflow = p.workflow AND s.version = p.workflow_version"
        " AND s.state = p.state WHERE s.final AND c.ended_by IS NULL AND c.superseded_by IS NULL"
    )
    assert final == []
    case = (await cases(taken_in))["2024/003"]
    page = await (await visiting("rina")).go(f"/perkara/{case}")
    assert "tanggal pelaksanaannya tidak tercatat sampai hari" in page.text


async def test_the_lists_of_everybody_cope_with_what_is_unknown(
    taken_in: TakenIn, visiting: Visits
) -> None:
    for login, places in {
        "rina": ("/beranda", "/perkara", "/tindak-lanjut", "/tenggat", "/surat", "/evaluasi"),
        "galih": ("/beranda", "/perkara"),
        "maya": ("/beranda", "/perkara"),
        "dewa": ("/beranda", "/perkara", "/tindak-lanjut"),
    }.items():
        for place in places:
            page = await (await visiting(login)).go(place)
            assert page.status == 200, (login, place)
    assert "Guru kontrak pemerintah" in (await (await visiting("dewa")).go("/beranda")).text


async def test_an_office_reads_what_was_handed_over_to_it_and_nothing_else(
    taken_in: TakenIn, visiting: Visits
) -> None:
    known = await cases(taken_in)
    dewa, maya = await visiting("dewa"), await visiting("maya")
    assert (await dewa.go(f"/perkara/{known['2024/006']}")).status == 200
    assert (await dewa.go(f"/perkara/{known['2020/001']}")).status == 404
    assert (await maya.go(f"/perkara/{known['2020/012']}")).status == 404
    page = await dewa.go(f"/perkara/{known['2024/006']}")
    assert "Menolak menghadap dua kali." not in page.text, "the register's notes stay with Bawaslu"


async def test_cases_of_one_matter_lead_to_one_another(taken_in: TakenIn, visiting: Visits) -> None:
    known = await cases(taken_in)
    rina = await visiting("rina")
    one = await rina.go(f"/perkara/{known['2024/020']}")
    for key in ("2024/021", "2024/022", "2024/023"):
        assert f"/perkara/{known[key]}" in one.html
        assert f"/perkara/{known['2024/020']}" in (await rina.go(f"/perkara/{known[key]}")).html
    assert "Seluruhnya 3 laporan" in one.text


async def test_nobody_finds_anything_by_hand(taken_in: TakenIn, visiting: Visits) -> None:
    case = (await cases(taken_in))["2024/007"]
    rina = await visiting("rina")
    page = await rina.go(f"/perkara/{case}")
    assert "as_found" not in page.html
    [some, *_] = re.findall(rf"/perkara/{case}/langkah/(\d+)/", page.html)
    for place in (f"langkah/{some}/as_found", f"fakta/{some}/as_found", "proses/referral/as_found"):
        assert (await rina.go(f"/perkara/{case}/{place}")).status == 404
