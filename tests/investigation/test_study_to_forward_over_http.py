"""The whole way in the browser of each person: study, second reader, plenary, forwarding."""

import httpx

from netralitas.cases.answers import Answers
from netralitas.cases.domain import ExclusionGround
from netralitas.cases.exclusions import exclude
from netralitas.documents.domain import DocumentKind
from tests.cases.conftest import Statements, Visits
from tests.investigation.writing import respondents, sitting, to_study
from tests.make import Town, days_ago, make_case, move, paper, person, proceedings
from tests.pages import Browser, FoundForm

MOST_QUERIES = 12


async def _uploaded(town: Town, case: int) -> None:
    """Submit a study that was written elsewhere, as an uploaded file."""
    study = Answers(papers=(paper(DocumentKind.STUDY),))
    await move(town.rina, case, "submit_to_plenary", answers=study)


def _study(form: FoundForm, people: list[int]) -> dict[str, object]:
    """What Rina types into the form of a study."""
    typed: dict[str, object] = {
        "facts": "Terlapor hadir pada deklarasi.\nFoto memperlihatkan atribut.",
        "unsur-1-article": "UU 5/2014 Pasal 2 huruf f",
        "unsur-1-element": "Asas netralitas",
        "unsur-1-analysis": "Terpenuhi.",
        "dasar-1-citation": "UU 20/2023",
    }
    for one in people:
        typed[f"terlapor-{one}-findings"] = ["other_law"]
        typed[f"terlapor-{one}-reason"] = "Unsur terpenuhi."
    assert set(typed) <= set(form.names)
    return typed


async def test_a_study_is_written_read_decided_and_forwarded(
    town: Town, visit: Visits, statements: Statements
) -> None:
    case = (await make_case(town, person(1), person(2))).id
    await to_study(town, case)
    people = await respondents(case)
    await _written(visit, case, people)
    await _read_by_a_second(visit, case)
    await _waits(visit, "disetujui pembaca kedua", statements)
    await _submitted(visit, case, statements)
    await _waits(visit, "Belum di meja rapat", statements)
    meeting = await _met(town, visit, case)
    sari = await visit("sari")
    assert "Belum di meja rapat" not in (await sari.go("/pleno")).text
    statements.sent.clear()
    await sari.go(f"{meeting}/perkara/{case}")
    assert len(statements.sent) <= MOST_QUERIES
    await _decided(town, visit, case, meeting, people)
    statements.sent.clear()
    assert "Sudah diputuskan" in (await sari.go(meeting)).text
    assert len(statements.sent) <= MOST_QUERIES
    statements.sent.clear()
    await sari.go(f"{meeting}/perkara/{case}")
    assert len(statements.sent) <= MOST_QUERIES
    rina = await visit("rina")
    page = await rina.go(f"/perkara/{case}")
    assert "Embargo sampai diteruskan" in page.text
    forward = (await rina.go(page.link("Teruskan ke instansi berwenang"))).form("/forward")
    assert forward.values["respondents"] == [str(people[0])]


async def _written(visit: Visits, case: int, people: list[int]) -> None:
    """Rina writes the first version; what was typed over an older one comes back."""
    rina, study = await visit("rina"), f"/perkara/{case}/kajian"
    assert "Kajian belum ditulis" in (await rina.go(study)).text
    form = (await rina.go(f"{study}/ubah")).form("/ubah")
    page = await rina.send(form, _study(form, people))
    assert "Versi baru kajian disimpan." in page.text
    assert "Kutipan usang" in page.text
    assert "belum disetujui pembaca kedua" in page.text
    overtaken = await rina.send(form, _study(form, people), facts="Ditulis di jendela lain.")
    assert overtaken.status == 409
    assert "Ditulis di jendela lain." in overtaken.html
    assert "Versi 1 disimpan Rina Paramita" in overtaken.text


async def _read_by_a_second(visit: Visits, case: int) -> None:
    """Rina cannot approve her own; Bagas comments, settles it and approves."""
    rina, bagas, study = await visit("rina"), await visit("bagas"), f"/perkara/{case}/kajian"
    own = await _posted(rina, f"{study}/pembacaan", version="1", verdict="approved")
    assert own.status_code == 409
    assert "Pembaca kedua adalah orang lain" in own.text
    page = await bagas.go(study)
    await bagas.send(page.form("/catatan"), section="facts", text="Sebut jamnya.")
    refused = await _posted(rina, f"{study}/pengajuan", version="1")
    assert refused.status_code == 409
    assert "1 catatan" in refused.text
    await bagas.send((await bagas.go(study)).form("/penyelesaian"))
    page = await bagas.send((await bagas.go(study)).form("/pembacaan"), verdict="approved")
    assert "Disetujui pembaca kedua: Bagas Wiratama" in page.text


async def _submitted(visit: Visits, case: int, statements: Statements) -> None:
    """Rina submits it to the plenary."""
    rina = await visit("rina")
    statements.sent.clear()
    page = await rina.go(f"/perkara/{case}/kajian")
    assert len(statements.sent) <= MOST_QUERIES
    page = await rina.send(page.form("/pengajuan"))
    assert page.address == f"/perkara/{case}"
    assert (await proceedings(case))[0]["state"] == "plenary"


async def _waits(visit: Visits, said: str, statements: Statements) -> None:
    """The list of meetings names the case, and what it waits for."""
    sari = await visit("sari")
    statements.sent.clear()
    page = await sari.go("/pleno")
    assert len(statements.sent) <= MOST_QUERIES
    assert page.text.index("Menunggu rapat pleno") < page.text.index(said)
    assert "Tidak ada perkara yang menunggu" in (await (await visit("lain")).go("/pleno")).text


async def _met(town: Town, visit: Visits, case: int) -> str:
    """Rina prepares the meeting of today with the case on its table; return its address."""
    rina, today = await visit("rina"), days_ago(0)
    page = await rina.send(
        (await rina.go("/pleno/baru")).form("/baru"),
        {"held_on-day": today.day, "held_on-month": today.month, "held_on-year": today.year},
        starts="09.00",
        place="Ruang rapat",
        chair=str(town.sari.officer),
    )
    meeting = page.address
    page = await rina.send(page.form(f"{meeting}/perkara"), case=str(case))
    page = await rina.send(page.form("/kehadiran"), officers=_there(town))
    assert "Kuorum tercapai" in page.text
    assert "dicatat oleh anggota Bawaslu" in (await rina.go(f"{meeting}/perkara/{case}")).text
    return meeting


async def _decided(town: Town, visit: Visits, case: int, meeting: str, people: list[int]) -> None:
    """Sari records what was decided: the first violated another law, the second nothing."""
    sari = await visit("sari")
    form = (await sari.go(f"{meeting}/perkara/{case}")).form(f"/perkara/{case}")
    assert form.values[f"terlapor-{people[0]}-findings"] == ["other_law"]
    assert (await sari.send(form)).status == 422
    votes = {f"suara-{one}-vote": "for" for one in _there(town)}
    page = await sari.send(
        form,
        {**votes, f"terlapor-{people[1]}-findings": ["not_violation"]},
        outcome="decided",
    )
    assert page.status == 200, page.text
    assert "Sudah diputuskan" in page.text
    assert "Bukan pelanggaran" in page.text


def _there(town: Town) -> list[str]:
    return [str(town.actors[login].officer) for login in ("sari", "tono")]


async def _posted(browser: Browser, address: str, **typed: str) -> httpx.Response:
    """Send fields that no form of the page offers this person."""
    return await browser.client.post(address, data=typed, headers={"Sec-Fetch-Site": "same-origin"})


async def test_who_is_in_conflict_finds_no_such_case_at_the_meeting(
    town: Town, visit: Visits
) -> None:
    case = (await make_case(town, subject="Perkara kerabat")).id
    await to_study(town, case)
    await _uploaded(town, case)
    meeting = await sitting(town, "sari", "tono", "ratih", case=case)
    await exclude(town.sari, case, town.tono.officer, ExclusionGround.RELATED, "Kerabat.")
    tono, sari = await visit("tono"), await visit("sari")
    assert "Perkara kerabat" not in (await tono.go(f"/pleno/{meeting}")).html
    assert (await tono.go(f"/pleno/{meeting}/perkara/{case}")).status == 404
    page = await sari.go(f"/pleno/{meeting}")
    assert "Perkara kerabat" in page.text
    assert "1 anggota tidak ikut memutus karena benturan kepentingan." in page.text
    ruling = await sari.go(f"/pleno/{meeting}/perkara/{case}")
    assert "1 anggota tidak ikut memutus karena benturan kepentingan." in ruling.text
    assert "Tono Adiputra" not in ruling.text


async def test_a_meeting_without_a_quorum_says_so_and_decides_nothing(
    town: Town, visit: Visits
) -> None:
    case = (await make_case(town)).id
    await to_study(town, case)
    await _uploaded(town, case)
    meeting = await sitting(town, "sari", case=case)
    sari = await visit("sari")
    page = await sari.go(f"/pleno/{meeting}/perkara/{case}")
    assert "Kuorum tidak tercapai: 1 anggota ikut memutus" in page.text
    sent = await sari.client.post(
        f"/pleno/{meeting}/perkara/{case}",
        data={
            "version": str((await proceedings(case))[0]["version"]),
            "outcome": "returned",
            "reason": "Lengkapi.",
            f"suara-{town.sari.officer}-vote": "for",
        },
        headers={"Sec-Fetch-Site": "same-origin"},
    )
    assert sent.status_code == 409
    assert (await proceedings(case))[0]["state"] == "plenary"


async def test_bad_input_is_told_and_nothing_is_lost(town: Town, visit: Visits) -> None:
    case = (await make_case(town)).id
    await to_study(town, case)
    rina = await visit("rina")
    for data in (
        {"base": "x", "facts": "Ketikan"},
        {"base": "0", "facts": "Ketikan", "unsur-1-article": "UU 20/2023"},
        {"base": "0", "facts": "Ketikan", "unsur-99999-article": "a", "evidence": "7"},
        {"base": "0", "facts": "Ketikan", "terlapor-1-findings": "unknown"},
        {"facts": "Ketikan\u202e\x00"},
    ):
        answer = await rina.client.post(
            f"/perkara/{case}/kajian/ubah", data=data, headers={"Sec-Fetch-Site": "same-origin"}
        )
        assert answer.status_code == 422, data
        assert "Ketikan" in answer.text
