"""The usual path and the straight one, each person signing in in turn, forms as found."""

from tests.cases.conftest import Visits
from tests.make import Town, make_case, person
from tests.pages import PDF, Browser, Page

PASSED = {
    "overrides": ["plenary_recorded"],
    "override_basis": "Berita acara rapat pleno dalam berkas.",
    "reason": "Rapat diadakan sebelum dicatat di Netralitas.",
}


async def step(browser: Browser, case: int, words: str, **values: object) -> Page:
    """Follow the link of a step on the case page, fill in its form and send it."""
    page = await browser.go(f"/perkara/{case}")
    form_page = await browser.go(page.link(words))
    assert form_page.status == 200, form_page.text
    done = await browser.send(form_page.form(), dict(values))
    assert done.status == 200, done.text
    assert done.address == f"/perkara/{case}", done.text
    return done


def letter(direction: str, number: str, subject: str = "Penerusan") -> dict[str, str]:
    """The fields of a letter of the first of January."""
    name = f"letter_{direction}"
    return {
        f"{name}_number": number,
        f"{name}_date-day": "2",
        f"{name}_date-month": "Januari",
        f"{name}_date-year": "2026",
        f"{name}_subject": subject,
    }


async def test_a_report_goes_the_usual_way_and_comes_back_once(town: Town, visit: Visits) -> None:
    case = (await make_case(town)).id
    rina, sari, maya = await visit("rina"), await visit("sari"), await visit("maya")
    await step(rina, case, "Mulai kajian awal")
    await step(rina, case, "Selesaikan kajian awal", preliminary_study=PDF)
    page = await step(rina, case, "Registrasi laporan")
    assert "/Reg/LP/" in page.headings[0]
    await step(rina, case, "Undang klarifikasi")
    await step(rina, case, "Selesaikan klarifikasi")
    await step(rina, case, "Ajukan kajian ke rapat pleno", study=PDF)
    page = await rina.go(f"/perkara/{case}")
    assert "Putuskan pelanggaran hukum lain (netralitas ASN)" not in page.links
    assert "Dilakukan oleh anggota Bawaslu." in page.text
    await step(sari, case, "Putuskan pelanggaran hukum lain", minutes=PDF, **PASSED)
    page = await _forward(rina, case)
    assert "Penerusan ke BKN: terlapor 1" in page.text
    told = page.text.split("Kronologi")[1]
    assert told.count("Surat keluar 012/PM.00.02/K/2026") == 1
    assert "Diteruskan ke instansi berwenang." in told
    await _at_the_authority(maya, rina, case, str(town.offices["bkpsdm"]))
    page = await rina.go(f"/perkara/{case}")
    assert "Hukuman disiplin sedang" in page.text
    assert "Berkas kurang lengkap." in page.text


async def _forward(rina: Browser, case: int) -> Page:
    page = await rina.go((await rina.go(f"/perkara/{case}")).link("Teruskan ke instansi"))
    form = page.form()
    values = {
        **letter("out", "012/PM.00.02/K/2026"),
        "respondents": [value for value, _ in form.options["respondents"]],
        "addressee": form.pick("addressee", "BKN"),
        "evidence_list": PDF,
    }
    done = await rina.send(form, values)
    assert done.address == f"/perkara/{case}", done.text
    return done


async def _at_the_authority(maya: Browser, rina: Browser, case: int, office: str) -> None:
    page = await maya.go(f"/perkara/{case}")
    assert "Penanganan Bawaslu" not in page.text
    await step(maya, case, "Catat penerimaan penerusan")
    await step(maya, case, "Kembalikan untuk dilengkapi", reason="Berkas kurang lengkap.")
    await step(rina, case, "Teruskan kembali", **letter("out", "013/PM.00.02/K/2026"))
    await step(
        maya,
        case,
        "Catat rekomendasi",
        recommended="discipline_medium",
        follow_up_office=office,
        **letter("in", "B-77/BKN/2026", "Rekomendasi"),
    )


async def test_three_respondents_forwarded_straight_part_ways(town: Town, visit: Visits) -> None:
    people = [person(number) for number in (1, 2, 3)]
    case = (await make_case(town, *people)).id
    rina, sari, maya = await visit("rina"), await visit("sari"), await visit("maya")
    await step(rina, case, "Mulai kajian awal")
    await step(rina, case, "Selesaikan kajian awal", preliminary_study=PDF)
    await step(rina, case, "Ajukan kajian awal ke rapat pleno")
    await step(sari, case, "Setujui kajian awal", minutes=PDF, **PASSED)
    page = await rina.go((await rina.go(f"/perkara/{case}")).link("Teruskan langsung"))
    form = page.form()
    everybody = [value for value, _ in form.options["respondents"]]
    values = {
        **letter("out", "020/PM.00.02/K/2026"),
        "respondents": everybody,
        "addressee": form.pick("addressee", "BKN"),
        "evidence_list": PDF,
        "reason": "Kajian awal sudah cukup; disetujui rapat pleno.",
    }
    done = await rina.send(form, values)
    assert "Penerusan ke BKN: 3 terlapor" in done.text, done.text
    await step(maya, case, "Catat penerimaan penerusan")
    page = await maya.go(f"/perkara/{case}")
    assert "oleh Satgas · 3 terlapor (1\u20133)" in page.text, page.text
    page = await maya.go(page.link("Catat rekomendasi"))
    form = page.form()
    office = str(town.offices["bkpsdm"])
    answer = {
        "recommended": "moral_open",
        "follow_up_office": office,
        "others": [],
        **letter("in", "B-1/BKN/2026"),
    }
    done = await maya.send(form, answer)
    assert "Penerusan ke BKN: 2 terlapor" in done.text, done.text
    page = await maya.go(done.link("Catat hasil tidak terbukti"))
    done = await maya.send(page.form(), {**letter("in", "B-2/BKN/2026"), "others": []})
    retired = [href for label, href in done.links.items() if "pensiun" in label]
    page = await maya.go(retired[-1])
    done = await maya.send(page.form(), reason="Pensiun sejak bulan lalu.")
    for state in ("Direkomendasikan", "Tidak terbukti", "Terlapor sudah pensiun"):
        assert state in done.text, done.text
