"""Templates of an office: versions that stay, places that are filled in, who may change them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas.database.transactions import EVERYTHING, reading
from netralitas.documents.letters.known import Block
from netralitas.documents.official.commands import NewTemplate, change_template
from netralitas.documents.official.domain import PageSize
from netralitas.documents.official.places import filled, unknown_in
from netralitas.documents.official.sheet import Template
from netralitas.documents.official.writing import as_blocks, as_text
from netralitas.evidence.storage import Storage
from netralitas.refusals import NotAllowed, NotVisible, Stale
from tests.cases.conftest import Visits
from tests.documents.official.issuing import issued
from tests.documents.official.test_issuing import bytes_of
from tests.documents.papers import text_of
from tests.make import Town, make_case, stepped_up

PAPER = "undangan-klarifikasi"
TEMPLATE = Template(
    letterhead=("Jalan Pemuda 7, Manggar",),
    size=PageSize.F4,
    pattern="{serial:03}/PP.01/K/{month}/{year}",
    opening=("Menindaklanjuti perkara {nomor_perkara} tanggal {tanggal}.",),
    copies=("Arsip kantor",),
    signatory_label="Ketua Bawaslu",
    signatory_name="Sari Kusumawati",
)


async def test_a_new_version_words_new_papers_and_leaves_old_ones(
    town: Town, storage: Storage
) -> None:
    case = await make_case(town)
    before = await issued(town.rina, storage, case.id)
    new = NewTemplate(paper=PAPER, after=0, template=TEMPLATE)
    assert await change_template(stepped_up(town.sari), new) == 1
    after = await issued(town.rina, storage, case.id)
    said = text_of(await bytes_of(storage, after.pdf.digest))
    for part in ("Jalan Pemuda 7", case.receipt, "Ketua Bawaslu", "Sari Kusumawati"):
        assert part.replace(" ", "") in said.replace(" ", "")
    assert after.number is not None
    assert after.number.startswith("002/PP.01/K/")
    async with reading(EVERYTHING) as c:
        versions = await c.fetch(
            "SELECT p.id, t.version FROM official_paper p"
            " LEFT JOIN paper_template t ON t.id = p.template ORDER BY p.id"
        )
        told = await c.fetchval("SELECT count(*) FROM event WHERE name = 'papers.template_changed'")
    assert [tuple(row) for row in versions] == [(before.id, None), (after.id, 1)]
    assert told == 1


async def test_who_was_slower_is_told(town: Town) -> None:
    new = NewTemplate(paper=PAPER, after=0, template=TEMPLATE)
    await change_template(stepped_up(town.sari), new)
    with pytest.raises(Stale):
        await change_template(town.hadi, new)
    assert (
        await change_template(town.hadi, NewTemplate(paper=PAPER, after=1, template=TEMPLATE)) == 2
    )


async def test_only_a_commissioner_or_administrator_of_bawaslu_changes_one(town: Town) -> None:
    new = NewTemplate(paper=PAPER, after=0, template=TEMPLATE)
    for login in ("rina", "dewa", "maya", "nita"):
        with pytest.raises(NotAllowed):
            await change_template(town.actors[login], new)
    with pytest.raises(NotVisible):
        await change_template(
            stepped_up(town.sari), NewTemplate(paper="surat-cinta", after=0, template=TEMPLATE)
        )


async def test_another_office_keeps_its_own(town: Town, storage: Storage) -> None:
    await change_template(
        stepped_up(town.galih), NewTemplate(paper=PAPER, after=0, template=TEMPLATE)
    )
    made = await issued(town.rina, storage, (await make_case(town)).id)
    assert "Jalan Pemuda" not in text_of(await bytes_of(storage, made.pdf.digest))


async def test_the_page_saves_a_version_shows_it_and_names_what_is_unknown(
    town: Town, visit: Visits
) -> None:
    sari = await visit("sari")
    await visit.prove("sari")
    assert "Bawaan sistem" in (await sari.go("/naskah")).text
    form = (await sari.go(f"/naskah/{PAPER}")).form()
    wrong = await sari.send(form, opening="Kepada {nama_pelapor}", pattern="S/{year}")
    assert wrong.status == 422
    assert "{nama_pelapor} tidak dikenal." in wrong.text
    assert "Pola memuat {serial} satu kali" in wrong.text
    draft = await sari.client.post(
        form.action,
        data={**form.values, "lihat": "1", "opening": "Dari {kantor}"},
        headers={"Sec-Fetch-Site": "same-origin"},
    )
    said = text_of(draft.content)
    assert "KONSEP" in said
    assert "Dari Bawaslu Kabupaten Contoh" in said
    saved = await sari.send(form, opening="Dari {kantor}", size="F4")
    assert "Versi 1" in saved.text
    assert saved.form().values["opening"] == ["Dari {kantor}"]
    slower = await sari.send(form, opening="Lain")
    assert slower.status == 409
    rina = await visit("rina")
    assert (await rina.go("/naskah")).status == 403
    assert (await sari.go("/naskah/apa-saja")).status == 404


@given(st.text(), st.text())
def test_what_fills_a_place_is_never_read_as_a_place(before: str, value: str) -> None:
    bare = before.replace("{", "").replace("}", "")
    assert filled(f"{bare}{{tanggal}}", {"tanggal": value, "kantor": "x"}) == bare + value
    assert unknown_in([f"{bare}{{tanggal}}{{lain}}{{lain}}"]) == ["lain"]


@given(
    st.lists(
        st.one_of(
            st.builds(
                lambda said: Block(heading=said),
                st.from_regex(r"[A-Z][a-z ]*[a-z]", fullmatch=True),
            ),
            st.builds(
                lambda said: Block(text=(said,)), st.from_regex(r"[A-Z][a-z.]*", fullmatch=True)
            ),
            st.builds(
                lambda said: Block(items=tuple(said)),
                st.lists(st.from_regex(r"[A-Z][a-z]*", fullmatch=True), min_size=1),
            ),
        )
    )
)
def test_a_text_that_nobody_changes_says_the_same(blocks: list[Block]) -> None:
    assert as_text(as_blocks(as_text(blocks))) == as_text(blocks)
    assert as_blocks(as_text(blocks)) == tuple(blocks)
