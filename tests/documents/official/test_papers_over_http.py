"""A paper from its form to its scan, as people meet it."""

import pytest

from netralitas.cases.domain import Source
from netralitas.database.transactions import EVERYTHING, reading
from netralitas.documents.official.catalogue import CATALOGUE
from netralitas.documents.official.proposing import PROPOSED
from netralitas.vault.domain import Identity
from tests.cases.conftest import Statements, Visits
from tests.documents.papers import text_of
from tests.make import Town, make_case

REPORTER = Identity(name="Sukmawati Rahasiawati")


async def test_a_paper_is_proposed_looked_at_issued_and_scanned(town: Town, visit: Visits) -> None:
    case = (await make_case(town)).id
    rina = await visit("rina")
    page = await rina.go(f"/perkara/{case}")
    assert f"/perkara/{case}/naskah" in page.links.values()
    form = (await rina.go(f"/perkara/{case}/naskah/baru/surat-penerusan")).form()
    assert "Terlapor Contoh 1" in form.values["body"][0]
    draft = await rina.client.post(
        form.action,
        data={**form.values, "lihat": "1"},
        headers={"Sec-Fetch-Site": "same-origin"},
    )
    assert draft.headers["content-type"] == "application/pdf"
    assert "KONSEP" in text_of(draft.content)
    made = await rina.send(form)
    assert made.status == 200
    assert "001/Surat/" in made.text
    pdf = await rina.client.get(f"{made.address}/berkas/pdf")
    assert pdf.headers["content-disposition"].startswith("attachment")
    assert "sandbox" in pdf.headers["content-security-policy"]
    assert "Terlapor Contoh 1" in text_of(pdf.content)
    assert (await rina.client.get(f"{made.address}/berkas/docx")).content.startswith(b"PK")
    scanned = await rina.send(made.form("pindaian"), scan=pdf.content)
    assert "Unduh pindaian" in scanned.text
    listed = await rina.go(f"/perkara/{case}/naskah")
    assert "pindaian ada" in listed.text
    async with reading(EVERYTHING) as c:
        kinds = await c.fetch("SELECT kind FROM document WHERE case_file = $1 ORDER BY id", case)
        events = await c.fetch(
            "SELECT name FROM event WHERE stream = $1 AND name LIKE 'case.paper%' ORDER BY id", case
        )
    assert [row[0] for row in kinds] == ["letter", "proof"]
    assert [row[0] for row in events] == ["case.paper_issued", "case.paper_signed"]


@pytest.mark.parametrize("paper", PROPOSED)
async def test_every_form_proposes_what_can_be_issued_and_never_the_reporter(
    town: Town, visit: Visits, paper: str
) -> None:
    case = (await make_case(town, reporter=REPORTER)).id
    rina = await visit("rina")
    made = await rina.send((await rina.go(f"/perkara/{case}/naskah/baru/{paper}")).form())
    assert CATALOGUE[paper].title in made.text, made.text
    said = text_of((await rina.client.get(f"{made.address}/berkas/pdf")).content)
    assert REPORTER.name not in said
    assert REPORTER.name not in made.text


async def test_a_finding_has_no_reporter_to_write_to(town: Town, visit: Visits) -> None:
    case = (await make_case(town, source=Source.FINDING)).id
    rina = await visit("rina")
    page = await rina.go(f"/perkara/{case}/naskah")
    assert "/naskah/baru/temuan" in page.html
    for paper in ("laporan", "tanda-terima-perbaikan", "pemberitahuan-kelengkapan"):
        assert f'/naskah/baru/{paper}"' not in page.html
        assert (await rina.go(f"/perkara/{case}/naskah/baru/{paper}")).status == 404
    status = (await rina.go(f"/perkara/{case}/naskah/baru/pemberitahuan-status")).form()
    assert "Pelapor" not in status.values["to"][0]
    assert "Saudara" not in status.values["body"][0]


async def test_what_is_wrong_is_said_and_what_was_typed_stays(town: Town, visit: Visits) -> None:
    case = (await make_case(town)).id
    rina = await visit("rina")
    form = (await rina.go(f"/perkara/{case}/naskah/baru/pemberitahuan-status")).form()
    wrong = await rina.send(form, subject="", printed="12/X", body="Isi yang diketik.")
    assert wrong.status == 422
    assert "Tulis alasan nomor tidak diambil dari buku nomor." in wrong.text
    assert "Isi yang diketik." in wrong.form().values["body"][0]
    said = {"printed": "12/X", "printed_reason": "Buku lama"}
    await rina.send(form, said)
    again = await rina.send(form, said)
    assert again.status == 422
    assert "Nomor 12/X sudah dipakai naskah lain kantor ini." in again.text


async def test_the_scan_of_a_paper_to_a_reporter_is_not_kept(town: Town, visit: Visits) -> None:
    case = (await make_case(town)).id
    rina = await visit("rina")
    form = (await rina.go(f"/perkara/{case}/naskah/baru/pemberitahuan-status")).form()
    made = await rina.send(form)
    assert "Pindaian naskah ini tidak disimpan" in made.text
    pdf = (await rina.client.get(f"{made.address}/berkas/pdf")).content
    answer = await rina.client.post(
        f"{made.address}/pindaian",
        files={"scan": ("a.pdf", pdf)},
        headers={"Sec-Fetch-Site": "same-origin"},
    )
    assert answer.status_code == 422
    assert (await rina.client.get(f"{made.address}/berkas/pindaian")).status_code == 404


async def test_who_does_not_handle_the_case_issues_nothing(town: Town, visit: Visits) -> None:
    case = (await make_case(town)).id
    for login, status in (("lain", 404), ("dewa", 404), ("maya", 404), ("nita", 403)):
        other = await visit(login)
        answer = await other.client.get(f"/perkara/{case}/naskah/baru/surat-penerusan")
        assert answer.status_code == status, login
    rina = await visit("rina")
    for code in ("kajian", "apa-saja"):
        assert (await rina.go(f"/perkara/{case}/naskah/baru/{code}")).status == 404


async def test_the_list_asks_little_of_the_database(
    town: Town, visit: Visits, statements: Statements
) -> None:
    case = (await make_case(town)).id
    rina = await visit("rina")
    for _ in range(3):
        await rina.send((await rina.go(f"/perkara/{case}/naskah/baru/surat-penerusan")).form())
    statements.sent.clear()
    await rina.go(f"/perkara/{case}/naskah")
    assert len(statements.sent) <= 12, statements.sent
