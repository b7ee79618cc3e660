"""Respondents, exclusions and papers over HTTP."""

import pytest

from netralitas.cases.domain import Person
from tests.cases.conftest import Visits
from tests.make import Town, forwarded_case, make_case, person
from tests.pages import PDF


async def test_an_unknown_respondent_is_added_and_identified_later(
    town: Town, visit: Visits
) -> None:
    case = (await make_case(town)).id
    rina = await visit("rina")
    page = await rina.go(f"/perkara/{case}")
    added = await rina.send((await rina.go(page.link("Tambah terlapor"))).form())
    assert "Belum teridentifikasi" in added.text
    assert "Terlapor ditambahkan ke dalam perkara." in added.text
    edit = added.link("Isi identitas")
    form = (await rina.go(edit)).form(edit)
    known = await rina.send(form, name="Nama Rekaan", employment="pppk", unit="Puskesmas Contoh")
    assert "Nama Rekaan" in known.text
    assert "PPPK" in known.text
    assert "Belum teridentifikasi" not in known.text
    assert "Data terlapor diperbarui." in known.text


async def test_an_empty_nip_keeps_the_one_that_is_known(town: Town, visit: Visits) -> None:
    case = (await make_case(town)).id
    rina = await visit("rina")
    edit = (await rina.go(f"/perkara/{case}")).link("Ubah data")
    await rina.send((await rina.go(edit)).form(edit), nip="197405121998031007")
    again = await rina.go(edit)
    assert "1007" in again.text
    done = await rina.send(again.form(edit), unit="Dinas Lain")
    assert "Dinas Lain" in done.text
    assert "1007" in done.text


async def test_the_slower_of_two_officers_keeps_what_was_typed_about_a_respondent(
    town: Town, visit: Visits
) -> None:
    case = (await make_case(town)).id
    rina, bagas = await visit("rina"), await visit("bagas")
    edit = (await rina.go(f"/perkara/{case}")).link("Ubah data")
    slower = (await bagas.go(edit)).form(edit)
    await rina.send((await rina.go(edit)).form(edit), unit="Dinas Rina")
    refused = await bagas.send(slower, unit="Dinas Bagas")
    assert refused.status == 409
    assert "Data terlapor diperbarui: dicatat oleh" in refused.text
    assert refused.form(edit).values["unit"] == ["Dinas Bagas"]
    assert "Dinas Rina" in (await rina.go(f"/perkara/{case}")).text
    sent_again = await bagas.send(refused.form(edit))
    assert "Dinas Bagas" in sent_again.text


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("nip", "123"),
        ("nip", "999999999999999999"),
        ("name", "x" * 5000),
        ("name", "Nama \x00"),
        ("employment", "raja"),
        ("unit", "Dinas \u202e"),
    ],
)
async def test_bad_respondents_come_back_with_everything_typed(
    town: Town, visit: Visits, name: str, value: str
) -> None:
    case = (await make_case(town)).id
    rina = await visit("rina")
    form = (await rina.go(f"/perkara/{case}/terlapor")).form()
    sent = await rina.send(form, {"position": "Camat", name: value})
    assert sent.status == 422
    assert sent.form().values["position"] == ["Camat"]


async def test_only_those_who_keep_the_file_change_respondents(town: Town, visit: Visits) -> None:
    case = (await forwarded_case(town)).id
    for login, status in (("sari", 403), ("maya", 403), ("nita", 403), ("lain", 404)):
        page = await (await visit(login)).go(f"/perkara/{case}/terlapor")
        assert page.status == status, login
    rina = await visit("rina")
    for address in (f"/perkara/{case}/terlapor/999", f"/perkara/{case}/terlapor/{2**70}"):
        assert (await rina.go(address)).status == 404


async def test_a_commissioner_excludes_anybody_and_an_officer_only_themselves(
    town: Town, visit: Visits
) -> None:
    case = (await make_case(town)).id
    rina, sari, bagas = await visit("rina"), await visit("sari"), await visit("bagas")
    form = (await bagas.go(f"/perkara/{case}/pengecualian")).form()
    assert [label for value, label in form.options["officer"] if value] == [
        "Bagas Wiratama, Petugas, Bawaslu Kabupaten Contoh"
    ]
    form = (await sari.go(f"/perkara/{case}/pengecualian")).form()
    values = {"officer": form.pick("officer", "Rina"), "ground": "related"}
    assert (await sari.send(form, values)).status == 422
    done = await sari.send(form, {**values, "reason": "Saudara terlapor."})
    assert "Seorang pejabat dikecualikan dari perkara ini." in done.text
    assert (await rina.go(f"/perkara/{case}")).status == 404


async def test_whoever_excludes_themselves_goes_on_at_the_worklist(
    town: Town, visit: Visits
) -> None:
    case = (await make_case(town)).id
    bagas = await visit("bagas")
    form = (await bagas.go(f"/perkara/{case}/pengecualian")).form()
    values = {"officer": form.pick("officer", "Bagas"), "ground": "own_request"}
    done = await bagas.send(form, {**values, "reason": "Teman dekat pelapor."})
    assert done.address == "/perkara"
    assert done.status == 200


async def test_a_paper_is_attached_listed_and_downloaded_as_a_file(
    town: Town, visit: Visits
) -> None:
    case = (await make_case(town)).id
    rina = await visit("rina")
    form = (await rina.go(f"/perkara/{case}/dokumen")).form()
    done = await rina.send(form, kind="other", title="Catatan kegiatan", file=PDF)
    assert "Dokumen dilampirkan." in done.text
    answer = await rina.client.get(done.link("Catatan kegiatan"))
    assert answer.status_code == 200
    assert answer.content == PDF
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["content-security-policy"].startswith("sandbox")
    name = answer.headers["content-disposition"]
    assert name.startswith("attachment;")
    assert "Catatan" not in name


async def test_a_new_paper_makes_no_open_form_stale(town: Town, visit: Visits) -> None:
    case = (await make_case(town)).id
    rina, bagas = await visit("rina"), await visit("bagas")
    page = await rina.go((await rina.go(f"/perkara/{case}")).link("Mulai kajian awal"))
    form = (await bagas.go(f"/perkara/{case}/dokumen")).form()
    await bagas.send(form, kind="other", title="Catatan rapat", file=PDF)
    assert (await rina.send(page.form())).address == f"/perkara/{case}"


async def test_a_receiver_never_sees_a_draft_of_the_study(town: Town, visit: Visits) -> None:
    case = (await forwarded_case(town, person(1))).id
    rina, maya = await visit("rina"), await visit("maya")
    form = (await rina.go(f"/perkara/{case}/dokumen")).form()
    done = await rina.send(form, kind="study_draft", title="Rancangan satu", file=PDF)
    draft = done.link("Rancangan satu")
    assert (await maya.go(draft)).status == 404
    page = await maya.go(f"/perkara/{case}")
    assert "Rancangan satu" not in page.text
    assert (await maya.go(f"/perkara/{case}/dokumen")).status == 403


async def test_a_paper_of_another_case_is_not_found_under_this_one(
    town: Town, visit: Visits
) -> None:
    first, second = (await make_case(town)).id, (await make_case(town, Person())).id
    rina = await visit("rina")
    form = (await rina.go(f"/perkara/{first}/dokumen")).form()
    done = await rina.send(form, kind="other", title="Catatan", file=PDF)
    paper = done.link("Catatan")
    assert (await rina.go(paper.replace(f"/{first}/", f"/{second}/"))).status == 404


@pytest.mark.parametrize("content", [b"", b"\x7fELF" + b"\x00" * 64, b"<html>" + b"\x00" * 10])
async def test_a_file_of_no_known_kind_is_refused(
    town: Town, visit: Visits, content: bytes
) -> None:
    case = (await make_case(town)).id
    rina = await visit("rina")
    form = (await rina.go(f"/perkara/{case}/dokumen")).form()
    sent = await rina.send(form, kind="other", title="Judul saya", file=content)
    assert sent.status == 422
    assert sent.form().values["title"] == ["Judul saya"]
