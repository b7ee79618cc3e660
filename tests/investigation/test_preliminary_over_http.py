"""The preliminary study through its pages: drafts, the paper with its move, the letter."""

from dataclasses import replace
from typing import Any

from netralitas.cases.domain import ExclusionGround
from netralitas.cases.exclusions import exclude
from netralitas.database.transactions import EVERYTHING, reading
from netralitas.investigation.preliminary.policy import requirements
from netralitas.law.domain import Regime
from netralitas.vault.domain import Identity
from tests.cases.conftest import Statements, Visits
from tests.make import Town, make_case, move
from tests.pages import PDF, Browser, Page

NAME = "Ratnawati Pelapor Rahasia"
REPORTER = Identity(name=NAME, telephone="0812 9999 0000")


def whole(**changes: str) -> dict[str, Any]:
    """Every field of a study in which everything is met."""
    found: dict[str, Any] = {
        "result": "complete",
        "suspicion": "other_law",
        "handler": "here",
        "handled": "no",
        "conclusion": "Laporan memenuhi syarat formal dan materiel.",
    }
    for each in requirements(Regime.PEMILIHAN):
        found[each.item.value] = "met"
        found[f"{each.item}_reason"] = f"Alasan {each.item}."
    return {**found, **changes}


def incomplete(**changes: str) -> dict[str, Any]:
    """A study that finds the description lacking."""
    lacking = {"description": "unmet", "description_reason": "Uraian terlalu singkat."}
    return whole(result="incomplete", **lacking, **changes)


async def begun(town: Town, **changes: Any) -> int:  # noqa: ANN401 - fields of NewCase by name
    """A report whose preliminary study has begun."""
    case = (await make_case(town, reporter=REPORTER, **changes)).id
    await move(town.rina, case, "start_preliminary_study")
    return case


async def save(browser: Browser, case: int, values: dict[str, Any]) -> Page:
    """Save what is typed as a draft."""
    page = await browser.go(f"/perkara/{case}/kajian-awal")
    return await browser.send(page.form("/kajian-awal"), values)


async def finish(browser: Browser, case: int, values: dict[str, Any]) -> Page:
    """Finish the study."""
    page = await browser.go(f"/perkara/{case}/kajian-awal")
    form = replace(page.form("/kajian-awal"), action=f"/perkara/{case}/kajian-awal/penyelesaian")
    return await browser.send(form, values)


async def state(case: int) -> str:
    async with reading(EVERYTHING) as c:
        found: str = await c.fetchval("SELECT state FROM proceeding WHERE case_file = $1", case)
        return found


async def test_a_draft_is_kept_as_a_version_and_stands_in_the_form_again(
    town: Town, visit: Visits
) -> None:
    case = await begun(town)
    rina = await visit("rina")
    first = await save(rina, case, {"conclusion": "Konsep pertama."})
    assert (first.status, first.address) == (200, f"/perkara/{case}/kajian-awal")
    second = await save(rina, case, {"conclusion": "Konsep kedua.", "respondent": "met"})
    assert second.form("/kajian-awal").values["conclusion"] == ["Konsep kedua."]
    assert second.form("/kajian-awal").values["respondent"] == ["met"]
    old = await rina.go(second.link("Konsep 1"))
    assert "Konsep pertama." in old.text
    assert "Konsep kedua." not in old.text
    assert "Konsep kajian awal disimpan." in (await rina.go(f"/perkara/{case}")).text


async def test_a_slower_officer_is_told_what_changed_and_keeps_what_they_typed(
    town: Town, visit: Visits
) -> None:
    case = await begun(town)
    rina, bagas = await visit("rina"), await visit("bagas")
    opened = await bagas.go(f"/perkara/{case}/kajian-awal")
    await save(rina, case, {"conclusion": "Dari Rina."})
    late = await bagas.send(opened.form("/kajian-awal"), {"conclusion": "Dari Bagas."})
    assert late.status == 409
    assert "Konsep 1 disimpan oleh Rina Paramita" in late.text
    assert "Berbeda dari isian Anda: kesimpulan." in late.text
    assert late.form("/kajian-awal").values["conclusion"] == ["Dari Bagas."]
    again = await bagas.send(late.form("/kajian-awal"))
    assert again.status == 200
    assert "Konsep 2" in again.text


async def test_what_is_lacking_is_said_beside_its_field_and_nothing_is_finished(
    town: Town, visit: Visits
) -> None:
    case = await begun(town)
    refused = await finish(await visit("rina"), case, whole(respondent_reason="", result=""))
    assert refused.status == 422
    assert "Tulis alasan penilaian syarat ini." in refused.text
    assert "Pilih hasil kajian awal." in refused.text
    assert await state(case) == "preliminary_study"


async def test_an_incomplete_report_is_notified_completed_and_registered(
    town: Town, visit: Visits
) -> None:
    case = await begun(town)
    rina = await visit("rina")
    start = await rina.go(f"/perkara/{case}")
    assert start.link("Susun kajian awal di sini") == f"/perkara/{case}/kajian-awal"
    done = await finish(rina, case, incomplete())
    assert done.address == f"/perkara/{case}", done.text
    assert "laporan belum lengkap" in done.text
    letter = await rina.go(done.link("Buat surat pemberitahuan kelengkapan"))
    assert "Uraian kejadian: Uraian terlalu singkat." in letter.text
    missing = await rina.send(letter.form("/pemberitahuan"))
    assert missing.status == 422
    told = await rina.send(letter.form("/pemberitahuan"), {"told_by": "hand"})
    assert "Pelapor diberi tahu untuk melengkapi laporan." in told.text
    assert "Kelengkapan laporan oleh pelapor" in told.text
    assert await state(case) == "waiting_completeness"
    await move(town.rina, case, "receive_completion")
    await move(town.rina, case, "register")
    assert await state(case) == "registered"
    read = await rina.go(f"/perkara/{case}/kajian-awal")
    assert "Diperiksa oleh petugas pada berkas laporan." in read.text
    assert "Diselesaikan" in read.text


async def test_a_complete_report_goes_on_with_its_paper_in_the_file(
    town: Town, visit: Visits
) -> None:
    case = await begun(town)
    rina = await visit("rina")
    done = await finish(rina, case, whole())
    assert await state(case) == "preliminary_study_done"
    assert "Kajian awal" in done.text
    async with reading(EVERYTHING) as c:
        kinds = await c.fetch("SELECT kind FROM document WHERE case_file = $1", case)
        finished = await c.fetchrow(
            "SELECT s.finished = s.event AS same, e.name FROM preliminary_study s"
            " JOIN event e ON e.id = s.finished WHERE s.case_file = $1",
            case,
        )
    assert [row["kind"] for row in kinds] == ["preliminary_study"]
    assert tuple(finished) == (True, "handling.finish_preliminary_study")
    again = await rina.go(f"/perkara/{case}/kajian-awal")
    assert not [form for form in again.forms if form.action.endswith("/kajian-awal")]


async def test_the_window_is_proposed_from_the_law_with_its_dates(
    town: Town, visit: Visits
) -> None:
    case = await begun(town)
    page = await (await visit("rina")).go(f"/perkara/{case}/kajian-awal")
    assert "Menurut tanggal yang tercatat: terpenuhi." in page.text
    assert "UU 1/2015 Pasal 134(4)" in page.text
    unknown = await begun(town, known_on=None)
    page = await (await visit("rina")).go(f"/perkara/{unknown}/kajian-awal")
    assert "batas waktu tidak dapat dihitung" in page.text


async def test_the_paper_that_exists_already_is_still_uploaded(town: Town, visit: Visits) -> None:
    case = await begun(town)
    rina = await visit("rina")
    page = await rina.go(f"/perkara/{case}/kajian-awal")
    upload = await rina.go(page.link("Unggah kajian awal"))
    done = await rina.send(upload.form(), {"preliminary_study": PDF})
    assert done.address == f"/perkara/{case}"
    read = await rina.go(f"/perkara/{case}/kajian-awal")
    assert "tidak disusun di halaman ini" in read.text


async def test_who_does_not_investigate_reads_or_does_not_see_it(town: Town, visit: Visits) -> None:
    case = await begun(town)
    await save(await visit("rina"), case, {"conclusion": "Konsep rahasia."})
    address = f"/perkara/{case}/kajian-awal"
    sari = await (await visit("sari")).go(address)
    assert "Konsep rahasia." in sari.text
    assert not [form for form in sari.forms if form.action.endswith("/kajian-awal")]
    galih = await (await visit("galih")).go(address)
    assert galih.status == 200
    assert "Konsep rahasia." not in galih.text
    await finish(await visit("rina"), case, whole(conclusion="Kesimpulan akhir."))
    assert "Kesimpulan akhir." in (await (await visit("galih")).go(address)).text
    for login in ("dewa", "maya", "lain"):
        assert (await (await visit(login)).go(address)).status == 404
    assert (await (await visit("hadi")).go(address)).status == 404
    await exclude(town.sari, case, town.bagas.officer, ExclusionGround.NAMED, "Disebut.")
    assert (await (await visit("bagas")).go(address)).status == 404


async def test_the_reporter_is_named_nowhere(town: Town, visit: Visits) -> None:
    case = await begun(town)
    rina = await visit("rina")
    await finish(rina, case, incomplete())
    letter = await rina.go(f"/perkara/{case}/kajian-awal/pemberitahuan")
    pages = [letter, await rina.send(letter.form("/pemberitahuan"), {"told_by": "hand"})]
    pages += [await rina.go(f"/perkara/{case}/kajian-awal")]
    assert not [page for page in pages if NAME in page.html]
    async with reading(EVERYTHING) as c:
        events = await c.fetch("SELECT details::text AS said FROM event WHERE stream = $1", case)
        studies = await c.fetch("SELECT content::text AS said FROM preliminary_study")
    assert not [row for row in (*events, *studies) if NAME in row["said"]]


async def test_the_page_costs_at_most_twelve_queries(
    town: Town, visit: Visits, statements: Statements
) -> None:
    case = await begun(town)
    rina = await visit("rina")
    await save(rina, case, {"conclusion": "Konsep."})
    statements.sent.clear()
    assert (await rina.go(f"/perkara/{case}/kajian-awal")).status == 200
    assert len(statements.sent) <= 12, statements.sent
