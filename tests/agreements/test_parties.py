"""Agreements of more than two parties, by forms."""

from tests.agreements.conftest import Partners, Visits
from tests.agreements.test_journey import step

NUMBERS = {"first_number": "1/A", "second_number": "2/B", "third_number": "3/C"}


async def test_three_parties_write_and_sign(partners: Partners, visit: Visits) -> None:
    sari, tono = await visit("sari"), await visit("tono")
    form = (await sari.go("/kerja-sama/baru")).form("/kerja-sama/baru")
    typed = {
        "kind": "nota_kesepahaman",
        "title": "Pengawasan bersama",
        "place": "Kota Contoh",
        "other": form.pick("other", "BKPSDM"),
        "lasts": "stages",
    }
    twice = await sari.send(form, {**typed, "third": typed["other"]})
    assert twice.status == 422
    assert "Setiap pihak harus instansi yang berbeda." in twice.text
    page = await sari.send(form, {**typed, "third": form.pick("third", "BKN")})
    here = page.address
    form = (await sari.go(f"{here}/naskah")).form(f"{here}/naskah")
    assert "fourth_number" not in form.names
    parts = {
        f"{place}_{part}": part.title()
        for place in ("first", "second", "third")
        for part in ("signatory", "capacity")
    }
    assert (await sari.send(form, parts)).status == 200
    for browser, move in ((sari, "perumusan"), (sari, "penyusunan"), (sari, "pengajuan")):
        await step(browser, here, move, 10)
    await step(tono, here, "persetujuan", 10)
    two = await step(sari, here, "penandatanganan", 5, **NUMBERS, signed=["1", "2"])
    assert "belum: PIHAK KETIGA" in two.text
    whole = {"signed": ["1", "2", "3"]}
    numberless = {**NUMBERS, "third_number": ""}
    refused = await step(sari, here, "penandatanganan", 5, **numberless, **whole)
    assert "Nomor dari PIHAK KETIGA belum diisi." in refused.text
    page = await step(sari, here, "penandatanganan", 5, **NUMBERS, **whole)
    assert page.status == 200
    for said in ("1/A", "2/B", "3/C", "Pihak ketiga"):
        assert said in page.text, said
    assert (await sari.go(f"{here}/catatan")).status == 200
