"""What a code tells of a report that was withdrawn, handed on, taken over, or became another."""

from netralitas.cases.answers import Answers
from netralitas.cases.domain import Source
from netralitas.database.transactions import EVERYTHING, reading
from netralitas.documents.domain import DocumentKind
from tests.conftest import Database
from tests.make import Town, letter, make_case, move, paper
from tests.publication.test_status import told


def sentences(said: dict[str, list[dict[str, str]]]) -> list[str]:
    """The steps that are told, the oldest first."""
    return [step["sentence"] for step in said["steps"]]


async def test_a_withdrawn_report_is_told_to_be_withdrawn(town: Town, engine: Database) -> None:
    case = (await make_case(town)).id
    await move(
        town.rina, case, "withdraw", note="Diminta pelapor.", answers=Answers(letter_in=letter())
    )
    said = await told(engine, case)
    assert sentences(said)[-1] == "Laporan dicabut."
    assert said["status"] == "Tidak diregistrasi"
    assert said["sentence"].startswith("Laporan dicabut sebelum diregistrasi")
    assert (said["next"], said["next_by"]) == (None, None)


async def test_a_withdrawn_report_may_go_on_as_information(town: Town, engine: Database) -> None:
    case = (await make_case(town)).id
    await move(
        town.rina, case, "withdraw", note="Diminta pelapor.", answers=Answers(letter_in=letter())
    )
    await move(town.rina, case, "keep_as_information", note="Isinya perlu ditelusuri.")
    said = await told(engine, case)
    assert "Laporan dicabut." in sentences(said)
    assert said["status"] == "Diterima"


async def test_a_report_handed_to_another_level_is_told_so(town: Town, engine: Database) -> None:
    case = (await make_case(town)).id
    answers = Answers(letter_out=letter("Pelimpahan"), addressee=town.offices["lain"])
    await move(town.sari, case, "transfer", note="Peristiwa di wilayah lain.", answers=answers)
    said = await told(engine, case)
    assert sentences(said)[-1] == "Dilimpahkan ke Bawaslu tingkat lain."
    assert said["sentence"] == (
        "Penanganannya dilimpahkan ke Bawaslu tingkat lain, yang melanjutkannya."
    )


async def test_a_report_taken_over_is_not_told_to_be_handed_on(
    town: Town, engine: Database
) -> None:
    case = (await make_case(town)).id
    await move(town.galih, case, "take_over", note="Menyangkut pengawas kabupaten.")
    said = await told(engine, case)
    assert sentences(said)[-1] == "Diambil alih Bawaslu tingkat lain."
    assert "Dilimpahkan" not in repr(said)


async def test_information_that_becomes_a_finding_says_so_and_its_sender_is_no_party(
    town: Town, engine: Database
) -> None:
    case = (await make_case(town, source=Source.INFORMATION)).id
    await move(town.rina, case, "start_tracing")
    assert (await told(engine, case))["status"] == "Dalam penelusuran"
    await _become_a_finding(town, case)
    said = await told(engine, case)
    assert sentences(said)[-1] == "Hasil penelusuran ditetapkan sebagai temuan."
    assert said["sentence"].endswith("Pemberi informasi tidak menjadi pihak.")
    await move(town.rina, case, "register_finding")
    said = await told(engine, case)
    assert (said["status"], sentences(said)[-1]) == ("Diregistrasi", "Temuan diregistrasi.")
    assert "menjadi temuan Bawaslu" in said["sentence"]
    assert "pelapor" not in repr(said).lower()
    assert await _parties(case) == ["Terlapor Contoh 1"]


async def _parties(case: int) -> list[str]:
    """Everybody whom the case itself names."""
    async with reading(EVERYTHING) as c:
        rows = await c.fetch("SELECT name FROM respondent WHERE case_file = $1", case)
    return [row["name"] for row in rows]


async def _become_a_finding(town: Town, case: int) -> None:
    """Trace it to its end and let the plenary fix it as a finding."""
    await move(town.rina, case, "submit_tracing_result")
    minutes = Answers(papers=(paper(DocumentKind.MINUTES),))
    await move(town.sari, case, "fix_finding", answers=minutes)
