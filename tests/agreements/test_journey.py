"""An agreement from exploration to its extension, by forms, with everything that is refused."""

import pytest
from msgspec.structs import replace

from netralitas.agreements.commands import add_paper_in, enter_agreement, rewrite_text
from netralitas.agreements.content import NAMES, read
from netralitas.database.transactions import EVERYTHING, reading
from netralitas.law.book import load
from netralitas.refusals import RuleBroken, Stale
from tests.agreements.conftest import Partners, Statements, Visits
from tests.make import days_ago
from tests.pages import Browser, Page
from tests.prevention.world import as_owner

TITLE = "Pengawasan konten internet dan netralitas ASN"


def day(name: str, ago: int) -> dict[str, str]:
    """A day so many days ago, as a form sends it."""
    on = days_ago(ago)
    return {
        f"{name}-day": str(on.day),
        f"{name}-month": str(on.month),
        f"{name}-year": str(on.year),
    }


async def step(browser: Browser, here: str, move: str, ago: int, **more: object) -> Page:
    """Open the form of a move and send it."""
    address = f"{here}/langkah/{move}"
    form = (await browser.go(address)).form(address)
    return await browser.send(form, {**day("on", ago), **more})


async def entered(browser: Browser) -> str:
    """The address of an agreement of three years, entered with everything but its numbers."""
    form = (await browser.go("/kerja-sama/baru")).form("/kerja-sama/baru")
    typed = {
        "kind": "nota_kesepakatan",
        "title": TITLE,
        "place": "Kota Contoh",
        "other": form.pick("other", "BKPSDM"),
        "first_signatory": "Sari",
        "first_capacity": "Ketua",
        "second_signatory": "Endah",
        "second_capacity": "Bupati",
        "lasts": "years",
        "years": "3",
        "term_at": "Pasal 7",
        "notice_months": "3",
        "evaluation_months": "12",
    }
    silent = await browser.send(form, {**typed, "years": ""})
    assert silent.status == 422
    assert "Isi lama berlaku dalam tahun." in silent.text
    page = await browser.send(form, typed)
    return page.address


async def test_an_agreement_goes_from_exploration_to_its_extension(
    partners: Partners, visit: Visits
) -> None:
    sari, tono, putri = [await visit(login) for login in ("sari", "tono", "putri")]
    here = await entered(sari)
    page = await sari.go(here)
    assert "Penjajakan" in page.text
    assert "Pasal 7 disebut sebagai dasar, tetapi tidak ada di naskah." in page.text
    await step(sari, here, "perumusan", 400)
    await step(sari, here, "penyusunan", 390)
    refused = await step(sari, here, "pengajuan", 380)
    assert refused.status == 409
    assert "Betulkan naskah" in refused.text

    form = (await putri.go(f"{here}/ketentuan")).form(f"{here}/ketentuan")
    sentence = {
        "number": "7",
        "heading": "Jangka waktu",
        "text": "Berlaku 3 (tiga) tahun sejak ditandatangani.",
        "owed_by": ["1", "2"],
    }
    await putri.send(form, sentence)
    again = await sari.send(form, sentence)
    assert again.status == 409
    assert "berubah sejak Anda membuka formulir" in again.text
    form = (await sari.go(f"{here}/rencana")).form(f"{here}/rencana")
    row = {
        "programme": "Pencegahan",
        "fund": "para pihak",
        "first_year": "2024",
        "last_year": "2026",
        "schedule": "Januari s.d. Desember",
        "first_duties": "Mengadakan sosialisasi\nMenyebarkan materi",
        "output": "Jumlah sosialisasi",
        "unit": "kegiatan",
        "target": "4",
        "outcome": "ASN memahami netralitas",
    }
    wrong = await sari.send(form, {**row, "yearly": "4, 5"})
    assert "satu bilangan untuk setiap tahun" in wrong.text
    page = await sari.send(form, row)
    for said in (
        "Januari s.d. Desember",
        "Jumlah sosialisasi: 4 kegiatan",
        "Tugas para pihak",
        "Menyebarkan",
    ):
        assert said in page.text
    await step(sari, here, "pengajuan", 380)
    own = await step(sari, here, "persetujuan", 370)
    assert own.status == 409
    assert "oleh orang lain daripada yang menulisnya" in own.text
    assert (await step(tono, here, "persetujuan", 370)).status == 200
    await signed(sari, here)
    await evaluated_and_extended(putri, here)


async def signed(browser: Browser, here: str) -> None:
    """Sign it: by both parties, each with a number of its own."""
    both = {"signed": ["1", "2"]}
    half = await step(browser, here, "penandatanganan", 365, signed=["1"])
    assert half.status == 422
    assert "belum: PIHAK KEDUA" in half.text
    numberless = await step(browser, here, "penandatanganan", 365, **both)
    assert numberless.status == 409
    assert "Nomor dari PIHAK KESATU, PIHAK KEDUA belum diisi." in numberless.text
    twice = {"first_number": "007/NK/I/XX/2022", "second_number": "2/NK/2024"}
    known = await step(browser, here, "penandatanganan", 365, **both, **twice)
    assert "Nomor 007/NK/I/XX/2022 sudah dipakai kerja sama lain." in known.text
    numbers = {"first_number": "1/HK/2024", "second_number": "2/NK/2024"}
    page = await step(browser, here, "penandatanganan", 365, **both, **numbers)
    assert page.status == 200
    assert "Pelaksanaan" in page.text
    assert "Evaluasi" in page.text
    assert (await browser.go(f"{here}/naskah")).status == 200
    form = (await browser.go(f"{here}/naskah")).form(f"{here}/naskah")
    late = await browser.send(form, title="Judul lain")
    assert late.status == 409
    assert "Naskah ditulis sampai legal drafting selesai." in late.text


async def evaluated_and_extended(browser: Browser, here: str) -> None:
    """Go round once, evaluate, and extend it by an addendum of both."""
    assert (await step(browser, here, "evaluasi", 10)).status == 409
    for move, ago in (("pemantauan", 30), ("evaluasi", 20), ("pelaporan", 10), ("pelanjutan", 5)):
        assert (await step(browser, here, move, ago)).status == 200, move
    form = (await browser.go(f"{here}/perpanjangan")).form(f"{here}/perpanjangan")
    until = {"until-day": "1", "until-month": "2", "until-year": "2035"}
    alone = await browser.send(form, {**day("on", 1), **until, "signed": ["1"]})
    assert alone.status == 422
    assert "Adendum berlaku setelah semua pihak menandatangani; belum: PIHAK KEDUA." in alone.text
    page = await browser.send(form, {**day("on", 1), **until, "signed": ["1", "2"]})
    assert page.status == 200
    assert "Kerja sama diperpanjang sampai 1 Februari 2035." in page.text
    assert "1 November 2034" in page.text
    early = await browser.send(form, {**day("on", 1), **until, "signed": ["1", "2"]})
    assert "harus sesudah yang lama" in early.text


async def public(partners: Partners) -> dict[str, int]:
    """The three real agreements, read by the offices of the town's parties."""
    offices = partners.town.offices
    async with as_owner() as c:
        return {
            name: await add_paper_in(
                c, read(name), (offices["kab"], offices["bkpsdm"]), load().calendar()
            )
            for name in NAMES
        }


async def test_the_real_agreements_show_their_dates_and_are_changed_by_nobody(
    partners: Partners, visit: Visits, statements: Statements
) -> None:
    found = await public(partners)
    sari = await visit("sari")
    register = await sari.go("/kerja-sama")
    assert register.text.count("Dokumen nyata, dari dokumen publik") == 3
    page = await sari.go(f"/kerja-sama/{found['belitung_timur']}")
    for said in (
        "019/HK.02/K.BB-06/08/2022",
        "Pengingat biasa",
        "Pasal 8 ayat (2)",
        "menyebut judul lain",
        "Menjadi nasumber atau pemateri",
        "Sudah lewat",
    ):
        assert said in page.text, said
    page = await sari.go(f"/kerja-sama/{found['banjarnegara']}")
    for said in ("18 September 2030", "Pasal 11 ayat (2)", "Pasal 14", "pemda@banjarnegarakab"):
        assert said in page.text, said
    assert "Catat pemantauan" not in page.text
    statements.sent.clear()
    await sari.go(f"/kerja-sama/{found['banjarnegara']}")
    assert len(statements.sent) <= 12, statements.sent
    refused = await step(sari, f"/kerja-sama/{found['kudus']}", "pemantauan", 1)
    assert refused.status == 409
    assert "didaftarkan apa adanya" in refused.text
    assert (await (await visit("lain")).go(f"/kerja-sama/{found['kudus']}")).status == 404


async def test_the_calculator_counts_by_the_rule_of_each_agreement(
    partners: Partners, visit: Visits
) -> None:
    found = await public(partners)
    rina = await visit("rina")
    asked = "ends-day=31&ends-month=12&ends-year=2024"
    for name, said in (
        ("belitung_timur", "1 Desember 2024"),
        ("kudus", "30 September 2024"),
        ("banjarnegara", "30 September 2024"),
    ):
        page = await rina.go(f"/kerja-sama/{found[name]}/perhitungan?{asked}")
        assert page.status == 200
        assert said in page.text, name
    empty = await rina.go(f"/kerja-sama/{found['kudus']}/perhitungan?ends-day=x")
    assert empty.status == 422
    assert (await rina.go(f"/kerja-sama/{partners.agreement}/perhitungan")).status == 404


async def test_an_agreement_of_the_stages_learns_when_they_end(
    partners: Partners, visit: Visits
) -> None:
    own = read("kudus")
    offices = (partners.town.offices["kab"], partners.town.offices["bkpsdm"])
    named = zip(own.parties, offices, strict=True)
    paper = replace(own, parties=tuple(replace(p, organisation=office) for p, office in named))
    number = await enter_agreement(partners.sari, paper)
    here, sari, tono = f"/kerja-sama/{number}", await visit("sari"), await visit("tono")
    for move in ("perumusan", "penyusunan", "pengajuan"):
        await step(sari, here, move, 900)
    await step(tono, here, "persetujuan", 900)
    page = await step(sari, here, "penandatanganan", 800, signed=["1", "2"])
    assert "hari berakhirnya seluruh tahapan belum dicatat" in page.text
    form = (await sari.go(f"{here}/tahapan")).form(f"{here}/tahapan")
    early = await sari.send(form, {"ends-day": "1", "ends-month": "1", "ends-year": "2020"})
    assert early.status == 422
    assert "tidak boleh sebelum penandatanganan" in early.text
    page = await sari.send(form, {"ends-day": "31", "ends-month": "5", "ends-year": "2030"})
    for said in ("28 Februari 2030", "Pasal 15 ayat (2)", "selesai pada 31 Mei 2030"):
        assert said in page.text, said


async def test_only_the_parties_write_and_nobody_over_another(
    partners: Partners, visit: Visits
) -> None:
    here = await entered(await visit("sari"))
    number = int(here.rpartition("/")[2])
    for login in ("rina", "dewa"):
        assert (await (await visit(login)).go(f"{here}/naskah")).status == 403, login
    assert (await (await visit("lain")).go(here)).status == 404
    galih = await visit("galih")
    assert (await galih.go(here)).status == 200
    await rewrite_text(partners.sari, number, 1, lambda paper: paper)
    with pytest.raises(Stale):
        await rewrite_text(partners.sari, number, 1, lambda paper: paper)
    with pytest.raises(RuleBroken, match="apa adanya"):
        await rewrite_text(partners.sari, partners.agreement, 0, lambda paper: paper)
    async with reading(EVERYTHING) as c:
        told = await c.fetch(
            "SELECT name, details::text FROM event WHERE stream ="
            " (SELECT stream FROM agreement WHERE id = $1) ORDER BY version",
            number,
        )
    assert [row["name"] for row in told] == ["agreement.entered", "agreement.written"]
    assert not any(TITLE in row["details"] or "Sari" in row["details"] for row in told)
